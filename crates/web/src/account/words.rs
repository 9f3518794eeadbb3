//! Words that several of these screens use.

use app::Instant;
use axum::response::{IntoResponse, Response};
use jiff::tz::Offset;
use maud::{Markup, html};
use serde::Deserialize;

use crate::Failure;
use crate::components::{Crumb, FieldErrors, TextField, TextKind, definition};
use crate::failure::{field_errors, status};

/// 2026年11月24日 9:00, in Japan, on one line.
pub(crate) fn moment(instant: Instant) -> Markup {
    let time = Offset::constant(9).to_datetime(instant.timestamp());
    html! {
        span.nowrap { (time.year()) "年" (time.month()) "月" (time.day()) "日 " (time.hour()) ":" (format!("{:02}", time.minute())) }
    }
}

/// Asks the password again.
pub(crate) fn password_again(errors: &FieldErrors) -> Markup {
    TextField {
        kind: TextKind::CurrentPassword,
        name: "password",
        label: "今のパスワード",
        required: true,
        support: "本人であることを確かめるため、もう一度入力してください。",
        ..TextField::default()
    }
    .render(errors)
}

/// What 2段階認証 is, for people who have never heard of it.
pub(super) fn two_steps_explained() -> Markup {
    definition(
        "2段階認証",
        html! {
            p {
                "パスワードのほかに、もう一つ本人だけが持っているものを確かめる仕組みです。"
                "スマートフォンの「認証アプリ」に30秒ごとに変わる6桁の数字が出て、サインインのときに入力します。"
            }
            p { "パスワードが他人に知られても、そのスマートフォンがなければサインインできません。" }
        },
    )
}

/// What a passkey is.
pub(super) fn passkey_explained() -> Markup {
    definition(
        "パスキー",
        html! {
            p {
                "スマートフォンやPCそのものを鍵にして、指紋・顔・端末の暗証番号でサインインする仕組みです。"
                "パスワードを入力しないので、だまし取られる心配がありません。"
            }
            p { "鍵は端末の中だけにあり、指紋や顔のデータがこのサーバーに送られることはありません。" }
        },
    )
}

/// The way back from every page below.
pub(super) const ACCOUNT: [Crumb<'static>; 1] = [Crumb { title: "アカウント", href: Some("/account") }];

/// The password, asked again.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct PasswordAgain {
    pub(super) password: String,
}

/// What a form answers with where something is wrong with it.
pub(crate) fn refused(error: app::Error, page: impl FnOnce(&FieldErrors) -> Markup) -> Result<Response, Failure> {
    let status = status(&error);
    let errors = field_errors(error)?;
    Ok((status, page(&errors)).into_response())
}
