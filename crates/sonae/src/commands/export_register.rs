//! `sonae export-register`: the register in the national guideline's layout.

use crate::arguments::ExportOptions;
use crate::failure::Failure;
use crate::files::{self, file_name};
use crate::input::Input;
use crate::output::say::tell;
use crate::progress::Progress;

/// Runs the command.
///
/// # Errors
/// As [`Input::read`]; [`Failure::Input`] where the file is already there.
pub fn run(options: &ExportOptions) -> Result<(), Failure> {
    files::refuse_same(&options.register.register, &options.out)?;
    files::refuse_existing(std::slice::from_ref(&options.out), options.overwrite)?;
    let input = Input::read(&options.register)?;
    let name = file_name(&options.out);
    let progress = Progress::of(format!("「{name}」を作っています"), options.register.quiet);
    let bytes = sheet::register_workbook(&input.register, &options.criteria).map_err(Failure::input)?;
    files::write_all(&[(options.out.clone(), bytes)], options.overwrite)?;
    drop(progress);
    if !options.register.quiet {
        tell!("情報資産{}件を「{}」に書き出しました。", input.register.assets.len(), options.out.display());
    }
    Ok(())
}
