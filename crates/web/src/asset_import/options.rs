//! How a register is to be read, where it needs a word.

use app::asset::import::{Import, Options, Preview, Scale, find, read_again as again, scale_id};
use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use method::Medium;

use super::import_id;
use crate::Failure;
use crate::components::{
    Button, Choice, FieldErrors, Form as FormPart, Notice, RadioGroup, SelectField, TextField, thousands,
};
use crate::request::{Person, see_other_with};

/// Scale and sheet. `sheet` is `None` where there are no sheets.
pub(super) fn fields(scale: &str, sheet: Option<&str>, errors: &FieldErrors) -> Markup {
    let choices = [
        Choice { description: "ふつうはこれです。", ..Choice::new("", "3・2・1の数字") },
        Choice {
            description: "2019年版の様式です。2を3、1を2、0を1として取り込みます。",
            ..Choice::new("0-2", "2・1・0の数字")
        },
        Choice {
            description: "高・大・Hを3、中・Mを2、低・小・Lを1として取り込みます。",
            ..Choice::new("words", "高・中・低などの言葉")
        },
    ];
    let scale =
        RadioGroup {
            name: "scale", label: "評価値の書き方", value: scale, choices: &choices, ..RadioGroup::default()
        };
    html! {
        (scale.render(errors))
        @if let Some(sheet) = sheet {
            (TextField {
                name: "sheet",
                label: "シートの名前",
                support: "空欄なら、台帳のシートを自動で見つけます。",
                value: sheet,
                ..TextField::default()
            }.render(errors))
        }
    }
}

/// The form that reads the same bytes in another way.
pub(super) fn form(import: &Import) -> Markup {
    let scale = import.options.scale.map(scale_id).unwrap_or_default();
    let has_sheets = !import.pasted && !import.name.to_lowercase().ends_with(".csv");
    let sheet = import.options.sheet.as_deref().unwrap_or_default();
    let action = format!("/assets/import/{}/read", import.id);
    let button = Button { label: "この読み方で読み直す", ..Button::default() };
    let form = FormPart { action: &action, ..FormPart::default() };
    form.render(html! {
        (fields(scale, has_sheets.then_some(sheet), &FieldErrors::new()))
        div.actions { (button.render()) }
    })
}

/// Asks what the company's words for media mean: those that are unknown, and those explained before.
pub(super) fn media_form(import: &Import, preview: &Preview) -> Markup {
    let media = Medium::ALL.map(|medium| Choice::new(medium.id(), medium.title()));
    let unknown = preview.unknown_media.iter().map(|unknown| {
        let candidates: Vec<_> = unknown.candidates.iter().map(|medium| medium.title()).collect();
        let mut support = format!("{}行にあります。", thousands(unknown.lines.into()));
        if candidates.len() > 1 {
            support.push_str(&format!("{}のどちらともとれます。", candidates.join("とも")));
        }
        (unknown.words.clone(), support, "")
    });
    let explained = import.options.media.iter().map(|(word, medium)| (word.clone(), String::new(), medium.id()));
    let action = format!("/assets/import/{}/read", import.id);
    let button = Button { label: "覚えて読み直す", ..Button::default() };
    let form = FormPart { action: &action, ..FormPart::default() };
    form.render(html! {
        @for (position, (word, support, value)) in unknown.chain(explained).enumerate() {
            input type="hidden" name={ "word-" (position) } value=(word);
            (SelectField {
                name: &format!("medium-{position}"),
                label: &format!("「{word}」"),
                support: &support,
                value,
                empty: "まだ決めない（この行は取り込まない）",
                choices: &media,
                ..SelectField::default()
            }.render(&FieldErrors::new()))
        }
        div.actions { (button.render()) }
    })
}

pub(super) async fn read_again(
    person: Person,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let id = import_id(&id)?;
    let import = find(&person.context, id).await?;
    let options = changed(import.options.clone(), &pairs);
    if options == import.options {
        let notice = Notice::information("読み方は変わっていません。");
        return Ok(see_other_with(&format!("/assets/import/{id}"), &notice));
    }
    again(&person.context, id, options).await?;
    Ok(see_other_with(&format!("/assets/import/{id}"), &Notice::success("読み直しました。")))
}

/// The options with what one of the forms said.
fn changed(mut options: Options, pairs: &[(String, String)]) -> Options {
    let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim());
    if let Some(scale) = get("scale") {
        options.scale = Scale::from_option(scale);
    }
    if let Some(sheet) = get("sheet") {
        options.sheet = (!sheet.is_empty()).then(|| sheet.to_owned());
    }
    for (name, word) in pairs {
        let Some(position) = name.strip_prefix("word-") else { continue };
        let medium = get(&format!("medium-{position}")).and_then(Medium::from_id);
        options.media.retain(|(known, _)| known != word);
        if let Some(medium) = medium {
            options.media.push((word.clone(), medium));
        }
    }
    options
}
