//! What is new, what changed, what stays.

use app::asset::import::{Lines, Selection};
use app::asset::{Field, Input, edit};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::*;

on_both_engines!(
    tells_new_changed_unchanged_and_missing,
    the_same_file_changes_nothing,
    what_a_file_does_not_say_stays,
    equal_lines_are_matched_in_their_order,
    own_columns_are_kept_in_their_order,
    what_is_exported_comes_back_unchanged,
);

const FIRST: [&str; 3] = [
    "営業,顧客リスト,,営業部,クラウド,有,3,3,2,A-1",
    "経理,請求書の控え,棚の上,経理部,書類,,2,2,1,",
    "総務,社内規程集,,総務部,社内サーバー,,1,2,2,C-3",
];

async fn tells_new_changed_unchanged_and_missing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let id = send(context, csv(&FIRST)).await;
    let preview = ready(context, id).await;
    assert_eq!(preview.counts.new, 3);
    assert_eq!(lines(&preview)[0], (2, Lines::New, "顧客リスト"));
    assert_eq!(preview.kept_columns, ["棚番号"]);
    bring(context, id, &Selection::All).await.unwrap();

    let second = [
        "総務,議事録,,総務部,書類,,1,1,1,",
        // The same asset in other letters.
        "営業,顧客ﾘｽﾄ,表計算,営業部,クラウド,,3,3,3,A-2",
        FIRST[2],
        "経理,請求書の控え,,経理部,社内サーバー,,2,2,1,",
    ];
    let id = send(context, csv(&second)).await;
    let preview = ready(context, id).await;
    assert_eq!(
        lines(&preview),
        [
            (2, Lines::New, "議事録"),
            (3, Lines::Changed, "顧客ﾘｽﾄ"),
            (4, Lines::Unchanged, "社内規程集"),
            (5, Lines::New, "請求書の控え")
        ]
    );
    let found: Vec<_> = preview.lines[1]
        .differences()
        .into_iter()
        .map(|change| (change.field.title().to_owned(), change.before, change.after))
        .collect();
    let expected = [
        ("情報資産名称", "顧客リスト", "顧客ﾘｽﾄ"),
        ("備考", "", "表計算"),
        ("個人情報", "有", ""),
        ("可用性", "2", "3"),
        ("棚番号", "A-1", "A-2"),
    ];
    assert_eq!(found, expected.map(|(field, before, after)| (field.to_owned(), before.to_owned(), after.to_owned())));
    let missing: Vec<_> = preview.missing.iter().map(|missing| (missing.name.as_str(), missing.moved)).collect();
    assert_eq!(missing, [("請求書の控え", true)], "it stands in the file in another place");
    let report = bring(context, id, &Selection::All).await.unwrap();
    assert_eq!((report.added, report.changed, report.left), (2, 1, 0));
    let names: Vec<_> = assets(context).await.into_iter().map(|asset| asset.content.line.name).collect();
    assert_eq!(names, ["顧客ﾘｽﾄ", "請求書の控え", "社内規程集", "議事録", "請求書の控え"], "nothing was removed");
}

async fn the_same_file_changes_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    import(context, csv(&FIRST)).await;
    let before = (assets(context).await, crate::records::records(&database).await);
    let id = send(context, csv(&FIRST)).await;
    let preview = ready(context, id).await;
    assert_eq!((preview.counts.unchanged, preview.counts.new, preview.counts.changed), (3, 0, 0));
    let refused = bring(context, id, &Selection::All).await.unwrap_err();
    assert!(matches!(refused, app::Error::Invalid { .. }), "{refused:?}");
    assert_eq!((assets(context).await, crate::records::records(&database).await), before);
}

