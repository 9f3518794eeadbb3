//! What undoing brings back of an approval: nobody approves for another.

use app::audit_log::{Effect, Undoing, find, undo};
use app::risk::{Input, Risk, edit, remove};
use app::treatment::{ApprovalState, approve, decide, send_back, withdraw};
use app::{AccountId, Actor, Context, Error, Role, asset};
use testkit::company::{Company, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::undo::{agreed, newest, plan, present, state};
use super::{add, add_asset, catalog, input};
use crate::people::joined;

on_both_engines!(
    comes_back_with_what_was_withdrawn,
    comes_back_with_what_was_removed,
    stays_away_where_the_owner_sent_it_back,
    is_given_anew_by_an_owner_who_may_not_undo,
    is_taken_back_by_its_giver_alone,
    what_its_giver_has_made_stale_stays_so,
);

/// The same company seen by that person.
fn seen_by(context: &Context, account: AccountId, role: Role) -> Context {
    let mut context = context.clone();
    context.actor = Actor::Person { account, name: "見本太郎".into(), roles: vec![(role, None)], read_only: false };
    context
}

/// A risk that the officer has decided, and another person, who owns it, has approved; with that person.
pub async fn approved(company: &Company, role: Role) -> (Context, Risk) {
    let officer = &company.officer;
    let (account, _) = joined(company, officer, "taro@example.jp", role, None).await;
    let owner = seen_by(officer, account, role);
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let risk = add(officer, Input { owner: Some(account), ..input(&asset) }).await;
    let risk = decide(officer, catalog(), risk.id, risk.version, plan()).await.unwrap();
    let risk = approve(&owner, catalog(), risk.id, risk.version, agreed(&risk)).await.unwrap();
    assert_eq!(risk.approval, ApprovalState::Approved);
    (owner, risk)
}

/// Whether that person can undo the record now.
pub async fn undoing(context: &Context, sequence: i64) -> Undoing {
    find(context, catalog(), sequence).await.unwrap().undoing
}

async fn comes_back_with_what_was_withdrawn(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (_, risk) = approved(&company, Role::TopManagement).await;
    let withdrawn = withdraw(officer, catalog(), risk.id, risk.version).await.unwrap();
    let record = newest(officer).await;
    assert_eq!(undoing(officer, record).await, Undoing::Possible { effect: Effect::SetBack, without_approval: false });
    undo(officer, catalog(), record).await.unwrap();
    assert_eq!(present(officer, risk.id).await.as_ref().map(state), Some(state(&risk)));
    // The undoing is undone, and that again.
    undo(officer, catalog(), newest(officer).await).await.unwrap();
    assert_eq!(present(officer, risk.id).await.as_ref().map(state), Some(state(&withdrawn)));
    undo(officer, catalog(), newest(officer).await).await.unwrap();
    assert_eq!(present(officer, risk.id).await.as_ref().map(state), Some(state(&risk)));
}

async fn comes_back_with_what_was_removed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (_, risk) = approved(&company, Role::TopManagement).await;
    remove(officer, risk.id, risk.version).await.unwrap();
    undo(officer, catalog(), newest(officer).await).await.unwrap();
    assert_eq!(present(officer, risk.id).await.as_ref().map(state), Some(state(&risk)), "the risk alone");

    let asset = risk.content.subject.asset().unwrap();
    asset::remove(officer, asset, 1).await.unwrap();
    assert_eq!(present(officer, risk.id).await, None);
    let record = newest(officer).await;
    assert_eq!(
        undoing(officer, record).await,
        Undoing::Possible { effect: Effect::BringBack, without_approval: false }
    );
    undo(officer, catalog(), record).await.unwrap();
    assert_eq!(present(officer, risk.id).await.as_ref().map(state), Some(state(&risk)), "with its asset");
}

