//! `sonae catalog check`: how much the product knows, and whether it is whole.

use crate::failure::Failure;
use crate::input::catalog;
use crate::output::say::say;

/// Prints counts, certainty, sources, coverage and problems.
///
/// # Errors
/// [`Failure::Told`] where something is to be mended.
pub fn run() -> Result<(), Failure> {
    let catalog = catalog()?;
    say!("■ 件数");
    for (title, count) in catalog.counts() {
        say!("  {title}：{count}");
    }
    say!("■ 確かさ");
    for (certainty, count) in catalog.certainties() {
        say!("  {}：{count}", certainty.title());
    }
    say!("■ もとの資料");
    for (source, count) in catalog.source_counts() {
        say!("  {}（{}、{}）：{count}", source.title, source.publisher, source.edition);
    }
    say!("■ 対応");
    say!("  条項が答えている脅威の行：{}／{}", catalog.answered_lines(), catalog.lines.len());
    let problems = catalog.problems();
    say!("■ 直すところ：{}件", problems.len());
    for problem in &problems {
        say!("  {problem}");
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Told) }
}
