//! The report of 2,000 risks in three forms: the whole way from the register, as a user waits for it.

use crate::programs::{Programs, text};
use crate::table::{self, Row};

/// Prints the rows.
pub fn measure(programs: &Programs) {
    let bare = programs.measured(&programs.bare_typst, &["2000"]);
    let pdf = format!("1,000 ms（typst の表だけなら {}）", table::millis(bare.millis));
    for (format, what, limit, words) in
        [("pdf", "PDF", 1000.0, pdf.as_str()), ("docx", "Word", 500.0, "500 ms"), ("xlsx", "Excel", 300.0, "300 ms")]
    {
        let (register, out) = (programs.register(2_000), programs.scratch.join(format!("report.{format}")));
        let out = ["--out", text(&out), "--overwrite"];
        let arguments = [&["assess", text(&register), "--format", format, "--quiet"], &out[..]].concat();
        let report = programs.measured(&programs.sonae, &arguments);
        Row { what, measured: report.words(), limit: words, ratio: Some(report.millis / limit) }.print();
    }
}
