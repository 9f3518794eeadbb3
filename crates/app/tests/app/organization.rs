//! 組織: works / who may / other organization.

use app::Error;
use app::organization::{Establishment, FirstPerson, add, establish, is_first_run};
use testkit::company::{PASSWORD, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

on_both_engines!(is_established_once, says_all_that_is_wrong, is_joined_by_another_from_the_command_line_only);

async fn is_established_once(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    assert!(!is_first_run(&company.visitor).await.unwrap());
    let again = Establishment {
        organization: "二番目".into(),
        person: FirstPerson { name: "別人".into(), email: "other@example.jp".into(), password: PASSWORD.into() },
    };
    assert!(matches!(establish(&company.visitor, again).await, Err(Error::Refused(_))));
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
