//! The arrows of `docs/ARCHITECTURE.md`: who may depend on whom, and who alone sees what.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::process::Command;

/// What a crate of ours may depend on among ours (tests may also use `testkit`).
const ARROWS: [(&str, &[&str]); 15] = [
    ("method", &[]),
    ("japanese", &[]),
    ("chart", &[]),
    ("catalog", &["japanese", "method"]),
    ("assessment", &["catalog", "japanese", "method"]),
    ("document", &["assessment", "catalog", "chart", "japanese", "method"]),
    ("sheet", &["document", "japanese", "method"]),
    ("docx", &["document"]),
    ("html", &["document"]),
    ("pdf", &["document", "japanese"]),
    ("app", &["assessment", "catalog", "chart", "document", "japanese", "method", "sheet"]),
    ("web", &["app", "catalog", "chart", "document", "japanese", "method"]),
    (
        "sonae",
        &[
            "app",
            "web",
            "assessment",
            "catalog",
            "chart",
            "document",
            "docx",
            "html",
            "japanese",
            "method",
            "pdf",
            "sheet",
        ],
    ),
    ("testkit", &["app", "document", "method"]),
    ("bench", &[]),
];

/// Libraries that one room alone may see.
const SEEN_BY: [(&str, &[&str]); 9] = [
    ("typst", &["pdf"]),
    ("typst-pdf", &["pdf"]),
    ("calamine", &["sheet"]),
    ("rust_xlsxwriter", &["sheet", "testkit"]),
    ("sea-orm", &["app", "testkit"]),
    ("sea-orm-migration", &["app"]),
    ("axum", &["web"]),
    ("clap", &["sonae"]),
    ("anyhow", &["sonae"]),
];

/// Normal dependencies of every crate of the workspace, by name.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let name = |value: &serde_json::Value| value["name"].as_str().unwrap().to_owned();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let all = package["dependencies"].as_array().unwrap().iter();
            let normal = all.filter(|dependency| dependency["kind"].is_null()).map(name);
            (name(package), normal.collect())
        })
        .collect()
}

#[test]
fn dependencies_follow_the_arrows() {
    let dependencies = dependencies();
    let known: Vec<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    for (name, needs) in &dependencies {
        let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| known == name) else {
            panic!("the crate `{name}` has no place in docs/ARCHITECTURE.md");
        };
        for need in needs.iter().filter(|need| known.contains(&need.as_str())) {
            assert!(allowed.contains(&need.as_str()), "`{name}` must not depend on `{need}`");
        }
    }
    assert_eq!(dependencies.len(), ARROWS.len(), "every crate named here must exist");
}

#[test]
fn heavy_libraries_stay_in_their_rooms() {
    for (name, needs) in dependencies() {
        for (library, rooms) in SEEN_BY {
            if needs.iter().any(|need| need == library) {
                assert!(rooms.contains(&name.as_str()), "only {rooms:?} may use `{library}`, not `{name}`");
            }
        }
    }
}
