//! The audit log, and work in the background.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, text, text_null, uuid, uuid_null};

use super::NewTable;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::of_organization("audit_log", big_integer("sequence"))
            .columns([
                big_integer("at"),
                uuid_null("account_id"),
                text("actor"),
                text("channel"),
                uuid("request_id"),
                // What happened: `asset.changed`.
                text("event"),
                text("entity"),
                uuid("entity_id"),
                // The thing's name at that time, for people.
                text("label"),
                // Snapshots as JSON; absent for what was new or is gone.
                text_null("before"),
                text_null("after"),
                // The record that this one undoes.
                big_integer_null("undoes"),
                text("previous_hash"),
                text("hash"),
            ])
            .index(&["organization_id", "entity", "entity_id", "sequence"])
            .index(&["organization_id", "account_id", "sequence"])
            .index(&["organization_id", "event", "sequence"])
            .create(manager)
            .await?;
        // The end of each organization's chain: without it, missing last records would not be noticed.
        NewTable::of_all("audit_chain", uuid("organization_id"))
            .columns([big_integer("sequence"), text("hash")])
            .within(&["organization_id"], "organization", &["id"])
            .create(manager)
            .await?;
        NewTable::of_organization("job", uuid("id"))
            .columns([
                text("kind"),
                text("payload"),
                // waiting, running, done, failed
                text("state"),
                big_integer("done"),
                big_integer("total"),
                text("result"),
                uuid_null("account_id"),
                text("actor"),
                big_integer("created_at"),
                // Who runs it, and until when that is believed: a dead runner's job is taken over.
                text_null("runner"),
                big_integer_null("lease_until"),
                // How often it was begun: one that ends its runner each time is given up.
                big_integer("attempts"),
                big_integer_null("finished_at"),
            ])
            .index(&["state", "created_at"])
            .create(manager)
            .await
    }
}
