//! Writes pages that show every component, for pictures and for the accessibility check:
//! `cargo run -p web --example gallery -- /tmp/look`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use maud::{Markup, html};
use web::components::*;
use web::layout::{Frame, NavigationItem, OrganizationEntry, Page, PlainPage, Section};
use web::static_files;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("/tmp/look"), PathBuf::from);
    fs::create_dir_all(folder.join("static"))?;
    for file in static_files::ALL {
        fs::write(folder.join("static").join(file.name), file.bytes)?;
    }
    for (name, page) in pages() {
        write(&folder, name, &page)?;
    }
    Ok(())
}

/// Files are opened without a server, so addresses become relative ones.
fn write(folder: &Path, name: &str, page: &Markup) -> Result<(), Box<dyn Error>> {
    let path = folder.join(format!("{name}.html"));
    fs::write(&path, page.0.replace("\"/static/", "\"static/"))?;
    println!("{}", path.display());
    Ok(())
}

fn pages() -> Vec<(&'static str, Markup)> {
    vec![
        ("home", home()),
        ("assets", assets()),
        ("asset-form", asset_form()),
        ("risk", risk()),
        ("document", regulation()),
        ("parts", parts()),
        ("empty", empty()),
        ("confirm", confirm()),
        ("import", import()),
        ("sign-in", sign_in()),
        ("set-up", set_up()),
    ]
}

fn frame(is_sample: bool) -> Frame {
    let sections = [
        (Section::Home, "ホーム"),
        (Section::Organization, "組織"),
        (Section::Assets, "情報資産台帳"),
        (Section::Risks, "リスク"),
        (Section::Incidents, "事例とインシデント"),
        (Section::Checks, "自己点検"),
        (Section::Controls, "管理策"),
        (Section::Documents, "文書"),
        (Section::Plans, "対策計画"),
        (Section::Training, "教育"),
        (Section::Audits, "内部監査"),
        (Section::Knowledge, "知識"),
        (Section::AuditLog, "記録"),
        (Section::Settings, "設定"),
    ];
    let remove = Button { label: "見本を消して始める", is_small: true, ..Button::default() };
    Frame {
        organization: Some("見本工業株式会社".into()),
        role_title: "情報セキュリティ責任者".into(),
        person_name: "山田 花子".into(),
        sections: sections.into_iter().map(|(section, title)| NavigationItem::new(section, title, "#")).collect(),
        organizations: vec![
            OrganizationEntry { id: "1".into(), name: "見本工業株式会社".into(), is_current: true },
            OrganizationEntry { id: "2".into(), name: "あおぞら商事株式会社".into(), is_current: false },
        ],
        is_sample,
        sample_form: Some(html! { form method="post" action="#" { (remove.render()) } }),
        ..Frame::default()
    }
}

fn link(kind: ButtonKind, label: &str) -> Markup {
    LinkButton { kind, label, href: "#", ..LinkButton::default() }.render()
}

