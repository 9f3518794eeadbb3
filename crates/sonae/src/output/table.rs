//! The result for eyes, in a terminal.

use std::io::Write;

use assessment::{AssessedAsset, Assessor, Risk, Summary};
use catalog::Catalog;
use method::{Asset, Band, Medium, Rating, RiskLevel};
use sheet::Register;
use unicode_width::UnicodeWidthStr;

use super::columns::{WIDTH, cut, line, listed, wrapped};
use super::risks::{Risks, assumed};

/// Assets shown one by one; more would scroll the summary away.
const SHOWN: usize = 50;
/// Risks shown below each asset, unless all are asked for.
const RISKS_SHOWN: usize = 3;

const ASSET_WIDTHS: [usize; 9] = [6, 10, 28, 14, 6, 6, 6, 4, 8];
/// Mark, likelihood, level, band, whether assumed; the words of the risk take the rest.
const RISK_WIDTHS: [usize; 5] = [2, 6, 6, 4, 4];
/// Where the words of a risk begin: the widths and a space behind each.
const RISK_WORDS: usize = 2 + 6 + 6 + 4 + 4 + 5;

/// Writes assets with their risks, counts, heat map and the ten worst.
///
/// # Errors
/// Whatever writing fails with.
pub fn write(
    out: &mut impl Write,
    catalog: &Catalog,
    register: &Register,
    assessor: &Assessor<'_>,
    all_risks: bool,
) -> anyhow::Result<()> {
    let mut summary = Summary::default();
    for (index, asset) in register.assets.iter().enumerate() {
        if let Some(assessed) = assessor.assess(asset) {
            summary.add(index, &assessed);
        }
    }
    let sheet = if register.sheet.is_empty() { String::new() } else { format!("「{}」", register.sheet) };
    writeln!(out, "■ 情報資産ごとの結果（{}{sheet}、{}件）", register.source, register.assets.len())?;
    let head = ["行", "業務分類", "情報資産", "媒体・保存先", "重要度", "可能性", "レベル", "評価", "対応の案"];
    writeln!(out, "{}", line(&head, &ASSET_WIDTHS))?;
    let head = line(&["", "可能性", "レベル", "評価", "仮定"], &RISK_WIDTHS);
    writeln!(out, "{head} 脅威 ← つけ込まれる弱点（脆弱性）")?;
    writeln!(out, "{}", "-".repeat(WIDTH))?;
    let risks = Risks::new(catalog, assessor);
    for asset in register.assets.iter().take(SHOWN) {
        let Some(assessed) = assessor.assess(asset) else { continue };
        write_asset(out, asset, &assessed)?;
        write_risks(out, asset, &assessed, &risks, all_risks)?;
    }
    if register.assets.len() > SHOWN {
        writeln!(
            out,
            "…ほか{}件。すべての結果は --format csv や --format xlsx --out 報告書.xlsx で書き出せます。",
            register.assets.len() - SHOWN
        )?;
    }
    if !all_risks {
        writeln!(
            out,
            "※情報資産ごとに、リスクの大きい{RISKS_SHOWN}件を示しています。すべてのリスクと脆弱性は --risks で表示します。"
        )?;
    }
    write_summary(out, &summary, assessor)?;
    write_worst(out, &summary, register, assessor)?;
    write_assumptions(out, register, assessor)
}

fn write_asset(out: &mut impl Write, asset: &Asset, assessed: &AssessedAsset) -> anyhow::Result<()> {
    let cells = line(
        &[
            &asset.row.to_string(),
            &asset.business,
            &asset.name,
            asset.medium.title(),
            &assessed.importance.value.to_string(),
            &assessed.likelihood.to_string(),
            &assessed.level.to_string(),
            assessed.band.title(),
            assessed.treatment.title(),
        ],
        &ASSET_WIDTHS,
    );
    writeln!(out, "{cells}")?;
    Ok(())
}

