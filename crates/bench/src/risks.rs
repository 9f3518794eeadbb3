//! The screens and the JSON API of risks, a change of the criteria, and reports while other people work.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::http::{Connection, Request};
use crate::installation::Installation;
use crate::latency::{Contestant, Latency, compare, percentiles};
use crate::programs::Programs;
use crate::server::Server;
use crate::table::{self, Row, millis};

/// Threat lines of every medium, so that each asset has as many risks as are taken of them.
const LINES: [(&str, [&str; 5]); 6] = [
    ("paper", ["outside-loss", "loss", "misdelivery", "insider-theft", "office-theft"]),
    ("removable-media", ["outside-loss", "insider-theft", "malware", "loss", "failure"]),
    ("office-pc", ["ransomware", "cyber-attack", "misdelivery", "insider-theft", "failure"]),
    ("mobile-device", ["loss", "cyber-attack", "ransomware", "malicious-app", "disposal"]),
    ("internal-server", ["ransomware", "cyber-attack", "insider-theft", "failure", "disaster"]),
    ("external-server", ["account-takeover", "misconfiguration", "data-loss", "supplier-incident", "website-attack"]),
];

/// Changes of the criteria; the median counts.
const CHANGES: usize = 9;
/// Reports of each format; the median counts.
const REPORTS: usize = 3;

/// A server on a register whose assets have so many risks each.
struct Place<'a> {
    server: Server,
    /// The line of the head that carries the session.
    cookie: String,
    bearer: String,
    _installation: Installation<'a>,
}

impl<'a> Place<'a> {
    fn new(programs: &'a Programs, assets: u32, risks_each: usize) -> Self {
        let installation = Installation::with_assets(programs, assets);
        let server = Server::sonae(programs, &installation);
        let (cookie, bearer) = (server.sign_in(), format!("Authorization: Bearer {}", installation.token()));
        let mut connection = server.connection();
        for (medium, lines) in LINES {
            let lines: String = lines[..risks_each].iter().map(|line| format!("lines={medium}.{line}&")).collect();
            let identify = format!("/risks/identify/{medium}");
            connection.send(&Request::post(&identify, &cookie, &format!("{lines}all_without_risks=on")), 303);
        }
        Self { server, cookie, bearer, _installation: installation }
    }

    fn page(&self, path: &str) -> Request {
        Request::get(path, &self.cookie)
    }

    /// The body of a page.
    fn read(&self, path: &str) -> String {
        let mut connection = self.server.connection();
        connection.send(&self.page(path), 200);
        String::from_utf8_lossy(connection.body()).into_owned()
    }
}

/// Prints the rows.
pub fn measure(programs: &Programs) {
    let few = Place::new(programs, 2_000, 1);
    screens(&few);
    reports(&few);
    let many = Place::new(programs, 4_000, 5);
    criteria(&many);
    growth(&few, &many);
}

fn screens(place: &Place) {
    // Ids begin with the time, and so with a zero; 「/risks/new」 does not.
    let one = format!("/risks/0{}", between(&place.read("/risks"), "href=\"/risks/0", "\""));
    let requests = ["/risks", one.as_str(), "/"].map(|path| place.page(path));
    let json = Request::get("/api/v1/risks?limit=100", &place.bearer);
    let contestants = requests.iter().chain([&json]).map(|request| Contestant::new(&place.server, request));
    let measured = compare(contestants.collect());
    let [list, risk, home, json] = measured[..] else { unreachable!("as many answers as contestants") };
    latency_rows("リスク2,000件の一覧の画面（100件）", list, 3.0, Some(2.0));
    latency_rows("同じく JSON", json, 3.0, Some(2.0));
    latency_rows("リスク1件の画面", risk, 3.0, None);
    latency_rows("ホーム", home, 5.0, None);
}

fn latency_rows(what: &str, measured: Latency, p50: f64, cpu: Option<f64>) {
    let limit = format!("p50 {p50} ms");
    Row { what, measured: measured.words(), limit: &limit, ratio: Some(measured.p50 / p50) }.print();
    if let Some(cpu) = cpu {
        let (what, limit) = (format!("{what}、1件の CPU"), format!("{cpu} ms"));
        Row { what: &what, measured: millis(measured.cpu), limit: &limit, ratio: Some(measured.cpu / cpu) }.print();
    }
}

