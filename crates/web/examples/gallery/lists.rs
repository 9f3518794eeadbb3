//! Pages with tables.

use maud::{Markup, html};
use web::components::*;
use web::layout::{Page, Section};

use crate::{frame, link};

/// One line of the register: name, department, owner, place, the three ratings, importance with its reason, risk.
type Line = (&'static str, &'static str, &'static str, &'static str, [u8; 3], (u8, &'static str), (Band, u8));

const REGISTER: [Line; 6] = [
    ("顧客リスト", "営業", "営業部長", "可搬電子媒体", [3, 2, 2], (3, "個人情報を含むため"), (Band::High, 6)),
    ("会計システムデータ", "経理", "経理部長", "社外サーバー", [2, 3, 2], (3, "完全性の3が最大"), (Band::High, 6)),
    ("受注伝票", "営業", "営業部長", "社内サーバー", [2, 2, 3], (3, "可用性の3が最大"), (Band::Middle, 3)),
    ("見積書", "営業", "営業部長", "社内サーバー", [2, 2, 1], (2, "機密性の2が最大"), (Band::Middle, 4)),
    ("設備の保全記録", "製造", "製造部長", "書類", [1, 2, 1], (2, "完全性の2が最大"), (Band::Low, 2)),
    ("会社案内・製品カタログ", "総務", "総務部長", "社外サーバー", [1, 2, 1], (2, "完全性の2が最大"), (Band::Low, 2)),
];

fn register_row(position: usize) -> Row {
    let (
        name,
        department,
        owner,
        place,
        [confidentiality, integrity, availability],
        (importance, reason),
        (level, risk),
    ) = REGISTER[position];
    Row {
        id: position.to_string(),
        name: name.into(),
        is_selected: position == 1,
        cells: vec![
            html! { a href="#" { (name) } small { (department) } },
            html! { (owner) },
            html! { (place) },
            html! { (confidentiality) },
            html! { (integrity) },
            html! { (availability) },
            html! { strong { (importance) } small { (reason) } },
            band(level, risk),
        ],
    }
}

pub fn assets() -> Markup {
    let none = FieldErrors::new();
    let departments = [Choice::new("sales", "営業"), Choice::new("accounts", "経理"), Choice::new("works", "製造")];
    let bands = [Choice::new("high", "高"), Choice::new("middle", "中"), Choice::new("low", "低")];
    let fields = html! {
        (TextField { kind: TextKind::Search, name: "q", label: "さがす（名称・備考）", ..TextField::default() }.render(&none))
        (SelectField { name: "department", label: "部署", empty: "すべて", choices: &departments, ..SelectField::default() }.render(&none))
        (SelectField { name: "risk", label: "リスク", empty: "すべて", choices: &bands, ..SelectField::default() }.render(&none))
    };
    let owners = [Choice::new("1", "営業部長"), Choice::new("2", "経理部長")];
    let bulk = html! {
        (SelectField { name: "owner", label: "所有者を", empty: "選んでください", form: "bulk", choices: &owners, ..SelectField::default() }.render(&none))
        (Button { label: "変える", form: "bulk", ..Button::default() }.render())
        (Button { label: "評価をやり直す", form: "bulk", ..Button::default() }.render())
    };
    let table = Table {
        id: "assets",
        caption: "情報資産の一覧",
        columns: vec![
            Column::new("情報資産名称").sorted("#", Some(Direction::Ascending)),
            Column::new("リスク所有者").labelled("所有者"),
            Column::new("媒体・保存先").labelled("保存先"),
            Column::new("機密性").centered(),
            Column::new("完全性").centered(),
            Column::new("可用性").centered(),
            Column::new("重要度").sorted("#", None),
            Column::new("リスク").unlabelled().sorted("#", None),
        ],
        rows: (0..REGISTER.len()).map(register_row).collect(),
        selection: Some(Selection { name: "asset", form: "bulk" }),
        ..Table::default()
    };
    let pager = Pager {
        total: Some(2_036),
        first: Some(101),
        shown: 6,
        page_size: 100,
        previous_href: Some("#".into()),
        next_href: Some("#".into()),
        more: Some(html! { a href="#" { "Excelで出力" } }),
    };
    let actions =
        html! { (link(ButtonKind::Secondary, "Excelから取り込む")) (link(ButtonKind::Primary, "1件追加する")) };
    let lead =
        html! { p { "会社で守る情報の一覧です。PCなどの機器ではなく、中の情報を書きます。" a href="#" { "書き方" } } };
    let frame = frame(true);
    Page { lead: Some(lead), actions: Some(actions), ..Page::new("情報資産台帳", Section::Assets, &frame) }.render(
        html! {
            (FilterBar { action: "#", fields, kept: &[("sort", "name")], clear_href: Some("#") }.render())
            (Form { id: "bulk", action: "#", ..Form::default() }.render(html! {}))
            (Toolbar { table_id: "assets", selected: 1, actions: bulk }.render())
            (table.render())
            (pager.render())
        },
    )
}

pub fn empty() -> Markup {
    let frame = frame(true);
    Page::new("情報資産台帳", Section::Assets, &frame).render(
        EmptyState {
            title: "まだ情報資産がありません。",
            text: "Excelの台帳があれば、そのまま取り込めます。なければ、よくある情報資産の例から選んで始められます。",
            actions: html! { (link(ButtonKind::Primary, "Excelから取り込む")) (link(ButtonKind::Secondary, "例から選ぶ")) (link(ButtonKind::Text, "1件ずつ追加する")) },
        }
        .render(),
    )
}

pub fn import() -> Markup {
    let frame = frame(false);
    let lines = [
        ("4", "機密性", "「高い」は読めません。3、2、1のどれかにしてください。"),
        ("17", "情報資産名称", "空です。名前を入れてください。"),
    ];
    let table = Table {
        id: "unusable",
        caption: "使えない行",
        is_caption_shown: true,
        on_phone: OnPhone::Scroll,
        columns: vec![
            Column::new("行").at_end(),
            Column::new("列"),
            Column::new("直すところ"),
            Column::new("いまの値と新しい値"),
        ],
        rows: lines
            .iter()
            .map(|(line, column, words)| {
                Row::new(vec![
                    html! { (line) },
                    html! { (column) },
                    html! { (words) },
                    difference("社内サーバー", "社外サーバー"),
                ])
            })
            .collect(),
        ..Table::default()
    };
    let all = ["ファイルを選ぶ", "内容を確かめる", "取り込む"].map(Step::new);
    let way = [Crumb::link("情報資産台帳", "#"), Crumb::text("取り込み")];
    Page { breadcrumbs: &way, ..Page::new("取り込む内容を確かめる", Section::Assets, &frame) }.render(html! {
        (steps(&all, 1))
        (table.render())
        div.actions { (submit("使える行だけ取り込む")) (link(ButtonKind::Text, "やめる")) }
    })
}
