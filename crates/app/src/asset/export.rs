//! The register as a file: a workbook in the guideline's layout, or CSV.

use sea_orm::EntityTrait;
use serde_json::json;
use sheet::OptionalColumns;

use super::access::Access;
use super::list::{self, Query};
use super::{Asset, Departments, Filter, Order, register};
use crate::audit_log::{self, Change, Entity, Event};
use crate::organization::{self, Organization};
use crate::store::paging::Place;
use crate::{Context, Error, Result};

/// Lines that are read at a time.
const CHUNK: u64 = 1_000;

/// Kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Workbook,
    Csv,
}

/// A workbook, or CSV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// How many assets it holds.
    pub count: u64,
}

/// Writes the assets that the filter finds, in the register's order. [`sheet::read_register`] reads the same
/// assets from it. The export is recorded.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Refused`] where a text does not fit into a cell.
pub async fn export(context: &Context, filter: &Filter) -> Result<Workbook> {
    write(context, filter, Format::Workbook).await
}

/// The same as CSV, for other software.
///
/// # Errors
/// [`Error::Forbidden`].
pub async fn export_csv(context: &Context, filter: &Filter) -> Result<Workbook> {
    write(context, filter, Format::Csv).await
}

async fn write(context: &Context, filter: &Filter, format: Format) -> Result<Workbook> {
    let access = Access::reading(context)?;
    let organization = organization::row::organization::Entity::find_by_id(context.organization.0)
        .one(context.reader())
        .await?
        .ok_or(Error::NotFound("組織"))?;
    let criteria = Organization::try_from(organization)?.criteria;
    let register = register::read(context.reader(), context).await?;
    let assets = lines(context, filter, &access, &register.extra_columns).await?;
    let count = assets.len() as u64;
    let register = sheet::Register {
        assets,
        extra_columns: register.extra_columns,
        numbered: register.numbered,
        columns: OptionalColumns::default(),
        ..sheet::Register::default()
    };
    let written = tokio::task::spawn_blocking(move || match format {
        Format::Workbook => sheet::register_workbook(&register, &criteria),
        Format::Csv => Ok(sheet::register_csv(&register)),
    });
    let written = written.await.map_err(|error| Error::internal(error.to_string()))?;
    let bytes = written.map_err(|error| Error::Refused(error.to_string()))?;
    context
        .transaction(async |transaction| {
            let (kind, id) = format.words();
            let label = format!("情報資産台帳（{kind}、{count}件）");
            let change = Change::new(Event::Exported, Entity::Asset, context.organization, label);
            let change = change.after(&json!({ "format": id, "count": count, "filter": filter }))?;
            audit_log::record(transaction, context, change).await
        })
        .await?;
    Ok(Workbook { bytes, count })
}

impl Format {
    /// For people, and for the record.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Workbook => ("Excel", "xlsx"),
            Self::Csv => ("CSV", "csv"),
        }
    }
}

/// The lines in the register's order, each once, also while others add some.
async fn lines(context: &Context, filter: &Filter, access: &Access, headings: &[String]) -> Result<Vec<method::Asset>> {
    let connection = context.reader();
    let condition = filter.condition(context, &access.read);
    let departments = Departments::read(connection, context).await?;
    let mut query = Query { order: Order::default(), limit: CHUNK, ..Query::default() };
    let mut lines = Vec::new();
    loop {
        let slice = list::slice(connection, condition.clone(), &query).await?;
        for row in slice.lines {
            let mut asset = Asset::try_from(row)?;
            departments.freshen(&mut asset);
            let number = u32::try_from(lines.len() + 1).unwrap_or(u32::MAX);
            lines.push(line(asset, number, headings));
        }
        match slice.after {
            Some(after) => query.from = Place::After(after),
            None => return Ok(lines),
        }
    }
}

/// The line as registers have it: the company's own columns by their place.
fn line(asset: Asset, row: u32, headings: &[String]) -> method::Asset {
    let mut extra = asset.content.extra;
    let values = headings.iter().map(|heading| extra.remove(heading).unwrap_or_default()).collect();
    method::Asset { row, extra: values, ..asset.content.line }
}
