//! `sonae organization …`: the companies of one installation, for the operator at the machine.

use app::organization::{add, all};

use crate::arguments::{OrganizationCommand, PlaceOptions};
use crate::failure::Failure;
use crate::installation::{Installation, operator};
use crate::output::say::say;
use crate::output::say::tell;
use crate::runtime;

/// Runs the command.
///
/// # Errors
/// [`Failure::Input`] for a name that cannot be used or an address without an account.
pub fn run(place: &PlaceOptions, command: &OrganizationCommand) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    runtime::run(async {
        let store = installation.open().await?;
        let visitor = operator(&store);
        match command {
            OrganizationCommand::Add(options) => {
                add(&visitor, &options.name, &options.email).await?;
                tell!(
                    "「{}」を作り、{} を情報セキュリティ責任者にしました。画面の右上のメニューで組織を切り替えられます。",
                    options.name.trim(),
                    options.email.trim()
                );
            }
            OrganizationCommand::List => {
                for organization in all(&visitor).await? {
                    say!("{}{}", organization.name, if organization.sample { "\t見本" } else { "" });
                }
            }
        }
        store.close().await;
        Ok(())
    })
}
