//! 台帳の取り込み.

mod apply;
mod compare;
mod long;
mod reading;
mod speed;
mod who_may;

use std::sync::LazyLock;

use app::asset::import::{
    Applied, Lines, Material, Options, Preview, Reading, Report, Selection, apply, preview, upload,
};
use app::asset::{Asset, Query, list};
use app::store::paging::Place;
use app::{Context, ImportId, Result};
use catalog::Catalog;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::load().unwrap());

const HEADINGS: &str = "業務分類,情報資産名称,備考,管理部署,媒体・保存先,個人情報,機密性,完全性,可用性,棚番号\n";

/// A CSV file with [`HEADINGS`] and those lines.
fn csv(lines: &[&str]) -> Material {
    file(&format!("{HEADINGS}{}\n", lines.join("\n")))
}

fn file(text: &str) -> Material {
    Material::File { name: "台帳.csv".into(), bytes: text.as_bytes().to_vec() }
}

async fn send(context: &Context, material: Material) -> ImportId {
    upload(context, &CATALOG, material, Options::default()).await.unwrap()
}

async fn reading(context: &Context, id: ImportId) -> Reading {
    preview(context, &CATALOG, id).await.unwrap().reading
}

async fn ready(context: &Context, id: ImportId) -> Preview {
    match reading(context, id).await {
        Reading::Ready(preview) => (*preview).clone(),
        other => panic!("not ready: {other:?}"),
    }
}

/// Brings those lines in as they are now.
async fn bring(context: &Context, id: ImportId, selection: &Selection) -> Result<Report> {
    let seen = ready(context, id).await.fingerprint;
    match apply(context, &CATALOG, id, selection, &seen).await? {
        Applied::Done(report) => Ok(report),
        Applied::Job(job) => panic!("left to {job}"),
    }
}

/// Sends and brings in all of it.
async fn import(context: &Context, material: Material) -> Report {
    let id = send(context, material).await;
    bring(context, id, &Selection::All).await.unwrap()
}

async fn assets(context: &Context) -> Vec<Asset> {
    let query = Query { limit: 100, from: Place::Start, ..Query::default() };
    list(context, &query).await.unwrap().assets
}

/// Row, kind and name of each usable line.
fn lines(preview: &Preview) -> Vec<(u32, Lines, &str)> {
    preview.lines.iter().map(|line| (line.row, line.kind(), line.name())).collect()
}
