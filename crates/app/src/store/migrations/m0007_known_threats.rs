//! The index that the first screen counts by holds the threat's title too: a risk without a known threat asks for no
//! controls.

use sea_orm_migration::prelude::*;

use super::index;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("risk_counts").table("risk").to_owned()).await?;
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
            "title",
        ];
        manager.create_index(index("risk", &counted).name("risk_counts").to_owned()).await
    }
}
