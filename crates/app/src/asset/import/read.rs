//! From bytes to the lines that can be used.

use std::collections::{BTreeMap, BTreeSet};

use catalog::Catalog;
use sha2::{Digest, Sha256};
use sheet::{
    GivenColumns, Problem, ReadError, ReadOptions, Scale, Severity, UnknownMedium, read_pasted, read_register_bytes,
};

use super::columns::{Headings, headings};
use super::media;
use super::{Material, Options};
use crate::asset::Content;
use crate::{Context, Error, Result};

/// Why a register cannot be read as it is to be read, where reading it another way may help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// The ratings are of another scale: of the one that they seem to be in, or of 1 to 3.
    Scale {
        /// The scale that they seem to be in; `None` for 1 to 3.
        seems: Option<Scale>,
        /// What was found and what to do on the screen.
        message: String,
        /// The same for the command line, with its option.
        for_command: String,
    },
    /// The sheet is not there, or is no register.
    Sheet {
        /// What was found and what to do.
        message: String,
    },
    /// Nothing but another file helps.
    File {
        /// What was found and what to do.
        message: String,
    },
}

impl Hindrance {
    /// What was found and what to do.
    pub fn message(&self) -> &str {
        match self {
            Self::Scale { message, .. } | Self::Sheet { message } | Self::File { message } => message,
        }
    }

    /// The same for the command line.
    pub fn for_command(&self) -> &str {
        match self {
            Self::Scale { for_command, .. } => for_command,
            other => other.message(),
        }
    }
}

/// A register that was read.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) sheet: String,
    /// Each usable line with its number in the sheet.
    pub(super) lines: Vec<(u32, Content)>,
    pub(super) headings: Headings,
    pub(super) given: GivenColumns,
    pub(super) problems: Vec<Problem>,
    pub(super) unknown_media: Vec<UnknownMedium>,
    /// What was read and how: equal digests stand for equal lines.
    pub(super) digest: [u8; 32],
}

/// Reads what was sent, in a thread of its own.
pub(super) async fn read(
    context: &Context,
    catalog: &Catalog,
    material: Material,
    options: &Options,
) -> Result<Result<Parsed, Hindrance>> {
    let media = media::names(context, catalog, &options.media).await?;
    let (scale, sheet) = (options.scale, options.sheet.clone());
    let reading = tokio::task::spawn_blocking(move || {
        let mut digest = Sha256::new();
        digest.update(match &material {
            Material::File { bytes, .. } => bytes.as_slice(),
            Material::Pasted(text) => text.as_bytes(),
        });
        digest.update(format!("\n{scale:?}\n{sheet:?}\n"));
        let options = ReadOptions { media, scale, sheet, progress: None };
        let register = match material {
            Material::File { name, bytes } => read_register_bytes(bytes, &name, &options),
            Material::Pasted(text) => read_pasted(text, &options),
        };
        register.map(|register| parsed(register, digest)).map_err(hindrance)
    });
    reading.await.map_err(|error| Error::internal(error.to_string()))
}

fn parsed(register: sheet::Register, mut digest: Sha256) -> Parsed {
    let words: BTreeSet<(&str, _)> =
        register.assets.iter().map(|line| (line.medium_as_written.as_str(), line.medium)).collect();
    digest.update(format!("{words:?}"));
    let headings = headings(&register.extra_columns, register.numbered);
    let lines = register.assets.into_iter().map(|mut line| {
        let (row, extra) = (line.row, std::mem::take(&mut line.extra));
        line.row = 0;
        for text in [
            &mut line.business,
            &mut line.name,
            &mut line.remarks,
            &mut line.users,
            &mut line.risk_owner,
            &mut line.department,
            &mut line.medium_as_written,
            &mut line.retention,
        ] {
            storable(text);
        }
        let mut content = Content { line, name_reading: String::new(), review_on: None, extra: BTreeMap::new() };
        for (heading, mut value) in headings.all.iter().zip(extra) {
            storable(&mut value);
            if headings.reading.as_ref() == Some(heading) {
                content.name_reading = value;
            } else if !value.is_empty() {
                content.extra.insert(heading.clone(), value);
            }
        }
        (row, content)
    });
    let mut problems = register.problems;
    problems.retain(|problem| problem.sheet == register.sheet);
    if !register.threat_ratings.is_empty() {
        problems.push(note(&register.sheet, "脅威の起こりやすさを書いたシートは、台帳の取り込みでは使いません。"));
    }
    Parsed {
        lines: lines.collect(),
        sheet: register.sheet,
        given: register.given,
        problems,
        unknown_media: register.unknown_media,
        headings,
        digest: digest.finalize().into(),
    }
}

fn note(sheet: &str, message: &str) -> Problem {
    Problem {
        severity: Severity::Note,
        sheet: sheet.to_owned(),
        row: 0,
        column: String::new(),
        cell: String::new(),
        value: String::new(),
        message: message.to_owned(),
        expected: String::new(),
    }
}

/// PostgreSQL keeps no NUL in a text; no register needs one.
fn storable(text: &mut String) {
    if text.contains('\0') {
        text.retain(|character| character != '\0');
    }
}

fn hindrance(error: ReadError) -> Hindrance {
    let for_command = error.to_string();
    match error {
        ReadError::OtherScale { place, scale, example } => {
            let (looks, choice) = match scale {
                Scale::ZeroToTwo => ("2・1・0", "2・1・0（2019年版）"),
                Scale::Words => ("高・中・低などの言葉", "高・中・低などの言葉"),
            };
            let message = format!(
                "{place}の評価値は、{looks}で書かれているようです（例：{example}）。そのとおりなら『評価値の書き方』で「{choice}」を選んで、読み直してください。違うときは、台帳の評価値を1〜3の数字に直してください。"
            );
            Hindrance::Scale { seems: Some(scale), message, for_command }
        }
        ReadError::PlainScale { place, example, .. } => {
            let message = format!(
                "{place}の評価値は、1〜3の数字で書かれているようです（例：{example}）。『評価値の書き方』で「3・2・1」を選んで、読み直してください。"
            );
            Hindrance::Scale { seems: None, message, for_command }
        }
        ReadError::NoSuchSheet { .. }
        | ReadError::MissingColumns { .. }
        | ReadError::AmbiguousColumns { .. }
        | ReadError::NoAssets { .. } => Hindrance::Sheet { message: for_command },
        _ => Hindrance::File { message: for_command },
    }
}
