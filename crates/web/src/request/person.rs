//! A signed-in person in one of their organizations.

use app::account::{Signed, Stage, resume};
use app::organization::Organization;
use app::{Channel, Context, Error, OrganizationId, Permission, Role};
use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;

use maud::Markup;

use super::guest::visitor;
use super::signed_out::signed_out;
use super::{cookie, flash, seen};
use crate::components::{Button, Form, Method as FormMethod, Notice};
use crate::layout::{Frame, NavigationItem, OrganizationEntry, Section};
use crate::{Failure, State};

/// Who asks: the context for use cases, and what the page frame shows.
pub struct Person {
    /// The first argument of every use case.
    pub context: Context,
    /// The organization being looked at.
    pub organization: Organization,
    /// The person with session and memberships.
    pub signed: Signed,
    notices: Vec<Notice>,
}

impl FromRequestParts<State> for Person {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Failure> {
        let back = |has_ended: bool| signed_out(parts, &state.settings, has_ended);
        let secret = cookie::session_secret(&parts.headers, &state.settings).ok_or_else(|| back(false))?;
        let visitor = visitor(parts, state, Channel::Web);
        let mut signed = resume(&visitor, &secret.hash()).await.map_err(|error| match error {
            Error::SignedOut => back(true),
            other => other.into(),
        })?;
        if signed.stage != Stage::SignedIn {
            return Err(back(false));
        }
        let Some((organization, context)) = signed.current.take() else {
            return Err(Error::Refused(
                "今、どの組織にも属していません。招待を受けるか、情報セキュリティ責任者に連絡してください。".into(),
            )
            .into());
        };
        if let Some(named) = seen::named(&parts.uri)
            && parts.method != Method::GET
            && named != organization.id
        {
            return Err(of_another(&signed, named, &organization));
        }
        if signed.memberships.len() > 1 {
            seen::set(organization.id, &parts.uri);
        }
        let notices = flash::notice(&parts.headers).into_iter().collect();
        Ok(Self { context, organization, signed, notices })
    }
}

/// A form that was opened for an organization which is no longer shown.
fn of_another(signed: &Signed, named: OrganizationId, shown: &Organization) -> Failure {
    let of = signed.memberships.iter().find(|own| own.organization == named);
    let of = of.map_or_else(|| "別の組織".to_owned(), |own| format!("「{}」", own.organization_name));
    Error::Refused(format!(
        "この画面は{of}のものですが、今は「{}」に切り替わっています。何も保存していません。右上のメニューで組織を切り替えて、もう一度入力してください。",
        shown.name
    ))
    .into()
}

impl Person {
    /// What was done on the page before, to be shown once.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What stands around the content of every screen: only sections that exist and may be opened.
    pub fn frame(&self) -> Frame {
        Frame {
            organization: Some(self.organization.name.clone()),
            role_title: self.role_title(),
            person_name: self.signed.account.name.clone(),
            sections: self.sections(),
            organizations: self.organizations(),
            is_sample: self.organization.sample,
            sample_form: self.sample_form(),
            ..Frame::default()
        }
    }

    /// The way to get rid of the sample company, for those who may.
    fn sample_form(&self) -> Option<Markup> {
        let may = self.organization.sample && self.context.require(Permission::EditOrganization).is_ok();
        may.then(|| {
            let button = Button { label: "見本を消す", is_small: true, ..Button::default() };
            Form { action: "/organization/sample/remove", method: FormMethod::Get, ..Form::default() }
                .render(button.render())
        })
    }

    fn role_title(&self) -> String {
        let own = self.signed.memberships.iter().find(|own| own.organization == self.organization.id);
        let mut roles: Vec<Role> = own.map(|own| own.roles.iter().map(|(role, _)| *role).collect()).unwrap_or_default();
        roles.sort_unstable();
        roles.dedup();
        roles.iter().map(|role| role.title()).collect::<Vec<_>>().join("・")
    }

    fn sections(&self) -> Vec<NavigationItem> {
        let all = [
            (None, Section::Home, "ホーム", "/"),
            (Some(Permission::ReadOrganization), Section::Organization, "組織", "/organization"),
            (Some(Permission::ReadAssets), Section::Assets, "情報資産台帳", "/assets"),
            (Some(Permission::ReadRisks), Section::Risks, "リスク", "/risks"),
            (Some(Permission::ReadRisks), Section::Plans, "対策計画", "/treatments"),
            (None, Section::Knowledge, "知識", "/knowledge"),
            (Some(Permission::ReadAuditLog), Section::AuditLog, "記録", "/audit-log"),
            (Some(Permission::ReadPeople), Section::Settings, "人と役割", "/people"),
        ];
        let may = |permission: &Option<Permission>| permission.is_none_or(|permission| self.context.allows(permission));
        all.iter()
            .filter(|(permission, ..)| may(permission))
            .map(|(_, section, title, href)| NavigationItem::new(*section, *title, *href))
            .collect()
    }

    fn organizations(&self) -> Vec<OrganizationEntry> {
        let own = self.signed.memberships.iter();
        own.map(|own| OrganizationEntry {
            id: own.organization.to_string(),
            name: own.organization_name.clone(),
            is_current: own.organization == self.organization.id,
        })
        .collect()
    }
}
