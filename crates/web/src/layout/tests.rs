//! What every screen promises, whatever its content.

use maud::html;

use super::*;
use crate::components::FieldErrors;

fn frame() -> Frame {
    Frame {
        organization: Some("<見本>株式会社".into()),
        role_title: "責任者".into(),
        person_name: "山田".into(),
        sections: vec![
            NavigationItem::new(Section::Home, "ホーム", "/"),
            NavigationItem::new(Section::Settings, "設定", "/settings"),
        ],
        ..Frame::default()
    }
}

fn page(frame: &Frame) -> String {
    Page::new("設定", Section::Settings, frame).render(html! {}).into_string()
}

#[test]
fn marks_the_current_section_only() {
    let page = page(&frame());
    assert!(page.contains(r#"<a href="/settings" aria-current="page">設定</a>"#), "{page}");
    assert!(page.contains(r#"<a href="/">ホーム</a>"#), "{page}");
}

#[test]
fn escapes_names() {
    let page = page(&frame());
    assert!(!page.contains("<見本>"), "{page}");
    assert!(page.contains("<title>設定｜&lt;見本&gt;株式会社｜備え</title>"), "{page}");
}

#[test]
fn has_nothing_that_the_content_security_policy_refuses() {
    let page = page(&Frame { is_sample: true, ..frame() });
    assert!(!page.contains(" style=") && !page.contains("<style"), "{page}");
    assert!(!page.contains(" onclick=") && !page.contains("javascript:"), "{page}");
    for script in page.split("<script").skip(1) {
        assert!(script.starts_with(" src=\"/static/") && script.contains("defer></script>"), "{script}");
    }
}

#[test]
fn says_so_when_the_company_is_the_sample() {
    assert!(!page(&frame()).contains("見本の会社です。"));
    assert!(page(&Frame { is_sample: true, ..frame() }).contains("見本の会社です。"));
}

#[test]
fn offers_to_switch_only_where_there_is_a_choice() {
    let entry = |id: &str, is_current| OrganizationEntry { id: id.into(), name: format!("{id}社"), is_current };
    let one = Frame { organizations: vec![entry("a", true)], ..frame() };
    assert!(!page(&one).contains("会社を切り替える"));
    let two = page(&Frame { organizations: vec![entry("a", true), entry("b", false)], ..frame() });
    assert!(two.contains(r#"<button type="submit" name="organization" value="b">b社</button>"#), "{two}");
    assert!(!two.contains(r#"value="a""#), "{two}");
}

#[test]
fn a_form_with_mistakes_says_so_in_the_window_title() {
    let errors = FieldErrors::general("だめです。");
    let page = PlainPage { errors: &errors, ..PlainPage::new("サインイン") }.render(html! {}).into_string();
    assert!(page.contains("<title>エラー：サインイン｜備え</title>"), "{page}");
}
