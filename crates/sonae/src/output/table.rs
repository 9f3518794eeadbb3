//! The result for eyes, in a terminal.

use std::io::Write;

use assessment::{Assessor, Summary};
use method::{Band, Medium, Rating, RiskLevel};
use sheet::Register;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Assets shown one by one; more would scroll the summary away.
const SHOWN: usize = 50;

/// Writes assets, counts, heat map and the ten worst.
///
/// # Errors
/// Whatever writing fails with.
pub fn write(out: &mut impl Write, register: &Register, assessor: &Assessor<'_>) -> anyhow::Result<()> {
    let mut summary = Summary::default();
    for (index, asset) in register.assets.iter().enumerate() {
        if let Some(assessed) = assessor.assess(asset) {
            summary.add(index, &assessed);
        }
    }
    let sheet = if register.sheet.is_empty() { String::new() } else { format!("「{}」", register.sheet) };
    writeln!(out, "■ 情報資産ごとの結果（{}{sheet}、{}件）", register.source, register.assets.len())?;
    let widths = [6, 10, 28, 14, 6, 6, 6, 4, 8];
    let head = ["行", "業務分類", "情報資産", "媒体・保存先", "重要度", "可能性", "レベル", "評価", "対応の案"];
    writeln!(out, "{}", line(&head.map(str::to_owned), &widths))?;
    writeln!(out, "{}", "─".repeat(52))?;
    for asset in register.assets.iter().take(SHOWN) {
        let Some(assessed) = assessor.assess(asset) else { continue };
        let cells = [
            asset.row.to_string(),
            asset.business.clone(),
            asset.name.clone(),
            asset.medium.title().to_owned(),
            assessed.importance.value.to_string(),
            assessed.likelihood.to_string(),
            assessed.level.to_string(),
            assessed.band.title().to_owned(),
            assessed.treatment.title().to_owned(),
        ];
        writeln!(out, "{}", line(&cells, &widths))?;
    }
    if register.assets.len() > SHOWN {
        writeln!(
            out,
            "…ほか{}件。すべての結果は --format csv や --format xlsx --out 報告書.xlsx で書き出せます。",
            register.assets.len() - SHOWN
        )?;
    }
    write_summary(out, &summary, assessor)?;
    writeln!(out, "\n■ リスクの高い情報資産（上位{}件）", summary.worst().count())?;
    for (place, index) in summary.worst().enumerate() {
        let asset = &register.assets[index];
        if let Some(assessed) = assessor.assess(asset) {
            writeln!(out, "{:>2}. {}（{}行目）", place + 1, asset.name, asset.row)?;
            writeln!(out, "    {}", assessed.explanation(assessor, asset.medium))?;
        }
    }
    write_assumptions(out, register, assessor)
}

fn write_summary(out: &mut impl Write, summary: &Summary, assessor: &Assessor<'_>) -> anyhow::Result<()> {
    let criteria = assessor.criteria();
    writeln!(out, "\n■ まとめ（リスク基準：{}）", criteria.name())?;
    for band in Band::WORST_FIRST {
        let levels = criteria.levels(band).iter().map(ToString::to_string).collect::<Vec<_>>().join("・");
        writeln!(out, "  {}（{}）レベル{levels}：{}件", band.title(), band.meaning(), summary.band(band))?;
    }
    writeln!(out, "\n■ ヒートマップ（情報資産の件数）")?;
    writeln!(out, "{}", line(&["", "可能性1", "可能性2", "可能性3"].map(str::to_owned), &[8, 14, 14, 14]))?;
    for importance in Rating::ALL.into_iter().rev() {
        let mut cells = vec![format!("重要度{importance}")];
        for likelihood in Rating::ALL {
            let level = RiskLevel::new(importance, likelihood);
            let count = summary.heat_map.count(importance, likelihood);
            cells.push(format!("{count}件（{}{level}）", criteria.band(level).title()));
        }
        writeln!(out, "{}", line(&cells, &[8, 14, 14, 14]))?;
    }
    Ok(())
}

/// What was computed from assumptions, so that nobody takes it for a measurement.
fn write_assumptions(out: &mut impl Write, register: &Register, assessor: &Assessor<'_>) -> anyhow::Result<()> {
    let assumed = Medium::ALL
        .into_iter()
        .filter(|medium| register.assets.iter().any(|asset| asset.medium == *medium && asset.likelihood.is_none()))
        .any(|medium| assessor.lines(medium).iter().any(|rated| rated.is_assumed()));
    if assumed {
        writeln!(
            out,
            "\n※「仮定」は、まだ答えのない起こりやすさや対策の状況を、一般的な値や「ほぼ無防備（3）」で計算したことを示します。\n  sonae profile new で対策の状況に答え、--profile で渡すと、会社の実際に近づきます。"
        )?;
    }
    Ok(())
}

/// Cells side by side; a full-width character takes two columns of the terminal.
fn line(cells: &[String], widths: &[usize]) -> String {
    let mut text = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        let cut = cut(cell, *width);
        text.push_str(&cut);
        text.push_str(&" ".repeat(width.saturating_sub(cut.width()) + 1));
    }
    text.trim_end().to_owned()
}

fn cut(text: &str, width: usize) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if text.width() <= width {
        return text;
    }
    let mut kept = String::new();
    for character in text.chars() {
        if kept.width() + character.width().unwrap_or(0) + 2 > width {
            break;
        }
        kept.push(character);
    }
    kept + "…"
}
