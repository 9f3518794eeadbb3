//! Levels of headings without gaps, as PDF/UA asks: a document may start at level 2, or go from
//! level 1 to level 3.

/// The headings that are open at a place of the document, by their level in the tree.
#[derive(Debug, Default)]
pub(crate) struct Depths(Vec<u8>);

impl Depths {
    /// The depth of a heading of that level, counted from 1.
    pub(crate) fn heading(&mut self, level: u8) -> usize {
        while self.0.last().is_some_and(|open| *open >= level) {
            self.0.pop();
        }
        self.0.push(level);
        self.0.len()
    }

    /// The depth of an article here: below the last heading.
    pub(crate) fn article(&self) -> usize {
        self.0.len() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::Depths;

    #[test]
    fn has_no_gaps() {
        let mut depths = Depths::default();
        assert_eq!(depths.article(), 1);
        assert_eq!([2, 3, 3, 2, 1, 3].map(|level| depths.heading(level)), [1, 2, 2, 1, 1, 2]);
        assert_eq!(depths.article(), 3);
    }
}
