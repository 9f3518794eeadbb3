//! Who may see and change which risks: those of the departments that a role is for.

use super::Risk;
use crate::{Context, DepartmentId, Error, Permission, Result, Scope};

/// How far the actor sees and changes risks.
pub(crate) struct Access {
    pub(crate) read: Scope,
    edit: Option<Scope>,
    accept: Option<Scope>,
}

impl Access {
    /// For looking.
    pub(crate) fn reading(context: &Context) -> Result<Self> {
        Ok(Self {
            read: context.scope(Permission::ReadRisks)?,
            edit: context.scope(Permission::EditRisks).ok(),
            accept: context.scope(Permission::AcceptRisk).ok(),
        })
    }

    /// For changing.
    pub(crate) fn editing(context: &Context) -> Result<Self> {
        context.scope(Permission::EditRisks)?;
        Self::reading(context)
    }

    /// Whether the actor may see what belongs to that department.
    pub(crate) fn sees(&self, department: Option<DepartmentId>) -> bool {
        self.read.covers(department)
    }

    /// Whether the actor may change what belongs to that department.
    pub(crate) fn may_change(&self, department: Option<DepartmentId>) -> bool {
        self.edit.as_ref().is_some_and(|scope| scope.covers(department))
    }

    /// Whether the actor may approve what belongs to that department, where they own it.
    pub(crate) fn may_accept(&self, department: Option<DepartmentId>) -> bool {
        self.accept.as_ref().is_some_and(|scope| scope.covers(department))
    }

    /// The risk, where it may be seen: what may not be seen is not there.
    pub(crate) fn visible(&self, risk: Option<Risk>) -> Result<Risk> {
        risk.filter(|risk| self.sees(risk.about.department)).ok_or(Error::NotFound("リスク"))
    }

    /// The risk, where it may be changed, in the version that the person saw.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Forbidden`]; [`Error::Stale`].
    pub(crate) fn changeable(&self, risk: Option<Risk>, seen: i64) -> Result<Risk> {
        let risk = self.visible(risk)?;
        if !self.may_change(risk.about.department) {
            return Err(Error::Forbidden);
        }
        if risk.version == seen { Ok(risk) } else { Err(Error::Stale) }
    }
}
