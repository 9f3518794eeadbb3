//! Every piece of text of a document with its place in words, for checks over the whole.

use crate::{Block, Document, Table};

impl Document {
    /// Every piece of text with the place where it stands (in words), for checks over the whole
    /// document such as characters that no font covers.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let front = &self.front;
        for (place, words) in [
            ("組織名", &front.organization),
            ("番号", &front.number),
            ("区分", &front.category),
            ("表題", &front.title),
            ("適用範囲", &front.scope),
            ("状態", &front.state),
        ] {
            found.push((place.to_owned(), words.clone()));
        }
        collect(&self.blocks, &front.title, &mut found);
        found
    }
}

fn collect(blocks: &[Block], place: &str, found: &mut Vec<(String, String)>) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } => found.push((place.to_owned(), text.clone())),
            Block::Paragraph(text) => found.push((place.to_owned(), text.to_plain())),
            Block::Article(article) => {
                let place = format!("{place} 第{}条（{}）", article.number, article.title);
                found.push((place.clone(), article.title.clone()));
                collect(&article.body, &place, found);
                found.extend(article.notes.iter().map(|note| (place.clone(), note.text.to_plain())));
            }
            Block::List { items, .. } => found.extend(items.iter().map(|item| (place.to_owned(), item.to_plain()))),
            Block::Table(table) => collect_table(table, place, found),
            Block::Figure(figure) => {
                found.push((place.to_owned(), figure.caption.clone()));
                found.push((place.to_owned(), figure.alternative.clone()));
                collect_table(&figure.table, place, found);
            }
            Block::Callout { title, body, .. } => {
                found.push((place.to_owned(), title.clone()));
                found.extend(body.iter().map(|text| (place.to_owned(), text.to_plain())));
            }
            Block::PageBreak => {}
        }
    }
}

fn collect_table(table: &Table, place: &str, found: &mut Vec<(String, String)>) {
    found.push((place.to_owned(), table.caption.clone()));
    found.extend(table.columns.iter().map(|column| (format!("{place} 表の見出し"), column.title.clone())));
    for (index, row) in table.rows.iter().enumerate() {
        for (cell, column) in row.iter().zip(&table.columns) {
            let place = format!("{place} 表の{}行目「{}」", index + 1, column.title);
            found.push((place, cell.text.to_plain()));
        }
    }
}
