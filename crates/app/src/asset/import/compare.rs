//! Line by line: what the file would do to the register.

use std::collections::{HashMap, HashSet, VecDeque};

use japanese::matching_key;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::line::{Line, LineChange, Missing};
use super::merge::{Given, merge};
use super::read::Parsed;
use crate::asset::row::asset::{Column, Entity as Row, Stored};
use crate::asset::{Asset, Content, Departments, register};
use crate::{Context, Result};

/// Assets that are read at a time.
const CHUNK: u64 = 2_000;

/// What the comparison found.
pub(super) struct Compared {
    pub(super) lines: Vec<Line>,
    pub(super) missing: Vec<Missing>,
    /// Stands for all that was found, and for the state of the register that it was found in.
    pub(super) fingerprint: String,
}

/// Holds the lines against the register: a line means the asset of the same 業務分類, name and
/// 媒体・保存先 (as far as the file has these columns); where several are the same, the first line means
/// the first asset, the second the second.
pub(super) async fn compare(
    connection: &impl ConnectionTrait,
    context: &Context,
    parsed: &mut Parsed,
) -> Result<Compared> {
    let register = register::read(connection, context).await?;
    if let (true, Some(number)) = (register.numbered, register.extra_columns.first()) {
        rename_number(parsed, number);
    }
    let departments = Departments::read(connection, context).await?;
    let given = Given { columns: parsed.given, headings: &parsed.headings, departments: &departments };
    let mut keys = Keys::new(parsed.given.business);
    let mut waiting: HashMap<String, VecDeque<usize>> = HashMap::with_capacity(parsed.lines.len());
    for (index, (_, content)) in parsed.lines.iter().enumerate() {
        waiting.entry(keys.of(content)).or_default().push_back(index);
    }
    let mut found: Vec<Option<LineChange>> = Vec::new();
    found.resize_with(parsed.lines.len(), || None);
    let mut unnamed = Vec::new();
    let mut assets = InOrder::default();
    while let Some(chunk) = assets.next(connection, context).await? {
        for asset in chunk {
            let Some(index) = waiting.get_mut(&keys.of(&asset.content)).and_then(VecDeque::pop_front) else {
                unnamed.push(asset);
                continue;
            };
            let merged = merge(&asset, &parsed.lines[index].1, &given);
            found[index] = Some(if merged == asset.content {
                LineChange::Unchanged(asset.content.line.name)
            } else {
                LineChange::Changed(Box::new((asset, merged)))
            });
        }
    }
    let lines: Vec<Line> = std::mem::take(&mut parsed.lines)
        .into_iter()
        .zip(found)
        .map(|((row, content), found)| {
            let change = found.unwrap_or_else(|| LineChange::New(Box::new(content)));
            Line { row, change }
        })
        .collect();
    let missing = missing(&lines, unnamed, &mut keys);
    let fingerprint = fingerprint(&parsed.digest, &lines);
    Ok(Compared { lines, missing, fingerprint })
}

/// The file's column of line numbers is the register's, whatever either calls it.
fn rename_number(parsed: &mut Parsed, number: &str) {
    let Some(old) = parsed.headings.number_as(number) else { return };
    for (_, content) in &mut parsed.lines {
        if let Some(value) = content.extra.remove(&old) {
            content.extra.insert(number.to_owned(), value);
        }
    }
}

/// Keys by which lines and assets are the same.
struct Keys {
    with_business: bool,
    /// Words that stand in many lines.
    known: HashMap<String, String>,
}

/// Different words that are remembered.
const REMEMBERED: usize = 10_000;

impl Keys {
    fn new(with_business: bool) -> Self {
        Self { with_business, known: HashMap::new() }
    }

    fn of(&mut self, content: &Content) -> String {
        let mut key = self.name(content);
        key.push('\n');
        key.push_str(&self.word(&content.line.medium_as_written));
        key
    }

    fn name(&mut self, content: &Content) -> String {
        let mut key = matching_key(&content.line.name);
        if self.with_business {
            key.push('\n');
            key.push_str(&self.word(&content.line.business));
        }
        key
    }

    fn word(&mut self, word: &str) -> String {
        if let Some(key) = self.known.get(word) {
            return key.clone();
        }
        let key = matching_key(word);
        if self.known.len() < REMEMBERED {
            self.known.insert(word.to_owned(), key.clone());
        }
        key
    }
}

/// Reads the whole register in its order, so many assets at a time.
#[derive(Default)]
struct InOrder {
    last: Option<(i64, Uuid)>,
    over: bool,
}

impl InOrder {
    async fn next(&mut self, connection: &impl ConnectionTrait, context: &Context) -> Result<Option<Vec<Asset>>> {
        if self.over {
            return Ok(None);
        }
        let mut select = Row::find().filter(Column::OrganizationId.eq(context.organization.0));
        if let Some((position, id)) = self.last {
            let here = Expr::tuple([Expr::col(Column::Position), Expr::col(Column::Id)]);
            select = select.filter(here.gt(Expr::tuple([Expr::val(position), Expr::val(id)])));
        }
        let select = select.order_by_asc(Column::Position).order_by_asc(Column::Id).limit(CHUNK);
        let rows = select.into_partial_model::<Stored>().all(connection).await?;
        self.over = (rows.len() as u64) < CHUNK;
        self.last = rows.last().map(|row| (row.position, row.id));
        rows.into_iter().map(Asset::try_from).collect::<Result<_>>().map(Some)
    }
}

fn missing(lines: &[Line], unnamed: Vec<Asset>, keys: &mut Keys) -> Vec<Missing> {
    let mut added = HashSet::new();
    if !unnamed.is_empty() {
        for line in lines {
            if let LineChange::New(content) = &line.change {
                added.insert(keys.name(content));
            }
        }
    }
    let missing = unnamed.into_iter().map(|asset| {
        let moved = added.contains(&keys.name(&asset.content));
        let line = asset.content.line;
        let (medium, medium_as_written) = (line.medium, line.medium_as_written);
        Missing { id: asset.id, name: line.name, business: line.business, medium, medium_as_written, moved }
    });
    missing.collect()
}

fn fingerprint(digest: &[u8; 32], lines: &[Line]) -> String {
    let mut hash = Sha256::new();
    hash.update(digest);
    for line in lines {
        hash.update(line.row.to_be_bytes());
        match &line.change {
            LineChange::New(_) => hash.update(b"n"),
            LineChange::Unchanged(_) => hash.update(b"u"),
            LineChange::Changed(change) => {
                hash.update(b"c");
                hash.update(change.0.id.0.as_bytes());
                hash.update(change.0.version.to_be_bytes());
            }
        }
    }
    let digest = hash.finalize();
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
