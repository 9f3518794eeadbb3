//! A data folder as a company has it: `sonae init`, `sonae import`, `sonae token create`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::measure::{self, Measured};
use crate::programs::{Programs, text};

/// The first person's; the folder is thrown away, so this protects nothing.
pub const EMAIL: &str = "hakaru@example.jp";
/// Long and odd enough for the rule of `sonae init`.
pub const PASSWORD: &str = "q7Vd-mR2x-Lw9z-Tb4k";

/// A data folder of one organization; removed when it is dropped.
pub struct Installation<'a> {
    programs: &'a Programs,
    /// The folder.
    pub folder: PathBuf,
}

impl<'a> Installation<'a> {
    /// A folder with an organization and a person, without assets.
    pub fn new(programs: &'a Programs) -> Self {
        let installation = Self::nothing(programs);
        let mut init = installation.command(&["init", "--organization", "計測商事", "--person", "計測 一郎"]);
        init.args(["--email", EMAIL, "--password-stdin"]).stdin(Stdio::piped()).stderr(Stdio::null());
        let mut child = init.spawn().expect("sonae runs");
        let mut input = child.stdin.take().expect("its input");
        writeln!(input, "{PASSWORD}").expect("sent");
        drop(input);
        assert!(child.wait().expect("sonae runs").success(), "sonae init failed");
        installation
    }

    /// The same with so many assets.
    pub fn with_assets(programs: &'a Programs, lines: u32) -> Self {
        let installation = Self::new(programs);
        installation.import(&programs.register(lines), &[]);
        installation
    }

    /// A folder that does not exist yet.
    pub fn nothing(programs: &'a Programs) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = programs.scratch.join(format!("data-{number}"));
        let _ = std::fs::remove_dir_all(&folder);
        Self { programs, folder }
    }

    /// `sonae import` with those options, measured.
    pub fn import(&self, register: &Path, options: &[&str]) -> Measured {
        let import = ["import", text(register), "--quiet", "--data", text(&self.folder)];
        measure::run(&self.programs.sonae, &[&import, options].concat())
    }

    /// A token for the JSON API.
    pub fn token(&self) -> String {
        let made = self.command(&["token", "create", "--email", EMAIL, "--name", "計測"]).output();
        let made = made.expect("sonae runs");
        assert!(made.status.success(), "sonae token create failed");
        String::from_utf8(made.stdout).expect("a token").trim().to_owned()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.programs.sonae);
        command.args(arguments).arg("--data").arg(&self.folder);
        command
    }
}

impl Drop for Installation<'_> {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
