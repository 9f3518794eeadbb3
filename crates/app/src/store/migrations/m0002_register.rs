//! 情報資産台帳 and what is brought into it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, boolean, integer, integer_null, text, text_null, uuid, uuid_null,
};

use super::{NewTable, by_bytes};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::of_organization("asset", uuid("id"))
            .columns([
                big_integer("version"),
                // Order in the register as the company wrote it.
                big_integer("position"),
                text("business"),
                text("name"),
                // ふりがな, and the key by which lists sort (the reading's, else the name's): compared by bytes.
                text("name_reading"),
                by_bytes(manager, text("name_sort")),
                text("remarks"),
                text("users"),
                text("risk_owner"),
                text("department"),
                uuid_null("department_id"),
                text("medium"),
                text("medium_as_written"),
                boolean("personal"),
                boolean("sensitive"),
                boolean("my_number"),
                boolean("survival"),
                // Either the three ratings or the register's one asset value.
                integer_null("confidentiality"),
                integer_null("integrity"),
                integer_null("availability"),
                integer_null("asset_value"),
                // Computed by `method::importance` at every write, kept for lists to sort and filter by.
                integer("importance"),
                integer_null("likelihood"),
                text("retention"),
                text_null("registered_on"),
                // Next review of this line (見直し予定日), as 2026-11-24; `none` where none is planned, which
                // sorts last.
                by_bytes(manager, text("review_on")),
                // The company's own columns: a JSON object from heading to value.
                text("extra"),
                // What the search box looks in: matching keys of name, reading, business, remarks, owner.
                text("search"),
                big_integer("created_at"),
                big_integer("updated_at"),
            ])
            .referring(&["organization_id", "department_id"], "department", &["organization_id", "id"])
            .unique(&["organization_id", "position", "id"])
            .index(&["organization_id", "name_sort", "id"])
            .index(&["organization_id", "importance", "id"])
            .index(&["organization_id", "updated_at", "id"])
            .index(&["organization_id", "review_on", "id"])
            .index(&["organization_id", "department_id", "position"])
            .create(manager)
            .await?;
        // How many there are and the last position given, so that a page never counts 100,000 rows.
        NewTable::of_organization("register", text("kind"))
            .columns([big_integer("count"), big_integer("last_position"), text("extra_columns"), boolean("numbered")])
            .create(manager)
            .await?;
        NewTable::of_organization("register_import", uuid("id"))
            .columns([
                uuid_null("account_id"),
                text("file_name"),
                blob("content"),
                // How it is read: scale, sheet, words for media, as JSON.
                text("options"),
                // What the preview found, as JSON: counts, problems, kept columns.
                text("summary"),
                text("state"),
                big_integer("created_at"),
                big_integer("expires_at"),
                big_integer_null("applied_at"),
            ])
            .create(manager)
            .await
    }
}
