//! Companies with people in every role, for tests of who may what.

use app::organization::{Establishment, FirstPerson, establish};
use app::store::Store;
use app::{Actor, Channel, Clock, Context, DepartmentId, OrganizationId, Role, Visitor};

/// The moment at which test clocks stand: 2026-11-24 00:00 UTC.
pub const MOMENT: i64 = 1_795_478_400_000;

/// The password of every person in tests.
pub const PASSWORD: &str = "correct-horse-battery-staple-27";

/// A company in a database, with its first person (情報セキュリティ責任者).
pub struct Company {
    /// Which one.
    pub organization: OrganizationId,
    /// Its first person, who may do everything.
    pub officer: Context,
    /// Somebody who is not known yet, with the same stopped clock.
    pub visitor: Visitor,
    /// The clock of both.
    pub clock: Clock,
}

/// Establishes 見本商事 with 見本花子 (`hanako@example.jp`, [`PASSWORD`]).
///
/// # Panics
/// Where it cannot: the test cannot go on.
pub async fn company(store: &Store) -> Company {
    let clock = Clock::stopped(MOMENT);
    let visitor = Visitor::new(store.clone(), clock.clone(), Channel::Web);
    let wanted = Establishment {
        organization: "見本商事".into(),
        person: FirstPerson {
            name: "見本花子".into(), email: "hanako@example.jp".into(), password: PASSWORD.into()
        },
    };
    let (organization, account) =
        establish(&visitor, wanted).await.unwrap_or_else(|error| panic!("cannot establish: {error:?}"));
    let actor = Actor::Person {
        account,
        name: "見本花子".into(),
        roles: vec![(Role::SecurityOfficer, None)],
        read_only: false,
    };
    Company { organization, officer: Context::new(&visitor, actor, organization), visitor, clock }
}

impl Company {
    /// A context of the same company with that role (the officer's account; roles are what counts).
    pub fn with_role(&self, role: Role, department: Option<DepartmentId>) -> Context {
        let mut context = self.officer.clone();
        if let Actor::Person { roles, .. } = &mut context.actor {
            *roles = vec![(role, department)];
        }
        context
    }

    /// The same person as 情報セキュリティ責任者 of another organization, which exists and has nothing yet.
    ///
    /// # Panics
    /// Where it cannot be made: the test cannot go on.
    pub async fn another(&self, name: &str) -> Context {
        let operator = Visitor::new(self.officer.store().clone(), self.clock.clone(), Channel::Command);
        let added = app::organization::add(&operator, name, "hanako@example.jp").await;
        let mut context = self.officer.clone();
        context.organization = added.unwrap_or_else(|error| panic!("cannot add {name}: {error:?}"));
        context
    }

    /// The same powerful person in another organization, which has nothing.
    pub fn elsewhere(&self) -> Context {
        let mut context = self.officer.clone();
        context.organization = OrganizationId::new();
        context
    }
}
