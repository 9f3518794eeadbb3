//! Is the log still as it was written? Every record is computed anew and held against the one before it.
//!
//! What it cannot find: somebody who rewrites all records from one on to the end, with the end mark, in
//! the database. The end (number and check value) that it answers, noted elsewhere, would show that too.

use sea_orm::{
    AccessMode, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IsolationLevel, QueryFilter, QueryOrder,
    QueryResult, QuerySelect, QueryTrait, TransactionOptions, TransactionTrait,
};

use super::row::{chain, record};
use super::{Fault, hash};
use crate::store::{Engine, Transaction};
use crate::{Context, OrganizationId, Permission, Result};

/// Records read at a time: memory stays the same however long the log is.
const ROWS: u64 = 500;
/// Faults told one by one; more are counted.
const TOLD: usize = 100;

/// What was found in the log of one organization.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verification {
    /// How many records were read.
    pub records: u64,
    /// Number and check value of the last record, as the end mark says.
    pub end: Option<(i64, String)>,
    /// What is wrong, in the order of the records; at most a hundred.
    pub faults: Vec<Fault>,
    /// How many more are wrong.
    pub more: u64,
}

impl Verification {
    /// Whether everything is as it was written.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }

    fn found(&mut self, fault: Fault) {
        if self.faults.len() < TOLD {
            self.faults.push(fault);
        } else {
            self.more += 1;
        }
    }
}

/// Holds every record of the context's organization against the chain.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without 記録の閲覧.
pub async fn verify(context: &Context) -> Result<Verification> {
    context.require(Permission::ReadAuditLog)?;
    // One view of the data from beginning to end: others may go on writing.
    let on_server = context.store().engine() == Engine::Postgres;
    let options = TransactionOptions {
        isolation_level: on_server.then_some(IsolationLevel::RepeatableRead),
        access_mode: on_server.then_some(AccessMode::ReadOnly),
        ..TransactionOptions::default()
    };
    let view = context.reader().begin_with_options(options).await?;
    let found = walk(&view, context.organization).await;
    view.rollback().await?;
    found
}

/// The same for one organization, as `view` sees it.
pub(crate) async fn walk(view: &Transaction, organization: OrganizationId) -> Result<Verification> {
    let end = chain::Entity::find_by_id(organization.0).one(view).await?;
    let mut walk = Walk { found: Verification::default(), expected: 1, previous: Some(hash::START.to_owned()), end };
    let mut after = None;
    loop {
        let page = page(view, organization, after).await?;
        let Some(last) = page.last() else { break };
        after = last.try_get::<i64>("", "sequence").ok();
        for row in &page {
            walk.step(row);
        }
        // Numbers that cannot be read sort behind all others: nothing else comes after this page.
        if after.is_none() {
            break;
        }
    }
    Ok(walk.finish())
}

async fn page(view: &Transaction, organization: OrganizationId, after: Option<i64>) -> Result<Vec<QueryResult>> {
    let mut rows = record::Entity::find().filter(record::Column::OrganizationId.eq(organization.0));
    if let Some(after) = after {
        rows = rows.filter(record::Column::Sequence.gt(after));
    }
    let rows = rows.order_by_asc(record::Column::Sequence).limit(ROWS);
    Ok(view.query_all_raw(rows.build(view.get_database_backend())).await?)
}

/// Where the walk along the chain stands.
struct Walk {
    found: Verification,
    /// The number that the next record must have.
    expected: i64,
    /// The check value that it must name; `None` behind a gap, where nobody knows.
    previous: Option<String>,
    end: Option<chain::Model>,
}

impl Walk {
    fn step(&mut self, row: &QueryResult) {
        self.found.records += 1;
        let Ok(record) = record::Model::from_query_result(row, "") else {
            let sequence = row.try_get::<i64>("", "sequence").ok();
            self.found.found(Fault::Unreadable { sequence });
            if let Some(sequence) = sequence {
                self.arrive(sequence);
                self.previous = None;
            }
            return;
        };
        let sequence = record.sequence;
        let behind_end = self.end.as_ref().is_some_and(|end| sequence > end.sequence);
        if sequence < 1 || behind_end {
            self.found.found(Fault::Inserted { sequence });
            return;
        }
        let before = self.expected - 1;
        self.arrive(sequence);
        if hash::of(&record) != record.hash {
            self.found.found(Fault::Changed { sequence });
        } else if self.previous.as_ref().is_some_and(|previous| *previous != record.previous_hash) {
            self.found.found(Fault::Unlinked { before, sequence });
        }
        self.previous = Some(record.hash);
    }

    /// Notes what is missing before `sequence` and goes on behind it.
    fn arrive(&mut self, sequence: i64) {
        if sequence > self.expected {
            self.found.found(Fault::Missing { first: self.expected, last: sequence - 1 });
            self.previous = None;
        }
        self.expected = sequence.saturating_add(1);
    }

    fn finish(mut self) -> Verification {
        let last = self.expected - 1;
        match self.end.take() {
            None => self.found.found(Fault::NoEnd),
            Some(end) => {
                if end.sequence > last {
                    self.found.found(Fault::Missing { first: last + 1, last: end.sequence });
                } else if self.previous.is_some_and(|previous| previous != end.hash) {
                    self.found.found(Fault::WrongEnd { sequence: last });
                }
                self.found.end = Some((end.sequence, end.hash));
            }
        }
        self.found
    }
}
