//! Time and memory of one command. GNU time (Debian: `time`) tells the greatest resident memory.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

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

/// Runs a command once, its output thrown away.
pub fn run(program: &Path, arguments: &[&str]) -> Measured {
    let notes = std::env::temp_dir().join(format!("sonae-bench-{}", std::process::id()));
    let mut command = Command::new("/usr/bin/time");
    command.args(["--quiet", "--format", "%M", "--output"]).arg(&notes).arg(program).args(arguments);
    let started = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    let millis = started.elapsed().as_secs_f64() * 1000.0;
    assert!(status.expect("GNU time runs").success(), "{} {arguments:?} failed", program.display());
    let kibibytes: f64 = std::fs::read_to_string(&notes).expect("its notes").trim().parse().expect("kibibytes");
    Measured { millis, megabytes: kibibytes * 1024.0 / 1e6 }
}

/// The run with the middle time.
pub fn median(mut runs: Vec<Measured>) -> Measured {
    runs.sort_by(|one, other| one.millis.total_cmp(&other.millis));
    runs[runs.len() / 2]
}
