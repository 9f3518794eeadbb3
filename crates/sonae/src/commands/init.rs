//! `sonae init`: the first organization and person, without a browser.

use std::io::BufRead;

use anyhow::Context as _;
use app::organization::{Establishment, FirstPerson, establish};

use crate::arguments::{InitOptions, PlaceOptions};
use crate::failure::Failure;
use crate::installation::{Installation, operator};
use crate::output::say::tell;
use crate::runtime;

/// Runs the command.
///
/// # Errors
/// [`Failure::Input`] where an organization is there already or a value cannot be used.
pub fn run(place: &PlaceOptions, options: &InitOptions) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    let password = password_line(std::io::stdin().lock())?;
    let wanted = Establishment {
        organization: options.organization.clone(),
        person: FirstPerson { name: options.person.clone(), email: options.email.clone(), password },
    };
    runtime::run(async {
        let store = installation.open_or_make().await?;
        let established = establish(&operator(&store), wanted).await;
        store.close().await;
        established?;
        tell!(
            "「{}」を作りました。sonae を実行し、「{}」と、渡したパスワードでサインインしてください。",
            options.organization.trim(),
            options.email.trim()
        );
        Ok(())
    })
}

/// The password on the first line of `input`.
///
/// # Errors
/// [`Failure::Input`] where that line is empty.
pub(super) fn password_line(mut input: impl BufRead) -> Result<String, Failure> {
    let mut password = String::new();
    input.read_line(&mut password).context("cannot read standard input")?;
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    if password.is_empty() {
        return Err(Failure::Input(
            "パスワードがありません。標準入力の1行目に渡してください（例： --password-stdin < パスワードのファイル）。"
                .into(),
        ));
    }
    Ok(password)
}
