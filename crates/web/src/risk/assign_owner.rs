//! Gives the ticked risks one リスク所有者: first who may, and what that changes.

use app::risk::{self, OwnerChoice, OwnerPreview, preview_owner};
use app::{AccountId, Error};
use axum::Form;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::posted::Posted;
use crate::asset::words as plain;
use crate::components::{
    ButtonKind, Choice, Crumb, FieldErrors, Form as FormPart, LinkButton, Notice, RadioGroup, submit,
};
use crate::failure::field_errors;
use crate::layout::{Page, Section};
use crate::request::{Person, see_other_with};
use crate::{Failure, State};

pub(super) async fn ask(person: Person, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Failure> {
    page(&person, &Posted(pairs), &FieldErrors::new()).await
}

pub(super) async fn assign(
    person: Person,
    Shared(state): Shared<State>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let posted = Posted(pairs);
    let assigned = match posted.get("owner").parse::<AccountId>() {
        Ok(owner) => risk::assign_owner(&person.context, &state.catalog, &posted.chosen(), owner).await,
        Err(_) => Err(Error::invalid("owner", "『リスク所有者』を1人選んでください。")),
    };
    match assigned {
        Ok(0) => {
            let notice = Notice::information("選んだリスクは、もうその人がリスク所有者でした。何も変えていません。");
            Ok(see_other_with(&posted.back(), &notice))
        }
        Ok(changed) => {
            let words = format!("{}件のリスク所有者を変更しました。", plain::thousands(changed));
            Ok(see_other_with(&posted.back(), &Notice::success(words)))
        }
        Err(error) => {
            let page = page(&person, &posted, &field_errors(error)?).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn page(person: &Person, posted: &Posted, errors: &FieldErrors) -> Result<Response, Failure> {
    let preview = preview_owner(&person.context, &posted.chosen()).await?;
    let back = posted.back();
    if preview.risks == 0 {
        let notice = Notice::warning("先に、リスク所有者を決めるリスクの行を選んでください。");
        return Ok(see_other_with(&back, &notice));
    }
    let title = format!("{}件のリスクの所有者を決める", plain::thousands(preview.risks));
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors,
        breadcrumbs: &[Crumb::link("リスク", "/risks")],
        lead: Some(
            html! { p { "リスク所有者は、決めた対応と、対応のあとに残るリスクを承認する人です。選んだリスクのすべてを承認できる人から、1人を選びます。" } },
        ),
        ..Page::new(&title, Section::Risks, &frame)
    };
    let cancel = LinkButton { kind: ButtonKind::Text, label: "やめる", href: &back, ..LinkButton::default() };
    if preview.choices.is_empty() {
        let content = html! {
            p { "選んだリスクのすべてを承認できる人がいません。部署ごとに分けて選ぶか、承認できる役割（経営者、情報セキュリティ責任者、その部署の責任者）の人を、先に招待してください。" }
            div.actions { (cancel.render()) }
        };
        return Ok(page.render(content).into_response());
    }
    let content = html! {
        @for id in posted.chosen() { input type="hidden" name="risk" value=(id); }
        input type="hidden" name="back" value=(posted.get("back"));
        (choices(&preview, posted.get("owner"), errors))
        p { "「記録」に残るので、あとから元に戻せます（まとめてでも、1件ずつでも）。" }
        div.actions { (submit("リスク所有者にする")) (cancel.render()) }
    };
    let form = FormPart { action: "/risks/owner/confirmed", ..FormPart::default() };
    Ok(page.render(form.render(content)).into_response())
}

/// Everybody who may, each with what would change.
fn choices(preview: &OwnerPreview, value: &str, errors: &FieldErrors) -> Markup {
    let texts: Vec<_> = preview
        .choices
        .iter()
        .map(|choice| (choice.owner.account.to_string(), choice.owner.name.as_str(), consequence(choice)))
        .collect();
    let choices: Vec<_> = texts
        .iter()
        .map(|(value, label, description)| Choice { value, label, description, ..Choice::default() })
        .collect();
    let group = RadioGroup {
        name: "owner",
        label: "リスク所有者",
        required: true,
        value,
        choices: &choices,
        ..RadioGroup::default()
    };
    group.render(errors)
}

/// 3件の所有者が変わります。前の所有者による承認2件は、この人の承認の取り直しになります（前の承認の内容は、…）。
fn consequence(choice: &OwnerChoice) -> String {
    let changed = match choice.changed {
        0 => "もうすべてのリスク所有者です。".to_owned(),
        count => format!("{}件の所有者が変わります。", plain::thousands(count)),
    };
    let approvals = match choice.approvals {
        0 => String::new(),
        count => format!(
            "前の所有者による承認{}件は、この人の承認の取り直しになります（前の承認の内容は、リスクの画面で読めます）。",
            plain::thousands(count)
        ),
    };
    changed + &approvals
}
