//! What other risk criteria would change, and what is still to be identified.

use app::risk::{Input, preview_criteria, remove, unidentified};
use app::{Error, Permission, Role};
use method::{Band, Medium, RiskCriteria};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, add_asset, event, input};

on_both_engines!(criteria_are_tried_before_they_are_chosen, assets_without_risks_are_counted, who_may_try_criteria);

async fn criteria_are_tried_before_they_are_chosen(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    for likelihood in [1, 2, 2, 3] {
        add(officer, Input { likelihood: Some(likelihood), ..input(&asset) }).await;
    }
    let now = preview_criteria(officer, RiskCriteria::tokyo()).await.unwrap();
    assert_eq!((now.changed(), now.risks.len(), now.heat_map.total()), (0, 0, 4), "nothing changes");
    let then = preview_criteria(officer, RiskCriteria::own("自社の区分", 9, 6).unwrap()).await.unwrap();
    assert_eq!(then.moves(), [(Band::High, Band::Medium, 2), (Band::Medium, Band::Low, 1)], "6 twice, 3 once");
    assert_eq!(then.changed(), 3);
    let levels: Vec<u8> = then.risks.iter().map(|risk| risk.level().value()).collect();
    assert_eq!(levels, [6, 6, 3], "the highest first, and 9 stays 高");
    assert_eq!(then.now, RiskCriteria::tokyo(), "nothing was chosen");
}

async fn assets_without_risks_are_counted(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    add_asset(officer, "見積書", "営業部").await;
    add(officer, event("受注が止まる")).await;
    let of_pc = async || {
        let counts = unidentified(officer).await.unwrap();
        assert_eq!(counts.len(), Medium::ALL.len(), "media without assets stand among them");
        let pc = counts.into_iter().find(|count| count.medium == Medium::OfficePc).unwrap();
        (pc.assets, pc.without_risks)
    };
    assert_eq!(of_pc().await, (2, 2), "an event is no risk of an asset");
    let risk = add(officer, input(&asset)).await;
    add(officer, input(&asset)).await;
    assert_eq!(of_pc().await, (2, 1));
    remove(officer, risk.id, 1).await.unwrap();
    assert_eq!(of_pc().await, (2, 1), "one is left");
    let other = company.another("別の会社").await;
    assert!(unidentified(&other).await.unwrap().iter().all(|count| count.assets == 0));
}

async fn who_may_try_criteria(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    for role in Role::ALL.into_iter().filter(|role| !role.of_department()) {
        let context = company.with_role(role, None);
        let may = role.allows(Permission::EditOrganization) && role.allows(Permission::ReadRisks);
        let tried = preview_criteria(&context, RiskCriteria::tokyo()).await;
        assert_eq!(tried.is_ok(), may, "{role:?} {tried:?}");
        assert!(may || matches!(tried, Err(Error::Forbidden)));
    }
}
