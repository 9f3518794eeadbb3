//! `sonae.toml`: private where it holds a password, mail that can work, certificates that are not about to end.

use std::path::Path;

use app::mail::Mailer;
use x509_parser::pem::Pem;

use super::Report;
use crate::failure::io_words;
use crate::installation::{Installation, SETTINGS_FILE, TlsFiles, readable_by_others};

/// A certificate that ends sooner is told.
const SOON_DAYS: i64 = 21;

pub fn look(installation: &Installation, report: &mut Report) {
    let settings = &installation.settings;
    let file = installation.path(Path::new(SETTINGS_FILE));
    let has_password =
        settings.database.is_some() || settings.mail.as_ref().is_some_and(|mail| mail.password.is_some());
    if file.exists() {
        if has_password && readable_by_others(&file) {
            report.bad(format!(
                "設定にパスワードがあり、ほかの利用者にも読めます。次を実行してください：chmod 600 {}",
                file.display()
            ));
        } else {
            report.good(format!("設定「{}」を読めます", file.display()));
        }
    }
    match Mailer::new(settings.mail.as_ref()) {
        Ok(mailer) if mailer.is_configured() => report.good("メールの設定に誤りはありません（送信は試していません）"),
        Ok(_) => report.good("メールは使っていません（招待はリンクを手渡しします）"),
        Err(error) => report.bad(error),
    }
    if let Some(tls) = &settings.tls {
        certificate(installation, tls, report);
    }
}

fn certificate(installation: &Installation, tls: &TlsFiles, report: &mut Report) {
    let (certificate, key) = (installation.path(&tls.certificate), installation.path(&tls.key));
    if readable_by_others(&key) {
        report.bad(format!(
            "TLS の秘密鍵「{0}」がほかの利用者にも読めます。次を実行してください：chmod 600 {0}",
            key.display()
        ));
    }
    let ends = match ends(&certificate) {
        Ok(ends) => ends,
        Err(problem) => {
            report.bad(format!("TLS の証明書「{}」{problem}", certificate.display()));
            return;
        }
    };
    let days = (ends - jiff::Timestamp::now().as_second()).div_euclid(24 * 60 * 60);
    match days {
        ..0 => report.bad("TLS の証明書の期限が切れています。新しい証明書に替えてください（再起動は要りません）"),
        0..SOON_DAYS => report.bad(format!(
            "TLS の証明書の期限まで、あと{days}日です。新しい証明書に替えてください（再起動は要りません）"
        )),
        _ => report.good(format!("TLS の証明書は、あと{days}日使えます")),
    }
}

/// When the certificate ends, in seconds since 1970.
fn ends(path: &Path) -> Result<i64, String> {
    let file = std::fs::read(path).map_err(|error| format!("を読めません（{}）", io_words(&error)))?;
    let wrong = || "を証明書として読めません。PEM 形式の証明書を指定してください".to_owned();
    // The first one is the server's own; those after it are its issuers'.
    let first = Pem::iter_from_buffer(&file).next().ok_or_else(wrong)?.map_err(|_| wrong())?;
    let certificate = first.parse_x509().map_err(|_| wrong())?;
    Ok(certificate.validity().not_after.timestamp())
}
