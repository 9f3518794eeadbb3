//! 見本の会社: works / who may / gone in one step.

use app::asset::{self, Query};
use app::audit_log::{self, Event, Filter, Place};
use app::organization::{find, load_sample, remove_sample};
use app::{Context, Error, OrganizationId, Role};
use catalog::Catalog;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

on_both_engines!(is_loaded_and_removed, is_for_those_who_edit_the_organization, keeps_real_companies);

fn inside(context: &Context, organization: OrganizationId) -> Context {
    let mut inside = context.clone();
    inside.organization = organization;
    inside
}

async fn is_loaded_and_removed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let catalog = Catalog::load().unwrap();
    let sample = inside(&company.officer, load_sample(&company.officer, &catalog).await.unwrap());
    let organization = find(&sample).await.unwrap();
    assert!(organization.sample && organization.name.contains("見本"));
    assert_eq!(organization.answers(&catalog).unwrap().text("employees").as_deref(), Some("24"));
    assert_eq!(asset::list(&sample, &Query::default()).await.unwrap().assets.len(), 20);
    assert!(audit_log::verify(&sample).await.unwrap().is_whole());
    let risks = app::risk::summary(&sample).await.unwrap();
    assert_eq!((risks.heat_map.total(), risks.waiting_for_me), (41, 3));
    assert_eq!(app::treatment::task_summary(&sample).await.unwrap().open, 3);

    let again = load_sample(&company.officer, &catalog).await.unwrap_err();
    assert!(again.to_string().contains("もう読み込んであります"), "{again}");

    remove_sample(&sample).await.unwrap();
    assert!(matches!(find(&sample).await, Err(Error::NotFound(_))));
    assert!(asset::list(&sample, &Query::default()).await.unwrap().assets.is_empty());
    let log = audit_log::list(&company.officer, &Filter::default(), Place::Newest, 2).await.unwrap();
    let events: Vec<_> = log.entries.iter().map(|entry| (entry.event, entry.label.as_str())).collect();
    assert_eq!(events, [(Some(Event::Removed), "見本の会社"), (Some(Event::Created), "見本の会社")]);
    assert!(audit_log::verify(&company.officer).await.unwrap().is_whole());
    load_sample(&company.officer, &catalog).await.unwrap();
}

async fn is_for_those_who_edit_the_organization(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let catalog = Catalog::load().unwrap();
    let auditor = company.with_role(Role::Auditor, None);
    assert!(matches!(load_sample(&auditor, &catalog).await, Err(Error::Forbidden)));
    let sample = load_sample(&company.officer, &catalog).await.unwrap();
    assert!(matches!(remove_sample(&inside(&auditor, sample)).await, Err(Error::Forbidden)));
    let operator = company.visitor.operator(company.organization);
    assert!(matches!(load_sample(&operator, &catalog).await, Err(Error::Refused(_))));
}

async fn keeps_real_companies(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let refused = remove_sample(&company.officer).await.unwrap_err();
    assert!(refused.to_string().contains("見本の会社だけ"), "{refused}");
    assert!(matches!(remove_sample(&company.elsewhere()).await, Err(Error::NotFound(_))));
    assert_eq!(find(&company.officer).await.unwrap().name, "見本商事");
}
