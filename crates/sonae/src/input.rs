//! What every command reads: catalog, profile, register; and what is wrong with them, told to people.

use std::fs;

use assessment::{Assessor, StatedThreat};
use catalog::{Catalog, MediumEntry, Profile, UnusableProfile};
use method::{Medium, RiskCriteria};
use sheet::{MediumNames, Problem, ReadOptions, Register, Scale, Severity, UnknownMedium, read_register};

use crate::arguments::{RegisterOptions, ScaleOption};
use crate::failure::{Failure, io_words};
use crate::output::say::tell;
use crate::progress::Progress;

/// Most assets of a document that is laid out on pages: some 800 pages of results, 1 GB of memory while it is made.
const PRINTABLE: usize = 10_000;
/// How many problems are printed one by one.
const SHOWN: usize = 100;

/// A company's register with all that is needed to assess it.
pub struct Input {
    /// What the product knows.
    pub catalog: Catalog,
    /// What the company has said.
    pub profile: Profile,
    /// Its register.
    pub register: Register,
}

/// Reads the catalog; a broken one is our fault, not the user's.
///
/// # Errors
/// [`Failure::Internal`].
pub fn catalog() -> Result<Catalog, Failure> {
    Catalog::load().map_err(|error| Failure::Internal(error.into()))
}

impl Input {
    /// Reads catalog, profile and register, and prints every problem on standard error.
    ///
    /// # Errors
    /// [`Failure::Input`] where a file cannot be read; [`Failure::Told`] where cells cannot be used
    /// and they are not to be skipped; [`Failure::Usage`] where `--medium` names no medium.
    pub fn read(options: &RegisterOptions) -> Result<Self, Failure> {
        let catalog = catalog()?;
        let profile = profile(options, &catalog)?;
        let media = medium_names(options, &catalog, &profile)?;
        let progress = Progress::of_lines("台帳を読んでいます", options.quiet);
        let scale = options.scale.map(|scale| match scale {
            ScaleOption::ZeroToTwo => Scale::ZeroToTwo,
            ScaleOption::Words => Scale::Words,
        });
        let report = |rows| progress.at(rows);
        let read_options = ReadOptions { media, scale, sheet: options.sheet.clone(), progress: Some(&report) };
        let register = read_register(&options.register, &read_options).map_err(Failure::input)?;
        drop(progress);
        tell(&register, options)?;
        Ok(Self { catalog, profile, register })
    }

    /// The register's sheet 脅威の状況, for the assessor.
    pub fn stated(&self) -> Vec<StatedThreat> {
        let ratings = self.register.threat_ratings.iter();
        ratings
            .map(|stated| StatedThreat {
                row: stated.row,
                medium: stated.medium,
                title: stated.title.clone(),
                rating: stated.rating,
            })
            .collect()
    }

    /// Refuses a register whose documents nobody could open: thousands of pages, and memory by the gigabyte.
    ///
    /// # Errors
    /// [`Failure::Input`].
    pub fn require_printable(&self) -> Result<(), Failure> {
        let assets = self.register.assets.len();
        if assets <= PRINTABLE {
            return Ok(());
        }
        Err(Failure::Input(format!(
            "情報資産が{assets}件あります。PDF と Word にできるのは{PRINTABLE}件までなので、Excel（xlsx）にするか、台帳を部門ごとに分けてください。"
        )))
    }

    /// An assessor for this company; what the sheet 脅威の状況 says of no known threat is told.
    pub fn assessor(&self, criteria: RiskCriteria) -> Assessor<'_> {
        let assessor = Assessor::new(&self.catalog, &self.profile, &self.stated(), criteria);
        for unmatched in assessor.unmatched() {
            tell!(
                "お知らせ: 「脅威の状況」シート{}行目「{}」は、Sonae の脅威と名前が一致しないため、媒体全体の起こりやすさとして使います（同じ媒体の行のうち、最も大きい値）。",
                unmatched.row,
                unmatched.title
            );
        }
        assessor
    }
}

fn profile(options: &RegisterOptions, catalog: &Catalog) -> Result<Profile, Failure> {
    let Some(path) = &options.profile else { return Ok(Profile::default()) };
    let text = fs::read_to_string(path).map_err(|error| {
        let error = io_words(&error);
        Failure::Input(format!(
            "プロファイル「{}」を読めません（{error}）。場所と名前を確かめてください。",
            path.display()
        ))
    })?;
    Profile::parse(&text, catalog).map_err(|UnusableProfile(mistakes)| {
        let mistakes: Vec<String> = mistakes.iter().map(|mistake| format!("\n  {mistake}")).collect();
        let count = mistakes.len();
        Failure::Input(format!("「{}」に直すところが{count}件あります。{}", path.display(), mistakes.concat()))
    })
}

