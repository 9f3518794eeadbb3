//! Which part of a list is shown, and the way to the next part.

use maud::{Markup, html};

/// The line below a list.
#[derive(Debug, Clone, Default)]
pub struct Pager {
    /// How many there are in all, if known.
    pub total: Option<u64>,
    /// Number of the first one shown, from 1; none when the place in the list is not known.
    pub first: Option<u64>,
    /// How many are shown.
    pub shown: u64,
    /// How many a page holds (「次の100件」).
    pub page_size: u64,
    /// The page before.
    pub previous_href: Option<String>,
    /// The page after.
    pub next_href: Option<String>,
    /// Further links (「Excelで出力」).
    pub more: Option<Markup>,
}

impl Pager {
    /// The line.
    pub fn render(&self) -> Markup {
        html! {
            nav.pager aria-label="一覧のページ" {
                p { (self.words()) }
                ul {
                    @if let Some(href) = &self.previous_href { li { a href=(href) rel="prev" { "前の" (self.page_size) "件" } } }
                    @if let Some(href) = &self.next_href { li { a href=(href) rel="next" { "次の" (self.page_size) "件" } } }
                    @if let Some(more) = &self.more { li { (more) } }
                }
            }
        }
    }

    fn words(&self) -> String {
        let shown = match self.first {
            _ if self.shown == 0 => "0件".to_owned(),
            Some(first) if self.shown > 1 => format!("{}〜{}件目", thousands(first), thousands(first + self.shown - 1)),
            Some(first) => format!("{}件目", thousands(first)),
            None => format!("{}件", thousands(self.shown)),
        };
        match self.total {
            Some(total) if total == self.shown => format!("全{}件を表示", thousands(total)),
            Some(total) => format!("{}件のうち{shown}を表示", thousands(total)),
            None => format!("{shown}を表示"),
        }
    }
}

/// A count with its thousands set apart: 12,345.
pub fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_which_part_is_shown() {
        let pager = Pager { total: Some(2_000), first: Some(101), shown: 100, page_size: 100, ..Pager::default() };
        assert_eq!(pager.words(), "2,000件のうち101〜200件目を表示");
        assert_eq!(Pager { total: Some(36), first: Some(1), shown: 36, ..Pager::default() }.words(), "全36件を表示");
        assert_eq!(Pager { total: Some(0), ..Pager::default() }.words(), "全0件を表示");
        assert_eq!(Pager { shown: 100, ..Pager::default() }.words(), "100件を表示");
        assert_eq!(
            Pager { total: Some(101), first: Some(101), shown: 1, ..Pager::default() }.words(),
            "101件のうち101件目を表示"
        );
    }

    #[test]
    fn sets_thousands_apart() {
        assert_eq!([0, 999, 1_000, 100_000, 1_234_567].map(thousands), ["0", "999", "1,000", "100,000", "1,234,567"]);
    }
}
