//! Time and memory of one command, taken by a process of its own so that peaks do not mix.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

/// What one run took.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    /// Wall clock, milliseconds.
    pub millis: f64,
    /// Greatest resident memory, megabytes (10^6 bytes).
    pub megabytes: f64,
}

impl Measured {
    /// 「123 ms」
    pub fn time(self) -> String {
        if self.millis < 10.0 { format!("{:.1} ms", self.millis) } else { format!("{:.0} ms", self.millis) }
    }

    /// 「45 MB」
    pub fn memory(self) -> String {
        format!("{:.0} MB", self.megabytes)
    }
}

/// Runs a command through `me child …` and reads what it measured.
pub fn run(me: &Path, program: &Path, arguments: &[&str]) -> Measured {
    let output = Command::new(me).arg("child").arg(program).args(arguments).output().expect("the measuring child runs");
    let words = String::from_utf8_lossy(&output.stdout);
    let mut numbers = words.split_whitespace().map(|word| word.parse::<f64>().expect("two numbers"));
    Measured { millis: numbers.next().expect("time"), megabytes: numbers.next().expect("memory") }
}

/// `child PROGRAM ARGUMENTS…`: prints milliseconds and megabytes of its one child.
pub fn child(command: &[String]) {
    let (program, arguments) = command.split_first().expect("a program to measure");
    let started = Instant::now();
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let millis = started.elapsed().as_secs_f64() * 1000.0;
    assert!(status.expect("the program starts").success(), "{program} failed");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("usage of children");
    println!("{millis} {}", usage.max_rss() as f64 * 1024.0 / 1e6);
}

/// The run with the middle time.
pub fn median(mut runs: Vec<Measured>) -> Measured {
    runs.sort_by(|one, other| one.millis.total_cmp(&other.millis));
    runs[runs.len() / 2]
}
