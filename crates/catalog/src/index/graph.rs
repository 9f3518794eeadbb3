//! Who stands with whom: every relation of the catalog as an edge that is read both ways.

use std::collections::HashMap;

use super::entry::{Entry, Item, Kind};
use crate::{Catalog, Clause, Tier};

/// Entries by number, and the edges of each.
#[derive(Debug, Clone)]
pub(super) struct Graph {
    /// Number of the first entry of each kind.
    first: HashMap<Kind, usize>,
    /// Numbers by kind and id.
    numbers: HashMap<(Kind, String), usize>,
    /// By number, in the order in which they are shown.
    edges: Vec<Vec<Edge>>,
}

/// One direction of a relation.
#[derive(Debug, Clone)]
pub(super) struct Edge {
    /// What the others are to this entry.
    pub label: &'static str,
    /// Number of the other.
    pub to: usize,
    /// Why, where the catalog says so.
    pub note: String,
}

impl Graph {
    pub fn new(catalog: &Catalog) -> Self {
        let (mut first, mut numbers, mut count) = (HashMap::new(), HashMap::new(), 0);
        let mut entries = Vec::new();
        for kind in Kind::ALL {
            first.insert(kind, count);
            for entry in catalog.entries_of(kind) {
                numbers.insert((kind, entry.id.to_owned()), count);
                entries.push(entry);
                count += 1;
            }
        }
        let mut graph = Self { first, numbers, edges: vec![Vec::new(); count] };
        for entry in &entries {
            graph.relate(catalog, entry);
        }
        graph
    }

    /// The number of an entry.
    pub fn number(&self, kind: Kind, id: &str) -> Option<usize> {
        self.numbers.get(&(kind, id.to_owned())).copied()
    }

    /// Kind and place among its kind of an entry.
    pub fn place(&self, number: usize) -> (Kind, usize) {
        let kind = Kind::ALL.into_iter().rev().find(|kind| self.first[kind] <= number).unwrap_or(Kind::Topic);
        (kind, number - self.first[&kind])
    }

    /// How many entries there are.
    pub const fn len(&self) -> usize {
        self.edges.len()
    }

    pub fn edges(&self, number: usize) -> &[Edge] {
        &self.edges[number]
    }

    /// Everything that an entry itself names.
    fn relate(&mut self, catalog: &Catalog, entry: &Entry<'_>) {
        let mut from = Relating { graph: self, kind: entry.kind, id: entry.id };
        match entry.item {
            Item::Topic(file) => {
                from.to(Kind::ThreatLine, &file.topic.lines, "当てはまる媒体ごとの脅威", "この脅威に当たる脅威の話題");
                from.clauses(&file.clauses, Tier::Standard, "対策基準の条項");
                from.clauses(&file.clauses, Tier::Procedure, "実施手順の条項");
            }
            Item::Case(file) => {
                let case = &file.case;
                from.to(Kind::Topic, [&case.topic], "対策のある話題", "この話題の事例");
                from.to(Kind::Topic, &case.also, "ほかに関わる話題", "この話題が関わる事例");
                from.to(Kind::ThreatLine, &case.lines, "当てはまる媒体ごとの脅威", "この脅威に当たる事例");
                from.to(Kind::Threat, &case.threats, "起きた脅威", "この脅威が起きた事例");
                from.to(
                    Kind::Vulnerability,
                    &case.vulnerabilities,
                    "つけ込まれた脆弱性",
                    "この脆弱性につけ込まれた事例",
                );
                from.to(Kind::Clause, &case.prevented_by, "あれば防げた条項", "この条項があれば防げた事例");
                from.to(Kind::Clause, &case.shortened_by, "あれば早く終わった条項", "この条項があれば早く終わった事例");
            }
            Item::Guideline(file) => {
                from.to(Kind::Check, file.checks.iter().map(|check| &check.id), "点検項目", "もとのガイドライン");
            }
            Item::Check(_, check) => {
                let situations = check.situations.iter().flat_map(|situation| &situation.clauses);
                from.to(Kind::Clause, situations, "できていないときに始める条項", "この条項につながる点検項目");
                from.to(Kind::Control, &check.controls, "同じことを求める管理策", "同じことを尋ねる点検項目");
                from.to(Kind::Measure, &check.measures, "同じことを尋ねる対策の質問", "同じことを尋ねる点検項目");
                from.to(Kind::Role, [&check.role], "答える役割", "この役割が答える点検項目");
            }
            Item::Policy(file) => from.clauses(&file.clauses, Tier::BasicPolicy, "条項"),
            Item::Regulation(file) => {
                from.clauses(&file.clauses, Tier::Standard, "対策基準の条項");
                from.clauses(&file.clauses, Tier::Procedure, "実施手順の条項");
            }
            Item::Form(file) => {
                from.to(Kind::Clause, &file.form.clauses, "この様式を使う条項", "この条項が使う様式");
                from.to(Kind::Role, [&file.form.keeper], "保管する役割", "この役割が保管する様式");
            }
            Item::Page(file) => {
                from.to(Kind::Clause, &file.page.clauses, "もとになる条項", "この条項を説明するページ");
                from.to(Kind::Role, [&file.page.contact], "困ったときに聞く役割", "この役割に聞くページ");
            }
            Item::Clause(clause) => from.clause(clause),
            Item::ThreatLine(line) => {
                from.to(Kind::Medium, [line.medium.id()], "起きる媒体", "この媒体で起きること");
                for join in catalog.joins_of(&line.id) {
                    from.edge(
                        Kind::Vulnerability,
                        &join.vulnerability,
                        "つけ込まれる脆弱性",
                        "この脆弱性から起きること",
                        &join.reason,
                    );
                }
                from.to(Kind::Threat, &line.threats, "もとになる脅威", "この脅威で起きること");
                let controls = catalog.joins_of(&line.id).flat_map(|join| &join.controls);
                from.to(Kind::Control, controls, "答える管理策", "この管理策が答える媒体ごとの脅威");
                from.to(
                    Kind::Measure,
                    &line.measures,
                    "つけ込みやすさを決める質問",
                    "この質問で評価が決まる媒体ごとの脅威",
                );
            }
            Item::Threat(threat) => {
                let media = threat.media.iter().map(|medium| medium.id());
                from.to(Kind::Medium, media, "及ぶ媒体", "この媒体に及ぶ脅威");
            }
            Item::Vulnerability(entry) => {
                from.to(Kind::Threat, &entry.threats, "この脆弱性につけ込む脅威", "この脅威がつけ込む脆弱性");
                from.to(Kind::Control, &entry.controls, "この脆弱性に答える管理策", "この管理策が答える脆弱性");
            }
            Item::Measure(entry) => {
                from.to(Kind::Control, &entry.controls, "同じことを求める管理策", "同じことを尋ねる対策の質問");
            }
            Item::Control(_)
            | Item::Medium(_)
            | Item::Question(_)
            | Item::Role(_)
            | Item::Treatment(_)
            | Item::Term(_) => {}
        }
    }
}

