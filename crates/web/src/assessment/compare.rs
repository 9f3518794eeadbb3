//! What became of the risks between two snapshots.

use app::assessment::{AssessedRisk, Comparison, Moved};
use maud::{Markup, html};
use method::RiskCriteria;

use super::heat_map::bands;
use super::risks;
use crate::asset::words::day;
use crate::components::{Notice, thousands};

/// Most risks of a table on the screen; the files have them all.
const SHOWN: usize = 100;

/// What rose, fell, came and went.
pub(super) fn comparison(compared: &Comparison) -> Markup {
    let (before, after) = (&compared.before, &compared.after);
    let (then, now) = (&before.criteria, &after.criteria);
    html! {
        h3 { "「" (before.name) "」から「" (after.name) "」まで" }
        @if then != now {
            (Notice::information(format!("2回のあいだに、リスク基準が「{}」から「{}」に変わっています。", then.name(), now.name())).render())
        }
        @if before.scope != after.scope {
            (Notice::information(format!("範囲が違います（{}と{}）。増えた・なくなったリスクには、範囲の違いによるものが入ります。", before.scope, after.scope)).render())
        }
        dl.compared {
            div { dt { (day(before.made_on)) } dd { (bands(before)) } }
            div { dt { (day(after.made_on)) } dd { (bands(after)) } }
        }
        p {
            "上がった " b { (count(compared.risen.len())) } "、下がった " b { (count(compared.fallen.len())) }
            "、増えた " b { (count(compared.come.len())) } "、なくなった " b { (count(compared.gone.len())) }
            "、変わらない " b { (count(compared.unchanged)) }
        }
        @if compared.banded > 0 {
            p { (count(compared.banded)) "は、数字は同じまま、基準が変わったために、段階（高・中・低）だけが変わりました。" }
        }
        (moved("risen", "上がったリスク", &compared.risen, then, now))
        (moved("fallen", "下がったリスク", &compared.fallen, then, now))
        (others("come", "増えたリスク", &compared.come, now))
        (others("gone", "なくなったリスク", &compared.gone, then))
    }
}

fn count(count: usize) -> String {
    format!("{}件", thousands(count as u64))
}

fn moved(id: &str, title: &str, all: &[Moved], then: &RiskCriteria, now: &RiskCriteria) -> Markup {
    html! {
        @if !all.is_empty() {
            h3 { (title) "（" (count(all.len())) "）" }
            (risks::moved(id, title, all.get(..SHOWN).unwrap_or(all), then, now))
            (rest(all.len()))
        }
    }
}

fn others(id: &str, title: &str, all: &[AssessedRisk], criteria: &RiskCriteria) -> Markup {
    html! {
        @if !all.is_empty() {
            h3 { (title) "（" (count(all.len())) "）" }
            (risks::table(id, title, all.get(..SHOWN).unwrap_or(all), criteria))
            (rest(all.len()))
        }
    }
}

fn rest(all: usize) -> Markup {
    html! { @if all > SHOWN { p { "はじめの" (SHOWN) "件です。すべては、結果報告書にあります。" } } }
}
