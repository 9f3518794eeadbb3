//! Kinds whose entries are a few sentences: media, questions, roles, treatments, terms.

use catalog::{Measure, MediumEntry, Question, QuestionKind, Role, Term, TreatmentEntry};
use maud::{Markup, html};

use super::condition::for_whom;
use super::parts::{english, facts, points, section, section_of_text};
use super::{Reading, Told};
use crate::knowledge::address::search_href;

fn told(content: Markup) -> Told {
    Told { beside: None, lead: html! {}, content, shown: &[] }
}

pub(super) fn medium(medium: &MediumEntry) -> Told {
    let named = facts(&[
        ("この媒体と読む言葉", html! { (medium.synonyms.join("、")) }),
        ("人に尋ねる言葉", html! { (medium.ambiguous.join("、")) }),
    ]);
    told(html! {
        (section_of_text("what", "どんな媒体か", &medium.explanation))
        (section("words", "台帳での書かれ方", html! {
            p { "台帳を取り込むとき、媒体・保存先の欄の言葉をこのように読みます。紛れる言葉は、どちらかを人に尋ねます。" }
            (named)
        }))
    })
}

pub(super) fn measure(measure: &Measure) -> Told {
    let answers = measure.answers().map(|(rating, meaning)| html! { b { (rating) } "：" (meaning) });
    told(html! {
        (section_of_text("question", "質問", &measure.question))
        (section("answers", "答えと、つけ込みやすさ", html! {
            p { "小さいほど、守りができています。" }
            ul { @for answer in answers { li { (answer) } } }
        }))
    })
}

pub(super) fn question(question: &Question) -> Told {
    let kind = match question.kind {
        QuestionKind::Text => "言葉で答えます。",
        QuestionKind::Integer => "数で答えます。",
        QuestionKind::YesNo => "「はい」か「いいえ」で答えます。",
        QuestionKind::Date => "日付で答えます。",
        QuestionKind::Choice => "次の中から選びます。",
    };
    told(html! {
        (section("question", "質問", html! {
            p { (question.question) }
            @if !question.hint.is_empty() { p { (question.hint) } }
        }))
        (section("answer", "答え方", html! {
            p { (kind) }
            @if !question.choices.is_empty() { (points(&question.choices)) }
        }))
    })
}

pub(super) fn role(reading: &Reading<'_>, role: &Role) -> Told {
    told(html! {
        (section("duty", "すること", html! { p { (role.duty) } p { (role.explanation) } }))
        (facts(&[("当てはまる会社", html! { (for_whom(reading.catalog, &role.condition)) })]))
    })
}

pub(super) fn treatment(treatment: &TreatmentEntry) -> Told {
    told(html! {
        (section_of_text("what", "どういうことか", &treatment.explanation))
        (section_of_text("example", "例", &treatment.example))
    })
}

pub(super) fn term(term: &Term) -> Told {
    let href = search_href(&term.title);
    Told {
        lead: html! { p { (term.reading) @if !term.title_en.is_empty() { "　" (english(&term.title_en)) } } },
        ..told(html! {
            (section_of_text("what", "意味", &term.explanation))
            @if !term.synonyms.is_empty() { p { "ほかの呼び方：" (term.synonyms.join("、")) } }
            p { a href=(href) { "「" (term.title) "」が出てくるところを探す" } }
        })
    }
}
