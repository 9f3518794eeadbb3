//! リスク分析: every number of a risk, with where it comes from. Pure; the rules are `method`'s.

use ::assessment::{LineRating, RatedBy};
use method::{
    Importance, Rating, Relation, RelationCase, RiskLevel, Treatment, combined_vulnerability, likelihood, relation,
};
use serde::{Deserialize, Serialize};

use super::{Content, ControlStatus, Knowledge};
use crate::treatment::{ApprovalState, Decision, Task, TaskStatus};

/// The numbers of a risk, as an approval freezes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// 重要度
    pub importance: Rating,
    /// 被害発生可能性
    pub likelihood: Rating,
    /// 被害発生可能性 once the decided treatment is carried out.
    pub residual_likelihood: Option<Rating>,
}

impl Numbers {
    /// リスクレベル
    pub const fn level(&self) -> RiskLevel {
        RiskLevel::new(self.importance, self.likelihood)
    }

    /// The level that is expected to remain (残留リスク), once a treatment is decided.
    pub fn residual_level(&self) -> Option<RiskLevel> {
        self.residual_likelihood.map(|likelihood| RiskLevel::new(self.importance, likelihood))
    }
}

/// Where a rating comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// Somebody said it of this risk.
    Stated,
    /// A plan that is carried out expected it, and whoever finished the work has confirmed it.
    Achieved,
    /// The organization's answers say it.
    Answered,
    /// It follows from how far the controls are in place.
    Controls,
    /// Nobody has said yet: the catalog's default, or 3 (ほぼ無防備). 仮定.
    Assumed,
    /// No threat is known: 1.
    NoThreat,
}

impl Source {
    /// Where it comes from, as the end of a sentence for people.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::Stated => "このリスクについて決めた値",
            Self::Achieved => "計画した対策の効果として認めた値",
            Self::Answered => "会社の状況への回答から",
            Self::Controls => "管理策の実施状況から",
            Self::Assumed => "まだ答えていないための仮定",
            Self::NoThreat => "知られた脅威がないため",
        }
    }

    fn of(rated: RatedBy) -> Self {
        if rated.is_assumed() { Self::Assumed } else { Self::Answered }
    }
}

/// A rating and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rated {
    /// 1..=3.
    pub value: Rating,
    /// Where from.
    pub source: Source,
}

/// What stands between threat and asset: a measure of the profile, or a control of the risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// What is done.
    pub title: String,
    /// Ids of Annex A controls that it is.
    pub controls: Vec<String>,
    /// How far.
    pub status: ControlStatus,
    /// Whether it is one of the profile's measures, which count for every risk.
    pub measure: Option<String>,
}

/// A risk, computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// 重要度, with the rule that decided.
    pub importance: Importance,
    /// 起こりやすさ
    pub threat: Rated,
    /// つけ込みやすさ
    pub vulnerability: Rated,
    /// 被害発生可能性
    pub likelihood: Rating,
    /// Whether it was given directly.
    pub direct: bool,
    /// 被害発生可能性 that is expected to remain, once a treatment is decided.
    pub residual_likelihood: Option<Rating>,
    /// The つけ込みやすさ from which that was computed; `None` where it was not.
    pub residual_vulnerability: Option<Rating>,
    /// Whether everything that was decided is done.
    pub carried_out: bool,
    /// Whether some of the decided work is still to be done.
    pub work_open: bool,
    /// Measures and controls against it.
    pub layers: Vec<Layer>,
    /// Whether any threat is known.
    pub threat_known: bool,
    vulnerabilities: usize,
}

impl Analysis {
    /// Computes a risk of a subject of that importance.
    pub fn of(content: &Content, importance: Importance, knowledge: &Knowledge<'_>) -> Self {
        let line = content.threat.line.as_deref().and_then(|line| knowledge.line(line));
        let layers = layers(content, line, knowledge);
        let threat = threat(content, line);
        let vulnerability = vulnerability(content, line, &layers);
        let computed = likelihood(threat.value, vulnerability.value);
        let given = content.likelihood.unwrap_or(computed);
        let mut analysis = Self {
            importance,
            threat,
            vulnerability,
            likelihood: given,
            direct: content.likelihood.is_some(),
            residual_likelihood: None,
            residual_vulnerability: None,
            carried_out: content.decision.as_ref().is_some_and(Decision::is_carried_out),
            work_open: content.decision.as_ref().is_some_and(Decision::is_open),
            layers,
            threat_known: content.threat.is_known(),
            vulnerabilities: content.vulnerabilities.len(),
        };
        if let Some(decision) = &content.decision {
            analysis.decide(decision, || vulnerability_after(content, line, knowledge));
        }
        if analysis.vulnerability.source == Source::Achieved {
            analysis.layers.extend(done(content));
        }
        analysis
    }

