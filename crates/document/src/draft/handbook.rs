//! Lv.2: the employees' handbook (従業員ハンドブック), one page a topic.

use catalog::{PageFile, Tier, Truth};

use super::blanks::Blanks;
use super::{Drafted, Drafter, annex};
use crate::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Document, FrontMatter, Inline, Text, Tone};

impl Drafter<'_> {
    /// The handbook: what everybody does, why, and whom to ask; behind it the rules that it rests on.
    ///
    /// Source: seminar chapter 10.
    pub fn handbook(&self) -> Drafted {
        let mut blanks = Blanks::new(self.catalog, self.profile);
        let pages: Vec<(&PageFile, Truth)> = self
            .catalog
            .handbook
            .iter()
            .map(|file| (file, file.page.condition.holds(self.profile)))
            .filter(|(_, applies)| *applies != Truth::No)
            .collect();
        let mut body = Vec::new();
        for (file, applies) in &pages {
            body.extend(self.page(file, *applies, &mut blanks));
        }
        let open = blanks.into_open();
        let mut blocks: Vec<Block> = annex::notice(&open).into_iter().collect();
        blocks.extend(body);
        blocks.extend(self.basis(pages.iter().map(|(file, _)| *file)));
        blocks.extend(annex::open_blanks(&open));
        let front =
            self.front_of("employee-handbook", "HBK-001", "ハンドブック", "従業員ハンドブック", "全社・全従業員");
        Drafted { document: Document { front: FrontMatter { contents: true, ..front }, blocks }, open }
    }

    fn page(&self, file: &PageFile, applies: Truth, blanks: &mut Blanks<'_>) -> Vec<Block> {
        let page = &file.page;
        let rows = file
            .points
            .iter()
            .map(|point| vec![Cell::from(Text(vec![Inline::Strong(point.action.clone())])), Cell::plain(&point.why)]);
        let contact = self.catalog.role(&page.contact).map_or(page.contact.as_str(), |role| &role.title);
        let holder = blanks.role_holder(&page.contact, contact);
        let whom = vec![
            Inline::Plain(format!("聞く人：{contact}（")),
            holder,
            Inline::Plain("）　連絡先：".into()),
            blanks.question("contact", 0),
        ];
        let mut blocks = vec![
            Block::PageBreak,
            heading(1, page.title.clone()),
            paragraph(page.lead.trim()),
            table("", vec![Column::left("すること", 6), Column::left("なぜ", 6)], rows.collect()),
            Block::Callout {
                title: "困ったとき、間違えたとき".into(),
                body: vec![page.trouble.trim().into(), Text(whom)],
                tone: Tone::Attention,
            },
        ];
        if applies == Truth::Unknown {
            let asked = self.condition_in_words(&page.condition);
            blocks.push(paragraph(format!(
                "（確認）会社の状況（{asked}）が未回答のため入れてあります。当てはまらなければ、このページは要りません。"
            )));
        }
        blocks
    }

    /// The rules behind the pages, by document.
    fn basis<'p>(&self, pages: impl Iterator<Item = &'p PageFile>) -> Vec<Block> {
        let rows = pages.map(|file| {
            let rules = file.page.clauses.iter().filter_map(|id| {
                let clause = self.catalog.clause(id)?;
                Some(format!("{}「{}」", self.document_of(id, clause.tier), clause.title))
            });
            vec![Cell::plain(&file.page.title), Cell::plain(rules.collect::<Vec<_>>().join("\n"))]
        });
        let columns = vec![Column::left("ページ", 7), Column::left("もとになる規則", 13)];
        vec![
            Block::PageBreak,
            heading(1, "このハンドブックのもとになる規則"),
            paragraph(
                "ハンドブックは、次の規則をやさしく言い直したものです。規則を変えたら、このハンドブックも見直します。",
            ),
            table("", columns, rows.collect()),
        ]
    }

    /// Number and title of the document in which a clause stands.
    fn document_of(&self, clause: &str, tier: Tier) -> String {
        let has = |clauses: &[catalog::Clause]| clauses.iter().any(|known| known.id == clause);
        let regulation = self.catalog.regulations.iter().find(|file| has(&file.clauses)).map(|file| {
            let regulation = &file.regulation;
            (&regulation.number, &regulation.title)
        });
        let topic = || {
            let file = self.catalog.topics.iter().find(|file| has(&file.clauses))?;
            let head = if tier == Tier::Standard { &file.standard } else { &file.procedure };
            Some((&head.number, &head.title))
        };
        let policy = || {
            let file = self.catalog.policies.iter().find(|file| has(&file.clauses))?;
            Some((&file.policy.number, &file.policy.title))
        };
        let found = regulation.or_else(topic).or_else(policy);
        found.map_or_else(String::new, |(number, title)| format!("{number} {title}"))
    }
}
