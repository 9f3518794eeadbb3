//! Writing the chosen lines, in one transaction.

use std::collections::HashMap;
use std::sync::Arc;

use catalog::Catalog;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::line::{Line, LineChange};
use super::material::{self, APPLIED};
use super::preview::{Preview, found, state};
use super::{Import, Selection, read, row};
use crate::asset::{Asset, Content, department, register, write as assets};
use crate::audit_log::{self, Change, Entity, Event};
use crate::job::Task;
use crate::organization::{self, Organization};
use crate::store::Transaction;
use crate::{AssetId, Context, Error, Permission, Result};

/// Lines that are written before progress is told.
const CHUNK: usize = 1_000;

/// What was brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Report {
    /// Assets that were added.
    pub added: u64,
    /// Assets that were changed.
    pub changed: u64,
    /// Lines that would add or change something and were not chosen.
    pub left: u64,
    /// Lines that cannot be used.
    pub unusable: u64,
}

/// Writes; nothing is kept unless all of it is.
///
/// # Errors
/// [`Error::Stale`] where the register changed so that something else would be written.
pub(super) async fn write(
    context: &Context,
    catalog: &Catalog,
    import: &Import,
    preview: Arc<Preview>,
    selection: &Selection,
    task: Option<Task>,
) -> Result<Report> {
    context
        .transaction(async |transaction| {
            let register = register::lock(transaction, context).await?;
            let import = material::lock(transaction, context, import.id).await?;
            let preview = current(transaction, context, catalog, &import, preview.clone()).await?;
            let chosen = Chosen::of(&preview, selection);
            let changes = lock_changed(transaction, context, chosen.changed).await?;
            let learner = learner(transaction, context, &import).await?;
            add_columns(transaction, context, register, &preview, &changes, &chosen.new).await?;
            // All departments now, for they come before the audit log in the order of locks.
            department::resolve(transaction, context, &departments(&changes, &chosen.new)).await?;
            let mut report = chosen.report;
            let mut progress =
                Progress { task: task.as_ref(), done: 0, total: (changes.len() + chosen.new.len()) as u64 };
            let mut changes = changes.into_iter();
            while let Some(chunk) = take(&mut changes) {
                let count = chunk.len();
                report.changed += assets::update_many(transaction, context, chunk, None).await?.len() as u64;
                progress.more(count)?;
            }
            let mut new = chosen.new.into_iter();
            while let Some(chunk) = take(&mut new) {
                let count = chunk.len();
                report.added += assets::insert_many(transaction, context, chunk).await?.len() as u64;
                progress.more(count)?;
            }
            if let Some(organization) = learner {
                organization::learn_media(transaction, context, catalog, &organization, &import.options.media).await?;
            }
            record(transaction, context, &import, &preview, &report).await?;
            close(transaction, context, &import, &report).await?;
            if let Some(task) = &task {
                task.finish(transaction, context.now(), &report).await?;
            }
            Ok(report)
        })
        .await
}

/// The departments that the lines name.
fn departments<'a>(changes: &'a [(Asset, Content)], new: &'a [Content]) -> Vec<&'a str> {
    let contents = changes.iter().map(|(_, content)| content).chain(new);
    contents.map(|content| content.line.department.as_str()).collect()
}

/// The preview that holds inside of the transaction. Where anything was recorded since it was found, the
/// register is compared once more: it must come out the same.
async fn current(
    transaction: &Transaction,
    context: &Context,
    catalog: &Catalog,
    import: &Import,
    preview: Arc<Preview>,
) -> Result<Arc<Preview>> {
    if import.applied {
        return Err(Error::Stale);
    }
    if state(transaction, context).await? == preview.state {
        return Ok(preview);
    }
    let material = material::material(transaction, context, import).await?;
    let parsed = read::read(context, catalog, material, &import.options).await?.map_err(|_| Error::Stale)?;
    let again = found(transaction, context, parsed).await?;
    if again.fingerprint == preview.fingerprint { Ok(Arc::new(again)) } else { Err(Error::Stale) }
}

/// What is to be written.
struct Chosen {
    new: Vec<Content>,
    changed: Vec<(Asset, Content)>,
    report: Report,
}

impl Chosen {
    fn of(preview: &Preview, selection: &Selection) -> Self {
        let mut chosen = Self { new: Vec::new(), changed: Vec::new(), report: Report::default() };
        chosen.report.unusable = preview.counts.unusable;
        for line in &preview.lines {
            chosen.add(line, selection.takes(line));
        }
        chosen
    }

