//! Rows of `asset` and `register`.

/// A line of the register.
pub(crate) mod asset {
    use sea_orm::entity::prelude::*;
    use serde::Deserialize;

    use crate::store::packed::{Packable, flag};

    /// What `review_on` holds where no review is planned: after every day in byte order, so that lists by
    /// review begin with what is due.
    pub(crate) const NO_REVIEW: &str = "none";

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "asset")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub organization_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub position: i64,
        pub business: String,
        pub name: String,
        pub name_reading: String,
        pub name_sort: String,
        pub remarks: String,
        pub users: String,
        pub risk_owner: String,
        pub department: String,
        pub department_id: Option<Uuid>,
        pub medium: String,
        pub medium_as_written: String,
        pub personal: bool,
        pub sensitive: bool,
        pub my_number: bool,
        pub survival: bool,
        pub confidentiality: Option<i32>,
        pub integrity: Option<i32>,
        pub availability: Option<i32>,
        pub asset_value: Option<i32>,
        pub importance: i32,
        pub likelihood: Option<i32>,
        pub retention: String,
        pub registered_on: Option<String>,
        pub review_on: String,
        pub extra: String,
        pub search: String,
        pub created_at: i64,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    /// What is read of a row: not the keys for searching and sorting, which can be computed again. A page
    /// of a list takes as long as it has cells.
    #[derive(Clone, Debug, DerivePartialModel, Deserialize)]
    #[sea_orm(entity = "Entity")]
    pub struct Stored {
        pub id: Uuid,
        pub version: i64,
        pub position: i64,
        pub business: String,
        pub name: String,
        pub name_reading: String,
        pub remarks: String,
        pub users: String,
        pub risk_owner: String,
        pub department: String,
        pub department_id: Option<Uuid>,
        pub medium: String,
        pub medium_as_written: String,
        #[serde(deserialize_with = "flag")]
        pub personal: bool,
        #[serde(deserialize_with = "flag")]
        pub sensitive: bool,
        #[serde(deserialize_with = "flag")]
        pub my_number: bool,
        #[serde(deserialize_with = "flag")]
        pub survival: bool,
        pub confidentiality: Option<i32>,
        pub integrity: Option<i32>,
        pub availability: Option<i32>,
        pub asset_value: Option<i32>,
        pub importance: i32,
        pub likelihood: Option<i32>,
        pub retention: String,
        pub registered_on: Option<String>,
        pub review_on: String,
        pub extra: String,
        pub created_at: i64,
        pub updated_at: i64,
    }

    impl Packable for Stored {
        type Entity = Entity;

        fn columns() -> Vec<Column> {
            vec![
                Column::Id,
                Column::Version,
                Column::Position,
                Column::Business,
                Column::Name,
                Column::NameReading,
                Column::Remarks,
                Column::Users,
                Column::RiskOwner,
                Column::Department,
                Column::DepartmentId,
                Column::Medium,
                Column::MediumAsWritten,
                Column::Personal,
                Column::Sensitive,
                Column::MyNumber,
                Column::Survival,
                Column::Confidentiality,
                Column::Integrity,
                Column::Availability,
                Column::AssetValue,
                Column::Importance,
                Column::Likelihood,
                Column::Retention,
                Column::RegisteredOn,
                Column::ReviewOn,
                Column::Extra,
                Column::CreatedAt,
                Column::UpdatedAt,
            ]
        }
    }
}

/// The register as a whole: how many lines, the last position given, the company's own columns.
pub(crate) mod register {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "register")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub organization_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        pub count: i64,
        pub last_position: i64,
        pub extra_columns: String,
        pub numbered: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
