//! Small builders for blocks.

use crate::{Block, Cell, Column, Table, Text};

pub(crate) fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::Heading { level, text: text.into() }
}

pub(crate) fn paragraph(text: impl Into<Text>) -> Block {
    Block::Paragraph(text.into())
}

pub(crate) fn table(caption: impl Into<String>, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Block {
    Block::Table(Table { caption: caption.into(), columns, rows })
}

/// 「顧客リスト、社員名簿 ほか3件」: at most `shown` names.
pub(crate) fn names(names: &[&str], shown: usize) -> String {
    let first = names.iter().take(shown).copied().collect::<Vec<_>>().join("、");
    match names.len().saturating_sub(shown) {
        0 => first,
        rest => format!("{first} ほか{rest}件"),
    }
}
