//! Loading all that the product knows, in a process that does nothing else.

use crate::programs::Programs;
use crate::table::{self, Row};

/// Milliseconds.
const TIME: f64 = 20.0;
/// Megabytes.
const MEMORY: f64 = 10.0;

/// Prints the rows.
pub fn measure(programs: &Programs) {
    let load = programs.measured(&programs.load_catalog, &[]);
    let (time, memory) = (table::millis(load.millis), table::megabytes(load.megabytes));
    let what = "知識を読み込む（起動から終わりまで）";
    Row { what, measured: time, limit: "20 ms", ratio: Some(load.millis / TIME) }.print();
    Row { what: "同じく、メモリ", measured: memory, limit: "10 MB", ratio: Some(load.megabytes / MEMORY) }.print();
}
