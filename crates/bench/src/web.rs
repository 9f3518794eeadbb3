//! The list of 100 assets, as page and as JSON, next to a bare handler that answers as many bytes.

use crate::http::Request;
use crate::installation::Installation;
use crate::latency::{Contestant, Latency, compare};
use crate::load::{CONNECTIONS, under_load};
use crate::process;
use crate::programs::Programs;
use crate::server::Server;
use crate::table::{self, Row};

/// Assets of a page.
const PAGE: u32 = 100;

/// A server on a register of so many assets, and what is asked of it.
struct Place<'a> {
    assets: u32,
    server: Server,
    page: Request,
    json: Request,
    /// The page of JSON in the middle of the register.
    middle: Request,
    /// Kept until the server has ended.
    _installation: Installation<'a>,
}

impl<'a> Place<'a> {
    fn new(programs: &'a Programs, assets: u32) -> Self {
        let installation = Installation::with_assets(programs, assets);
        let server = Server::sonae(programs, &installation);
        let (cookie, bearer) = (server.sign_in(), format!("Authorization: Bearer {}", installation.token()));
        let middle = middle(&server, &bearer, assets / PAGE / 2);
        Self {
            assets,
            page: Request::get("/assets", &cookie),
            json: Request::get(&json_path(None), &bearer),
            middle: Request::get(&middle, &bearer),
            server,
            _installation: installation,
        }
    }
}

fn json_path(after: Option<&str>) -> String {
    let after = after.map(|after| format!("&after={after}")).unwrap_or_default();
    format!("/api/v1/assets?limit={PAGE}{after}")
}

/// The path of the JSON so many pages further, found as a program finds it: by following `next`.
fn middle(server: &Server, bearer: &str, pages: u32) -> String {
    let mut connection = server.connection();
    let mut path = json_path(None);
    for _ in 0..pages {
        connection.send(&Request::get(&path, bearer), 200);
        let body = std::str::from_utf8(connection.body()).expect("JSON");
        let (_, next) = body.rsplit_once("\"next\":\"").expect("a next page");
        path = json_path(next.split('"').next());
    }
    path
}

/// Prints the rows.
pub fn measure(programs: &Programs) {
    let (few, many) = (Place::new(programs, 2_000), Place::new(programs, 100_000));
    let bare = Server::bare(&programs.bare_axum);
    let rivals = [&few.page, &few.json].map(|request| {
        let bytes = Contestant::new(&few.server, request).bytes();
        (bytes, Request::get(&format!("/{bytes}"), ""))
    });
    // All of them in turns, so that the ratios are those of one time and one machine.
    let all = [&few, &many].map(|place| [&place.page, &place.json, &place.middle].map(|what| (&place.server, what)));
    let all = all.concat().into_iter().chain(rivals.iter().map(|(_, request)| (&bare, request)));
    let all = compare(all.map(|(server, request)| Contestant::new(server, request)).collect());
    let [page, json, middle, many_page, many_json, many_middle, bare_page, bare_json] = all[..] else {
        unreachable!("as many answers as contestants")
    };
    let [(page_bytes, bare_page_request), (json_bytes, bare_json_request)] = &rivals;
    latency_rows(&format!("画面、2,000件（{} KB）", page_bytes / 1024), page, bare_page);
    latency_rows(&format!("JSON、2,000件（{} KB）", json_bytes / 1024), json, bare_json);
    growth_rows("画面、100,000件", many_page, page);
    growth_rows("JSON、100,000件", many_json, json);
    growth_rows("JSON、2,000件の中ほど", middle, json);
    growth_rows("JSON、100,000件の中ほど", many_middle, json);
    for place in [&few, &many] {
        load_rows("画面", place, &place.page);
        load_rows("JSON", place, &place.json);
        memory_row(place);
    }
    for (what, request) in [("画面", bare_page_request), ("JSON", bare_json_request)] {
        let load = under_load(&bare, request);
        let what = format!("{what}と同じ大きさを答えるだけの axum、{CONNECTIONS}人が続けて");
        Row { what: &what, measured: load.words(), limit: "―", ratio: None }.print();
    }
}

fn latency_rows(what: &str, measured: Latency, bare: Latency) {
    let limit = format!("p50 3 ms（答えるだけの axum {}）", bare.words());
    Row { what, measured: measured.words(), limit: &limit, ratio: Some(measured.p50 / 3.0) }.print();
    let (what, cpu) = (format!("{what}、1件の CPU"), table::millis(measured.cpu));
    Row { what: &what, measured: cpu, limit: "1.5 ms", ratio: Some(measured.cpu / 1.5) }.print();
}

/// However many assets there are and wherever the page is: at most half as long again.
fn growth_rows(what: &str, measured: Latency, first: Latency) {
    let ratio = f64::max(measured.p50 / first.p50, measured.cpu / first.cpu) / 1.5;
    let limit = "2,000件の初めの1.5倍（p50 と CPU）";
    Row { what, measured: measured.words(), limit, ratio: Some(ratio) }.print();
}

fn load_rows(what: &str, place: &Place, request: &Request) {
    let load = under_load(&place.server, request);
    let what = format!("{what}、{}件、{CONNECTIONS}人が続けて", place.assets);
    Row { what: &what, measured: load.words(), limit: "毎秒1,500", ratio: Some(1500.0 / load.rate) }.print();
    let (what, p99) = (format!("{what}、p99"), table::millis(load.p99));
    Row { what: &what, measured: p99, limit: "50 ms", ratio: Some(load.p99 / 50.0) }.print();
}

fn memory_row(place: &Place) {
    let what = format!("その間の最大のメモリ（{}件）", place.assets);
    let most = process::most_megabytes(place.server.process());
    Row { what: &what, measured: table::megabytes(most), limit: "150 MB", ratio: Some(most / 150.0) }.print();
}