fn write_risks(
    out: &mut impl Write,
    asset: &Asset,
    assessed: &AssessedAsset,
    risks: &Risks<'_>,
    all: bool,
) -> anyhow::Result<()> {
    let of_asset = risks.of(asset, assessed.importance.value);
    let left_out = if all { 0 } else { of_asset.len().saturating_sub(RISKS_SHOWN) };
    let shown = of_asset.len() - left_out;
    for (risk, vulnerabilities) in of_asset.take(shown) {
        let words = if all { all_words(&risk, vulnerabilities) } else { short_words(&risk, vulnerabilities) };
        let (likelihood, level) = (risk.likelihood.to_string(), risk.level.to_string());
        let cells = ["・", &likelihood, &level, risk.band.title(), assumed(asset, &risk)];
        // `line` ends where the last filled cell ends; the words keep their column all the same.
        let front = line(&cells, &RISK_WIDTHS);
        writeln!(out, "{front}{}{words}", " ".repeat(RISK_WORDS.saturating_sub(front.width())))?;
    }
    if left_out > 0 {
        writeln!(out, "{}ほか{left_out}件", " ".repeat(RISK_WORDS))?;
    }
    Ok(())
}

/// 「脅威 ← 脆弱性など」 in one line; the threat is never cut.
fn short_words(risk: &Risk<'_, '_>, vulnerabilities: &[&str]) -> String {
    let threat = &risk.line.line.title;
    let Some(first) = vulnerabilities.first() else { return threat.clone() };
    let more = if vulnerabilities.len() > 1 { "など" } else { "" };
    let room = WIDTH.saturating_sub(RISK_WORDS + threat.width() + " ← ".width() + more.width());
    format!("{threat} ← {}{more}", cut(first, room))
}

/// The threat, and below it all vulnerabilities, in as many lines as they take.
fn all_words(risk: &Risk<'_, '_>, vulnerabilities: &[&str]) -> String {
    let mark = "← ";
    let vulnerabilities = listed(vulnerabilities, "；", RISK_WORDS + mark.width());
    format!("{}\n{}{mark}{vulnerabilities}", risk.line.line.title, " ".repeat(RISK_WORDS))
}

fn write_summary(out: &mut impl Write, summary: &Summary, assessor: &Assessor<'_>) -> anyhow::Result<()> {
    let criteria = assessor.criteria();
    writeln!(out, "\n■ まとめ（リスク基準：{}）", criteria.name())?;
    for band in Band::WORST_FIRST {
        let levels = criteria.levels(band).iter().map(ToString::to_string).collect::<Vec<_>>().join("・");
        writeln!(out, "  {}（{}）レベル{levels}：{}件", band.title(), band.meaning(), summary.band(band))?;
    }
    writeln!(out, "\n■ ヒートマップ（情報資産の件数）")?;
    writeln!(out, "{}", line(&["", "可能性1", "可能性2", "可能性3"], &[8, 14, 14, 14]))?;
    for importance in Rating::ALL.into_iter().rev() {
        let mut cells = vec![format!("重要度{importance}")];
        for likelihood in Rating::ALL {
            let level = RiskLevel::new(importance, likelihood);
            let count = summary.heat_map.count(importance, likelihood);
            cells.push(format!("{count}件（{}{level}）", criteria.band(level).title()));
        }
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        writeln!(out, "{}", line(&cells, &[8, 14, 14, 14]))?;
    }
    Ok(())
}

fn write_worst(
    out: &mut impl Write,
    summary: &Summary,
    register: &Register,
    assessor: &Assessor<'_>,
) -> anyhow::Result<()> {
    writeln!(out, "\n■ リスクの高い情報資産（上位{}件）", summary.worst().count())?;
    for (place, index) in summary.worst().enumerate() {
        let asset = &register.assets[index];
        if let Some(assessed) = assessor.assess(asset) {
            writeln!(out, "{:>2}. {}（{}行目）", place + 1, asset.name, asset.row)?;
            writeln!(out, "    {}", wrapped(&assessed.explanation(assessor, asset.medium), 4))?;
        }
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
            "\n※「仮定」は、まだ答えのない起こりやすさや対策の状況を、一般的な値や「ほぼ無防備（3）」で計算した\n  ことを示します。sonae profile new で対策の状況に答え、--profile で渡すと、会社の実際に近づきます。"
        )?;
    }
    Ok(())
}
