//! The lines of each part of a preview.

use app::asset::import::{Line, LineChange, Lines, Missing, Preview, Problem};
use app::asset::{Content, Field};
use maud::{Markup, html};
use method::Valuation;

use super::preview::FORM;
use super::view::{PAGE, Part, View};
use super::words;
use crate::components::{Column, EmptyState, Pager, Row, Selection, Table, difference};

/// The table's id.
pub(super) const TABLE: &str = "lines";

/// One page of the part.
pub(super) fn list(preview: &Preview, view: &View) -> Markup {
    match view.part {
        Part::New => page(view, &of_kind(preview, Lines::New), NEW, new_columns(), new_row),
        Part::Changed => page(view, &of_kind(preview, Lines::Changed), CHANGED, changed_columns(), changed_row),
        Part::Unchanged => {
            page(view, &of_kind(preview, Lines::Unchanged), UNCHANGED, unchanged_columns(), unchanged_row)
        }
        Part::Unusable => unusable(preview, view),
        Part::Missing => {
            let missing: Vec<&Missing> = preview.missing.iter().collect();
            let has_moved = missing.iter().any(|missing| missing.moved);
            page(view, &missing, MISSING, missing_columns(has_moved), |missing| missing_row(missing, has_moved))
        }
    }
}

/// Caption and words for an empty list.
type Words = (&'static str, &'static str, &'static str);

const NEW: Words = ("台帳に加わる情報資産", "新しく加わる情報資産はありません。", "");
const CHANGED: Words = ("変わる情報資産と、前後の値", "変わる情報資産はありません。", "");
const UNCHANGED: Words = ("台帳と同じ行", "台帳とまったく同じ行はありません。", "");
const UNUSABLE: Words = ("使えないセルと、その直し方", "使えない行はありません。", "すべての行を読み取れました。");
const MISSING: Words = (
    "台帳にあって、ファイルにない情報資産",
    "ファイルにない情報資産はありません。",
    "台帳の情報資産は、すべてファイルにもあります。",
);

fn of_kind(preview: &Preview, kind: Lines) -> Vec<&Line> {
    preview.lines.iter().filter(|line| line.kind() == kind).collect()
}

fn page<T>(
    view: &View,
    all: &[&T],
    (caption, empty, text): Words,
    columns: Vec<Column<'static>>,
    row: impl Fn(&T) -> Row,
) -> Markup {
    if all.is_empty() {
        return EmptyState { title: empty, text, actions: html! {} }.render();
    }
    let shown: Vec<_> = all.iter().skip(view.from).take(PAGE).map(|item| row(item)).collect();
    let count = shown.len();
    let selection = view.part.is_chosen_from().then_some(Selection { name: "row", form: FORM });
    let next = view.from + PAGE;
    let pager = Pager {
        total: Some(all.len() as u64),
        first: Some(view.from as u64 + 1),
        shown: count as u64,
        page_size: PAGE as u64,
        previous_href: (view.from > 0).then(|| view.href(view.part, view.from.saturating_sub(PAGE))),
        next_href: (next < all.len()).then(|| view.href(view.part, next)),
        more: None,
    };
    html! {
        (Table { id: TABLE, caption, columns, rows: shown, selection, ..Table::default() }.render())
        (pager.render())
    }
}

fn chosen_row(line: &Line, cells: Vec<Markup>) -> Row {
    Row { id: line.row.to_string(), name: format!("{}行目 {}", line.row, line.name()), cells, ..Row::default() }
}

fn new_columns() -> Vec<Column<'static>> {
    vec![
        Column::new("情報資産名称"),
        Column::new("行").at_end(),
        Column::new("業務分類"),
        Column::new("媒体・保存先"),
        Column::new("管理部署"),
        Column::new("評価値"),
        Column::new("重要度").centered(),
    ]
}

fn new_row(line: &Line) -> Row {
    let LineChange::New(content) = &line.change else { return Row::default() };
    let asset = &content.line;
    chosen_row(
        line,
        vec![
            html! { (asset.name) @if !asset.remarks.is_empty() { small { (asset.remarks) } } },
            html! { (line.row) },
            html! { (asset.business) },
            html! { (medium(asset)) },
            html! { (asset.department) },
            html! { (valuation(content)) },
            html! { (content.importance().value) },
        ],
    )
}