    fn add(&mut self, line: &Line, taken: bool) {
        match &line.change {
            LineChange::Unchanged(_) => {}
            _ if !taken => self.report.left += 1,
            LineChange::New(content) => self.new.push((**content).clone()),
            LineChange::Changed(change) => self.changed.push((**change).clone()),
        }
    }
}

/// Locks the assets that change; each must still be what it was compared with.
async fn lock_changed(
    transaction: &Transaction,
    context: &Context,
    changes: Vec<(Asset, Content)>,
) -> Result<Vec<(Asset, Content)>> {
    let ids: Vec<AssetId> = changes.iter().map(|(asset, _)| asset.id).collect();
    let locked = assets::lock_many(transaction, context, &ids).await?;
    let versions: HashMap<AssetId, i64> = locked.iter().map(|asset| (asset.id, asset.version)).collect();
    let same = changes.iter().all(|(asset, _)| versions.get(&asset.id) == Some(&asset.version));
    if same { Ok(changes) } else { Err(Error::Stale) }
}

/// The organization, locked, where words for media were explained that it may keep.
async fn learner(transaction: &Transaction, context: &Context, import: &Import) -> Result<Option<Organization>> {
    if import.options.media.is_empty() || context.require(Permission::EditOrganization).is_err() {
        return Ok(None);
    }
    organization::lock(transaction, context).await.map(Some)
}

/// The file's own columns, in their order, before the lines that need them.
async fn add_columns(
    transaction: &Transaction,
    context: &Context,
    mut register: register::Register,
    preview: &Preview,
    changes: &[(Asset, Content)],
    new: &[Content],
) -> Result<()> {
    let before = register.clone();
    let contents = || changes.iter().map(|(_, content)| content).chain(new);
    let used =
        preview.kept_columns.iter().filter(|heading| contents().any(|content| content.extra.contains_key(*heading)));
    let used: Vec<&String> = used.collect();
    if let (true, false, Some(number)) = (preview.numbered, register.numbered, used.first().copied())
        && preview.kept_columns.first() == Some(number)
    {
        register.extra_columns.retain(|heading| heading != number);
        register.extra_columns.insert(0, number.clone());
        register.numbered = true;
    }
    register.add_columns(used);
    if register != before {
        register::save(transaction, context, &register).await?;
    }
    Ok(())
}

async fn record(
    transaction: &Transaction,
    context: &Context,
    import: &Import,
    preview: &Preview,
    report: &Report,
) -> Result<()> {
    let after = serde_json::json!({
        "file": import.name,
        "sheet": preview.sheet,
        "added": report.added,
        "changed": report.changed,
        "left": report.left,
        "unusable": report.unusable,
    });
    let change = Change::new(Event::Imported, Entity::Import, import.id, import.name.clone()).after(&after)?;
    audit_log::record(transaction, context, change).await?;
    Ok(())
}

/// What was brought in whole needs its bytes no more; of the rest one may still choose.
async fn close(transaction: &Transaction, context: &Context, import: &Import, report: &Report) -> Result<()> {
    if report.left > 0 || report.unusable > 0 {
        return Ok(());
    }
    row::Entity::update_many()
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::Id.eq(import.id.0))
        .col_expr(row::Column::State, Expr::value(APPLIED))
        .col_expr(row::Column::Content, Expr::value(Vec::<u8>::new()))
        .col_expr(row::Column::AppliedAt, Expr::value(context.now().0))
        .exec(transaction)
        .await?;
    Ok(())
}

/// The next lines, or `None` at the end.
fn take<T>(rest: &mut impl Iterator<Item = T>) -> Option<Vec<T>> {
    let chunk: Vec<T> = rest.take(CHUNK).collect();
    (!chunk.is_empty()).then_some(chunk)
}

/// Tells how far it is, and gives up where the process is about to end.
struct Progress<'a> {
    task: Option<&'a Task>,
    done: u64,
    total: u64,
}

impl Progress<'_> {
    fn more(&mut self, lines: usize) -> Result<()> {
        self.done += lines as u64;
        let Some(task) = self.task else { return Ok(()) };
        task.progress(self.done, self.total);
        if task.is_stopping() && self.done < self.total {
            return Err(Error::internal("the process ends"));
        }
        Ok(())
    }
}
