//! Pages with forms.

use maud::{Markup, html};
use web::components::*;
use web::layout::{Page, PlainPage, Section};

use crate::{frame, link};

pub fn asset_form() -> Markup {
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

pub fn sign_in() -> Markup {
    let errors = FieldErrors::general("メールアドレスまたはパスワードが違います。");
    PlainPage { errors: &errors, ..PlainPage::new("サインイン") }.render(Form { action: "#", ..Form::default() }.render(html! {
        (TextField { kind: TextKind::Email, name: "email", label: "メールアドレス", required: true, autocomplete: "username", value: "hanako@example.jp", width: Width::Full, ..TextField::default() }.render(&errors))
        (TextField { kind: TextKind::CurrentPassword, name: "password", label: "パスワード", required: true, width: Width::Full, ..TextField::default() }.render(&errors))
        div.actions { (submit("サインインする")) (link(ButtonKind::Text, "パスワードを忘れたとき")) }
    }))
}

pub fn set_up() -> Markup {
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

pub fn confirm() -> Markup {
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
