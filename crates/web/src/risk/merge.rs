//! Two changes of one risk that began from the same version, part by part.

use app::risk::{EventInput, Input};

/// A part that is changed as one: its name in forms, its title.
pub(super) type Part = (&'static str, &'static str);

const PARTS: [Part; 16] = [
    ("name", "困ること"),
    ("explanation", "説明"),
    ("harm", "起きたら、どうなるか"),
    ("department", "どの部署の業務か"),
    ("assets", "関係する情報資産"),
    ("threat", "脅威"),
    ("origins", "脅威の起源"),
    ("consequence", "どう困るか"),
    ("vulnerabilities", "脆弱性"),
    ("threat_rating", "起こりやすさ"),
    ("vulnerability_rating", "つけ込みやすさ"),
    ("likelihood", "被害発生可能性（直接決めた値）"),
    ("controls", "管理策"),
    ("owner", "リスク所有者"),
    ("review_on", "見直し予定日"),
    ("remarks", "備考"),
];

/// Who changed what.
pub(super) struct Merge {
    /// What others have made of it, with what only the person has changed.
    pub(super) content: Input,
    /// Titles of what only the person has changed.
    pub(super) mine: Vec<&'static str>,
    /// Titles of what only others have changed.
    pub(super) theirs: Vec<&'static str>,
    /// What both have changed, each in their own way.
    pub(super) open: Vec<Part>,
}

impl Merge {
    /// Without the version from which the person began nobody knows who changed what: all that differs is open.
    pub(super) fn of(base: Option<&Input>, mine: &Input, theirs: &Input) -> Self {
        let mut merge = Self { content: theirs.clone(), mine: Vec::new(), theirs: Vec::new(), open: Vec::new() };
        for (part, title) in PARTS.into_iter().filter(|(part, _)| !is_same(part, mine, theirs)) {
            match base {
                Some(base) if is_same(part, mine, base) => merge.theirs.push(title),
                Some(base) if is_same(part, theirs, base) => {
                    merge.content = with(part, mine, merge.content);
                    merge.mine.push(title);
                }
                _ => merge.open.push((part, title)),
            }
        }
        merge
    }
}

fn is_same(part: &str, one: &Input, other: &Input) -> bool {
    with(part, one, other.clone()) == *other
}

/// `to` with that part of `from`. What says the same in another way is left as it is.
pub(super) fn with(part: &str, from: &Input, mut to: Input) -> Input {
    if let (Some(from), Some(to)) = (&from.event, &mut to.event) {
        take_of_event(part, from, to);
    }
    match part {
        "threat" => {
            to.title.clone_from(&from.title);
            // The origins of a known threat are the catalog's.
            if to.line != from.line {
                to.line.clone_from(&from.line);
                to.origins.clone_from(&from.origins);
            }
        }
        "origins" if to.line.is_empty() && from.line.is_empty() => to.origins.clone_from(&from.origins),
        "consequence" => to.consequence.clone_from(&from.consequence),
        "vulnerabilities" if !are_same(&from.vulnerabilities, &to.vulnerabilities) => {
            to.vulnerabilities.clone_from(&from.vulnerabilities);
        }
        "threat_rating" => to.threat_rating = from.threat_rating,
        "vulnerability_rating" => to.vulnerability_rating = from.vulnerability_rating,
        "likelihood" => to.likelihood = from.likelihood,
        "controls" => to.controls.clone_from(&from.controls),
        // The name of somebody who signs in follows the account.
        "owner" if from.owner.is_none() || from.owner != to.owner => {
            to.owner = from.owner;
            to.owner_name.clone_from(&from.owner_name);
        }
        "review_on" => to.review_on.clone_from(&from.review_on),
        "remarks" => to.remarks.clone_from(&from.remarks),
        _ => {}
    }
    to
}

fn take_of_event(part: &str, from: &EventInput, to: &mut EventInput) {
    match part {
        "name" => {
            to.name.clone_from(&from.name);
            to.name_reading.clone_from(&from.name_reading);
        }
        "explanation" => to.explanation.clone_from(&from.explanation),
        "harm" => {
            to.confidentiality = from.confidentiality;
            to.integrity = from.integrity;
            to.availability = from.availability;
            to.survival = from.survival;
        }
        "department" => to.department = from.department,
        "assets" if !are_same(&from.assets, &to.assets) => to.assets.clone_from(&from.assets),
        _ => {}
    }
}

/// A form puts what is ticked into an order of its own.
fn are_same<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().all(|value| other.contains(value)) && other.iter().all(|value| one.contains(value))
}

#[cfg(test)]
mod tests {
    use app::{AccountId, AssetId};

    use super::*;

    fn base() -> Input {
        Input {
            asset: Some(AssetId::new()),
            title: "盗まれる".into(),
            origins: vec!["D".into()],
            vulnerabilities: vec!["車の鍵を預ける".into(), "HW-08".into()],
            consequence: "信用を失う".into(),
            ..Input::default()
        }
    }

    #[test]
    fn what_one_side_changed_is_taken_over() {
        let base = base();
        let mine = Input { title: "なくす".into(), consequence: "連絡できない".into(), ..base.clone() };
        let theirs =
            Input { consequence: "取引が止まる".into(), remarks: "話し合った".into(), ..base.clone() };
        let merge = Merge::of(Some(&base), &mine, &theirs);
        assert_eq!((merge.mine, merge.theirs), (vec!["脅威"], vec!["備考"]));
        assert_eq!(merge.open, [("consequence", "どう困るか")]);
        assert_eq!(merge.content, Input { title: "なくす".into(), ..theirs.clone() });
        let unknown = Merge::of(None, &mine, &theirs);
        assert_eq!(unknown.open.len(), 3, "nobody knows who changed what");
        assert_eq!(unknown.content, theirs);
    }

    #[test]
    fn both_sides_having_changed_the_same_is_no_question() {
        let base = base();
        let same = Input { remarks: "同じ".into(), ..base.clone() };
        let merge = Merge::of(Some(&base), &same, &same);
        assert!(merge.open.is_empty() && merge.mine.is_empty() && merge.theirs.is_empty());
        assert_eq!(merge.content, same);
    }

    #[test]
    fn the_forms_own_order_and_names_are_no_change() {
        let owner = Some(AccountId::new());
        let base = Input { owner, owner_name: "見本花子".into(), ..base() };
        let mine = Input {
            vulnerabilities: vec!["HW-08".into(), "車の鍵を預ける".into()],
            owner_name: String::new(),
            ..base.clone()
        };
        let theirs = Input { vulnerabilities: vec!["HW-08".into()], owner: None, ..base.clone() };
        let merge = Merge::of(Some(&base), &mine, &theirs);
        assert_eq!((merge.mine, merge.theirs), (vec![], vec!["脆弱性", "リスク所有者"]));
        assert_eq!(merge.content, theirs);
    }

    #[test]
    fn an_event_is_merged_in_its_parts() {
        let event = EventInput { name: "受注が止まる".into(), integrity: Some(2), ..EventInput::default() };
        let of = |event: EventInput| Input { event: Some(event), ..Input::default() };
        let mine = EventInput { integrity: Some(3), ..event.clone() };
        let theirs = EventInput { explanation: "倉庫が困る".into(), ..event.clone() };
        let merge = Merge::of(Some(&of(event)), &of(mine), &of(theirs.clone()));
        assert_eq!((merge.mine, merge.theirs), (vec!["起きたら、どうなるか"], vec!["説明"]));
        assert_eq!(merge.content, of(EventInput { integrity: Some(3), ..theirs }));
    }
}
