//! Undoing any step restores the numbers.

use app::audit_log::{Entry, Filter, Place, list, undo};
use app::risk::{self, Content, Identified, Input, Numbers, Query, Risk, edit, find, identify, remove};
use app::treatment::{
    Acceptance, ApprovalState, Input as Decided, TaskInput, TaskStatus, approve, decide, progress, send_back, withdraw,
};
use app::{Context, Error, RiskId, asset};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, add_asset, catalog, control, input};

on_both_engines!(
    steps_of_a_risk,
    an_asset_takes_its_risks_along_and_brings_them_back,
    every_sort_of_change_is_undone_exactly,
    what_is_avoided_happens_again,
);

pub async fn newest(context: &Context) -> i64 {
    list(context, &Filter::default(), Place::Newest, 1).await.unwrap().entries[0].sequence
}

/// The risk as it is now; `None` where there is none.
pub async fn present(context: &Context, id: RiskId) -> Option<Risk> {
    match find(context, catalog(), id).await {
        Ok(found) => Some(found.risk),
        Err(Error::NotFound(_)) => None,
        Err(error) => panic!("{error:?}"),
    }
}

/// Its numbers, its approval, and all that was said of it: whatever an undoing has to restore.
pub fn state(risk: &Risk) -> (Numbers, ApprovalState, Content) {
    (risk.analysis.numbers(), risk.approval, risk.content.clone())
}

/// One task without a control, which brings つけ込みやすさ down to 2.
pub fn plan() -> Decided {
    let task =
        TaskInput {
            what: "車に置かない決まりを守る".into(), due_on: "2026-12-31".into(), ..TaskInput::default()
        };
    Decided { treatment: "reduce".into(), expected: Some(2), tasks: vec![task], ..Decided::default() }
}

/// What the owner says of the numbers as they are.
pub fn agreed(risk: &Risk) -> Acceptance {
    Acceptance { reason: "予算の範囲".into(), review_on: "2027-03-31".into(), numbers: risk.analysis.numbers() }
}

async fn level(context: &Context, id: RiskId) -> Option<u8> {
    present(context, id).await.map(|risk| risk.analysis.level().value())
}

async fn steps_of_a_risk(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let risk = add(officer, input(&asset)).await;
    let created = newest(officer).await;
    let controls = vec![control("7.9", "implemented")];
    let better = Input { controls, vulnerability_rating: None, ..input(&asset) };
    edit(officer, catalog(), risk.id, 1, better).await.unwrap();
    let changed = newest(officer).await;
    assert_eq!(level(officer, risk.id).await, Some(3));
    let error = undo(officer, catalog(), created).await.unwrap_err();
    assert!(error.to_string().contains("この記録のあとで変わっています"), "{error}");
    undo(officer, catalog(), changed).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(9));
    let undone = newest(officer).await;
    undo(officer, catalog(), undone).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(3));
    let version = find(officer, catalog(), risk.id).await.unwrap().risk.version;
    remove(officer, risk.id, version).await.unwrap();
    let removed = newest(officer).await;
    assert_eq!(level(officer, risk.id).await, None);
    undo(officer, catalog(), removed).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(3));
    assert!(find(officer, catalog(), risk.id).await.unwrap().risk.version > version, "no old version comes again");
}

async fn an_asset_takes_its_risks_along_and_brings_them_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let risk = add(officer, input(&asset)).await;
    asset::remove(officer, asset.id, 1).await.unwrap();
    assert_eq!(level(officer, risk.id).await, None);
    let removed = newest(officer).await;
    undo(officer, catalog(), removed - 1).await.unwrap_err();
    undo(officer, catalog(), removed).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(9));
    // Its value follows the register's undoing too.
    let plain = asset::Input { personal: false, confidentiality: Some(1), ..asset::Input::from(&asset.content) };
    let version = asset::find(officer, asset.id).await.unwrap().asset.version;
    asset::edit(officer, asset.id, version, plain).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(6));
    let changed = newest(officer).await;
    undo(officer, catalog(), changed).await.unwrap();
    assert_eq!(level(officer, risk.id).await, Some(9));
}

