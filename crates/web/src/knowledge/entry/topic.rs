//! 話題: what it is, how it starts, how one notices it, whom it hits, what to do first; then its rules.

use catalog::{Tier, TopicFile};
use maud::{Markup, html};

use super::links::list;
use super::parts::{points, section, section_of_text, steps};
use super::rules::{count, rules};
use super::{Reading, Told};

pub(super) fn topic(reading: &Reading<'_>, file: &TopicFile) -> Told {
    let topic = &file.topic;
    let (cases, also) = (reading.linked("この話題の事例"), reading.linked("この話題が関わる事例"));
    let stories = html! {
        (list(reading.catalog, cases))
        @if !also.is_empty() { h3 { "関わりのある事例" } (list(reading.catalog, also)) }
    };
    let content = html! {
        (section_of_text("what", "どういうことか", &topic.explanation))
        (section("start", "どこから始まるか", points(&topic.start)))
        (section("signs", "気づくきっかけ", points(&topic.signs)))
        (section_of_text("targets", "だれが狙われるか", &topic.targets))
        (section("first", "起きたら、最初にすること", steps(&topic.first_response)))
        @if !cases.is_empty() || !also.is_empty() { (section("cases", "起きたこと（事例）", stories)) }
        (documents(reading, file))
    };
    Told {
        beside: None,
        lead: ranks(reading, &topic.id),
        content,
        shown: &["この話題の事例", "この話題が関わる事例", "対策基準の条項", "実施手順の条項"],
    }
}

/// Where it stood in the lists of the years.
fn ranks(reading: &Reading<'_>, topic: &str) -> Markup {
    let mut ranks: Vec<_> = reading.catalog.ten_threats.iter().filter(|entry| entry.topic == topic).collect();
    ranks.sort_by_key(|entry| std::cmp::Reverse(entry.year));
    html! {
        @if !ranks.is_empty() {
            p {
                "情報セキュリティ10大脅威："
                @for (position, entry) in ranks.iter().enumerate() {
                    @if position > 0 { "、" }
                    (entry.year) "年 " (entry.rank) "位"
                }
            }
        }
    }
}

fn documents(reading: &Reading<'_>, file: &TopicFile) -> Markup {
    let of = |tier| rules(reading.catalog, &file.sections, &file.clauses, Some(tier));
    let (standard, procedure) = (count(&file.clauses, Tier::Standard), count(&file.clauses, Tier::Procedure));
    html! {
        (section("standard", "対策基準（守ること）", html! {
            p { (file.topic.target_threats) }
            p { "「" (file.standard.title) "」の" (standard) "条です。見出しを押すと開きます。" }
            (of(Tier::Standard))
        }))
        (section("procedure", "実施手順（だれが、いつ、どうするか）", html! {
            p { "「" (file.procedure.title) "」の" (procedure) "条です。見出しを押すと開きます。" }
            (of(Tier::Procedure))
        }))
    }
}
