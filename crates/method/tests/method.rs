//! The method against its tables and the slides' examples: every combination, and monotony.

#![allow(clippy::unwrap_used, clippy::panic)]

use method::*;
use proptest::prelude::*;

fn rating() -> impl Strategy<Value = Rating> {
    (1u8..=3).prop_map(|value| Rating::new(value).unwrap())
}

fn asset(ratings: [u8; 3], personal: bool, survival: bool) -> Asset {
    let [confidentiality, integrity, availability] = ratings.map(|value| Rating::new(value).unwrap());
    Asset {
        row: 1,
        business: String::new(),
        name: "顧客リスト".into(),
        remarks: String::new(),
        users: String::new(),
        risk_owner: String::new(),
        department: String::new(),
        medium: Medium::OfficePc,
        medium_as_written: "営業担当者のPC".into(),
        personal_data: PersonalData { personal, ..PersonalData::default() },
        survival,
        valuation: Valuation::Ratings(Ratings { confidentiality, integrity, availability }),
        likelihood: None,
        retention: String::new(),
        registered_on: None,
        extra: Vec::new(),
    }
}

#[test]
fn ratings_are_one_to_three() {
    assert_eq!((0..=255).filter(|value| Rating::new(*value).is_some()).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn likelihood_is_the_published_table_and_the_formula() {
    let table = [[1, 1, 1], [1, 1, 2], [1, 2, 3]];
    for threat in Rating::ALL {
        for vulnerability in Rating::ALL {
            let expected = table[threat.value() as usize - 1][vulnerability.value() as usize - 1];
            let formula = (f64::from(threat.value()) / f64::from(4 - vulnerability.value())).ceil() as u8;
            assert_eq!(likelihood(threat, vulnerability).value(), expected);
            assert_eq!(expected, formula);
        }
    }
}

#[test]
fn the_slides_three_assets_come_out_nine_six_six() {
    let levels = [([3, 3, 2], 3), ([3, 3, 2], 2), ([3, 3, 3], 2)].map(|(ratings, given)| {
        let importance = importance(&asset(ratings, false, false));
        assert_eq!(importance.value, Rating::HIGH);
        RiskLevel::new(importance.value, Rating::new(given).unwrap()).value()
    });
    assert_eq!(levels, [9, 6, 6]);
}

#[test]
fn importance_over_every_combination() {
    for confidentiality in 1..=3 {
        for integrity in 1..=3 {
            for availability in 1..=3 {
                for (personal, survival) in [(false, false), (true, false), (false, true), (true, true)] {
                    let ratings = [confidentiality, integrity, availability];
                    let got = importance(&asset(ratings, personal, survival));
                    let highest = confidentiality.max(integrity).max(availability);
                    let expected = if personal || survival { 3 } else { highest };
                    assert_eq!(got.value.value(), expected);
                    match got.reason {
                        ImportanceReason::PersonalData => assert!(personal),
                        ImportanceReason::Survival => assert!(survival && !personal),
                        ImportanceReason::Highest(properties) => {
                            assert!(!personal && !survival);
                            for (property, value) in Property::ALL.into_iter().zip(ratings) {
                                assert_eq!(properties.contains(property), value == highest);
                            }
                        }
                        ImportanceReason::AssetValue => panic!("no asset value was given"),
                    }
                }
            }
        }
    }
}

#[test]
fn importance_says_which_rule_decided() {
    assert_eq!(importance(&asset([1, 1, 1], true, false)).explanation(), "個人情報を含むため");
    assert_eq!(importance(&asset([1, 1, 1], false, true)).explanation(), "事故が会社の存続に関わるため");
    assert_eq!(importance(&asset([3, 2, 1], false, false)).explanation(), "機密性が3で最も高いため");
    assert_eq!(importance(&asset([3, 3, 1], false, false)).explanation(), "機密性と完全性が3で最も高いため");
    assert_eq!(importance(&asset([2, 2, 2], false, false)).explanation(), "機密性・完全性・可用性がどれも2のため");
}

#[test]
fn bands_of_both_presets_and_own() {
    let bands = |criteria: &RiskCriteria| RiskLevel::ALL.map(|level| criteria.band(level).title());
    assert_eq!(bands(&RiskCriteria::tokyo()), ["低", "低", "中", "中", "高", "高"]);
    assert_eq!(bands(&RiskCriteria::ipa()), ["低", "低", "低", "中", "高", "高"]);
    assert_eq!(bands(&RiskCriteria::own("自社", 9, 2).unwrap()), ["低", "中", "中", "中", "中", "高"]);
    for (high, medium) in [(3, 3), (3, 4), (6, 1), (10, 2), (2, 0)] {
        assert_eq!(RiskCriteria::own("自社", high, medium), Err(CriteriaError::Order));
    }
}

#[test]
fn suggestions_over_every_combination() {
    let criteria = RiskCriteria::tokyo();
    let suggest = |importance, likelihood| {
        let (importance, likelihood) = (Rating::new(importance).unwrap(), Rating::new(likelihood).unwrap());
        suggested_treatment(importance, likelihood, criteria.band(RiskLevel::new(importance, likelihood)))
    };
    assert_eq!(
        [1, 2, 3].map(|likelihood| suggest(1, likelihood)),
        [Treatment::Accept, Treatment::Accept, Treatment::Reduce]
    );
    assert_eq!(
        [1, 2, 3].map(|likelihood| suggest(2, likelihood)),
        [Treatment::Accept, Treatment::Reduce, Treatment::Reduce]
    );
    assert_eq!(
        [1, 2, 3].map(|likelihood| suggest(3, likelihood)),
        [Treatment::Transfer, Treatment::Reduce, Treatment::Avoid]
    );
    assert!(!acceptance_needs_approval(Band::Low));
    assert!(acceptance_needs_approval(Band::Medium) && acceptance_needs_approval(Band::High));
}

#[test]
fn words_and_numbers_lead_back() {
    for band in Band::WORST_FIRST {
        assert_eq!(Band::from_id(band.id()), Some(band));
    }
    for level in RiskLevel::ALL {
        assert_eq!(RiskLevel::from_value(level.value()), Some(level));
    }
    assert_eq!((Band::from_id("x"), RiskLevel::from_value(5)), (None, None));
}

#[test]
fn the_five_relations_and_the_exposed() {
    let case = |threat_known, vulnerabilities, controls_in_place, accepted| {
        relation(Relation { threat_known, vulnerabilities, controls_in_place, accepted })
    };
    assert_eq!(case(true, 1, 1, false).number(), Some(1));
    assert_eq!(case(true, 2, 1, false).number(), Some(2));
    assert_eq!(case(true, 1, 2, false).number(), Some(3));
    assert_eq!(case(true, 3, 2, false).number(), Some(3));
    for controls in 0..3 {
        assert_eq!(case(true, 1, controls, true).number(), Some(4));
        assert_eq!(case(true, 2, controls, true).outcome(), Outcome::Accepted);
        assert_eq!(case(false, 1, controls, false).number(), Some(5));
        assert_eq!(case(false, 2, controls, true).outcome(), Outcome::Unknown);
    }
    assert_eq!(case(true, 1, 0, false), RelationCase::Exposed);
    assert_eq!(case(true, 0, 0, false), RelationCase::NoVulnerability);
}

/// 業務用ノートPC of the slides: one guessable password, two controls (8.5, 7.9): layered, reduced.
#[test]
fn the_slides_notebook_pc_is_reduced_in_layers() {
    let notebook = Relation { threat_known: true, vulnerabilities: 1, controls_in_place: 2, accepted: false };
    assert_eq!(relation(notebook).number(), Some(3));
    assert_eq!(relation(notebook).outcome(), Outcome::Reduced);
}

#[test]
fn vulnerability_is_full_or_none_only_if_all_controls_are() {
    let combined = |states: &[u8]| combined_vulnerability(states.iter().map(|state| Rating::new(*state).unwrap()));
    assert_eq!(combined(&[]), None);
    assert_eq!(combined(&[1, 1]), Some(Rating::LOW));
    assert_eq!(combined(&[1, 3]), Some(Rating::MEDIUM));
    assert_eq!(combined(&[2]), Some(Rating::MEDIUM));
    assert_eq!(combined(&[3, 3]), Some(Rating::HIGH));
    assert_eq!(combined(&[1, 2, 3]), Some(Rating::MEDIUM));
}

proptest! {
    #[test]
    fn more_threat_vulnerability_or_importance_never_lowers_the_level(
        importance in rating(), threat in rating(), vulnerability in rating(),
        more_importance in rating(), more_threat in rating(), more_vulnerability in rating(),
    ) {
        prop_assume!(more_importance >= importance && more_threat >= threat && more_vulnerability >= vulnerability);
        let level = RiskLevel::new(importance, likelihood(threat, vulnerability));
        let more = RiskLevel::new(more_importance, likelihood(more_threat, more_vulnerability));
        prop_assert!(more >= level);
        for criteria in [RiskCriteria::tokyo(), RiskCriteria::ipa()] {
            prop_assert!(criteria.band(more) >= criteria.band(level));
        }
    }

    #[test]
    fn better_controls_never_raise_the_vulnerability(
        states in proptest::collection::vec(rating(), 1..6), index in 0usize..6, better in rating(),
    ) {
        let index = index % states.len();
        prop_assume!(better <= states[index]);
        let mut improved = states.clone();
        improved[index] = better;
        prop_assert!(combined_vulnerability(improved) <= combined_vulnerability(states));
    }

    #[test]
    fn every_level_is_one_that_can_occur(importance in rating(), likelihood in rating()) {
        prop_assert!(RiskLevel::ALL.contains(&RiskLevel::new(importance, likelihood)));
    }
}