async fn what_a_file_does_not_say_stays(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    import(context, csv(&FIRST)).await;
    let asset = assets(context).await.remove(0);
    let typed = Input {
        name_reading: "こきゃくりすと".into(),
        review_on: Some("2027-04-01".into()),
        survival: true,
        ..Input::from(&asset.content)
    };
    edit(context, asset.id, asset.version, typed).await.unwrap();
    // No 業務分類, no 備考, one value instead of three ratings that agrees with them.
    let small = "情報資産名称,保存先,資産価値\n顧客リスト,クラウド,3\n請求書の控え,書類,1\n";
    let id = send(context, file(small)).await;
    let preview = ready(context, id).await;
    assert_eq!(lines(&preview), [(2, Lines::Unchanged, "顧客リスト"), (3, Lines::Changed, "請求書の控え")]);
    let fields: Vec<_> = preview.lines[1].differences().into_iter().map(|change| change.field).collect();
    assert_eq!(fields, [Field::Confidentiality, Field::Integrity, Field::Availability, Field::AssetValue]);
    bring(context, id, &Selection::All).await.unwrap();
    let line = assets(context).await.remove(1).content.line;
    assert_eq!((line.business.as_str(), line.remarks.as_str(), line.department.as_str()), ("経理", "棚の上", "経理部"));
}

async fn equal_lines_are_matched_in_their_order(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    import(context, csv(&["営業,契約書,一冊目,営業部,書類,,2,2,1,", "営業,契約書,二冊目,営業部,書類,,2,2,1,"])).await;
    let id = send(
        context,
        csv(&[
            "営業,契約書,一冊目,営業部,書類,,2,2,1,",
            "営業,契約書,二冊目,営業部,書類,,2,2,2,",
            "営業,契約書,三冊目,営業部,書類,,1,1,1,",
        ]),
    )
    .await;
    let preview = ready(context, id).await;
    let kinds: Vec<_> = preview.lines.iter().map(|line| line.kind()).collect();
    assert_eq!(kinds, [Lines::Unchanged, Lines::Changed, Lines::New]);
    assert_eq!(preview.lines[1].differences().len(), 1);
}

async fn own_columns_are_kept_in_their_order(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let headings = "No.,情報資産名称,ふりがな,媒体・保存先,資産価値,鍵,メモ欄,あて先,メモ欄\n";
    import(context, file(&format!("{headings}1,名簿,めいぼ,書類,3,あり,一,,二\n"))).await;
    let register = app::asset::register(context).await.unwrap();
    assert_eq!(
        (register.extra_columns, register.numbered),
        (["No.", "鍵", "メモ欄", "メモ欄（2）"].map(str::to_owned).to_vec(), true)
    );
    let content = assets(context).await.remove(0).content;
    assert_eq!((content.name_reading.as_str(), content.extra["メモ欄（2）"].as_str()), ("めいぼ", "二"));
    // Another name for the column of numbers; and one more column.
    let id = send(context, file("番号,情報資産名称,媒体・保存先,資産価値,色\n2,名簿,書類,3,青\n")).await;
    let fields: Vec<_> = ready(context, id).await.lines[0]
        .differences()
        .into_iter()
        .map(|change| change.field.title().to_owned())
        .collect();
    assert_eq!(fields, ["No.", "色"]);
    bring(context, id, &Selection::All).await.unwrap();
    let register = app::asset::register(context).await.unwrap();
    assert_eq!(register.extra_columns, ["No.", "鍵", "メモ欄", "メモ欄（2）", "色"]);
}

async fn what_is_exported_comes_back_unchanged(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    import(context, csv(&FIRST)).await;
    import(context, file("No.,情報資産名称,媒体・保存先,資産価値,被害発生可能性,登録日,特記\n1,図面,\"社長の\n棚の書類\",2,3,令和7年4月1日,\"あ\nい\"\n")).await;
    let workbook = app::asset::export(context, &app::asset::Filter::default()).await.unwrap();
    let id = send(context, Material::File { name: "書き出し.xlsx".into(), bytes: workbook.bytes }).await;
    let preview = ready(context, id).await;
    let differences: Vec<_> = preview.lines.iter().flat_map(|line| line.differences()).collect();
    assert_eq!(differences, []);
    assert_eq!((preview.counts.unchanged, preview.counts.missing, preview.counts.unusable), (4, 0, 0));
}
