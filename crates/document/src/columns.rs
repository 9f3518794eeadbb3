//! How wide the columns of a table are.

use japanese::{longest_run, width_in_letters};

use crate::Table;

/// A column is made wider for words without a break of up to that many letters.
const LONGEST: f64 = 7.0;
/// Words of up to that many letters stay in one line, the first of these that has room for all columns: リスクレベル in one
/// line rather than in two, 機密性 rather than three lines of one letter.
const SHORT: [f64; 3] = [6.0, 4.0, 0.0];

/// Width of every column in points, together `measure`: their shares of it, but no column narrower
/// than its short words and its longest number, where the others have the room. `letter` is the size of
/// the letters and `inset` what a cell leaves free at its left and right together, in points.
pub fn column_widths(table: &Table, measure: f64, letter: f64, inset: f64) -> Vec<f64> {
    let parts: Vec<f64> = table.columns.iter().map(|column| f64::from(column.width.max(1))).collect();
    let wanted = SHORT.into_iter().map(|short| least(table, short, letter, inset));
    let Some(least) = wanted.into_iter().find(|least| least.iter().sum::<f64>() <= measure) else {
        return share(&parts, measure);
    };
    // Columns that need more than their share get what they need; the others share the rest, which
    // may make further ones need more.
    let mut fixed: Vec<Option<f64>> = vec![None; parts.len()];
    loop {
        let free: Vec<f64> = parts.iter().zip(&fixed).map(|(part, fixed)| fixed.map_or(*part, |_| 0.0)).collect();
        let shares = share(&free, measure - fixed.iter().flatten().sum::<f64>());
        let narrow: Vec<usize> =
            (0..parts.len()).filter(|index| fixed[*index].is_none() && shares[*index] < least[*index]).collect();
        if narrow.is_empty() {
            return shares.iter().zip(fixed).map(|(share, fixed)| fixed.unwrap_or(*share)).collect();
        }
        for index in narrow {
            fixed[index] = Some(least[index]);
        }
    }
}

fn share(parts: &[f64], measure: f64) -> Vec<f64> {
    let all: f64 = parts.iter().sum();
    parts.iter().map(|part| part / all.max(1.0) * measure).collect()
}

/// What every column needs at least, in points, if words of up to `short` letters stay in one line.
fn least(table: &Table, short: f64, letter: f64, inset: f64) -> Vec<f64> {
    let of_head = |title: &str| longest_run(title).max(width_in_letters(title).min(short));
    let of_line =
        |line: &str| longest_run(line).max(Some(width_in_letters(line)).filter(|width| *width <= short).unwrap_or(0.0));
    let mut letters: Vec<f64> = table.columns.iter().map(|column| of_head(&column.title)).collect();
    for row in &table.rows {
        for (cell, letters) in row.iter().zip(&mut letters) {
            *letters = cell.text.to_plain().lines().map(of_line).fold(*letters, f64::max);
        }
    }
    letters.into_iter().map(|letters| letters.min(LONGEST) * letter + inset).collect()
}

#[cfg(test)]
mod tests {
    use super::column_widths;
    use crate::{Cell, Column, Table};

    fn widths(columns: &[(&str, u16)], cells: &[&str]) -> Vec<f64> {
        column_widths(&table(columns, cells), 400.0, 9.0, 9.0)
    }

    fn table(columns: &[(&str, u16)], cells: &[&str]) -> Table {
        Table {
            caption: String::new(),
            columns: columns.iter().map(|(title, width)| Column::left(*title, *width)).collect(),
            rows: vec![cells.iter().map(|words| Cell::plain(*words)).collect()],
        }
    }

    #[test]
    fn are_shares_where_all_words_fit() {
        let widths = widths(&[("資産", 1), ("説明", 3)], &["顧客", "説明"]);
        assert_eq!(widths, [100.0, 300.0]);
    }

    #[test]
    fn make_room_for_numbers() {
        let widths = widths(&[("No.", 1), ("資産", 20), ("額", 1)], &["1", "顧客", "12,000"]);
        assert!(widths[0] > 20.0 && widths[2] > 40.0, "{widths:?}");
        assert!((widths.iter().sum::<f64>() - 400.0).abs() < 1e-6);
    }

    #[test]
    fn keep_short_heads_in_one_line() {
        let widths = widths(&[("機密性", 1), ("説明", 30)], &["2", "説明"]);
        assert!((widths[0] - 36.0).abs() < 1e-6, "{widths:?}");
    }

    #[test]
    fn stay_shares_where_nothing_helps() {
        let words = ["W"; 9].map(|word| word.repeat(300));
        let columns: Vec<(&str, u16)> = words.iter().map(|word| (word.as_str(), 0)).collect();
        let cells: Vec<&str> = words.iter().map(String::as_str).collect();
        assert!(widths(&columns, &cells).iter().all(|width| (width - 400.0 / 9.0).abs() < 1e-6));
    }
}
