//! How long one person waits: requests one after another on one connection.

use std::time::Instant;

use crate::http::{Connection, Request};
use crate::process;
use crate::server::Server;
use crate::table;

/// Requests of a round, and rounds: the contestants take turns, so that whatever else the machine does
/// meets all of them.
const REQUESTS: usize = 250;
const ROUNDS: usize = 8;
/// Requests before it counts.
const WARM_UP: usize = 100;

/// Somebody who answers.
pub struct Contestant<'a> {
    server: &'a Server,
    connection: Connection,
    request: &'a Request,
    millis: Vec<f64>,
    cpu_millis: f64,
}

/// What one answer takes.
#[derive(Debug, Clone, Copy)]
pub struct Latency {
    /// Half of the answers come sooner.
    pub p50: f64,
    /// All but one of a hundred come sooner.
    pub p99: f64,
    /// Processor time of the server per answer.
    pub cpu: f64,
}

impl Latency {
    /// 「p50 1.20 ms、p99 2.30 ms、CPU 1.10 ms」
    pub fn words(self) -> String {
        let [p50, p99, cpu] = [self.p50, self.p99, self.cpu].map(table::millis);
        format!("p50 {p50}、p99 {p99}、CPU {cpu}")
    }
}

impl<'a> Contestant<'a> {
    /// One who answers that request.
    pub fn new(server: &'a Server, request: &'a Request) -> Self {
        Self { server, connection: server.connection(), request, millis: Vec::new(), cpu_millis: 0.0 }
    }

    /// Bytes of its answer's body.
    pub fn bytes(&mut self) -> usize {
        self.connection.send(self.request, 200);
        self.connection.body().len()
    }

    fn round(&mut self) {
        let before = process::cpu_millis(self.server.process());
        for _ in 0..REQUESTS {
            let begun = Instant::now();
            self.connection.send(self.request, 200);
            self.millis.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        self.cpu_millis += process::cpu_millis(self.server.process()) - before;
    }

    fn latency(&mut self) -> Latency {
        let cpu = self.cpu_millis / self.millis.len() as f64;
        let [p50, p99] = percentiles(&mut self.millis);
        Latency { p50, p99, cpu }
    }
}

/// Lets all of them answer in turns.
pub fn compare(mut contestants: Vec<Contestant>) -> Vec<Latency> {
    for contestant in &mut contestants {
        (0..WARM_UP).for_each(|_| contestant.connection.send(contestant.request, 200));
    }
    for _ in 0..ROUNDS {
        contestants.iter_mut().for_each(Contestant::round);
    }
    contestants.iter_mut().map(Contestant::latency).collect()
}

/// The 50th and the 99th percentile.
pub fn percentiles(millis: &mut [f64]) -> [f64; 2] {
    millis.sort_by(f64::total_cmp);
    [50, 99].map(|percent| millis[(millis.len() - 1) * percent / 100])
}
