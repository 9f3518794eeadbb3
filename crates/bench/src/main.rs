//! Measures the `dist` build and prints Markdown tables: what, measured, limit, ratio. `scripts/bench` builds
//! everything and calls it; `docs/performance.md` keeps a run.
//!
//! `bench [GROUP …]`: `assess`, `catalog`, `documents`, `import`, `start`, `web`, `risks`, `everyday`; without one, all of them.

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod assess;
mod catalog;
mod documents;
mod everyday;
mod http;
mod import;
mod installation;
mod latency;
mod load;
mod measure;
mod process;
mod programs;
mod risks;
mod server;
mod start;
mod table;
mod web;

use programs::Programs;

/// A name for the command line, a heading for the table, and what measures it.
type Group = (&'static str, &'static str, fn(&Programs));

const GROUPS: [Group; 8] = [
    ("assess", "台帳を読んで評価する（sonae assess）", assess::measure),
    ("catalog", "知識（catalog）を読み込む", catalog::measure),
    ("documents", "2,000件の報告書", documents::measure),
    ("import", "台帳を取り込む（sonae import）", import::measure),
    ("start", "起動から最初の画面まで", start::measure),
    ("web", "一覧の画面と JSON API", web::measure),
    ("risks", "リスクの画面、基準、報告書", risks::measure),
    ("everyday", "見本の台帳と画面", everyday::measure),
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = wanted.iter().find(|name| GROUPS.iter().all(|(known, ..)| name != known)) {
        let known: Vec<_> = GROUPS.iter().map(|(name, ..)| *name).collect();
        eprintln!("「{unknown}」という組はありません。使える組: {}", known.join("、"));
        std::process::exit(2);
    }
    let programs = Programs::find();
    for (name, title, measure) in GROUPS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            table::begin(title);
            measure(&programs);
            table::end();
        }
    }
}
