//! A person's own account: everything about how they sign in, on one page.

use app::Permission;
use app::account::{Overview, Passkey, Session, overview};
use maud::{Markup, html};

use super::ceremony::Passkeys;
use super::device::device;
use super::words::{moment, passkey_explained, two_steps_explained};
use crate::Failure;
use crate::components::{
    Button, Column, FieldErrors, Form, LinkButton, Row, State as Tone, Table, TextField, description_list, state,
};
use crate::layout::{Page, Section};
use crate::request::{Guest, Person};

/// With so few recovery codes left, a person is told to make new ones.
const FEW: u64 = 3;

pub(super) async fn show(Guest(visitor): Guest, person: Person, passkeys: Passkeys) -> Result<Markup, Failure> {
    let name = person.signed.account.name.clone();
    Ok(page(&overview(&visitor, &person.signed).await?, &person, &passkeys, &name, &FieldErrors::new()))
}

/// The page, with `name` in its field.
pub(super) fn page(own: &Overview, person: &Person, passkeys: &Passkeys, name: &str, errors: &FieldErrors) -> Markup {
    let frame = person.frame();
    let page = Page { notices: person.notices(), errors, ..Page::new("アカウント", Section::Account, &frame) };
    page.render(html! {
        (profile(person, name, errors))
        h2 { "パスワード" }
        p { "変更すると、ほかの端末はすべてサインアウトします。" }
        div.actions { (link("パスワードを変更する", "/account/password")) }
        h2 { "2段階認証 " (two_steps_state(own)) }
        (two_steps(own))
        h2 { "パスキー" }
        (passkey_list(own, passkeys))
        h2 { "サインイン中の端末" }
        (sessions(own, person))
        @if person.context.allows(Permission::UseApi) || person.context.allows(Permission::ManagePeople) {
            h2 { "APIトークン" }
            p { "ほかのソフトウェアから、この組織の台帳などを読み書きさせるときに使います。" }
            div.actions { (link("APIトークンを見る・作る", "/account/tokens")) }
        }
    })
}

fn profile(person: &Person, name: &str, errors: &FieldErrors) -> Markup {
    let fields = html! {
        (TextField {
            name: "name",
            label: "氏名",
            required: true,
            support: "所属するすべての組織に、この名前で表示されます。",
            value: name,
            autocomplete: "name",
            maximum_length: Some(100),
            ..TextField::default()
        }.render(errors))
        div.actions { (Button { label: "氏名を保存する", ..Button::default() }.render()) }
    };
    html! {
        (description_list(&[("メールアドレス", html! { (person.signed.account.email) })]))
        (Form { action: "/account/name", ..Form::default() }.render(fields))
    }
}

fn two_steps_state(own: &Overview) -> Markup {
    if own.two_steps { state(Tone::Success, "使用中") } else { state(Tone::Neutral, "使っていません") }
}

fn two_steps(own: &Overview) -> Markup {
    let left = own.recovery_codes_left;
    html! {
        (two_steps_explained())
        @if own.two_steps {
            p {
                "サインインのたびに、認証アプリの6桁の数字も確かめています。スマートフォンをなくしたときのための回復コードは、残り"
                strong { (left) "個" } "です。"
                @if left <= FEW { " 残りが少ないので、作り直してください。" }
            }
            div.actions {
                (link("回復コードを作り直す", "/account/recovery-codes"))
                (link("認証アプリを変える", "/account/two-steps"))
                (link("2段階認証をやめる", "/account/two-steps/off"))
            }
        } @else {
            p { "パスワードがほかの人に知られても、サインインされないようになります。" }
            div.actions { (link("2段階認証を始める", "/account/two-steps")) }
        }
    }
}

fn passkey_list(own: &Overview, passkeys: &Passkeys) -> Markup {
    html! {
        (passkey_explained())
        @if own.passkeys.is_empty() {
            p { "まだ登録していません。登録すると、パスワードを入力せずに、指紋・顔・暗証番号でサインインできます。" }
        } @else {
            (Table {
                id: "passkeys",
                caption: "登録したパスキー",
                columns: vec![Column::new("名前"), Column::new("登録した日時"), Column::new("最後に使った日時"), Column::new("操作").unlabelled()],
                rows: own.passkeys.iter().map(passkey_row).collect(),
                ..Table::default()
            }.render())
        }
        @match passkeys {
            Passkeys::Here(_) => { div.actions { (link("パスキーを登録する", "/account/passkeys/new")) } }
            other => { (other.explanation()) }
        }
    }
}

fn passkey_row(passkey: &Passkey) -> Row {
    let href = format!("/account/passkeys/{}", passkey.id);
    let change =
        LinkButton {
            label: "変更・削除", href: &href, about: &passkey.name, is_small: true, ..LinkButton::default()
        };
    let used = passkey.used_at.map_or_else(|| html! { "まだ使っていません" }, moment);
    Row::new(vec![html! { (passkey.name) }, moment(passkey.created_at), used, change.render()])
}

fn sessions(own: &Overview, person: &Person) -> Markup {
    let others = own.sessions.iter().filter(|session| session.id_hash != person.signed.session).count();
    html! {
        p { "心当たりのない端末があるときは、サインアウトさせて、パスワードを変更してください。" }
        (Table {
            id: "sessions",
            caption: "サインイン中の端末",
            columns: vec![Column::new("端末"), Column::new("接続元"), Column::new("サインインした日時"), Column::new("最後に使った日時"), Column::new("操作").unlabelled()],
            rows: own.sessions.iter().map(|session| session_row(session, person)).collect(),
            ..Table::default()
        }.render())
        @if others > 0 {
            (Form { action: "/account/sessions/end-others", ..Form::default() }.render(html! {
                div.actions { (Button { label: "ほかの端末をすべてサインアウトさせる", ..Button::default() }.render()) }
            }))
        }
    }
}

fn session_row(session: &Session, person: &Person) -> Row {
    let name = device(&session.user_agent);
    let last = html! {
        @if session.id_hash == person.signed.session {
            (state(Tone::Information, "この端末"))
        } @else {
            (Form { action: "/account/sessions/end", ..Form::default() }.render(html! {
                input type="hidden" name="session" value=(session.id_hash.0);
                (Button { label: "サインアウトさせる", about: &name, is_small: true, ..Button::default() }.render())
            }))
        }
    };
    let local = matches!(session.network.as_str(), "" | "127.0.0.1" | "::1");
    let network = if local { "同じPC" } else { &session.network };
    Row::new(vec![html! { (name) }, html! { (network) }, moment(session.created_at), moment(session.seen_at), last])
}

fn link(label: &str, href: &str) -> Markup {
    LinkButton { label, href, ..LinkButton::default() }.render()
}
