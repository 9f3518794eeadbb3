//! Is the log as it was written?

use app::audit_log::{self, Verification};
use maud::{Markup, html};

use crate::Failure;
use crate::components::{Crumb, Notice, description_list, thousands};
use crate::layout::{Page, Section};
use crate::request::Person;

pub(super) async fn verify(person: Person) -> Result<Markup, Failure> {
    let found = audit_log::verify(&person.context).await?;
    let frame = person.frame();
    let page = Page {
        breadcrumbs: &[Crumb::link("記録", "/audit-log")],
        lead: Some(html! {
            p { "記録は、1件ごとに前の記録とつながる値を持っています。その値をすべて計算し直し、書き換え、抜け、入れ替え、追加がないかを確かめました。" }
        }),
        ..Page::new("記録の書き換えの確認", Section::AuditLog, &frame)
    };
    Ok(page.render(html! { (result(&found)) (end(&found)) }))
}

fn result(found: &Verification) -> Markup {
    if found.is_whole() {
        let words = format!("{}件の記録は、すべて書かれたときのままです。", thousands(found.records));
        return Notice::success(words).render();
    }
    let body = html! {
        ul { @for fault in &found.faults { li { (fault.to_string()) } } }
        @if found.more > 0 { p { "ほかに" (found.more) "か所あります。" } }
        p { "データベースを直接書き換えた人がいるか、データが壊れています。システム管理者に知らせ、壊れる前のバックアップと比べてください。" }
    };
    Notice::error("書かれたときと違う記録があります。").with(body).render()
}

fn end(found: &Verification) -> Markup {
    let Some((sequence, hash)) = &found.end else { return html! {} };
    html! {
        h2 { "最後の記録" }
        p {
            "この2つを紙などに控えておくと、あとで同じ番号の記録を開いて「確かめるための値」と比べることで、記録がまるごと作り直されていないことも確かめられます。"
        }
        (description_list(&[
            ("番号", html! { (sequence) }),
            ("確かめるための値", html! { code { (hash) } }),
        ]))
    }
}
