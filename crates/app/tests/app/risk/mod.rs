//! リスク.

mod change;
mod criteria;
mod identify;
mod naming;
mod numbers;
mod of_assets;
mod paging;
mod undo;
mod undo_advice;
mod undo_approval;
mod undo_together;
mod who_may;

use std::sync::OnceLock;

use app::asset::{self, Asset};
use app::risk::{ControlInput, EventInput, Input, Risk, create};
use app::{Context, DepartmentId};
use catalog::Catalog;

/// What the product knows.
pub fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| Catalog::load().unwrap())
}

/// An asset with personal data (重要度3) of that department, on a PC of the office.
pub async fn add_asset(context: &Context, name: &str, department: &str) -> Asset {
    let input = asset::Input {
        name: name.into(),
        department: department.into(),
        medium: "office-pc".into(),
        risk_owner: "営業部長".into(),
        personal: true,
        confidentiality: Some(3),
        integrity: Some(2),
        availability: Some(2),
        ..asset::Input::default()
    };
    asset::create(context, input).await.unwrap()
}

pub async fn department(context: &Context, name: &str) -> DepartmentId {
    asset::Departments::of(context).await.unwrap().named(name).unwrap()
}

/// A threat of the company's own against that asset: nothing is done against it.
pub fn input(asset: &Asset) -> Input {
    Input {
        asset: Some(asset.id),
        title: "車に置いたまま盗まれる".into(),
        origins: vec!["D".into()],
        vulnerabilities: vec!["HW-08".into(), "車の鍵を預ける".into()],
        threat_rating: Some(3),
        vulnerability_rating: Some(3),
        ..Input::default()
    }
}

/// A business event of nobody's department.
pub fn event(name: &str) -> Input {
    let event = EventInput {
        name: name.into(),
        confidentiality: Some(1),
        integrity: Some(2),
        availability: Some(2),
        ..EventInput::default()
    };
    Input { event: Some(event), title: "停電".into(), threat_rating: Some(2), ..Input::default() }
}

pub fn control(id: &str, status: &str) -> ControlInput {
    ControlInput { id: id.into(), title: String::new(), status: status.into() }
}

pub async fn add(context: &Context, input: Input) -> Risk {
    create(context, catalog(), input).await.unwrap()
}
