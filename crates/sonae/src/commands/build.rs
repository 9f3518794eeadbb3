//! `sonae build`: complete sets of documents, from a case (Lv.1) or from the regulations (Lv.2).

use std::fs;
use std::path::PathBuf;

use catalog::CaseFile;
use document::{Document, DraftError, Drafted, Drafter};
use method::Medium;

use crate::arguments::{BuildOptions, DocumentFormat};
use crate::failure::{Failure, io_words};
use crate::files::{self, file_name};
use crate::input::Input;
use crate::output::say::tell;
use crate::progress::Progress;

/// A document to be made.
struct Planned {
    document: Document,
    /// How many blanks somebody still has to decide.
    open: usize,
    /// Whether its workbook is the register itself.
    is_register: bool,
}

impl Planned {
    fn whole(document: Document) -> Self {
        Self { document, open: 0, is_register: false }
    }

    fn drafted(drafted: Result<Drafted, DraftError>) -> Result<Self, Failure> {
        let drafted = drafted.map_err(Failure::input)?;
        Ok(Self { open: drafted.open.len(), ..Self::whole(drafted.document) })
    }
}

/// Runs the command.
///
/// # Errors
/// [`Failure::Usage`] for a level or case that does not exist; [`Failure::Input`] for a profile value
/// or character that cannot be used, or files already there. Nothing is written then.
pub fn run(options: &BuildOptions) -> Result<(), Failure> {
    check_level(options)?;
    let input = Input::read(&options.register)?;
    // Only the documents of Lv.1 list every asset.
    if options.level == 1
        && options.formats.iter().any(|format| matches!(format, DocumentFormat::Docx | DocumentFormat::Pdf))
    {
        input.require_printable()?;
    }
    let assessor = input.assessor(options.criteria.clone());
    let drafter = Drafter {
        catalog: &input.catalog,
        profile: &input.profile,
        assets: &input.register.assets,
        extra_columns: &input.register.extra_columns,
        assessor: &assessor,
    };
    let planned = plan(options, &input, &drafter)?;
    let mut formats = options.formats.clone();
    formats.sort_unstable();
    formats.dedup();
    let path = |document: &Document, format: DocumentFormat| {
        options.out.join(format!("{}_{}.{}", document.front.number, document.front.title, format.extension()))
    };
    let paths: Vec<PathBuf> =
        planned.iter().flat_map(|planned| formats.iter().map(|format| path(&planned.document, *format))).collect();
    for path in &paths {
        files::refuse_same(&options.register.register, path)?;
    }
    files::refuse_existing(&paths, options.overwrite)?;

    let progress = Progress::of_pieces(paths.len(), options.register.quiet);
    let mut made = Vec::with_capacity(paths.len());
    for planned in &planned {
        for format in &formats {
            let place = path(&planned.document, *format);
            progress.next(made.len(), format!("「{}」を作っています", file_name(&place)));
            made.push((place, render(planned, *format, &input, &drafter)?));
        }
    }
    drop(progress);
    fs::create_dir_all(&options.out).map_err(|error| {
        let error = io_words(&error);
        Failure::Input(format!("フォルダー「{}」を作れません（{error}）。", options.out.display()))
    })?;
    files::write_all(&made, options.overwrite)?;
    if !options.register.quiet {
        tell(options, &planned, made.len());
    }
    Ok(())
}

fn check_level(options: &BuildOptions) -> Result<(), Failure> {
    match (options.level, &options.case) {
        (1, _) | (2, None) => Ok(()),
        (2, Some(_)) => {
            Err(Failure::Usage("--case は Lv.1 だけで使います。Lv.2 では、--case を付けないでください。".into()))
        }
        _ => Err(Failure::Usage(
            "Lv.3（93の管理策から作る）は、これからの版で使えるようになります。今は --level 1 か 2 を指定してください。"
                .into(),
        )),
    }
}

