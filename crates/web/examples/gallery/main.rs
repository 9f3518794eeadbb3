//! Writes pages that show every component, for pictures and for the accessibility check:
//! `cargo run -p web --example gallery -- /tmp/look`.

mod forms;
mod lists;
mod parts;
mod work;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use maud::{Markup, html};
use web::components::*;
use web::layout::{Frame, NavigationItem, OrganizationEntry, Section};
use web::static_files;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("/tmp/look"), PathBuf::from);
    fs::create_dir_all(folder.join("static"))?;
    for file in static_files::ALL {
        fs::write(folder.join("static").join(file.name), file.bytes)?;
    }
    for (name, page) in pages() {
        write(&folder, name, &page)?;
    }
    Ok(())
}

/// Files are opened without a server, so addresses become relative ones.
fn write(folder: &Path, name: &str, page: &Markup) -> Result<(), Box<dyn Error>> {
    let path = folder.join(format!("{name}.html"));
    fs::write(&path, page.0.replace("\"/static/", "\"static/"))?;
    println!("{}", path.display());
    Ok(())
}

fn pages() -> Vec<(&'static str, Markup)> {
    vec![
        ("home", work::home()),
        ("assets", lists::assets()),
        ("asset-form", forms::asset_form()),
        ("risk", work::risk()),
        ("document", work::regulation()),
        ("parts", parts::parts()),
        ("empty", lists::empty()),
        ("confirm", forms::confirm()),
        ("import", lists::import()),
        ("sign-in", forms::sign_in()),
        ("set-up", forms::set_up()),
    ]
}

fn frame(is_sample: bool) -> Frame {
    let sections = [
        (Section::Home, "ホーム"),
        (Section::Organization, "組織"),
        (Section::Assets, "情報資産台帳"),
        (Section::Risks, "リスク"),
        (Section::Incidents, "事例とインシデント"),
        (Section::Checks, "自己点検"),
        (Section::Controls, "管理策"),
        (Section::Documents, "文書"),
        (Section::Plans, "対策計画"),
        (Section::Training, "教育"),
        (Section::Audits, "内部監査"),
        (Section::Knowledge, "知識"),
        (Section::AuditLog, "記録"),
        (Section::Settings, "設定"),
    ];
    let remove = Button { label: "見本を消して始める", is_small: true, ..Button::default() };
    Frame {
        organization: Some("見本工業株式会社".into()),
        role_title: "情報セキュリティ責任者".into(),
        person_name: "山田 花子".into(),
        sections: sections.into_iter().map(|(section, title)| NavigationItem::new(section, title, "#")).collect(),
        organizations: vec![
            OrganizationEntry { id: "1".into(), name: "見本工業株式会社".into(), is_current: true },
            OrganizationEntry { id: "2".into(), name: "あおぞら商事株式会社".into(), is_current: false },
        ],
        is_sample,
        sample_form: Some(html! { form method="post" action="#" { (remove.render()) } }),
        ..Frame::default()
    }
}

fn link(kind: ButtonKind, label: &str) -> Markup {
    LinkButton { kind, label, href: "#", ..LinkButton::default() }.render()
}