    /// What remains once the decision is carried out: the same formula with the expected rating, or with every control of
    /// the tasks in place. It is never more than now.
    fn decide(&mut self, decision: &Decision, after: impl FnOnce() -> Rating) {
        let residual = match (decision.treatment, decision.expected) {
            (Treatment::Accept, _) => self.likelihood,
            // Where its cause stops, it is as if it normally does not happen.
            (Treatment::Avoid, _) => Rating::LOW,
            (Treatment::Reduce | Treatment::Transfer, Some(expected)) if self.direct => expected,
            (Treatment::Reduce | Treatment::Transfer, expected) => {
                let then = expected.unwrap_or_else(after);
                self.residual_vulnerability = Some(then.min(self.vulnerability.value));
                if self.direct { self.likelihood } else { likelihood(self.threat.value, then) }
            }
        };
        self.residual_likelihood = Some(residual.min(self.likelihood));
    }

    /// The numbers alone.
    pub const fn numbers(&self) -> Numbers {
        Numbers {
            importance: self.importance.value,
            likelihood: self.likelihood,
            residual_likelihood: self.residual_likelihood,
        }
    }

    /// リスクレベル
    pub const fn level(&self) -> RiskLevel {
        RiskLevel::new(self.importance.value, self.likelihood)
    }

    /// How many measures and controls are in place, at least in part.
    pub fn controls_in_place(&self) -> usize {
        self.layers.iter().filter(|layer| layer.status != ControlStatus::Missing).count()
    }

    /// How threat, controls and vulnerabilities stand to each other. `accepted`: the level is within the
    /// criteria, or its owner has accepted it.
    pub fn relation(&self, accepted: bool) -> RelationCase {
        // What can be exploited has a weakness, even where nobody has named it.
        let unnamed = usize::from(self.vulnerability.value > Rating::LOW);
        relation(Relation {
            threat_known: self.threat_known,
            vulnerabilities: self.vulnerabilities.max(unnamed),
            controls_in_place: self.controls_in_place(),
            accepted,
        })
    }

    /// Whether a rating still rests on an assumption.
    pub fn is_assumed(&self) -> bool {
        !self.direct && [self.threat, self.vulnerability].iter().any(|rated| rated.source == Source::Assumed)
    }

    /// Whether the owner has accepted it (リスク受容), or it lies within the criteria.
    pub fn is_accepted(&self, content: &Content, knowledge: &Knowledge<'_>) -> bool {
        let state = ApprovalState::of(content, &self.numbers(), &knowledge.criteria);
        let approved = state == ApprovalState::Approved;
        let accepting = content.decision.as_ref().is_some_and(|decision| decision.treatment == Treatment::Accept);
        knowledge.is_acceptable(self.level()) || (approved && accepting)
    }
}

fn layers(content: &Content, line: Option<&LineRating<'_>>, knowledge: &Knowledge<'_>) -> Vec<Layer> {
    let in_place = |id: &String| content.controls.iter().any(|control| control.is_in_place(id));
    let measures = line.map(|line| knowledge.measures(line)).unwrap_or_default();
    let measures = measures.into_iter().filter_map(|(measure, rating)| {
        let status = ControlStatus::of_rating(rating?);
        // What is done for this risk says more of it than the company's answer.
        let is_own = measure.controls.iter().any(in_place);
        Some(Layer {
            title: measure.title.clone(),
            controls: measure.controls.clone(),
            status: if is_own { ControlStatus::Implemented } else { status },
            measure: (!is_own).then(|| measure.id.clone()),
        })
    });
    let mut layers: Vec<Layer> = measures.collect();
    let own = content.controls.iter().filter(|control| {
        let is_there = |id: &String| control.is_in_place(id) && layers.iter().any(|layer| layer.controls.contains(id));
        !control.id.as_ref().is_some_and(is_there)
    });
    let own: Vec<Layer> = own
        .map(|control| Layer {
            title: control.title.clone(),
            controls: control.id.iter().cloned().collect(),
            status: control.status,
            measure: None,
        })
        .collect();
    layers.extend(own);
    layers
}

