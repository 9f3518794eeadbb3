//! What README's first command gives: the example documents, the sign-in, one page of the list. For comparing build
//! profiles (`scripts/bench-dev-profile`); the limits are those of the other groups.

use std::path::Path;
use std::time::Instant;

use crate::http::Request;
use crate::installation::Installation;
use crate::latency::{Contestant, compare};
use crate::process;
use crate::programs::{Programs, text};
use crate::server::Server;
use crate::table::{self, Row};

/// The example register's one word for a medium that Sonae does not know, explained.
const MEDIUM: &str = "ホームページ=社外サーバー";

/// Prints the rows.
pub fn measure(programs: &Programs) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let (register, profile) = (examples.join("register.xlsx"), examples.join("profile.toml"));
    let assess = programs.measured(&programs.sonae, &["assess", text(&register), "--medium", MEDIUM, "--quiet"]);
    row("examples の台帳の assess", assess.words());
    let out = programs.scratch.join("documents");
    let inputs = ["build", text(&register), "--profile", text(&profile), "--level", "1", "--case", "ransomware"];
    let outputs = ["--out", text(&out), "--overwrite", "--quiet"];
    row("examples の文書一式", programs.measured(&programs.sonae, &[&inputs[..], &outputs].concat()).words());

    let installation = Installation::new(programs);
    row("examples の台帳の取り込み", installation.import(&register, &["--medium", MEDIUM]).words());
    let server = Server::sonae(programs, &installation);
    server.connection().send(&Request::get("/sign-in", ""), 200);
    row("起動から最初の画面まで", table::millis(server.started.elapsed().as_secs_f64() * 1000.0));
    let (begun, before) = (Instant::now(), process::cpu_millis(server.process()));
    let cookie = server.sign_in();
    let (time, cpu) = (begun.elapsed().as_secs_f64() * 1000.0, process::cpu_millis(server.process()) - before);
    row("サインイン", format!("{}（CPU {}）", table::millis(time), table::millis(cpu)));
    let page = Request::get("/assets", &cookie);
    let page = compare(vec![Contestant::new(&server, &page)]);
    row("一覧の画面", page[0].words());
}

fn row(what: &str, measured: String) {
    Row { what, measured, limit: "―", ratio: None }.print();
}
