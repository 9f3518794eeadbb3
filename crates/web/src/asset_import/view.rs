//! Which part of a preview is shown, as the address says it.

use app::ImportId;
use app::asset::import::{Counts, Preview};
use serde::Deserialize;

/// Lines on a page.
pub(super) const PAGE: usize = 100;

/// One of the lists of a preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    New,
    Changed,
    Unchanged,
    Unusable,
    Missing,
}

impl Part {
    pub(super) const ALL: [Self; 5] = [Self::New, Self::Changed, Self::Unchanged, Self::Unusable, Self::Missing];

    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
            Self::Unusable => "unusable",
            Self::Missing => "missing",
        }
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::New => "新規",
            Self::Changed => "変更",
            Self::Unchanged => "変更なし",
            Self::Unusable => "使えない行",
            Self::Missing => "ファイルにない情報資産",
        }
    }

    pub(super) const fn count(self, counts: &Counts) -> u64 {
        match self {
            Self::New => counts.new,
            Self::Changed => counts.changed,
            Self::Unchanged => counts.unchanged,
            Self::Unusable => counts.unusable,
            Self::Missing => counts.missing,
        }
    }

    /// Whether its lines can be brought in.
    pub(super) const fn is_chosen_from(self) -> bool {
        matches!(self, Self::New | Self::Changed)
    }
}

/// The query of the address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Address {
    show: Option<String>,
    from: Option<usize>,
    /// The fingerprint of the preview from which the person came.
    seen: Option<String>,
}

/// What is shown.
#[derive(Debug, Clone)]
pub(super) struct View {
    pub(super) id: ImportId,
    pub(super) part: Part,
    /// How many lines of the part stand before the first one shown.
    pub(super) from: usize,
    pub(super) fingerprint: String,
    /// Whether the person came from a page of another state of the register.
    pub(super) moved_on: bool,
}

impl View {
    pub(super) fn of(id: ImportId, address: &Address, preview: &Preview) -> Self {
        let wanted = Part::ALL.into_iter().find(|part| Some(part.id()) == address.show.as_deref());
        let order = [Part::New, Part::Changed, Part::Unusable, Part::Unchanged];
        let first = order.into_iter().find(|part| part.count(&preview.counts) > 0);
        Self {
            id,
            part: wanted.or(first).unwrap_or(Part::New),
            from: address.from.unwrap_or(0) / PAGE * PAGE,
            fingerprint: preview.fingerprint.clone(),
            moved_on: address.seen.as_ref().is_some_and(|seen| *seen != preview.fingerprint),
        }
    }

    /// The address of another part of the same preview.
    pub(super) fn href(&self, part: Part, from: usize) -> String {
        let from = if from == 0 { String::new() } else { format!("&from={from}") };
        format!("/assets/import/{}?show={}{from}&seen={}", self.id, part.id(), self.fingerprint)
    }
}