/// The newest change of the risk is undone and done again; answers the risk after it.
async fn there_and_back(context: &Context, id: RiskId, before: Option<&Risk>) -> Option<Risk> {
    let changed = newest(context).await;
    let after = present(context, id).await;
    assert_ne!(after.as_ref().map(state), before.map(state), "{changed} has changed something");
    undo(context, catalog(), changed).await.unwrap();
    assert_eq!(present(context, id).await.as_ref().map(state), before.map(state), "{changed} is undone");
    undo(context, catalog(), newest(context).await).await.unwrap();
    let again = present(context, id).await;
    assert_eq!(again.as_ref().map(state), after.as_ref().map(state), "{changed} is done again");
    again
}

async fn every_sort_of_change_is_undone_exactly(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, catalog());
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let lines = vec!["office-pc.ransomware".to_owned()];
    identify(officer, catalog, &Identified { lines, assets: vec![asset.id], all_without_risks: false }).await.unwrap();
    let id = risk::list(officer, &Query::default()).await.unwrap().risks[0].id;
    let risk = there_and_back(officer, id, None).await.unwrap();

    let rated = Input {
        threat_rating: Some(3),
        vulnerability_rating: Some(3),
        owner: officer.account(),
        ..Input::from(&risk.content)
    };
    edit(officer, catalog, id, risk.version, rated).await.unwrap();
    let risk = there_and_back(officer, id, Some(&risk)).await.unwrap();
    assert_eq!(risk.analysis.level().value(), 9);
    decide(officer, catalog, id, risk.version, plan()).await.unwrap();
    let risk = there_and_back(officer, id, Some(&risk)).await.unwrap();
    send_back(officer, catalog, id, risk.version, "期限を早めてください").await.unwrap();
    let risk = there_and_back(officer, id, Some(&risk)).await.unwrap();
    approve(officer, catalog, id, risk.version, agreed(&risk)).await.unwrap();
    let mut risk = there_and_back(officer, id, Some(&risk)).await.unwrap();
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    for (status, confirmed) in [(TaskStatus::Doing, false), (TaskStatus::Done, true)] {
        progress(officer, catalog, id, risk.version, task, status, confirmed).await.unwrap();
        risk = there_and_back(officer, id, Some(&risk)).await.unwrap();
    }
    assert_eq!((risk.analysis.level().value(), risk.approval), (6, ApprovalState::Approved));
    withdraw(officer, catalog, id, risk.version).await.unwrap();
    let risk = there_and_back(officer, id, Some(&risk)).await.unwrap();
    remove(officer, id, risk.version).await.unwrap();
    assert_eq!(there_and_back(officer, id, Some(&risk)).await, None);

    // The log tells them apart.
    let of_risk = Filter { thing: Some(id.0), ..Filter::default() };
    let mut entries = list(officer, &of_risk, Place::Newest, 100).await.unwrap().entries;
    entries.retain(|entry| entry.undoes.is_none());
    let told: Vec<&str> = entries.iter().rev().map(Entry::event_title).collect();
    let expected =
        ["追加", "変更", "対応の決定", "差し戻し", "承認", "作業の進み", "作業の進み", "対応の取りやめ", "削除"];
    assert_eq!(told, expected);
}

async fn what_is_avoided_happens_again(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, catalog());
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let risk = add(officer, Input { owner: officer.account(), ..input(&asset) }).await;
    let avoided =
        Decided { treatment: "avoid".into(), means: "車で運ぶのをやめる".into(), expected: None, ..plan() };
    let risk = decide(officer, catalog, risk.id, risk.version, avoided).await.unwrap();
    let risk = approve(officer, catalog, risk.id, risk.version, agreed(&risk)).await.unwrap();
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let done = progress(officer, catalog, risk.id, risk.version, task, TaskStatus::Done, true).await.unwrap();
    assert_eq!((done.analysis.level().value(), done.content.threat.rating.map(method::Rating::value)), (3, Some(1)));
    undo(officer, catalog, newest(officer).await).await.unwrap();
    let back = present(officer, risk.id).await.unwrap();
    assert_eq!(state(&back), state(&risk));
    assert_eq!((back.analysis.level().value(), back.level_before().value()), (9, 9));
}
