//! What is computed and stored equals the method, and follows what it depends on.

use std::collections::BTreeMap;

use app::asset;
use app::organization::{self, CriteriaChoice, choose_criteria};
use app::risk::{ControlInput, Filter, Input, Query, Source, edit, find, list, summary};
use app::{Context, RiskId, threat};
use method::{Band, Rating, RelationCase, combined_vulnerability, likelihood};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, add_asset, catalog, control, event, input};

on_both_engines!(
    every_combination_equals_the_method,
    an_event_is_rated_like_an_asset,
    without_a_known_threat_it_is_unknown,
    follows_its_asset,
    follows_the_answers,
    criteria_band_every_risk_at_once,
);

/// The level of the list and of the one risk, which must agree.
async fn level(context: &Context, id: RiskId) -> u8 {
    let found = find(context, catalog(), id).await.unwrap();
    let listed = list(context, &Query::default()).await.unwrap().risks;
    let listed = listed.iter().find(|line| line.id == id).unwrap();
    let analysis = &found.risk.analysis;
    assert_eq!(listed.level(), analysis.level());
    assert_eq!((listed.importance, listed.likelihood), (analysis.importance.value, analysis.likelihood));
    assert_eq!(listed.residual_level, analysis.numbers().residual_level().map(|level| level.value()));
    assert_eq!(listed.controls_in_place as usize, analysis.controls_in_place());
    listed.level().value()
}

async fn every_combination_equals_the_method(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let mut risk = add(&company.officer, input(&asset)).await;
    let statuses = [("implemented", Rating::LOW), ("partial", Rating::MEDIUM), ("missing", Rating::HIGH)];
    for threat in Rating::ALL {
        for (one, left) in statuses {
            for (other, right) in statuses {
                let controls: Vec<ControlInput> = vec![control("7.9", one), control("8.24", other)];
                let typed = Input {
                    threat_rating: Some(threat.value()),
                    vulnerability_rating: None,
                    controls,
                    ..input(&asset)
                };
                risk = edit(&company.officer, catalog(), risk.id, risk.version, typed).await.unwrap();
                let vulnerability = combined_vulnerability([left, right]).unwrap();
                assert_eq!(risk.analysis.vulnerability.value, vulnerability);
                assert_eq!(risk.analysis.vulnerability.source, Source::Controls);
                assert_eq!(risk.analysis.likelihood, likelihood(threat, vulnerability));
                let expected = 3 * likelihood(threat, vulnerability).value();
                assert_eq!(level(&company.officer, risk.id).await, expected);
            }
        }
    }
    let direct = Input { likelihood: Some(1), ..input(&asset) };
    let risk = edit(&company.officer, catalog(), risk.id, risk.version, direct).await.unwrap();
    assert_eq!((risk.analysis.direct, level(&company.officer, risk.id).await), (true, 3));
    let found = find(&company.officer, catalog(), risk.id).await.unwrap();
    let words = found.risk.analysis.explanation(&found.knowledge.criteria);
    assert_eq!(
        words,
        "重要度3（個人情報を含むため）× 被害発生可能性1（直接決めた値のため）＝ リスクレベル3（中：管理下で受容可能）"
    );
}

async fn an_event_is_rated_like_an_asset(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = add(&company.officer, event("受注のしくみが1日止まる")).await;
    assert_eq!(risk.analysis.importance.value, Rating::MEDIUM);
    // Nothing is said of what stands against it: 3, an assumption.
    assert!(risk.analysis.is_assumed());
    assert_eq!(level(&company.officer, risk.id).await, 4);
    let mut typed = event("受注のしくみが1日止まる");
    typed.event.as_mut().unwrap().survival = true;
    let risk = edit(&company.officer, catalog(), risk.id, 1, typed).await.unwrap();
    assert_eq!((risk.analysis.importance.value, level(&company.officer, risk.id).await), (Rating::HIGH, 6));
}

