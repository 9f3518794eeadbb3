//! `sonae export-register`: the register in the national guideline's layout.

use std::collections::BTreeSet;

use crate::arguments::ExportOptions;
use crate::failure::Failure;
use crate::files::{self, file_name};
use crate::input::{Input, known_media};
use crate::output::say::tell;
use crate::progress::Progress;

/// Runs the command.
///
/// # Errors
/// As [`Input::read`]; [`Failure::Input`] where the file is already there.
pub fn run(options: &ExportOptions) -> Result<(), Failure> {
    files::refuse_same(&options.register.register, &options.out)?;
    files::refuse_existing(std::slice::from_ref(&options.out), options.overwrite)?;
    let mut input = Input::read(&options.register)?;
    name_media(&mut input);
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

/// Words that only this company's options explain are written beside the medium's title, so that the register is read
/// without these options next time: 「社外サーバー（ホームページ）」.
fn name_media(input: &mut Input) {
    let known = known_media(&input.catalog);
    let mut named = BTreeSet::new();
    for asset in &mut input.register.assets {
        let (medium, title) = (asset.medium, asset.medium.title());
        let is_read = |words: &str| known.resolve(words) == Ok(medium);
        if is_read(&asset.medium_as_written) {
            continue;
        }
        let both = format!("{title}（{}）", asset.medium_as_written);
        let written = if is_read(&both) { both } else { title.to_owned() };
        named.insert(format!("「{}」は「{written}」", asset.medium_as_written));
        asset.medium_as_written = written;
    }
    if !named.is_empty() {
        let named: Vec<String> = named.into_iter().collect();
        tell!("お知らせ: 次に読むときにも分かるように、媒体・保存先の{}と書きました。", named.join("、"));
    }
}
