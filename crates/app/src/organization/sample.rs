//! 見本の会社: an invented company with its own register, to try everything on; it goes in one step.

use catalog::{Catalog, Profile};
use method::{Medium, RiskCriteria};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use sheet::{MediumNames, ReadOptions, read_register_bytes};

use super::{NAME_QUESTION, Organization, USUAL_REPEAT, criteria_text, find::lock, profile, row};
use crate::account::{self, row::membership};
use crate::asset::{self, Content};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Actor, Context, Error, OrganizationId, Permission, Result, Role, people, risk};

/// The register and the answers of `examples/`, which the command line shows too.
const REGISTER: &[u8] = include_bytes!("../../../../examples/register.xlsx");
const PROFILE: &str = include_str!("../../../../examples/profile.toml");

/// What the log of the person's own organization calls it.
const LABEL: &str = "見本の会社";

/// Makes a sample company of which the signed-in person is 情報セキュリティ責任者. Answers which one.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::EditOrganization`] in one's own organization;
/// [`Error::Refused`] where the person has a sample company already, or is none (a command).
pub async fn load_sample(context: &Context, catalog: &Catalog) -> Result<OrganizationId> {
    context.require(Permission::EditOrganization)?;
    let Actor::Person { account, name, .. } = &context.actor else {
        return Err(Error::Refused("見本の会社は、画面からサインインした人だけが読み込めます。".into()));
    };
    let person = account::Account { id: *account, email: String::new(), name: name.clone() };
    let (company, register) = read(catalog)?;
    context
        .transaction(async |transaction| {
            // Pressed twice, it is loaded once.
            people::lock(transaction, context.organization).await?;
            if !samples(transaction, context).await?.is_empty() {
                return Err(Error::Refused(
                    "見本の会社はもう読み込んであります。右上のメニューの「会社を切り替える」で開けます。".into(),
                ));
            }
            let mut inside = context.clone();
            inside.organization = company.id;
            if let Actor::Person { roles, .. } = &mut inside.actor {
                *roles = vec![(Role::SecurityOfficer, None)];
            }
            insert(transaction, &inside, &company).await?;
            account::grant(transaction, &inside, &person, Role::SecurityOfficer, None).await?;
            let assets = asset::write::insert_many(transaction, &inside, register.clone()).await?;
            let owner = (person.id, person.name.as_str());
            risk::add_samples(transaction, &inside, catalog, &company, &assets, owner).await?;
            let change = Change::new(Event::Created, Entity::Organization, company.id, LABEL);
            audit_log::record(transaction, context, change.after(&json!({ "name": company.name, "sample": true }))?)
                .await?;
            Ok(company.id)
        })
        .await
}

/// Removes the sample company that the context is in, with everything in it. The logs of the organizations
/// from which it was loaded keep a record.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::EditOrganization`]; [`Error::Refused`] where it is a real one.
pub async fn remove_sample(context: &Context) -> Result<()> {
    context.require(Permission::EditOrganization)?;
    context
        .transaction(async |transaction| {
            let company = lock(transaction, context).await?;
            if !company.sample {
                return Err(Error::Refused("消せるのは見本の会社だけです。今の組織は見本ではありません。".into()));
            }
            // The older logs first: everybody locks the ends of logs in the order of their organizations.
            let mut home = context.clone();
            for organization in audit_log::organizations_that_created(transaction, company.id).await? {
                home.organization = organization;
                let change = Change::new(Event::Removed, Entity::Organization, company.id, LABEL);
                let before = json!({ "name": company.name, "sample": true });
                audit_log::record(transaction, &home, change.before(&before)?).await?;
            }
            // Everything of an organization goes with its row.
            row::organization::Entity::delete_by_id(company.id.0).exec(transaction).await?;
            Ok(())
        })
        .await
}

/// The sample companies that the person belongs to.
async fn samples(transaction: &Transaction, context: &Context) -> Result<Vec<OrganizationId>> {
    let Some(account) = context.account() else { return Ok(Vec::new()) };
    let own = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(account.0))
        .find_also_related(row::organization::Entity)
        .all(transaction)
        .await?;
    let organizations = own.into_iter().filter_map(|(_, organization)| organization);
    Ok(organizations.filter(|organization| organization.sample).map(|sample| OrganizationId(sample.id)).collect())
}

/// The sample company and its register.
fn read(catalog: &Catalog) -> Result<(Organization, Vec<Content>)> {
    let mut profile = profile::parse(PROFILE, catalog)?;
    let name = profile.organization().unwrap_or_else(|| LABEL.to_owned());
    profile.set_answer(NAME_QUESTION, None);
    let options = ReadOptions { media: medium_names(catalog, &profile), ..ReadOptions::default() };
    let register = read_register_bytes(REGISTER.to_vec(), "register.xlsx", &options)
        .map_err(|error| Error::internal(error.to_string()))?;
    let headings = asset::distinct(&register.extra_columns);
    let contents = register.assets.into_iter().map(|line| Content::read(line, &headings)).collect();
    let company = Organization {
        id: OrganizationId::new(),
        name,
        profile: profile.to_toml(catalog),
        criteria: RiskCriteria::tokyo(),
        repeat_months: USUAL_REPEAT,
        sample: true,
        version: 1,
    };
    Ok((company, contents))
}

/// The words for media: the catalog's, then the company's own, which win.
fn medium_names(catalog: &Catalog, profile: &Profile) -> MediumNames {
    let known = catalog.media.iter();
    let synonyms = known.flat_map(|entry| entry.synonyms.iter().map(|synonym| (synonym.clone(), entry.id)));
    let own = profile.media().filter_map(|(word, medium)| {
        let medium = Medium::ALL.into_iter().find(|known| known.title() == medium || known.id() == medium)?;
        Some((word.to_owned(), medium))
    });
    let ambiguous = catalog.media.iter().flat_map(|entry| entry.ambiguous.iter().cloned());
    MediumNames::new(synonyms.chain(own), ambiguous)
}

async fn insert(transaction: &Transaction, context: &Context, company: &Organization) -> Result<()> {
    let new = row::organization::ActiveModel {
        id: Set(company.id.0),
        name: Set(company.name.clone()),
        profile: Set(company.profile.clone()),
        criteria: Set(criteria_text(&company.criteria)?),
        sample: Set(company.sample),
        created_at: Set(context.now().0),
        version: Set(company.version),
    };
    row::organization::Entity::insert(new).exec_without_returning(transaction).await?;
    audit_log::begin(transaction, company.id).await?;
    let change = Change::new(Event::Created, Entity::Organization, company.id, company.name.clone());
    let after = json!({ "name": company.name, "profile": company.profile, "sample": true });
    audit_log::record(transaction, context, change.after(&after)?).await?;
    Ok(())
}
