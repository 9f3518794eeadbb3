//! Which risks name an entry of the catalog.

use app::risk::{ControlInput, Filter, Identified, Input, Named, Query, identify, list, naming, report};
use app::store::paging::Total;
use app::treatment::{self, TaskInput};
use app::{Error, Permission, Role};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, add_asset, catalog, department, event, input};
use crate::documents::column;

on_both_engines!(
    risks_are_found_by_what_they_name,
    a_narrowed_list_says_so_when_written_out,
    who_may_not_see_risks_learns_no_number,
    a_manager_counts_the_department,
    another_organization_counts_its_own
);

fn line(id: &str) -> Named {
    Named::Line(id.into())
}

async fn risks_are_found_by_what_they_name(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let lines = vec!["office-pc.ransomware".to_owned()];
    identify(officer, catalog(), &Identified { lines, assets: vec![asset.id], all_without_risks: false })
        .await
        .unwrap();
    let encrypted = list(officer, &Query::default()).await.unwrap().risks[0].id;
    let control = ControlInput { id: "8.13".into(), status: "partial".into(), ..ControlInput::default() };
    let stolen = add(officer, Input { controls: vec![control], ..input(&asset) }).await;
    // Words of people are no ids, whatever they say.
    let said = Input { remarks: "\"id\":\"8.7\" と「8.13」".into(), ..event("8.13") };
    add(officer, said).await;
    let known = catalog().line("office-pc.ransomware").unwrap();
    for (named, expected) in [
        (line("office-pc.ransomware"), vec![encrypted]),
        (line("office-pc"), vec![]),
        (Named::Threat(known.threats[0].clone()), vec![encrypted]),
        (Named::Vulnerability(known.vulnerabilities[0].clone()), vec![encrypted]),
        (Named::Vulnerability("HW-08".into()), vec![stolen.id]),
        (Named::Control("8.13".into()), vec![stolen.id]),
        (Named::Control("8.1".into()), vec![]),
        (Named::Control("8.7".into()), vec![]),
    ] {
        let filter = Filter { named: Some(named.clone()), ..Filter::default() };
        assert!(!filter.is_empty());
        let found = list(officer, &Query { filter, ..Query::default() }).await.unwrap();
        assert_eq!(found.risks.iter().map(|risk| risk.id).collect::<Vec<_>>(), expected, "{named:?}");
        assert_eq!(naming(officer, &named).await.unwrap(), Total::Exactly(expected.len() as u64), "{named:?}");
    }
    let task = TaskInput {
        what: "ウイルス対策ソフトを入れる".into(), control: "8.7".into(), ..TaskInput::default()
    };
    let decision = treatment::Input { treatment: "reduce".into(), tasks: vec![task], ..treatment::Input::default() };
    treatment::decide(officer, catalog(), stolen.id, stolen.version, decision).await.unwrap();
    let planned = naming(officer, &Named::Control("8.7".into())).await.unwrap();
    assert_eq!(planned, Total::Exactly(1), "a task puts it in place");
}

async fn a_narrowed_list_says_so_when_written_out(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    add(&company.officer, event("受注が止まる")).await;
    let named = Filter { named: Some(Named::Threat("CI-04".into())), ..Filter::default() };
    for (filter, scope) in [(Filter::default(), "全社"), (named, "次のリスクだけ（知識の「CI-04」を挙げている）")]
    {
        let document = report(&company.officer, catalog(), &filter, "xlsx").await.unwrap();
        assert_eq!(document.front.scope, scope);
    }
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    add(&company.officer, Input { review_on: "2027-03-31".into(), ..input(&asset) }).await;
    let document = report(&company.officer, catalog(), &Filter::default(), "xlsx").await.unwrap();
    assert!(column(&document, "見直し予定日").contains(&"2027/3/31".to_owned()));
    let undecided = column(&document, "承認").concat();
    assert_eq!(undecided, "");
}

async fn who_may_not_see_risks_learns_no_number(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for role in Role::ALL.into_iter().filter(|role| !role.of_department()) {
        let answer = naming(&company.with_role(role, None), &line("office-pc.ransomware")).await;
        match role.allows(Permission::ReadRisks) {
            true => assert_eq!(answer.unwrap(), Total::Exactly(0), "{role:?}"),
            false => assert!(matches!(answer, Err(Error::Forbidden)), "{role:?}"),
        }
    }
}

async fn a_manager_counts_the_department(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for (name, department) in [("顧客リスト", "営業部"), ("図面", "製造部")] {
        let asset = add_asset(&company.officer, name, department).await;
        add(&company.officer, input(&asset)).await;
    }
    let sales = department(&company.officer, "営業部").await;
    let manager = company.with_role(Role::DepartmentManager, Some(sales));
    let weakness = Named::Vulnerability("HW-08".into());
    assert_eq!(naming(&company.officer, &weakness).await.unwrap(), Total::Exactly(2));
    assert_eq!(naming(&manager, &weakness).await.unwrap(), Total::Exactly(1));
}

async fn another_organization_counts_its_own(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    add(&company.officer, input(&asset)).await;
    let weakness = Named::Vulnerability("HW-08".into());
    assert_eq!(naming(&company.elsewhere(), &weakness).await.unwrap(), Total::Exactly(0));
    assert_eq!(naming(&company.another("別の会社").await, &weakness).await.unwrap(), Total::Exactly(0));
}