/// The words for media: the catalog's, then the company's own, which win.
fn medium_names(options: &RegisterOptions, catalog: &Catalog, profile: &Profile) -> Result<MediumNames, Failure> {
    let mut names = known_names(catalog);
    let own = profile.media().map(|(word, medium)| (word.to_owned(), medium.to_owned()));
    for (word, medium) in own.chain(options.medium.iter().cloned()) {
        let found = Medium::ALL.into_iter().find(|known| known.title() == medium || known.id() == medium);
        let medium = found.ok_or_else(|| {
            let titles = Medium::ALL.map(Medium::title).join("、");
            Failure::Usage(format!("「{word}」に結び付ける媒体「{medium}」はありません。使える媒体: {titles}"))
        })?;
        names.push((word, medium));
    }
    Ok(MediumNames::new(names, ambiguous(catalog)))
}

/// The words for media that everybody's registers are read with.
pub fn known_media(catalog: &Catalog) -> MediumNames {
    MediumNames::new(known_names(catalog), ambiguous(catalog))
}

fn known_names(catalog: &Catalog) -> Vec<(String, Medium)> {
    let names = |entry: &MediumEntry| {
        let id = entry.id;
        entry.synonyms.clone().into_iter().map(move |synonym| (synonym, id))
    };
    catalog.media.iter().flat_map(names).collect()
}

fn ambiguous(catalog: &Catalog) -> impl Iterator<Item = String> {
    catalog.media.iter().flat_map(|entry| entry.ambiguous.iter().cloned())
}

/// Prints the problems; an unusable cell ends the command unless it is to be skipped.
fn tell(register: &Register, options: &RegisterOptions) -> Result<(), Failure> {
    let of = |severity| register.problems.iter().filter(move |problem| problem.severity == severity);
    // Notes change the result: whoever wants quiet must hear them too.
    print_some("お知らせ: ", of(Severity::Note));
    let errors = of(Severity::Error).count();
    if errors > 0 {
        print_some("", of(Severity::Error));
        ask_for_media(&register.unknown_media);
        let lines = skipped_lines(register);
        if !options.skip_invalid {
            tell!(
                "使えない値が{errors}か所（{lines}行）あります。直してからもう一度実行してください。その行を除いて続けるには --skip-invalid を付けます。"
            );
            return Err(Failure::Told);
        }
        tell!("使えない値のある{lines}行を除いて続けます。");
    }
    if register.assets.is_empty() {
        return Err(Failure::Input(
            "使える情報資産の行が1つもありません。台帳に記入してから実行してください。".to_owned(),
        ));
    }
    Ok(())
}

/// Asks for words that no medium is known by, with the option that answers.
pub fn ask_for_media(unknown: &[UnknownMedium]) {
    let Some(first) = unknown.first() else { return };
    let words: String = unknown.iter().map(|unknown| format!("「{}」", unknown.words)).collect();
    let media = match first.candidates.as_slice() {
        [] => &Medium::ALL[..],
        candidates => candidates,
    };
    let media: Vec<&str> = media.iter().map(|medium| medium.title()).collect();
    // What a shell would take apart stands in quotes.
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '・' | 'ー');
    let quote = if first.words.chars().all(plain) { "" } else { "'" };
    tell!(
        "媒体を決められない言葉：{words}。--medium {quote}{}=媒体の名前{quote} のように教えると、使えます。選べる媒体：{}",
        first.words,
        media.join("、")
    );
}

fn print_some<'a>(prefix: &str, problems: impl Iterator<Item = &'a Problem>) {
    let mut problems = problems.peekable();
    for problem in problems.by_ref().take(SHOWN) {
        tell!("{prefix}{}", problem.message);
    }
    let rest = problems.count();
    if rest > 0 {
        tell!("{prefix}ほか{rest}か所");
    }
}

/// How many lines of the register have an unusable cell.
fn skipped_lines(register: &Register) -> usize {
    let mut lines: Vec<(&str, u32)> = register
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| (problem.sheet.as_str(), problem.row))
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines.len()
}
