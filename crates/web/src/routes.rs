//! All addresses: each capability brings its own.

use axum::Router;

use crate::{
    State, account, assessment, asset, asset_import, audit_log, download, home, job, knowledge, organization, people,
    risk, setup, sign_in, threat, token, treatment,
};

/// Every screen.
pub(crate) fn screens() -> Router<State> {
    Router::new()
        .merge(account::routes())
        .merge(assessment::routes())
        .merge(asset::routes())
        .merge(asset_import::routes())
        .merge(audit_log::routes())
        .merge(download::routes())
        .merge(home::routes())
        .merge(job::routes())
        .merge(knowledge::routes())
        .merge(organization::routes())
        .merge(people::routes())
        .merge(risk::routes())
        .merge(setup::routes())
        .merge(sign_in::routes())
        .merge(threat::routes())
        .merge(token::routes())
        .merge(treatment::routes())
}
