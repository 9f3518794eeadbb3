//! `sonae audit-log verify`: is every record as it was written?

use app::audit_log::{Verification, verify};

use crate::arguments::{OrganizationOptions, PlaceOptions};
use crate::failure::Failure;
use crate::installation::{Installation, operator, operator_of};
use crate::output::say::say;
use crate::output::say::tell;
use crate::runtime;

/// Runs the command: all organizations, or the one named.
///
/// # Errors
/// [`Failure::Told`] where a record is not as it was written; what and where is printed.
pub fn run(place: &PlaceOptions, options: &OrganizationOptions) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    runtime::run(async {
        let store = installation.open().await?;
        let visitor = operator(&store);
        let all = app::organization::all(&visitor).await?;
        let mut wanted: Vec<_> = all.into_iter().map(|organization| (organization.id, organization.name)).collect();
        if options.organization.is_some() {
            let named = operator_of(&visitor, &wanted, options)?.organization;
            wanted.retain(|(id, _)| *id == named);
        }
        let mut whole = true;
        for (organization, name) in wanted {
            let found = verify(&visitor.operator(organization)).await?;
            tell(&name, &found);
            whole &= found.is_whole();
        }
        store.close().await;
        if whole { Ok(()) } else { Err(Failure::Told) }
    })
}

fn tell(name: &str, found: &Verification) {
    if let (true, Some((sequence, hash))) = (found.is_whole(), &found.end) {
        say!(
            "「{name}」：{}件の記録は、すべて書かれたときのままです。\n  最後の記録 {sequence}　確かめるための値 {hash}",
            found.records
        );
        return;
    }
    tell!("「{name}」：書かれたときと違う記録があります。バックアップと比べてください。");
    for fault in &found.faults {
        tell!("  {fault}");
    }
    if found.more > 0 {
        tell!("  ほかに{}か所あります。", found.more);
    }
}
