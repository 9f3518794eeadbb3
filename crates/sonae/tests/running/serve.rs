//! `sonae` and `sonae serve`: the real program on a temporary data folder.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;

use crate::common::{Desk, repository};
use crate::http;
use crate::server::{Server, sonae};

#[test]
fn a_fresh_folder_opens_on_the_first_run_page() {
    let desk = Desk::new();
    let server = Server::start(&desk.path("データ"));
    assert!(server.told.contains(&format!("http://localhost:{}/", server.port)), "{}", server.told);
    let answer = server.get("/sign-in");
    assert_eq!((answer.status, answer.header("location")), (303, Some("/setup")), "{answer:?}");
    let first = server.get("/setup");
    assert!(first.status == 200 && first.body.contains("組織名"), "{first:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let rights = |path: &str| desk.path(path).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(rights("データ"), 0o700);
        for file in desk.names("データ") {
            let rights = rights(&format!("データ/{file}"));
            assert_eq!(rights & 0o077, 0, "{file}: {rights:o}");
        }
    }
}

#[test]
fn no_words_at_all_serve_from_the_users_own_folder() {
    let desk = Desk::new();
    let mut command = sonae();
    command.env("HOME", desk.path("")).current_dir(desk.path(""));
    let server = Server::run(command);
    assert_eq!(server.get("/sign-in").status, 303);
    if cfg!(target_os = "linux") {
        assert!(desk.path(".local/share/sonae/sonae.db").exists());
    }
}

#[test]
fn the_next_port_is_taken_where_the_usual_one_is() {
    // Perhaps another program has it already: then that is the other program.
    let _other = TcpListener::bind("127.0.0.1:8080");
    let desk = Desk::new();
    let server = Server::start_with(&desk.path("データ"), &[]);
    assert_ne!(server.port, 8080);
    assert!(server.told.contains("127.0.0.1:8080 はほかのプログラムが使っている"), "{}", server.told);
    let refused = desk.sonae(&["serve", "--data", "別", "--listen", &format!("127.0.0.1:{}", server.port)]);
    assert_eq!(refused.code(), 1);
    assert!(refused.said().contains("ほかのプログラムが使っています"), "{}", refused.said());
    assert!(!desk.path("別").exists(), "nothing was made in vain");
}

#[test]
fn no_door_to_the_network_without_encryption() {
    let desk = Desk::new();
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.1:8080"] {
        let refused = desk.sonae(&["serve", "--data", "データ", "--listen", listen]);
        assert_eq!(refused.code(), 2, "{listen}");
        for word in ["--tls-certificate", "--behind-proxy", "暗号化"] {
            assert!(refused.said().contains(word), "{}", refused.said());
        }
    }
    let refused = desk.sonae(&["serve", "--data", "データ", "--listen", "0.0.0.0:0", "--behind-proxy"]);
    assert_eq!(refused.code(), 2);
    assert!(refused.said().contains("--public-address"), "{}", refused.said());
    assert!(desk.names("データ").is_empty());
    let public = ["--listen", "0.0.0.0:0", "--behind-proxy", "--public-address", "https://sonae.example.co.jp/"];
    let mut command = sonae();
    command.args(["serve", "--data"]).arg(desk.path("データ")).args(public);
    let child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null()).spawn().unwrap();
    let mut child = Ended(child);
    let mut told = String::new();
    let mut lines = std::io::BufReader::new(child.0.stdout.take().unwrap());
    while !told.contains("https://sonae.example.co.jp/\n") {
        assert!(std::io::BufRead::read_line(&mut lines, &mut told).unwrap() > 0, "{told}");
    }
}

