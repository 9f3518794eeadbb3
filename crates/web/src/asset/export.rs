//! The list as a workbook.

use app::asset::{self, today};
use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use url::form_urlencoded::byte_serialize;

use super::address::Address;
use crate::Failure;
use crate::request::Person;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(super) async fn export(person: Person, Query(address): Query<Address>) -> Result<Response, Failure> {
    let workbook = asset::export(&person.context, &address.filter()).await?;
    let date = today(&person.context);
    let name: String = byte_serialize(format!("情報資産管理台帳_{date}.xlsx").as_bytes()).collect();
    // The plain name is for programs that cannot read the other.
    let disposition = format!("attachment; filename=\"assets_{date}.xlsx\"; filename*=UTF-8''{name}");
    let headers = [(header::CONTENT_TYPE, XLSX.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, workbook.bytes).into_response())
}
