//! Every role against every permission: one table, so that a change of it is seen.

use app::{Permission, Role};

#[test]
fn every_role_against_every_permission() {
    let opened: Vec<String> = Role::ALL
        .into_iter()
        .map(|role| {
            let opened = Permission::ALL.into_iter().filter(|permission| role.allows(*permission));
            format!(
                "{}: {}",
                role.id(),
                opened.map(|permission| format!("{permission:?}")).collect::<Vec<_>>().join(" ")
            )
        })
        .collect();
    assert_eq!(
        opened,
        [
            "top-management: ReadAssets ReadRisks AcceptRisk ReadOrganization EditOrganization ReadPeople ReadAuditLog",
            "security-officer: ReadAssets EditAssets ImportAssets ReadRisks EditRisks AcceptRisk ReadOrganization EditOrganization ReadPeople ManagePeople ReadAuditLog UndoChange UseApi",
            "department-manager: ReadAssets EditAssets ReadRisks EditRisks AcceptRisk ReadOrganization UseApi",
            "system-administrator: ReadAssets ReadRisks ReadOrganization ReadPeople ManagePeople ReadAuditLog UseApi",
            "training-officer: ReadAssets ReadRisks ReadOrganization",
            "auditor: ReadAssets ReadRisks ReadOrganization ReadPeople ReadAuditLog",
            "employee: ",
            "consultant: ReadAssets EditAssets ImportAssets ReadRisks EditRisks ReadOrganization EditOrganization UseApi",
        ]
    );
}
