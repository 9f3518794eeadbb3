//! The mail that carries a link.

use super::{Invitation, Issued};
use crate::Instant;
use crate::mail::{Mail, Mailer};

/// What became of the mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// No mail server is configured: the link is handed over by the inviter.
    NotConfigured,
    /// The mail server has taken it.
    Sent,
    /// It has not: the link is handed over by the inviter. The log says why.
    Failed,
}

impl Delivery {
    /// What the inviter does next, in Japanese.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::NotConfigured => "リンクをコピーして、招待した人に直接伝えてください。",
            Self::Sent => "招待のメールを送りました。届かないときは、リンクを直接伝えてください。",
            Self::Failed => "メールを送れませんでした。リンクを直接伝えてください。",
        }
    }
}

/// Mails `link` to the invited, after the invitation is kept: a mail that fails takes nothing back.
pub async fn send(mailer: &Mailer, issued: &Issued, link: &str) -> Delivery {
    if !mailer.is_configured() {
        return Delivery::NotConfigured;
    }
    match mailer.send(letter(issued, link)).await {
        Ok(()) => Delivery::Sent,
        Err(error) => {
            tracing::warn!(invitation = %issued.invitation.id, %error, "invitation not mailed");
            Delivery::Failed
        }
    }
}

fn letter(issued: &Issued, link: &str) -> Mail {
    let Invitation { email, role, department, expires_at, invited_by, .. } = &issued.invitation;
    let organization = &issued.organization;
    let role = match department {
        Some(department) => format!("{}（{}）", role.title(), department.name),
        None => role.title().to_owned(),
    };
    let until = moment(*expires_at);
    // A name is no line of its own: nobody writes our letters through it.
    let plain = |text: &str| text.replace(char::is_control, " ");
    let (organization, invited_by) = (plain(organization), plain(invited_by));
    Mail {
        to: email.clone(),
        subject: format!("{organization}：Sonaeへの招待"),
        text: format!(
            "{email} 様\n\
             \n\
             {organization}の{invited_by}さんから、情報セキュリティの取り組みに使う「Sonae（備え）」への招待です。\n\
             次のリンクを開いて、参加してください。\n\
             \n\
             {link}\n\
             \n\
             役割：{role}\n\
             期限：{until}まで（日本時間）。使えるのは一度だけです。\n\
             \n\
             このリンクを持っている人は誰でも参加できます。ほかの人に送らないでください。\n\
             心当たりがないときは、リンクを開かずに、このメールを消してください。\n\
             このメールは自動で送られています。返信には答えられません。\n"
        ),
    }
}

/// 2026年12月1日 9時00分, in Japan.
fn moment(instant: Instant) -> String {
    let time = instant.in_japan();
    format!("{}年{}月{}日 {}時{:02}分", time.year(), time.month(), time.day(), time.hour(), time.minute())
}
