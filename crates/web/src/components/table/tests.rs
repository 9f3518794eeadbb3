//! What assistive technology and a phone get.

use super::*;

fn register() -> Table<'static> {
    Table {
        id: "assets",
        caption: "情報資産",
        columns: vec![
            Column::new("情報資産名称").sorted("?sort=-name", Some(Direction::Ascending)),
            Column::new("重要度").sorted("?sort=importance", None),
            Column::new("リスク").unlabelled(),
        ],
        rows: vec![Row {
            id: "1".into(),
            name: "<顧客>".into(),
            is_selected: true,
            cells: vec![html! { "<顧客>" }, html! { "3" }, html! { "高 6" }],
        }],
        selection: Some(Selection { name: "asset", form: "bulk" }),
        ..Table::default()
    }
}

#[test]
fn says_how_it_is_sorted() {
    let page = register().render().into_string();
    assert!(page.contains(r#"aria-sort="ascending"><a class="table-sort-link" href="?sort=-name">"#), "{page}");
    assert!(page.contains(r#"aria-sort="none"><a class="table-sort-link" href="?sort=importance">"#), "{page}");
}

#[test]
fn each_value_keeps_its_heading_for_a_phone() {
    let page = register().render().into_string();
    assert!(page.contains(r#"<td role="cell" data-label="重要度">3</td>"#), "{page}");
    assert!(page.contains(r#"<td role="cell">高 6</td>"#), "{page}");
}

#[test]
fn checkboxes_name_their_line_and_their_form() {
    let page = register().render().into_string();
    assert!(page.contains("「&lt;顧客&gt;」を選ぶ"), "{page}");
    assert!(page.contains(r#"name="asset" value="1" form="bulk" checked>"#), "{page}");
}

#[test]
fn a_scrolling_table_can_be_reached_with_the_keyboard() {
    let page = Table { on_phone: OnPhone::Scroll, ..register() }.render().into_string();
    assert!(
        page.starts_with(r#"<div class="table-frame" role="region" tabindex="0" aria-labelledby="assets-caption">"#),
        "{page}"
    );
}
