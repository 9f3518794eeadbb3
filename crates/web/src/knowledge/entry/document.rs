//! 基本方針 and 規程: what the document is for, then its rules under its headings.

use catalog::{PolicyFile, RegulationFile, Tier};
use maud::{Markup, html};

use super::condition::for_whom;
use super::parts::{facts, section, section_of_text};
use super::rules::{count, rules};
use super::{Reading, Told};

/// Labels of the links to a document's own rules.
const RULES: &[&str] = &["条項", "対策基準の条項", "実施手順の条項"];

pub(super) fn policy(reading: &Reading<'_>, file: &PolicyFile) -> Told {
    let policy = &file.policy;
    let content = html! {
        (section("what", "どんな文書か", head(&policy.number, &policy.category, &policy.scope, "")))
        (section("rules", "書くこと", html! {
            p { (file.clauses.len()) "条あります。見出しを押すと開きます。" }
            (rules(reading.catalog, &file.sections, &file.clauses, Some(Tier::BasicPolicy)))
        }))
    };
    Told { beside: None, lead: html! {}, content, shown: RULES }
}

pub(super) fn regulation(reading: &Reading<'_>, file: &RegulationFile) -> Told {
    let regulation = &file.regulation;
    let (standard, procedure) = (count(&file.clauses, Tier::Standard), count(&file.clauses, Tier::Procedure));
    let whom = for_whom(reading.catalog, &regulation.condition);
    let content = html! {
        (section_of_text("purpose", "何のための規程か", &regulation.purpose))
        (head(&regulation.number, &regulation.category, &regulation.scope, &whom))
        (section("rules", "書くこと", html! {
            p {
                "守ること（対策基準）が" (standard) "条、だれがいつどうするか（実施手順）が" (procedure) "条あります。"
                "見出しを押すと開きます。"
            }
            (rules(reading.catalog, &file.sections, &file.clauses, None))
        }))
    };
    Told { beside: None, lead: html! {}, content, shown: RULES }
}

fn head(number: &str, category: &str, scope: &str, whom: &str) -> Markup {
    facts(&[
        ("文書の番号", html! { (number) }),
        ("区分", html! { (category) }),
        ("適用範囲", html! { (scope) }),
        ("当てはまる会社", html! { (whom) }),
    ])
}