async fn without_a_known_threat_it_is_unknown(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let typed = Input { title: String::new(), threat_rating: None, ..input(&asset) };
    let risk = add(&company.officer, typed).await;
    assert_eq!(risk.analysis.relation(false), RelationCase::NoKnownThreat);
    assert_eq!(level(&company.officer, risk.id).await, 3);
}

async fn follows_its_asset(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let risk = add(&company.officer, input(&asset)).await;
    assert_eq!(level(&company.officer, risk.id).await, 9);
    let plain = asset::Input { personal: false, ..asset::Input::from(&asset.content) };
    let plain =
        asset::Input { confidentiality: Some(2), name: "名簿".into(), department: "総務部".into(), ..plain };
    let changed = asset::edit(&company.officer, asset.id, 1, plain).await.unwrap();
    assert_eq!(level(&company.officer, risk.id).await, 6);
    let found = list(
        &company.officer,
        &Query { filter: Filter { search: "名簿".into(), ..Filter::default() }, ..Query::default() },
    )
    .await
    .unwrap();
    assert_eq!((found.risks[0].name.as_str(), found.risks[0].department), ("名簿", changed.department));
    asset::remove(&company.officer, asset.id, 2).await.unwrap();
    assert!(list(&company.officer, &Query::default()).await.unwrap().risks.is_empty());
}

async fn follows_the_answers(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let catalog = catalog();
    let line = catalog.lines.iter().find(|line| line.id == "office-pc.ransomware").unwrap();
    let typed = Input { asset: Some(asset.id), line: line.id.clone(), ..Input::default() };
    let risk = add(&company.officer, typed).await;
    assert_eq!(risk.content.threat.title, line.title);
    assert_eq!(risk.analysis.threat.value, line.rating);
    assert_eq!(level(&company.officer, risk.id).await, 3 * likelihood(line.rating, Rating::HIGH).value());

    let rated = BTreeMap::from([(line.id.clone(), "1".to_owned())]);
    threat::rate(&company.officer, catalog, &rated, 1).await.unwrap();
    assert_eq!(level(&company.officer, risk.id).await, 3);
    let wrong = BTreeMap::from([(line.id.clone(), "4".to_owned()), ("nothing".to_owned(), "1".to_owned())]);
    let error = threat::rate(&company.officer, catalog, &wrong, 2).await.unwrap_err();
    assert!(matches!(&error, app::Error::Invalid { problems } if problems.len() == 2), "{error:?}");
    let rated = BTreeMap::from([(line.id.clone(), "3".to_owned())]);
    threat::rate(&company.officer, catalog, &rated, 2).await.unwrap();
    assert_eq!(level(&company.officer, risk.id).await, 9);

    let mut profile = organization::find(&company.officer).await.unwrap().answers(catalog).unwrap();
    for measure in &line.measures {
        profile.set_measure(measure, Some(Rating::LOW));
    }
    organization::answer(&company.officer, catalog, profile, 3).await.unwrap();
    assert_eq!(level(&company.officer, risk.id).await, 3);
    let found = find(&company.officer, catalog, risk.id).await.unwrap();
    assert_eq!(found.risk.analysis.layers.len(), line.measures.len());
    assert_eq!(found.risk.analysis.vulnerability.source, Source::Answered);
}

async fn criteria_band_every_risk_at_once(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let typed = Input { likelihood: Some(1), ..input(&asset) };
    let risk = add(&company.officer, typed).await;
    let of = async |band| {
        let filter = Filter { band: Some(band), ..Filter::default() };
        list(&company.officer, &Query { filter, ..Query::default() }).await.unwrap().risks.len()
    };
    assert_eq!((of(Band::Medium).await, of(Band::Low).await), (1, 0));
    assert_eq!(summary(&company.officer).await.unwrap().exposed, 1);
    choose_criteria(&company.officer, CriteriaChoice::Ipa, 1).await.unwrap();
    assert_eq!((of(Band::Medium).await, of(Band::Low).await), (0, 1));
    assert_eq!(summary(&company.officer).await.unwrap().exposed, 0, "within the criteria nothing is exposed");
    assert_eq!(find(&company.officer, catalog(), risk.id).await.unwrap().risk.version, 1);
}
