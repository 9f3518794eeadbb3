//! Lines on standard output, for commands that answer a few of them.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether a line could not be written.
static LOST: AtomicBool = AtomicBool::new(false);

/// Writes a line. A reader that has heard enough (`sonae catalog check | head`) is no failure; anything else is
/// told, and the program does not end well ([`is_lost`]).
pub fn line(text: Arguments<'_>) {
    let mut out = std::io::stdout().lock();
    let written = out.write_fmt(text).and_then(|()| out.write_all(b"\n"));
    let Err(error) = written.and_then(|()| out.flush()) else { return };
    if error.kind() != ErrorKind::BrokenPipe && !LOST.swap(true, Ordering::Relaxed) {
        eprintln!("標準出力に書けません（{}）。", crate::failure::io_words(&error));
    }
}

/// Whether any line was lost that somebody wanted.
pub fn is_lost() -> bool {
    LOST.load(Ordering::Relaxed)
}

/// As `println!`, but never panics.
macro_rules! say {
    ($($words:tt)*) => { $crate::output::say::line(format_args!($($words)*)) };
}

pub(crate) use say;
