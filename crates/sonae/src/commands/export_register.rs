//! `sonae export-register`: the register in the national guideline's layout.

use crate::arguments::ExportOptions;
use crate::failure::Failure;
use crate::files;
use crate::input::Input;

/// Runs the command.
///
/// # Errors
/// As [`Input::read`]; [`Failure::Input`] where the file is already there.
pub fn run(options: &ExportOptions) -> Result<(), Failure> {
    files::refuse_existing(std::slice::from_ref(&options.out), options.overwrite)?;
    let input = Input::read(&options.register)?;
    let bytes = sheet::register_workbook(&input.register, &options.criteria).map_err(Failure::input)?;
    files::write_all(&[(options.out.clone(), bytes)])?;
    if !options.register.quiet {
        eprintln!("情報資産{}件を「{}」に書き出しました。", input.register.assets.len(), options.out.display());
    }
    Ok(())
}
