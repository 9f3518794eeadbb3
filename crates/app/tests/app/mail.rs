//! メール: over a small mail server on this machine.

use app::Role;
use app::invitation::{Delivery, NewInvitation, invite, list, send};
use app::mail::{Mail, MailError, MailSettings, Mailer, TlsMode};
use testkit::company::company;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Answers one connection as a mail server does, with `at_recipient` for RCPT; gives back all that was said.
async fn server(at_recipient: &'static str) -> (u16, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (reading, mut writing) = stream.into_split();
        let mut lines = BufReader::new(reading).lines();
        let (mut heard, mut in_data) = (Vec::new(), false);
        writing.write_all(b"220 sink\r\n").await.unwrap();
        while let Ok(Some(line)) = lines.next_line().await {
            let answer = match line.split_whitespace().next().unwrap_or_default() {
                "." if in_data => {
                    in_data = false;
                    "250 taken"
                }
                _ if in_data => "",
                "DATA" => {
                    in_data = true;
                    "354 go on"
                }
                "RCPT" => at_recipient,
                "EHLO" => "250-sink\r\n250 8BITMIME",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            heard.push(line);
            if !answer.is_empty() && writing.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                break;
            }
        }
        heard
    });
    (port, heard)
}

fn settings(port: u16, tls: TlsMode) -> MailSettings {
    MailSettings {
        host: "127.0.0.1".into(),
        port: Some(port),
        user: None,
        password: None,
        from: "Sonae <sonae@example.jp>".into(),
        tls,
    }
}

fn mail() -> Mail {
    Mail {
        to: "taro@example.jp".into(), subject: "招待".into(), text: "次のリンクを開いてください。\n".into()
    }
}

#[tokio::test]
async fn goes_to_the_server() {
    let (port, heard) = server("250 ok").await;
    Mailer::new(Some(&settings(port, TlsMode::None))).unwrap().send(mail()).await.unwrap();
    let heard = heard.await.unwrap();
    for line in [
        "MAIL FROM:<sonae@example.jp>",
        "RCPT TO:<taro@example.jp>",
        "From: Sonae <sonae@example.jp>",
        "Auto-Submitted: auto-generated",
        "Content-Type: text/plain; charset=utf-8",
        "Subject: =?utf-8?b?5oub5b6F?=",
    ] {
        assert!(heard.iter().any(|said| said.starts_with(line)), "{line} is not in {heard:#?}");
    }
}

#[tokio::test]
async fn that_fails_leaves_the_invitation() {
    let database = testkit::database::sqlite().await;
    let company = company(&database.store).await;
    let wanted = NewInvitation { email: "taro@example.jp".into(), role: Some(Role::Auditor), department: None };
    let issued = invite(&company.officer, wanted).await.unwrap();
    let (port, heard) = server("550 no such person").await;
    let mailer = Mailer::new(Some(&settings(port, TlsMode::None))).unwrap();
    assert_eq!(send(&mailer, &issued, "http://127.0.0.1/invitations/x").await, Delivery::Failed);
    assert!(!heard.await.unwrap().iter().any(|line| line.starts_with("Subject")));
    // Nobody listens there any more.
    assert_eq!(send(&mailer, &issued, "http://127.0.0.1/invitations/x").await, Delivery::Failed);
    assert_eq!(list(&company.officer).await.unwrap(), [issued.invitation]);
}

#[tokio::test]
async fn never_goes_out_in_the_clear_where_tls_is_asked() {
    let (port, heard) = server("250 ok").await;
    let mailer = Mailer::new(Some(&settings(port, TlsMode::StartTls))).unwrap();
    assert!(matches!(mailer.send(mail()).await, Err(MailError::Server(_))));
    assert!(!heard.await.unwrap().iter().any(|line| line.starts_with("MAIL")));
}

#[tokio::test]
async fn is_not_sent_without_a_server() {
    let mailer = Mailer::new(None).unwrap();
    assert!(!mailer.is_configured());
    mailer.send(mail()).await.unwrap();
}

#[test]
fn settings_say_what_is_wrong() {
    let usable = settings(25, TlsMode::None);
    let remote = MailSettings { host: "mail.example.jp".into(), ..usable.clone() };
    let with_password =
        |settings: MailSettings| MailSettings { user: Some("u".into()), password: Some("p".into()), ..settings };
    let wrong = [
        ("host", MailSettings { host: " ".into(), ..usable.clone() }),
        ("from", MailSettings { from: "Sonae".into(), ..usable.clone() }),
        ("password", MailSettings { user: Some("u".into()), ..usable.clone() }),
        ("tls", with_password(remote.clone())),
    ];
    for (setting, settings) in wrong {
        assert_eq!(Mailer::new(Some(&settings)).unwrap_err().setting, setting);
    }
    for settings in [with_password(usable), with_password(MailSettings { tls: TlsMode::Tls, ..remote })] {
        assert!(!format!("{settings:?}").contains("\"p\""), "the password must not reach a log");
        Mailer::new(Some(&settings)).unwrap();
    }
}

#[test]
fn settings_are_read_by_their_names() {
    let text = r#"{"host":"smtp.example.jp","from":"a@example.jp","tls":"tls"}"#;
    let settings: MailSettings = serde_json::from_str(text).unwrap();
    assert_eq!((settings.port(), settings.tls), (465, TlsMode::Tls));
    let by_default: MailSettings = serde_json::from_str(r#"{"host":"h","from":"a@example.jp"}"#).unwrap();
    assert_eq!((by_default.port(), by_default.tls), (587, TlsMode::StartTls));
    assert!(serde_json::from_str::<MailSettings>(r#"{"host":"h","from":"a@example.jp","pasword":"x"}"#).is_err());
}
