//! リスク対応.

mod approval;
mod effect;
mod promise;
mod report;
mod review;
mod tasks;
mod who_may;

use app::Context;
use app::risk::{self, Risk, owners};
use app::treatment::{Acceptance, Input, TaskInput, decide};

use super::risk::{add, add_asset, catalog, input};

/// A risk of level 9 that the officer owns.
async fn owned(context: &Context) -> Risk {
    let asset = add_asset(context, "顧客リスト", "営業部").await;
    let owner = owners(context).await.unwrap()[0].account;
    add(context, risk::Input { owner: Some(owner), ..input(&asset) }).await
}

/// Two controls are put in place.
fn reduce() -> Input {
    let task = |what: &str, control: &str, due: &str| TaskInput {
        what: what.into(),
        control: control.into(),
        responsible: "総務".into(),
        due_on: due.into(),
        cost: "12,000円".into(),
        ..TaskInput::default()
    };
    Input {
        treatment: "reduce".into(),
        expected: Some(2),
        tasks: vec![task("持ち出しを許可制にする", "7.9", "2026-12-31"), task("", "8.24", "2027-01-31")],
        ..Input::default()
    }
}

fn accept() -> Input {
    Input {
        treatment: "accept".into(),
        reason: "来年の入れ替えまで使う".into(),
        review_on: "2027-03-31".into(),
        ..Input::default()
    }
}

/// What the owner says of the numbers as they are.
fn because(risk: &Risk, reason: &str) -> Acceptance {
    Acceptance { reason: reason.into(), review_on: "2027-03-31".into(), numbers: risk.analysis.numbers() }
}

async fn decided(context: &Context, risk: &Risk, input: Input) -> Risk {
    decide(context, catalog(), risk.id, risk.version, input).await.unwrap()
}
