//! Opening the database, and refusing one that this program must not touch.

use app::store::{Durability, Location, Store, Version, migrate, version};
use app::{Channel, Clock, Context, OrganizationId, Visitor};

use super::{Installation, make_private};
use crate::arguments::OrganizationOptions;
use crate::failure::Failure;

impl Installation {
    /// Opens a database that is there and of this program's version.
    ///
    /// # Errors
    /// [`Failure::Input`] that says what to do first.
    pub async fn open(&self) -> Result<Store, Failure> {
        let store = self.open_any_version().await?;
        match version(&store).await? {
            Version::Current => Ok(store),
            other => Err(self.refused(other)),
        }
    }

    /// As [`open`](Self::open), but an embedded database that is not there yet is made.
    ///
    /// # Errors
    /// As [`open`](Self::open); [`Failure::Input`] where the data folder cannot be made.
    pub async fn open_or_make(&self) -> Result<Store, Failure> {
        let store = self.make().await?;
        match version(&store).await? {
            Version::Current => Ok(store),
            Version::Empty if matches!(self.location, Location::File(_)) => {
                migrate(&store).await?;
                Ok(store)
            }
            other => Err(self.refused(other)),
        }
    }

    /// Opens a database that is there, whatever its version.
    ///
    /// # Errors
    /// [`Failure::Input`] where there is none.
    pub async fn open_any_version(&self) -> Result<Store, Failure> {
        if !self.is_there() {
            return Err(Failure::Input(format!(
                "「{}」には、まだデータがありません。場所が違うときは --data で指定してください。初めてのときは sonae を実行して、最初の設定をしてください。",
                self.folder.display()
            )));
        }
        Ok(Store::open(self.location.clone(), Durability::Full).await?)
    }

    /// Opens the database; an embedded one is made, empty, where there is none.
    ///
    /// # Errors
    /// [`Failure::Input`] where it cannot be opened or made.
    pub async fn make(&self) -> Result<Store, Failure> {
        make_private(&self.folder)?;
        Ok(Store::open(self.location.clone(), Durability::Full).await?)
    }

    /// Whether there is a database to open; a server is asked by opening.
    pub fn is_there(&self) -> bool {
        match &self.location {
            Location::File(path) => path.exists(),
            Location::Server(_) => true,
        }
    }

    /// Why a database of that version is not used, and what to do.
    pub fn refused(&self, version: Version) -> Failure {
        Failure::Input(match version {
            Version::Empty | Version::Current => format!(
                "{} のデータベースは、まだ準備されていません。sonae migrate を実行してください。",
                self.location.shown()
            ),
            Version::Behind(steps) => format!(
                "データベースが前の版のままです（あと{steps}段階）。sonae backup でバックアップを取ってから、sonae migrate を実行してください。"
            ),
            Version::Ahead => {
                "このデータベースは、新しい版の Sonae で使われています。その版の sonae を使ってください（この版では開きません）。".to_owned()
            }
        })
    }
}

/// The operator at the machine, before an organization is chosen.
pub fn operator(store: &Store) -> Visitor {
    Visitor::new(store.clone(), Clock::System, Channel::Command)
}

/// The operator, for one of `organizations`: the only one, or the one named.
///
/// # Errors
/// [`Failure::Input`] where there is none of that name; [`Failure::Usage`] where one must be named.
pub fn operator_of(
    visitor: &Visitor,
    organizations: &[(OrganizationId, String)],
    wanted: &OrganizationOptions,
) -> Result<Context, Failure> {
    let names = || organizations.iter().map(|(_, name)| format!("「{name}」")).collect::<Vec<_>>().join("、");
    match (&wanted.organization, organizations) {
        (_, []) => Err(Failure::Input("まだ組織がありません。sonae を実行して、最初の設定をしてください。".into())),
        (None, [(only, _)]) => Ok(visitor.operator(*only)),
        (None, _) => Err(Failure::Usage(format!(
            "組織がいくつかあります。どれかを --organization で指定してください：{}",
            names()
        ))),
        (Some(wanted), _) => match organizations.iter().find(|(_, name)| name == wanted.trim()) {
            Some((found, _)) => Ok(visitor.operator(*found)),
            None => Err(Failure::Input(format!("「{wanted}」という組織はありません。あるのは：{}", names()))),
        },
    }
}
