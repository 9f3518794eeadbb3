//! Clauses become numbered articles under their headings.

use catalog::{BlankKind, Clause, Condition, Part, Section, Tier, Truth};

use super::blanks::{Blanks, OpenBlank};
use super::{DraftError, Drafter};
use crate::words::heading;
use crate::{Article, Block, Inline, Note, Text};

/// The articles of one document and what to say about them.
pub(super) struct Articles<'a> {
    /// Headings and articles.
    pub blocks: Vec<Block>,
    /// The clauses taken, with their article's number.
    pub taken: Vec<(u32, &'a Clause)>,
    /// The clauses that do not apply to the company.
    pub omitted: Vec<&'a Clause>,
    /// What somebody still has to decide.
    pub open: Vec<OpenBlank>,
}

/// An article to stand before the clauses of a section (the case's target threats).
pub(super) struct Opening<'a> {
    pub section: &'a str,
    pub id: String,
    pub title: &'a str,
    pub text: &'a str,
}

impl<'a> Drafter<'a> {
    /// Drafts the clauses of `tiers` in the order of `sections`; headings without clauses are left out.
    /// Where clauses of several tiers stand under one heading, each tier has its own below it.
    pub(super) fn clauses(
        &self,
        sections: &'a [Section],
        clauses: &'a [Clause],
        tiers: &[Tier],
        opening: Option<&Opening<'_>>,
        mut blanks: Blanks<'_>,
    ) -> Result<Articles<'a>, DraftError> {
        let (mut blocks, mut taken, mut omitted) = (Vec::new(), Vec::new(), Vec::new());
        let mut number = 0;
        for section in sections {
            let mut parts = Vec::new();
            for tier in tiers.iter().filter(|tier| section.takes(**tier)) {
                let mut articles = Vec::new();
                if let Some(opening) = opening.filter(|opening| opening.section == section.id) {
                    number += 1;
                    articles.push(plain_article(opening, number));
                }
                for clause in clauses.iter().filter(|clause| clause.tier == *tier && clause.section == section.id) {
                    let applies = clause.condition.holds(self.profile);
                    if applies == Truth::No {
                        omitted.push(clause);
                        continue;
                    }
                    number += 1;
                    articles.push(self.article(clause, clauses, number, applies, &mut blanks)?);
                    taken.push((number, clause));
                }
                if !articles.is_empty() {
                    parts.push((*tier, articles));
                }
            }
            let several = parts.len() > 1;
            if !parts.is_empty() {
                blocks.push(heading(1, section.title.clone()));
            }
            for (tier, articles) in parts {
                blocks.extend(several.then(|| heading(2, tier.title())));
                blocks.extend(articles.into_iter().map(Block::Article));
            }
        }
        Ok(Articles { blocks, taken, omitted, open: blanks.into_open() })
    }

    fn article(
        &self,
        clause: &Clause,
        siblings: &[Clause],
        number: u32,
        applies: Truth,
        blanks: &mut Blanks<'_>,
    ) -> Result<Article, DraftError> {
        let mut sentence = Vec::new();
        let mut below = Vec::new();
        for part in &clause.text.0 {
            sentence.push(match part {
                Part::Words(words) => Inline::Plain(words.clone()),
                Part::Role(role) => Inline::Plain(self.role_title(role)),
                Part::Organization => blanks.organization(number),
                Part::Blank(name) => {
                    let filled = blanks.fill(name, clause, siblings, number)?;
                    below.extend(filled.below);
                    filled.inline
                }
            });
        }
        let mut body = vec![Block::Paragraph(Text(sentence))];
        body.extend(below);
        Ok(Article {
            id: clause.id.clone(),
            number,
            title: clause.title.clone(),
            body,
            notes: self.notes(clause, applies),
        })
    }

    fn notes(&self, clause: &Clause, applies: Truth) -> Vec<Note> {
        let mut notes = Vec::new();
        // Where the sentence itself has the interval as a blank, the company's value stands there.
        let in_sentence = clause.blanks.iter().any(|blank| blank.kind == BlankKind::Interval);
        for (label, words) in [("頻度", &clause.frequency), ("記録", &clause.record), ("助言", &clause.advice)] {
            let said_already = label == "頻度" && in_sentence;
            if !words.is_empty() && !said_already {
                notes.push(Note { label, text: words.clone().into() });
            }
        }
        if applies == Truth::Unknown {
            let asked = self.condition_in_words(&clause.condition);
            let text = format!("会社の状況（{asked}）が未回答のため入れてあります。当てはまらなければ消してください。");
            notes.push(Note { label: "確認", text: text.into() });
        }
        notes
    }

    fn role_title(&self, id: &str) -> String {
        self.catalog.role(id).map_or_else(|| id.to_owned(), |role| role.title.clone())
    }

    /// The questions that a condition asks about, by their names.
    pub(super) fn condition_in_words(&self, condition: &Condition) -> String {
        let mut labels: Vec<&str> = Vec::new();
        for id in condition.questions() {
            let label = self.catalog.questions.iter().find(|question| question.id == id);
            let label = label.map_or(id, |question| question.label.as_str());
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        labels.join("・")
    }
}

fn plain_article(opening: &Opening<'_>, number: u32) -> Article {
    Article {
        id: opening.id.clone(),
        number,
        title: opening.title.to_owned(),
        body: vec![Block::Paragraph(opening.text.trim().into())],
        notes: Vec::new(),
    }
}
