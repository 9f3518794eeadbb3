//! `sonae build`: the first complete set of documents.

use std::fs;
use std::path::PathBuf;

use document::{BlankState, Block, Document, Drafter, Inline};

use crate::arguments::{BuildOptions, DocumentFormat};
use crate::failure::Failure;
use crate::files;
use crate::input::Input;
use crate::progress::Progress;

/// A document and whether its workbook is the register itself.
struct Planned {
    document: Document,
    is_register: bool,
}

/// Runs the command.
///
/// # Errors
/// [`Failure::Usage`] for a level or case that does not exist; [`Failure::Input`] for a profile value
/// or character that cannot be used, or files already there. Nothing is written then.
pub fn run(options: &BuildOptions) -> Result<(), Failure> {
    check_level(options)?;
    let input = Input::read(&options.register)?;
    let assessor = input.assessor(options.criteria.clone(), options.register.quiet);
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
    files::refuse_existing(&paths, options.overwrite)?;

    let progress = Progress::new("文書を作っています", options.register.quiet);
    let total = u64::try_from(paths.len()).ok();
    let mut made = Vec::with_capacity(paths.len());
    for planned in &planned {
        for format in &formats {
            progress.at(made.len() as u64, total);
            made.push((path(&planned.document, *format), render(planned, *format, &input, &drafter)?));
        }
    }
    drop(progress);
    fs::create_dir_all(&options.out)
        .map_err(|error| Failure::Input(format!("フォルダ「{}」を作れません（{error}）。", options.out.display())))?;
    files::write_all(&made)?;
    if !options.register.quiet {
        tell(options, &planned, made.len());
    }
    Ok(())
}

fn check_level(options: &BuildOptions) -> Result<(), Failure> {
    match options.level {
        1 => Ok(()),
        2 => Err(Failure::Usage(
            "Lv.2（ガイドラインから作る）は、これからの版で使えるようになります。今は --level 1 を指定してください。"
                .into(),
        )),
        _ => Err(Failure::Usage(
            "Lv.3（93の管理策から作る）は、これからの版で使えるようになります。今は --level 1 を指定してください。"
                .into(),
        )),
    }
}

fn plan(options: &BuildOptions, input: &Input, drafter: &Drafter<'_>) -> Result<Vec<Planned>, Failure> {
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
    let document = |document| Planned { document, is_register: false };
    Ok(vec![
        document(drafter.basic_policy().map_err(Failure::input)?),
        document(drafter.risk_report(Some(file))),
        document(drafter.case_standard(file).map_err(Failure::input)?),
        document(drafter.case_procedure(file).map_err(Failure::input)?),
        document(drafter.treatment_plan(Some(file))),
        Planned { document: drafter.register(), is_register: true },
    ])
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
    eprintln!("{}種類の文書（{files}ファイル）を「{}」に作りました。", planned.len(), options.out.display());
    for planned in planned {
        let open = open_blanks(&planned.document.blocks);
        let note = if open == 0 { String::new() } else { format!("（決めていない言葉が{open}か所）") };
        eprintln!("  {} {}{note}", planned.document.front.number, planned.document.front.title);
    }
}

/// Marks of open blanks in the articles and tables of a document.
fn open_blanks(blocks: &[Block]) -> usize {
    let in_text = |text: &document::Text| {
        text.0
            .iter()
            .filter(|inline| matches!(inline, Inline::Blank(mark) if mark.state != BlankState::Confirmed))
            .count()
    };
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(text) => in_text(text),
            Block::Article(article) => open_blanks(&article.body),
            Block::Table(table) => table.rows.iter().flatten().map(|cell| in_text(&cell.text)).sum(),
            _ => 0,
        })
        .sum()
}