fn home() -> Markup {
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

const REGISTER: [(&str, &str, &str, &str, [u8; 3], u8, &str, Band, u8); 6] = [
    ("顧客リスト", "営業", "営業部長", "可搬電子媒体", [3, 2, 2], 3, "個人情報を含むため", Band::High, 6),
    ("会計システムデータ", "経理", "経理部長", "社外サーバー", [2, 3, 2], 3, "完全性の3が最大", Band::High, 6),
    ("受注伝票", "営業", "営業部長", "社内サーバー", [2, 2, 3], 3, "可用性の3が最大", Band::Middle, 3),
    ("見積書", "営業", "営業部長", "社内サーバー", [2, 2, 1], 2, "機密性の2が最大", Band::Middle, 4),
    ("設備の保全記録", "製造", "製造部長", "書類", [1, 2, 1], 2, "完全性の2が最大", Band::Low, 2),
    ("会社案内・製品カタログ", "総務", "総務部長", "社外サーバー", [1, 2, 1], 2, "完全性の2が最大", Band::Low, 2),
];

fn register_row(position: usize) -> Row {
    let (name, department, owner, place, [confidentiality, integrity, availability], importance, reason, level, risk) =
        REGISTER[position];
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

fn assets() -> Markup {
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

fn asset_form() -> Markup {
    let errors = FieldErrors::new()
        .with("name", "『情報資産名称』を入力してください。")
        .with("confidentiality", "『機密性』を選んでください。")
        .with(
            "review-date",
            "『次の見直し日』は今日より後の日付にしてください。「2025年2月30日」という日はありません。",
        );
    let media = [
        Choice { group: "紙", ..Choice::new("paper", "書類") },
        Choice { group: "電子データ", ..Choice::new("portable", "可搬電子媒体（USBメモリなど）") },
        Choice { group: "電子データ", ..Choice::new("server", "社内サーバー") },
    ];
    let levels = [
        Choice {
            mark: "評価値 3",
            description: "法律で安全管理が求められている。または、漏れると取引先や顧客に大きな影響がある。",
            examples: &["個人情報", "取引先から秘密として預かった図面"],
            ..Choice::new("3", "漏れると大きな影響がある")
        },
        Choice {
            mark: "評価値 2",
            description: "漏れると会社の事業に影響がある。",
            examples: &["見積書", "仕入価格表", "会議の記録"],
            ..Choice::new("2", "漏れると困る")
        },
        Choice {
            mark: "評価値 1",
            description: "漏れても影響はほとんどない。",
            examples: &["会社案内", "公開した製品カタログ"],
            ..Choice::new("1", "漏れても困らない")
        },
    ];
    let kinds = [
        Choice::new("personal", "個人情報"),
        Choice::new("my-number", "マイナンバー"),
        Choice::new("none", "どれも含まない"),
    ];
    let yes_no = [Choice::new("yes", "使う"), Choice::new("no", "使わない")];
    let meaning = html! { p { "見てよい人だけが見られること。漏えいを防ぐことです。" } };
    let fields = html! {
        (TextField { name: "name", label: "情報資産名称", required: true, support: "中の情報がわかる名前にします。例：顧客リスト、給与台帳", ..TextField::default() }.render(&errors))
        (TextField { name: "reading", label: "ふりがな", support: "一覧を五十音順に並べるために使います。", value: "こきゃくりすと", ..TextField::default() }.render(&errors))
        (SelectField { name: "medium", label: "媒体・保存先", required: true, empty: "選んでください", choices: &media, width: Width::Medium, ..SelectField::default() }.render(&errors))
        (CheckboxGroup { name: "kind", label: "含まれる情報", values: &["personal"], choices: &kinds, is_inline: true, ..CheckboxGroup::default() }.render(&errors))
        (RadioGroup { name: "confidentiality", label: "機密性", required: true, help: Some(definition("機密性", meaning)), choices: &levels, ..RadioGroup::default() }.render(&errors))
        (RadioGroup { name: "integrity", label: "完全性", required: true, value: "2", choices: &levels, ..RadioGroup::default() }.render(&errors))
        (RadioGroup { name: "outside", label: "社外で使うか", arrangement: Arrangement::Inline, value: "no", choices: &yes_no, ..RadioGroup::default() }.render(&errors))
        div.field-row {
            (TextField { kind: TextKind::Date, name: "review-date", label: "次の見直し日", width: Width::Medium, value: "2025-01-31", ..TextField::default() }.render(&errors))
            (TextField { kind: TextKind::Number, name: "years", label: "保存期間", unit: "年", width: Width::Short, value: "7", ..TextField::default() }.render(&errors))
        }
        (TextAreaField { name: "note", label: "備考", value: "担当者が外出先で使う。\n毎月1日に見直す。", ..TextAreaField::default() }.render(&errors))
        (CheckboxField { name: "shared", label: "協力会社と共有する", support: "共有すると、委託先の管理もリスクに加わります。", ..CheckboxField::default() }.render(&errors))
        div.actions { (submit("登録する")) (link(ButtonKind::Text, "やめる")) }
    };
    let frame = frame(false);
    let way = [Crumb::link("情報資産台帳", "#"), Crumb::text("追加")];
    Page { errors: &errors, breadcrumbs: &way, ..Page::new("情報資産を1件追加する", Section::Assets, &frame) }
        .render(Form { action: "#", ..Form::default() }.render(fields))
}

fn risk() -> Markup {
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

fn regulation() -> Markup {
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

fn parts() -> Markup {
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

fn empty() -> Markup {
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

fn confirm() -> Markup {
    let frame = frame(false);
    let reason = TextField {
        name: "reason",
        label: "理由",
        required: true,
        support: "記録に残ります。",
        ..TextField::default()
    };
    let way = [Crumb::link("情報資産台帳", "#"), Crumb::link("顧客リスト", "#"), Crumb::text("削除")];
    Page { breadcrumbs: &way, ..Page::new("「顧客リスト」を削除しますか", Section::Assets, &frame) }.render(
        Confirm {
            consequences: &["この情報資産のリスク2件も一覧から消えます。", "公開済みの文書は変わりません。"],
            undo: "『記録』から、いつでも元に戻せます。",
            action: "#",
            question: Some(reason.render(&FieldErrors::new())),
            label: "削除する",
            cancel_href: "#",
            ..Confirm::default()
        }
        .render(),
    )
}

fn import() -> Markup {
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

fn sign_in() -> Markup {
    let errors = FieldErrors::general("メールアドレスまたはパスワードが違います。");
    PlainPage { errors: &errors, ..PlainPage::new("サインイン") }.render(Form { action: "#", ..Form::default() }.render(html! {
        (TextField { kind: TextKind::Email, name: "email", label: "メールアドレス", required: true, autocomplete: "username", value: "hanako@example.jp", width: Width::Full, ..TextField::default() }.render(&errors))
        (TextField { kind: TextKind::CurrentPassword, name: "password", label: "パスワード", required: true, width: Width::Full, ..TextField::default() }.render(&errors))
        div.actions { (submit("サインインする")) (link(ButtonKind::Text, "パスワードを忘れたとき")) }
    }))
}

fn set_up() -> Markup {
    let none = FieldErrors::new();
    let all = ["会社と最初の人", "会社のようす", "台帳"].map(Step::new);
    let page = PlainPage {
        above_title: Some(steps(&all, 0)),
        lead: Some(html! { p { "会社の名前と、最初に使う人を決めます。あとから変えられます。" } }),
        ..PlainPage::new("備えを始める")
    };
    page.render(Form { action: "#", ..Form::default() }.render(html! {
        h2 { "会社" }
        (TextField { name: "organization", label: "会社の名前", required: true, autocomplete: "organization", width: Width::Full, ..TextField::default() }.render(&none))
        h2 { "最初の人（情報セキュリティ責任者）" }
        (TextField { name: "person", label: "氏名", required: true, autocomplete: "name", width: Width::Full, ..TextField::default() }.render(&none))
        (TextField { kind: TextKind::NewPassword, name: "password", label: "パスワード", required: true, support: "12文字以上。いくつかの言葉をつなげると、強くて覚えやすくなります。", width: Width::Full, ..TextField::default() }.render(&none))
        div.actions { (submit("次へ")) }
    }))
}
