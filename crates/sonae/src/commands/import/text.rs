//! The preview and what was done, for eyes.

use std::io::Write as _;

use anyhow::Error;
use app::asset::import::{Line, LineChange, Lines, Preview};

use super::Told;
use crate::arguments::ImportOptions;
use crate::failure::Failure;
use crate::input::ask_for_media;
use crate::output::say::tell;

/// How many lines of each kind are printed one by one.
const SHOWN: usize = 100;

/// Prints on standard output.
pub(super) fn write(told: &Told<'_>) -> Result<(), Failure> {
    print(told).map_err(|error| Failure::from(Error::from(error)))
}

fn print(told: &Told<'_>) -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let preview = told.preview;
    let counts = preview.counts;
    let sheet = if preview.sheet.is_empty() { String::new() } else { format!("のシート「{}」", preview.sheet) };
    writeln!(out, "「{}」{sheet}を「{}」の台帳と比べました。", told.file, told.organization)?;
    writeln!(
        out,
        "  新規 {}件　変更 {}件　変更なし {}件　使えない行 {}件　ファイルにない情報資産 {}件",
        counts.new, counts.changed, counts.unchanged, counts.unusable, counts.missing
    )?;
    if !preview.kept_columns.is_empty() {
        writeln!(out, "会社の列としてそのまま残す列：{}", preview.kept_columns.join("、"))?;
    }
    for note in &preview.notes {
        writeln!(out, "お知らせ：{}", note.message)?;
    }
    part(&mut out, "新規", preview, Lines::New, |line| vec![head(line)])?;
    part(&mut out, "変更", preview, Lines::Changed, changed)?;
    if !preview.missing.is_empty() {
        writeln!(out, "ファイルにない情報資産（台帳に残ります）：")?;
        let names = preview.missing.iter().map(|missing| format!("  {}", missing.name));
        some(&mut out, names, preview.missing.len())?;
    }
    writeln!(out, "{}", end(told))?;
    out.flush()
}

fn part(
    out: &mut impl std::io::Write,
    title: &str,
    preview: &Preview,
    kind: Lines,
    words: impl Fn(&Line) -> Vec<String>,
) -> std::io::Result<()> {
    let lines: Vec<&Line> = preview.lines.iter().filter(|line| line.kind() == kind).collect();
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "{title}：")?;
    some(out, lines.iter().map(|line| words(line).join("\n")), lines.len())
}

fn some(out: &mut impl std::io::Write, lines: impl Iterator<Item = String>, count: usize) -> std::io::Result<()> {
    for line in lines.take(SHOWN) {
        writeln!(out, "{line}")?;
    }
    if count > SHOWN {
        writeln!(out, "  ほか{}件", count - SHOWN)?;
    }
    Ok(())
}

fn head(line: &Line) -> String {
    let place = line.content().map(|content| format!("（{}）", content.line.medium_as_written)).unwrap_or_default();
    format!("  {}行目 {}{place}", line.row, line.name())
}

fn changed(line: &Line) -> Vec<String> {
    let LineChange::Changed(_) = &line.change else { return Vec::new() };
    let shown = |value: String| if value.is_empty() { "（空欄）".to_owned() } else { value.replace('\n', " ") };
    let fields = line
        .differences()
        .into_iter()
        .map(|change| format!("      {}：{} → {}", change.field.title(), shown(change.before), shown(change.after)));
    std::iter::once(format!("  {}行目 {}", line.row, line.name())).chain(fields).collect()
}

fn end(told: &Told<'_>) -> String {
    match told.report {
        _ if told.dry_run => "--dry-run なので、何も書き込んでいません。".to_owned(),
        None => "何も書き込んでいません。".to_owned(),
        Some(report) if report.added + report.changed == 0 => {
            "台帳と同じ内容なので、何も書き込んでいません。".to_owned()
        }
        Some(report) => format!("{}件を追加し、{}件を変更しました。", report.added, report.changed),
    }
}

/// Tells which cells cannot be used, on standard error.
pub(super) fn unusable(preview: &Preview, options: &ImportOptions) {
    let problems = || preview.unusable.iter().flat_map(|line| &line.problems);
    let count = problems().count();
    if count == 0 {
        return;
    }
    for problem in problems().take(SHOWN) {
        tell!("{}", problem.message);
    }
    if count > SHOWN {
        tell!("ほか{}か所", count - SHOWN);
    }
    ask_for_media(&preview.unknown_media);
    let lines = preview.unusable.len();
    if options.skip_invalid {
        tell!("使えない値のある{lines}行を除きました。");
    } else {
        tell!(
            "使えない値が{count}か所（{lines}行）あります。直してからもう一度実行してください。その行を除いて取り込むには --skip-invalid を付けます。"
        );
    }
}
