//! What became of the risks between two snapshots.

use std::collections::HashSet;

use app::assessment::{self, AssessedRisk, Assessment, Comparison, Moved};
use app::risk;
use app::{AssessmentId, Context, Permission, RiskId};
use maud::{Markup, html};
use method::RiskCriteria;

use super::bands::bands;
use super::risks;
use crate::asset::words::day;
use crate::components::{Notice, thousands};

/// Most risks of a table on the screen; the files have them all.
const SHOWN: usize = 100;

/// A comparison, and what more its screen needs to know.
pub(super) struct Compared {
    comparison: Comparison,
    /// Of the risks that are shown the ones that exist now.
    existing: HashSet<RiskId>,
    /// Whether the person sees what moved to another department.
    sees_all: bool,
}

impl Compared {
    pub(super) async fn read(context: &Context, one: AssessmentId, other: AssessmentId) -> app::Result<Self> {
        let comparison = assessment::compare(context, one, other).await?;
        let Comparison { risen, fallen, banded, come, gone, outside, .. } = &comparison;
        let moved = [first(risen), first(fallen), first(banded)].into_iter().flatten().map(|moved| &moved.after);
        let others = [first(come), first(gone), first(outside)].into_iter().flatten();
        let shown: Vec<RiskId> = moved.chain(others).map(|risk| risk.risk).collect();
        let existing = risk::existing(context, &shown).await?;
        Ok(Self { comparison, existing, sees_all: context.require(Permission::ReadRisks).is_ok() })
    }

    /// What rose, fell, came and went.
    pub(super) fn markup(&self) -> Markup {
        let Comparison { before, after, risen, fallen, come, gone, outside, unchanged, banded } = &self.comparison;
        let (then, now) = (&before.criteria, &after.criteria);
        html! {
            h3 { "「" (before.name) "」から「" (after.name) "」まで" }
            @if then != now {
                (Notice::information(format!("2回のあいだに、リスク基準が「{}」から「{}」に変わっています。", then.name(), now.name())).render())
            }
            @if !before.has_scope_of(after) {
                (Notice::information(format!("範囲が違います（{}と{}）。件数の違いには、範囲の違いによるものが入ります。", before.scope, after.scope)).render())
            }
            dl.compared {
                div { dt { (before.name) " " small.nowrap { (day(before.made_on)) } } dd { (bands(before)) } }
                div { dt { (after.name) " " small.nowrap { (day(after.made_on)) } } dd { (bands(after)) } }
            }
            p {
                "上がった " b { (count(risen.len())) } "、下がった " b { (count(fallen.len())) }
                "、増えた " b { (count(come.len())) } "、なくなった " b { (count(gone.len())) }
                @if !outside.is_empty() { "、あとの回になく今はある " b { (count(outside.len())) } }
                "、変わらない " b { (count(*unchanged)) }
            }
            (self.banded(banded))
            (self.moved("risen", "上がったリスク", risen))
            (self.moved("fallen", "下がったリスク", fallen))
            (self.others("come", "増えたリスク", "", come, now))
            (self.others("gone", "なくなったリスク", self.about_gone(), gone, then))
            (self.others("outside", "あとの回になかったリスク（今もあります）", &about_outside(after), outside, then))
        }
    }

    /// What else may be among those that are gone, for who may not see other departments.
    fn about_gone(&self) -> &'static str {
        match self.comparison.after.is_whole() || self.sees_all {
            true => "",
            false => "ほかの部署へ移ったものが、入っていることがあります。",
        }
    }

    /// Those that the criteria alone put into another band.
    fn banded(&self, all: &[Moved]) -> Markup {
        html! {
            @if !all.is_empty() {
                p { "変わらないもののうち" (count(all.len())) "は、数字は同じまま、基準が変わったために、段階（高・中・低）だけが変わりました。" }
                details.all-risks {
                    summary { "段階だけが変わったリスクを見る（" (count(all.len())) "）" }
                    @if all.len() > SHOWN { p { "はじめの" (SHOWN) "件です。" } }
                    (self.moved_table("banded", "段階だけが変わったリスク", all))
                }
            }
        }
    }

    fn moved(&self, id: &str, title: &str, all: &[Moved]) -> Markup {
        html! {
            @if !all.is_empty() {
                h3 { (title) "（" (count(all.len())) "）" }
                (self.moved_table(id, title, all))
                (rest(all.len()))
            }
        }
    }

    fn moved_table(&self, id: &str, title: &str, all: &[Moved]) -> Markup {
        let Comparison { before, after, .. } = &self.comparison;
        risks::moved(id, title, first(all), (&before.criteria, &after.criteria), &self.existing)
    }

    fn others(&self, id: &str, title: &str, about: &str, all: &[AssessedRisk], criteria: &RiskCriteria) -> Markup {
        html! {
            @if !all.is_empty() {
                h3 { (title) "（" (count(all.len())) "）" }
                @if !about.is_empty() { p { (about) } }
                (risks::table(id, title, first(all), criteria, &self.existing))
                (rest(all.len()))
            }
        }
    }
}

/// Why those that exist today were missing in the later one.
fn about_outside(after: &Assessment) -> String {
    if after.is_whole() {
        return "前の回にありました。あとの回のときは削除されていて、そのあとで元に戻したものです。".to_owned();
    }
    format!("前の回にありました。あとの回のときは、その範囲（{}）の外にあったか、削除されていたものです。", after.scope)
}

fn count(count: usize) -> String {
    format!("{}件", thousands(count as u64))
}

/// Those that are shown.
fn first<T>(all: &[T]) -> &[T] {
    all.get(..SHOWN).unwrap_or(all)
}

fn rest(all: usize) -> Markup {
    html! { @if all > SHOWN { p { "はじめの" (SHOWN) "件です。すべては、結果報告書にあります。" } } }
}
