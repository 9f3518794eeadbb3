//! Where an entry comes from, and how sure it is.

use catalog::Certainty;
use maud::{Markup, html};

use super::Reading;
use super::parts::{facts, section};
use crate::components::{State as Tone, state};

pub(super) fn source(reading: &Reading<'_>) -> Markup {
    let entry = &reading.entry;
    let source = reading.catalog.sources.iter().find(|source| source.id == entry.source);
    let origin = html! {
        @if let Some(source) = source {
            (source.title) br;
            span.soft { (source.publisher) "、" (source.edition) }
            @if !source.note.is_empty() { br; span.soft { (source.note) } }
        }
    };
    let (tone, explanation) = how_sure(entry.certainty);
    let sure = html! { (state(tone, entry.certainty.title())) " " (explanation) };
    let content = facts(&[("もとの資料", origin), ("確かさ", sure), ("番号", html! { code { (entry.id) } })]);
    html! { div.source { (section("source", "もとの資料と確かさ", content)) } }
}

/// What a certainty means for whoever relies on it.
const fn how_sure(certainty: Certainty) -> (Tone, &'static str) {
    match certainty {
        Certainty::Verified => (
            Tone::Success,
            "題名や番号などの事実を、公開されている資料で確かめました。説明の文章は Sonae が書いたものです。",
        ),
        Certainty::Corroborated => (
            Tone::Success,
            "題名や番号などの事実を、いくつかの公開資料で突き合わせて確かめました。説明の文章は Sonae が書いたものです。",
        ),
        Certainty::Recalled => {
            (Tone::Warning, "まだ資料で確かめていません。大切なことに使う前に、もとの資料と照らし合わせてください。")
        }
        Certainty::Own => (Tone::Neutral, "Sonae の開発者が決めて書きました。公の資料からの引用ではありません。"),
    }
}
