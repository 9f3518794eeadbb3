//! The schema, one set for both engines. A migration that was released is never changed: add another.
//!
//! `organization_id` is in every primary, unique and foreign key of what belongs to an organization, so
//! that PostgreSQL can be sharded by it. Times are milliseconds since 1970 (UTC) as big integers, ids
//! are UUIDs, JSON is text that only Sonae reads.

mod m0001_people;
mod m0002_register;
mod m0003_records;
mod m0004_risks;
mod m0005_removed_assessments;
mod m0006_counts;
mod m0007_known_threats;

use sea_orm_migration::prelude::*;

/// All steps, in order.
pub(super) struct Migrations;

#[async_trait::async_trait]
impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_people::Migration),
            Box::new(m0002_register::Migration),
            Box::new(m0003_records::Migration),
            Box::new(m0004_risks::Migration),
            Box::new(m0005_removed_assessments::Migration),
            Box::new(m0006_counts::Migration),
            Box::new(m0007_known_threats::Migration),
        ]
    }
}

/// A table being described, with the house's habits built in.
struct NewTable {
    name: &'static str,
    create: TableCreateStatement,
    indexes: Vec<IndexCreateStatement>,
}

impl NewTable {
    /// A table whose rows belong to an organization: key (organization_id, `key`).
    fn of_organization(name: &'static str, key: ColumnDef) -> Self {
        let key_name = key.get_column_name();
        let mut table = Self::new(name).column(sea_orm_migration::schema::uuid("organization_id")).column(key);
        table.create.primary_key(Index::create().col("organization_id").col(key_name));
        let foreign = ForeignKey::create()
            .from(name, "organization_id")
            .to("organization", "id")
            .on_delete(ForeignKeyAction::Cascade)
            .to_owned();
        if name != "organization" {
            table.create.foreign_key(&mut foreign.clone());
        }
        table
    }

    /// A table that belongs to no organization.
    fn of_all(name: &'static str, key: ColumnDef) -> Self {
        let key_name = key.get_column_name();
        let mut table = Self::new(name).column(key);
        table.create.primary_key(Index::create().col(key_name));
        table
    }

    fn new(name: &'static str) -> Self {
        Self { name, create: Table::create().table(name).to_owned(), indexes: Vec::new() }
    }

    fn column(mut self, mut column: ColumnDef) -> Self {
        self.create.col(&mut column);
        self
    }

    fn columns(self, columns: impl IntoIterator<Item = ColumnDef>) -> Self {
        columns.into_iter().fold(self, Self::column)
    }

    /// Rows of `columns` must exist in `table` under `to`; they go when that goes.
    fn within(self, columns: &[&'static str], table: &'static str, to: &[&'static str]) -> Self {
        self.foreign(columns, table, to, ForeignKeyAction::Cascade)
    }

    /// Rows of `columns` must exist in `table` under `to`; while they are named, that cannot go.
    fn referring(self, columns: &[&'static str], table: &'static str, to: &[&'static str]) -> Self {
        self.foreign(columns, table, to, ForeignKeyAction::NoAction)
    }

    fn foreign(
        mut self,
        columns: &[&'static str],
        table: &'static str,
        to: &[&'static str],
        on_delete: ForeignKeyAction,
    ) -> Self {
        let mut key = ForeignKey::create();
        for (column, to) in columns.iter().zip(to) {
            key.from(self.name, *column).to(table, *to);
        }
        self.create.foreign_key(key.on_delete(on_delete));
        self
    }

    fn unique(mut self, columns: &[&'static str]) -> Self {
        self.indexes.push(index(self.name, columns).unique().to_owned());
        self
    }

    fn index(mut self, columns: &[&'static str]) -> Self {
        self.indexes.push(index(self.name, columns));
        self
    }

    async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        manager.create_table(self.create).await?;
        for index in self.indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

/// The same order on every engine and server: byte by byte, whatever the server's locale is.
fn by_bytes(manager: &SchemaManager<'_>, mut column: ColumnDef) -> ColumnDef {
    if manager.get_database_backend() == sea_orm_migration::sea_orm::DatabaseBackend::Postgres {
        column.extra("COLLATE \"C\"");
    }
    column
}

fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}
