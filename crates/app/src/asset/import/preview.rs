//! What a file would do to the register, before anything is written.

use std::sync::Arc;

use catalog::Catalog;
use sea_orm::{ConnectionTrait, EntityTrait};
use sheet::{Problem, Severity, UnknownMedium};

use super::cache::{self, Key};
use super::compare::compare;
use super::line::{Line, Lines, Missing, Unusable};
use super::material;
use super::read::{self, Hindrance, Parsed};
use super::{Import, Material, Options};
use crate::audit_log::row::chain;
use crate::{Context, Error, ImportId, JobId, Permission, Result, job};

/// What would happen, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The sheet that was read; empty for CSV.
    pub sheet: String,
    /// The lines that can be used, in the order of the sheet.
    pub lines: Vec<Line>,
    /// The lines that cannot, with the reasons.
    pub unusable: Vec<Unusable>,
    /// What should be known about how it was read.
    pub notes: Vec<Problem>,
    /// Assets that the file does not name.
    pub missing: Vec<Missing>,
    /// Columns that Sonae does not know, kept as the company's own.
    pub kept_columns: Vec<String>,
    /// Whether the first of them is that of line numbers.
    pub numbered: bool,
    /// Whether the file has a column of readings (ふりがな).
    pub readings: bool,
    /// Words for media that somebody has to explain.
    pub unknown_media: Vec<UnknownMedium>,
    /// How many of each.
    pub counts: Counts,
    /// Stands for all of this: [`apply`](super::apply) does nothing else than what bears it.
    pub fingerprint: String,
    /// The end of the audit log when this was found.
    pub(super) state: String,
}

/// How many lines of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// 新規
    pub new: u64,
    /// 変更
    pub changed: u64,
    /// 変更なし
    pub unchanged: u64,
    /// 使えない行
    pub unusable: u64,
    /// Assets that the file does not name.
    pub missing: u64,
}

/// An import as it can be looked at.
#[derive(Debug, Clone)]
pub struct Seen {
    /// What was sent.
    pub import: Import,
    /// What it says.
    pub reading: Reading,
}

/// What a register says, or why it says nothing.
#[derive(Debug, Clone)]
pub enum Reading {
    /// What would happen.
    Ready(Arc<Preview>),
    /// It cannot be read as it is to be read.
    Hindered(Hindrance),
    /// A job brings it in.
    Applying(JobId),
    /// It was brought in already.
    Applied,
}

/// What the import would do to the register as it is now.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::ImportAssets`] for the whole organization;
/// [`Error::NotFound`] where there is no such import, or it has expired.
pub async fn preview(context: &Context, catalog: &Catalog, id: ImportId) -> Result<Seen> {
    context.require(Permission::ImportAssets)?;
    let import = material::find(context.reader(), context, id).await?;
    if import.applied {
        return Ok(Seen { import, reading: Reading::Applied });
    }
    if let Some(job) = busy(context.reader(), context, &import).await? {
        return Ok(Seen { import, reading: Reading::Applying(job) });
    }
    let reading = match of(context, catalog, &import).await? {
        Ok(preview) => Reading::Ready(preview),
        Err(hindrance) => Reading::Hindered(hindrance),
    };
    Ok(Seen { import, reading })
}

/// What was sent, without reading it.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::ImportAssets`]; [`Error::NotFound`].
pub async fn find(context: &Context, id: ImportId) -> Result<Import> {
    context.require(Permission::ImportAssets)?;
    material::find(context.reader(), context, id).await
}

/// The preview of the register as it is now.
pub(super) async fn of(
    context: &Context,
    catalog: &Catalog,
    import: &Import,
) -> Result<Result<Arc<Preview>, Hindrance>> {
    let state = state(context.reader(), context).await?;
    let key = Key { import: import.id, options: import.options.clone(), state };
    if let Some(known) = cache::get(&key) {
        return Ok(Ok(known));
    }
    let material = material::material(context.reader(), context, import).await?;
    let parsed = match read::read(context, catalog, material, &import.options).await? {
        Ok(parsed) => parsed,
        Err(hindrance) => return Ok(Err(hindrance)),
    };
    prepare(context, import.id, import.options.clone(), parsed).await.map(Ok)
}

