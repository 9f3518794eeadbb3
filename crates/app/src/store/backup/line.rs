//! One row as one line of JSON, the same bytes from either engine.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sea_orm::{QueryResult, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::store::schema::{Column, Kind, Table};
use crate::{Error, Result};

/// Appends the row as a line: an object with the columns in the table's order.
pub(super) fn write(row: &QueryResult, table: &Table, line: &mut Vec<u8>) -> Result<()> {
    for (place, column) in table.columns.iter().enumerate() {
        line.push(if place == 0 { b'{' } else { b',' });
        serde_json::to_writer(&mut *line, &column.name)?;
        line.push(b':');
        let name = column.name.as_str();
        match column.kind {
            Kind::Uuid => serde_json::to_writer(&mut *line, &row.try_get::<Option<Uuid>>("", name)?)?,
            Kind::Integer => serde_json::to_writer(&mut *line, &row.try_get::<Option<i64>>("", name)?)?,
            Kind::Boolean => serde_json::to_writer(&mut *line, &row.try_get::<Option<bool>>("", name)?)?,
            Kind::Text => serde_json::to_writer(&mut *line, &row.try_get::<Option<String>>("", name)?)?,
            Kind::Bytes => {
                let bytes = row.try_get::<Option<Vec<u8>>>("", name)?;
                serde_json::to_writer(&mut *line, &bytes.map(|bytes| STANDARD.encode(bytes)))?;
            }
        }
    }
    line.extend(b"}\n");
    Ok(())
}

/// The values of a line, in the table's order; `None` where the line is not one of this table.
pub(super) fn read(line: &[u8], table: &Table) -> Option<Vec<Value>> {
    let mut object: serde_json::Map<String, Json> = serde_json::from_slice(line).ok()?;
    let values =
        table.columns.iter().map(|column| value(column, object.remove(&column.name)?)).collect::<Option<_>>()?;
    object.is_empty().then_some(values)
}

fn value(column: &Column, written: Json) -> Option<Value> {
    if written.is_null() {
        return Some(match column.kind {
            Kind::Uuid => Value::Uuid(None),
            Kind::Integer => Value::BigInt(None),
            Kind::Boolean => Value::Bool(None),
            Kind::Text => Value::String(None),
            Kind::Bytes => Value::Bytes(None),
        });
    }
    Some(match (column.kind, written) {
        (Kind::Uuid, Json::String(text)) => Uuid::parse_str(&text).ok()?.into(),
        (Kind::Integer, Json::Number(number)) => number.as_i64()?.into(),
        (Kind::Boolean, Json::Bool(yes)) => yes.into(),
        (Kind::Text, Json::String(text)) => text.into(),
        (Kind::Bytes, Json::String(text)) => STANDARD.decode(text).ok()?.into(),
        _ => return None,
    })
}

/// The key of a row, to go on after it.
pub(super) fn key(row: &QueryResult, table: &Table) -> Result<Vec<Value>> {
    let columns = table.key.iter().map(|place| &table.columns[*place]);
    columns
        .map(|column| {
            let name = column.name.as_str();
            Ok(match column.kind {
                Kind::Uuid => row.try_get::<Uuid>("", name)?.into(),
                Kind::Integer => row.try_get::<i64>("", name)?.into(),
                Kind::Text => row.try_get::<String>("", name)?.into(),
                Kind::Boolean | Kind::Bytes => {
                    return Err(Error::internal(format!("{}.{name} cannot be a key", table.name)));
                }
            })
        })
        .collect()
}
