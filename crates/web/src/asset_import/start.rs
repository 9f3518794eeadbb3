//! Choosing a file, or pasting cells.

use app::asset::import::{Import, upload as keep, waiting};
use app::{Error, Permission};
use axum::extract::{Multipart, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::received::Received;
use super::{options, words};
use crate::components::{
    ButtonKind, Column, Crumb, FieldErrors, FileField, Form, LinkButton, Row, Step, Table, TextAreaField, Width, steps,
    submit,
};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other};
use crate::{Failure, State, static_files};

/// The steps of bringing a register in.
pub(super) const STEPS: [Step<'static>; 3] = [
    Step { title: "台帳を選ぶ", href: None },
    Step { title: "内容を確かめる", href: None },
    Step { title: "取り込む", href: None },
];

pub(super) async fn show(person: Person) -> Result<Markup, Failure> {
    page(&person, &Received::default(), &FieldErrors::new()).await
}

pub(super) async fn upload(person: Person, Shared(state): Shared<State>, body: Multipart) -> Result<Response, Failure> {
    // Before anything is read.
    person.context.require(Permission::ImportAssets)?;
    let mut received = Received::read(body).await.map_err(|error| {
        tracing::warn!(%error, "an upload broke off");
        Error::Refused("ファイルを最後まで受け取れませんでした。もう一度送ってください。".into())
    })?;
    let options = received.options();
    let errors = match received.material() {
        Ok(material) => match keep(&person.context, &state.catalog, material, options).await {
            Ok(id) => return Ok(see_other(&format!("/assets/import/{id}"))),
            Err(error) => field_errors(error)?,
        },
        Err(errors) => errors,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&person, &received, &errors).await?).into_response())
}

async fn page(person: &Person, received: &Received, errors: &FieldErrors) -> Result<Markup, Failure> {
    let waiting = waiting(&person.context).await?;
    let frame = person.frame();
    let lead = "今ある台帳を、そのまま取り込めます。見出しの名前や列の順番が違っていても読み取ります。";
    let page = Page {
        notices: person.notices(),
        errors,
        breadcrumbs: &[Crumb::link("情報資産台帳", "/assets")],
        lead: Some(html! { p { (lead) } }),
        ..Page::new("Excelから取り込む", Section::Assets, &frame)
    };
    Ok(page.render(html! {
        (steps(&STEPS, 0))
        (Form { action: "/assets/import", has_files: true, ..Form::default() }.render(fields(received, errors)))
        @if !waiting.is_empty() { (unfinished(&waiting)) }
        script src=(static_files::url("paste.js")) defer {}
    }))
}

fn fields(received: &Received, errors: &FieldErrors) -> Markup {
    let file = FileField {
        name: "file",
        label: "台帳のファイル",
        support: "Excelブック（.xlsx）かCSV。20MBまで。",
        accept: ".xlsx,.xlsm,.csv,.txt",
        ..FileField::default()
    };
    let cells = TextAreaField {
        name: "cells",
        label: "または、Excelでコピーしたセルを貼り付ける",
        support: "見出しの行からコピーするのが確実です。見出しなしで貼り付けるときは、業務分類から登録日までの16列を、この順に含めます。",
        value: &received.cells,
        lines: 6,
        width: Width::Full,
        ..TextAreaField::default()
    };
    let cancel = LinkButton { kind: ButtonKind::Text, label: "やめる", href: "/assets", ..LinkButton::default() };
    let is_open = !received.scale.is_empty() || !received.sheet.is_empty();
    html! {
        (file.render(errors))
        (cells.render(errors))
        p #cells-summary .paste-summary role="status" data-paste-summary="cells" {}
        details.definition open[is_open] {
            summary { "読み方を選ぶ（ふつうは選ばなくて大丈夫です）" }
            div { (options::fields(&received.scale, Some(&received.sheet), errors)) }
        }
        p { "次の画面で、何がどう変わるかを確かめられます。まだ台帳には何も書き込みません。" }
        div.actions { (submit("内容を確かめる")) (cancel.render()) }
    }
}

/// Imports that wait for a decision.
fn unfinished(waiting: &[Import]) -> Markup {
    let rows = waiting.iter().map(|import| {
        let href = format!("/assets/import/{}", import.id);
        Row::new(vec![
            html! { a href=(href) { (import.name) } },
            html! { (words::moment(import.created_at)) },
            html! { (words::moment(import.expires_at)) },
        ])
    });
    let columns = vec![Column::new("ファイル"), Column::new("読み込んだ日時"), Column::new("この日時に消えます")];
    html! {
        section aria-labelledby="unfinished" {
            h2 #unfinished { "途中の取り込み" }
            (Table { id: "waiting", caption: "まだ取り込んでいないファイル", columns, rows: rows.collect(), ..Table::default() }.render())
        }
    }
}
