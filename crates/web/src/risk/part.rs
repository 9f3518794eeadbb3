//! The parts of a risk that are changed as one, where two changes of it are merged.

use app::risk::Input;

/// A part of what is typed about a risk, or about the business event that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Name,
    Explanation,
    Harm,
    Department,
    Assets,
    Threat,
    Origins,
    Consequence,
    Vulnerabilities,
    ThreatRating,
    VulnerabilityRating,
    Likelihood,
    Controls,
    Owner,
    ReviewOn,
    Remarks,
}

impl Part {
    /// All, in the order of the form.
    pub(super) const ALL: [Self; 16] = [
        Self::Name,
        Self::Explanation,
        Self::Harm,
        Self::Department,
        Self::Assets,
        Self::Threat,
        Self::Origins,
        Self::Consequence,
        Self::Vulnerabilities,
        Self::ThreatRating,
        Self::VulnerabilityRating,
        Self::Likelihood,
        Self::Controls,
        Self::Owner,
        Self::ReviewOn,
        Self::Remarks,
    ];

    /// The word in forms.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Explanation => "explanation",
            Self::Harm => "harm",
            Self::Department => "department",
            Self::Assets => "assets",
            Self::Threat => "threat",
            Self::Origins => "origins",
            Self::Consequence => "consequence",
            Self::Vulnerabilities => "vulnerabilities",
            Self::ThreatRating => "threat_rating",
            Self::VulnerabilityRating => "vulnerability_rating",
            Self::Likelihood => "likelihood",
            Self::Controls => "controls",
            Self::Owner => "owner",
            Self::ReviewOn => "review_on",
            Self::Remarks => "remarks",
        }
    }

    /// As people read it.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Name => "困ること",
            Self::Explanation => "説明",
            Self::Harm => "起きたら、どうなるか",
            Self::Department => "どの部署の業務か",
            Self::Assets => "関係する情報資産",
            Self::Threat => "脅威",
            Self::Origins => "脅威の起源",
            Self::Consequence => "どう困るか",
            Self::Vulnerabilities => "脆弱性",
            Self::ThreatRating => "起こりやすさ",
            Self::VulnerabilityRating => "つけ込みやすさ",
            Self::Likelihood => "被害発生可能性（直接決めた値）",
            Self::Controls => "管理策",
            Self::Owner => "リスク所有者",
            Self::ReviewOn => "見直し予定日",
            Self::Remarks => "備考",
        }
    }

    /// Whether both say the same in this part.
    pub(super) fn is_same(self, one: &Input, other: &Input) -> bool {
        self.taken(one, other.clone()) == *other
    }

    /// `to` with this part of `from`. What says the same in another way is left as it is.
    pub(super) fn taken(self, from: &Input, mut to: Input) -> Input {
        let events = from.event.as_ref().zip(to.event.as_mut());
        match self {
            Self::Name => {
                if let Some((from, to)) = events {
                    to.name.clone_from(&from.name);
                    to.name_reading.clone_from(&from.name_reading);
                }
            }
            Self::Explanation => {
                if let Some((from, to)) = events {
                    to.explanation.clone_from(&from.explanation);
                }
            }
            Self::Harm => {
                if let Some((from, to)) = events {
                    to.confidentiality = from.confidentiality;
                    to.integrity = from.integrity;
                    to.availability = from.availability;
                    to.survival = from.survival;
                }
            }
            Self::Department => {
                if let Some((from, to)) = events {
                    to.department = from.department;
                }
            }
            Self::Assets => {
                if let Some((from, to)) = events
                    && !are_same(&from.assets, &to.assets)
                {
                    to.assets.clone_from(&from.assets);
                }
            }
            Self::Threat => {
                to.title.clone_from(&from.title);
                // The origins of a known threat are the catalog's.
                if to.line != from.line {
                    to.line.clone_from(&from.line);
                    to.origins.clone_from(&from.origins);
                }
            }
            Self::Origins => {
                if to.line.is_empty() && from.line.is_empty() {
                    to.origins.clone_from(&from.origins);
                }
            }
            Self::Consequence => to.consequence.clone_from(&from.consequence),
            Self::Vulnerabilities => {
                if !are_same(&from.vulnerabilities, &to.vulnerabilities) {
                    to.vulnerabilities.clone_from(&from.vulnerabilities);
                }
            }
            Self::ThreatRating => to.threat_rating = from.threat_rating,
            Self::VulnerabilityRating => to.vulnerability_rating = from.vulnerability_rating,
            Self::Likelihood => to.likelihood = from.likelihood,
            Self::Controls => to.controls.clone_from(&from.controls),
            Self::Owner => {
                // The name of somebody who signs in follows the account.
                if from.owner.is_none() || from.owner != to.owner {
                    to.owner = from.owner;
                    to.owner_name.clone_from(&from.owner_name);
                }
            }
            Self::ReviewOn => to.review_on.clone_from(&from.review_on),
            Self::Remarks => to.remarks.clone_from(&from.remarks),
        }
        to
    }
}

/// A form puts what is ticked into an order of its own.
fn are_same<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().all(|value| other.contains(value)) && other.iter().all(|value| one.contains(value))
}

#[cfg(test)]
mod tests {
    use app::risk::{ControlInput, EventInput};
    use app::{AccountId, AssetId, DepartmentId};

    use super::*;

    /// Each part differs from that of [`Input::default`] with an empty event.
    fn full() -> Input {
        Input {
            event: Some(EventInput {
                name: "受注が止まる".into(),
                explanation: "倉庫が困る".into(),
                survival: true,
                department: Some(DepartmentId::new()),
                assets: vec![AssetId::new()],
                ..EventInput::default()
            }),
            title: "停電".into(),
            origins: vec!["E".into()],
            vulnerabilities: vec!["予備がない".into()],
            consequence: "信用を失う".into(),
            threat_rating: Some(1),
            vulnerability_rating: Some(2),
            likelihood: Some(3),
            controls: vec![ControlInput { id: "8.13".into(), ..ControlInput::default() }],
            owner: Some(AccountId::new()),
            remarks: "話し合った".into(),
            review_on: "2027-04-01".into(),
            ..Input::default()
        }
    }

    #[test]
    fn each_part_is_a_change_of_its_own_and_all_are_the_whole() {
        let (full, empty) = (full(), Input { event: Some(EventInput::default()), ..Input::default() });
        let mut merged = empty.clone();
        for part in Part::ALL {
            assert!(!part.is_same(&full, &merged), "{part:?} is no part of another");
            merged = part.taken(&full, merged);
            assert!(part.is_same(&full, &merged), "{part:?}");
        }
        assert_eq!(merged, full);
    }
}
