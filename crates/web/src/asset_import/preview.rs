//! What the file would do to the register, before anything is written.

use app::asset::import::{Hindrance, Import, Preview, Reading, preview};
use axum::extract::{Path, Query, State as Shared};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::start::STEPS;
use super::view::{Address, Part, View};
use super::{WAY, import_id, lines, options, words};
use crate::components::{
    Button, ButtonKind, Form, LinkButton, Notice, Tab, Toolbar, definition, steps, tabs, thousands,
};
use crate::layout::{Page, Section};
use crate::request::{Person, see_other, see_other_with};
use crate::{Failure, State};

/// The id of the form that brings lines in.
pub(super) const FORM: &str = "apply";

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
    Query(address): Query<Address>,
) -> Result<Response, Failure> {
    let seen = preview(&person.context, &state.catalog, import_id(&id)?).await?;
    match seen.reading {
        Reading::Ready(found) => {
            let view = View::of(seen.import.id, &address, &found);
            Ok(ready(&person, &seen.import, &found, &view).into_response())
        }
        Reading::Hindered(hindrance) => Ok(hindered(&person, &seen.import, &hindrance).into_response()),
        Reading::Applying(job) => Ok(see_other(&format!("/jobs/{job}"))),
        Reading::Applied => {
            let notice = Notice::information(format!("「{}」は、もう取り込んであります。", seen.import.name));
            Ok(see_other_with("/assets", &notice))
        }
    }
}

fn ready(person: &Person, import: &Import, preview: &Preview, view: &View) -> Markup {
    let mut notices = person.notices().to_vec();
    if view.moved_on {
        notices.push(Notice::warning(
            "前の画面を見ている間に台帳が変わりました。これは比べ直した内容です。もう一度確かめてください。",
        ));
    }
    let source = match preview.sheet.as_str() {
        sheet if sheet.is_empty() || import.pasted => format!("「{}」", import.name),
        sheet => format!("「{}」のシート「{sheet}」", import.name),
    };
    let frame = person.frame();
    let page = Page {
        notices: &notices,
        breadcrumbs: &WAY,
        lead: Some(html! { p { (source) "を今の台帳と比べました。まだ何も書き込んでいません。" } }),
        ..Page::new("取り込む内容を確かめる", Section::Assets, &frame)
    };
    page.render(html! {
        (steps(&STEPS, 1))
        @if !preview.unknown_media.is_empty() { (media_question(import, preview)) }
        (decision(import, preview))
        (remarks(preview))
        (parts(preview, view))
        @if view.part.is_chosen_from() && view.part.count(&preview.counts) > 0 {
            (Toolbar { table_id: lines::TABLE, selected: 0, actions: chosen().render() }.render())
        }
        (lines::list(preview, view))
        (explanations(import, preview))
    })
}

/// Brings everything in, or nothing.
fn decision(import: &Import, preview: &Preview) -> Markup {
    let apply = format!("/assets/import/{}/apply", import.id);
    let discard = format!("/assets/import/{}/discard", import.id);
    let stop = Button { kind: ButtonKind::Text, label: "取り込まずにやめる", ..Button::default() };
    let all = words::to_write(&preview.counts);
    let label = all.as_ref().map(|all| format!("{all}を取り込む"));
    let back = LinkButton { label: "台帳へ戻る", href: "/assets", ..LinkButton::default() };
    html! {
        (Form { action: &apply, id: FORM, ..Form::default() }
            .render(html! { input type="hidden" name="seen" value=(preview.fingerprint); }))
        @if all.is_none() {
            (Notice::information(nothing(preview)).render())
        }
        div.actions {
            @match &label {
                Some(label) => {
                    (Button { kind: ButtonKind::Primary, label, name: "which", value: "all", form: FORM, ..Button::default() }.render())
                }
                None => { (back.render()) }
            }
            (Form { action: &discard, ..Form::default() }.render(stop.render()))
        }
    }
}

