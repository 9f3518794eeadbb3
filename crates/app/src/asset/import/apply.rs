//! Bringing in what the person saw.

use std::collections::BTreeSet;

use catalog::Catalog;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::line::{Line, Lines};
use super::material::{self, Summary};
use super::preview::{self, Preview, busy};
use super::work::{KIND, Payload};
use super::write::{Report, write};
use super::{Import, cache, row};
use crate::job::{self, Order, Task};
use crate::store::Transaction;
use crate::{Context, Error, ImportId, JobId, Permission, Result};

/// More lines than this are brought in by a job: they take longer than a person waits for.
const AT_ONCE: usize = 3_000;

/// Which lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Selection {
    /// All that would add or change something.
    All,
    /// Those of these numbers, as the sheet counts them.
    Rows(BTreeSet<u32>),
}

impl Selection {
    /// Whether the line is to be brought in.
    pub fn takes(&self, line: &Line) -> bool {
        let writes = line.kind() != Lines::Unchanged;
        writes && matches!(self, Self::All) | matches!(self, Self::Rows(rows) if writes && rows.contains(&line.row))
    }
}

/// What [`apply`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applied {
    /// It is done.
    Done(Report),
    /// A job does it.
    Job(JobId),
}

/// Brings the chosen lines in, all or none. `seen` is the fingerprint of the preview that the person
/// decided on. Many lines are left to a job.
///
/// # Errors
/// [`Error::Stale`] where the register would become something else than what the person saw: the
/// preview has to be looked at again. [`Error::Invalid`] (field `row`) where no line is chosen;
/// [`Error::Refused`] where the file cannot be read; [`Error::Forbidden`]; [`Error::NotFound`].
pub async fn apply(
    context: &Context,
    catalog: &Catalog,
    id: ImportId,
    selection: &Selection,
    seen: &str,
) -> Result<Applied> {
    context.require(Permission::ImportAssets)?;
    let (import, preview) = seen_preview(context, catalog, id, seen).await?;
    let count = preview.lines.iter().filter(|line| selection.takes(line)).count();
    if count <= AT_ONCE {
        drop(preview);
        return apply_now(context, catalog, id, selection, seen, None).await.map(Applied::Done);
    }
    let payload = Payload { import: id, selection: selection.clone(), seen: seen.to_owned() };
    let order =
        Order {
            kind: KIND, title: format!("「{}」の取り込み", import.name), payload: serde_json::to_value(payload)?
        };
    let job = context
        .transaction(async |transaction| {
            let import = material::lock(transaction, context, id).await?;
            // Somebody pressed twice.
            if let Some(running) = busy(transaction, context, &import).await? {
                return Ok(running);
            }
            let job = job::enqueue(transaction, context, order).await?;
            remember_job(transaction, context, id, job).await?;
            Ok(job)
        })
        .await?;
    job::wake();
    Ok(Applied::Job(job))
}

/// The same at once, however many lines there are.
///
/// # Errors
/// As [`apply`].
pub async fn apply_now(
    context: &Context,
    catalog: &Catalog,
    id: ImportId,
    selection: &Selection,
    seen: &str,
    task: Option<Task>,
) -> Result<Report> {
    context.require(Permission::ImportAssets)?;
    let (import, preview) = seen_preview(context, catalog, id, seen).await?;
    if !preview.lines.iter().any(|line| selection.takes(line)) {
        return Err(Error::invalid("row", "取り込む行を1行以上選んでください。"));
    }
    let report = write(context, catalog, &import, preview, selection, task).await?;
    cache::forget(id);
    Ok(report)
}

/// The import with its preview of now, where that is what the person saw.
async fn seen_preview(
    context: &Context,
    catalog: &Catalog,
    id: ImportId,
    seen: &str,
) -> Result<(Import, std::sync::Arc<Preview>)> {
    let import = material::find(context.reader(), context, id).await?;
    if import.applied {
        return Err(Error::Stale);
    }
    let preview = preview::of(context, catalog, &import).await?;
    let preview = preview.map_err(|hindrance| Error::Refused(hindrance.message().to_owned()))?;
    if preview.fingerprint == seen { Ok((import, preview)) } else { Err(Error::Stale) }
}

async fn remember_job(transaction: &Transaction, context: &Context, id: ImportId, job: JobId) -> Result<()> {
    let summary = serde_json::to_string(&Summary { job: Some(job) })?;
    row::Entity::update_many()
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::Id.eq(id.0))
        .col_expr(row::Column::Summary, Expr::value(summary))
        .exec(transaction)
        .await?;
    Ok(())
}
