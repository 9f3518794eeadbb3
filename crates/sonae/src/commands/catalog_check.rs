//! `sonae catalog check`: how much the product knows, and whether it is whole.

use crate::failure::Failure;
use crate::input::catalog;

/// Prints counts, certainty, sources, coverage and problems.
///
/// # Errors
/// [`Failure::Told`] where something is to be mended.
pub fn run() -> Result<(), Failure> {
    let catalog = catalog()?;
    println!("■ 件数");
    for (title, count) in catalog.counts() {
        println!("  {title}：{count}");
    }
    println!("■ 確かさ");
    for (certainty, count) in catalog.certainties() {
        println!("  {}：{count}", certainty.title());
    }
    println!("■ もとの資料");
    for (source, count) in catalog.source_counts() {
        println!("  {}（{}、{}）：{count}", source.title, source.publisher, source.edition);
    }
    println!("■ 対応");
    println!("  条項が答えている脅威の行：{}／{}", catalog.answered_lines(), catalog.lines.len());
    let problems = catalog.problems();
    println!("■ 直すところ：{}件", problems.len());
    for problem in &problems {
        println!("  {problem}");
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Told) }
}
