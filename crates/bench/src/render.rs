//! `render FORMAT ROWS`: renders the risk report of that many rows once.

use testkit::documents::risk_report;

/// Renders and throws away.
pub fn run(arguments: &[String]) {
    let [format, rows] = arguments else { panic!("render FORMAT ROWS") };
    let report = risk_report(rows.parse().expect("a number of rows"));
    let bytes = match format.as_str() {
        "pdf" => pdf::render(&report).expect("a PDF"),
        "docx" => docx::render(&report).expect("a Word file"),
        _ => sheet::document_workbook(&report).expect("a workbook"),
    };
    assert!(!bytes.is_empty());
}
