//! `sonae assess` of long registers and of a short one, next to those who merely read the file.

use std::path::{Path, PathBuf};

use crate::measure::{self, Measured};
use crate::programs::{Programs, text};
use crate::table::{self, Row};

/// Prints the rows.
pub fn measure(programs: &Programs) {
    let big = programs.register(100_000);
    let calamine = programs.measured(&programs.bare_calamine, &[text(&big)]);
    let assess = of_lines(programs, 100_000);
    Row {
        what: "100,000行の assess --format json",
        measured: assess.words(),
        limit: &format!("calamine が読むだけの {} の2.5倍", table::millis(calamine.millis)),
        ratio: Some(assess.millis / calamine.millis / 2.5),
    }
    .print();
    Row {
        what: "同じく、メモリ",
        measured: table::megabytes(assess.megabytes),
        limit: "200 MB",
        ratio: Some(assess.megabytes / 200.0),
    }
    .print();
    for (lines, what) in [(1_000, "1行あたりの時間、1,000行から"), (10_000, "1行あたりの時間、10,000行から")]
    {
        let small = of_lines(programs, lines);
        let factor = assess.millis / small.millis / (100_000.0 / f64::from(lines));
        Row { what, measured: format!("{factor:.2} 倍"), limit: "1.25 倍", ratio: Some(factor / 1.25) }.print();
    }
    office_row(programs, &big, assess);
    let short = programs.register(36);
    let quick = programs.measured(&programs.sonae, &["assess", text(&short), "--quiet"]);
    Row {
        what: "36行の assess（起動から）",
        measured: quick.words(),
        limit: "50 ms",
        ratio: Some(quick.millis / 50.0),
    }
    .print();
}

fn of_lines(programs: &Programs, lines: u32) -> Measured {
    let register = programs.register(lines);
    programs.measured(&programs.sonae, &["assess", text(&register), "--format", "json", "--quiet"])
}

fn office_row(programs: &Programs, workbook: &Path, assess: Measured) {
    let what = "100,000行、LibreOffice の CSV 変換より2倍以上速い";
    let Some(office) = libreoffice(programs, workbook) else {
        let limit = "soffice がないため測っていません";
        return Row { what, measured: assess.words(), limit, ratio: None }.print();
    };
    Row {
        what,
        measured: assess.words(),
        limit: &format!("LibreOffice {} の半分", table::millis(office.millis)),
        ratio: Some(assess.millis / office.millis * 2.0),
    }
    .print();
}

/// LibreOffice merely converting the workbook to CSV, once (it takes seconds).
fn libreoffice(programs: &Programs, workbook: &Path) -> Option<Measured> {
    let soffice =
        ["/usr/bin/soffice", "/usr/bin/libreoffice"].into_iter().map(PathBuf::from).find(|path| path.exists())?;
    let profile = format!("-env:UserInstallation=file://{}", text(&programs.scratch.join("libreoffice")));
    let out = text(&programs.scratch).to_owned();
    let arguments = [profile.as_str(), "--headless", "--convert-to", "csv", "--outdir", &out, text(workbook)];
    // The first run makes the profile; the second is what a user has every day.
    measure::run(&soffice, &arguments);
    Some(measure::run(&soffice, &arguments))
}
