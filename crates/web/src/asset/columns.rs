//! Which columns the list shows: each person chooses, and the browser remembers.

use axum::Form;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use maud::{Markup, html};

use super::address::Address;
use super::posted::Posted;
use crate::components::{Button, ButtonKind, CheckboxGroup, Choice, FieldErrors, Form as FormPart};
use crate::request::{ListAddress as _, Person, cookie_value, see_other};

/// A column that can be shown beside the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Reading,
    Department,
    Owner,
    Medium,
    Personal,
    Ratings,
    Importance,
    Risk,
    Users,
    Remarks,
    Retention,
    Registered,
    Review,
    Updated,
}

impl Column {
    pub(super) const ALL: [Self; 14] = [
        Self::Reading,
        Self::Department,
        Self::Owner,
        Self::Medium,
        Self::Personal,
        Self::Ratings,
        Self::Importance,
        Self::Risk,
        Self::Users,
        Self::Remarks,
        Self::Retention,
        Self::Registered,
        Self::Review,
        Self::Updated,
    ];

    /// What is shown until a person chooses.
    const USUAL: [Self; 5] = [Self::Owner, Self::Medium, Self::Ratings, Self::Importance, Self::Risk];

    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Department => "department",
            Self::Owner => "owner",
            Self::Medium => "medium",
            Self::Personal => "personal",
            Self::Ratings => "ratings",
            Self::Importance => "importance",
            Self::Risk => "risk",
            Self::Users => "users",
            Self::Remarks => "remarks",
            Self::Retention => "retention",
            Self::Registered => "registered",
            Self::Review => "review",
            Self::Updated => "updated",
        }
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Reading => "ふりがな",
            Self::Department => "管理部署",
            Self::Owner => "リスク所有者",
            Self::Medium => "媒体・保存先",
            Self::Personal => "個人情報の種類",
            Self::Ratings => "機密性・完全性・可用性",
            Self::Importance => "重要度",
            Self::Risk => "リスク",
            Self::Users => "利用者範囲",
            Self::Remarks => "備考",
            Self::Retention => "保存期限",
            Self::Registered => "登録日",
            Self::Review => "見直し予定日",
            Self::Updated => "更新日",
        }
    }
}

/// The cookie's name; its value is the ids with dots between.
const COOKIE: &str = "asset_columns";

/// The columns to show.
pub(super) fn chosen(headers: &HeaderMap) -> Vec<Column> {
    match cookie_value(headers, COOKIE) {
        Some(ids) => Column::ALL.into_iter().filter(|column| ids.split('.').any(|id| id == column.id())).collect(),
        None => Column::USUAL.to_vec(),
    }
}

/// Remembers the columns for a year, and goes back to the list.
pub(super) async fn choose(_person: Person, Form(pairs): Form<Vec<(String, String)>>) -> Response {
    let posted = Posted(pairs);
    let mut response = see_other(&posted.back());
    let usual = !posted.get("usual").is_empty();
    let ticked = |column: &Column| posted.0.iter().any(|(name, value)| name == "column" && value == column.id());
    let ids: Vec<_> = Column::ALL.into_iter().filter(ticked).map(Column::id).collect();
    let (value, age) = if usual { (String::new(), 0) } else { (ids.join("."), 31_536_000) };
    if let Ok(cookie) =
        HeaderValue::from_str(&format!("{COOKIE}={value}; Max-Age={age}; Path=/assets; HttpOnly; SameSite=Lax"))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The form in which columns are chosen, closed at first.
pub(super) fn menu(shown: &[Column], address: &Address) -> Markup {
    let choices = Column::ALL.map(|column| Choice::new(column.id(), column.title()));
    let values: Vec<_> = shown.iter().map(|column| column.id()).collect();
    let group = CheckboxGroup {
        id: "columns",
        name: "column",
        label: "情報資産名称のほかに見る列",
        values: &values,
        choices: &choices,
        is_inline: true,
        ..CheckboxGroup::default()
    };
    let usual =
        Button {
            kind: ButtonKind::Text, label: "初めの列に戻す", name: "usual", value: "yes", ..Button::default()
        };
    let form = FormPart { action: "/assets/columns", ..FormPart::default() };
    html! {
        details.definition {
            summary { "列を選ぶ" }
            div {
                (form.render(html! {
                    (group.render(&FieldErrors::new()))
                    input type="hidden" name="back" value=(address.text());
                    div.actions { (Button { label: "この列を見る", ..Button::default() }.render()) (usual.render()) }
                }))
            }
        }
    }
}
