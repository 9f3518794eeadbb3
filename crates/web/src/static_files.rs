//! Files that every screen needs, embedded in the binary and addressed by their content:
//! `/static/app.css?v=1a2b3c4d`, so that a browser may keep them for ever.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// One embedded file.
#[derive(Debug, Clone, Copy)]
pub struct StaticFile {
    /// Its name below `/static/`.
    pub name: &'static str,
    /// The `Content-Type` to serve it with.
    pub content_type: &'static str,
    /// The whole content.
    pub bytes: &'static [u8],
}

const STYLE: &str = concat!(
    include_str!("static/css/tokens.css"),
    include_str!("static/css/base.css"),
    include_str!("static/css/layout.css"),
    include_str!("static/css/button.css"),
    include_str!("static/css/field.css"),
    include_str!("static/css/feedback.css"),
    include_str!("static/css/table.css"),
    include_str!("static/css/parts.css"),
    include_str!("static/css/account.css"),
    include_str!("static/css/asset.css"),
    include_str!("static/css/asset_import.css"),
    include_str!("static/css/assessment.css"),
    include_str!("static/css/treatment.css"),
    include_str!("static/css/risk.css"),
    include_str!("static/css/knowledge.css"),
    include_str!("static/css/print.css"),
);

const TEXT: &str = "text/plain; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Everything below `/static/`. Licences stand beside what they belong to.
pub const ALL: &[StaticFile] = &[
    StaticFile { name: "app.css", content_type: "text/css; charset=utf-8", bytes: STYLE.as_bytes() },
    StaticFile { name: "app.js", content_type: SCRIPT, bytes: include_bytes!("static/app.js") },
    StaticFile { name: "paste.js", content_type: SCRIPT, bytes: include_bytes!("static/paste.js") },
    StaticFile { name: "passkey.js", content_type: SCRIPT, bytes: include_bytes!("static/passkey.js") },
    StaticFile { name: "htmx.min.js", content_type: SCRIPT, bytes: include_bytes!("static/htmx.min.js") },
    StaticFile { name: "favicon.svg", content_type: "image/svg+xml", bytes: include_bytes!("static/favicon.svg") },
    StaticFile { name: "htmx.LICENSE.txt", content_type: TEXT, bytes: include_bytes!("static/htmx.LICENSE.txt") },
    StaticFile { name: "tokens.LICENSE.txt", content_type: TEXT, bytes: include_bytes!("static/tokens.LICENSE.txt") },
];

/// Addresses with the first eight hexadecimal digits of each content's SHA-256, in the order of [`ALL`].
static URLS: LazyLock<Vec<String>> = LazyLock::new(|| {
    ALL.iter()
        .map(|file| {
            let digest = Sha256::digest(file.bytes);
            let version: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
            format!("/static/{}?v={version}", file.name)
        })
        .collect()
});

/// The embedded file called `name`, if there is one.
pub fn find(name: &str) -> Option<&'static StaticFile> {
    ALL.iter().find(|file| file.name == name)
}

/// The address of the file called `name`, with its version. An unknown name gives an address that answers 404.
pub fn url(name: &str) -> String {
    match ALL.iter().position(|file| file.name == name).and_then(|position| URLS.get(position)) {
        Some(address) => address.clone(),
        None => format!("/static/{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_ends_with_the_hash_of_its_content() {
        for file in ALL {
            let whole: String = Sha256::digest(file.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(url(file.name), format!("/static/{}?v={}", file.name, whole.get(..8).unwrap_or_default()));
        }
    }

    #[test]
    fn names_are_unique_and_nothing_is_empty() {
        for (position, file) in ALL.iter().enumerate() {
            assert!(!file.bytes.is_empty(), "{} is empty", file.name);
            assert_eq!(ALL.iter().position(|other| other.name == file.name), Some(position), "{}", file.name);
        }
    }

    #[test]
    fn an_unknown_name_has_no_version() {
        assert_eq!(url("none.css"), "/static/none.css");
        assert!(find("none.css").is_none());
    }

    #[test]
    fn the_style_uses_only_values_that_it_defines() {
        for part in STYLE.split("var(").skip(1) {
            let name = part.split(')').next().unwrap_or_default();
            assert!(STYLE.contains(&format!("{name}: ")), "{name} is used but not defined");
        }
    }
}
