//! A progress bar for whatever takes longer than a second.

use std::cell::OnceCell;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a step stays silent.
const SILENT: Duration = Duration::from_secs(1);

/// Progress of one step, on standard error, only where a person looks at it.
pub struct Progress {
    bar: OnceCell<ProgressBar>,
    started: Instant,
    quiet: bool,
    message: &'static str,
}

impl Progress {
    /// Begins a step.
    pub fn new(message: &'static str, quiet: bool) -> Self {
        Self { bar: OnceCell::new(), started: Instant::now(), quiet, message }
    }

    /// `done` of `total` (where known) are done; shown once a second has passed.
    pub fn at(&self, done: u64, total: Option<u64>) {
        if self.quiet || self.started.elapsed() < SILENT {
            return;
        }
        let bar = self.bar.get_or_init(|| self.begin(total));
        bar.set_position(done);
    }

    fn begin(&self, total: Option<u64>) -> ProgressBar {
        let template = if total.is_some() { "{msg} {bar:30} {pos}/{len}" } else { "{msg} {spinner} {pos}行" };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr_with_hz(10));
        bar.with_style(style).with_message(self.message)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
