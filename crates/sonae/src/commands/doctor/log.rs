//! The audit logs: every organization's chain is whole.

use app::audit_log::verify;
use app::store::Store;

use super::Report;
use crate::failure::Failure;
use crate::installation::operator;

pub async fn look(store: &Store, report: &mut Report) -> Result<(), Failure> {
    let visitor = operator(store);
    for organization in app::organization::all(&visitor).await? {
        let name = organization.name;
        let found = verify(&visitor.operator(organization.id)).await?;
        match found.faults.first() {
            None => report.good(format!("「{name}」の記録{}件は、書かれたときのままです", found.records)),
            Some(fault) => report.bad(format!(
                "「{name}」の記録に、書かれたときと違うところがあります（{fault}）。sonae audit-log verify ですべてを確かめ、バックアップと比べてください"
            )),
        }
    }
    Ok(())
}
