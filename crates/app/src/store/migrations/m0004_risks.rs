//! リスク, their treatment and the snapshots of them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, integer, integer_null, text, text_null, uuid, uuid_null,
};

use super::{NewTable, by_bytes};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::of_organization("risk", uuid("id"))
            .columns([
                big_integer("version"),
                // What people decided, whole, as JSON; all other columns are made from it, for lists.
                text("content"),
                // `asset` or `event`.
                text("kind"),
                uuid_null("asset_id"),
                uuid_null("department_id"),
                // Id of the catalog's threat line; empty for a threat of the company's own.
                text("line"),
                // Name of the asset or the event, and the key by which lists sort.
                text("name"),
                by_bytes(manager, text("name_sort")),
                text("title"),
                // Of the asset; empty for an event.
                text("medium"),
                // Computed by `method` at every write.
                integer("importance"),
                integer("threat"),
                integer("vulnerability"),
                integer("likelihood"),
                integer("level"),
                integer_null("residual_likelihood"),
                integer_null("residual_level"),
                integer("controls_in_place"),
                // The decided treatment, and how far its approval is (`none`, `open`, `approved`, `stale`).
                text_null("treatment"),
                text("approval"),
                text("owner"),
                uuid_null("owner_account_id"),
                // Next review, as 2026-11-24; `none` sorts last.
                by_bytes(manager, text("review_on")),
                text("search"),
                big_integer("created_at"),
                big_integer("updated_at"),
            ])
            .referring(&["organization_id", "asset_id"], "asset", &["organization_id", "id"])
            .referring(&["organization_id", "department_id"], "department", &["organization_id", "id"])
            .index(&["organization_id", "level", "id"])
            .index(&["organization_id", "name_sort", "id"])
            .index(&["organization_id", "updated_at", "id"])
            .index(&["organization_id", "review_on", "id"])
            .index(&["organization_id", "asset_id"])
            .index(&["organization_id", "department_id", "level"])
            .create(manager)
            .await?;
        // The tasks of all decided treatments, for the plan, its board and its calendar. Written anew with
        // their risk, whose content says the same.
        NewTable::of_organization("treatment_task", uuid("id"))
            .columns([
                uuid("risk_id"),
                uuid_null("department_id"),
                integer("position"),
                text("status"),
                by_bytes(manager, text("due_on")),
                text("responsible"),
                uuid_null("responsible_account_id"),
                text("what"),
                text("control"),
                big_integer_null("cost"),
                text_null("done_on"),
            ])
            .within(&["organization_id", "risk_id"], "risk", &["organization_id", "id"])
            .index(&["organization_id", "risk_id"])
            .index(&["organization_id", "status", "due_on", "id"])
            .index(&["organization_id", "due_on", "id"])
            .create(manager)
            .await?;
        NewTable::of_organization("assessment", uuid("id"))
            .columns([
                text("name"),
                by_bytes(manager, text("made_on")),
                // Risk criteria of that day, the scope, and counts, as JSON.
                text("criteria"),
                text("scope"),
                text("summary"),
                // Every risk with its numbers of that day, as JSON.
                text("content"),
                text("made_by"),
                uuid_null("department_id"),
                big_integer("created_at"),
                big_integer("version"),
            ])
            .referring(&["organization_id", "department_id"], "department", &["organization_id", "id"])
            .index(&["organization_id", "made_on", "id"])
            .create(manager)
            .await
    }
}
