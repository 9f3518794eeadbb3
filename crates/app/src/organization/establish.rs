//! First run: an organization and its first person, in one transaction.

use method::RiskCriteria;
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait};

use super::rename::{NAME_PROBLEM, usable_name};
use super::{criteria_text, row};
use crate::account::{self, NewAccount};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::{Exclusive, Transaction, exclusively};
use crate::{AccountId, Context, Error, FieldProblem, Instant, OrganizationId, Result, Role, Visitor};

/// What the first page asks.
#[derive(Debug, Clone)]
pub struct Establishment {
    /// 組織名
    pub organization: String,
    /// The first person, who becomes 情報セキュリティ責任者.
    pub person: FirstPerson,
}

/// The first person.
#[derive(Debug, Clone)]
pub struct FirstPerson {
    /// 氏名
    pub name: String,
    /// Mail address, with which they sign in.
    pub email: String,
    /// Password, as typed.
    pub password: String,
}

/// Whether no organization exists yet: then, and only then, [`establish`] is open to a visitor.
///
/// # Errors
/// [`Error::Database`].
pub async fn is_first_run(visitor: &Visitor) -> Result<bool> {
    Ok(row::organization::Entity::find().count(visitor.reader()).await? == 0)
}

/// Makes the first organization with its first person (情報セキュリティ責任者).
///
/// # Errors
/// [`Error::Refused`] where an organization exists already; [`Error::Invalid`] for a name, mail address
/// or password that cannot be used.
pub async fn establish(visitor: &Visitor, wanted: Establishment) -> Result<(OrganizationId, AccountId)> {
    let mut problems = Vec::new();
    let name = usable_name(&wanted.organization).unwrap_or_else(|| {
        problems.push(FieldProblem::new("organization", NAME_PROBLEM));
        wanted.organization.clone()
    });
    let person = NewAccount {
        name: wanted.person.name,
        email: wanted.person.email,
        password: wanted.person.password,
        known_words: vec![name.clone()],
    };
    let person = account::check(person, &mut problems).await?;
    let (Some(person), true) = (person, problems.is_empty()) else { return Err(Error::Invalid { problems }) };
    visitor
        .transaction(async |transaction| {
            exclusively(transaction, Exclusive::FirstRun).await?;
            if row::organization::Entity::find().count(transaction).await? > 0 {
                return Err(Error::Refused(
                    "最初の設定はもう済んでいます。サインインしてください。人を増やすには「人と役割」から招待します。"
                        .into(),
                ));
            }
            let organization = write(transaction, visitor.now(), &name).await?;
            let account = account::insert(transaction, visitor.now(), person).await?;
            let context = Context::new(visitor, account::actor(&account), organization);
            record(transaction, &context, &name).await?;
            account::grant(transaction, &context, &account, Role::SecurityOfficer, None).await?;
            Ok((organization, account.id))
        })
        .await
}

/// Writes an organization with no answers yet, and begins its log.
pub(super) async fn write(transaction: &Transaction, now: Instant, name: &str) -> Result<OrganizationId> {
    let id = OrganizationId::new();
    let row = row::organization::ActiveModel {
        id: Set(id.0),
        name: Set(name.to_owned()),
        profile: Set(String::new()),
        criteria: Set(criteria_text(&RiskCriteria::tokyo())?),
        sample: Set(false),
        created_at: Set(now.0),
        version: Set(1),
    };
    row::organization::Entity::insert(row).exec_without_returning(transaction).await?;
    audit_log::begin(transaction, id).await?;
    Ok(id)
}

/// Records that it is new.
pub(super) async fn record(transaction: &Transaction, context: &Context, name: &str) -> Result<()> {
    let change = Change::new(Event::Created, Entity::Organization, context.organization, name);
    audit_log::record(transaction, context, change.after(&serde_json::json!({ "name": name }))?).await?;
    Ok(())
}
