//! `sonae import` into a new register, and once more, when nothing changes.

use crate::installation::Installation;
use crate::measure;
use crate::programs::Programs;
use crate::table::Row;

/// Runs of each; the median counts.
const RUNS: usize = 3;

/// Prints the rows.
pub fn measure(programs: &Programs) {
    for (lines, limit, words) in [(2_000, 300.0, "0.3 秒"), (100_000, 10_000.0, "10 秒")] {
        let register = programs.register(lines);
        let (mut new, mut same) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let installation = Installation::new(programs);
            new.push(installation.import(&register, &[]));
            same.push(installation.import(&register, &[]));
        }
        let (new, same) = (measure::median(new), measure::median(same));
        Row {
            what: &format!("{lines}行を新しく取り込む"),
            measured: new.words(),
            limit: words,
            ratio: Some(new.millis / limit),
        }
        .print();
        Row {
            what: &format!("同じ{lines}行をもう一度（何も変わらない）"),
            measured: same.words(),
            limit: "―",
            ratio: None,
        }
        .print();
    }
}
