//! The job that brings in many lines.

use std::sync::Arc;

use async_trait::async_trait;
use catalog::Catalog;
use serde::{Deserialize, Serialize};

use super::{Selection, apply_now};
use crate::job::{Task, Work};
use crate::{Context, Error, ImportId, Result};

pub(super) const KIND: &str = "import-register";

/// What the job is told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Payload {
    pub(super) import: ImportId,
    pub(super) selection: Selection,
    pub(super) seen: String,
}

pub(super) struct ImportRegister {
    pub(super) catalog: Arc<Catalog>,
}

#[async_trait]
impl Work for ImportRegister {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, context: &Context, task: &Task) -> Result<()> {
        let Payload { import, selection, seen } = task.payload()?;
        match apply_now(context, &self.catalog, import, &selection, &seen, Some(task.clone())).await {
            Ok(_) => Ok(()),
            Err(Error::Stale) => Err(Error::Refused(
                "取り込みの内容を確かめてもらった後に、台帳が変わりました。何も取り込んでいません。比べ直した内容を確かめて、もう一度取り込んでください。"
                    .into(),
            )),
            Err(other) => Err(other),
        }
    }
}
