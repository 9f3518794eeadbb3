//! The whole catalog.

use crate::file::{self, LoadError};
use crate::profile::{MeasureFile, QuestionFile, RoleFile};
use crate::risk::{
    BandMeaning, BandPreset, Control, ControlFile, CriteriaFile, Level, MediumEntry, MediumFile, RatingCriterion,
    TenThreat, TenThreatFile, TenThreatTopic, Term, Threat, ThreatFile, ThreatLine, ThreatLineFile, ThreatType,
    TreatmentEntry, TreatmentFile, VocabularyFile, Vulnerability, VulnerabilityFile, VulnerabilityType, WorkedExample,
    WorkedExampleFile,
};
use crate::{CaseFile, Clause, Measure, PolicyFile, Question, Role, Source};

/// What the product knows. Everything in the order of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    /// Where facts come from.
    pub sources: Vec<Source>,
    /// Kinds of threats.
    pub threat_types: Vec<ThreatType>,
    /// 脅威
    pub threats: Vec<Threat>,
    /// Kinds of vulnerabilities.
    pub vulnerability_types: Vec<VulnerabilityType>,
    /// 脆弱性
    pub vulnerabilities: Vec<Vulnerability>,
    /// 管理策
    pub controls: Vec<Control>,
    /// 媒体・保存先
    pub media: Vec<MediumEntry>,
    /// 媒体ごとの脅威
    pub lines: Vec<ThreatLine>,
    /// 対策の状況の質問
    pub measures: Vec<Measure>,
    /// Topics of the ten threats.
    pub ten_threat_topics: Vec<TenThreatTopic>,
    /// 情報セキュリティ10大脅威
    pub ten_threats: Vec<TenThreat>,
    /// When to give which rating.
    pub rating_criteria: Vec<RatingCriterion>,
    /// What 重要度 means.
    pub importance_levels: Vec<Level>,
    /// What 起こりやすさ means.
    pub threat_levels: Vec<Level>,
    /// What つけ込みやすさ means.
    pub vulnerability_levels: Vec<Level>,
    /// What 被害発生可能性 means.
    pub likelihood_levels: Vec<Level>,
    /// Published risk criteria.
    pub band_presets: Vec<BandPreset>,
    /// What the bands mean.
    pub bands: Vec<BandMeaning>,
    /// リスク対応
    pub treatments: Vec<TreatmentEntry>,
    /// 用語
    pub terms: Vec<Term>,
    /// Risks taken apart, to learn from.
    pub worked_examples: Vec<WorkedExample>,
    /// 役割
    pub roles: Vec<Role>,
    /// 会社の状況の質問
    pub questions: Vec<Question>,
    /// Policies, by file name.
    pub policies: Vec<PolicyFile>,
    /// Cases, by file name.
    pub cases: Vec<CaseFile>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    source: Vec<Source>,
}

impl Catalog {
    /// Reads the embedded catalog. Cross references are checked by [`Catalog::problems`].
    ///
    /// # Errors
    /// [`LoadError`] with file and line where a file is missing or not of its form.
    pub fn load() -> Result<Self, LoadError> {
        let threats: ThreatFile = file::read("threats.toml")?;
        let vulnerabilities: VulnerabilityFile = file::read("vulnerabilities.toml")?;
        let ten_threats: TenThreatFile = file::read("ten-threats.toml")?;
        let criteria: CriteriaFile = file::read("criteria.toml")?;
        let mut controls = Vec::new();
        for theme in ["organizational", "people", "physical", "technological"] {
            controls.extend(file::read::<ControlFile>(&format!("controls/{theme}.toml"))?.controls);
        }
        Ok(Self {
            sources: file::read::<SourceFile>("sources.toml")?.source,
            threat_types: threats.types,
            threats: threats.threats,
            vulnerability_types: vulnerabilities.types,
            vulnerabilities: vulnerabilities.vulnerabilities,
            controls,
            media: file::read::<MediumFile>("media.toml")?.media,
            lines: file::read::<ThreatLineFile>("threat-lines.toml")?.lines,
            measures: file::read::<MeasureFile>("measures.toml")?.measures,
            ten_threat_topics: ten_threats.topics,
            ten_threats: ten_threats.entries,
            rating_criteria: criteria.rating_criterion,
            importance_levels: criteria.importance_level,
            threat_levels: criteria.threat_level,
            vulnerability_levels: criteria.vulnerability_level,
            likelihood_levels: criteria.likelihood_level,
            band_presets: criteria.band_preset,
            bands: criteria.band,
            treatments: file::read::<TreatmentFile>("treatments.toml")?.treatments,
            terms: file::read::<VocabularyFile>("vocabulary.toml")?.terms,
            worked_examples: file::read::<WorkedExampleFile>("worked-examples.toml")?.examples,
            roles: file::read::<RoleFile>("roles.toml")?.roles,
            questions: file::read::<QuestionFile>("profile.toml")?.questions,
            policies: file::folder("policies").into_iter().map(file::read).collect::<Result<_, _>>()?,
            cases: file::folder("cases").into_iter().map(file::read).collect::<Result<_, _>>()?,
        })
    }

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

    /// The measure of that id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The role of that id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// The case of that id, with its standard and procedures.
    pub fn case(&self, id: &str) -> Option<&CaseFile> {
        self.cases.iter().find(|file| file.case.id == id)
    }

    /// The policy of that id.
    pub fn policy(&self, id: &str) -> Option<&PolicyFile> {
        self.policies.iter().find(|file| file.policy.id == id)
    }

    /// Every clause, policies first.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        let policies = self.policies.iter().flat_map(|file| &file.clauses);
        policies.chain(self.cases.iter().flat_map(|file| &file.clauses))
    }

    /// Whether `clause.blank` names a blank.
    pub fn knows_blank(&self, id: &str) -> bool {
        id.rsplit_once('.').is_some_and(|(clause, name)| {
            self.clauses().any(|known| known.id == clause && known.blanks.iter().any(|blank| blank.name == name))
        })
    }
}