fn plan(options: &BuildOptions, input: &Input, drafter: &Drafter<'_>) -> Result<Vec<Planned>, Failure> {
    if options.level == 2 { regulations(drafter) } else { case_documents(options, input, drafter) }
}

/// Lv.2: the basic policy, the regulations that the company needs, the employees' handbook.
fn regulations(drafter: &Drafter<'_>) -> Result<Vec<Planned>, Failure> {
    let mut planned = vec![Planned::drafted(drafter.basic_policy())?];
    for file in drafter.needed_regulations() {
        planned.push(Planned::drafted(drafter.regulation(file))?);
    }
    planned.push(Planned::drafted(Ok(drafter.handbook()))?);
    Ok(planned)
}

/// Lv.1: the basic policy, what the case's topic asks for, and the results of the assessment.
fn case_documents(options: &BuildOptions, input: &Input, drafter: &Drafter<'_>) -> Result<Vec<Planned>, Failure> {
    let known: Vec<&str> = input.catalog.cases.iter().map(|file| file.case.id.as_str()).collect();
    let Some(case) = &options.case else {
        return Err(Failure::Usage(format!(
            "Lv.1 では、もとにする事例を --case で指定してください。使える事例: {}",
            known.join("、")
        )));
    };
    let file = input
        .catalog
        .case(case)
        .ok_or_else(|| Failure::Usage(format!("「{case}」という事例はありません。使える事例: {}", known.join("、"))))?;
    tell_untouched(file, input, drafter);
    Ok(vec![
        Planned::drafted(drafter.basic_policy())?,
        Planned::whole(drafter.risk_report(Some(file))),
        Planned::drafted(drafter.case_standard(file))?,
        Planned::drafted(drafter.case_procedure(file))?,
        Planned::whole(drafter.treatment_plan(Some(file))),
        Planned { is_register: true, ..Planned::whole(drafter.register()) },
    ])
}

/// Tells that no asset of the register is on a medium that the case is about.
fn tell_untouched(file: &CaseFile, input: &Input, drafter: &Drafter<'_>) {
    let narrowed = drafter.assessor.narrowed(&file.case.lines);
    let touched = |medium: Medium| !narrowed.lines(medium).is_empty();
    if input.register.assets.iter().any(|asset| touched(asset.medium)) {
        return;
    }
    let media: Vec<&str> = Medium::ALL.into_iter().filter(|medium| touched(*medium)).map(Medium::title).collect();
    tell!(
        "お知らせ: 事例「{}」が当てはまる媒体（{}）にある情報資産が、台帳に1件もありません。報告書と対応計画に、この事例が当てはまる情報資産は載りません。別の事例を選ぶか（一覧は sonae catalog cases）、台帳の媒体・保存先を確かめてください。",
        file.case.title,
        media.join("、")
    );
}

fn render(planned: &Planned, format: DocumentFormat, input: &Input, drafter: &Drafter<'_>) -> Result<Vec<u8>, Failure> {
    let document = &planned.document;
    match format {
        DocumentFormat::Docx => docx::render(document).map_err(Failure::input),
        DocumentFormat::Pdf => pdf::render(document).map_err(Failure::input),
        DocumentFormat::Html => Ok(html::render(document).into_bytes()),
        DocumentFormat::Xlsx if planned.is_register => {
            sheet::register_workbook(&input.register, drafter.assessor.criteria()).map_err(Failure::input)
        }
        DocumentFormat::Xlsx => sheet::document_workbook(document).map_err(Failure::input),
    }
}

/// Says what was made and what is still to be decided.
fn tell(options: &BuildOptions, planned: &[Planned], files: usize) {
    tell!("{}種類の文書（{files}ファイル）を「{}」に作りました。", planned.len(), options.out.display());
    for planned in planned {
        let open = planned.open;
        let note = if open == 0 { String::new() } else { format!("（決めていない言葉が{open}か所）") };
        tell!("  {} {}{note}", planned.document.front.number, planned.document.front.title);
    }
}