/// Finds the preview of what was read, and has it ready for who looks next.
pub(super) async fn prepare(
    context: &Context,
    import: ImportId,
    options: Options,
    parsed: Parsed,
) -> Result<Arc<Preview>> {
    let preview = Arc::new(found(context.reader(), context, parsed).await?);
    cache::put(Key { import, options, state: preview.state.clone() }, preview.clone());
    Ok(preview)
}

/// The job that brings it in right now.
pub(super) async fn busy(
    connection: &impl ConnectionTrait,
    context: &Context,
    import: &Import,
) -> Result<Option<JobId>> {
    let Some(job) = import.job else { return Ok(None) };
    Ok((!job::is_over(connection, context, job).await?).then_some(job))
}

/// Refuses while a job brings it in.
pub(super) async fn require_idle(connection: &impl ConnectionTrait, context: &Context, import: &Import) -> Result<()> {
    match busy(connection, context, import).await? {
        None => Ok(()),
        Some(_) => Err(Error::Refused("今、取り込んでいるところです。終わるまでお待ちください。".into())),
    }
}

/// What a register would do, without keeping it.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::ImportAssets`].
pub async fn look(
    context: &Context,
    catalog: &Catalog,
    material: Material,
    options: &Options,
) -> Result<Result<Preview, Hindrance>> {
    context.require(Permission::ImportAssets)?;
    match read::read(context, catalog, material, options).await? {
        Ok(parsed) => found(context.reader(), context, parsed).await.map(Ok),
        Err(hindrance) => Ok(Err(hindrance)),
    }
}

/// Imports that wait for a decision, the newest first.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::ImportAssets`].
pub async fn waiting(context: &Context) -> Result<Vec<Import>> {
    context.require(Permission::ImportAssets)?;
    material::all_waiting(context).await
}

/// The end of the organization's audit log.
pub(super) async fn state(connection: &impl ConnectionTrait, context: &Context) -> Result<String> {
    let end = chain::Entity::find_by_id(context.organization.0).one(connection).await?;
    Ok(end.ok_or(Error::NotFound("組織"))?.hash)
}

/// Holds what was read against the register.
pub(super) async fn found(connection: &impl ConnectionTrait, context: &Context, mut parsed: Parsed) -> Result<Preview> {
    // Before the register is read: a change meanwhile makes this preview one of the past, not of the future.
    let state = state(connection, context).await?;
    let compared = compare(connection, context, &mut parsed).await?;
    let mut unusable: Vec<Unusable> = Vec::new();
    let mut notes = Vec::new();
    for problem in parsed.problems {
        match (problem.severity, unusable.last_mut()) {
            (Severity::Note, _) => notes.push(problem),
            (Severity::Error, Some(last)) if last.row == problem.row => last.problems.push(problem),
            (Severity::Error, _) => unusable.push(Unusable { row: problem.row, problems: vec![problem] }),
        }
    }
    let count = |kind| compared.lines.iter().filter(|line| line.kind() == kind).count() as u64;
    let counts = Counts {
        new: count(Lines::New),
        changed: count(Lines::Changed),
        unchanged: count(Lines::Unchanged),
        unusable: unusable.len() as u64,
        missing: compared.missing.len() as u64,
    };
    Ok(Preview {
        sheet: parsed.sheet,
        lines: compared.lines,
        unusable,
        notes,
        missing: compared.missing,
        kept_columns: parsed.headings.kept().cloned().collect(),
        numbered: parsed.headings.numbered,
        readings: parsed.headings.reading.is_some(),
        unknown_media: parsed.unknown_media,
        counts,
        fingerprint: compared.fingerprint,
        state,
    })
}
