//! The commands that keep an installation: init, backup, restore, migrate, doctor, token, account.

use crate::common::{Desk, Ran, repository};
use crate::http;
use crate::server::Server;

const PASSWORD: &str = "correct-horse-battery-staple-27";
const EMAIL: &str = "hanako@example.jp";

fn init(desk: &Desk, data: &str, password: &str) -> Ran {
    let words = ["init", "--data", data, "--organization", "見本商事", "--person", "見本花子", "--email", EMAIL];
    desk.sonae_answering(&[&words[..], &["--password-stdin"]].concat(), password)
}

fn established() -> Desk {
    let desk = Desk::new();
    init(&desk, "データ", PASSWORD).good();
    desk
}

#[test]
fn init_makes_the_first_person_once() {
    let desk = Desk::new();
    let weak = init(&desk, "データ", "password1234\n");
    assert_eq!(weak.code(), 1);
    assert!(weak.said().contains("『パスワード』"), "{}", weak.said());
    assert_eq!(init(&desk, "データ", "").code(), 1);
    let made = init(&desk, "データ", &format!("{PASSWORD}\n")).good();
    assert!(!made.said().contains(PASSWORD) && !made.out().contains(PASSWORD));
    let again = init(&desk, "データ", PASSWORD);
    assert_eq!(again.code(), 1);
    assert!(again.said().contains("もう済んでいます"), "{}", again.said());
    let server = Server::start(&desk.path("データ"));
    assert_eq!(server.get("/").header("location"), Some("/sign-in"));
    let form = format!("email={EMAIL}&password={PASSWORD}");
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
    let signed = http::ask(server.port, "POST", "/sign-in", &headers, &form).unwrap();
    assert_eq!(signed.status, 303, "{signed:?}");
    assert!(signed.header("set-cookie").is_some());
}

#[test]
fn a_backup_of_a_running_server_comes_back_elsewhere() {
    let desk = established();
    let server = Server::start(&desk.path("データ"));
    let made = desk.sonae(&["backup", "一.zip", "--data", "データ"]).good();
    assert!(made.said().contains("読み直して確かめました"), "{}", made.said());
    let again = desk.sonae(&["backup", "一.zip", "--data", "データ"]);
    assert_eq!(again.code(), 1);
    assert!(again.said().contains("--overwrite"), "{}", again.said());
    desk.sonae(&["backup", "一.zip", "--data", "データ", "--overwrite", "--quiet"]).good();
    server.kill();
    desk.sonae(&["restore", "一.zip", "--data", "新"]).good();
    let occupied = desk.sonae(&["restore", "一.zip", "--data", "新"]);
    assert_eq!(occupied.code(), 1);
    assert!(occupied.said().contains("もうデータがあります"), "{}", occupied.said());
    desk.sonae(&["backup", "二.zip", "--data", "新"]).good();
    assert_eq!(desk.tables("一.zip"), desk.tables("二.zip"));
    let accounts = desk.sonae(&["account", "list", "--data", "新"]).good().out();
    assert!(accounts.contains(EMAIL) && accounts.contains("見本商事（情報セキュリティ責任者）"), "{accounts}");
}

#[test]
fn what_cannot_be_restored_leaves_nothing_behind() {
    let desk = established();
    desk.sonae(&["backup", "一.zip", "--data", "データ"]).good();
    let bytes = std::fs::read(desk.path("一.zip")).unwrap();
    std::fs::write(desk.path("切れた.zip"), &bytes[..bytes.len() / 2]).unwrap();
    desk.file("別物.zip", "hello");
    for file in ["切れた.zip", "別物.zip", "ない.zip"] {
        let refused = desk.sonae(&["restore", file, "--data", "新"]);
        assert_eq!(refused.code(), 1, "{file}");
        assert!(refused.said().contains(file), "{}", refused.said());
        assert!(!desk.path("新").exists(), "{file}");
    }
    desk.sql("データ/sonae.db", "UPDATE audit_log SET label = 'x' WHERE sequence = 1");
    desk.sonae(&["backup", "二.zip", "--data", "データ"]).good();
    let refused = desk.sonae(&["restore", "二.zip", "--data", "新"]);
    assert_eq!(refused.code(), 1);
    assert!(refused.said().contains("--accept-broken-log"), "{}", refused.said());
    assert!(!desk.path("新/sonae.db").exists());
    desk.sonae(&["restore", "二.zip", "--data", "新", "--accept-broken-log"]).good();
    let without = desk.sonae(&["backup", "三.zip", "--data", "ないフォルダー"]);
    assert_eq!(without.code(), 1);
    assert!(without.said().contains("まだデータがありません") && !desk.path("ないフォルダー").exists());
}

