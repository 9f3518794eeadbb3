//! The programs that a run needs, beside this one.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::measure::{self, Measured};

/// Runs of each command; the median counts.
pub const RUNS: usize = 5;

/// Where they are, and a folder for what they make.
pub struct Programs {
    /// What is measured.
    pub sonae: PathBuf,
    /// Merely reads the cells.
    pub bare_calamine: PathBuf,
    /// Merely lays out a table.
    pub bare_typst: PathBuf,
    /// Merely answers bytes.
    pub bare_axum: PathBuf,
    /// Merely loads the catalog.
    pub load_catalog: PathBuf,
    generate: PathBuf,
    /// Registers and what is made of them; stays for the next run.
    pub scratch: PathBuf,
}

impl Programs {
    /// The programs in this one's folder.
    pub fn find() -> Self {
        let me = std::env::current_exe().expect("own path");
        let folder = me.parent().expect("target folder").to_path_buf();
        let scratch = folder.join("bench-scratch");
        std::fs::create_dir_all(&scratch).expect("scratch folder");
        let example = |name: &str| folder.join("examples").join(name);
        Self {
            sonae: folder.join("sonae"),
            bare_calamine: example("bare_calamine"),
            bare_typst: example("bare_typst_table"),
            bare_axum: example("bare_axum"),
            load_catalog: example("load_catalog"),
            generate: example("generate_register"),
            scratch,
        }
    }

    /// A register of so many lines.
    pub fn register(&self, lines: u32) -> PathBuf {
        let path = self.scratch.join(format!("register-{lines}.xlsx"));
        if !path.exists() {
            let status = Command::new(&self.generate).arg(lines.to_string()).arg(&path).status();
            assert!(status.expect("generator runs").success(), "the generator failed");
        }
        path
    }

    /// The middle of several runs.
    pub fn measured(&self, program: &Path, arguments: &[&str]) -> Measured {
        measure::median((0..RUNS).map(|_| measure::run(program, arguments)).collect())
    }
}

/// The path as text.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("scratch paths are plain")
}
