//! `sonae assess`: every asset with its risk, explained.

use std::io::{BufWriter, Write};
use std::path::Path;

use assessment::Assessor;
use document::Drafter;

use crate::arguments::{AssessFormat, AssessOptions};
use crate::failure::Failure;
use crate::files::{self, file_name};
use crate::input::Input;
use crate::output;
use crate::output::say::tell;
use crate::progress::Progress;

/// Runs the command.
///
/// # Errors
/// [`Failure::Usage`] where a file format has no `--out` or `--risks` says nothing to a format;
/// [`Failure::Input`] where the file is already there; otherwise as [`Input::read`].
pub fn run(options: &AssessOptions) -> Result<(), Failure> {
    check(options)?;
    if let Some(path) = &options.out {
        files::refuse_same(&options.register.register, path)?;
        files::refuse_existing(std::slice::from_ref(path), options.overwrite)?;
    }
    let input = Input::read(&options.register)?;
    if matches!(options.format, AssessFormat::Pdf | AssessFormat::Docx) {
        input.require_printable()?;
    }
    let assessor = input.assessor(options.criteria.clone());
    let Some(path) = &options.out else {
        let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
        write_text(&mut out, options, &input, &assessor)?;
        return Ok(out.flush().map_err(anyhow::Error::from)?);
    };
    write_file(path, options, &input, &assessor)?;
    if !options.register.quiet {
        tell!("「{}」に書き出しました。", path.display());
    }
    Ok(())
}

fn check(options: &AssessOptions) -> Result<(), Failure> {
    if is_report(options.format) && options.out.is_none() {
        return Err(Failure::Usage(
            "xlsx・docx・pdf は、書き出すファイルを --out で指定してください（例：--out 報告書.pdf）。".into(),
        ));
    }
    if options.risks && !matches!(options.format, AssessFormat::Table | AssessFormat::Csv) {
        return Err(Failure::Usage(
            "--risks は、--format が table か csv のときに使えます（json には、いつもすべてのリスクが入ります）。"
                .into(),
        ));
    }
    Ok(())
}

const fn is_report(format: AssessFormat) -> bool {
    matches!(format, AssessFormat::Xlsx | AssessFormat::Docx | AssessFormat::Pdf)
}

/// Writes the file whole or not at all; text goes beside its place as it is made.
fn write_file(path: &Path, options: &AssessOptions, input: &Input, assessor: &Assessor<'_>) -> Result<(), Failure> {
    let what = format!("「{}」を作っています", file_name(path));
    let _progress = Progress::of(what, options.register.quiet);
    if is_report(options.format) {
        let report = render_report(options.format, input, assessor)?;
        return files::write_all(&[(path.to_owned(), report)], options.overwrite);
    }
    files::write_streamed(path, options.overwrite, |out| write_text(out, options, input, assessor))
}

fn write_text(
    out: &mut impl Write,
    options: &AssessOptions,
    input: &Input,
    assessor: &Assessor<'_>,
) -> anyhow::Result<()> {
    let (catalog, register) = (&input.catalog, &input.register);
    match options.format {
        AssessFormat::Json => output::json::write(out, register, assessor),
        AssessFormat::Csv if options.risks => output::csv::write_risks(out, catalog, register, assessor),
        AssessFormat::Csv => output::csv::write(out, catalog, register, assessor),
        _ => output::table::write(out, catalog, register, assessor, options.risks),
    }
}

fn render_report(format: AssessFormat, input: &Input, assessor: &Assessor<'_>) -> Result<Vec<u8>, Failure> {
    let drafter = Drafter {
        catalog: &input.catalog,
        profile: &input.profile,
        assets: &input.register.assets,
        extra_columns: &input.register.extra_columns,
        assessor,
    };
    let report = drafter.risk_report(None);
    match format {
        AssessFormat::Pdf => pdf::render(&report).map_err(Failure::input),
        AssessFormat::Docx => docx::render(&report).map_err(Failure::input),
        _ => sheet::document_workbook(&report).map_err(Failure::input),
    }
}
