//! 組織: works / who may / other organization.

use app::Error;
use app::organization::{
    CriteriaChoice, Establishment, FirstPerson, TypedAnswers, add, all, answer, answered, choose_criteria,
    criteria_in_words, establish, find, is_first_run, rename, type_answers,
};
use catalog::Catalog;
use testkit::company::{PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

on_both_engines!(
    is_established_once,
    is_established_once_by_many_at_once,
    says_all_that_is_wrong,
    is_joined_by_another_from_the_command_line_only,
    is_renamed,
    has_criteria,
    keeps_answers,
    is_changed_by_those_who_may,
    is_not_seen_from_elsewhere,
);

async fn is_established_once(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    assert!(!is_first_run(&company.visitor).await.unwrap());
    let again = Establishment {
        organization: "二番目".into(),
        person: FirstPerson { name: "別人".into(), email: "other@example.jp".into(), password: PASSWORD.into() },
    };
    assert!(matches!(establish(&company.visitor, again).await, Err(Error::Refused(_))));
}

/// Several people open the first page, perhaps of several processes: one of them becomes the first.
async fn is_established_once_by_many_at_once(database: TemporaryDatabase) {
    let visitor = app::Visitor::new(database.store.clone(), app::Clock::System, app::Channel::Web);
    let race = (0..6).map(|number| {
        let visitor = visitor.clone();
        let email = format!("person{number}@example.jp");
        tokio::spawn(async move {
            let person = FirstPerson { name: "見本花子".into(), email, password: PASSWORD.into() };
            establish(&visitor, Establishment { organization: "見本商事".into(), person }).await
        })
    });
    let mut established = 0;
    for racer in race.collect::<Vec<_>>() {
        match racer.await.unwrap() {
            Ok(_) => established += 1,
            Err(Error::Refused(reason)) => assert!(reason.contains("もう済んでいます"), "{reason}"),
            Err(error) => panic!("{error:?}"),
        }
    }
    assert_eq!(established, 1);
    let mut operator = visitor;
    operator.channel = app::Channel::Command;
    assert_eq!(all(&operator).await.unwrap().len(), 1);
}

async fn says_all_that_is_wrong(database: TemporaryDatabase) {
    let visitor = app::Visitor::new(database.store.clone(), app::Clock::System, app::Channel::Web);
    assert!(is_first_run(&visitor).await.unwrap());
    let wanted = Establishment {
        organization: " ".into(),
        person: FirstPerson { name: String::new(), email: "hanako".into(), password: "password1234".into() },
    };
    let Err(Error::Invalid { problems }) = establish(&visitor, wanted).await else { panic!("must be refused") };
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_ref()).collect();
    assert_eq!(fields, ["organization", "name", "email", "password"]);
    assert!(is_first_run(&visitor).await.unwrap(), "nothing was written");
}

async fn is_joined_by_another_from_the_command_line_only(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let by_screen = add(&company.visitor, "二番目", "hanako@example.jp").await;
    assert!(matches!(by_screen, Err(Error::Forbidden)));
    let mut operator = company.visitor.clone();
    operator.channel = app::Channel::Command;
    for (name, email) in [(" ", "hanako@example.jp"), ("二番目", "nobody@example.jp")] {
        assert!(matches!(add(&operator, name, email).await, Err(Error::Invalid { .. })));
    }
    let second = add(&operator, "二番目", "HANAKO@example.jp").await.unwrap();
    assert_ne!(second, company.organization);
    let session = app::account::sign_in(&company.visitor, "hanako@example.jp", PASSWORD.into()).await.unwrap().session;
    let memberships = app::account::resume(&company.visitor, &session.hash()).await.unwrap().memberships;
    let names: Vec<&str> = memberships.iter().map(|membership| membership.organization_name.as_str()).collect();
    assert_eq!(names, ["見本商事", "二番目"]);
}

async fn is_renamed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let renamed = rename(&company.officer, " 見本商事株式会社 ", 1).await.unwrap();
    assert_eq!((renamed.name.as_str(), renamed.version), ("見本商事株式会社", 2));
    assert_eq!(find(&company.officer).await.unwrap(), renamed);
    assert!(matches!(rename(&company.officer, "古い版から", 1).await, Err(Error::Stale)));
    assert!(matches!(rename(&company.officer, "　", 2).await, Err(Error::Invalid { .. })));
    assert_eq!(rename(&company.officer, "見本商事株式会社", 2).await.unwrap().version, 2, "nothing changes");
}

