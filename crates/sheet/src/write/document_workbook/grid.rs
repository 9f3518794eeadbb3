//! The columns of the first sheet: many narrow ones, so that a rule (条, 題, 本文, 記録など) and a table
//! of any shape stand in the same frame. What is seen are cells merged out of them.

/// How many columns the frame has, and how wide each is: 28 pixels are four digits.
pub(super) const UNITS: u16 = 36;
pub(super) const UNIT_PIXELS: u32 = 28;
const UNIT: f64 = 4.0;
/// Fewest columns of the frame for a column of a table: two are eight digits, a head of three characters.
const NARROWEST: u16 = 2;
/// Tables with more columns than this do not fit.
const MOST: usize = 12;

/// First and last column of something.
pub(super) type Span = (u16, u16);

/// From edge to edge.
pub(super) const ALL: Span = (0, 35);
/// Labels and values in the head of the document: 番号, 区分, 改訂日.
pub(super) const FRONT: [Span; 6] = [(0, 2), (3, 11), (12, 14), (15, 23), (24, 26), (27, 35)];
/// 適用範囲.
pub(super) const SCOPE: [Span; 2] = [(0, 2), (3, 35)];
/// 条, 題, 本文 and 記録など of an article.
pub(super) const ARTICLE: [Span; 4] = [(0, 2), (3, 8), (9, 26), (27, 35)];

/// Width of a span in digits.
pub(super) fn width((first, last): Span) -> f64 {
    f64::from(last - first + 1) * UNIT
}

/// Spans for columns of these widths, made wider or narrower together until they fill the frame.
/// None where there are too many columns for the frame, or none.
pub(super) fn spread(widths: &[f64]) -> Option<Vec<Span>> {
    if widths.is_empty() || widths.len() > MOST {
        return None;
    }
    let sum = widths.iter().sum::<f64>().max(1.0);
    let wished: Vec<f64> = widths.iter().map(|width| width / sum * f64::from(UNITS)).collect();
    let mut units: Vec<u16> = wished.iter().map(|wish| (wish.floor() as u16).max(NARROWEST)).collect();
    let missing = |units: &[u16], index: usize| wished[index] - f64::from(units[index]);
    while units.iter().sum::<u16>() != UNITS {
        let order = |one: &usize, other: &usize| missing(&units, *one).total_cmp(&missing(&units, *other));
        if units.iter().sum::<u16>() < UNITS {
            let poorest = (0..units.len()).max_by(order)?;
            units[poorest] += 1;
        } else {
            let richest = (0..units.len()).filter(|index| units[*index] > NARROWEST).min_by(order)?;
            units[richest] -= 1;
        }
    }
    let ends = units.iter().scan(0, |end, units| {
        *end += units;
        Some(*end)
    });
    Some(ends.zip(&units).map(|(end, units)| (end - units, end - 1)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::spread;

    #[test]
    fn columns_take_their_share() {
        assert_eq!(spread(&[1.0]), Some(vec![(0, 35)]));
        assert_eq!(spread(&[1.0, 3.0]), Some(vec![(0, 8), (9, 35)]));
        assert_eq!(spread(&[0.0, 0.0]), Some(vec![(0, 17), (18, 35)]));
        assert_eq!(spread(&[1.0, 100.0, 1.0]), Some(vec![(0, 1), (2, 33), (34, 35)]));
        assert_eq!(spread(&[]), None);
        assert_eq!(spread(&[1.0; 13]), None);
    }

    proptest! {
        #[test]
        fn spans_touch_and_fill_the_frame(shares in proptest::collection::vec(any::<u16>(), 1..=12)) {
            let widths: Vec<f64> = shares.iter().copied().map(f64::from).collect();
            let spans = spread(&widths).into_iter().flatten().collect::<Vec<_>>();
            prop_assert_eq!(spans.len(), shares.len());
            prop_assert_eq!(spans[0].0, 0);
            prop_assert_eq!(spans[spans.len() - 1].1, 35);
            for (one, next) in spans.iter().zip(spans.iter().skip(1)) {
                prop_assert!(one.0 < one.1);
                prop_assert_eq!(one.1 + 1, next.0);
            }
        }
    }
}
