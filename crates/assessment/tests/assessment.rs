//! Assets become risks: ratings from the sheet, the profile or assumptions, and what is said of them.

#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use assessment::{Assessor, LikelihoodSource, RatedBy, StatedThreat, Summary};
use catalog::{Catalog, Profile};
use method::{
    Asset, Band, Medium, PersonalData, Rating, Ratings, RelationCase, RiskCriteria, RiskLevel, Valuation, importance,
    likelihood,
};
use proptest::prelude::*;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::load().unwrap());

fn rating(value: u8) -> Rating {
    Rating::new(value).unwrap()
}

fn asset(medium: Medium, value: u8, given: Option<u8>) -> Asset {
    let value = rating(value);
    Asset {
        row: 6,
        business: "営業".into(),
        name: "顧客リスト".into(),
        remarks: String::new(),
        users: String::new(),
        risk_owner: String::new(),
        department: String::new(),
        medium,
        medium_as_written: medium.title().into(),
        personal_data: PersonalData::default(),
        survival: false,
        valuation: Valuation::Ratings(Ratings { confidentiality: value, integrity: value, availability: value }),
        likelihood: given.map(rating),
        retention: String::new(),
        registered_on: None,
        extra: Vec::new(),
    }
}

fn stated(medium: Medium, title: &str, value: u8) -> StatedThreat {
    StatedThreat { row: 2, medium, title: title.into(), rating: rating(value) }
}

#[test]
fn without_answers_everything_is_assumed_and_says_so() {
    let catalog = &*CATALOG;
    let assessor = Assessor::new(catalog, &Profile::default(), &[], RiskCriteria::tokyo());
    for medium in Medium::ALL {
        for rated in assessor.lines(medium) {
            assert_eq!((rated.threat, rated.vulnerability), (rated.line.rating, Rating::HIGH));
            assert!(rated.explanation().contains("仮定"), "{}", rated.explanation());
        }
    }
    let pc = asset(Medium::OfficePc, 3, None);
    let assessed = assessor.assess(&pc).unwrap();
    assert_eq!((assessed.level.value(), assessed.band), (9, Band::High));
    assert!(assessed.explanation(&assessor, Medium::OfficePc).contains("仮定"));
}

#[test]
fn the_sheet_rates_its_line_and_the_rest_of_its_medium() {
    let catalog = &*CATALOG;
    let sheet =
        [stated(Medium::OfficePc, "窃取を目的としたサイバー攻撃", 1), stated(Medium::Paper, "聞いたことのない脅威", 2)];
    let assessor = Assessor::new(catalog, &Profile::default(), &sheet, RiskCriteria::tokyo());
    for rated in assessor.lines(Medium::OfficePc) {
        let own = rated.line.id == "office-pc.cyber-attack";
        let expected = if own { RatedBy::StatedForLine } else { RatedBy::StatedForMedium };
        assert_eq!((rated.threat, rated.threat_by), (Rating::LOW, expected), "{}", rated.line.id);
    }
    assert!(assessor.lines(Medium::Paper).iter().all(|rated| rated.threat == Rating::MEDIUM));
    assert!(assessor.lines(Medium::MobileDevice).iter().all(|rated| rated.threat_by == RatedBy::Assumed));
    assert_eq!(assessor.unmatched().len(), 1);
    assert_eq!(assessor.unmatched()[0].title, "聞いたことのない脅威");
}

#[test]
fn the_profile_rates_what_it_answers() {
    let catalog = &*CATALOG;
    let line = catalog.line("office-pc.ransomware").unwrap();
    assert!(line.measures.len() > 1, "the test needs a line with several measures");
    let rated = |answers: &str| {
        let profile = Profile::parse(&format!("[measures]\n{answers}"), catalog).unwrap();
        let assessor = Assessor::new(catalog, &profile, &[], RiskCriteria::tokyo());
        let found = assessor.lines(Medium::OfficePc).iter().find(|rated| rated.line.id == line.id).unwrap();
        (found.vulnerability.value(), found.vulnerability_by)
    };
    let all = |value: u8| line.measures.iter().map(|id| format!("{id} = {value}\n")).collect::<String>();
    assert_eq!(rated(&all(1)), (1, RatedBy::Profile));
    assert_eq!(rated(&all(3)), (3, RatedBy::Profile));
    assert_eq!(rated(&format!("{} = 1", line.measures[0])), (2, RatedBy::ProfileInPart));
    assert_eq!(rated(""), (3, RatedBy::Assumed));
}

