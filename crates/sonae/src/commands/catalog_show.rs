//! `sonae catalog cases` and `examples`: knowledge to read.

use crate::failure::Failure;
use crate::input::catalog;
use crate::output::say::say;

/// Prints the cases that `sonae build --level 1 --case` takes.
///
/// # Errors
/// [`Failure::Internal`] where the catalog cannot be read.
pub fn cases() -> Result<(), Failure> {
    for file in &catalog()?.cases {
        say!("{}：{}", file.case.id, file.case.title);
        say!("  {}", file.case.happened.trim());
    }
    Ok(())
}

/// Prints the worked examples, element by element, with the relation they come to.
///
/// # Errors
/// [`Failure::Internal`] where the catalog cannot be read.
pub fn examples() -> Result<(), Failure> {
    let catalog = catalog()?;
    for example in &catalog.worked_examples {
        let controls: Vec<String> = example
            .controls
            .iter()
            .filter_map(|id| catalog.control(id))
            .map(|control| format!("{} {}", control.id, control.title))
            .collect();
        say!("■ {}", example.title);
        for (label, words) in [
            ("資産", example.asset.clone()),
            ("価値", example.value.clone()),
            ("脅威", example.threat.clone()),
            ("リスク", example.risk.clone()),
            ("脆弱性", example.vulnerability.clone()),
            ("保護要求事項", example.protection_requirements.join("／")),
            ("管理策", controls.join("／")),
            ("関係", example.relation().explanation().to_owned()),
        ] {
            say!("  {label}：{words}");
        }
    }
    Ok(())
}
