//! Lv.1: the standard (対策基準) and the procedures (実施手順) of an incident case.

use catalog::{CaseFile, Clause, DocumentHead, Part, Tier};

use super::blanks::Blanks;
use super::clauses::Opening;
use super::{DraftError, Drafted, Drafter, annex};
use crate::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Document, FrontMatter, Text};

impl Drafter<'_> {
    /// 対策基準 of a case: 対象とする脅威 and 組織的・人的・物理的・技術的対策.
    ///
    /// # Errors
    /// [`DraftError::Blank`] where the profile gives a blank a value that is not of its kind.
    /// Source: seminar chapters 7-1-2 and 9-2.
    pub fn case_standard(&self, file: &CaseFile) -> Result<Drafted, DraftError> {
        let id = format!("{}.target-threats", file.case.id);
        let opening =
            Opening { section: "target-threat", id, title: "対象とする脅威", text: &file.case.target_threats };
        self.case_document(file, &file.standard, Tier::Standard, Some(&opening))
    }

    /// 実施手順 of a case: who does what, when, how, and which record remains.
    ///
    /// # Errors
    /// As [`Drafter::case_standard`].
    pub fn case_procedure(&self, file: &CaseFile) -> Result<Drafted, DraftError> {
        self.case_document(file, &file.procedure, Tier::Procedure, None)
    }

    fn case_document(
        &self,
        file: &CaseFile,
        head: &DocumentHead,
        tier: Tier,
        opening: Option<&Opening<'_>>,
    ) -> Result<Drafted, DraftError> {
        let mut blanks = Blanks::new(self.catalog, self.profile);
        let roles = self.roles(&file.clauses, tier, &mut blanks);
        let drafted = self.clauses(&file.sections, &file.clauses, tier, opening, blanks)?;
        let mut blocks: Vec<Block> = annex::notice(&drafted.open).into_iter().collect();
        if tier == Tier::Standard {
            blocks.extend(case_story(file));
        }
        blocks.push(heading(1, "役割と担当"));
        blocks.push(roles);
        blocks.extend(drafted.blocks);
        blocks.extend(self.reasons_annex(&drafted.taken, &drafted.omitted));
        blocks.extend(annex::open_blanks(&drafted.open));
        let front = FrontMatter { contents: true, ..self.front(head) };
        Ok(Drafted { document: Document { front, blocks }, open: drafted.open })
    }

    /// The roles that the clauses of a tier name, and who holds them.
    fn roles(&self, clauses: &[Clause], tier: Tier, blanks: &mut Blanks<'_>) -> Block {
        let clauses: Vec<&Clause> = clauses.iter().filter(|clause| clause.tier == tier).collect();
        let named = |id: &str| {
            clauses.iter().any(|clause| {
                clause.role == id || clause.text.0.iter().any(|part| matches!(part, Part::Role(role) if role == id))
            })
        };
        let rows = self.catalog.roles.iter().filter(|role| named(&role.id)).map(|role| {
            let holder = if role.id == "employee" {
                crate::Inline::Plain("全員".into())
            } else {
                blanks.role_holder(&role.id, &role.title)
            };
            vec![Cell::plain(&role.title), Cell::plain(&role.duty), Cell::from(Text(vec![holder]))]
        });
        let rows = rows.collect();
        let columns = vec![Column::left("役割", 5), Column::left("すること", 9), Column::left("担当", 5)];
        table("", columns, rows)
    }
}

/// The case that the standard starts from.
fn case_story(file: &CaseFile) -> Vec<Block> {
    let case = &file.case;
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
                row("被害", &case.damage),
                row("原因", &case.cause),
            ],
        ),
    ]
}
