//! 脅威の状況: how likely (起こりやすさ) the company says each threat line of its media is.

mod rate;

pub use rate::{RatedLine, Ratings, rate, ratings};
