//! A department as the API shows it.

use app::DepartmentId;
use app::organization::department::Department;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::Tagged;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Department, description = "部署。")]
pub(in crate::api) struct DepartmentBody {
    /// 部署の id
    #[schema(value_type = String, format = Uuid)]
    id: DepartmentId,
    /// 部署名
    name: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DepartmentInput, description = "部署に書く内容。")]
pub(super) struct DepartmentInput {
    /// 部署名
    #[schema(max_length = 100)]
    pub(super) name: String,
}

impl From<Department> for DepartmentBody {
    fn from(department: Department) -> Self {
        Self { id: department.id, name: department.name }
    }
}

/// The department with a mark of its content as `ETag`.
pub(super) fn tagged(department: Department) -> Tagged<DepartmentBody, String> {
    Tagged { version: department.mark(), value: department.into() }
}