async fn stays_away_where_the_owner_sent_it_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (owner, risk) = approved(&company, Role::SecurityOfficer).await;
    let back = send_back(&owner, catalog(), risk.id, risk.version, "期限を早めてください").await.unwrap();
    let record = newest(officer).await;
    let possible = |without_approval| Undoing::Possible { effect: Effect::SetBack, without_approval };
    assert_eq!(undoing(officer, record).await, possible(true));
    assert_eq!(undoing(&owner, record).await, possible(false));
    undo(officer, catalog(), record).await.unwrap();
    let open = present(officer, risk.id).await.unwrap();
    assert_eq!((open.approval, open.analysis.numbers()), (ApprovalState::Open, risk.analysis.numbers()));
    undo(officer, catalog(), newest(officer).await).await.unwrap();
    assert_eq!(present(officer, risk.id).await.as_ref().map(state), Some(state(&back)), "sent back again");
    undo(&owner, catalog(), record).await.unwrap();
    assert_eq!(present(officer, risk.id).await.as_ref().map(state), Some(state(&risk)), "who gave it brings it back");
}

/// Not the record took it away, but what the owner made of the risk: others do not bring it about again.
async fn what_its_giver_has_made_stale_stays_so(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (owner, risk) = approved(&company, Role::SecurityOfficer).await;
    let given = Input { owner: officer.account(), ..Input::from(&risk.content) };
    let stale = edit(&owner, catalog(), risk.id, risk.version, given).await.unwrap();
    assert_eq!(stale.approval, ApprovalState::Stale);
    let record = newest(officer).await;
    let possible = |without_approval| Undoing::Possible { effect: Effect::SetBack, without_approval };
    assert_eq!((undoing(officer, record).await, undoing(&owner, record).await), (possible(true), possible(false)));
    undo(officer, catalog(), record).await.unwrap();
    let open = present(officer, risk.id).await.unwrap();
    assert_eq!((open.approval, open.analysis.numbers()), (ApprovalState::Open, risk.analysis.numbers()));
}

async fn is_given_anew_by_an_owner_who_may_not_undo(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (owner, risk) = approved(&company, Role::TopManagement).await;
    let given = newest(officer).await;
    assert!(matches!(undo(&owner, catalog(), given).await, Err(Error::Forbidden)));
    send_back(&owner, catalog(), risk.id, risk.version, "期限を早めてください").await.unwrap();
    undo(officer, catalog(), newest(officer).await).await.unwrap();
    let open = present(officer, risk.id).await.unwrap();
    assert_eq!(open.approval, ApprovalState::Open);
    assert!(matches!(undo(&owner, catalog(), newest(officer).await).await, Err(Error::Forbidden)));
    let again = approve(&owner, catalog(), risk.id, open.version, agreed(&open)).await.unwrap();
    assert_eq!((again.approval, again.analysis.numbers()), (ApprovalState::Approved, risk.analysis.numbers()));
}

async fn is_taken_back_by_its_giver_alone(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (owner, risk) = approved(&company, Role::SecurityOfficer).await;
    let given = newest(officer).await;
    let Undoing::Never(reason) = undoing(officer, given).await else { panic!("not for others") };
    assert!(reason.contains("承認した人だけ"), "{reason}");
    let refused = undo(officer, catalog(), given).await.unwrap_err();
    assert!(matches!(&refused, Error::Refused(told) if told == reason), "{refused:?}");
    let possible = Undoing::Possible { effect: Effect::SetBack, without_approval: false };
    assert_eq!(undoing(&owner, given).await, possible);
    undo(&owner, catalog(), given).await.unwrap();
    let open = present(officer, risk.id).await.unwrap();
    assert_eq!((open.approval, open.analysis.numbers()), (ApprovalState::Open, risk.analysis.numbers()));

    // Nothing but the approval would come back: not for others.
    let taken = newest(officer).await;
    assert!(matches!(undoing(officer, taken).await, Undoing::Never(_)));
    let refused = undo(officer, catalog(), taken).await.unwrap_err().to_string();
    assert!(refused.contains("もう一度承認してもらってください"), "{refused}");
    assert_eq!(newest(officer).await, taken, "nothing was written");
    assert_eq!(undoing(&owner, taken).await, possible);
    undo(&owner, catalog(), taken).await.unwrap();
    assert_eq!(present(officer, risk.id).await.as_ref().map(state), Some(state(&risk)));
}