/// The entry whose relations are being added.
struct Relating<'g, 'a> {
    graph: &'g mut Graph,
    kind: Kind,
    id: &'a str,
}

impl Relating<'_, '_> {
    fn to<S: AsRef<str>>(
        &mut self,
        kind: Kind,
        ids: impl IntoIterator<Item = S>,
        there: &'static str,
        back: &'static str,
    ) {
        for id in ids {
            self.edge(kind, id.as_ref(), there, back, "");
        }
    }

    /// Adds a relation once; what the catalog does not know, [`Catalog::problems`] names.
    fn edge(&mut self, kind: Kind, id: &str, there: &'static str, back: &'static str, note: &str) {
        let (Some(from), Some(to)) = (self.graph.number(self.kind, self.id), self.graph.number(kind, id)) else {
            return;
        };
        if self.graph.edges[from].iter().any(|edge| edge.to == to && edge.label == there) {
            return;
        }
        self.graph.edges[from].push(Edge { label: there, to, note: note.to_owned() });
        self.graph.edges[to].push(Edge { label: back, to: from, note: note.to_owned() });
    }

    fn clauses(&mut self, clauses: &[Clause], tier: Tier, label: &'static str) {
        let ids = clauses.iter().filter(|clause| clause.tier == tier).map(|clause| &clause.id);
        self.to(Kind::Clause, ids, label, "この条項がある文書");
    }

    fn clause(&mut self, clause: &Clause) {
        let answers = &clause.answers;
        self.to(Kind::ThreatLine, &answers.lines, "この条項が答える媒体ごとの脅威", "この脅威に答える条項");
        self.to(Kind::Threat, &answers.threats, "この条項が答える脅威", "この脅威に答える条項");
        self.to(Kind::Vulnerability, &answers.vulnerabilities, "この条項が答える脆弱性", "この脆弱性に答える条項");
        self.to(Kind::Control, &answers.controls, "この条項が答える管理策", "この管理策に答える条項");
        self.to(Kind::Measure, &answers.measures, "この条項が答える対策の質問", "この質問に答える条項");
        self.to(Kind::Role, [&clause.role], "行う役割", "この役割が行う条項");
        self.to(Kind::Question, clause.condition.questions(), "入るかどうかを決める質問", "この答えで入る条項");
    }
}
