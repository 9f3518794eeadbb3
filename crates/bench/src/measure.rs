//! Time, processor time and memory of one command. GNU time (Debian: `time`) tells the last two.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::table;

/// What one run took.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    /// Wall clock, milliseconds.
    pub millis: f64,
    /// Processor time, user and system, milliseconds: what is left where others want the processors too.
    pub cpu_millis: f64,
    /// Greatest resident memory, megabytes (10^6 bytes).
    pub megabytes: f64,
}

impl Measured {
    /// 「123 ms（CPU 120 ms、45 MB）」
    pub fn words(self) -> String {
        let (time, cpu) = (table::millis(self.millis), table::millis(self.cpu_millis));
        format!("{time}（CPU {cpu}、{}）", table::megabytes(self.megabytes))
    }
}

/// Runs a command once, its output thrown away.
pub fn run(program: &Path, arguments: &[&str]) -> Measured {
    let notes = std::env::temp_dir().join(format!("sonae-bench-{}", std::process::id()));
    let mut command = Command::new("/usr/bin/time");
    command.args(["--quiet", "--format", "%M %U %S", "--output"]).arg(&notes).arg(program).args(arguments);
    let started = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    let millis = started.elapsed().as_secs_f64() * 1000.0;
    assert!(status.expect("GNU time runs").success(), "{} {arguments:?} failed", program.display());
    let notes = std::fs::read_to_string(&notes).expect("its notes");
    let numbers: Vec<f64> = notes.split_whitespace().map(|number| number.parse().expect("a number")).collect();
    let [kibibytes, user, system] = numbers[..] else { panic!("GNU time wrote {notes:?}") };
    Measured { millis, cpu_millis: (user + system) * 1000.0, megabytes: kibibytes * 1024.0 / 1e6 }
}

/// The run with the middle time.
pub fn median(mut runs: Vec<Measured>) -> Measured {
    runs.sort_by(|one, other| one.millis.total_cmp(&other.millis));
    runs[runs.len() / 2]
}
