//! Entries: anything of the catalog that has an id and a page of its own.

use crate::risk::{Control, MediumEntry, Term, Threat, ThreatLine, TreatmentEntry, Vulnerability};
use crate::{
    CaseFile, Catalog, Certainty, Check, Clause, FormFile, GuidelineFile, Measure, PageFile, PolicyFile, Question,
    RegulationFile, Role, TopicFile,
};

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 脅威の話題: the ten threats of three years, and disaster and failure
    Topic,
    /// 事例
    Case,
    /// ガイドライン
    Guideline,
    /// 点検項目
    Check,
    /// 基本方針
    Policy,
    /// 規程
    Regulation,
    /// 様式
    Form,
    /// ハンドブックのページ
    Page,
    /// 条項
    Clause,
    /// 媒体ごとの脅威
    ThreatLine,
    /// 脅威
    Threat,
    /// 脆弱性
    Vulnerability,
    /// 管理策
    Control,
    /// 媒体・保存先
    Medium,
    /// 対策の状況の質問
    Measure,
    /// 会社の状況の質問
    Question,
    /// 役割
    Role,
    /// リスク対応
    Treatment,
    /// 用語
    Term,
}

impl Kind {
    /// Every kind, in the order in which people look for them.
    pub const ALL: [Self; 19] = [
        Self::Topic,
        Self::Case,
        Self::Guideline,
        Self::Check,
        Self::Policy,
        Self::Regulation,
        Self::Form,
        Self::Page,
        Self::Clause,
        Self::ThreatLine,
        Self::Threat,
        Self::Vulnerability,
        Self::Control,
        Self::Medium,
        Self::Measure,
        Self::Question,
        Self::Role,
        Self::Treatment,
        Self::Term,
    ];

    /// Japanese.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Topic => "脅威の話題",
            Self::Case => "事例",
            Self::Guideline => "ガイドライン",
            Self::Check => "点検項目",
            Self::Policy => "基本方針",
            Self::Regulation => "規程",
            Self::Form => "様式",
            Self::Page => "ハンドブック",
            Self::Clause => "条項",
            Self::ThreatLine => "媒体ごとの脅威",
            Self::Threat => "脅威",
            Self::Vulnerability => "脆弱性",
            Self::Control => "管理策",
            Self::Medium => "媒体・保存先",
            Self::Measure => "対策の質問",
            Self::Question => "会社の状況の質問",
            Self::Role => "役割",
            Self::Treatment => "リスク対応",
            Self::Term => "用語",
        }
    }

    /// In addresses: `threat-line`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Case => "case",
            Self::Guideline => "guideline",
            Self::Check => "check",
            Self::Policy => "policy",
            Self::Regulation => "regulation",
            Self::Form => "form",
            Self::Page => "page",
            Self::Clause => "clause",
            Self::ThreatLine => "threat-line",
            Self::Threat => "threat",
            Self::Vulnerability => "vulnerability",
            Self::Control => "control",
            Self::Medium => "medium",
            Self::Measure => "measure",
            Self::Question => "question",
            Self::Role => "role",
            Self::Treatment => "treatment",
            Self::Term => "term",
        }
    }

    /// The kind of that [`Kind::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// An entry of the catalog.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// What it is.
    pub kind: Kind,
    /// Unique among its kind.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: &'a str,
    /// How sure they are.
    pub certainty: Certainty,
    /// The thing itself.
    pub item: Item<'a>,
}

