//! 情報資産台帳.

mod change;
mod many;
mod paging;
mod record;
mod who_may;

use app::asset::{Asset, Departments, Input, create};
use app::{Context, DepartmentId};

/// What a person types for a plain asset of 営業部.
fn input(name: &str) -> Input {
    Input {
        business: "営業".into(),
        name: name.into(),
        risk_owner: "営業部長".into(),
        department: "営業部".into(),
        medium: "internal-server".into(),
        confidentiality: Some(2),
        integrity: Some(2),
        availability: Some(1),
        ..Input::default()
    }
}

/// The same, of another department.
fn input_of(name: &str, department: &str) -> Input {
    Input { department: department.into(), ..input(name) }
}

async fn add(context: &Context, input: Input) -> Asset {
    create(context, input).await.unwrap()
}

async fn department(context: &Context, name: &str) -> DepartmentId {
    Departments::of(context).await.unwrap().named(name).unwrap()
}
