//! What somebody sent, and how it is to be read.

use std::time::Duration;

use method::Medium;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::{Deserialize, Serialize};
use sheet::Scale;
use uuid::Uuid;

use super::row;
use crate::store::Transaction;
use crate::{Context, Error, ImportId, Instant, JobId, Result};

/// No larger file and no longer text is taken: 100,000 lines have about 7 MB.
pub const MOST_BYTES: usize = 20 << 20;

/// What stands where a file has its name.
pub const PASTED: &str = "貼り付けたセル";

/// How long something waits for a decision.
pub(super) const KEPT: Duration = Duration::from_secs(3 * 24 * 60 * 60);

/// Waits for a decision.
pub(super) const WAITING: &str = "waiting";
/// All of it was brought in; the bytes are gone.
pub(super) const APPLIED: &str = "applied";

/// A register as somebody sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Material {
    /// A file.
    File {
        /// Its name, without folders.
        name: String,
        /// All of it.
        bytes: Vec<u8>,
    },
    /// Cells copied in spreadsheet software.
    Pasted(String),
}

impl Material {
    pub(super) fn name(&self) -> &str {
        match self {
            Self::File { name, .. } => name,
            Self::Pasted(_) => PASTED,
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::File { bytes, .. } => bytes.len(),
            Self::Pasted(text) => text.len(),
        }
    }
}

/// How a register is read, as the person said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The scale of the ratings, where it is another one than 1 to 3.
    pub scale: Option<Scale>,
    /// The sheet; found out where none is named.
    pub sheet: Option<String>,
    /// The company's own words for media, explained for this import.
    pub media: Vec<(String, Medium)>,
}

/// The column `options`.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Stored {
    scale: Option<String>,
    sheet: Option<String>,
    media: Vec<(String, Medium)>,
    pasted: bool,
}

/// The column `summary`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Summary {
    /// The job that brings it in.
    pub(super) job: Option<JobId>,
}

/// Something that was sent and waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Key.
    pub id: ImportId,
    /// The file's name, or [`PASTED`].
    pub name: String,
    /// Whether cells were pasted.
    pub pasted: bool,
    /// How it is read.
    pub options: Options,
    /// When it was sent.
    pub created_at: Instant,
    /// Until when it is kept.
    pub expires_at: Instant,
    /// Whether all of it was brought in.
    pub applied: bool,
    /// The job that brings it in, or did so last.
    pub job: Option<JobId>,
}

/// The columns of an import without its bytes.
const COLUMNS: [row::Column; 7] = [
    row::Column::Id,
    row::Column::FileName,
    row::Column::Options,
    row::Column::Summary,
    row::Column::State,
    row::Column::CreatedAt,
    row::Column::ExpiresAt,
];

/// The same as they are read.
type Columns = (Uuid, String, String, String, String, i64, i64);

fn import((id, name, options, summary, state, created_at, expires_at): Columns) -> Result<Import> {
    let stored: Stored = serde_json::from_str(&options)?;
    let summary: Summary = serde_json::from_str(&summary)?;
    let scale = stored.scale.as_deref().and_then(Scale::from_option);
    Ok(Import {
        id: ImportId(id),
        name,
        pasted: stored.pasted,
        options: Options { scale, sheet: stored.sheet, media: stored.media },
        created_at: Instant(created_at),
        expires_at: Instant(expires_at),
        applied: state == APPLIED,
        job: summary.job,
    })
}

fn alive(context: &Context) -> Select<row::Entity> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::ExpiresAt.gt(context.now().0))
}

/// An import that has not expired.
pub(super) async fn find(connection: &impl ConnectionTrait, context: &Context, id: ImportId) -> Result<Import> {
    let select = alive(context).filter(row::Column::Id.eq(id.0)).select_only().columns(COLUMNS);
    let found: Option<Columns> = select.into_tuple().one(connection).await?;
    import(found.ok_or(Error::NotFound("取り込み"))?)
}

/// The same, locked until the transaction ends: two people do not decide at once.
pub(super) async fn lock(transaction: &Transaction, context: &Context, id: ImportId) -> Result<Import> {
    let select = alive(context).filter(row::Column::Id.eq(id.0)).select_only().columns(COLUMNS).lock_exclusive();
    let found: Option<Columns> = select.into_tuple().one(transaction).await?;
    import(found.ok_or(Error::NotFound("取り込み"))?)
}

/// Those that wait for a decision, the newest first.
pub(super) async fn all_waiting(context: &Context) -> Result<Vec<Import>> {
    let select = alive(context).filter(row::Column::State.eq(WAITING));
    let select = select.order_by_desc(row::Column::CreatedAt).order_by_desc(row::Column::Id);
    let found: Vec<Columns> = select.select_only().columns(COLUMNS).into_tuple().all(context.reader()).await?;
    found.into_iter().map(import).collect()
}

/// What was sent.
pub(super) async fn material(
    connection: &impl ConnectionTrait,
    context: &Context,
    import: &Import,
) -> Result<Material> {
    let select = alive(context).filter(row::Column::Id.eq(import.id.0)).select_only().column(row::Column::Content);
    let content: Option<Vec<u8>> = select.into_tuple().one(connection).await?;
    let bytes = content.ok_or(Error::NotFound("取り込み"))?;
    if import.pasted {
        return String::from_utf8(bytes).map(Material::Pasted).map_err(|error| Error::internal(error.to_string()));
    }
    Ok(Material::File { name: import.name.clone(), bytes })
}

/// The options as they are stored.
pub(super) fn options_text(options: &Options, pasted: bool) -> Result<String> {
    let scale = options.scale.map(|scale| scale_id(scale).to_owned());
    let stored = Stored { scale, sheet: options.sheet.clone(), media: options.media.clone(), pasted };
    Ok(serde_json::to_string(&stored)?)
}

/// `0-2`, `words`: as on the command line.
pub const fn scale_id(scale: Scale) -> &'static str {
    match scale {
        Scale::ZeroToTwo => "0-2",
        Scale::Words => "words",
    }
}
