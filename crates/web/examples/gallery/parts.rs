//! One page with every small part.

use maud::{Markup, html};
use web::components::*;
use web::layout::{Page, Section};

use crate::{frame, link};

pub fn parts() -> Markup {
    let notices = [
        Notice::success("「顧客リスト」を保存しました。"),
        Notice::information("今夜2時から10分ほど止まります。"),
        Notice::warning("承認の期限まであと3日です。")
            .with(html! { p { "読んで承認するまで、第1版が有効です。" a href="#" { "第2版を読む" } } }),
        Notice::error("保存できませんでした。")
            .with(html! { p { "ほかの人が先に変更しました。両方の内容を確かめてください。" } }),
    ];
    let views = [
        Tab { title: "新しい", href: "#", is_current: true, count: Some(12) },
        Tab { title: "変わる", href: "#", count: Some(1_204), ..Tab::default() },
        Tab { title: "使えない", href: "#", count: Some(3), ..Tab::default() },
    ];
    let frame = frame(false);
    Page { notices: &notices, ..Page::new("部品", Section::Settings, &frame) }.render(html! {
        h2 { "ボタン" }
        div.actions {
            (link(ButtonKind::Primary, "保存する"))
            (link(ButtonKind::Secondary, "下書きにする"))
            (link(ButtonKind::Text, "やめる"))
            (link(ButtonKind::Danger, "削除する"))
            (Button { kind: ButtonKind::Primary, label: "送る", ..Button::default() }.render())
            (Button { label: "小さい", is_small: true, ..Button::default() }.render())
        }
        h2 { "切り替え" }
        (tabs("取り込みの内容", &views))
        h2 { "印" }
        p { (band(Band::High, 6)) " " (band(Band::Middle, 4)) " " (band(Band::Low, 1)) }
        p {
            (state(State::Neutral, "下書き")) " " (state(State::Information, "承認待ち")) " " (state(State::Success, "公開中"))
            " " (state(State::Warning, "見直し間近")) " " (state(State::Error, "期限切れ"))
        }
        h2 { "値の一覧" }
        (description_list(&[
            ("リスク所有者", html! { "営業部長（佐藤 一郎）" }),
            ("保存先", html! { "可搬電子媒体" }),
            ("備考", html! {}),
            ("変更", difference("社内サーバー", "社外サーバー")),
            ("消した値", difference("3年", "")),
        ]))
        h2 { "言葉の説明" }
        (definition("情報資産", html! { p { "会社が持っている、守る値打ちのある情報です。紙もデータもふくみます。" } }))
        h2 { "進みぐあい" }
        (Progress { id: "importing", label: "取り込み", value: 620, maximum: 2_000, words: "2,000行のうち620行", note: "この画面を閉じても続きます。", ..Progress::default() }.render())
        (Progress { measure: Measure::Amount, id: "score", label: "自己点検の点数", value: 68, maximum: 100, words: "100点のうち68点", ..Progress::default() }.render())
        h2 { "ファイル" }
        (FileField { name: "register", label: "情報資産台帳のファイル", support: "Excel（.xlsx）またはCSV。10MBまで。", accept: ".xlsx,.csv", ..FileField::default() }.render(&FieldErrors::new()))
    })
}
