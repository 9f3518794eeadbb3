//! 様式: sheets and ledgers behind the document that asks for them.

use catalog::{Clause, Field, FieldKind, FormFile, FormKind, Regulation, RegulationFile};

use super::Drafter;
use crate::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Inline, Note, Text, Tone};

/// A ledger of more columns could not be written on by hand: it gets a sheet for each entry instead.
const COLUMNS: usize = 10;
/// Empty lines of a ledger.
const LINES: usize = 6;

impl Drafter<'_> {
    /// The regulation behind which a form stands: that of the first of its clauses whose regulation the
    /// company needs.
    fn home(&self, form: &FormFile) -> Option<&RegulationFile> {
        form.form
            .clauses
            .iter()
            .find_map(|id| self.needed_regulations().find(|file| file.clauses.iter().any(|clause| clause.id == *id)))
    }

    /// The forms that stand behind a regulation.
    pub(super) fn forms_of(&self, file: &RegulationFile) -> Vec<&FormFile> {
        let id = file.regulation.id.as_str();
        self.catalog.forms.iter().filter(|form| self.home(form).is_some_and(|home| home.regulation.id == id)).collect()
    }

    /// The forms that any of the clauses uses.
    pub(super) fn forms_for(&self, clauses: &[(u32, &Clause)]) -> Vec<&FormFile> {
        let used = |form: &&FormFile| clauses.iter().any(|(_, clause)| uses(&clause.id, form));
        self.catalog.forms.iter().filter(used).collect()
    }

    /// Says at each article of a regulation which forms it uses; of a form behind another one, where that is.
    pub(super) fn name_forms_of(&self, regulation: &Regulation, blocks: &mut [Block]) {
        self.name_forms(blocks, |form| {
            let (home, title) = (&self.home(form)?.regulation, &form.form.title);
            let elsewhere = home.id != regulation.id;
            Some(if elsewhere {
                format!("{title}（{} {}にあります）", home.number, home.title)
            } else {
                title.clone()
            })
        });
    }

    /// Says at each article which forms it uses, in the words of `name`.
    pub(super) fn name_forms(&self, blocks: &mut [Block], name: impl Fn(&FormFile) -> Option<String>) {
        for block in blocks {
            let Block::Article(article) = block else { continue };
            let used = self.catalog.forms.iter().filter(|form| uses(&article.id, form));
            let titles: Vec<String> = used.filter_map(&name).collect();
            if !titles.is_empty() {
                article.notes.push(Note { label: "様式", text: titles.join("、").into() });
            }
        }
    }

    /// A form, on a page of its own.
    pub(super) fn form(&self, file: &FormFile) -> Vec<Block> {
        let form = &file.form;
        let keeper = self.catalog.role(&form.keeper).map_or(form.keeper.as_str(), |role| &role.title);
        let mut blocks =
            vec![Block::PageBreak, heading(1, format!("様式：{}", form.title)), paragraph(form.purpose.trim())];
        match form.kind {
            FormKind::Ledger if file.fields.len() <= COLUMNS => blocks.extend(ledger(&file.fields)),
            FormKind::Ledger | FormKind::Sheet => blocks.push(sheet(&file.fields)),
        }
        blocks.push(paragraph(format!("保管：{keeper}が{}保管する。", form.retention)));
        if !form.notes.is_empty() {
            let items = form.notes.iter().map(|note| note.as_str().into()).collect();
            blocks.push(Block::List { ordered: false, items });
        }
        blocks
    }
}

fn uses(clause: &str, form: &FormFile) -> bool {
    form.form.clauses.iter().any(|id| id == clause)
}

/// One line a field.
fn sheet(fields: &[Field]) -> Block {
    let rows = fields.iter().map(|field| {
        let room = match field.kind {
            FieldKind::Choice => boxes(field.choices.iter().map(String::as_str)),
            FieldKind::YesNo => boxes(["はい", "いいえ"].into_iter()),
            FieldKind::Date => "　　　　年　　月　　日".to_owned(),
            FieldKind::LongText => "\n\n\n".to_owned(),
            FieldKind::Text | FieldKind::Signature => "\n".to_owned(),
        };
        vec![label(field), Cell::plain(room), Cell::plain(&field.hint).toned(Tone::Muted)]
    });
    let columns = vec![Column::left("項目", 5), Column::left("記入", 9), Column::left("書き方", 6)];
    table("", columns, rows.collect())
}

/// One column a field with empty lines, and below it what belongs in each.
fn ledger(fields: &[Field]) -> [Block; 2] {
    let columns = fields.iter().map(|field| {
        let width = match field.kind {
            FieldKind::LongText => 7,
            FieldKind::Text | FieldKind::Choice => 5,
            FieldKind::Date | FieldKind::YesNo | FieldKind::Signature => 4,
        };
        Column::left(&field.label, width)
    });
    // Two lines high, to be written on by hand.
    let lines = vec![vec![Cell::plain("\n"); fields.len()]; LINES];
    let hints = fields.iter().map(|field| {
        let choices = if field.choices.is_empty() { String::new() } else { field.choices.join("・") };
        let words = [field.hint.as_str(), choices.as_str()].into_iter().filter(|words| !words.is_empty());
        vec![label(field), Cell::plain(words.collect::<Vec<_>>().join("\n"))]
    });
    let hint_columns = vec![Column::left("欄", 5), Column::left("書き方", 15)];
    [table("", columns.collect(), lines), table("欄の書き方", hint_columns, hints.collect())]
}

fn label(field: &Field) -> Cell {
    let mut words = vec![Inline::Strong(field.label.clone())];
    if field.required {
        words.push(Inline::Plain("（必須）".into()));
    }
    Cell::from(Text(words))
}

fn boxes<'a>(choices: impl Iterator<Item = &'a str>) -> String {
    choices.map(|choice| format!("□ {choice}")).collect::<Vec<_>>().join("\n")
}
