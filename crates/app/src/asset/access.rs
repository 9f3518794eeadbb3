//! Who may see and change which assets.

use super::{Asset, Departments, Field};
use crate::{Context, DepartmentId, Error, FieldProblem, Permission, Result, Scope};

/// How far the actor sees and changes the register.
pub(super) struct Access {
    pub(super) read: Scope,
    edit: Option<Scope>,
}

impl Access {
    /// For looking.
    pub(super) fn reading(context: &Context) -> Result<Self> {
        Ok(Self { read: context.scope(Permission::ReadAssets)?, edit: context.scope(Permission::EditAssets).ok() })
    }

    /// For changing.
    pub(super) fn editing(context: &Context) -> Result<Self> {
        context.scope(Permission::EditAssets)?;
        Self::reading(context)
    }

    /// Whether the actor may see it: what may not be seen is not there.
    pub(super) fn sees(&self, asset: &Asset) -> bool {
        self.read.covers(asset.department)
    }

    /// Whether the actor may change it.
    pub(super) fn changes(&self, asset: &Asset) -> bool {
        self.may_change(asset.department)
    }

    /// Whether the actor may change what belongs to that department.
    pub(super) fn may_change(&self, department: Option<DepartmentId>) -> bool {
        self.edit.as_ref().is_some_and(|scope| scope.covers(department))
    }

    /// The asset, where it may be changed.
    pub(super) fn changeable(&self, asset: Option<Asset>) -> Result<Asset> {
        let asset = asset.filter(|asset| self.sees(asset)).ok_or(Error::NotFound("情報資産"))?;
        if self.changes(&asset) { Ok(asset) } else { Err(Error::Forbidden) }
    }

    /// Whether an asset of the department of that name may be written: who holds a role for a department
    /// alone keeps to it, and makes no new one.
    pub(super) fn check_department(&self, departments: &Departments, text: &str) -> Result<(), FieldProblem> {
        let Some(Scope::Departments(own)) = &self.edit else { return Ok(()) };
        if departments.named(text).is_some_and(|department| own.contains(&department)) {
            return Ok(());
        }
        let names: Vec<_> =
            own.iter().filter_map(|id| departments.name(*id)).map(|name| format!("「{name}」")).collect();
        let message = format!(
            "『管理部署』には、自分の部署{}を入れてください。ほかの部署へ移すには、情報セキュリティ責任者に頼みます。",
            names.concat()
        );
        Err(FieldProblem::new(Field::Department.id(), message))
    }
}
