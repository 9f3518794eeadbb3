//! 情報セキュリティ基本方針.

use catalog::Tier;

use super::blanks::Blanks;
use super::{DraftError, Drafted, Drafter, annex};
use crate::words::table;
use crate::{Block, Cell, Column, Document, Inline, Text};

impl Drafter<'_> {
    /// The basic policy: declared by the management, signed, to be published.
    ///
    /// # Errors
    /// [`DraftError::Blank`] where the profile gives a blank a value that is not of its kind.
    pub fn basic_policy(&self) -> Result<Drafted, DraftError> {
        let file = self.catalog.policy("basic-policy").ok_or_else(|| DraftError::Unknown("basic-policy".into()))?;
        let blanks = Blanks::new(self.catalog, self.profile);
        let mut drafted = self.clauses(&file.sections, &file.clauses, &[Tier::BasicPolicy], None, blanks)?;
        // The policy is published: advice to its author stays out of it.
        for block in &mut drafted.blocks {
            if let Block::Article(article) = block {
                article.notes.retain(|note| note.label != "助言");
            }
        }
        let mut signing = Blanks::new(self.catalog, self.profile);
        let signature = self.signature(&mut signing);
        for blank in signing.into_open() {
            if !drafted.open.iter().any(|known| known.key == blank.key) {
                drafted.open.push(blank);
            }
        }
        let mut blocks: Vec<Block> = annex::notice(&drafted.open).into_iter().collect();
        blocks.extend(drafted.blocks);
        blocks.push(signature);
        blocks.extend(self.reasons_annex(&drafted.taken, &drafted.omitted));
        blocks.extend(annex::open_blanks(&drafted.open));
        let document = Document { front: self.front(&file.policy), blocks };
        Ok(Drafted { document, open: drafted.open })
    }

    fn signature(&self, blanks: &mut Blanks<'_>) -> Block {
        let date = match self.profile.revised_on() {
            Some(date) => Inline::Plain(japanese::format_date(date)),
            None => blanks.question("revised-on", 0),
        };
        let organization = blanks.organization(0);
        let title = blanks.question("representative-title", 0);
        let name = blanks.question("representative", 0);
        let row = |label: &str, text: Vec<Inline>| vec![Cell::plain(label), Cell::from(Text(text))];
        table(
            "",
            vec![Column::left("制定・改訂", 1), Column::left("署名", 3)],
            vec![
                row("日付", vec![date]),
                row("組織", vec![organization]),
                row("代表者", vec![title, Inline::Plain("　".into()), name]),
            ],
        )
    }
}