fn nothing(preview: &Preview) -> &'static str {
    if preview.counts.unusable > 0 {
        "取り込める行はありません。「使えない行」を見て、ファイルを直してから読み込み直してください。"
    } else {
        "ファイルは今の台帳と同じ内容です。取り込むものはありません。"
    }
}

fn chosen() -> Button<'static> {
    Button { label: "選んだ行だけ取り込む", name: "which", value: "chosen", form: FORM, ..Button::default() }
}

fn media_question(import: &Import, preview: &Preview) -> Markup {
    let lines: u64 = preview.unknown_media.iter().map(|unknown| u64::from(unknown.lines)).sum();
    html! {
        section.ask aria-labelledby="media" {
            h2 #media { "媒体・保存先の言葉を教えてください" }
            p {
                "次の言葉がどの媒体か、決められませんでした（" (thousands(lines)) "行）。"
                "当てはまる媒体を選ぶと、取り込むときに会社の言葉として覚え、次からは聞きません。"
            }
            (options::media_form(import, preview))
        }
    }
}

/// What should be known before deciding.
fn remarks(preview: &Preview) -> Markup {
    let kept = preview.kept_columns.join("、");
    html! {
        @if !kept.is_empty() {
            p { "Sonaeの台帳にない列も、会社の列としてそのまま残します：" (kept) "。" }
        }
        @if !preview.notes.is_empty() {
            details.definition open[preview.notes.len() <= 3] {
                summary { "読み取りで気づいたこと（" (thousands(preview.notes.len() as u64)) "件）" }
                div { ul { @for note in &preview.notes { li { (note.message) } } } }
            }
        }
    }
}

fn parts(preview: &Preview, view: &View) -> Markup {
    let hrefs = Part::ALL.map(|part| view.href(part, 0));
    let all: Vec<Tab<'_>> = Part::ALL
        .into_iter()
        .zip(&hrefs)
        .map(|(part, href)| Tab {
            title: part.title(),
            href,
            is_current: part == view.part,
            count: Some(part.count(&preview.counts)),
        })
        .collect();
    tabs("取り込みの内容", &all)
}

fn explanations(import: &Import, preview: &Preview) -> Markup {
    html! {
        (definition("同じ情報資産", html! {
            p {
                "「業務分類」「情報資産名称」「媒体・保存先」の3つが同じ行を、台帳の同じ情報資産とみなします。"
                "全角と半角、大文字と小文字、空白の違いは気にしません。ファイルに「業務分類」の列がなければ、残りの2つで比べます。"
            }
            p { "同じものがいくつもあるときは、上から順に1件ずつ対応させます。" }
            p { "ファイルにない列の値は、今の台帳のまま残ります。ファイルにない情報資産も消えません。" }
        }))
        details.definition {
            summary { "読み方を変える" }
            div {
                (options::form(import))
                @if preview.unknown_media.is_empty() && !import.options.media.is_empty() {
                    (options::media_form(import, preview))
                }
            }
        }
    }
}

/// The register cannot be read in this way: asks for another one.
fn hindered(person: &Person, import: &Import, hindrance: &Hindrance) -> Markup {
    let mut notices = person.notices().to_vec();
    notices.retain(|notice| notice.kind != crate::components::NoticeKind::Success);
    notices.push(Notice::warning("このままでは読めませんでした。").with(html! { p { (hindrance.message()) } }));
    let frame = person.frame();
    let title = format!("「{}」の読み方を選ぶ", import.name);
    let page = Page { notices: &notices, breadcrumbs: &WAY, ..Page::new(&title, Section::Assets, &frame) };
    let discard = format!("/assets/import/{}/discard", import.id);
    let stop = Button { kind: ButtonKind::Text, label: "取り込まずにやめる", ..Button::default() };
    let again = LinkButton { label: "別のファイルを選ぶ", href: "/assets/import", ..LinkButton::default() };
    page.render(html! {
        (steps(&STEPS, 0))
        (options::form(import))
        div.actions { (again.render()) (Form { action: &discard, ..Form::default() }.render(stop.render())) }
    })
}