#[test]
fn doctor_says_what_to_do() {
    let desk = Desk::new();
    let nothing = desk.sonae(&["doctor", "--data", "データ"]);
    assert_eq!(nothing.code(), 1);
    assert!(nothing.out().contains("! データのフォルダー"), "{}", nothing.out());
    assert!(!desk.path("データ").exists(), "doctor changes nothing");
    init(&desk, "データ", PASSWORD).good();
    let without_backup = desk.sonae(&["doctor", "--data", "データ"]);
    assert_eq!(without_backup.code(), 1);
    assert!(without_backup.out().contains("! バックアップを取った記録がありません"), "{}", without_backup.out());
    desk.sonae(&["backup", "一.zip", "--data", "データ"]).good();
    let well = desk.sonae(&["doctor", "--data", "データ"]).good().out();
    for line in [
        "✓ データベースの版",
        "✓ データベースのファイルに壊れはありません",
        "✓ 「見本商事」の記録",
        "✓ 最後のバックアップ",
    ] {
        assert!(well.contains(line), "{line}: {well}");
    }
    desk.sql("データ/sonae.db", "UPDATE audit_log SET label = 'x' WHERE sequence = 2");
    let tampered = desk.sonae(&["doctor", "--data", "データ"]);
    assert_eq!(tampered.code(), 1);
    assert!(
        tampered.out().contains("! 「見本商事」の記録に") && tampered.out().contains("記録2"),
        "{}",
        tampered.out()
    );
}

#[test]
fn the_log_is_verified_from_the_command_line() {
    let desk = established();
    let whole = desk.sonae(&["audit-log", "verify", "--data", "データ"]).good().out();
    assert!(whole.contains("「見本商事」") && whole.contains("すべて書かれたときのまま"), "{whole}");
    desk.sql("データ/sonae.db", "DELETE FROM audit_log WHERE sequence = 1");
    let broken = desk.sonae(&["audit-log", "verify", "--data", "データ", "--organization", "見本商事"]);
    assert_eq!(broken.code(), 1);
    assert!(broken.said().contains("記録1：なくなっています"), "{}", broken.said());
    assert_eq!(desk.sonae(&["audit-log", "verify", "--data", "データ", "--organization", "ない"]).code(), 1);
}

#[test]
fn doctor_looks_at_certificates_and_rights() {
    let desk = established();
    desk.sonae(&["backup", "一.zip", "--data", "データ"]).good();
    let file = |name: &str| repository(&format!("crates/sonae/tests/running/tls/{name}"));
    for (certificate, expected) in [
        ("certificate.pem", "✓ TLS の証明書は、あと"),
        ("ended.pem", "! TLS の証明書の期限が切れています"),
        ("key.pem", "証明書として読めません"),
        ("no.pem", "を読めません"),
    ] {
        let settings = format!("[tls]\ncertificate = {:?}\nkey = {:?}\n", file(certificate), file("key.pem"));
        desk.file("データ/sonae.toml", &settings);
        let said = desk.sonae(&["doctor", "--data", "データ"]).out();
        assert!(said.contains(expected), "{certificate}: {said}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        desk.file(
            "データ/sonae.toml",
            "[mail]\nhost = \"localhost\"\nfrom = \"a@example.jp\"\nuser = \"a\"\npassword = \"hidden\"\n",
        );
        std::fs::set_permissions(desk.path("データ/sonae.toml"), std::fs::Permissions::from_mode(0o644)).unwrap();
        std::fs::set_permissions(desk.path("データ/sonae.db"), std::fs::Permissions::from_mode(0o644)).unwrap();
        let said = desk.sonae(&["doctor", "--data", "データ"]);
        assert_eq!(said.code(), 1);
        assert!(said.out().contains("chmod 600") && said.out().contains("chmod -R go="), "{}", said.out());
        assert!(!said.out().contains("hidden"));
    }
}

#[test]
fn tokens_are_shown_once_and_withdrawn() {
    let desk = established();
    let words = ["token", "create", "--data", "データ", "--email", EMAIL, "--name", "在庫システム", "--scope", "write"];
    let made = desk.sonae(&words).good();
    let secret = made.out().trim().to_owned();
    assert!(secret.starts_with("sonae_") && secret.len() == 49, "{secret}");
    assert!(made.said().contains("在庫システム") && !made.said().contains(&secret), "{}", made.said());
    let listed = desk.sonae(&["token", "list", "--data", "データ"]).good().out();
    assert!(listed.contains("読み書き") && listed.contains("有効") && !listed.contains(&secret), "{listed}");
    let id = listed.split('\t').next().unwrap().to_owned();
    desk.sonae(&["token", "revoke", &id, "--data", "データ"]).good();
    assert!(desk.sonae(&["token", "list", "--data", "データ"]).good().out().contains("取り消し済み"));
    for (words, expected) in [
        (["token", "revoke", "x", "--data"], "番号ではありません"),
        (["token", "revoke", "019c0000-0000-7000-8000-000000000000", "--data"], "見つかりません"),
    ] {
        let refused = desk.sonae(&[&words[..], &["データ"]].concat());
        assert_eq!(refused.code(), 1);
        assert!(refused.said().contains(expected), "{}", refused.said());
    }
    let unknown = desk.sonae(&["token", "create", "--data", "データ", "--email", "x@example.jp", "--name", "x"]);
    assert!(unknown.said().contains("アカウントがありません"), "{}", unknown.said());
}

