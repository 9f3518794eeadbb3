//! Keeping what was sent until somebody decides.

use catalog::Catalog;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sheet::ReadError;

use super::cache;
use super::material::{self, KEPT, MOST_BYTES, Summary, WAITING};
use super::preview::{self, require_idle};
use super::read::{self, Hindrance};
use super::{Material, Options, row};
use crate::store::Transaction;
use crate::{Context, Error, ImportId, Permission, Result};

/// Imports of one organization that may wait at a time; the oldest gives way.
const MOST_WAITING: u64 = 20;

/// Keeps a register for [`preview`](super::preview). What cannot be read in any way is not kept.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::ImportAssets`] for the whole organization;
/// [`Error::Invalid`] (field `file` or `cells`) where it is empty, too large, or no register.
pub async fn upload(context: &Context, catalog: &Catalog, material: Material, options: Options) -> Result<ImportId> {
    context.require(Permission::ImportAssets)?;
    let (name, pasted) = (material.name().to_owned(), matches!(material, Material::Pasted(_)));
    let field = if pasted { "cells" } else { "file" };
    check_size(&material, field)?;
    let content = match &material {
        Material::File { bytes, .. } => bytes.clone(),
        Material::Pasted(text) => text.clone().into_bytes(),
    };
    let parsed = match read::read(context, catalog, material, &options).await? {
        Err(Hindrance::File { message }) => return Err(Error::invalid(field, message)),
        other => other.ok(),
    };
    let (id, now) = (ImportId::new(), context.now());
    let new = row::ActiveModel {
        organization_id: Set(context.organization.0),
        id: Set(id.0),
        account_id: Set(context.account().map(|account| account.0)),
        file_name: Set(name),
        content: Set(content),
        options: Set(material::options_text(&options, pasted)?),
        summary: Set(serde_json::to_string(&Summary::default())?),
        state: Set(WAITING.to_owned()),
        created_at: Set(now.0),
        expires_at: Set(now.plus(KEPT).0),
        applied_at: Set(None),
    };
    context
        .transaction(async |transaction| {
            make_room(transaction, context).await?;
            row::Entity::insert(new).exec_without_returning(transaction).await?;
            Ok(())
        })
        .await?;
    if let Some(parsed) = parsed {
        // The person looks at it next.
        preview::prepare(context, id, options, parsed).await?;
    }
    Ok(id)
}

/// Reads what was sent in another way: another scale, another sheet, words for media explained.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`]; [`Error::Refused`] while a job brings it in.
pub async fn read_again(context: &Context, id: ImportId, options: Options) -> Result<()> {
    context.require(Permission::ImportAssets)?;
    context
        .transaction(async |transaction| {
            let import = material::lock(transaction, context, id).await?;
            require_idle(transaction, context, &import).await?;
            let options = material::options_text(&options, import.pasted)?;
            row::Entity::update_many()
                .filter(row::Column::OrganizationId.eq(context.organization.0))
                .filter(row::Column::Id.eq(id.0))
                .col_expr(row::Column::Options, Expr::value(options))
                .exec(transaction)
                .await?;
            Ok(())
        })
        .await?;
    cache::forget(id);
    Ok(())
}

fn check_size(material: &Material, field: &'static str) -> Result<()> {
    let bytes = material.len();
    if bytes > MOST_BYTES {
        let limit = MOST_BYTES >> 20;
        let message = format!(
            "大きすぎます（{}MB）。{limit}MBまでになるように、台帳のシートだけを新しいファイルに保存し直してください。",
            bytes.div_ceil(1 << 20)
        );
        return Err(Error::invalid(field, message));
    }
    let blank = match material {
        Material::File { bytes, .. } => bytes.is_empty(),
        Material::Pasted(text) => text.trim().is_empty(),
    };
    match material {
        Material::File { .. } if blank => Err(Error::invalid(field, ReadError::Empty.to_string())),
        Material::Pasted(_) if blank => Err(Error::invalid(
            field,
            "セルが貼り付けられていません。表計算ソフトで台帳の範囲をコピーして、貼り付けてください。",
        )),
        _ => Ok(()),
    }
}

/// Removes what has expired, and the oldest of too many.
async fn make_room(transaction: &Transaction, context: &Context) -> Result<()> {
    let own = || row::Column::OrganizationId.eq(context.organization.0);
    row::Entity::delete_many().filter(row::Column::ExpiresAt.lte(context.now().0)).exec(transaction).await?;
    let oldest: Vec<uuid::Uuid> = row::Entity::find()
        .select_only()
        .column(row::Column::Id)
        .filter(own())
        .filter(row::Column::State.eq(WAITING))
        .order_by_desc(row::Column::CreatedAt)
        .offset(MOST_WAITING - 1)
        .limit(1_000)
        .into_tuple()
        .all(transaction)
        .await?;
    if !oldest.is_empty() {
        row::Entity::delete_many().filter(own()).filter(row::Column::Id.is_in(oldest)).exec(transaction).await?;
    }
    Ok(())
}
