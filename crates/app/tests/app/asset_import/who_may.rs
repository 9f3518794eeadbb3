//! Who may bring a register in, and into which organization.

use app::asset::import::{Selection, apply_now, discard, look, read_again, waiting};
use app::{Error, Permission, Role};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::*;

on_both_engines!(only_who_may_import, other_organizations_see_nothing);

const LINE: &str = "営業,い,,営業部,書類,,1,1,1,";

async fn only_who_may_import(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    import(&company.officer, csv(&[LINE])).await;
    let department = assets(&company.officer).await[0].department;
    let id = send(&company.officer, csv(&["営業,い,棚,営業部,書類,,1,1,1,"])).await;
    let seen = ready(&company.officer, id).await.fingerprint;
    for role in Role::ALL {
        let context = company.with_role(role, department.filter(|_| role.of_department()));
        let all = [
            upload(&context, &CATALOG, csv(&[LINE]), Options::default()).await.map(|_| ()),
            look(&context, &CATALOG, csv(&[LINE]), &Options::default()).await.map(|_| ()),
            preview(&context, &CATALOG, id).await.map(|_| ()),
            waiting(&context).await.map(|_| ()),
            read_again(&context, id, Options::default()).await,
        ];
        let may = role.allows(Permission::ImportAssets);
        assert!(all.iter().all(|done| done.is_ok() == may), "{role:?} {all:?}");
        if !may {
            let all = [
                apply(&context, &CATALOG, id, &Selection::All, &seen).await.map(|_| ()),
                apply_now(&context, &CATALOG, id, &Selection::All, &seen, None).await.map(|_| ()),
                discard(&context, id).await,
            ];
            assert!(all.iter().all(|done| matches!(done, Err(Error::Forbidden))), "{role:?} {all:?}");
        }
    }
    assert_eq!(assets(&company.officer).await[0].version, 1, "nothing was written");
}

async fn other_organizations_see_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let other = company.another("別の会社").await;
    import(&company.officer, csv(&[LINE])).await;
    let id = send(&company.officer, csv(&[LINE, "営業,ろ,,営業部,書類,,1,1,1,"])).await;
    let seen = ready(&company.officer, id).await.fingerprint;
    let all = [
        preview(&other, &CATALOG, id).await.map(|_| ()),
        apply(&other, &CATALOG, id, &Selection::All, &seen).await.map(|_| ()),
        discard(&other, id).await,
        read_again(&other, id, Options::default()).await,
    ];
    assert!(all.iter().all(|done| matches!(done, Err(Error::NotFound(_)))), "{all:?}");
    assert!(waiting(&other).await.unwrap().is_empty());
    // The same file is all new there.
    let own = send(&other, csv(&[LINE])).await;
    assert_eq!(ready(&other, own).await.counts.new, 1);
    bring(&other, own, &Selection::All).await.unwrap();
    assert_eq!((assets(&other).await.len(), assets(&company.officer).await.len()), (1, 1));
}
