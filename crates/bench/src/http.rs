//! A client that costs next to nothing: HTTP/1.1, one connection kept open, bodies with a length.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// A connection that is kept open, with the last answer.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// How far the answer fills the buffer, and where its body begins.
    filled: usize,
    body: usize,
}

/// A request that is sent again and again.
#[derive(Debug, Clone)]
pub struct Request(Vec<u8>);

impl Request {
    /// `GET path`, with one more line of the head (a cookie) where it is not empty.
    pub fn get(path: &str, header: &str) -> Self {
        let end = if header.is_empty() { "\r\n" } else { "\r\n\r\n" };
        Self(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{header}{end}").into_bytes())
    }

    /// `POST path` with a form, and with one more line of the head where it is not empty.
    pub fn post(path: &str, header: &str, form: &str) -> Self {
        let kind = "Content-Type: application/x-www-form-urlencoded";
        let more = if header.is_empty() { String::new() } else { format!("{header}\r\n") };
        let head = format!("POST {path} HTTP/1.1\r\nHost: localhost\r\n{more}{kind}\r\nContent-Length: {}", form.len());
        Self(format!("{head}\r\n\r\n{form}").into_bytes())
    }
}

impl Connection {
    /// Connects to that port of this machine.
    pub fn open(port: u16) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
        stream.set_nodelay(true).expect("a socket");
        Self { stream, buffer: vec![0; 64 * 1024], filled: 0, body: 0 }
    }

    /// Sends the request and reads the whole answer.
    ///
    /// # Panics
    /// Where the answer's status is another one than expected, or the server hangs up.
    pub fn send(&mut self, request: &Request, expected: u16) {
        self.stream.write_all(&request.0).expect("sent");
        (self.filled, self.body) = (0, 0);
        let mut end = usize::MAX;
        while self.filled < end {
            if self.filled == self.buffer.len() {
                self.buffer.resize(self.filled * 2, 0);
            }
            let read = self.stream.read(&mut self.buffer[self.filled..]).expect("received");
            assert!(read > 0, "the server hung up after {}", self.head());
            self.filled += read;
            if self.body == 0
                && let Some(at) = self.buffer[..self.filled].windows(4).position(|four| four == b"\r\n\r\n")
            {
                self.body = at + 4;
                let length = self.header("content-length").map_or(0, |length| length.parse().expect("a length"));
                end = self.body + length;
            }
        }
        let status = self.head().split(' ').nth(1).and_then(|status| status.parse().ok());
        assert!(status == Some(expected), "expected {expected}: {}", self.head());
    }

    /// The last answer's body.
    pub fn body(&self) -> &[u8] {
        &self.buffer[self.body..self.filled]
    }

    /// A line of the last answer's head.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head().lines().filter_map(|line| line.split_once(':'));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    fn head(&self) -> &str {
        std::str::from_utf8(&self.buffer[..self.body]).unwrap_or("an answer without a head")
    }
}
