//! Lv.1: the standard (対策基準) and the procedures (実施手順) of an incident case.

use catalog::{CaseFile, DocumentHead, Tier, TopicFile};

use super::blanks::Blanks;
use super::clauses::Opening;
use super::{DraftError, Drafted, Drafter, annex};
use crate::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Document, FrontMatter};

impl Drafter<'_> {
    /// 対策基準 of a case's topic: 対象とする脅威 and 組織的・人的・物理的・技術的対策.
    ///
    /// # Errors
    /// [`DraftError::Blank`] where the profile gives a blank a value that is not of its kind;
    /// [`DraftError::Unknown`] where the catalog has no such topic.
    /// Source: seminar chapters 7-1-2 and 9-2.
    pub fn case_standard(&self, file: &CaseFile) -> Result<Drafted, DraftError> {
        let topic = self.topic_of(file)?;
        // Articles keep their ids where documents are renamed: the head's id is the stable one.
        let id = format!("{}.target-threats", topic.standard.id.trim_end_matches(".standard"));
        let text = &topic.topic.target_threats;
        let opening = Opening { section: "target-threat", id, title: "対象とする脅威", text };
        self.case_document(file, topic, &topic.standard, Some(&opening))
    }

    /// 実施手順 of a case's topic: who does what, when, how, which record remains, and the forms for it.
    ///
    /// # Errors
    /// As [`Drafter::case_standard`].
    pub fn case_procedure(&self, file: &CaseFile) -> Result<Drafted, DraftError> {
        let topic = self.topic_of(file)?;
        self.case_document(file, topic, &topic.procedure, None)
    }

    fn topic_of(&self, file: &CaseFile) -> Result<&TopicFile, DraftError> {
        let topic = &file.case.topic;
        self.catalog.topic(topic).ok_or_else(|| DraftError::Unknown(topic.clone()))
    }

    /// The standard where there is an opening article, else the procedures.
    fn case_document(
        &self,
        file: &CaseFile,
        topic: &TopicFile,
        head: &DocumentHead,
        opening: Option<&Opening<'_>>,
    ) -> Result<Drafted, DraftError> {
        let tier = if opening.is_some() { Tier::Standard } else { Tier::Procedure };
        let mut blanks = Blanks::new(self.catalog, self.profile);
        let roles = self.roles(topic.clauses.iter().filter(|clause| clause.tier == tier), &mut blanks);
        let mut drafted = self.clauses(&topic.sections, &topic.clauses, &[tier], opening, blanks)?;
        let mut blocks: Vec<Block> = annex::notice(&drafted.open).into_iter().collect();
        if tier == Tier::Standard {
            blocks.extend(case_story(file));
        } else {
            self.name_forms(&mut drafted.blocks, |form| Some(form.form.title.clone()));
            let forms = self.forms_for(&drafted.taken);
            drafted.blocks.extend(forms.into_iter().flat_map(|form| self.form(form)));
        }
        blocks.extend(roles);
        blocks.extend(drafted.blocks);
        blocks.extend(self.reasons_annex(&drafted.taken, &drafted.omitted));
        blocks.extend(annex::open_blanks(&drafted.open));
        let front = FrontMatter { contents: true, ..self.front(head) };
        Ok(Drafted { document: Document { front, blocks }, open: drafted.open })
    }
}

/// The case that the standard starts from.
fn case_story(file: &CaseFile) -> Vec<Block> {
    let (case, damage) = (&file.case, &file.case.damage);
    let row = |label: &str, text: &str| vec![Cell::plain(label), Cell::plain(text.trim())];
    vec![
        heading(1, "もとになる事例"),
        paragraph(
            "この対策基準は、次の事例と同じことが自社で起きないように定めるものです。事例は説明のために作ったもので、実在の会社とは関係がありません。",
        ),
        table(
            "",
            vec![Column::left("項目", 1), Column::left("内容", 6)],
            vec![
                row("事例", &case.title),
                row("業種・規模", &case.business),
                row("起きたこと", &case.happened),
                row("お金の被害", &damage.money),
                row("時間の被害", &damage.time),
                row("信用の被害", &damage.trust),
                row("原因", &case.cause),
            ],
        ),
    ]
}
