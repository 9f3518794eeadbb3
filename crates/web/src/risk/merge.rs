//! Two changes of one risk that began from the same version, part by part.

use app::risk::Input;

use super::part::Part;

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
        for part in Part::ALL.into_iter().filter(|part| !part.is_same(mine, theirs)) {
            match base {
                Some(base) if part.is_same(mine, base) => merge.theirs.push(part.title()),
                Some(base) if part.is_same(theirs, base) => {
                    merge.content = part.taken(mine, merge.content);
                    merge.mine.push(part.title());
                }
                _ => merge.open.push(part),
            }
        }
        merge
    }
}

#[cfg(test)]
mod tests {
    use app::risk::EventInput;
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
        assert_eq!(merge.open, [Part::Consequence]);
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
