//! Measures the `dist` build in one run and prints a Markdown table: what, measured, limit or rival,
//! ratio. `scripts/bench` builds everything and calls it; `docs/performance.md` keeps a run.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod measure;

use std::path::{Path, PathBuf};

use measure::{Measured, median};

/// Runs of each command; the median counts.
const RUNS: usize = 5;

/// The programs that a run needs, beside this one.
struct Programs {
    sonae: PathBuf,
    bare_calamine: PathBuf,
    bare_typst: PathBuf,
    generate: PathBuf,
    scratch: PathBuf,
}

impl Programs {
    fn find() -> Self {
        let me = std::env::current_exe().expect("own path");
        let folder = me.parent().expect("target folder").to_path_buf();
        let scratch = folder.join("bench-scratch");
        std::fs::create_dir_all(&scratch).expect("scratch folder");
        let example = |name: &str| folder.join("examples").join(name);
        Self {
            sonae: folder.join("sonae"),
            bare_calamine: example("bare_calamine"),
            bare_typst: example("bare_typst_table"),
            generate: example("generate_register"),
            scratch,
        }
    }

    fn register(&self, lines: u32) -> PathBuf {
        let path = self.scratch.join(format!("register-{lines}.xlsx"));
        if !path.exists() {
            let status = std::process::Command::new(&self.generate).arg(lines.to_string()).arg(&path).status();
            assert!(status.expect("generator runs").success(), "the generator failed");
        }
        path
    }

    fn assess(&self, lines: u32) -> Measured {
        let register = self.register(lines);
        self.measured(&self.sonae, &["assess", text(&register), "--format", "json", "--quiet"])
    }

    /// The whole way from the register to the report, as a user waits for it.
    fn report(&self, format: &str) -> Measured {
        let (register, out) = (self.register(2_000), self.scratch.join(format!("report.{format}")));
        let out = ["--out", text(&out), "--overwrite"];
        self.measured(&self.sonae, &[&["assess", text(&register), "--format", format, "--quiet"], &out[..]].concat())
    }

    fn measured(&self, program: &Path, arguments: &[&str]) -> Measured {
        median((0..RUNS).map(|_| measure::run(program, arguments)).collect())
    }
}

fn main() {
    let programs = Programs::find();
    println!("| 測ったもの | 時間 | メモリ | 比べる相手・上限 | 比 | 結果 |");
    println!("| --- | --- | --- | --- | --- | --- |");

    let big = programs.register(100_000);
    let calamine = programs.measured(&programs.bare_calamine, &[text(&big)]);
    let assess = programs.assess(100_000);
    row(
        "100,000行の assess --format json",
        assess,
        &format!("calamine だけ {} の2.5倍", calamine.time()),
        2.5,
        assess.millis / calamine.millis,
    );
    row_memory("同じく、メモリ", assess, 200.0);
    let small = programs.assess(10_000);
    row(
        "10,000行 → 100,000行の増え方（10倍まで）",
        small,
        "1行あたりの時間の比",
        1.25,
        assess.millis / 10.0 / small.millis,
    );
    if let Some(office) = libreoffice(&programs, &big) {
        row(
            "LibreOffice の CSV 変換より2倍以上速い",
            assess,
            &format!("LibreOffice {}", office.time()),
            0.5,
            assess.millis / office.millis,
        );
    } else {
        println!("| LibreOffice の CSV 変換との比 | ― | ― | soffice がないため測っていません | ― | ― |");
    }
    let short = programs.register(36);
    let quick = programs.measured(&programs.sonae, &["assess", text(&short), "--quiet"]);
    row("36行の assess（起動から）", quick, "50 ms", 50.0, quick.millis);

    let bare = programs.measured(&programs.bare_typst, &["2000"]);
    let pdf = programs.report("pdf");
    let rival = format!("1,000 ms（typst の表だけ {}、その {:.2} 倍）", bare.time(), pdf.millis / bare.millis);
    row("2,000件の報告書 PDF（読み込みから書き出しまで）", pdf, &rival, 1000.0, pdf.millis);
    let docx = programs.report("docx");
    row("同じく Word", docx, "500 ms", 500.0, docx.millis);
    let xlsx = programs.report("xlsx");
    row("同じく Excel", xlsx, "300 ms", 300.0, xlsx.millis);
}

fn text(path: &Path) -> &str {
    path.to_str().expect("scratch paths are plain")
}

fn row(what: &str, measured: Measured, rival: &str, limit: f64, value: f64) {
    let result = if value <= limit { "達成" } else { "未達" };
    let ratio = if limit >= 50.0 { format!("{:.2}", value / limit) } else { format!("{value:.2}") };
    println!("| {what} | {} | {} | {rival} | {ratio} | {result} |", measured.time(), measured.memory());
}

fn row_memory(what: &str, measured: Measured, limit: f64) {
    let result = if measured.megabytes <= limit { "達成" } else { "未達" };
    println!(
        "| {what} | {} | {} | {limit} MB | {:.2} | {result} |",
        measured.time(),
        measured.memory(),
        measured.megabytes / limit
    );
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
