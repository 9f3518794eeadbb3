//! Reads a register and prints what was found: `cargo run --release -p sheet --example read_register -- FILE`.

use std::{error::Error, path::Path};

use sheet::{ReadOptions, Scale, read_register};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: read_register FILE [0-2|words]")?;
    let scale = arguments.next().and_then(|scale| Scale::from_option(&scale));
    match read_register(Path::new(&path), &ReadOptions { scale, ..ReadOptions::default() }) {
        Ok(register) => {
            for problem in register.problems.iter().take(20) {
                println!("{:?}: {}", problem.severity, problem.message);
            }
            let (assets, threats) = (register.assets.len(), register.threat_ratings.len());
            println!("{assets} assets, {threats} threat ratings, {} problems", register.problems.len());
        }
        Err(error) => println!("{error}\n{error:?}"),
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
    }
    Ok(())
}
