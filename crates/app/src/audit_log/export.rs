//! The log as a workbook, for auditors who read it elsewhere.

use document::{Block, Cell, Column, Document, FrontMatter, Table, Text};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use serde_json::json;

use catalog::Catalog;

use super::describe::{Names, describe, moment_in_words};
use super::find::{names, read};
use super::list::{Entry, select};
use super::row::record;
use super::{Change, Entity, Event, Filter, record as write};
use crate::organization::row::organization;
use crate::{Context, Error, Permission, Result};

/// Records that go into one workbook; the newest where there are more.
pub const MOST_EXPORTED: usize = 20_000;
/// Records read at a time.
const ROWS: u64 = 1_000;

/// The records that the filter finds, newest first, as the bytes of an .xlsx file. The export is recorded.
///
/// # Errors
/// [`Error::Forbidden`] without 記録の閲覧; [`Error::Refused`] where a text does not fit into a cell.
pub async fn export(context: &Context, catalog: &Catalog, filter: &Filter) -> Result<Vec<u8>> {
    context.require(Permission::ReadAuditLog)?;
    let company = organization::Entity::find_by_id(context.organization.0).one(context.reader()).await?;
    let company = company.ok_or(Error::NotFound("組織"))?.name;
    let names = names(context).await?;
    let (rows, more) = rows(context, catalog, &names, filter).await?;
    let count = rows.len();
    let document = document(context, company, rows, more);
    let written = tokio::task::spawn_blocking(move || sheet::document_workbook(&document)).await;
    let written = written.map_err(|error| Error::internal(error.to_string()))?;
    let bytes = written.map_err(|error| Error::Refused(error.to_string()))?;
    context
        .transaction(async |transaction| {
            let label = format!("記録（Excel、{count}件）");
            let change = Change::new(Event::Exported, Entity::AuditLog, context.organization, label);
            let change = change.after(&json!({ "format": "xlsx", "records": count }))?;
            write::record(transaction, context, change).await
        })
        .await?;
    Ok(bytes)
}

/// Lines of the table, and whether there would be more.
async fn rows(context: &Context, catalog: &Catalog, names: &Names, filter: &Filter) -> Result<(Vec<Vec<Cell>>, bool)> {
    use sea_orm::{ColumnTrait as _, QueryFilter as _};
    let mut rows = Vec::new();
    let mut before = i64::MAX;
    loop {
        let page = select(context, filter)
            .filter(record::Column::Sequence.lt(before))
            .order_by_desc(record::Column::Sequence)
            .limit(ROWS);
        let page = page.all(context.reader()).await?;
        let Some(last) = page.last() else { return Ok((rows, false)) };
        before = last.sequence;
        for record in page {
            if rows.len() == MOST_EXPORTED {
                return Ok((rows, true));
            }
            rows.push(row(catalog, names, record)?);
        }
    }
}

fn row(catalog: &Catalog, names: &Names, record: record::Model) -> Result<Vec<Cell>> {
    let (before, after) = (read(record.before.as_deref())?, read(record.after.as_deref())?);
    let changes = match Entity::from_id(&record.entity) {
        Some(entity) => describe(catalog, names, entity, before.as_ref(), after.as_ref()),
        None => Vec::new(),
    };
    let changes = changes.iter().map(|field| match (before.is_some(), after.is_some()) {
        (true, true) => format!("{}：{} → {}", field.label, shown(&field.before), shown(&field.after)),
        (true, false) => format!("{}：{}", field.label, field.before),
        _ => format!("{}：{}", field.label, field.after),
    });
    // A cell holds 32,767 letters; what is longer is in the log itself.
    let changes: String = changes.collect::<Vec<_>>().join("\n").chars().take(30_000).collect();
    let hash = record.hash.clone();
    let entry = Entry::from(record);
    Ok(vec![
        Cell::number(entry.sequence),
        Cell::plain(moment_in_words(entry.at)),
        Cell::plain(entry.actor.as_str()),
        Cell::plain(entry.channel_title()),
        Cell::plain(entry.entity_title()),
        Cell::plain(entry.event_title()),
        Cell::plain(entry.label.as_str()),
        Cell::plain(changes),
        entry.undoes.map_or_else(Cell::default, Cell::number),
        Cell::plain(hash),
    ])
}

fn shown(value: &str) -> &str {
    if value.is_empty() { "（空欄）" } else { value }
}

fn document(context: &Context, organization: String, rows: Vec<Vec<Cell>>, more: bool) -> Document {
    let today = context.now().in_japan().date();
    let front = FrontMatter {
        id: "audit-log".into(),
        organization,
        title: "記録（監査ログ）".into(),
        revised_on: Some(today),
        state: format!("{}に書き出し", moment_in_words(context.now())),
        landscape: true,
        ..FrontMatter::default()
    };
    let columns = vec![
        Column::center("番号", 2),
        Column::left("日時", 4),
        Column::left("だれが", 3),
        Column::left("どこから", 3),
        Column::left("何の", 3),
        Column::left("操作", 3),
        Column::left("対象", 5),
        Column::left("内容", 12),
        Column::center("取り消した記録", 2),
        Column::left("確かめるための値", 6),
    ];
    let mut blocks = Vec::new();
    if more {
        let text = format!("新しい方から{MOST_EXPORTED}件です。それより古い記録は、期間で絞って書き出してください。");
        blocks.push(Block::Paragraph(Text::plain(text)));
    }
    blocks.push(Block::Table(Table { caption: "記録".into(), columns, rows }));
    Document { front, blocks }
}
