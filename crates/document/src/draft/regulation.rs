//! Lv.2: the regulations (関連規程), one document a chapter.

use catalog::{RegulationFile, Tier, Truth};

use super::blanks::Blanks;
use super::{DraftError, Drafted, Drafter, annex};
use crate::words::{heading, paragraph};
use crate::{Block, Document, FrontMatter};

impl Drafter<'_> {
    /// The chapters that the company needs, those that nobody has said yet included.
    pub fn needed_regulations(&self) -> impl Iterator<Item = &RegulationFile> {
        let files = self.catalog.regulations.iter();
        files.filter(|file| file.regulation.condition.holds(self.profile) != Truth::No)
    }

    /// A chapter: 目的, roles, 対策基準 and 実施手順 under the same headings, forms, reasons, open blanks.
    ///
    /// # Errors
    /// [`DraftError::Blank`] where the profile gives a blank a value that is not of its kind.
    /// Source: seminar chapter 10.
    pub fn regulation(&self, file: &RegulationFile) -> Result<Drafted, DraftError> {
        let regulation = &file.regulation;
        let mut blanks = Blanks::new(self.catalog, self.profile);
        let roles = self.roles(file.clauses.iter(), &mut blanks);
        let tiers = [Tier::Standard, Tier::Procedure];
        let mut drafted = self.clauses(&file.sections, &file.clauses, &tiers, None, blanks)?;
        let forms = self.forms_of(file);
        self.name_forms_of(regulation, &mut drafted.blocks);
        let mut blocks: Vec<Block> = annex::notice(&drafted.open).into_iter().collect();
        blocks.push(heading(1, "目的"));
        blocks.push(paragraph(regulation.purpose.trim()));
        if regulation.condition.holds(self.profile) == Truth::Unknown {
            let asked = self.condition_in_words(&regulation.condition);
            blocks.push(paragraph(format!(
                "（確認）会社の状況（{asked}）が未回答のため作りました。当てはまらなければ、この規程は要りません。"
            )));
        }
        blocks.extend(roles);
        blocks.extend(drafted.blocks);
        for form in forms {
            blocks.extend(self.form(form));
        }
        blocks.extend(self.reasons_annex(&drafted.taken, &drafted.omitted));
        blocks.extend(annex::open_blanks(&drafted.open));
        let front = FrontMatter { contents: true, ..self.front(&regulation.head()) };
        Ok(Drafted { document: Document { front, blocks }, open: drafted.open })
    }
}
