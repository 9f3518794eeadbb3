//! The pages of the mock: home, one risk, a regulation.

use maud::{Markup, html};
use web::components::*;
use web::layout::{Page, Section};

use crate::{frame, link};

pub fn home() -> Markup {
    let all = [
        (
            "守りのないリスクが 3 件あります",
            "顧客リスト（USBメモリ）ほか。持ち出しへの対策がまだ決まっていません。",
            "対応を決める",
        ),
        ("情報資産 4 件の評価がまだです", "質問に答えると重要度が決まります。1件およそ1分です。", "評価する"),
        ("規程の空欄が 6 か所残っています", "「ランサムウェアへの対策基準」バックアップの曜日など。", "うめる"),
        ("承認を待っている文書が 1 つあります", "情報セキュリティ基本方針 第2版。11月28日まで。", "読んで承認する"),
    ];
    let next: Vec<Task<'_>> = all
        .iter()
        .enumerate()
        .map(|(position, (title, text, action))| {
            let kind = if position == 0 { ButtonKind::Primary } else { ButtonKind::Secondary };
            Task { title, text, action: link(kind, action) }
        })
        .collect();
    let due = [
        ("11月30日", "退職者のアカウント削除手順を周知する", "システム管理者"),
        ("12月5日", "情報資産台帳の年次見直し", "総務部"),
        ("12月10日", "残留リスク2件の再確認", "営業部長"),
    ];
    let due = Table {
        id: "due",
        caption: "期限が近いもの",
        columns: vec![Column::new("いつ"), Column::new("なにを").unlabelled(), Column::new("だれが").unlabelled()],
        rows: due
            .iter()
            .map(|(when, what, who)| Row::new(vec![html! { (when) }, html! { (what) }, html! { (who) }]))
            .collect(),
        ..Table::default()
    };
    let frame = frame(false);
    let lead = html! { p { "あと3つで、クイックアプローチの規程がそろいます。" } };
    Page { lead: Some(lead), ..Page::new("次にやること", Section::Home, &frame) }.render(html! {
        div.columns {
            div { (tasks(&next)) h2 { "期限が近いもの" } (due.render()) }
            div {
                (heat())
                p.soft.small { "数字を選ぶと、そのリスクの一覧が開きます。" }
                ul.band-legend {
                    li { (band(Band::High, 14)) " 受容できない" }
                    li { (band(Band::Middle, 16)) " 管理しながら受け入れる" }
                    li { (band(Band::Low, 17)) " そのまま受け入れられる" }
                }
            }
        }
    })
}

fn heat() -> Markup {
    use Band::{High, Low, Middle};
    let rows = [
        ("重要度 3", [(Middle, 7), (High, 9), (High, 3)]),
        ("重要度 2", [(Low, 11), (Middle, 8), (High, 2)]),
        ("重要度 1", [(Low, 4), (Low, 2), (Middle, 1)]),
    ];
    html! {
        table.heat {
            caption { "リスクの分布（件）" }
            thead {
                tr { td.heat-corner {} @for title in ["まれ 1", "年に数回 2", "いつでも 3"] { th scope="col" { (title) } } }
            }
            tbody {
                @for (title, cells) in rows {
                    tr {
                        th scope="row" { (title) }
                        @for (band, count) in cells {
                            td class=(band.class()) {
                                a href="#" { (count) span.visually-hidden { "件（" (band.word()) "）" } }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub fn risk() -> Markup {
    let numbers = [
        EquationPart::Number { name: "重要度", value: "3", reason: "個人情報を含むため" },
        EquationPart::Sign("×"),
        EquationPart::Number {
            name: "被害発生可能性",
            value: "2",
            reason: "いつ起きてもおかしくない脅威（3）に、対策が一部しかない（2）ため",
        },
        EquationPart::Sign("＝"),
        EquationPart::Number { name: "リスクレベル", value: "6", reason: "6以上は「受容できない」" },
    ];
    let treatment = Table {
        id: "treatment",
        caption: "リスク対応",
        columns: ["対応", "すること", "だれが", "いつまで", "前 → 後"].into_iter().map(Column::new).collect(),
        rows: vec![Row::new(vec![
            html! { strong { "低減" } },
            html! { "USBメモリを暗号化機能つきに替える" small { "規程「情報資産の社外持ち出し」第4条に反映" } },
            html! { "システム管理者" },
            html! { "2026年12月31日" },
            html! { span.nowrap { (band(Band::High, 6)) " → " (band(Band::Middle, 3)) } },
        ])],
        ..Table::default()
    };
    let frame = frame(false);
    let way = [Crumb::link("リスク", "#"), Crumb::text("顧客リスト")];
    let lead = html! { p { "リスク所有者：営業部長　最終見直し：2026年11月20日" } };
    let title = "顧客リストが、持ち出したUSBメモリの紛失で漏れる";
    let page = Page {
        breadcrumbs: &way,
        lead: Some(lead),
        beside_title: Some(band(Band::High, 6)),
        ..Page::new(title, Section::Risks, &frame)
    };
    page.render(html! {
        h2 { "なぜ「高」なのか" }
        (equation(&numbers))
        h2 { "リスク対応" }
        (treatment.render())
        div.actions {
            (link(ButtonKind::Primary, "残留リスクの承認へ進む"))
            (link(ButtonKind::Text, "対応を変える"))
            (link(ButtonKind::Text, "このリスクの履歴"))
        }
    })
}

pub fn regulation() -> Markup {
    let all = ["事例を選ぶ", "資産とリスク", "対応を決める", "規程を仕上げる", "承認", "公開"];
    let way_steps: Vec<Step<'_>> = all.iter().map(|title| Step { title, href: Some("#") }).collect();
    let frame = frame(false);
    let way = [Crumb::link("文書", "#"), Crumb::text("クイックアプローチ"), Crumb::text("内部不正による情報漏えい")];
    let notice = Notice::warning("空欄があと 2 か所あります。")
        .with(html! { p { "赤い下線の言葉を選ぶと、会社に合わせて決められます。" } });
    Page { breadcrumbs: &way, ..Page::new("情報資産の社外持ち出し管理", Section::Documents, &frame) }.render(html! {
        (steps(&way_steps, 3))
        (notice.render())
        @for (title, text) in [
            ("第3条（持ち出しの許可）", "従業員は、社外秘の情報資産を社外へ持ち出すとき、事前に所属部門長の許可を得る。"),
            ("第4条（媒体の暗号化）", "システム管理者は、持ち出しに使う可搬電子媒体を暗号化機能つきのものに限り、半年に1回台数と所在を確かめる。"),
        ] {
            div.clause {
                div { h2 { (title) } p { (text) } a href="#" { "文を直す" } "　" a href="#" { "使わない" } }
                (reasons("なぜこの規則があるのか", &[
                    html! { "リスク「顧客リストが紛失で漏れる」" (band(Band::High, 6)) },
                    html! { "事例：退職前の大量持ち出し" },
                    html! { "管理策 7.9 構外にある資産のセキュリティ" },
                ]))
            }
        }
        div.actions { (link(ButtonKind::Primary, "承認に出す")) (link(ButtonKind::Secondary, "Word")) (link(ButtonKind::Secondary, "PDF")) }
    })
}
