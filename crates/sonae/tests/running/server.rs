//! The real program, serving.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crate::http::{self, Answer};

/// A running `sonae serve`; killed with this value.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub port: u16,
    /// What it printed until it listened.
    pub told: String,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

/// `sonae` with no settings from outside.
pub fn sonae() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sonae"));
    for name in ["SONAE_DATA", "SONAE_DATABASE", "SONAE_LOG", "XDG_DATA_HOME"] {
        command.env_remove(name);
    }
    command
}

impl Server {
    /// Starts it on a free port with that data folder.
    pub fn start(data: &Path) -> Self {
        Self::start_with(data, &["--listen", "127.0.0.1:0"])
    }

    /// Starts it with more words and waits until it listens.
    pub fn start_with(data: &Path, words: &[&str]) -> Self {
        let mut command = sonae();
        command.arg("serve").arg("--data").arg(data).args(words);
        Self::run(command)
    }

    /// Waits until the command listens.
    pub fn run(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = child.stderr.take().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let kept = log.clone();
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = stderr.read(&mut buffer) {
                kept.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..read]));
            }
        });
        let mut told = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let port = loop {
            let before = told.len();
            if lines.read_line(&mut told).unwrap() == 0 {
                let _ = child.wait();
                let _ = reader.join();
                panic!("it does not serve: {told}{}", log.lock().unwrap());
            }
            let line = told[before..].trim();
            if line.starts_with("http") {
                break line.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
            }
        };
        // The rest of what it prints must not block it.
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        Self { child, port, told, log, reader: Some(reader) }
    }

    /// Asks for a page.
    pub fn get(&self, path: &str) -> Answer {
        http::ask(self.port, "GET", path, &[], "").unwrap()
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Tells it to stop and waits; answers how it ended, and its log.
    #[cfg(unix)]
    pub fn stop(mut self) -> (ExitStatus, String) {
        Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        let status = self.child.wait().unwrap();
        self.reader.take().unwrap().join().unwrap();
        let log = self.log.lock().unwrap().clone();
        (status, log)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
