//! Rows of `risk` and `treatment_task`.

/// A risk.
pub(crate) mod risk {
    use sea_orm::entity::prelude::*;
    use serde::Deserialize;

    use crate::store::packed::Packable;

    /// What `review_on` holds where no review is planned: after every day in byte order.
    pub(crate) const NO_REVIEW: &str = "none";

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "risk")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub organization_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub content: String,
        pub kind: String,
        pub asset_id: Option<Uuid>,
        pub department_id: Option<Uuid>,
        pub line: String,
        pub name: String,
        pub name_sort: String,
        pub title: String,
        pub medium: String,
        pub importance: i32,
        pub threat: i32,
        pub vulnerability: i32,
        pub likelihood: i32,
        pub level: i32,
        pub residual_likelihood: Option<i32>,
        pub residual_level: Option<i32>,
        pub controls_in_place: i32,
        pub treatment: Option<String>,
        pub approval: String,
        pub owner: String,
        pub owner_account_id: Option<Uuid>,
        pub review_on: String,
        pub search: String,
        pub created_at: i64,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    /// What a list shows of a risk: its content is not read.
    #[derive(Clone, Debug, DerivePartialModel, Deserialize)]
    #[sea_orm(entity = "Entity")]
    pub struct Listed {
        pub id: Uuid,
        pub version: i64,
        pub asset_id: Option<Uuid>,
        pub department_id: Option<Uuid>,
        pub name: String,
        pub name_sort: String,
        pub title: String,
        pub medium: String,
        pub importance: i32,
        pub likelihood: i32,
        pub level: i32,
        pub residual_level: Option<i32>,
        pub controls_in_place: i32,
        pub treatment: Option<String>,
        pub approval: String,
        pub owner: String,
        pub review_on: String,
        pub updated_at: i64,
    }

    impl Packable for Listed {
        type Entity = Entity;

        fn columns() -> Vec<Column> {
            vec![
                Column::Id,
                Column::Version,
                Column::AssetId,
                Column::DepartmentId,
                Column::Name,
                Column::NameSort,
                Column::Title,
                Column::Medium,
                Column::Importance,
                Column::Likelihood,
                Column::Level,
                Column::ResidualLevel,
                Column::ControlsInPlace,
                Column::Treatment,
                Column::Approval,
                Column::Owner,
                Column::ReviewOn,
                Column::UpdatedAt,
            ]
        }
    }
}

/// A task of a decided treatment.
pub(crate) mod task {
    use sea_orm::entity::prelude::*;

    /// What `due_on` holds where no day is set.
    pub(crate) const NO_DAY: &str = "none";

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "treatment_task")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub organization_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub risk_id: Uuid,
        pub department_id: Option<Uuid>,
        pub position: i32,
        pub status: String,
        pub due_on: String,
        pub responsible: String,
        pub responsible_account_id: Option<Uuid>,
        pub what: String,
        pub control: String,
        pub cost: Option<i64>,
        pub done_on: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::risk::Entity",
            from = "(Column::OrganizationId, Column::RiskId)",
            to = "(super::risk::Column::OrganizationId, super::risk::Column::Id)"
        )]
        Risk,
    }

    impl Related<super::risk::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Risk.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}
