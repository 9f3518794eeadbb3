//! Indexes that hold all that the first screen counts: counting reads them alone, not the rows.

use sea_orm_migration::prelude::*;

use super::index;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let counted = [
            "organization_id",
            // By these it is grouped.
            "importance",
            "likelihood",
            "department_id",
            "level",
            "residual_level",
            "controls_in_place",
            "treatment",
            "approval",
            "owner_account_id",
            "review_on",
        ];
        // Named by hand: PostgreSQL cuts names after 63 bytes.
        manager.create_index(index("risk", &counted).name("risk_counts").to_owned()).await?;
        manager.create_index(index("asset", &["organization_id", "medium", "department_id", "id"])).await
    }
}
