//! Who may see and change which assets.

use app::asset::{
    Changes, Departments, Filter, Input, Query, Selection, create, edit, edit_many, export, find, history, list,
    remove, remove_many,
};
use app::{Context, Error, Role};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, department, input, input_of};

on_both_engines!(roles_keep_to_what_they_may, a_manager_keeps_to_the_department, another_organization_sees_nothing);

async fn roles_keep_to_what_they_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add(&company.officer, input("見積書")).await;
    for role in Role::ALL.into_iter().filter(|role| !role.of_department()) {
        let context = company.with_role(role, None);
        let reads = role.allows(app::Permission::ReadAssets);
        let edits = role.allows(app::Permission::EditAssets);
        let seen = [
            list(&context, &Query::default()).await.map(|_| ()),
            find(&context, asset.id).await.map(|found| assert_eq!(found.changeable, edits)),
            history(&context, asset.id).await.map(|_| ()),
            export(&context, &Filter::default()).await.map(|_| ()),
            Departments::of(&context).await.map(|_| ()),
        ];
        for result in seen {
            assert_eq!(result.is_ok(), reads, "{role:?} {result:?}");
            assert!(matches!(result, Ok(()) | Err(Error::Forbidden)), "{role:?}");
        }
        let chosen = Selection::Chosen(vec![asset.id]);
        let changes = Changes { users: Some("全員".into()), ..Changes::default() };
        let current = find(&company.officer, asset.id).await.unwrap().asset;
        let changed = [
            create(&context, input("別")).await.map(|_| ()),
            edit(&context, asset.id, current.version, input("見積書")).await.map(|_| ()),
            edit_many(&context, &chosen, changes).await.map(|_| ()),
            remove(&context, app::AssetId::new(), 1).await,
            remove_many(&context, &Selection::Chosen(Vec::new())).await.map(|_| ()),
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
    let own = add(&company.officer, input("見積書")).await;
    let other = add(&company.officer, input_of("図面", "製造部")).await;
    let none = add(&company.officer, input_of("どこにもない", "")).await;
    let sales = department(&company.officer, "営業部").await;
    let manager = company.with_role(Role::DepartmentManager, Some(sales));
    let seen = list(&manager, &Query::default()).await.unwrap();
    assert_eq!(seen.assets, std::slice::from_ref(&own));
    assert_eq!(seen.total, app::store::paging::Total::Exactly(1));
    assert_eq!(export(&manager, &Filter::default()).await.unwrap().count, 1);
    for hidden in [other.id, none.id] {
        assert!(matches!(find(&manager, hidden).await, Err(Error::NotFound(_))));
        assert!(matches!(history(&manager, hidden).await, Err(Error::NotFound(_))));
        assert!(matches!(edit(&manager, hidden, 1, input("盗")).await, Err(Error::NotFound(_))));
        assert!(matches!(remove(&manager, hidden, 1).await, Err(Error::NotFound(_))));
    }
    let everything = Selection::Chosen(vec![own.id, other.id, none.id]);
    let changes = Changes { users: Some("営業部員".into()), ..Changes::default() };
    assert_eq!(edit_many(&manager, &everything, changes).await.unwrap().changed, 1);
    assert_eq!(find(&company.officer, other.id).await.unwrap().asset, other);
    // Neither into another department, nor into a new one, nor into none.
    for target in ["製造部", "秘密部", ""] {
        let typed = || input_of("移す", target);
        assert!(matches!(create(&manager, typed()).await, Err(Error::Invalid { .. })), "{target}");
        assert!(matches!(edit(&manager, own.id, 2, typed()).await, Err(Error::Invalid { .. })), "{target}");
        let changes = Changes { department: Some(target.into()), ..Changes::default() };
        let moved = edit_many(&manager, &Selection::Matching(Filter::default()), changes).await;
        assert!(matches!(moved, Err(Error::Invalid { .. })), "{target}");
    }
    assert_eq!(Departments::of(&company.officer).await.unwrap().iter().count(), 2, "no department was made");
    add(&manager, input_of("新しい見積書", "営業 部")).await;
    assert_eq!(remove_many(&manager, &Selection::Matching(Filter::default())).await.unwrap(), 2);
    assert_eq!(list(&company.officer, &Query::default()).await.unwrap().assets, [other, none]);
}

async fn another_organization_sees_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add(&company.officer, Input { personal: true, ..input("見積書") }).await;
    let foreign: Context = company.elsewhere();
    assert!(list(&foreign, &Query::default()).await.unwrap().assets.is_empty());
    assert!(matches!(find(&foreign, asset.id).await, Err(Error::NotFound(_))));
    assert!(matches!(history(&foreign, asset.id).await, Err(Error::NotFound(_))));
    assert!(matches!(edit(&foreign, asset.id, 1, input("盗")).await, Err(Error::NotFound(_))));
    let chosen = Selection::Chosen(vec![asset.id]);
    let changes = Changes { users: Some("盗".into()), ..Changes::default() };
    assert_eq!(edit_many(&foreign, &chosen, changes).await.unwrap().changed, 0);
    assert_eq!(Departments::of(&foreign).await.unwrap().iter().count(), 0);
    assert_eq!(find(&company.officer, asset.id).await.unwrap().asset, asset);
}
