//! Sample documents: one of every kind of block, and tables of any length.

use document::{
    Align, Article, BlankMark, BlankState, Block, Cell, Column, Document, Figure, FrontMatter, Inline, Note, Table,
    Text, Tone,
};

/// A heading of that level.
pub fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

/// A document in which every kind of block, inline, tone and blank state occurs, with the
/// characters that trip renderers: brackets in a row, Latin among kana, XML and typst marks, rare kanji of names.
pub fn every_block() -> Document {
    let marks = r##"記号 <script> & "引用" #let x = 1 *太字ではない* $x$ @ラベル \n をそのまま示す。"##;
    let names = "髙橋・𠮷田・草彅・齋藤・渡邉のような人名と、①②③、㈱、℡、〜、―、…、％、第1章 Microsoft 365 を示す。";
    Document {
        front: FrontMatter {
            id: "every-block".into(),
            organization: "見本工業株式会社".into(),
            number: "STD-999".into(),
            category: "組織的対策".into(),
            title: "すべての部品を含む見本規程".into(),
            revised_on: Some(jiff::civil::date(2026, 4, 1)),
            scope: "全社・全従業員".into(),
            state: "草案（未承認）".into(),
            contents: true,
            landscape: false,
        },
        blocks: vec![
            Block::Callout {
                title: "確認が必要な空欄が2か所あります".into(),
                body: vec!["赤い下線の言葉を、会社に合わせて確かめてください。".into()],
                tone: Tone::Attention,
            },
            heading(1, "第1章 総則"),
            Block::Article(Article {
                id: "every-block.purpose".into(),
                number: 1,
                title: "目的".into(),
                body: vec![
                    Block::Paragraph(
                        "この規程は、当社が保有する情報資産を、漏えい、改ざん、破壊、利用妨害その他の脅威から保護する\
                         ことを目的とする。「鉤括弧の行頭・行末」、（括弧）、『二重鉤括弧』が続いても、行の端を正しく扱う。"
                            .into(),
                    ),
                    Block::Paragraph(marks.into()),
                    Block::Paragraph(names.into()),
                ],
                notes: vec![Note { label: "理由", text: "何を守るための決まりかを、全員が同じ言葉で言えるようにするためです。".into() }],
            }),
            heading(2, "パスワード"),
            Block::Article(Article {
                id: "every-block.password".into(),
                number: 2,
                title: "パスワードの設定".into(),
                body: vec![
                    Block::Paragraph(Text(vec![
                        Inline::Strong("従業員".into()),
                        Inline::Plain("は、パスワードを".into()),
                        Inline::Blank(BlankMark { text: "12文字".into(), state: BlankState::Unconfirmed }),
                        Inline::Plain("以上とし、".into()),
                        Inline::Blank(BlankMark { text: "システム管理者".into(), state: BlankState::Confirmed }),
                        Inline::Plain("または".into()),
                        Inline::Blank(BlankMark { text: "代理の担当者".into(), state: BlankState::Missing }),
                        Inline::Plain("に届け出る。".into()),
                    ])),
                    Block::List { ordered: true, items: vec!["名前や誕生日を使わない。".into(), "使い回さない。".into()] },
                    Block::List { ordered: false, items: vec!["社内のサーバー".into(), "クラウドサービス".into()] },
                ],
                notes: vec![
                    Note { label: "記録", text: "アカウント管理表".into() },
                    Note { label: "助言", text: "文を1つ決めて、その頭の文字をつなぐと覚えやすくなります。".into() },
                ],
            }),
            heading(3, "表と図"),
            Block::Table(risk_table(3)),
            Block::Figure(Figure {
                caption: "リスクの分布".into(),
                svg: HEAT_MAP.into(),
                alternative: "重要度3・被害発生可能性3の資産が2件、重要度1・被害発生可能性1の資産が1件あります。".into(),
                table: heat_map_table(),
            }),
            Block::PageBreak,
            heading(1, "第2章 付則"),
            Block::Paragraph("この規程は、承認された日から施行する。".into()),
        ],
    }
}

const HEAT_MAP: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"><title>リスクの分布</title><rect x="0" y="0" width="100" height="100" fill="#FDE3E1"/><rect x="100" y="0" width="100" height="100" fill="#E3EEFC"/><text x="50" y="55" text-anchor="middle" font-family="BIZ UDGothic" font-size="16">高 2件</text><text x="150" y="55" text-anchor="middle" font-family="BIZ UDGothic" font-size="16">低 1件</text></svg>"##;

fn heat_map_table() -> Table {
    Table {
        caption: String::new(),
        columns: vec![Column::left("重要度", 2), Column::center("可能性1", 1), Column::center("可能性3", 1)],
        rows: vec![
            vec![Cell::plain("3"), Cell::number(0).toned(Tone::Medium), Cell::number(2).toned(Tone::High)],
            vec![Cell::plain("1"), Cell::number(1).toned(Tone::Low), Cell::number(0).toned(Tone::Medium)],
        ],
    }
}

/// A table of `rows` risks in eight columns, the shape of the risk report.
pub fn risk_table(rows: u32) -> Table {
    let columns = [
        ("No.", 2),
        ("情報資産", 8),
        ("脅威", 8),
        ("重要度", 3),
        ("可能性", 3),
        ("リスクレベル", 3),
        ("評価", 3),
        ("説明", 14),
    ];
    Table {
        caption: "リスクの一覧".into(),
        columns: columns
            .into_iter()
            .map(|(title, width)| Column {
                title: title.into(),
                width,
                align: if width <= 3 { Align::Center } else { Align::Left },
            })
            .collect(),
        rows: (1..=rows).map(risk_row).collect(),
    }
}

fn risk_row(number: u32) -> Vec<Cell> {
    let (importance, likelihood) = (1 + number % 3, 1 + number / 3 % 3);
    let level = importance * likelihood;
    let (band, tone) = match level {
        6.. => ("高", Tone::High),
        3.. => ("中", Tone::Medium),
        _ => ("低", Tone::Low),
    };
    vec![
        Cell::number(number),
        Cell::plain(format!("顧客リスト その{number}")),
        Cell::plain("ランサムウェアでファイルが開けなくなる"),
        Cell::number(importance),
        Cell::number(likelihood),
        Cell::number(level).toned(tone),
        Cell::plain(band).toned(tone),
        Cell::plain(format!(
            "重要度{importance}（個人情報を含むため）× 被害発生可能性{likelihood} ＝ リスクレベル{level}（{band}）"
        )),
    ]
}

/// The risk report with that many risks, in landscape.
pub fn risk_report(rows: u32) -> Document {
    let mut report = every_block();
    report.front = FrontMatter {
        id: "risk-assessment-report".into(),
        title: "リスクアセスメント結果報告書".into(),
        number: "RPT-001".into(),
        contents: false,
        landscape: true,
        ..report.front
    };
    report.blocks = vec![heading(1, "リスクの一覧"), Block::Table(risk_table(rows))];
    report
}
