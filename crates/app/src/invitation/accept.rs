//! Coming in by a link: with a new account, or with the one that the invited address has.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::open::usable;
use super::{Invitation, Link, Opened, open, row};
use crate::account::row::{account, session};
use crate::account::{self as accounts, Account, Method, NewAccount, SignIn, Signed, Stage};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Context, DepartmentId, Error, OrganizationId, Result, Secret, Visitor, people};

/// What a new person types.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// 氏名
    pub name: String,
    /// Password.
    pub password: String,
}

/// Makes the invited person's account, lets it belong, and signs the browser in. The link works no more.
///
/// # Errors
/// [`Error::Refused`] where the link does not work or its address has an account already;
/// [`Error::Invalid`] for a name or password that cannot be used.
pub async fn accept(visitor: &Visitor, secret: &Secret, person: NewPerson) -> Result<SignIn> {
    let link = working(visitor, secret).await?;
    if link.has_account {
        return Err(has_account(&link.invitation.email));
    }
    let wanted = NewAccount {
        name: person.name,
        email: link.invitation.email.clone(),
        password: person.password,
        known_words: vec![link.organization_name.clone()],
    };
    let mut problems = Vec::new();
    let checked = accounts::check(wanted, &mut problems).await?;
    let Some(checked) = checked else { return Err(Error::Invalid { problems }) };
    visitor
        .transaction(async |transaction| {
            let row = still_open(transaction, visitor, &link, secret).await?;
            let key = account::Column::EmailKey.eq(row.email_key.as_str());
            if account::Entity::find().filter(key).count(transaction).await? > 0 {
                return Err(has_account(&row.email));
            }
            let account = match accounts::insert(transaction, visitor.now(), checked).await {
                Err(Error::Database(error)) if is_taken(&error) => return Err(has_account(&row.email)),
                inserted => inserted?,
            };
            let context = Context::new(visitor, accounts::actor(&account), link.organization);
            let after = serde_json::json!({ "name": account.name, "email": account.email });
            let change = Change::new(Event::Created, Entity::Account, account.id, account.name.clone());
            audit_log::record(transaction, &context, change.after(&after)?).await?;
            come_in(transaction, &context, &account, row).await?;
            let session = accounts::complete(transaction, visitor, &account, Method::Invitation).await?;
            Ok(SignIn { session, stage: Stage::SignedIn })
        })
        .await
}

/// Lets the person who is signed in belong; their session looks at the new organization from now on. The
/// link works no more.
///
/// # Errors
/// [`Error::SignedOut`] before the second step of signing in; [`Error::Refused`] where the link does not
/// work, is for another address, or the person belongs there already.
pub async fn join(visitor: &Visitor, signed: &Signed, secret: &Secret) -> Result<OrganizationId> {
    if signed.stage != Stage::SignedIn {
        return Err(Error::SignedOut);
    }
    let link = working(visitor, secret).await?;
    if !link.is_for(&signed.account) {
        return Err(Error::Refused(format!(
            "この招待は「{}」あてです。今は「{}」でサインインしています。サインアウトしてから、リンクを開き直してください。",
            link.invitation.email, signed.account.email
        )));
    }
    visitor
        .transaction(async |transaction| {
            let row = still_open(transaction, visitor, &link, secret).await?;
            if people::belongs(transaction, link.organization, signed.account.id).await? {
                return Err(Error::Refused(format!("もう「{}」に参加しています。", link.organization_name)));
            }
            let context = Context::new(visitor, accounts::actor(&signed.account), link.organization);
            come_in(transaction, &context, &signed.account, row).await?;
            let looking =
                session::ActiveModel { organization_id: Set(Some(link.organization.0)), ..Default::default() };
            session::Entity::update_many()
                .set(looking)
                .filter(session::Column::IdHash.eq(signed.session.0.clone()))
                .exec(transaction)
                .await?;
            Ok(link.organization)
        })
        .await
}

async fn working(visitor: &Visitor, secret: &Secret) -> Result<Link> {
    match open(visitor, secret).await? {
        Opened::Open(link) => Ok(*link),
        Opened::Closed(closed) => Err(Error::Refused(closed.explanation().into())),
    }
}

/// Looks again, with everybody else waiting: of two who use one link at the same time, one comes in.
async fn still_open(transaction: &Transaction, visitor: &Visitor, link: &Link, secret: &Secret) -> Result<row::Model> {
    people::lock(transaction, link.organization).await?;
    let row = usable(transaction, visitor, secret).await?;
    row.map_err(|closed| Error::Refused(closed.explanation().into()))
}

/// Gives the role, closes the link.
async fn come_in(transaction: &Transaction, context: &Context, account: &Account, row: row::Model) -> Result<()> {
    let before = Invitation::read(transaction, context, row.clone()).await?;
    let department = row.department_id.map(DepartmentId);
    accounts::grant(transaction, context, account, before.role, department).await?;
    let accepted = row::ActiveModel {
        organization_id: Set(row.organization_id),
        id: Set(row.id),
        accepted_at: Set(Some(context.now().0)),
        ..Default::default()
    };
    let row = row::Entity::update(accepted).exec(transaction).await?;
    let after = Invitation::read(transaction, context, row).await?;
    let change = Change::new(Event::Accepted, Entity::Invitation, before.id, before.email.clone());
    let change = change.before(&before.snapshot())?.after(&after.snapshot())?;
    audit_log::record(transaction, context, change).await?;
    Ok(())
}

fn has_account(email: &str) -> Error {
    Error::Refused(format!(
        "「{email}」のアカウントはもうあります。新しく作らずに、そのアカウントでサインインして参加してください。"
    ))
}

fn is_taken(error: &sea_orm::DbErr) -> bool {
    matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}
