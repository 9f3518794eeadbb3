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
    CaseFile, Certainty, FormFile, GuidelineFile, Measure, PageFile, PolicyFile, Question, RegulationFile, Role,
    Source, TopicFile,
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
        let (catalog, broken) = Self::read(Files::Embedded);
        let first = broken.into_iter().next().or_else(|| catalog.unreadable.first().cloned());
        first.map_or(Ok(catalog), Err)
    }

    /// Reads texts by their path under `catalog/`: a catalog that somebody is writing. Where a file is no text, a
    /// sentence says why. The chapters that cannot be read are left out and named ([`Catalog::unreadable`]), so
    /// that they hide no other mistake.
    ///
    /// # Errors
    /// Every file that cannot be read, in the order of their paths, where one of those at the top is among them.
    pub fn of_texts(texts: BTreeMap<String, Result<String, String>>) -> Result<Self, Vec<LoadError>> {
        let (catalog, mut broken) = Self::read(Files::Given(Arc::new(texts)));
        if broken.is_empty() {
            return Ok(catalog);
        }
        broken.extend(catalog.unreadable);
        broken.sort_by(|one, other| one.file().cmp(other.file()));
        Err(broken)
    }

    /// Whether the catalog of this version has a file of that path under `catalog/`.
    pub fn has_file(path: &str) -> bool {
        Files::Embedded.text(path).is_some()
    }

    /// All that can be read, and the files at the top that cannot: without them it is no catalog to check.
    fn read(files: Files) -> (Self, Vec<LoadError>) {
        let mut reader = Reader { files, broken: Vec::new(), unreadable: Vec::new() };
        let (threat_types, threats) = reader.top("threats.toml", |file: ThreatFile| (file.types, file.threats));
        let (vulnerability_types, vulnerabilities) =
            reader.top("vulnerabilities.toml", |file: VulnerabilityFile| (file.types, file.vulnerabilities));
        let criteria = reader.top("criteria.toml", Some).unwrap_or_else(no_criteria);
        let mut controls = Vec::new();
        for theme in ["organizational", "people", "physical", "technological"] {
            controls.extend(reader.top(&format!("controls/{theme}.toml"), |file: ControlFile| file.controls));
        }
        let joins: Vec<JoinFile> = reader.chapters("joins");
        let joins: Vec<Join> = joins.into_iter().flat_map(|file| file.joins).collect();
        let mut lines = reader.top("threat-lines.toml", |file: ThreatLineFile| file.lines);
        for line in &mut lines {
            line.take_joins(&joins);
        }
        let mut regulations: Vec<RegulationFile> = reader.chapters("regulations");
        regulations.sort_by_key(|file| file.regulation.chapter);
        let mut handbook: Vec<PageFile> = reader.chapters("handbook");
        handbook.sort_by_key(|file| file.page.order);
        let catalog = Self {
            sources: reader.top("sources.toml", |file: SourceFile| file.source),
            threat_types,
            threats,
            vulnerability_types,
            vulnerabilities,
            controls,
            media: reader.top("media.toml", |file: MediumFile| file.media),
            lines,
            joins,
            measures: reader.top("measures.toml", |file: MeasureFile| file.measures),
            ten_threats: reader.top("ten-threats.toml", |file: TenThreatFile| file.entries),
            rating_criteria: criteria.rating_criterion,
            importance_levels: criteria.importance_level,
            threat_levels: criteria.threat_level,
            vulnerability_levels: criteria.vulnerability_level,
            likelihood_levels: criteria.likelihood_level,
            band_presets: criteria.band_preset,
            bands: criteria.band,
            treatments: reader.top("treatments.toml", |file: TreatmentFile| file.treatments),
            terms: reader.top("vocabulary.toml", |file: VocabularyFile| file.terms),
            readings: reader.top("readings.toml", Some).unwrap_or_else(no_readings),
            worked_examples: reader.top("worked-examples.toml", |file: WorkedExampleFile| file.examples),
            roles: reader.top("roles.toml", |file: RoleFile| file.roles),
            questions: reader.top("profile.toml", |file: QuestionFile| file.questions),
            policies: reader.chapters("policies"),
            topics: reader.chapters("topics"),
            cases: reader.chapters("cases"),
            regulations,
            forms: reader.chapters("forms"),
            handbook,
            guidelines: reader.chapters("guidelines"),
            unreadable: reader.unreadable,
            files: reader.files,
            index: Index::default(),
        };
        (catalog, reader.broken)
    }

    /// Whether `id` is written in a chapter that cannot be read, or may be in one that is no text: then nobody can
    /// tell whether it is there.
    pub(crate) fn may_stand_unread(&self, id: &str) -> bool {
        let quoted = format!("\"{id}\"");
        self.unreadable.iter().any(|error| self.files.text(error.file()).is_none_or(|text| text.contains(&quoted)))
    }
}

/// Reads files, and collects what is wrong with them.
struct Reader {
    files: Files,
    /// Files at the top.
    broken: Vec<LoadError>,
    /// Chapters.
    unreadable: Vec<LoadError>,
}

impl Reader {
    /// What a file at the top holds; nothing where it cannot be read.
    fn top<T: DeserializeOwned, L: Default>(&mut self, path: &str, take: impl FnOnce(T) -> L) -> L {
        match self.files.read(path) {
            Ok(file) => take(file),
            Err(error) => {
                self.broken.push(error);
                L::default()
            }
        }
    }

    /// Every readable file of a folder, in the order of the names.
    fn chapters<T: DeserializeOwned + Placed>(&mut self, folder: &str) -> Vec<T> {
        let mut read = Vec::new();
        for path in self.files.folder(folder) {
            match self.files.read::<T>(path) {
                Ok(mut file) => {
                    file.place(path);
                    read.push(file);
                }
                Err(error) => self.unreadable.push(error),
            }
        }
        read
    }
}

fn no_criteria() -> CriteriaFile {
    CriteriaFile {
        rating_criterion: Vec::new(),
        importance_level: Vec::new(),
        threat_level: Vec::new(),
        vulnerability_level: Vec::new(),
        likelihood_level: Vec::new(),
        band_preset: Vec::new(),
        band: Vec::new(),
    }
}

fn no_readings() -> Readings {
    Readings { source: String::new(), certainty: Certainty::Own, words: BTreeMap::new() }
}
