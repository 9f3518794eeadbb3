//! Use cases: one folder per capability, its database rows inside it.
//!
//! Every use case takes a [`Context`] (who, for which organization) or, before sign-in, a [`Visitor`].
//! It asks for the permission itself and writes its audit record in the same transaction, so that
//! screens, JSON API and command line cannot differ.

#![forbid(unsafe_code)]

pub mod account;
pub mod assessment;
pub mod asset;
pub mod audit_log;
pub mod invitation;
pub mod job;
pub mod mail;
pub mod organization;
pub mod people;
pub mod risk;
pub mod store;
pub mod threat;
pub mod token;
pub mod treatment;

mod clock;
mod context;
mod error;
mod id;
mod permission;
mod secret;

pub use clock::{Clock, Instant};
pub use context::{Actor, Channel, Context, Scope, Visitor};
pub use error::{Error, FieldProblem, Result};
pub use id::{
    AccountId, AssessmentId, AssetId, DepartmentId, ImportId, InvitationId, JobId, MembershipId, OrganizationId,
    PasskeyId, RiskId, TaskId, TokenId,
};
pub use permission::{Permission, Role};
pub use secret::{Secret, SecretHash};