/// つけ込みやすさ once every task is done: computed as it will be then.
fn vulnerability_after(content: &Content, line: Option<&LineRating<'_>>, knowledge: &Knowledge<'_>) -> Rating {
    let mut then = content.clone();
    for task in then.decision.take().into_iter().flat_map(|decision| decision.tasks) {
        if let Some(id) = task.control {
            then.put_in_place(id, String::new());
        }
    }
    vulnerability(&then, line, &layers(&then, line, knowledge)).value
}

/// Work that is no control of the list, but whose effect somebody has confirmed: it stands against the threat too.
fn done(content: &Content) -> impl Iterator<Item = Layer> {
    let tasks = content.decision.iter().flat_map(|decision| &decision.tasks);
    tasks.filter(|task| task.status == TaskStatus::Done && task.control.is_none()).map(|task| Layer {
        title: task.what.clone(),
        controls: Vec::new(),
        status: ControlStatus::Implemented,
        measure: None,
    })
}

fn threat(content: &Content, line: Option<&LineRating<'_>>) -> Rated {
    match (content.threat.rating, line) {
        (Some(value), _) => Rated { value, source: Source::Stated },
        (None, Some(line)) => Rated { value: line.threat, source: Source::of(line.threat_by) },
        (None, None) if !content.threat.is_known() => Rated { value: Rating::LOW, source: Source::NoThreat },
        (None, None) => Rated { value: Rating::HIGH, source: Source::Assumed },
    }
}

/// Controls that are decided on, but whose task is not done: half of a plan is not the whole. Work that is no control
/// counts likewise once the plan is begun.
fn missing(content: &Content, layers: &[Layer]) -> Vec<Rating> {
    let Some(decision) = content.decision.as_ref().filter(|_| !layers.is_empty()) else { return Vec::new() };
    let is_missing = |task: &&Task| match &task.control {
        Some(control) => !layers.iter().any(|layer| layer.controls.contains(control)),
        None => decision.is_felt(),
    };
    let undone = decision.tasks.iter().filter(|task| task.status != TaskStatus::Done);
    undone.filter(is_missing).map(|_| ControlStatus::Missing.vulnerability()).collect()
}

/// Below what a plan does not bring it by its controls: what was expected of the whole, half of it does not exceed. What
/// else stands against the threat counts as ever.
fn floor(content: &Content, layers: &[Layer], missing: &[Rating]) -> Rating {
    let felt = content.decision.as_ref().filter(|decision| decision.is_felt());
    let Some((decision, expected)) = felt.and_then(|decision| Some((decision, decision.expected?))) else {
        return Rating::LOW;
    };
    // Whether or not their tasks are set back: a control that was put in place stays.
    let controls: Vec<&String> = decision.tasks.iter().filter_map(|task| task.control.as_ref()).collect();
    let others = layers.iter().filter(|layer| !layer.controls.iter().any(|control| controls.contains(&control)));
    let others = others.map(|layer| layer.status.vulnerability()).chain(missing.iter().copied());
    combined_vulnerability(others).map_or(expected, |without| expected.min(without))
}

/// Said of the risk; else from its controls, those still to come, and the measures that are answered; else as the line
/// has it.
fn vulnerability(content: &Content, line: Option<&LineRating<'_>>, layers: &[Layer]) -> Rated {
    let missing = missing(content, layers);
    if let Some(value) = content.vulnerability_rating {
        let carried_out = content.decision.as_ref().filter(|decision| decision.is_carried_out());
        let is_achieved = carried_out.is_some_and(|decision| decision.expected == Some(value));
        return Rated { value, source: if is_achieved { Source::Achieved } else { Source::Stated } };
    }
    match line {
        Some(line) if content.controls.is_empty() => {
            Rated { value: line.vulnerability, source: Source::of(line.vulnerability_by) }
        }
        _ => match combined_vulnerability(
            layers.iter().map(|layer| layer.status.vulnerability()).chain(missing.iter().copied()),
        ) {
            Some(value) => Rated { value: value.max(floor(content, layers, &missing)), source: Source::Controls },
            None => Rated { value: Rating::HIGH, source: Source::Assumed },
        },
    }
}
