//! Looking up entries and following their links.

use super::entry::{Entry, Kind};
use super::graph::Graph;
use crate::Catalog;

/// Entries that stand in the same relation to one entry.
#[derive(Debug, Clone)]
pub struct LinkGroup<'a> {
    /// What they are to it: 「この脆弱性につけ込む脅威」.
    pub label: &'static str,
    /// Most important first, where the catalog orders them.
    pub links: Vec<Link<'a>>,
}

/// One linked entry.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// The entry.
    pub entry: Entry<'a>,
    /// Why they belong together; often empty.
    pub note: &'a str,
}

impl Catalog {
    /// The entry of that kind and id.
    pub fn entry(&self, kind: Kind, id: &str) -> Option<Entry<'_>> {
        let (kind, place) = self.graph().place(self.graph().number(kind, id)?);
        self.entries_of(kind).into_iter().nth(place)
    }

    /// Every entry of that id: kinds have ids of their own, so that a topic and a case may share one.
    pub fn entries(&self, id: &str) -> Vec<Entry<'_>> {
        Kind::ALL.into_iter().filter_map(|kind| self.entry(kind, id)).collect()
    }

    /// What stands with an entry, from both sides.
    pub fn links(&self, entry: &Entry<'_>) -> Vec<LinkGroup<'_>> {
        let graph = self.graph();
        let Some(number) = graph.number(entry.kind, entry.id) else { return Vec::new() };
        let mut groups: Vec<LinkGroup<'_>> = Vec::new();
        let mut lists: Vec<(Kind, Vec<Entry<'_>>)> = Vec::new();
        for edge in graph.edges(number) {
            let (kind, place) = graph.place(edge.to);
            if !lists.iter().any(|(listed, _)| *listed == kind) {
                lists.push((kind, self.entries_of(kind)));
            }
            let found = lists.iter().find(|(listed, _)| *listed == kind).and_then(|(_, list)| list.get(place));
            let Some(found) = found else { continue };
            let link = Link { entry: *found, note: &edge.note };
            match groups.iter_mut().find(|group| group.label == edge.label) {
                Some(group) => group.links.push(link),
                None => groups.push(LinkGroup { label: edge.label, links: vec![link] }),
            }
        }
        groups
    }

    /// The document in which a clause stands: a policy, a topic or a regulation.
    pub fn document_of(&self, clause: &str) -> Option<Entry<'_>> {
        let graph = self.graph();
        let mut places = graph.edges(graph.number(Kind::Clause, clause)?).iter().map(|edge| graph.place(edge.to));
        let (kind, place) = places.find(|(kind, _)| matches!(kind, Kind::Policy | Kind::Topic | Kind::Regulation))?;
        self.entries_of(kind).into_iter().nth(place)
    }

    pub(super) fn graph(&self) -> &Graph {
        self.index.graph.get_or_init(|| Graph::new(self))
    }
}