#[test]
fn a_given_likelihood_wins_for_the_asset_and_its_risks() {
    let catalog = &*CATALOG;
    let assessor = Assessor::new(catalog, &Profile::default(), &[], RiskCriteria::tokyo());
    let given = asset(Medium::OfficePc, 3, Some(2));
    let assessed = assessor.assess(&given).unwrap();
    assert_eq!((assessed.level.value(), assessed.likelihood_source), (6, LikelihoodSource::Register));
    assert!(assessor.risks(&given, Rating::HIGH).all(|risk| risk.level.value() == 6));
    assert!(assessed.explanation(&assessor, Medium::OfficePc).contains("台帳に記入された値"));
    assert!(!assessed.explanation(&assessor, Medium::OfficePc).contains("仮定"));
}

#[test]
fn narrowing_to_a_case_leaves_out_what_it_does_not_touch() {
    let catalog = &*CATALOG;
    let assessor = Assessor::new(catalog, &Profile::default(), &[], RiskCriteria::tokyo());
    let narrowed = assessor.narrowed(&["office-pc.ransomware".into()]);
    assert_eq!(narrowed.lines(Medium::OfficePc).len(), 1);
    assert!(narrowed.assess(&asset(Medium::OfficePc, 2, None)).is_some());
    assert!(narrowed.assess(&asset(Medium::Paper, 2, None)).is_none());
    assert!(narrowed.assess(&asset(Medium::Paper, 2, Some(3))).is_none());
}

fn medium() -> impl Strategy<Value = Medium> {
    (0usize..6).prop_map(|index| Medium::ALL[index])
}

proptest! {
    #[test]
    fn an_asset_is_as_bad_as_its_worst_risk(
        medium in medium(), value in 1u8..=3, given in proptest::option::of(1u8..=3), sheet in 1u8..=3,
    ) {
        let catalog = &*CATALOG;
        let sheet = [stated(medium, "x", sheet)];
        let assessor = Assessor::new(catalog, &Profile::default(), &sheet, RiskCriteria::ipa());
        let asset = asset(medium, value, given);
        let assessed = assessor.assess(&asset).unwrap();
        let importance = importance(&asset).value;
        let worst = assessor.risks(&asset, importance).map(|risk| risk.level).max().unwrap();
        prop_assert_eq!(assessed.level, worst);
        for risk in assessor.risks(&asset, importance) {
            let expected = given.map_or_else(|| likelihood(risk.line.threat, risk.line.vulnerability), rating);
            prop_assert_eq!(risk.level, RiskLevel::new(importance, expected));
        }
    }

    #[test]
    fn a_summary_counts_every_asset_once_and_keeps_the_worst_first(
        assets in proptest::collection::vec((medium(), 1u8..=3, 1u8..=3), 0..60),
    ) {
        let catalog = &*CATALOG;
        let assessor = Assessor::new(catalog, &Profile::default(), &[], RiskCriteria::tokyo());
        let assets: Vec<Asset> = assets.into_iter().map(|(medium, value, given)| asset(medium, value, Some(given))).collect();
        let assessed: Vec<_> = assets.iter().map(|asset| assessor.assess(asset).unwrap()).collect();
        let mut summary = Summary::default();
        for (index, one) in assessed.iter().enumerate() {
            summary.add(index, one);
        }
        prop_assert_eq!(summary.total() as usize, assets.len());
        let cells: u32 = Rating::ALL.into_iter().flat_map(|i| Rating::ALL.map(|l| summary.heat_map.count(i, l))).sum();
        prop_assert_eq!(cells as usize, assets.len());
        let worst: Vec<usize> = summary.worst().collect();
        prop_assert_eq!(worst.len(), assets.len().min(10));
        let mut expected: Vec<usize> = (0..assets.len()).collect();
        expected.sort_by_key(|index| {
            (std::cmp::Reverse(assessed[*index].level), std::cmp::Reverse(assessed[*index].importance.value), *index)
        });
        expected.truncate(10);
        prop_assert_eq!(worst, expected);
    }
}

#[test]
fn risks_tell_their_relation() {
    let catalog = &*CATALOG;
    let line = catalog.line("office-pc.ransomware").unwrap();
    let relation = |answer: u8, importance: u8| {
        let answers: String = line.measures.iter().map(|id| format!("{id} = {answer}\n")).collect();
        let profile = Profile::parse(&format!("[measures]\n{answers}"), catalog).unwrap();
        let assessor = Assessor::new(catalog, &profile, &[], RiskCriteria::tokyo());
        let asset = asset(Medium::OfficePc, importance, None);
        assessor.risks(&asset, rating(importance)).find(|risk| risk.line.line.id == line.id).unwrap().relation
    };
    assert_eq!(relation(3, 3), RelationCase::Exposed);
    assert_eq!(relation(2, 3), RelationCase::Layered);
    assert_eq!(relation(1, 1), RelationCase::Accepted);
}
