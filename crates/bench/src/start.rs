//! From the start of the process to the whole of the first page, and the memory that it holds then.

use std::time::Duration;

use crate::http::Request;
use crate::installation::Installation;
use crate::process;
use crate::programs::Programs;
use crate::server::Server;
use crate::table::{self, Row};

/// Starts of each; the median counts.
const STARTS: usize = 9;

/// Until a server that nobody asks has come to rest.
const REST: Duration = Duration::from_secs(2);

/// Prints the rows.
pub fn measure(programs: &Programs) {
    let fresh = || Installation::nothing(programs);
    let first: Vec<f64> = (0..STARTS).map(|_| first_page(programs, &fresh(), "/setup").0).collect();
    time_row("起動から最初の画面まで（何もないフォルダーから、データベースも作って）", first);
    for lines in [2_000, 100_000] {
        let installation = Installation::with_assets(programs, lines);
        let starts = (0..STARTS).map(|_| first_page(programs, &installation, "/sign-in").0);
        time_row(&format!("起動から最初の画面まで（{lines}件）"), starts.collect());
        let (_, server) = first_page(programs, &installation, "/sign-in");
        std::thread::sleep(REST);
        let memory = process::megabytes(server.process());
        Row {
            what: &format!("何もしていないときのメモリ（{lines}件）"),
            measured: table::megabytes(memory),
            limit: "60 MB",
            ratio: Some(memory / 60.0),
        }
        .print();
    }
}

/// Milliseconds to the end of the first page, with the server.
fn first_page(programs: &Programs, installation: &Installation, path: &str) -> (f64, Server) {
    let server = Server::sonae(programs, installation);
    server.connection().send(&Request::get(path, ""), 200);
    (server.started.elapsed().as_secs_f64() * 1000.0, server)
}

fn time_row(what: &str, mut millis: Vec<f64>) {
    millis.sort_by(f64::total_cmp);
    let (median, slowest) = (millis[millis.len() / 2], millis[millis.len() - 1]);
    Row {
        what,
        measured: format!("{}（最も遅いとき {}）", table::millis(median), table::millis(slowest)),
        limit: "0.3 秒",
        ratio: Some(median / 300.0),
    }
    .print();
}