async fn has_criteria(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let own = CriteriaChoice::Own { high: 9, medium: 4 };
    let changed = choose_criteria(&company.officer, own, 1).await.unwrap();
    assert_eq!(CriteriaChoice::of(&changed.criteria), own);
    assert_eq!(criteria_in_words(&changed.criteria), "自社：高 9、中 6・4、低 3・2・1");
    let upside_down = CriteriaChoice::Own { high: 3, medium: 4 };
    let Err(Error::Invalid { problems }) = choose_criteria(&company.officer, upside_down, 2).await else { panic!() };
    assert_eq!(problems[0].field, "medium");
}

async fn keeps_answers(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let catalog = Catalog::load().unwrap();
    let organization = find(&company.officer).await.unwrap();
    let nothing = organization.answers(&catalog).unwrap();
    assert_eq!(nothing.organization().as_deref(), Some("見本商事"), "the name is not asked twice");
    let (done, all) = answered(&nothing, &catalog);
    assert!(done == 0 && all > 30);

    let typed = |pairs: &[(&str, &str)]| -> TypedAnswers {
        pairs.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect()
    };
    let good = typed(&[
        ("organization.employees", "１２"),
        ("organization.revised-on", "令和8年4月1日"),
        ("conditions.telework", "yes"),
        ("measures.update", "2"),
        ("roles.top-management", "代表取締役"),
        ("organization.contact", "  "),
    ]);
    let profile = type_answers(&catalog, nothing, &good).unwrap();
    let kept = answer(&company.officer, &catalog, profile, 1).await.unwrap();
    let read = find(&company.officer).await.unwrap().answers(&catalog).unwrap();
    assert_eq!(answered(&read, &catalog).0, 5);
    assert_eq!(
        (read.text("employees").as_deref(), read.text("revised-on").as_deref()),
        (Some("12"), Some("2026-04-01"))
    );
    assert!(kept.profile.contains("# name = \n"), "the name stands in one place only");

    // A field that was not sent stays; an empty one is taken back.
    let less = type_answers(&catalog, read.clone(), &typed(&[("organization.employees", "")])).unwrap();
    assert_eq!(answered(&less, &catalog).0, 4);
    let bad = typed(&[
        ("organization.employees", "たくさん"),
        ("organization.industry", "宇宙業"),
        ("conditions.telework", "maybe"),
        ("measures.update", "4"),
    ]);
    let Err(Error::Invalid { problems }) = type_answers(&catalog, read.clone(), &bad) else { panic!() };
    let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_ref()).collect();
    assert_eq!(fields, ["organization.industry", "organization.employees", "conditions.telework", "measures.update"]);
    assert!(matches!(answer(&company.officer, &catalog, less.clone(), 1).await, Err(Error::Stale)));
    assert_eq!(answer(&company.officer, &catalog, read, 2).await.unwrap().version, 2, "nothing changes");

    answer(&company.officer, &catalog, less, 2).await.unwrap();
    let record = app::audit_log::find(&company.officer, &catalog, 4).await.unwrap();
    assert_eq!((record.changes[0].label.as_str(), record.changes[0].before.as_str()), ("従業員の人数", "12"));
    app::audit_log::undo(&company.officer, &catalog, 4).await.unwrap();
    assert_eq!(find(&company.officer).await.unwrap().profile, kept.profile);
}

async fn is_changed_by_those_who_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let catalog = Catalog::load().unwrap();
    for role in app::Role::ALL {
        let context = company.with_role(role, None);
        let version = find(&company.officer).await.unwrap().version;
        let may = role.allows(app::Permission::EditOrganization);
        let renamed = rename(&context, role.title(), version).await;
        assert_eq!(renamed.is_ok(), may, "{role:?}: {renamed:?}");
        let chosen = choose_criteria(&context, CriteriaChoice::Tokyo, version).await;
        assert_eq!(matches!(chosen, Err(Error::Forbidden)), !may, "{role:?}");
        let answers = find(&company.officer).await.unwrap().answers(&catalog).unwrap();
        let answered = answer(&context, &catalog, answers, version).await;
        assert_eq!(matches!(answered, Err(Error::Forbidden)), !may, "{role:?}");
    }
    let employee = company.with_role(app::Role::Employee, None);
    assert!(matches!(find(&employee).await, Err(Error::Forbidden)));
}

async fn is_not_seen_from_elsewhere(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let elsewhere = company.elsewhere();
    assert!(matches!(find(&elsewhere).await, Err(Error::NotFound(_))));
    assert!(matches!(rename(&elsewhere, "乗っ取り", 1).await, Err(Error::NotFound(_))));
    assert!(matches!(all(&company.visitor).await, Err(Error::Forbidden)), "only at the machine itself");
    let command = app::Visitor::new(database.store.clone(), app::Clock::System, app::Channel::Command);
    assert_eq!(all(&command).await.unwrap().len(), 1);
}
