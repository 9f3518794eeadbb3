//! Finding entries by their ids.

use crate::{
    Blank, CaseFile, Catalog, Check, Clause, Control, Join, Measure, PolicyFile, Question, RegulationFile, Role,
    Section, Threat, ThreatLine, TopicFile, Vulnerability,
};

/// A file with clauses in it: a policy, a topic or a regulation.
#[derive(Debug, Clone, Copy)]
pub struct ClauseFile<'a> {
    /// Path under `catalog/`.
    pub path: &'a str,
    /// Its headings.
    pub sections: &'a [Section],
    /// Its rules.
    pub clauses: &'a [Clause],
}

impl Catalog {
    /// The threat of that id.
    pub fn threat(&self, id: &str) -> Option<&Threat> {
        self.threats.iter().find(|threat| threat.id == id)
    }

    /// The vulnerability of that id.
    pub fn vulnerability(&self, id: &str) -> Option<&Vulnerability> {
        self.vulnerabilities.iter().find(|vulnerability| vulnerability.id == id)
    }

    /// The control of that id.
    pub fn control(&self, id: &str) -> Option<&Control> {
        self.controls.iter().find(|control| control.id == id)
    }

    /// The threat line of that id.
    pub fn line(&self, id: &str) -> Option<&ThreatLine> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// The joins of a threat line, most important first.
    pub fn joins_of<'a>(&'a self, line: &'a str) -> impl Iterator<Item = &'a Join> {
        self.joins.iter().filter(move |join| join.line == line)
    }

    /// The controls that answer a threat line, most important first: the best of each of its joins.
    pub fn answering_controls(&self, line: &ThreatLine) -> Vec<&Control> {
        let mut controls: Vec<&Control> = Vec::new();
        for control in self.joins_of(&line.id).filter_map(|join| self.control(join.controls.first()?)) {
            if !controls.iter().any(|known| known.id == control.id) {
                controls.push(control);
            }
        }
        controls
    }

    /// The measure of that id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The role of that id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// The question of that id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The topic of that id, with its standard and procedures.
    pub fn topic(&self, id: &str) -> Option<&TopicFile> {
        self.topics.iter().find(|file| file.topic.id == id)
    }

    /// The case of that id.
    pub fn case(&self, id: &str) -> Option<&CaseFile> {
        self.cases.iter().find(|file| file.case.id == id)
    }

    /// The policy of that id.
    pub fn policy(&self, id: &str) -> Option<&PolicyFile> {
        self.policies.iter().find(|file| file.policy.id == id)
    }

    /// The regulation of that id.
    pub fn regulation(&self, id: &str) -> Option<&RegulationFile> {
        self.regulations.iter().find(|file| file.regulation.id == id)
    }

    /// Every file of clauses: policies, topics, regulations.
    pub fn clause_files(&self) -> impl Iterator<Item = ClauseFile<'_>> {
        macro_rules! files {
            ($list:expr) => {
                $list.iter().map(|file| ClauseFile {
                    path: &file.path,
                    sections: &file.sections,
                    clauses: &file.clauses,
                })
            };
        }
        files!(self.policies).chain(files!(self.topics)).chain(files!(self.regulations))
    }

    /// Every clause: policies, topics, regulations.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.clause_files().flat_map(|file| file.clauses)
    }

    /// The clause of that id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses().find(|clause| clause.id == id)
    }

    /// Every check of every guideline.
    pub fn checks(&self) -> impl Iterator<Item = &Check> {
        self.guidelines.iter().flat_map(|file| &file.checks)
    }

    /// The blank that `clause.blank` names.
    pub fn blank(&self, id: &str) -> Option<&Blank> {
        let (clause, name) = id.rsplit_once('.')?;
        self.clause(clause)?.blanks.iter().find(|blank| blank.name == name)
    }
}
