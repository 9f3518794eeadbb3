//! Who may see and change which risks.

use app::risk::{
    Filter, Identified, Input, Query, assign_owner, create, create_many, edit, find, history, identify, list, owners,
    preview_owner, propose, remove, remove_many, summary, version,
};
use app::{Error, Permission, Role};
use method::Medium;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, add_asset, catalog, department, event, input};
use crate::people::joined;

on_both_engines!(roles_keep_to_what_they_may, a_manager_keeps_to_the_department, another_organization_sees_nothing);

async fn roles_keep_to_what_they_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let risk = add(&company.officer, input(&asset)).await;
    let catalog = catalog();
    for role in Role::ALL.into_iter().filter(|role| !role.of_department()) {
        let context = company.with_role(role, None);
        let reads = role.allows(Permission::ReadRisks);
        let edits = role.allows(Permission::EditRisks);
        let seen = [
            list(&context, &Query::default()).await.map(|_| ()),
            find(&context, catalog, risk.id).await.map(|found| assert_eq!(found.changeable, edits)),
            history(&context, catalog, risk.id).await.map(|_| ()),
            version(&context, catalog, risk.id, 1).await.map(|_| ()),
            summary(&context).await.map(|_| ()),
        ];
        for result in seen {
            assert_eq!(result.is_ok(), reads, "{role:?} {result:?}");
            assert!(matches!(result, Ok(()) | Err(Error::Forbidden)), "{role:?}");
        }
        let current = find(&company.officer, catalog, risk.id).await.unwrap().risk;
        let lines = Identified { lines: vec!["paper.loss".into()], assets: vec![asset.id], all_without_risks: false };
        let remarks = Input { remarks: role.title().into(), ..input(&asset) };
        let changed = [
            create(&context, catalog, event("別")).await.map(|_| ()),
            create_many(&context, catalog, &input(&asset), &[asset.id]).await.map(|_| ()),
            edit(&context, catalog, risk.id, current.version, remarks).await.map(|_| ()),
            propose(&context, catalog, Medium::Paper).await.map(|_| ()),
            identify(&context, catalog, &lines).await.map(|_| ()),
            owners(&context).await.map(|_| ()),
            preview_owner(&context, &[risk.id]).await.map(|_| ()),
            assign_owner(&context, catalog, &[], company.officer.account().unwrap()).await.map(|_| ()),
            remove(&context, app::RiskId::new(), 1).await,
            remove_many(&context, &[]).await.map(|_| ()),
        ];
        for result in changed {
            let allowed = matches!(result, Ok(()) | Err(Error::NotFound(_)));
            assert_eq!(allowed, edits, "{role:?} {result:?}");
            assert!(allowed || matches!(result, Err(Error::Forbidden)), "{role:?} {result:?}");
        }
    }
}

async fn a_manager_keeps_to_the_department(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let own = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let other = add_asset(&company.officer, "図面", "製造部").await;
    let (mine, theirs) = (add(&company.officer, input(&own)).await, add(&company.officer, input(&other)).await);
    let whole = add(&company.officer, event("受注が止まる")).await;
    let sales = department(&company.officer, "営業部").await;
    let manager = company.with_role(Role::DepartmentManager, Some(sales));
    let seen = list(&manager, &Query::default()).await.unwrap().risks;
    assert_eq!(seen.iter().map(|risk| risk.id).collect::<Vec<_>>(), [mine.id]);
    assert_eq!(summary(&manager).await.unwrap().heat_map.total(), 1);
    for hidden in [theirs.id, whole.id] {
        assert!(matches!(find(&manager, catalog(), hidden).await, Err(Error::NotFound(_))));
        assert!(matches!(history(&manager, catalog(), hidden).await, Err(Error::NotFound(_))));
        assert!(matches!(remove(&manager, hidden, 1).await, Err(Error::NotFound(_))));
    }
    assert_eq!(remove_many(&manager, &[theirs.id, whole.id]).await.unwrap(), 0);
    assert!(matches!(create(&manager, catalog(), input(&other)).await, Err(Error::NotFound(_))));
    assert!(matches!(create(&manager, catalog(), event("別")).await, Err(Error::Forbidden)));
    let both = create_many(&manager, catalog(), &input(&own), &[own.id, other.id]).await;
    assert!(matches!(both, Err(Error::Invalid { .. })), "{both:?}");
    let officer = &company.officer;
    let (taro, _) = joined(&company, officer, "taro@example.jp", Role::DepartmentManager, Some(sales)).await;
    let (some, all) = ([mine.id], [mine.id, theirs.id, whole.id]);
    assert_eq!(preview_owner(officer, &some).await.unwrap().choices.len(), 2);
    assert_eq!(preview_owner(officer, &all).await.unwrap().choices.len(), 1, "only who may own all of them");
    assert!(matches!(assign_owner(officer, catalog(), &all, taro).await, Err(Error::Invalid { .. })));
    assert_eq!(preview_owner(&manager, &all).await.unwrap().risks, 1);
    assert_eq!(assign_owner(&manager, catalog(), &all, taro).await.unwrap(), 1, "only for the own department");
    let lines = vec!["office-pc.ransomware".to_owned()];
    let wanted = Identified { lines, assets: vec![own.id, other.id], all_without_risks: false };
    assert_eq!(identify(&manager, catalog(), &wanted).await.unwrap(), 1, "only for the own department");
}

async fn another_organization_sees_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let risk = add(&company.officer, input(&asset)).await;
    let other = company.another("隣の会社").await;
    assert!(list(&other, &Query::default()).await.unwrap().risks.is_empty());
    assert_eq!(summary(&other).await.unwrap().heat_map.total(), 0);
    assert!(propose(&other, catalog(), Medium::OfficePc).await.unwrap().assets.is_empty());
    assert!(matches!(find(&other, catalog(), risk.id).await, Err(Error::NotFound(_))));
    assert!(matches!(history(&other, catalog(), risk.id).await, Err(Error::NotFound(_))));
    assert!(matches!(edit(&other, catalog(), risk.id, 1, input(&asset)).await, Err(Error::NotFound(_))));
    assert!(matches!(remove(&other, risk.id, 1).await, Err(Error::NotFound(_))));
    assert_eq!(remove_many(&other, &[risk.id]).await.unwrap(), 0);
    assert!(matches!(version(&other, catalog(), risk.id, 1).await, Err(Error::NotFound(_))));
    assert_eq!(preview_owner(&other, &[risk.id]).await.unwrap().risks, 0);
    assert_eq!(assign_owner(&other, catalog(), &[risk.id], other.account().unwrap()).await.unwrap(), 0);
    let many = create_many(&other, catalog(), &input(&asset), &[asset.id]).await;
    assert!(matches!(many, Err(Error::Invalid { .. })), "{many:?}");
    assert!(matches!(create(&other, catalog(), input(&asset)).await, Err(Error::NotFound(_))));
    let filter = Filter { asset: Some(asset.id), ..Filter::default() };
    assert!(list(&other, &Query { filter, ..Query::default() }).await.unwrap().risks.is_empty());
    let lines = vec!["office-pc.ransomware".to_owned()];
    let wanted = Identified { lines, assets: vec![asset.id], all_without_risks: true };
    assert_eq!(identify(&other, catalog(), &wanted).await.unwrap(), 0);
}