#[test]
fn accounts_are_stopped_and_let_go_on() {
    let desk = established();
    desk.sonae(&["account", "disable", "--data", "データ", "--email", EMAIL]).good();
    assert!(desk.sonae(&["account", "list", "--data", "データ"]).good().out().contains("停止中"));
    desk.sonae(&["account", "enable", "--data", "データ", "--email", EMAIL]).good();
    assert!(desk.sonae(&["account", "list", "--data", "データ"]).good().out().contains("有効"));
    desk.sonae(&["account", "reset-second-factor", "--data", "データ", "--email", EMAIL]).good();
    assert_eq!(desk.sonae(&["account", "disable", "--data", "データ", "--email", "x@example.jp"]).code(), 1);
}

/// The other engine: prepared by hand, moved to and back from with nothing lost.
#[tokio::test(flavor = "multi_thread")]
async fn moves_to_postgresql_and_back() {
    let desk = established();
    let address = testkit::database::postgres_address().await;
    let unprepared = desk.sonae(&["serve", "--data", "別", "--database", &address, "--listen", "127.0.0.1:0"]);
    assert_eq!(unprepared.code(), 1);
    assert!(unprepared.said().contains("sonae migrate"), "{}", unprepared.said());
    desk.sonae(&["migrate", "--data", "別", "--database", &address]).good();
    let again = desk.sonae(&["migrate", "--data", "別", "--database", &address]).good();
    assert!(again.said().contains("何も変えていません"), "{}", again.said());
    desk.sonae(&["backup", "一.zip", "--data", "データ"]).good();
    desk.sonae(&["restore", "一.zip", "--data", "別", "--database", &address]).good();
    desk.sonae(&["backup", "二.zip", "--data", "別", "--database", &address]).good();
    desk.sonae(&["restore", "二.zip", "--data", "戻り"]).good();
    desk.sonae(&["backup", "三.zip", "--data", "戻り"]).good();
    assert_eq!(desk.tables("一.zip"), desk.tables("二.zip"));
    assert_eq!(desk.tables("一.zip"), desk.tables("三.zip"));
    let said = desk.sonae(&["doctor", "--data", "別", "--database", &address]).out();
    assert!(said.contains("✓ PostgreSQL") && said.contains("✓ 「見本商事」の記録"), "{said}");
    let first = Server::start_with(&desk.path("別"), &["--database", &address, "--listen", "127.0.0.1:0"]);
    let second = Server::start_with(&desk.path("別2"), &["--database", &address, "--listen", "127.0.0.1:0"]);
    assert_eq!(first.get("/sign-in").status, 200);
    assert_eq!(second.get("/sign-in").status, 200);
    let hidden = "postgres://sonae:hidden-word@127.0.0.1:1/x";
    let away = desk.sonae(&["doctor", "--data", "別", "--database", hidden]);
    assert_eq!(away.code(), 1);
    assert!(!away.out().contains("hidden-word") && !away.said().contains("hidden-word"), "{}", away.said());
    let wrong = desk.sonae(&["serve", "--database", "mysql://hidden-word@x/y"]);
    assert_eq!(wrong.code(), 2);
    assert!(wrong.said().contains("postgres://") && !wrong.said().contains("hidden-word"), "{}", wrong.said());
}

#[test]
fn a_log_that_was_tampered_with_is_found() {
    let desk = established();
    let whole = desk.sonae(&["audit-log", "verify", "--data", "データ"]).good().out();
    assert!(whole.contains("「見本商事」：2件の記録は、すべて書かれたときのままです"), "{whole}");
    desk.sonae(&["audit-log", "verify", "--data", "データ", "--organization", "見本商事"]).good();
    let other = desk.sonae(&["audit-log", "verify", "--data", "データ", "--organization", "隣の会社"]);
    assert_eq!(other.code(), 1);
    desk.sql("データ/sonae.db", "UPDATE audit_log SET actor = 'だれか' WHERE sequence = 2");
    let broken = desk.sonae(&["audit-log", "verify", "--data", "データ"]);
    assert_eq!((broken.code(), broken.out().as_str()), (1, ""));
    assert!(broken.said().contains("記録2：内容か番号が"), "{}", broken.said());
}