/// The list of ten times as many risks.
fn growth(few: &Place, many: &Place) {
    let (few_list, many_list) = (few.page("/risks"), many.page("/risks"));
    let measured = compare(vec![Contestant::new(&few.server, &few_list), Contestant::new(&many.server, &many_list)]);
    let [few, many] = measured[..] else { unreachable!("as many answers as contestants") };
    let ratio = f64::max(many.p50 / few.p50, many.cpu / few.cpu) / 1.5;
    let limit = "2,000件の1.5倍（p50 と CPU）";
    Row { what: "リスク20,000件の一覧の画面", measured: many.words(), limit, ratio: Some(ratio) }.print();
}

/// The criteria there and back again: what is shown afterwards follows them at once.
fn criteria(place: &Place) {
    let mut connection = place.server.connection();
    let mut times: Vec<f64> = (0..CHANGES)
        .map(|number| {
            let version = between(&place.read("/settings/criteria"), "name=\"version\" value=\"", "\"");
            let criteria = if number % 2 == 0 { "ipa" } else { "tokyo" };
            let form = format!("criteria={criteria}&high=6&medium=3&repeat=12&version={version}");
            let request = Request::post("/settings/criteria", &place.cookie, &form);
            let begun = Instant::now();
            connection.send(&request, 303);
            connection.send(&place.page("/risks"), 200);
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    let [time, _] = percentiles(&mut times);
    let what = "リスク20,000件の基準を変え、変わった一覧が出るまで";
    Row { what, measured: millis(time), limit: "0.3 秒", ratio: Some(time / 300.0) }.print();
}

/// An assessment's report in each format, with somebody else at work.
fn reports(place: &Place) {
    let mut connection = place.server.connection();
    connection.send(&Request::post("/assessments", &place.cookie, "name=%E8%A8%88%E6%B8%AC&department="), 303);
    let assessment = connection.header("location").expect("the assessment's address").to_owned();
    let assessment = assessment.split('?').next().unwrap_or_default().to_owned();
    for (format, limit) in [("xlsx", 300.0), ("docx", 500.0), ("pdf", 1_000.0)] {
        let request = place.page(&format!("{assessment}/report.{format}"));
        let done = AtomicBool::new(false);
        let (mut times, mut others) = std::thread::scope(|scope| {
            let others = scope.spawn(|| at_work(place, &done));
            let times: Vec<f64> = (0..REPORTS).map(|_| timed(&mut connection, &request)).collect();
            done.store(true, Ordering::Relaxed);
            (times, others.join().expect("every answer came"))
        });
        let ([time, _], [_, p99]) = (percentiles(&mut times), percentiles(&mut others));
        let what = format!("リスク2,000件のアセスメントの報告書（{format}）、ほかの人が画面を見ながら");
        let words = table::millis(limit);
        Row { what: &what, measured: millis(time), limit: &words, ratio: Some(time / limit) }.print();
        let what = format!("その間の、ほかの人の一覧の画面、p99（{}回）", others.len());
        Row { what: &what, measured: millis(p99), limit: "50 ms", ratio: Some(p99 / 50.0) }.print();
    }
}

/// One list after another, as somebody who works opens them: a moment of reading between them.
fn at_work(place: &Place, done: &AtomicBool) -> Vec<f64> {
    let mut connection = place.server.connection();
    let request = place.page("/risks");
    let mut times = Vec::new();
    while !done.load(Ordering::Relaxed) || times.len() < 20 {
        times.push(timed(&mut connection, &request));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    times
}

fn timed(connection: &mut Connection, request: &Request) -> f64 {
    let begun = Instant::now();
    connection.send(request, 200);
    begun.elapsed().as_secs_f64() * 1000.0
}

/// What stands between two pieces of a page.
fn between(page: &str, before: &str, after: &str) -> String {
    let (_, rest) = page.split_once(before).unwrap_or_else(|| panic!("{before} is not on the page"));
    rest.split(after).next().unwrap_or_default().to_owned()
}
