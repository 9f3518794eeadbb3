//! The relation picture of a risk: drawn from the real data, with the same content as text.

use app::risk::{ControlStatus, Found, Layer};
use app::treatment::{Task, TaskStatus};
use chart::{LayerState, RelationData, RelationLayer, relation, relation_on_phone};
use maud::{Markup, PreEscaped, html};
use method::RelationCase;

use super::words;
use crate::asset::words as plain;
use crate::components::definition;

/// The picture with the sentence of its case.
pub(super) fn picture(found: &Found<'_>) -> Markup {
    let data = data(found);
    let analysis = &found.risk.analysis;
    let accepted = analysis.is_accepted(&found.risk.content, &found.knowledge);
    let case = analysis.relation(accepted);
    html! {
        figure.relation {
            div.relation-wide { (PreEscaped(relation(&data))) }
            div.relation-phone { (PreEscaped(relation_on_phone(&data))) }
            figcaption.soft.small { "青くぬった板は実施している対策、しま模様は一部だけの対策、点線の枠はまだない対策と計画中の対策です。対策を通るたびに、矢印が細くなります。" }
        }
        p {
            b { (sentence(case, found)) }
            @if let Some(number) = case.number() { small { "（脅威・弱点・対策の5つの関係のうち、ケース" (number) "）" } }
        }
        @if let Some(words) = analysis.residual_explanation(&found.knowledge.criteria) { p { (words) } }
        (definition("残るリスク（残留リスク）", html! {
            p { "対策をしたあとにも残るリスクです。ゼロにはできないので、残りを知ったうえで、リスク所有者が受け入れるかどうかを決めます。" }
        }))
    }
}

/// The case in a sentence; of the two ways to be accepted, the one that holds. Weaknesses that nobody has named are
/// not spoken of as if they stood below.
fn sentence(case: RelationCase, found: &Found<'_>) -> &'static str {
    let is_unnamed = found.risk.content.vulnerabilities.is_empty();
    match case {
        RelationCase::Accepted if found.knowledge.is_acceptable(found.risk.analysis.level()) => {
            "会社のリスク基準の範囲内なので、そのまま受け入れられます。"
        }
        RelationCase::Accepted => "リスク所有者が引き受けたので、これ以上の対策は要りません。",
        RelationCase::Exposed if is_unnamed => {
            "未対応：脅威があるのに、まだ対策がありません。弱点は、まだ挙げていません。"
        }
        RelationCase::OneControl if is_unnamed => "1つの対策をしています。どの弱点をふさぐかは、まだ挙げていません。",
        _ => case.explanation(),
    }
}

fn data(found: &Found<'_>) -> RelationData {
    let risk = &found.risk;
    let content = &risk.content;
    let criteria = &found.knowledge.criteria;
    let level = risk.analysis.level();
    let title = content.threat.title.clone();
    let tasks = content.decision.iter().flat_map(|decision| &decision.tasks);
    let open: Vec<&Task> = tasks.filter(|task| task.status != TaskStatus::Done).collect();
    let layers = risk.analysis.layers.iter().filter(|layer| !is_planned(layer, &open)).map(layer);
    let origins: Vec<_> = content.threat.origins.iter().map(|one| words::origin(*one)).collect();
    RelationData {
        threat: content.threat.is_known().then_some(title),
        origin: origins.join("・"),
        layers: layers.chain(open.iter().map(|task| planned(task))).collect(),
        vulnerabilities: content.vulnerabilities.iter().map(|weak| weak.title.clone()).collect(),
        kind: if risk.about.medium.is_some() { "情報資産" } else { "業務で困ること" }.to_owned(),
        subject: risk.about.name.clone(),
        place: risk.about.medium.map(|medium| medium.title().to_owned()).unwrap_or_default(),
        residual: format!("レベル {level}（{}）", criteria.band(level).title()),
    }
}

/// A control that is missing, and that a task puts in place, is shown once: as planned.
fn is_planned(layer: &Layer, open: &[&Task]) -> bool {
    let by_task = |task: &&Task| task.control.as_ref().is_some_and(|control| layer.controls.contains(control));
    layer.measure.is_none() && layer.status == ControlStatus::Missing && open.iter().any(by_task)
}

fn layer(layer: &Layer) -> RelationLayer {
    RelationLayer {
        title: layer.title.clone(),
        note: layer.controls.iter().take(2).map(String::as_str).collect::<Vec<_>>().join("・"),
        state: match layer.status {
            ControlStatus::Implemented => LayerState::Done,
            ControlStatus::Partial => LayerState::Partial,
            ControlStatus::Missing => LayerState::Missing,
        },
    }
}

fn planned(task: &Task) -> RelationLayer {
    let until = task.due_on.map(|day| format!("{}まで", plain::day(day)));
    RelationLayer { title: task.what.clone(), note: until.unwrap_or_default(), state: LayerState::Planned }
}
