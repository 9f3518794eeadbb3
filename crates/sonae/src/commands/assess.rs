//! `sonae assess`: every asset with its risk, explained.

use std::io::{BufWriter, Write};

use assessment::Assessor;
use document::Drafter;

use crate::arguments::{AssessFormat, AssessOptions};
use crate::failure::Failure;
use crate::files;
use crate::input::Input;
use crate::output;

/// Runs the command.
///
/// # Errors
/// [`Failure::Usage`] where a file format has no `--out`; otherwise as [`Input::read`].
pub fn run(options: &AssessOptions) -> Result<(), Failure> {
    let report = matches!(options.format, AssessFormat::Xlsx | AssessFormat::Docx | AssessFormat::Pdf);
    if report && options.out.is_none() {
        return Err(Failure::Usage(
            "xlsx・docx・pdf は、書き出すファイルを --out で指定してください（例：--out 報告書.pdf）。".into(),
        ));
    }
    let input = Input::read(&options.register)?;
    let assessor = input.assessor(options.criteria.clone(), options.register.quiet);
    if report {
        return write_report(options, &input, &assessor);
    }
    match &options.out {
        None => {
            write_text(&mut BufWriter::with_capacity(1 << 16, std::io::stdout().lock()), options, &input, &assessor)?
        }
        Some(path) => {
            let file = std::fs::File::create(path)
                .map_err(|error| Failure::Input(format!("「{}」に書き込めません（{error}）。", path.display())))?;
            write_text(&mut BufWriter::with_capacity(1 << 16, file), options, &input, &assessor)?;
            told(options, path);
        }
    }
    Ok(())
}

fn write_text(
    out: &mut impl Write,
    options: &AssessOptions,
    input: &Input,
    assessor: &Assessor<'_>,
) -> Result<(), Failure> {
    match options.format {
        AssessFormat::Json => output::json::write(out, &input.register, assessor)?,
        AssessFormat::Csv => output::csv::write(out, &input.register, assessor)?,
        _ => output::table::write(out, &input.register, assessor)?,
    }
    out.flush().map_err(|error| Failure::from(anyhow::Error::from(error)))
}

fn write_report(options: &AssessOptions, input: &Input, assessor: &Assessor<'_>) -> Result<(), Failure> {
    let drafter = Drafter {
        catalog: &input.catalog,
        profile: &input.profile,
        assets: &input.register.assets,
        extra_columns: &input.register.extra_columns,
        assessor,
    };
    let report = drafter.risk_report(None);
    let bytes = match options.format {
        AssessFormat::Pdf => pdf::render(&report).map_err(Failure::input)?,
        AssessFormat::Docx => docx::render(&report).map_err(Failure::input)?,
        _ => sheet::document_workbook(&report).map_err(Failure::input)?,
    };
    if let Some(path) = &options.out {
        files::write_all(&[(path.clone(), bytes)])?;
        told(options, path);
    }
    Ok(())
}

fn told(options: &AssessOptions, path: &std::path::Path) {
    if !options.register.quiet {
        eprintln!("「{}」に書き出しました。", path.display());
    }
}
