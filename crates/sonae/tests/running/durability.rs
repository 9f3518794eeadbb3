//! What was acknowledged is kept: the real program is killed in the middle of its work, again and again.

use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use crate::common::Desk;
use crate::http;
use crate::server::Server;
use app::store::Location;
use testkit::database::{postgres_address, texts};

const PASSWORD: &str = "correct-horse-battery-staple-27";
/// People who write at the same time.
const WRITERS: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn fifty_kills_lose_nothing_acknowledged() {
    let desk = Desk::new();
    let location = Location::File(desk.path("データ/sonae.db"));
    killed(&desk, location, &[], 50).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_kills_on_postgresql_lose_nothing_acknowledged() {
    let desk = Desk::new();
    let address = postgres_address().await;
    desk.sonae(&["migrate", "--data", "データ", "--database", &address]).good();
    killed(&desk, Location::Server(address.clone()), &["--database", &address], 10).await;
}

/// Kills the server `times` times while people write; after each start, and at the end, everything that
/// was acknowledged must be there, once, and the log must be whole.
async fn killed(desk: &Desk, location: Location, database: &[&str], times: u32) {
    let init = ["init", "--data", "データ", "--organization", "見本商事", "--person", "見本花子"];
    let person = ["--email", "hanako@example.jp", "--password-stdin"];
    desk.sonae_answering(&[&init[..], &person[..], database].concat(), PASSWORD).good();
    let words = [&["--listen", "127.0.0.1:0", "--log", "warn"][..], database].concat();
    let begun = AtomicU32::new(0);
    let acknowledged: Mutex<Vec<String>> = Mutex::default();
    let mut cookie = String::new();
    let mut unfinished = 0;
    for turn in 0..times {
        let server = Server::start_with(&desk.path("データ"), &words);
        if cookie.is_empty() {
            cookie = signed_in(&server);
        }
        let known = acknowledged.lock().unwrap().clone();
        assert_all_there(&location, &known).await;
        let going = AtomicBool::new(true);
        let port = server.port;
        std::thread::scope(|scope| {
            for _ in 0..WRITERS {
                scope.spawn(|| {
                    while going.load(Ordering::Relaxed) {
                        let name = format!("資産{}", begun.fetch_add(1, Ordering::Relaxed));
                        if add(port, &cookie, &name) {
                            acknowledged.lock().unwrap().push(name);
                        }
                    }
                });
            }
            // At another moment each time, but the same ones in every run.
            std::thread::sleep(Duration::from_millis(150 + u64::from(turn * 37 % 250)));
            server.kill();
            going.store(false, Ordering::Relaxed);
        });
        let after = acknowledged.lock().unwrap().len();
        assert!(after > known.len(), "nothing was acknowledged in turn {turn}: no load");
        unfinished = begun.load(Ordering::Relaxed) as usize - after;
    }
    let acknowledged = acknowledged.into_inner().unwrap();
    assert_all_there(&location, &acknowledged).await;
    // A few at least were killed in the middle; otherwise this proves little.
    assert!(unfinished > 0, "every write was acknowledged");
    desk.sonae(&[&["backup", "一.zip", "--data", "データ"][..], database].concat()).good();
    let said = desk.sonae(&[&["doctor", "--data", "データ"][..], database].concat()).out();
    assert!(said.contains("✓ 「見本商事」の記録"), "{said}");
    assert!(!said.contains("壊れています"), "{said}");
    eprintln!("{times} kills, {} acknowledged, {unfinished} unfinished, 0 lost", acknowledged.len());
}

fn signed_in(server: &Server) -> String {
    let form = format!("email=hanako@example.jp&password={PASSWORD}");
    let answer = http::ask(server.port, "POST", "/sign-in", &form_headers(""), &form).unwrap();
    assert_eq!(answer.status, 303, "{answer:?}");
    answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
}

/// Adds an asset as the form does; whether that was acknowledged.
fn add(port: u16, cookie: &str, name: &str) -> bool {
    let form = format!("name={name}&medium=office-pc&confidentiality=3&integrity=2&availability=1");
    match http::ask(port, "POST", "/assets", &form_headers(cookie), &form) {
        Ok(answer) => {
            assert_eq!(answer.status, 303, "{name}: {}", answer.body);
            true
        }
        // Killed before the answer was whole: nobody was told anything.
        Err(_) => false,
    }
}

fn form_headers(cookie: &str) -> Vec<(&str, &str)> {
    vec![("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin"), ("cookie", cookie)]
}

async fn assert_all_there(location: &Location, acknowledged: &[String]) {
    let there = texts(location, "SELECT name FROM asset").await;
    let once: HashSet<&String> = there.iter().collect();
    assert_eq!(once.len(), there.len(), "nothing is there twice");
    let lost: Vec<&String> = acknowledged.iter().filter(|name| !once.contains(name)).collect();
    assert!(lost.is_empty(), "{} of {} lost: {lost:?}", lost.len(), acknowledged.len());
}
