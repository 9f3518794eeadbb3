//! 台帳の取り込み: a whole register from a file or from pasted cells.
//!
//! [`upload`] keeps what was sent, [`preview`] says line by line what would happen to the register,
//! [`apply`] does exactly that, for all lines or for chosen ones, in one transaction; what takes long
//! is done by a job. Nothing is guessed and nothing is removed: a line that cannot be read says why, a
//! column that the file does not have keeps its values, an asset that the file does not name stays.

mod apply;
mod cache;
mod columns;
mod compare;
mod discard;
mod line;
mod material;
mod media;
mod merge;
mod preview;
mod read;
mod row;
mod upload;
mod work;
mod write;

use std::sync::Arc;

use catalog::Catalog;

pub use apply::{Applied, Selection, apply, apply_now};
pub use discard::discard;
pub use line::{Line, LineChange, Lines, Missing, Unusable};
pub use material::{Import, MOST_BYTES, Material, Options, PASTED, scale_id};
pub use preview::{Counts, Preview, Reading, Seen, find, look, preview, waiting};
pub use read::Hindrance;
pub use sheet::{Problem, Scale, Severity, UnknownMedium};
pub use upload::{read_again, upload};
pub use write::Report;

use crate::job::Work;

/// The kind of job that [`apply`] asks for.
pub const JOB: &str = work::KIND;

/// The work that imports leave to jobs.
pub(crate) fn works(catalog: &Arc<Catalog>) -> Vec<Arc<dyn Work>> {
    vec![Arc::new(work::ImportRegister { catalog: catalog.clone() })]
}
