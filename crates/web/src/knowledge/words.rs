//! How kinds and entries are called on these screens.

use catalog::{Catalog, Entry, FormKind, Item, Kind};

/// What a kind is called for people who do not know its term yet.
pub(super) const fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Topic => "10大脅威と話題",
        Kind::Regulation => "関連規程",
        Kind::Page => "従業員ハンドブック",
        Kind::Measure => "対策の状況の質問",
        other => other.title(),
    }
}

/// What the entries of a kind are, in a sentence or two.
pub(super) const fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Topic => {
            "毎年選ばれる「情報セキュリティ10大脅威」を、始まり方、気づき方、狙われる会社、最初にすることの順に読めます。話題ごとに、対策基準と実施手順があります。"
        }
        Kind::Case => {
            "小さな会社で起きたことを、被害、原因、あれば防げた決まりの順に読めます。どれも説明のために作った例で、実在の会社とは関係ありません。"
        }
        Kind::Guideline => {
            "国などの機関が公開している手引きです。だれのためのものか、どう使うかと、点検項目を読めます。"
        }
        Kind::Check => {
            "できているかを1つずつ確かめる、ガイドラインの項目です。意味、要る理由、小さな会社でのやり方と、自社の状況に合わせてどの決まりから始めるかを読めます。"
        }
        Kind::Policy => {
            "会社が情報を守ると社内外に示す、いちばん上の文書です。対策基準と実施手順は、この下にあります。"
        }
        Kind::Regulation => {
            "会社の決まりを章ごとにまとめたものです。守ること（対策基準）と、だれがいつどうするか（実施手順）が並びます。"
        }
        Kind::Form => "決まりを実行するときに使う用紙と台帳です。書く欄と、記入の注意を読めます。",
        Kind::Page => {
            "することと、その理由、困ったときの連絡先を、1つの話題に1ページでまとめた、働く人のためのページです。"
        }
        Kind::Clause => {
            "規程、対策基準、実施手順の1条ずつです。規程や話題の文書ごとに並んでいます。文書の名前を押すと、その中の条項が開きます。"
        }
        Kind::ThreatLine => {
            "紙、パソコン、クラウドなど、情報を置く媒体ごとに起きやすいことです。リスクを洗い出すときの候補になります。"
        }
        Kind::Threat => "よくないことの原因になる出来事です。国際規格の例（ISO/IEC 27005）を、種類ごとに並べています。",
        Kind::Vulnerability => {
            "脅威を許してしまう、会社の弱いところです。国際規格の例（ISO/IEC 27005）を、種類ごとに並べています。"
        }
        Kind::Control => {
            "リスクを小さくする手立て（対策）です。国際規格 ISO/IEC 27001 の附属書Aにある93の管理策を、4つのテーマに分けています。"
        }
        Kind::Medium => "情報が入っている物や場所です。どこにあるかで、起きやすいことと守り方が変わります。",
        Kind::Measure => {
            "会社の対策がどこまで進んでいるかを尋ねる質問です。答えは、リスクの「つけ込みやすさ」になります。"
        }
        Kind::Question => "会社の様子を尋ねる質問です。答えによって、文書に入る条項や、差し込まれる言葉が決まります。",
        Kind::Role => "情報を守る仕事の受け持ちです。小さな会社では、1人がいくつも兼ねて構いません。",
        Kind::Treatment => "見つけたリスクをどうするかの、4つの選び方です。",
        Kind::Term => "画面と文書に出てくる言葉の意味です。読みの順に並んでいます。",
    }
}

/// An entry's name in lists: with its number, where people know it by that.
pub(super) fn name(entry: &Entry<'_>) -> String {
    match entry.item {
        Item::Control(control) => format!("{} {}", control.id, control.title),
        Item::Check(_, check) => format!("{} {}", check.number, check.title),
        Item::Regulation(file) => format!("第{}章 {}", file.regulation.chapter, file.regulation.title),
        _ => entry.title.to_owned(),
    }
}

/// What marks an entry among its like, below a heading that says where it belongs; empty where nothing does.
pub(super) fn mark(entry: &Entry<'_>) -> String {
    match entry.item {
        Item::Threat(_) | Item::Vulnerability(_) => entry.id.to_owned(),
        Item::Control(control) => control.control_types.join("・"),
        Item::Clause(clause) => clause.tier.title().to_owned(),
        Item::Term(term) => term.reading.clone(),
        _ => String::new(),
    }
}

/// Where an entry belongs or what sort it is, in a few words; empty where its kind says it all.
pub(super) fn belongs(catalog: &Catalog, entry: &Entry<'_>) -> String {
    match entry.item {
        // That it is made up is said once, above all of them.
        Item::Case(file) => file.case.business.trim_end_matches("（説明のために作った例）").to_owned(),
        Item::Guideline(file) => {
            format!("{}　{}　{}項目", file.guideline.publisher, file.guideline.edition, file.checks.len())
        }
        Item::Check(file, _) => file.guideline.title.clone(),
        Item::Clause(clause) => {
            let document = catalog.document_of(&clause.id).map_or("", |document| document.title);
            format!("{document}・{}", mark(entry))
        }
        Item::Regulation(file) => file.regulation.category.clone(),
        Item::Form(file) => form_kind(file.form.kind).to_owned(),
        Item::ThreatLine(line) => line.medium.title().to_owned(),
        Item::Threat(threat) => {
            let kind = catalog.threat_types.iter().find(|kind| kind.code == threat.kind);
            format!("{}・{}", mark(entry), kind.map_or("", |kind| &kind.title))
        }
        Item::Vulnerability(weak) => {
            let kind = catalog.vulnerability_types.iter().find(|kind| kind.code == weak.kind);
            format!("{}・{}", mark(entry), kind.map_or("", |kind| &kind.title))
        }
        Item::Role(role) => role.duty.clone(),
        _ => mark(entry),
    }
}

/// The first sentence of what an entry says.
pub(super) fn summary(catalog: &Catalog, entry: &Entry<'_>) -> String {
    let in_words;
    let text = match entry.item {
        Item::Topic(file) => &file.topic.explanation,
        Item::Case(file) => &file.case.happened,
        Item::Guideline(file) => &file.guideline.purpose,
        Item::Check(_, check) => &check.meaning,
        Item::Policy(file) => &file.policy.scope,
        Item::Regulation(file) => &file.regulation.purpose,
        Item::Form(file) => &file.form.purpose,
        Item::Page(file) => &file.page.lead,
        Item::Clause(clause) => {
            in_words = catalog.in_words(clause);
            &in_words
        }
        Item::ThreatLine(line) => &line.explanation,
        Item::Threat(threat) => &threat.explanation,
        Item::Vulnerability(weak) => &weak.explanation,
        Item::Control(control) => &control.explanation,
        Item::Medium(medium) => &medium.explanation,
        Item::Measure(measure) => &measure.question,
        Item::Question(question) => &question.question,
        Item::Role(role) => &role.explanation,
        Item::Treatment(treatment) => &treatment.explanation,
        Item::Term(term) => &term.explanation,
    };
    text.trim().split_inclusive('。').next().unwrap_or_default().to_owned()
}

/// How a form is kept.
pub(super) const fn form_kind(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Sheet => "1件に1枚の用紙",
        FormKind::Ledger => "1件に1行の台帳",
    }
}
