//! What is being done, for whatever takes longer than a second: shown on standard error, moved by a
//! thread of its own, so that it moves also while one long step tells nothing.

use std::borrow::Cow;
use std::io::IsTerminal as _;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a step stays silent.
const SILENT: Duration = Duration::from_secs(1);
/// How often the indicator moves.
const TICK: Duration = Duration::from_millis(120);

/// Progress of one command's step, only where a person looks at it and has not asked for quiet.
pub struct Progress {
    bar: ProgressBar,
    /// Dropped, it ends the thread that shows the bar.
    end: Option<Sender<()>>,
    shown: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins a step of unknown length: what is done, and for how long already.
    pub fn of(what: impl Into<Cow<'static, str>>, quiet: bool) -> Self {
        Self::begin(ProgressBar::hidden(), "{spinner} {seconds}秒 {wide_msg}", what, quiet)
    }

    /// Begins reading a register: its lines are counted ([`Self::at`]).
    pub fn of_lines(what: impl Into<Cow<'static, str>>, quiet: bool) -> Self {
        Self::begin(ProgressBar::hidden(), "{spinner} {seconds}秒 {pos}行 {wide_msg}", what, quiet)
    }

    /// Begins several pieces of work, one after the other ([`Self::next`]).
    pub fn of_pieces(pieces: usize, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(pieces as u64), ProgressDrawTarget::hidden());
        Self::begin(bar, "{spinner} {seconds}秒 {bar:12} {pos}/{len} {wide_msg}", "", quiet)
    }

    /// So much is done.
    pub fn at(&self, done: u64) {
        self.bar.set_position(done);
    }

    /// `done` pieces are done, and now comes `what`.
    pub fn next(&self, done: usize, what: String) {
        self.bar.set_message(what);
        self.bar.set_position(done as u64);
    }

    fn begin(bar: ProgressBar, template: &str, what: impl Into<Cow<'static, str>>, quiet: bool) -> Self {
        if quiet || !std::io::stderr().is_terminal() {
            return Self { bar: ProgressBar::hidden(), end: None, shown: None };
        }
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner());
        bar.set_style(style.with_key("seconds", |state: &indicatif::ProgressState, out: &mut dyn std::fmt::Write| {
            let _ = write!(out, "{}", state.elapsed().as_secs());
        }));
        bar.set_message(what);
        let (end, ended) = channel::<()>();
        let moved = bar.clone();
        let shown = thread::spawn(move || {
            if ended.recv_timeout(SILENT) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            moved.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
            moved.enable_steady_tick(TICK);
            let _ = ended.recv();
            moved.finish_and_clear();
        });
        Self { bar, end: Some(end), shown: Some(shown) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end = None;
        if let Some(shown) = self.shown.take() {
            let _ = shown.join();
        }
    }
}
