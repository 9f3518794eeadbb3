//! Which companies something is for, in words.

use catalog::{Catalog, Condition};

/// A sentence; empty where it is for all.
pub(super) fn for_whom(catalog: &Catalog, condition: &Condition) -> String {
    match condition {
        Condition::Always => String::new(),
        some => format!("会社の状況の質問で、{}会社だけに当てはまります。", phrase(catalog, some)),
    }
}

fn phrase(catalog: &Catalog, condition: &Condition) -> String {
    let label = |id: &str| catalog.question(id).map_or_else(|| id.to_owned(), |question| question.label.clone());
    match condition {
        Condition::Always => "どんな答えでも、".to_owned(),
        Condition::Yes(id) => format!("「{}」が「はい」の", label(id)),
        Condition::AtLeast(id, least) => format!("「{}」が{least}以上の", label(id)),
        Condition::Not(inner) => match &**inner {
            Condition::Yes(id) => format!("「{}」が「いいえ」の", label(id)),
            other => format!("（{}会社）ではない", phrase(catalog, other)),
        },
        Condition::And(one, other) => joined(catalog, one, "、そして", other),
        Condition::Or(one, other) => joined(catalog, one, "か、", other),
    }
}

fn joined(catalog: &Catalog, one: &Condition, word: &str, other: &Condition) -> String {
    let one = phrase(catalog, one);
    // 「〜が「はい」」 without the particle before 「か」.
    format!("{}{word}{}", one.trim_end_matches('の'), phrase(catalog, other))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn conditions_read_as_sentences() {
        let catalog = Catalog::load().unwrap();
        let told = |text: &str| for_whom(&catalog, &Condition::try_from(text.to_owned()).unwrap());
        assert_eq!(told(""), "");
        assert_eq!(told("cloud"), "会社の状況の質問で、「クラウドサービス」が「はい」の会社だけに当てはまります。");
        assert_eq!(told("not byod"), "会社の状況の質問で、「私物の機器」が「いいえ」の会社だけに当てはまります。");
        assert_eq!(told("employees >= 10"), "会社の状況の質問で、「従業員の人数」が10以上の会社だけに当てはまります。");
        assert_eq!(
            told("cloud or own-servers"),
            "会社の状況の質問で、「クラウドサービス」が「はい」か、「社内のサーバー」が「はい」の会社だけに当てはまります。"
        );
        assert_eq!(
            told("telework and not (cloud or byod)"),
            "会社の状況の質問で、「テレワーク」が「はい」、そして（「クラウドサービス」が「はい」か、「私物の機器」が「はい」の会社）ではない会社だけに当てはまります。"
        );
    }
}
