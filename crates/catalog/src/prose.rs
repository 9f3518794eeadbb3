//! Every sentence of ours, so that all of them can be held against the same rules.

use std::borrow::Cow;

use crate::provenance::control_file;
use crate::{Catalog, Clause, PageFile, Part, TopicFile};

/// What an insertion counts among the characters of a sentence.
const INSERTION: usize = 10;

/// A text of one or more sentences.
pub(crate) struct Prose<'a> {
    /// Path under `catalog/`.
    pub file: &'a str,
    /// Id of the entry it belongs to.
    pub entry: &'a str,
    /// The text; an insertion stands as so many spaces as it counts characters.
    pub text: Cow<'a, str>,
}

/// Collects the texts of one entry after the other.
struct Collected<'a>(Vec<Prose<'a>>);

impl<'a> Collected<'a> {
    fn add(&mut self, file: &'a str, entry: &'a str, texts: impl IntoIterator<Item = &'a String>) {
        self.0.extend(texts.into_iter().map(|text| Prose { file, entry, text: text.as_str().into() }));
    }
}

impl Catalog {
    /// Every text that we wrote, in the order of the files.
    pub(crate) fn prose(&self) -> Vec<Prose<'_>> {
        let mut all = Collected(Vec::new());
        self.risk_prose(&mut all);
        self.practice_prose(&mut all);
        for file in self.clause_files() {
            for clause in file.clauses {
                all.0.push(Prose { file: file.path, entry: &clause.id, text: counted(clause).into() });
                all.add(file.path, &clause.id, [&clause.advice, &clause.reason]);
                for blank in &clause.blanks {
                    all.add(file.path, &clause.id, [&blank.hint]);
                }
            }
        }
        all.0
    }

    fn risk_prose<'a>(&'a self, all: &mut Collected<'a>) {
        for entry in &self.threats {
            all.add("threats.toml", &entry.id, [&entry.explanation]);
        }
        for entry in &self.vulnerabilities {
            all.add("vulnerabilities.toml", &entry.id, [&entry.explanation]);
        }
        for entry in &self.controls {
            all.add(control_file(entry), &entry.id, [&entry.explanation]);
        }
        for entry in &self.media {
            all.add("media.toml", entry.id.id(), [&entry.explanation]);
        }
        for entry in &self.lines {
            all.add("threat-lines.toml", &entry.id, [&entry.explanation, &entry.rating_reason]);
        }
        for join in &self.joins {
            all.add(&join.path, &join.line, [&join.reason]);
        }
        for entry in &self.terms {
            all.add("vocabulary.toml", &entry.id, [&entry.explanation]);
        }
        for entry in &self.measures {
            all.add("measures.toml", &entry.id, [&entry.question, &entry.full, &entry.partial, &entry.none]);
        }
        for entry in &self.roles {
            all.add("roles.toml", &entry.id, [&entry.explanation]);
        }
        for entry in &self.questions {
            all.add("profile.toml", &entry.id, [&entry.question, &entry.hint]);
        }
        for entry in &self.treatments {
            all.add("treatments.toml", &entry.title, [&entry.explanation, &entry.example]);
        }
    }

    fn practice_prose<'a>(&'a self, all: &mut Collected<'a>) {
        for TopicFile { path, topic, .. } in &self.topics {
            all.add(path, &topic.id, [&topic.explanation, &topic.targets, &topic.target_threats]);
            all.add(path, &topic.id, topic.start.iter().chain(&topic.signs).chain(&topic.first_response));
        }
        for file in &self.cases {
            let (case, damage) = (&file.case, &file.case.damage);
            let texts = [&case.happened, &case.cause, &damage.money, &damage.time, &damage.trust];
            all.add(&file.path, &case.id, texts);
        }
        for file in &self.regulations {
            all.add(&file.path, &file.regulation.id, [&file.regulation.purpose]);
        }
        for file in &self.forms {
            all.add(&file.path, &file.form.id, [&file.form.purpose].into_iter().chain(&file.form.notes));
            all.add(&file.path, &file.form.id, file.fields.iter().map(|field| &field.hint));
        }
        for PageFile { path, page, points } in &self.handbook {
            all.add(path, &page.id, [&page.lead, &page.trouble]);
            all.add(path, &page.id, points.iter().flat_map(|point| [&point.action, &point.why]));
        }
        for file in &self.guidelines {
            let (path, guideline) = (&file.path, &file.guideline);
            let texts = [&guideline.audience, &guideline.purpose, &guideline.explanation];
            all.add(path, &guideline.id, texts.into_iter().chain(&guideline.steps));
            all.add(path, &guideline.id, file.bands.iter().map(|band| &band.next));
            for check in &file.checks {
                all.add(path, &check.id, [&check.meaning, &check.why, &check.how]);
                all.add(path, &check.id, check.situations.iter().map(|situation| &situation.text));
            }
        }
    }
}

/// A rule with spaces for its insertions.
fn counted(clause: &Clause) -> String {
    let parts = clause.text.0.iter().map(|part| match part {
        Part::Words(words) => words.clone(),
        Part::Blank(_) | Part::Role(_) | Part::Organization => "　".repeat(INSERTION),
    });
    parts.collect()
}
