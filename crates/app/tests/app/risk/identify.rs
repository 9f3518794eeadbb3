//! What the catalog proposes, for many assets at once.

use app::risk::{Identified, Input, Query, create_many, identify, list, propose};
use app::{AssetId, Error, Role};
use method::{Medium, Rating};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add_asset, catalog, department, input};

on_both_engines!(proposes_and_takes_over, asks_for_a_choice, adds_the_same_own_risk_to_many);

async fn proposes_and_takes_over(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let one = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let other = add_asset(&company.officer, "図面", "製造部").await;
    let proposal = propose(&company.officer, catalog(), Medium::OfficePc).await.unwrap();
    assert!(proposal.lines.len() >= 5);
    assert!(proposal.lines.iter().all(|line| line.suggested == (line.threat >= Rating::MEDIUM)));
    assert_eq!(proposal.assets.iter().map(|asset| asset.risks).collect::<Vec<_>>(), [0, 0]);
    assert!(propose(&company.officer, catalog(), Medium::Paper).await.unwrap().assets.is_empty());

    let lines: Vec<String> = proposal.lines.iter().take(3).map(|line| line.line.clone()).collect();
    let wanted = Identified { lines: lines.clone(), assets: vec![one.id], all_without_risks: false };
    assert_eq!(identify(&company.officer, catalog(), &wanted).await.unwrap(), 3);
    assert_eq!(identify(&company.officer, catalog(), &wanted).await.unwrap(), 0, "nothing twice");
    let rest = Identified { lines, assets: Vec::new(), all_without_risks: true };
    assert_eq!(identify(&company.officer, catalog(), &rest).await.unwrap(), 3, "only the asset without risks");
    let risks = list(&company.officer, &Query::default()).await.unwrap().risks;
    assert_eq!(risks.iter().filter(|risk| risk.asset == Some(other.id)).count(), 3);
    assert!(risks.iter().all(|risk| risk.owner == "営業部長"), "the register's owner comes along");
    let proposal = propose(&company.officer, catalog(), Medium::OfficePc).await.unwrap();
    assert_eq!(proposal.assets.iter().map(|asset| asset.risks).collect::<Vec<_>>(), [3, 3]);
}

async fn asks_for_a_choice(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let wanted = |lines: &[&str], all| Identified {
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        assets: Vec::new(),
        all_without_risks: all,
    };
    for (wanted, field) in [
        (wanted(&[], true), "lines"),
        (wanted(&["nowhere.nothing"], true), "lines"),
        (wanted(&["office-pc.ransomware"], false), "assets"),
    ] {
        let error = identify(&company.officer, catalog(), &wanted).await.unwrap_err();
        assert!(matches!(&error, Error::Invalid { problems } if problems[0].field == field), "{error:?}");
    }
    let error = identify(&company.officer, catalog(), &Identified::default()).await.unwrap_err();
    let Error::Invalid { problems } = &error else { panic!("{error:?}") };
    assert_eq!(problems.iter().map(|problem| problem.field.as_ref()).collect::<Vec<_>>(), ["lines", "assets"]);
    // A line of another medium is none of the asset's.
    let paper = Identified { lines: vec!["paper.loss".into()], assets: vec![asset.id], all_without_risks: false };
    assert_eq!(identify(&company.officer, catalog(), &paper).await.unwrap(), 0);
}

async fn adds_the_same_own_risk_to_many(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let one = add_asset(officer, "顧客リスト", "営業部").await;
    let other = add_asset(officer, "図面", "製造部").await;
    let typed = Input { asset: None, ..input(&one) };
    let ids = [one.id, other.id, one.id];
    assert_eq!(create_many(officer, catalog(), &typed, &ids).await.unwrap(), 2);
    let risks = list(officer, &Query::default()).await.unwrap().risks;
    let mut about: Vec<_> = risks.iter().filter_map(|risk| risk.asset).collect();
    about.sort_unstable();
    assert_eq!(about, [one.id, other.id]);
    assert!(risks.iter().all(|risk| risk.title == typed.title && risk.owner == "営業部長"), "{risks:?}");

    let named = Input { owner_name: "社長".into(), title: "水にぬれる".into(), ..typed.clone() };
    assert_eq!(create_many(officer, catalog(), &named, &[one.id, other.id]).await.unwrap(), 2);
    let risks = list(officer, &Query::default()).await.unwrap().risks;
    assert_eq!(risks.iter().filter(|risk| risk.owner == "社長").count(), 2, "what is typed goes before the register");

    let wrong = Input { likelihood: Some(7), ..typed.clone() };
    for (typed, ids, field) in [(&wrong, vec![one.id, other.id], "likelihood"), (&typed, vec![], "asset")] {
        let error = create_many(officer, catalog(), typed, &ids).await.unwrap_err();
        assert!(matches!(&error, Error::Invalid { problems } if problems[0].field == field), "{error:?}");
    }
    let sales = department(officer, "営業部").await;
    let manager = company.with_role(Role::DepartmentManager, Some(sales));
    for (context, id) in [(officer, AssetId::new()), (&manager, other.id)] {
        let gone = create_many(context, catalog(), &typed, &[one.id, id]).await.unwrap_err();
        assert!(matches!(&gone, Error::Invalid { problems } if problems[0].field == "asset"), "{gone:?}");
    }
    let too_many: Vec<_> = (0..501).map(|_| AssetId::new()).collect();
    let refused = create_many(officer, catalog(), &typed, &too_many).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    assert_eq!(list(officer, &Query::default()).await.unwrap().risks.len(), 4, "all or none");
}
