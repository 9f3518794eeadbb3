//! Sizes of the page and its letters, as far as they decide about the data; the template says the rest.

use serde::Serialize;

/// Size of the body's letters, in points.
pub(crate) const BODY: f64 = 10.5;
/// Size of the letters in tables, in points.
pub(crate) const SMALL: f64 = 9.0;
/// What a cell leaves free at its left and right together, in points.
pub(crate) const CELL_INSET: f64 = 9.0;

/// A4, upright or on its side, in points. The text is a whole number of letters wide, so that full
/// lines of Japanese need no stretching.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Page {
    /// Of the sheet.
    pub width: f64,
    /// Of the sheet.
    pub height: f64,
    /// At the left and at the right.
    pub margin: f64,
}

impl Page {
    /// The page of a document.
    pub(crate) fn new(landscape: bool) -> Self {
        const SHORT: f64 = 595.276;
        const LONG: f64 = 841.89;
        let (width, height, letters) = if landscape { (LONG, SHORT, 72.0) } else { (SHORT, LONG, 43.0) };
        Self { width, height, margin: (width - letters * BODY) / 2.0 }
    }

    /// Width of the text, in points.
    pub(crate) fn measure(&self) -> f64 {
        self.width - 2.0 * self.margin
    }
}

#[cfg(test)]
mod tests {
    use super::{BODY, CELL_INSET, Page, SMALL};

    #[test]
    fn template_says_the_same() {
        let (style, table) = (include_str!("template/style.typ"), include_str!("template/table.typ"));
        assert!(style.contains(&format!("#let body-size = {BODY:?}pt")));
        assert!(style.contains(&format!("#let small-size = {SMALL}pt")));
        assert!(table.contains(&format!("#let inset = {}pt", CELL_INSET / 2.0)));
    }

    #[test]
    fn text_is_a_whole_number_of_letters_wide() {
        assert!((Page::new(false).measure() - 43.0 * BODY).abs() < 1e-9);
        assert!((Page::new(true).measure() - 72.0 * BODY).abs() < 1e-9);
    }
}
