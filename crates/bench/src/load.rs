//! How many answers a second, while many ask at once.

use std::time::{Duration, Instant};

use crate::http::Request;
use crate::latency::percentiles;
use crate::process;
use crate::server::Server;
use crate::table;

/// Connections that ask at once, each as soon as it has its answer.
pub const CONNECTIONS: usize = 16;
/// How long.
const LASTING: Duration = Duration::from_secs(10);

/// What came out.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    /// Answers a second.
    pub rate: f64,
    /// All but one of a hundred answers come sooner, milliseconds.
    pub p99: f64,
    /// Processor time of the server per answer, milliseconds.
    pub cpu: f64,
    /// How much of the machine's processors the server and the asking had, 0 to 1: what is missing at full
    /// load went to other programs.
    pub share: f64,
}

impl Load {
    /// 「毎秒 1600（p99 20.1 ms、CPU 1.10 ms、計測が使えたプロセッサー 98%）」
    pub fn words(self) -> String {
        let Self { rate, share, .. } = self;
        let (p99, cpu) = (table::millis(self.p99), table::millis(self.cpu));
        format!("毎秒 {rate:.0}（p99 {p99}、CPU {cpu}、計測が使えたプロセッサー {:.0}%）", share * 100.0)
    }
}

/// Asks for a while.
pub fn under_load(server: &Server, request: &Request) -> Load {
    let ours = || process::cpu_millis(std::process::id());
    let (before, before_ours) = (process::cpu_millis(server.process()), ours());
    let begun = Instant::now();
    let asking = || {
        let mut connection = server.connection();
        let mut millis = Vec::new();
        while begun.elapsed() < LASTING {
            let sent = Instant::now();
            connection.send(request, 200);
            millis.push(sent.elapsed().as_secs_f64() * 1000.0);
        }
        millis
    };
    let mut millis: Vec<f64> = std::thread::scope(|scope| {
        let people: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(asking)).collect();
        people.into_iter().flat_map(|person| person.join().expect("every answer came")).collect()
    });
    let lasted = begun.elapsed().as_secs_f64();
    let used = process::cpu_millis(server.process()) - before;
    let processors = std::thread::available_parallelism().map_or(1.0, |count| count.get() as f64);
    let answers = millis.len() as f64;
    let [_, p99] = percentiles(&mut millis);
    let share = (used + ours() - before_ours) / (lasted * 1000.0 * processors);
    Load { rate: answers / lasted, p99, cpu: used / answers, share }
}
