//! The whole catalog.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::file::{Files, LoadError};
use crate::index::Index;
use crate::profile::{MeasureFile, QuestionFile, RoleFile};
use crate::risk::{
    BandMeaning, BandPreset, Control, ControlFile, CriteriaFile, Join, JoinFile, Level, MediumEntry, MediumFile,
    RatingCriterion, Readings, TenThreat, TenThreatFile, Term, Threat, ThreatFile, ThreatLine, ThreatLineFile,
    ThreatType, TreatmentEntry, TreatmentFile, VocabularyFile, Vulnerability, VulnerabilityFile, VulnerabilityType,
    WorkedExample, WorkedExampleFile,
};
use crate::{
    CaseFile, FormFile, GuidelineFile, Measure, PageFile, PolicyFile, Question, RegulationFile, Role, Source, TopicFile,
};

/// What the product knows. Everything in the order of the files.
#[derive(Debug, Clone)]
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
    /// 媒体 × 脅威 × 脆弱性 × 管理策
    pub joins: Vec<Join>,
    /// 対策の状況の質問
    pub measures: Vec<Measure>,
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
    /// How words with kanji are read.
    pub readings: Readings,
    /// Risks taken apart, to learn from.
    pub worked_examples: Vec<WorkedExample>,
    /// 役割
    pub roles: Vec<Role>,
    /// 会社の状況の質問
    pub questions: Vec<Question>,
    /// Policies, by file name.
    pub policies: Vec<PolicyFile>,
    /// Topics of the ten threats with their standards and procedures, by file name.
    pub topics: Vec<TopicFile>,
    /// Cases, by file name.
    pub cases: Vec<CaseFile>,
    /// 関連規程, by chapter.
    pub regulations: Vec<RegulationFile>,
    /// 様式, by file name.
    pub forms: Vec<FormFile>,
    /// 従業員ハンドブック, page by page.
    pub handbook: Vec<PageFile>,
    /// ガイドライン, by file name.
    pub guidelines: Vec<GuidelineFile>,
    /// Chapters (files of a folder) that cannot be read; they are left out of all of the above. None of the
    /// embedded ones.
    pub unreadable: Vec<LoadError>,
    /// The texts it was read from.
    pub(crate) files: Files,
    /// Links and search, made at the first question.
    pub(crate) index: Index,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    source: Vec<Source>,
}

/// A file that knows where it was read from.
trait Placed {
    fn place(&mut self, path: &str);
}

macro_rules! placed {
    ($($file:ty),*) => {
        $(impl Placed for $file {
            fn place(&mut self, path: &str) {
                path.clone_into(&mut self.path);
            }
        })*
    };
}
placed!(PolicyFile, TopicFile, CaseFile, RegulationFile, FormFile, PageFile, GuidelineFile);

impl Placed for JoinFile {
    fn place(&mut self, path: &str) {
        for join in &mut self.joins {
            path.clone_into(&mut join.path);
        }
    }
}

impl Catalog {
    /// Reads the embedded catalog. Cross references are checked by [`Catalog::problems`].
    ///
    /// # Errors
    /// [`LoadError`] with file and line where a file is missing or not of its form.
    pub fn load() -> Result<Self, LoadError> {
        let catalog = Self::read(Files::Embedded)?;
        catalog.unreadable.first().cloned().map_or(Ok(catalog), Err)
    }

    /// Reads texts by their path under `catalog/`: a catalog that somebody is writing. The chapters that
    /// cannot be read are left out and named ([`Catalog::unreadable`]), so that they hide no other mistake.
    ///
    /// # Errors
    /// [`LoadError`] where one of the files at the top cannot be read.
    pub fn of_texts(texts: BTreeMap<String, String>) -> Result<Self, LoadError> {
        Self::read(Files::Given(Arc::new(texts)))
    }

    fn read(files: Files) -> Result<Self, LoadError> {
        let mut unreadable = Vec::new();
        let threats: ThreatFile = files.read("threats.toml")?;
        let vulnerabilities: VulnerabilityFile = files.read("vulnerabilities.toml")?;
        let criteria: CriteriaFile = files.read("criteria.toml")?;
        let mut controls = Vec::new();
        for theme in ["organizational", "people", "physical", "technological"] {
            controls.extend(files.read::<ControlFile>(&format!("controls/{theme}.toml"))?.controls);
        }
        let joins: Vec<JoinFile> = chapters(&files, "joins", &mut unreadable);
        let joins: Vec<Join> = joins.into_iter().flat_map(|file| file.joins).collect();
        let mut lines = files.read::<ThreatLineFile>("threat-lines.toml")?.lines;
        for line in &mut lines {
            line.take_joins(&joins);
        }
        let mut regulations: Vec<RegulationFile> = chapters(&files, "regulations", &mut unreadable);
        regulations.sort_by_key(|file| file.regulation.chapter);
        let mut handbook: Vec<PageFile> = chapters(&files, "handbook", &mut unreadable);
        handbook.sort_by_key(|file| file.page.order);
        Ok(Self {
            sources: files.read::<SourceFile>("sources.toml")?.source,
            threat_types: threats.types,
            threats: threats.threats,
            vulnerability_types: vulnerabilities.types,
            vulnerabilities: vulnerabilities.vulnerabilities,
            controls,
            media: files.read::<MediumFile>("media.toml")?.media,
            lines,
            joins,
            measures: files.read::<MeasureFile>("measures.toml")?.measures,
            ten_threats: files.read::<TenThreatFile>("ten-threats.toml")?.entries,
            rating_criteria: criteria.rating_criterion,
            importance_levels: criteria.importance_level,
            threat_levels: criteria.threat_level,
            vulnerability_levels: criteria.vulnerability_level,
            likelihood_levels: criteria.likelihood_level,
            band_presets: criteria.band_preset,
            bands: criteria.band,
            treatments: files.read::<TreatmentFile>("treatments.toml")?.treatments,
            terms: files.read::<VocabularyFile>("vocabulary.toml")?.terms,
            readings: files.read("readings.toml")?,
            worked_examples: files.read::<WorkedExampleFile>("worked-examples.toml")?.examples,
            roles: files.read::<RoleFile>("roles.toml")?.roles,
            questions: files.read::<QuestionFile>("profile.toml")?.questions,
            policies: chapters(&files, "policies", &mut unreadable),
            topics: chapters(&files, "topics", &mut unreadable),
            cases: chapters(&files, "cases", &mut unreadable),
            regulations,
            forms: chapters(&files, "forms", &mut unreadable),
            handbook,
            guidelines: chapters(&files, "guidelines", &mut unreadable),
            unreadable,
            files,
            index: Index::default(),
        })
    }

    /// Whether `id` is written in a chapter that cannot be read: then nobody can tell whether it is there.
    pub(crate) fn may_stand_unread(&self, id: &str) -> bool {
        let quoted = format!("\"{id}\"");
        self.unreadable.iter().any(|error| self.files.text(error.file()).is_some_and(|text| text.contains(&quoted)))
    }
}

/// Every readable file of a folder, in the order of the names.
fn chapters<T: DeserializeOwned + Placed>(files: &Files, folder: &str, unreadable: &mut Vec<LoadError>) -> Vec<T> {
    let mut read = Vec::new();
    for path in files.folder(folder) {
        match files.read::<T>(path) {
            Ok(mut file) => {
                file.place(path);
                read.push(file);
            }
            Err(error) => unreadable.push(error),
        }
    }
    read
}
