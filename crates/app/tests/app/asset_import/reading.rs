//! Files that need a word before they can be read.

use std::time::Duration;

use app::Error;
use app::asset::import::{Hindrance, MOST_BYTES, Selection, look, read_again};
use method::Medium;
use sheet::Scale;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;
use testkit::registers::{Sheet, workbook};
use testkit::row;

use super::*;

on_both_engines!(
    lines_that_cannot_be_used_say_why,
    words_for_media_are_asked_and_kept,
    another_scale_is_asked_about,
    another_sheet_can_be_named,
    pasted_cells,
    what_is_no_register_is_not_kept,
    nobody_waits_for_ever,
    looking_keeps_nothing,
);

async fn lines_that_cannot_be_used_say_why(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let id =
        send(context, csv(&["営業,い,,営業部,書類,,5,1,9,", "営業,ろ,,営業部,書類,,1,1,1,", ",,※控え,,,,,,,"])).await;
    let preview = ready(context, id).await;
    assert_eq!((preview.unusable.len(), preview.counts.unusable, preview.counts.new), (1, 1, 1));
    let cells: Vec<_> = preview.unusable[0]
        .problems
        .iter()
        .map(|problem| (problem.cell.as_str(), problem.value.as_str(), problem.expected.as_str()))
        .collect();
    assert_eq!(cells, [("G2", "5", "1〜3の数字"), ("I2", "9", "1〜3の数字")]);
    let report = bring(context, id, &Selection::All).await.unwrap();
    assert_eq!((report.added, report.unusable), (1, 1));
    assert!(matches!(reading(context, id).await, Reading::Ready(_)), "the line that was left can still be looked at");
}

async fn words_for_media_are_asked_and_kept(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let material = csv(&["営業,い,,営業部,現場端末,,1,1,1,", "営業,ろ,,営業部,現場端末,,1,1,1,"]);
    let id = send(context, material.clone()).await;
    let preview = ready(context, id).await;
    assert_eq!((preview.unknown_media[0].words.as_str(), preview.unknown_media[0].lines), ("現場端末", 2));
    let options = Options { media: vec![("現場端末".into(), Medium::MobileDevice)], ..Options::default() };
    read_again(context, id, options).await.unwrap();
    assert_eq!(ready(context, id).await.counts.new, 2);
    bring(context, id, &Selection::All).await.unwrap();
    let line = assets(context).await.remove(0).content.line;
    assert_eq!((line.medium, line.medium_as_written.as_str()), (Medium::MobileDevice, "現場端末"));
    // Nobody is asked again.
    let id = send(context, material).await;
    let preview = ready(context, id).await;
    assert_eq!((preview.unknown_media.len(), preview.counts.unchanged), (0, 2));
}

async fn another_scale_is_asked_about(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let id = send(context, csv(&["営業,い,,営業部,書類,,2,1,0,", "営業,ろ,,営業部,書類,,0,0,0,"])).await;
    let Reading::Hindered(Hindrance::Scale { seems, message, .. }) = reading(context, id).await else {
        panic!("must ask")
    };
    assert_eq!(seems, Some(Scale::ZeroToTwo));
    assert!(message.contains("評価値の書き方") && !message.contains("--scale"), "{message}");
    read_again(context, id, Options { scale: Some(Scale::Words), ..Options::default() }).await.unwrap();
    read_again(context, id, Options { scale: Some(Scale::ZeroToTwo), ..Options::default() }).await.unwrap();
    bring(context, id, &Selection::All).await.unwrap();
    assert_eq!(assets(context).await[0].content.importance().value.value(), 3);
}

async fn another_sheet_can_be_named(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let rows = |name| vec![row!["情報資産名称", "媒体・保存先", "資産価値"], row![name, "書類", 1]];
    let bytes =
        workbook(&[Sheet::new("本社台帳", rows("本社の名簿")), Sheet::new("支店台帳", rows("支店の名簿"))]).unwrap();
    let id = send(context, Material::File { name: "台帳.xlsx".into(), bytes }).await;
    let preview = ready(context, id).await;
    assert_eq!((preview.sheet.as_str(), lines(&preview)[0].2), ("本社台帳", "本社の名簿"));
    assert!(preview.notes[0].message.contains("支店台帳"), "{:?}", preview.notes);
    read_again(context, id, Options { sheet: Some("支店台帳".into()), ..Options::default() }).await.unwrap();
    assert_eq!(lines(&ready(context, id).await)[0].2, "支店の名簿");
    read_again(context, id, Options { sheet: Some("工場台帳".into()), ..Options::default() }).await.unwrap();
    assert!(matches!(reading(context, id).await, Reading::Hindered(Hindrance::Sheet { .. })));
}

async fn pasted_cells(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let line = "営業\t顧客リスト\t\t営業部\t\t営業部\tクラウド\t有\t\t\t3\t3\t2\t3\t\t2025/4/1\n";
    let report = import(context, Material::Pasted(line.into())).await;
    assert_eq!(report.added, 1);
    assert_eq!(assets(context).await[0].content.line.name, "顧客リスト");
    let again = send(context, Material::Pasted(format!("{}\n{line}", "業務分類\t情報資産名称\t備考\t利用者範囲\tリスク所有者\t管理部署\t媒体・保存先\t個人情報\t要配慮個人情報\t特定個人情報\t機密性\t完全性\t可用性\t重要度\t保存期限\t登録日"))).await;
    assert_eq!(ready(context, again).await.counts.unchanged, 1);
}

async fn what_is_no_register_is_not_kept(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let pdf = Material::File { name: "台帳.pdf".into(), bytes: b"%PDF-1.7".to_vec() };
    let large = Material::File { name: "a.csv".into(), bytes: vec![b'a'; MOST_BYTES + 1] };
    let empty = Material::File { name: "a.csv".into(), bytes: Vec::new() };
    for (material, field, words) in [
        (pdf, "file", "PDF"),
        (large, "file", "20MB"),
        (empty, "file", "空"),
        (Material::Pasted(" \n".into()), "cells", "貼り付けられていません"),
        (Material::Pasted("こんにちは\tさようなら\n".into()), "cells", "見出し"),
    ] {
        let refused = upload(context, &CATALOG, material, Options::default()).await.unwrap_err();
        let Error::Invalid { problems } = refused else { panic!("{refused:?}") };
        assert_eq!(problems[0].field, field);
        assert!(problems[0].message.contains(words), "{problems:?}");
    }
    assert!(app::asset::import::waiting(context).await.unwrap().is_empty());
}

async fn nobody_waits_for_ever(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let id = send(context, csv(&["営業,い,,営業部,書類,,1,1,1,"])).await;
    company.clock.advance(Duration::from_secs(3 * 24 * 60 * 60));
    assert!(matches!(preview(context, &CATALOG, id).await, Err(Error::NotFound(_))));
    assert!(app::asset::import::waiting(context).await.unwrap().is_empty());
}

async fn looking_keeps_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let seen = look(context, &CATALOG, csv(&["営業,い,,営業部,書類,,1,1,1,"]), &Options::default()).await.unwrap();
    assert_eq!(seen.unwrap().counts.new, 1);
    assert!(app::asset::import::waiting(context).await.unwrap().is_empty());
}
