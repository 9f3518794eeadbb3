//! The fields of a decision. All are in sight without JavaScript; where the browser can (`:has()`), those of the
//! other treatments step back.

use app::AccountId;
use app::risk::{ControlStatus, Found};
use app::treatment::{Input, suggestion};
use catalog::{Catalog, Level};
use maud::{Markup, html};
use method::{Rating, RiskLevel, likelihood};

use super::choices::Choices;
use super::task_rows::{date_kind, rows};
use crate::components::{Choice, FieldErrors, RadioGroup, TextAreaField, TextField, Width, definition};

/// What the fields are made from.
pub(super) struct TreatmentForm<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) found: &'a Found<'a>,
    pub(super) people: &'a [(AccountId, String)],
    pub(super) input: &'a Input,
    pub(super) errors: &'a FieldErrors,
}

impl TreatmentForm<'_> {
    /// All fields, without the button.
    pub(super) fn fields(&self) -> Markup {
        html! {
            section aria-labelledby="how" { h2 #how { "どうするか" } (self.treatments()) }
            section.when-means aria-labelledby="by-means" {
                h2 #by-means { "移転・回避のとき：どうやって" }
                (self.long_text("means", "方法", "移転のときは、だれに、どの契約や保険で引き受けてもらうか。回避のときは、何をやめるか。", &self.input.means))
            }
            section.when-tasks aria-labelledby="tasks" { h2 #tasks tabindex="-1" { "低減・移転・回避のとき：すること" } (self.tasks()) }
            section.when-expected aria-labelledby="afterwards" { h2 #afterwards { "低減・移転のとき：対応のあとの見込み" } (self.expected()) }
            section aria-labelledby="why" {
                h2 #why { "理由" }
                (self.long_text("reason", "理由", "なぜそう決めたか。あとで見直す人のために、短く残します。「高」か「中」のリスクを受容するときは必須です。", &self.input.reason))
            }
            section.when-review aria-labelledby="until" { h2 #until { "受容のとき：見直す日" } (self.review()) }
        }
    }

    fn treatments(&self) -> Markup {
        let suggested = suggestion(&self.found.risk.analysis, &self.found.knowledge);
        let examples: Vec<[&str; 1]> = self.catalog.treatments.iter().map(|entry| [entry.example.as_str()]).collect();
        let choices: Vec<Choice<'_>> = { self.catalog.treatments.iter().zip(&examples) }
            .map(|(entry, examples)| Choice {
                value: entry.id.id(),
                label: &entry.title,
                mark: if entry.id == suggested.treatment { "提案" } else { "" },
                description: &entry.explanation,
                examples,
                ..Choice::default()
            })
            .collect();
        RadioGroup {
            name: "treatment",
            label: "対応",
            required: true,
            support: &format!("提案の理由：{}", suggested.reason),
            value: &self.input.treatment,
            choices: &choices,
            ..RadioGroup::default()
        }
        .render(self.errors)
    }

    fn tasks(&self) -> Markup {
        let missing = |status: ControlStatus| status != ControlStatus::Implemented;
        let layers = self.found.risk.analysis.layers.iter().filter(|layer| missing(layer.status));
        let open: Vec<String> = layers.map(|layer| format!("{}（{}）", layer.title, layer.status.title())).collect();
        let known = self.found.risk.content.decision.as_ref().map_or(&[][..], |decision| &decision.tasks);
        html! {
            @for message in self.errors.of("tasks") { p.field-error { (message) } }
            p { "対策を小さな作業に分けて、だれがいつまでにするかを決めます。書いた作業は「対策計画」に並びます。もう済んでいるものも書いて、あとで「完了」にします。空のままの行は保存しません。" }
            @if !open.is_empty() { p { "今、まだ足りない対策：" (open.join("、")) } }
            (rows(&self.input.tasks, known, &Choices::new(self.catalog, self.people), self.errors))
        }
    }

    /// The rating expected afterwards: つけ込みやすさ, or 被害発生可能性 where that is given directly.
    fn expected(&self) -> Markup {
        let direct = self.found.risk.analysis.direct;
        let (label, levels) = match direct {
            true => ("対応のあとの被害発生可能性", &self.catalog.likelihood_levels),
            false => ("対応のあとのつけ込みやすさ", &self.catalog.vulnerability_levels),
        };
        let follows = match direct {
            true => "被害発生可能性は、今の値のままと見なします。",
            false => "選んだ管理策がすべて「実施」になったものとして計算します。",
        };
        let typed = self.input.expected.map(|value| value.to_string()).unwrap_or_default();
        let offered: Vec<(String, String, String, &str)> =
            levels.iter().filter(|level| self.is_offered(level)).map(|level| self.level(level)).collect();
        let follow = Choice { value: "", label: "決めない", description: follows, ..Choice::default() };
        let choices: Vec<Choice<'_>> = std::iter::once(follow)
            .chain(offered.iter().map(|(value, label, mark, description)| Choice {
                value,
                label,
                mark,
                description,
                ..Choice::default()
            }))
            .collect();
        let group = RadioGroup {
            name: "expected",
            label,
            support: "すべての作業が終わったとき、どこまで下がるかの見込みです。",
            help: (!direct).then(what_is_vulnerability),
            value: &typed,
            choices: &choices,
            ..RadioGroup::default()
        };
        group.render(self.errors)
    }

    /// Nothing gets worse by being treated; what was chosen before is still shown.
    fn is_offered(&self, level: &Level) -> bool {
        let analysis = &self.found.risk.analysis;
        let now = if analysis.direct { analysis.likelihood } else { analysis.vulnerability.value };
        level.value <= now || self.input.expected == Some(level.value.value())
    }

    /// Value, words, the risk level that it leads to, explanation.
    fn level<'l>(&self, level: &'l Level) -> (String, String, String, &'l str) {
        let value = level.value;
        let then = self.then(value);
        let band = self.found.knowledge.criteria.band(then);
        let mark = format!("リスクレベル {then}（{}）", band.title());
        (value.to_string(), format!("{value}：{}", level.title), mark, &level.explanation)
    }

    fn then(&self, expected: Rating) -> RiskLevel {
        let analysis = &self.found.risk.analysis;
        let then = if analysis.direct { expected } else { likelihood(analysis.threat.value, expected) };
        RiskLevel::new(analysis.importance.value, then.min(analysis.likelihood))
    }

    fn review(&self) -> Markup {
        let value = self.input.review_on.as_str();
        TextField {
            kind: date_kind(value),
            name: "review_on",
            label: "見直す日",
            support: "この日までは、このまま引き受けます。「高」か「中」のリスクのときは必須です。1年以内が目安です。",
            value,
            width: Width::Medium,
            ..TextField::default()
        }
        .render(self.errors)
    }

    fn long_text(&self, name: &str, label: &str, support: &str, value: &str) -> Markup {
        TextAreaField { name, label, support, value, lines: 3, ..TextAreaField::default() }.render(self.errors)
    }
}

fn what_is_vulnerability() -> Markup {
    definition(
        "つけ込みやすさ",
        html! { p { "対策がどれだけ足りないかを3段階で表したものです。対策がなければ3、一部だけなら2、十分なら1です。" } },
    )
}
