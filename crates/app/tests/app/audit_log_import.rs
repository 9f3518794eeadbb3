//! 監査ログ: undoing an import with all its assets.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use app::asset::import::{Applied, Material, Options, Reading, Selection, apply, preview, upload};
use app::asset::{self, Asset, Input, Query};
use app::audit_log::{self, Effect, Entity, Event, Filter, Place, Undoing, find, undo};
use app::risk::{self, Identified, identify, propose};
use app::{Context, Error, RiskId};
use catalog::Catalog;
use method::Medium;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

on_both_engines!(
    undoes_each_import_by_itself,
    brings_an_import_back,
    brings_the_risks_of_an_import_back,
    undoes_all_or_nothing,
);

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::load().unwrap());

const HEADINGS: &str = "業務分類,情報資産名称,備考,管理部署,媒体・保存先,個人情報,機密性,完全性,可用性\n";
const FIRST: [&str; 2] = ["営業,顧客リスト,,営業部,書類,有,3,2,2", "営業,見積書,,営業部,事務所PC,,2,2,1"];
const SECOND: [&str; 2] = ["営業,見積書,直した,営業部,事務所PC,,2,2,1", "経理,請求書,,経理部,書類,,2,2,2"];

/// Brings the lines in; answers the number of the import's record.
async fn bring(context: &Context, lines: &[&str]) -> i64 {
    let bytes = format!("{HEADINGS}{}\n", lines.join("\n")).into_bytes();
    let material = Material::File { name: "台帳.csv".into(), bytes };
    let id = upload(context, &CATALOG, material, Options::default()).await.unwrap();
    let Reading::Ready(seen) = preview(context, &CATALOG, id).await.unwrap().reading else { panic!("not ready") };
    let applied = apply(context, &CATALOG, id, &Selection::All, &seen.fingerprint).await.unwrap();
    assert!(matches!(applied, Applied::Done(_)));
    let imports = Filter { entity: Some(Entity::Import), event: Some(Event::Imported), ..Filter::default() };
    audit_log::list(context, &imports, Place::Newest, 1).await.unwrap().entries[0].sequence
}

async fn assets(context: &Context) -> Vec<Asset> {
    asset::list(context, &Query::default()).await.unwrap().assets
}

fn names(assets: &[Asset]) -> Vec<(&str, &str)> {
    assets.iter().map(|asset| (asset.content.line.name.as_str(), asset.content.line.remarks.as_str())).collect()
}

async fn undoes_each_import_by_itself(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let first = bring(officer, &FIRST).await;
    // In the same go: that happens on the command line alone, and must not mix the two up.
    let second = bring(officer, &SECOND).await;
    assert_eq!(names(&assets(officer).await), [("顧客リスト", ""), ("見積書", "直した"), ("請求書", "")]);
    let record = find(officer, &CATALOG, second).await.unwrap();
    assert_eq!(
        (record.undoing, record.has_siblings),
        (Undoing::Possible { effect: Effect::Import, without_approval: false }, true)
    );

    undo(officer, &CATALOG, second).await.unwrap();
    assert_eq!(names(&assets(officer).await), [("顧客リスト", ""), ("見積書", "")]);
    undo(officer, &CATALOG, first).await.unwrap();
    assert!(assets(officer).await.is_empty());
    assert!(audit_log::verify(officer).await.unwrap().is_whole());
    let twice = undo(officer, &CATALOG, first).await.unwrap_err().to_string();
    assert!(twice.contains("もう取り消されています"), "{twice}");
}

async fn brings_an_import_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let import = bring(officer, &FIRST).await;
    let before = assets(officer).await;
    undo(officer, &CATALOG, import).await.unwrap();
    let undone = find(officer, &CATALOG, import).await.unwrap();
    let Undoing::Done(by) = undone.undoing else { panic!("{:?}", undone.undoing) };
    assert_eq!(
        find(officer, &CATALOG, by).await.unwrap().undoing,
        Undoing::Possible { effect: Effect::Import, without_approval: false }
    );

    undo(officer, &CATALOG, by).await.unwrap();
    let after = assets(officer).await;
    let ids = |assets: &[Asset]| assets.iter().map(|asset| (asset.id, asset.position)).collect::<Vec<_>>();
    assert_eq!((names(&after), ids(&after)), (names(&before), ids(&before)), "with the same ids, in the same places");
    assert_eq!(
        find(officer, &CATALOG, import).await.unwrap().undoing,
        Undoing::Possible { effect: Effect::Import, without_approval: false }
    );
    undo(officer, &CATALOG, import).await.unwrap();
    assert!(assets(officer).await.is_empty());
}

/// The risks that there are, with their levels.
async fn levels(context: &Context) -> BTreeMap<RiskId, u8> {
    let risks = risk::list(context, &risk::Query::default()).await.unwrap().risks;
    risks.iter().map(|risk| (risk.id, risk.level().value())).collect()
}

async fn brings_the_risks_of_an_import_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let import = bring(officer, &FIRST).await;
    let mut lines = Vec::new();
    for medium in [Medium::Paper, Medium::OfficePc] {
        let proposed = propose(officer, &CATALOG, medium).await.unwrap().lines;
        lines.extend(proposed.into_iter().take(3).map(|proposed| proposed.line));
    }
    let wanted = Identified { lines, assets: Vec::new(), all_without_risks: true };
    assert_eq!(identify(officer, &CATALOG, &wanted).await.unwrap(), 6);
    let before = levels(officer).await;

    undo(officer, &CATALOG, import).await.unwrap();
    assert!(levels(officer).await.is_empty(), "they go with their assets");
    let Undoing::Done(by) = find(officer, &CATALOG, import).await.unwrap().undoing else { panic!() };
    undo(officer, &CATALOG, by).await.unwrap();
    assert_eq!((levels(officer).await, before.len()), (before, 6));
    undo(officer, &CATALOG, import).await.unwrap();
    assert!(levels(officer).await.is_empty(), "and go again");
}

async fn undoes_all_or_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let import = bring(officer, &FIRST).await;
    let before = assets(officer).await;
    let changed = Input { remarks: "あとで書き足した".into(), ..Input::from(&before[1].content) };
    asset::edit(officer, before[1].id, 1, changed).await.unwrap();
    let refused = undo(officer, &CATALOG, import).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(_)));
    assert!(refused.to_string().contains("1件あるため、まとめて取り消せません：「見積書」"), "{refused}");
    assert_eq!(names(&assets(officer).await), [("顧客リスト", ""), ("見積書", "あとで書き足した")]);
}
