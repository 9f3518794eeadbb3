//! Identifiers: UUIDv7 made by the application, one type per thing so that they cannot be mixed up.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! identifier {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new one, later than all made before.
            #[must_use]
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> std::result::Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

identifier! {
    /// 組織
    OrganizationId;
    /// 部署
    DepartmentId;
    /// アカウント: a person, who may belong to several organizations.
    AccountId;
    /// A role that an account holds in an organization.
    MembershipId;
    /// 招待
    InvitationId;
    /// API token
    TokenId;
    /// パスキー
    PasskeyId;
    /// 情報資産
    AssetId;
    /// リスク
    RiskId;
    /// A task of a treatment plan (対策の作業).
    TaskId;
    /// リスクアセスメント: a snapshot of all risks.
    AssessmentId;
    /// An uploaded register that waits for a decision (取り込み).
    ImportId;
    /// Long work in the background.
    JobId;
}
