//! A removed assessment is kept out of sight, so that its removal can be undone.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::big_integer_null;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = big_integer_null("removed_at");
        manager.alter_table(Table::alter().table("assessment").add_column(column).to_owned()).await
    }
}