fn medium(asset: &method::Asset) -> Markup {
    let written = &asset.medium_as_written;
    html! { (asset.medium.title()) @if written != asset.medium.title() { small { (written) } } }
}

/// 「機密性3 完全性3 可用性2」, or 「資産価値3」
fn valuation(content: &Content) -> String {
    match content.line.valuation {
        Valuation::Ratings(ratings) => {
            format!("機密性{} 完全性{} 可用性{}", ratings.confidentiality, ratings.integrity, ratings.availability)
        }
        Valuation::AssetValue(value) => format!("資産価値{value}"),
    }
}

fn changed_columns() -> Vec<Column<'static>> {
    vec![Column::new("情報資産名称"), Column::new("行").at_end(), Column::new("変わる項目").unlabelled().block()]
}

fn changed_row(line: &Line) -> Row {
    let differences = line.differences();
    let name = match &line.change {
        LineChange::Changed(change) => change.0.content.line.name.clone(),
        _ => line.name().to_owned(),
    };
    let changes = html! {
        dl.changes {
            @for change in &differences {
                div { dt { (title(&change.field)) } dd { (difference(&change.before, &change.after)) } }
            }
        }
    };
    chosen_row(line, vec![html! { (name) }, html! { (line.row) }, changes])
}

fn title(field: &Field) -> &str {
    field.title()
}

fn unchanged_columns() -> Vec<Column<'static>> {
    vec![Column::new("情報資産名称"), Column::new("行").at_end()]
}

fn unchanged_row(line: &Line) -> Row {
    Row::new(vec![html! { (line.name()) }, html! { (line.row) }])
}

fn missing_columns(has_moved: bool) -> Vec<Column<'static>> {
    let mut columns = vec![Column::new("情報資産名称"), Column::new("業務分類"), Column::new("媒体・保存先")];
    if has_moved {
        columns.push(Column::new("お知らせ").unlabelled().block());
    }
    columns
}

fn missing_row(missing: &Missing, has_moved: bool) -> Row {
    let written = &missing.medium_as_written;
    let mut cells = vec![
        html! { a href={ "/assets/" (missing.id) } { (missing.name) } },
        html! { (missing.business) },
        html! { (missing.medium.title()) @if written != missing.medium.title() { small { (written) } } },
    ];
    if has_moved {
        cells.push(html! {
            @if missing.moved {
                "ファイルには、同じ名称で保存先の違う行があります。保存先が変わったのなら、取り込んだあとで、こちらを削除してください。"
            }
        });
    }
    Row::new(cells)
}

fn unusable(preview: &Preview, view: &View) -> Markup {
    let problems: Vec<&Problem> = preview.unusable.iter().flat_map(|line| &line.problems).collect();
    // A CSV file and pasted cells have no sheets.
    let has_sheets = problems.iter().any(|problem| !problem.sheet.is_empty());
    let mut columns = vec![Column::new("セル")];
    columns.extend(has_sheets.then(|| Column::new("シート")));
    columns.extend([Column::new("行").at_end(), Column::new("列"), Column::new("値"), Column::new("直し方").block()]);
    let list = page(view, &problems, UNUSABLE, columns, |problem: &Problem| {
        let mut cells = vec![html! { (if problem.cell.is_empty() { "行全体" } else { &problem.cell }) }];
        cells.extend(has_sheets.then(|| html! { (problem.sheet) }));
        cells.extend([
            html! { (problem.row) },
            html! { (problem.column) },
            html! { @if problem.value.is_empty() { span.blank { "（空欄）" } } @else { (problem.value) } },
            html! { (words::what_to_do(&problem.message, &problem.cell)) },
        ]);
        Row::new(cells)
    });
    html! {
        @if !problems.is_empty() {
            p {
                "次のセルを直すと、その行も取り込めます。ほかの行は、このまま取り込めます。"
                a href={ "/assets/import/" (view.id) "/problems" } { "この一覧をCSVで保存する" }
            }
        }
        (list)
    }
}