/// What stands behind an entry.
#[derive(Debug, Clone, Copy)]
pub enum Item<'a> {
    /// [`Kind::Topic`]
    Topic(&'a TopicFile),
    /// [`Kind::Case`]
    Case(&'a CaseFile),
    /// [`Kind::Guideline`]
    Guideline(&'a GuidelineFile),
    /// [`Kind::Check`], with its guideline.
    Check(&'a GuidelineFile, &'a Check),
    /// [`Kind::Policy`]
    Policy(&'a PolicyFile),
    /// [`Kind::Regulation`]
    Regulation(&'a RegulationFile),
    /// [`Kind::Form`]
    Form(&'a FormFile),
    /// [`Kind::Page`]
    Page(&'a PageFile),
    /// [`Kind::Clause`]
    Clause(&'a Clause),
    /// [`Kind::ThreatLine`]
    ThreatLine(&'a ThreatLine),
    /// [`Kind::Threat`]
    Threat(&'a Threat),
    /// [`Kind::Vulnerability`]
    Vulnerability(&'a Vulnerability),
    /// [`Kind::Control`]
    Control(&'a Control),
    /// [`Kind::Medium`]
    Medium(&'a MediumEntry),
    /// [`Kind::Measure`]
    Measure(&'a Measure),
    /// [`Kind::Question`]
    Question(&'a Question),
    /// [`Kind::Role`]
    Role(&'a Role),
    /// [`Kind::Treatment`]
    Treatment(&'a TreatmentEntry),
    /// [`Kind::Term`]
    Term(&'a Term),
}

impl Catalog {
    /// Every entry of a kind, in the catalog's order.
    pub fn entries_of(&self, kind: Kind) -> Vec<Entry<'_>> {
        macro_rules! entries {
            ($list:expr, $kind:ident, |$file:ident| $inner:expr, $title:ident) => {
                $list
                    .iter()
                    .map(|$file| {
                        let inner = $inner;
                        Entry {
                            kind,
                            id: &inner.id,
                            title: &inner.$title,
                            source: &inner.source,
                            certainty: inner.certainty,
                            item: Item::$kind($file),
                        }
                    })
                    .collect()
            };
        }
        macro_rules! named {
            ($list:expr, $kind:ident) => {
                $list
                    .iter()
                    .map(|entry| Entry {
                        kind,
                        id: entry.id.id(),
                        title: &entry.title,
                        source: &entry.source,
                        certainty: entry.certainty,
                        item: Item::$kind(entry),
                    })
                    .collect()
            };
        }
        match kind {
            Kind::Topic => entries!(self.topics, Topic, |file| &file.topic, title),
            Kind::Case => entries!(self.cases, Case, |file| &file.case, title),
            Kind::Guideline => entries!(self.guidelines, Guideline, |file| &file.guideline, title),
            Kind::Check => self.check_entries(),
            Kind::Policy => entries!(self.policies, Policy, |file| &file.policy, title),
            Kind::Regulation => entries!(self.regulations, Regulation, |file| &file.regulation, title),
            Kind::Form => entries!(self.forms, Form, |file| &file.form, title),
            Kind::Page => entries!(self.handbook, Page, |file| &file.page, title),
            Kind::Clause => self.clause_entries(),
            Kind::ThreatLine => entries!(self.lines, ThreatLine, |line| line, title),
            Kind::Threat => entries!(self.threats, Threat, |entry| entry, title),
            Kind::Vulnerability => entries!(self.vulnerabilities, Vulnerability, |entry| entry, title),
            Kind::Control => entries!(self.controls, Control, |entry| entry, title),
            Kind::Medium => named!(self.media, Medium),
            Kind::Measure => entries!(self.measures, Measure, |entry| entry, title),
            Kind::Question => entries!(self.questions, Question, |entry| entry, label),
            Kind::Role => entries!(self.roles, Role, |entry| entry, title),
            Kind::Treatment => named!(self.treatments, Treatment),
            Kind::Term => entries!(self.terms, Term, |entry| entry, title),
        }
    }

    fn check_entries(&self) -> Vec<Entry<'_>> {
        self.guidelines.iter().flat_map(|file| file.checks.iter().map(move |check| check_entry(file, check))).collect()
    }

    fn clause_entries(&self) -> Vec<Entry<'_>> {
        self.clauses()
            .map(|clause| Entry {
                kind: Kind::Clause,
                id: &clause.id,
                title: &clause.title,
                source: &clause.source,
                certainty: clause.certainty,
                item: Item::Clause(clause),
            })
            .collect()
    }
}

fn check_entry<'a>(file: &'a GuidelineFile, check: &'a Check) -> Entry<'a> {
    Entry {
        kind: Kind::Check,
        id: &check.id,
        title: &check.title,
        source: &check.source,
        certainty: check.certainty,
        item: Item::Check(file, check),
    }
}
