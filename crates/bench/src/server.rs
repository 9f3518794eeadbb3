//! A server that is measured: started, asked, ended.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Instant;

use crate::http::{Connection, Request};
use crate::installation::{EMAIL, Installation, PASSWORD};
use crate::programs::Programs;

/// A running server; ended when it is dropped.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub port: u16,
    /// When it was started.
    pub started: Instant,
    /// Held open, so that the server may go on printing.
    _output: BufReader<ChildStdout>,
}

impl Server {
    /// `sonae serve` on that data folder, with its usual log (one line a request) into a file.
    pub fn sonae(programs: &Programs, installation: &Installation) -> Self {
        let log = File::create(programs.scratch.join("server.log")).expect("a log");
        let mut command = Command::new(&programs.sonae);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(&installation.folder).stderr(log);
        Self::start(command)
    }

    /// The rival: merely answers bytes.
    pub fn bare(program: &Path) -> Self {
        Self::start(Command::new(program))
    }

    /// Starts it and waits for the line that names its address.
    fn start(mut command: Command) -> Self {
        let started = Instant::now();
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the server runs");
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        let port = loop {
            line.clear();
            assert!(output.read_line(&mut line).expect("its output") > 0, "the server told no address");
            if let Some(address) = line.trim().strip_prefix("http://") {
                let (_, port) = address.trim_end_matches('/').rsplit_once(':').expect("a port");
                break port.parse().expect("a port");
            }
        };
        Self { child, port, started, _output: output }
    }

    /// For `/proc`.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// A connection to it.
    pub fn connection(&self) -> Connection {
        Connection::open(self.port)
    }

    /// Signs in as the first person; answers the line of the head that carries the session.
    pub fn sign_in(&self) -> String {
        let mut connection = self.connection();
        let form = format!("email={EMAIL}&password={PASSWORD}&next=/");
        connection.send(&Request::post("/sign-in", "", &form), 303);
        let cookie = connection.header("set-cookie").expect("a session");
        format!("Cookie: {}", cookie.split(';').next().unwrap_or_default())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
