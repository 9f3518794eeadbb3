//! 役割 and 部署 of a form, as the person who gives them sees it.

use app::organization::department::{self, Department};
use app::people::{HeldRole, offered};
use app::{Context, DepartmentId, Permission, Role};
use maud::{Markup, html};
use serde::Deserialize;

use crate::Failure;
use crate::components::{Choice, FieldErrors, RadioGroup, SelectField};

/// What came back from the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RoleForm {
    pub role: String,
    pub department: String,
}

impl RoleForm {
    /// The role, where one of ours was chosen.
    pub fn role(&self) -> Option<Role> {
        Role::from_id(&self.role)
    }

    /// The department; what is no key of one names one that does not exist.
    pub fn department(&self) -> Option<DepartmentId> {
        let given = !self.department.is_empty();
        given.then(|| self.department.parse().unwrap_or(DepartmentId(uuid::Uuid::nil())))
    }
}

/// What can be chosen.
pub(super) struct RoleFields {
    roles: Vec<Role>,
    departments: Vec<Department>,
    may_add_departments: bool,
}

impl RoleFields {
    /// What the actor may give.
    pub async fn read(context: &Context) -> Result<Self, Failure> {
        let roles = offered(context);
        let of_department = roles.iter().any(|role| role.of_department());
        let departments = if of_department { department::all(context).await? } else { Vec::new() };
        Ok(Self { roles, departments, may_add_departments: context.require(Permission::EditOrganization).is_ok() })
    }

    /// Without roles that the person holds already, except those that can be held for one more department.
    pub fn without(mut self, held: &[HeldRole]) -> Self {
        let has = |role: &Role| !role.of_department() && held.iter().any(|held| held.role == *role);
        self.roles.retain(|role| !has(role));
        self
    }

    /// Whether there is anything to give.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty()
    }

    /// The fields, filled as `form` says.
    pub fn render(&self, form: &RoleForm, errors: &FieldErrors) -> Markup {
        let choices: Vec<Choice<'_>> = self
            .roles
            .iter()
            .map(|role| Choice { description: role.explanation(), ..Choice::new(role.id(), role.title()) })
            .collect();
        let roles = RadioGroup {
            name: "role",
            label: "役割",
            required: true,
            support: "この組織で何をする人かを選びます。あとから増やしたり外したりできます。",
            value: &form.role,
            choices: &choices,
            ..RadioGroup::default()
        };
        html! { (roles.render(errors)) (self.department(form, errors)) }
    }

    fn department(&self, form: &RoleForm, errors: &FieldErrors) -> Markup {
        let Some(role) = self.roles.iter().find(|role| role.of_department()) else { return html! {} };
        let ids: Vec<String> = self.departments.iter().map(|department| department.id.to_string()).collect();
        let choices: Vec<Choice<'_>> =
            ids.iter().zip(&self.departments).map(|(id, department)| Choice::new(id, &department.name)).collect();
        let support = format!("役割が「{}」のときだけ選びます。", role.title());
        let select = SelectField {
            name: "department",
            label: "部署",
            support: &support,
            help: self.departments.is_empty().then(|| self.no_departments()),
            value: &form.department,
            empty: "選ばない",
            choices: &choices,
            ..SelectField::default()
        };
        select.render(errors)
    }

    fn no_departments(&self) -> Markup {
        html! {
            p.field-support {
                "部署がまだありません。"
                @if self.may_add_departments { "先に" a href="/departments" { "部署を追加" } "してください。" }
            }
        }
    }
}
