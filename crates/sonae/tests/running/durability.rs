//! What was acknowledged is kept: the real program is killed in the middle of its work, again and again.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::common::Desk;
use crate::http;
use crate::server::Server;
use app::store::Location;
use testkit::database::{postgres_address, texts};

const PASSWORD: &str = "correct-horse-battery-staple-27";
/// People who write at the same time.
const WRITERS: usize = 8;

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
    let cut = AtomicU32::new(0);
    for turn in 0..times {
        let server = Server::start_with(&desk.path("データ"), &words);
        if cookie.is_empty() {
            cookie = signed_in(&server);
        }
        let known = acknowledged.lock().unwrap().clone();
        assert_all_there(&location, &known).await;
        let port = server.port;
        std::thread::scope(|scope| {
            for _ in 0..WRITERS {
                scope.spawn(|| {
                    loop {
                        let name = format!("資産{}", begun.fetch_add(1, Ordering::Relaxed));
                        match add(port, &cookie, &name) {
                            Ok(()) => acknowledged.lock().unwrap().push(name),
                            // Nobody listens any more.
                            Err(error) if error.kind() == ErrorKind::ConnectionRefused => break,
                            // Killed before the answer was whole: nobody was told anything.
                            Err(_) => {
                                cut.fetch_add(1, Ordering::Relaxed);
                                break;
                            }
                        }
                    }
                });
            }
            // In the middle of the work, at another moment each time, however busy the machine is.
            let enough = known.len() + 10 + (turn * 7 % 31) as usize;
            let given_up = Instant::now() + Duration::from_secs(30);
            while acknowledged.lock().unwrap().len() < enough && Instant::now() < given_up {
                std::thread::sleep(Duration::from_millis(1));
            }
            std::thread::sleep(Duration::from_millis(u64::from(turn * 7 % 40)));
            server.kill();
        });
        let after = acknowledged.lock().unwrap().len();
        assert!(after > known.len(), "nothing was acknowledged in turn {turn}: no load");
    }
    let acknowledged = acknowledged.into_inner().unwrap();
    assert_all_there(&location, &acknowledged).await;
    let cut = cut.into_inner();
    assert!(cut >= times, "only {cut} requests were cut by {times} kills: the load was too light");
    desk.sonae(&[&["backup", "一.zip", "--data", "データ"][..], database].concat()).good();
    let said = desk.sonae(&[&["doctor", "--data", "データ"][..], database].concat()).out();
    assert!(said.contains("✓ 「見本商事」の記録"), "{said}");
    assert!(!said.contains("壊れています"), "{said}");
    eprintln!("{times} kills, {} acknowledged, {cut} cut in the middle, 0 lost", acknowledged.len());
}

fn signed_in(server: &Server) -> String {
    let form = format!("email=hanako@example.jp&password={PASSWORD}");
    let answer = http::ask(server.port, "POST", "/sign-in", &form_headers(""), &form).unwrap();
    assert_eq!(answer.status, 303, "{answer:?}");
    answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
}

/// Adds an asset as the form does; good where that was acknowledged.
fn add(port: u16, cookie: &str, name: &str) -> std::io::Result<()> {
    let form = format!("name={name}&medium=office-pc&confidentiality=3&integrity=2&availability=1");
    let answer = http::ask(port, "POST", "/assets", &form_headers(cookie), &form)?;
    assert_eq!(answer.status, 303, "{name}: {}", answer.body);
    Ok(())
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
