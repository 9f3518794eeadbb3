//! Puts `catalog/` into the library: every file as the text that people mend, and as JSON, which is
//! read five times as quickly. A file that is no TOML has no JSON; reading its text names the mistake.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../catalog").canonicalize()?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", root.display());
    let mut paths = Vec::new();
    collect(&root, "", &mut paths)?;
    paths.sort();
    let mut list = String::from("[\n");
    for path in &paths {
        let source = root.join(path);
        let table: Option<toml::Table> = toml::from_str(&fs::read_to_string(&source)?).ok();
        let compact = table.map(|table| serde_json::to_string(&table)).transpose()?.unwrap_or_default();
        let place = out.join(path.replace('/', "+")).with_extension("json");
        fs::write(&place, compact)?;
        writeln!(list, "File {{ path: {path:?}, text: include_str!({source:?}), compact: include_str!({place:?}) }},")?;
    }
    list.push(']');
    fs::write(out.join("files.rs"), list)?;
    Ok(())
}

/// Paths of the `.toml` files below a folder.
fn collect(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), paths)?;
        } else if name.ends_with(".toml") {
            paths.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}
