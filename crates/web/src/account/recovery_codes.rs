//! Recovery codes: made anew, shown once.

use app::account::{self, RecoveryCodes};
use axum::Form as Sent;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::words::{ACCOUNT, PasswordAgain, password_again, refused};
use crate::Failure;
use crate::components::{Confirm, FieldErrors, LinkButton, Notice};
use crate::layout::{Page, Section};
use crate::request::{Guest, Person};

pub(super) async fn show(person: Person) -> Markup {
    page(&person, &FieldErrors::new())
}

pub(super) async fn renew(
    Guest(visitor): Guest,
    person: Person,
    Sent(form): Sent<PasswordAgain>,
) -> Result<Response, Failure> {
    match account::renew_recovery_codes(&visitor, &person.signed, form.password).await {
        Ok(codes) => Ok(shown_once(&person, &codes, None).into_response()),
        Err(error) => refused(error, |errors| page(&person, errors)),
    }
}

fn page(person: &Person, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let page =
        Page {
            errors, breadcrumbs: &ACCOUNT, ..Page::new("回復コードを作り直しますか", Section::Account, &frame)
        };
    page.render(
        Confirm {
            consequences: &["新しい回復コードを10個作ります。", "前の回復コードは、残っていても使えなくなります。"],
            action: "/account/recovery-codes",
            question: Some(password_again(errors)),
            label: "作り直す",
            cancel_href: "/account",
            ..Confirm::default()
        }
        .render(),
    )
}

/// The codes, which are not shown again.
pub(super) fn shown_once(person: &Person, codes: &RecoveryCodes, steps: Option<Markup>) -> Markup {
    let frame = person.frame();
    let notices = [Notice::warning("この画面を閉じると、回復コードはもう表示できません。今、控えてください。")];
    let page =
        Page { notices: &notices, breadcrumbs: &ACCOUNT, ..Page::new("回復コード", Section::Account, &frame) };
    let save = format!("data:text/plain;charset=utf-8,{}", file(person, codes));
    page.render(html! {
        @if let Some(steps) = steps { (steps) }
        p {
            "スマートフォンをなくしたときや、認証アプリを使えないときに、6桁の数字の代わりに1つ入力します。"
            "1つのコードは1回だけ使えます。"
        }
        ol.secret.codes aria-label="回復コード" { @for code in codes.reveal() { li { (code) } } }
        ul {
            li { "印刷して、鍵のかかる引き出しなどにしまってください。ブラウザーの印刷（Ctrl + P）でこの画面を印刷できます。" }
            li { "ファイルに保存するときは、パスワード管理ソフトなど、ほかの人が開けない場所に置いてください。" }
            li { "スマートフォンと同じ場所には置かないでください。一緒になくすと使えません。" }
        }
        div.actions {
            a.button href=(save) download="sonae-recovery-codes.txt" { "ファイルに保存する" }
            (LinkButton { kind: crate::components::ButtonKind::Primary, label: "控えたので、アカウントに戻る", href: "/account", ..LinkButton::default() }.render())
        }
    })
}

/// A text file, for an address that begins with `data:`.
fn file(person: &Person, codes: &RecoveryCodes) -> String {
    let head =
        format!("Sonae の回復コード（{}）\r\n1つのコードは1回だけ使えます。\r\n\r\n", person.signed.account.email);
    let text = head + &codes.reveal().join("\r\n") + "\r\n";
    // Form encoding writes a space as a plus, which means a plus here.
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}
