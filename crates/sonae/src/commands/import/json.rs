//! The same for programs; `docs/json.md` describes it.

use std::io::Write as _;

use app::AssetId;
use app::asset::import::{Counts, Line, LineChange, Lines, Missing, Preview, Report, UnknownMedium};
use serde::Serialize;

use super::Told;
use crate::failure::Failure;
use crate::output::json::{ProblemJson, problem_json};

#[derive(Serialize)]
struct Whole<'a> {
    organization: &'a str,
    source: &'a str,
    sheet: &'a str,
    dry_run: bool,
    counts: CountsJson,
    applied: Option<Report>,
    new: Vec<NewJson<'a>>,
    changed: Vec<ChangedJson<'a>>,
    missing: Vec<MissingJson<'a>>,
    kept_columns: &'a [String],
    unknown_media: Vec<UnknownJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct CountsJson {
    new: u64,
    changed: u64,
    unchanged: u64,
    unusable: u64,
    missing: u64,
}

#[derive(Serialize)]
struct NewJson<'a> {
    row: u32,
    name: &'a str,
    business: &'a str,
    medium: &'static str,
    medium_as_written: &'a str,
}

#[derive(Serialize)]
struct ChangedJson<'a> {
    row: u32,
    id: AssetId,
    name: &'a str,
    fields: Vec<FieldJson>,
}

#[derive(Serialize)]
struct FieldJson {
    field: String,
    title: String,
    before: String,
    after: String,
}

#[derive(Serialize)]
struct MissingJson<'a> {
    id: AssetId,
    name: &'a str,
    business: &'a str,
    medium: &'static str,
    medium_as_written: &'a str,
    moved: bool,
}

#[derive(Serialize)]
struct UnknownJson<'a> {
    words: &'a str,
    lines: u32,
    candidates: Vec<&'static str>,
}

/// Writes one object on standard output.
pub(super) fn write(told: &Told<'_>) -> Result<(), Failure> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let written = serde_json::to_writer(&mut out, &whole(told)).map_err(std::io::Error::from);
    let written = written.and_then(|()| writeln!(out)).and_then(|()| out.flush());
    written.map_err(|error| Failure::from(anyhow::Error::from(error)))
}

fn whole<'a>(told: &Told<'a>) -> Whole<'a> {
    let preview = told.preview;
    let unusable = preview.unusable.iter().flat_map(|line| &line.problems);
    Whole {
        organization: told.organization,
        source: told.file,
        sheet: &preview.sheet,
        dry_run: told.dry_run,
        counts: counts(preview.counts),
        applied: told.report,
        new: of_kind(preview, Lines::New).filter_map(new).collect(),
        changed: of_kind(preview, Lines::Changed).filter_map(changed).collect(),
        missing: preview.missing.iter().map(missing).collect(),
        kept_columns: &preview.kept_columns,
        unknown_media: preview.unknown_media.iter().map(unknown).collect(),
        problems: unusable.chain(&preview.notes).map(problem_json).collect(),
    }
}

fn counts(Counts { new, changed, unchanged, unusable, missing }: Counts) -> CountsJson {
    CountsJson { new, changed, unchanged, unusable, missing }
}

fn of_kind(preview: &Preview, kind: Lines) -> impl Iterator<Item = &Line> {
    preview.lines.iter().filter(move |line| line.kind() == kind)
}

fn new(line: &Line) -> Option<NewJson<'_>> {
    let asset = &line.content()?.line;
    let (medium, medium_as_written) = (asset.medium.id(), asset.medium_as_written.as_str());
    Some(NewJson { row: line.row, name: &asset.name, business: &asset.business, medium, medium_as_written })
}

fn changed(line: &Line) -> Option<ChangedJson<'_>> {
    let LineChange::Changed(change) = &line.change else { return None };
    let fields = line.differences().into_iter().map(|change| FieldJson {
        field: change.field.id().into_owned(),
        title: change.field.title().to_owned(),
        before: change.before,
        after: change.after,
    });
    Some(ChangedJson { row: line.row, id: change.0.id, name: line.name(), fields: fields.collect() })
}

fn missing(missing: &Missing) -> MissingJson<'_> {
    MissingJson {
        id: missing.id,
        name: &missing.name,
        business: &missing.business,
        medium: missing.medium.id(),
        medium_as_written: &missing.medium_as_written,
        moved: missing.moved,
    }
}

fn unknown(unknown: &UnknownMedium) -> UnknownJson<'_> {
    let candidates = unknown.candidates.iter().map(|medium| medium.id()).collect();
    UnknownJson { words: &unknown.words, lines: unknown.lines, candidates }
}
