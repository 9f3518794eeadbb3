//! Lines for people: answers on standard output, what is said about them on standard error.

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
        tell!("標準出力に書けません（{}）。", crate::failure::io_words(&error));
    }
}

/// Writes a line on standard error, if that is possible.
pub fn told(text: Arguments<'_>) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_fmt(text).and_then(|()| out.write_all(b"\n"));
}

/// Whether any line was lost that somebody wanted.
pub fn is_lost() -> bool {
    LOST.load(Ordering::Relaxed)
}

/// As `println!`, but never panics.
macro_rules! say {
    ($($words:tt)*) => { $crate::output::say::line(format_args!($($words)*)) };
}

/// As `eprintln!`, but never panics: where nobody can be told, there is nobody to tell that.
macro_rules! tell {
    ($($words:tt)*) => { $crate::output::say::told(format_args!($($words)*)) };
}

pub(crate) use {say, tell};
