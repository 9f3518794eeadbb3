//! Loading all that the product knows.

use crate::programs::Programs;
use crate::table::{self, Row};

/// Milliseconds.
const TIME: f64 = 20.0;
/// Megabytes.
const MEMORY: f64 = 10.0;

/// Prints the rows: what loading adds to a process that does nothing.
pub fn measure(programs: &Programs) {
    let bare = programs.measured(&programs.load_catalog, &["bare"]);
    let load = programs.measured(&programs.load_catalog, &[]);
    let (time, memory) = (load.millis - bare.millis, load.megabytes - bare.megabytes);
    Row {
        what: "読み込みにかかる時間", measured: table::millis(time), limit: "20 ms", ratio: Some(time / TIME)
    }
    .print();
    let measured = table::megabytes(memory);
    Row { what: "読み込みで増えるメモリ", measured, limit: "10 MB", ratio: Some(memory / MEMORY) }.print();
}
