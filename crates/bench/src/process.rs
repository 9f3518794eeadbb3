//! What a running process has used so far, from `/proc` (Linux).

/// Ticks of a second in `/proc`: the same on every Linux of today.
const TICKS: f64 = 100.0;

/// Processor time of all its threads, user and system, milliseconds.
pub fn cpu_millis(process: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).expect("a running process");
    // Its name may hold blanks, so count from behind it: state is the first, user time the twelfth.
    let (_, after) = stat.rsplit_once(')').expect("a name in brackets");
    let ticks = after.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<f64>().expect("ticks"));
    ticks.sum::<f64>() * 1000.0 / TICKS
}

/// Resident memory now, megabytes.
pub fn megabytes(process: u32) -> f64 {
    status(process, "VmRSS:")
}

/// The greatest resident memory so far, megabytes.
pub fn most_megabytes(process: u32) -> f64 {
    status(process, "VmHWM:")
}

fn status(process: u32, name: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("a running process");
    let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("its memory");
    let kibibytes: f64 = line.trim().trim_end_matches(" kB").parse().expect("kibibytes");
    kibibytes * 1024.0 / 1e6
}
