//! `sonae account …`: accounts, for the operator at the machine.

use app::account::administer::{Known, disable, enable, list, reset_second_factor};
use app::account::{Recovery, recover};

use crate::arguments::{AccountCommand, PlaceOptions};
use crate::failure::Failure;
use crate::installation::{Installation, operator};
use crate::output::say::say;
use crate::output::say::tell;
use crate::runtime;

/// Runs the command.
///
/// # Errors
/// [`Failure::Input`] for an address without an account.
pub fn run(place: &PlaceOptions, command: &AccountCommand) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    runtime::run(async {
        let store = installation.open().await?;
        let visitor = operator(&store);
        match command {
            AccountCommand::List => list(&visitor).await?.iter().for_each(show),
            AccountCommand::Disable(options) => match disable(&visitor, &options.email).await? {
                Some(account) => {
                    tell!("{}さんのアカウントを止め、サインイン中の端末をすべてサインアウトしました。", account.name);
                }
                None => tell!("このアカウントは、もう止まっています。"),
            },
            AccountCommand::Enable(options) => match enable(&visitor, &options.email).await? {
                Some(account) => tell!("{}さんのアカウントを、また使えるようにしました。", account.name),
                None => tell!("このアカウントは止まっていません。"),
            },
            AccountCommand::ResetSecondFactor(options) => {
                let account = reset_second_factor(&visitor, &options.email).await?;
                tell!(
                    "{}さんの2段階認証・パスキー・回復コードを外しました。パスワードだけでサインインできます。本人に、もう一度設定するよう伝えてください。",
                    account.name
                );
            }
            AccountCommand::ResetPassword(options) => {
                let password = super::init::password_line(std::io::stdin().lock())?;
                let account = recover(&visitor, &options.email, password, Recovery::Password).await?;
                tell!(
                    "{}さんのパスワードを変え、サインイン中の端末をすべてサインアウトしました。本人に伝え、サインインのあとで変えてもらってください。",
                    account.name
                );
            }
        }
        store.close().await;
        Ok(())
    })
}

fn show(known: &Known) {
    let places = known.memberships.iter().map(|membership| {
        let roles: Vec<&str> = membership.roles.iter().map(|(role, _)| role.title()).collect();
        format!("{}（{}）", membership.organization_name, roles.join("・"))
    });
    let places: Vec<String> = places.collect();
    say!(
        "{}\t{}\t{}\t{}\t{}",
        known.account.email,
        known.account.name,
        if known.disabled { "停止中" } else { "有効" },
        match (known.two_steps, known.passkeys) {
            (false, 0) => "パスワードだけ".to_owned(),
            (true, 0) => "2段階認証".to_owned(),
            (false, keys) => format!("パスキー{keys}個"),
            (true, keys) => format!("2段階認証・パスキー{keys}個"),
        },
        if places.is_empty() { "どの組織にも属していない".to_owned() } else { places.join("、") }
    );
}
