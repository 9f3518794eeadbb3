//! The page around the fields of a risk: what it reads, and the form.

use app::AssetId;
use app::asset::{self, Departments, Order, Query, Sort};
use app::risk::{Input, owners};
use maud::{Markup, html};

use super::form::RiskForm;
use crate::components::{Button, ButtonKind, Crumb, FieldErrors, Form, LinkButton, submit};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::{Failure, State};

/// A page with the fields of one risk.
pub(super) struct FormPage<'a> {
    pub(super) title: &'a str,
    /// The stop before this page, besides the list.
    pub(super) risk: Option<(&'a str, &'a str)>,
    pub(super) action: &'a str,
    pub(super) cancel: &'a str,
    pub(super) label: &'a str,
    /// The version that the person saw.
    pub(super) seen: Option<i64>,
    pub(super) lead: Markup,
    /// The assets that it is about; those that are gone are left out.
    pub(super) about: &'a [AssetId],
    pub(super) input: &'a Input,
    /// Whether the person has said that no threat is known yet.
    pub(super) has_no_threat: bool,
    pub(super) errors: &'a FieldErrors,
}

impl FormPage<'_> {
    /// The page. Refused to whoever may not change risks.
    pub(super) async fn render(&self, person: &Person, state: &State) -> Result<Markup, Failure> {
        let context = &person.context;
        let owners = owners(context).await?;
        let departments = Departments::of(context).await?;
        let about = asset::find_many(context, self.about).await?;
        let assets = match self.input.event {
            Some(_) => {
                let order = Order { sort: Sort::Importance, descending: true };
                asset::list(context, &Query { order, ..Query::default() }).await?.assets
            }
            None => Vec::new(),
        };
        let form = RiskForm {
            person,
            catalog: &state.catalog,
            departments: &departments,
            owners: &owners,
            about: &about,
            assets: &assets,
            input: self.input,
            has_no_threat: self.has_no_threat,
            errors: self.errors,
        };
        let mut crumbs = vec![Crumb::link("リスク", "/risks")];
        crumbs.extend(self.risk.map(|(title, href)| Crumb::link(title, href)));
        let frame = person.frame();
        let page = Page {
            notices: person.notices(),
            errors: self.errors,
            breadcrumbs: &crumbs,
            lead: Some(self.lead.clone()),
            ..Page::new(self.title, Section::Risks, &frame)
        };
        let cancel =
            LinkButton { kind: ButtonKind::Text, label: "やめる", href: self.cancel, ..LinkButton::default() };
        let is_of_several = self.risk.is_none() && self.input.event.is_none() && self.about.len() != 1;
        let choose = Button { label: "情報資産を選び直す", action: "/risks/new/choose", ..Button::default() };
        let content = html! {
            @if let Some(seen) = self.seen { input type="hidden" name="seen" value=(seen); }
            (form.fields())
            div.actions {
                (submit(self.label))
                @if is_of_several { (choose.render()) }
                (cancel.render())
            }
        };
        Ok(page.render(Form { action: self.action, ..Form::default() }.render(content)))
    }
}
