//! The end of the first run: one's own register, or a sample company to look around in.

use app::Permission;
use maud::{Markup, html};

use super::way;
use crate::Failure;
use crate::components::{Button, ButtonKind, Form, LinkButton};
use crate::layout::PlainPage;
use crate::organization::profile_fields::Section as Part;
use crate::request::Person;

pub(super) async fn show(person: Person) -> Result<Markup, Failure> {
    person.context.require(Permission::EditOrganization)?;
    let page = PlainPage {
        notices: person.notices(),
        above_title: Some(way(Part::ALL.len() + 1)),
        lead: Some(html! {
            p { "情報資産台帳は、会社が持つ大切な情報の一覧です。リスクの計算も文書も、ここから始まります。" }
        }),
        is_wide: true,
        ..PlainPage::new("台帳の用意")
    };
    let import = LinkButton {
        kind: ButtonKind::Primary,
        label: "自社の台帳を取り込む",
        href: "/assets/import",
        ..LinkButton::default()
    };
    let sample = Button { label: "見本の会社を読み込む", ..Button::default() };
    let home =
        LinkButton { kind: ButtonKind::Text, label: "あとで用意する", href: "/", ..LinkButton::default() };
    Ok(page.render(html! {
        section aria-labelledby="own" {
            h2 #own { "台帳がすでにあるとき" }
            p { "Excel や CSV のファイルを読み込みます。書き込む前に内容を確かめられます。" }
            div.actions { (import.render()) }
        }
        section aria-labelledby="sample" {
            h2 #sample { "まず試してみたいとき" }
            p { "作りものの会社「見本工業株式会社」を、台帳と答えの入った状態で開きます。あなたの会社とは別の会社として入り、いつでも一度に消せます。" }
            (Form { action: "/organization/sample", ..Form::default() }.render(html! { div.actions { (sample.render()) } }))
        }
        div.actions { (home.render()) }
    }))
}