/// A child that ends with the test.
struct Ended(std::process::Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn speaks_tls_with_certificate_and_key() {
    let desk = Desk::new();
    let file = |name: &str| repository(&format!("crates/sonae/tests/running/tls/{name}"));
    let (certificate, key) = (file("certificate.pem"), file("key.pem"));
    let words = ["--listen", "127.0.0.1:0", "--tls-certificate", &certificate, "--tls-key", &key];
    let server = Server::start_with(&desk.path("データ"), &words);
    assert!(server.told.contains(&format!("https://localhost:{}/", server.port)), "{}", server.told);
    let tcp = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    let name = "localhost".try_into().unwrap();
    let mut session = rustls::ClientConnection::new(trusting(Path::new(&certificate)), name).unwrap();
    let mut tcp = tcp;
    let answer = http::ask_over(rustls::Stream::new(&mut session, &mut tcp), "GET", "/sign-in", &[], "").unwrap();
    assert_eq!(answer.header("location"), Some("/setup"));
    let plain = http::ask(server.port, "GET", "/sign-in", &[], "");
    assert!(plain.is_err() || plain.unwrap().status == 400, "nothing in the clear");
    for (certificate, key) in [(key.as_str(), certificate.as_str()), ("ない.pem", "ない.pem")] {
        let words = ["serve", "--data", "別", "--tls-certificate", certificate, "--tls-key", key];
        let refused = desk.sonae(&words);
        assert_eq!(refused.code(), 1, "{}", refused.said());
        assert!(refused.said().contains("TLS の"), "{}", refused.said());
    }
}

fn trusting(certificate: &Path) -> Arc<rustls::ClientConfig> {
    use rustls::pki_types::{CertificateDer, pem::PemObject as _};
    let mut roots = rustls::RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(certificate).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(builder.with_root_certificates(roots).with_no_client_auth())
}

#[cfg(unix)]
#[test]
fn stops_in_good_order_and_logs_no_secret() {
    let desk = Desk::new();
    let server = Server::start(&desk.path("データ"));
    assert_eq!(server.get("/sign-in").status, 303);
    let answer = server.get("/invitations/hidden-word?token=hidden-too");
    let id = answer.header("x-request-id").unwrap().to_owned();
    let (status, log) = server.stop();
    assert!(status.success(), "{status:?} {log}");
    let lines: Vec<&str> = log.lines().filter(|line| line.contains("method=GET")).collect();
    assert_eq!(lines.len(), 2, "one line per request: {log}");
    assert!(lines[0].contains("path=\"/sign-in\"") && lines[0].contains("status=303"), "{log}");
    assert!(lines[0].contains("milliseconds="), "{log}");
    assert!(lines[1].contains(&id), "{log}");
    assert!(!log.contains("hidden"), "{log}");
    assert!(log.contains("Sonae を止めました"), "{log}");
    assert!(!desk.names("データ").iter().any(|name| name.ends_with("-wal")), "the log was written back");
}

#[test]
fn settings_of_the_folder_count_and_mistakes_are_named() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("データ")).unwrap();
    desk.file(
        "データ/sonae.toml",
        "listen = \"127.0.0.1:0\"\npublic_address = \"http://sonae.test\"\nlog = \"warn\"\n",
    );
    let mut command = sonae();
    command.arg("--data").arg(desk.path("データ"));
    let child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null()).spawn().unwrap();
    let mut child = Ended(child);
    let mut told = String::new();
    let mut lines = std::io::BufReader::new(child.0.stdout.take().unwrap());
    while !told.contains("http://sonae.test/\n") {
        assert!(std::io::BufRead::read_line(&mut lines, &mut told).unwrap() > 0, "{told}");
    }
    desk.file("データ/sonae.toml", "listen_on = \"127.0.0.1:0\"\n[mail]\npassword = \"hidden\"\n");
    for words in
        [&["serve", "--data", "データ"][..], &["doctor", "--data", "データ"], &["backup", "x.zip", "--data", "データ"]]
    {
        let refused = desk.sonae(words);
        assert_eq!(refused.code(), 1);
        assert!(refused.said().contains("「listen_on」という項目はありません"), "{}", refused.said());
        assert!(!refused.said().contains("hidden"));
    }
}

#[test]
fn a_database_of_another_version_is_not_touched() {
    let desk = Desk::new();
    Server::start(&desk.path("データ")).kill();
    desk.sql("データ/sonae.db", "INSERT INTO seaql_migrations VALUES ('m9999_future', 0)");
    let refused = desk.sonae(&["serve", "--data", "データ", "--listen", "127.0.0.1:0"]);
    assert_eq!(refused.code(), 1);
    assert!(refused.said().contains("新しい版の Sonae"), "{}", refused.said());
    assert_eq!(desk.sonae(&["migrate", "--data", "データ"]).code(), 1);
}
