//! What stands behind the rules: open blanks, reasons, rules left out.

use catalog::Clause;

use super::Drafter;
use super::blanks::OpenBlank;
use crate::words::{heading, paragraph, table};
use crate::{BlankState, Block, Cell, Column, Tone};

/// The box at the front of a document with open blanks; `None` when all are confirmed.
pub(super) fn notice(open: &[OpenBlank]) -> Option<Block> {
    let missing = open.iter().filter(|blank| blank.state == BlankState::Missing).count();
    let unconfirmed = open.len() - missing;
    (!open.is_empty()).then(|| Block::Callout {
        title: format!("決めていない言葉が{}か所あります", open.len()),
        body: vec![
            format!(
                "未記入（〔　〕）が{missing}か所、初めに入れてある言葉（赤い下線）の未確認が{unconfirmed}か所です。\
                 すべて決めるまで、この文書は承認できません。"
            )
            .into(),
            "末尾の「決めていない言葉の一覧」に、書き方と書く場所があります。".into(),
        ],
        tone: Tone::Attention,
    })
}

/// The list of open blanks at the end of a document.
pub(super) fn open_blanks(open: &[OpenBlank]) -> Vec<Block> {
    if open.is_empty() {
        return Vec::new();
    }
    let rows = open.iter().map(|blank| {
        let (state, tone) = match blank.state {
            BlankState::Missing => ("未記入", Tone::High),
            _ => ("未確認", Tone::Medium),
        };
        let place = if blank.article == 0 { "―".to_owned() } else { format!("第{}条", blank.article) };
        vec![
            Cell::plain(place),
            Cell::plain(&blank.label),
            Cell::plain(if blank.value.is_empty() { "―" } else { &blank.value }),
            Cell::plain(state).toned(tone),
            Cell::plain(format!("{}\n{}", blank.hint, blank.key).trim_start()),
        ]
    });
    let columns = vec![
        Column::center("条", 5),
        Column::left("決めること", 9),
        Column::left("今の言葉", 9),
        Column::center("状態", 4),
        Column::left("決め方と、プロファイルに書く場所", 18),
    ];
    vec![
        Block::PageBreak,
        heading(1, "決めていない言葉の一覧"),
        paragraph(
            "プロファイルに書いてもう一度文書を作ると、印が消えます。今の言葉のままでよいときも、同じ言葉を書いて確認します。",
        ),
        table("", columns, rows.collect()),
    ]
}

impl Drafter<'_> {
    /// The table of reasons: なぜこの規則があるのか.
    pub(super) fn reasons_annex(&self, taken: &[(u32, &Clause)], omitted: &[&Clause]) -> Vec<Block> {
        let rows = taken.iter().map(|(number, clause)| {
            vec![
                Cell::plain(format!("第{number}条\n{}", clause.title)),
                Cell::plain(&clause.reason),
                self.reasons(clause),
            ]
        });
        let columns = vec![Column::left("条", 9), Column::left("なぜ必要か", 13), Column::left("答えているもの", 26)];
        let mut blocks = vec![
            Block::PageBreak,
            heading(1, "なぜこの規則があるのか"),
            paragraph(
                "規則ごとに、必要な理由と、答えているリスク・脅威・脆弱性・管理策を示します。管理策の番号は ISO/IEC 27001 附属書Aのものです。",
            ),
            table("", columns, rows.collect()),
        ];
        if !omitted.is_empty() {
            let points = omitted
                .iter()
                .map(|clause| format!("{}（{}）", clause.title, self.condition_in_words(&clause.condition)).into());
            blocks.push(heading(2, "会社の状況により入れなかった規則"));
            blocks.push(paragraph("かっこ内の会社の状況に当てはまらないため、入れませんでした。状況が変わったら、プロファイルを直して作り直してください。"));
            blocks.push(Block::List { ordered: false, items: points.collect() });
        }
        blocks
    }
}
