//! The printed tables.

/// One line of a table.
pub struct Row<'a> {
    /// What was measured.
    pub what: &'a str,
    /// What came out, with its unit.
    pub measured: String,
    /// The limit, in words.
    pub limit: &'a str,
    /// The measured value as a part of the limit: 1.00 is just good. `None` where there is no limit.
    pub ratio: Option<f64>,
}

impl Row<'_> {
    /// Prints the line.
    pub fn print(&self) {
        let Self { what, measured, limit, ratio } = self;
        let (ratio, result) = match ratio {
            Some(ratio) => (format!("{ratio:.2}"), if *ratio <= 1.0 { "達成" } else { "未達" }),
            None => ("―".to_owned(), "―"),
        };
        println!("| {what} | {measured} | {limit} | {ratio} | {result} |");
    }
}

/// Prints a heading, how busy the machine is, and the head of a table.
pub fn begin(title: &str) {
    println!("## {title}\n");
    println!("測り始めたときの load average：{}\n", load_average());
    println!("| 測ったもの | 測った値 | 上限 | 上限との比 | 結果 |");
    println!("| --- | --- | --- | --- | --- |");
}

/// Ends a table.
pub fn end() {
    println!("\n測り終えたときの load average：{}\n", load_average());
}

/// Of the last minute: how many processes wanted a processor, ours too.
fn load_average() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("不明").to_owned()
}

/// 「123 ms」, 「4.5 ms」, 「0.56 ms」
pub fn millis(millis: f64) -> String {
    match millis {
        100.0.. => format!("{millis:.0} ms"),
        10.0.. => format!("{millis:.1} ms"),
        _ => format!("{millis:.2} ms"),
    }
}

/// 「45 MB」
pub fn megabytes(megabytes: f64) -> String {
    format!("{megabytes:.0} MB")
}
