//! リスク所有者, remarks and the day of the next review.

use app::risk::Owner;
use maud::{Markup, html};

use super::form::RiskForm;
use crate::components::{Choice, SelectField, TextAreaField, TextField, TextKind, Width, definition};

pub(super) fn fields(form: &RiskForm<'_>) -> Markup {
    html! {
        section aria-labelledby="owner-title" {
            h2 #owner-title { "だれが責任を持ち、いつ見直すか" }
            (owner(form))
            (definition("リスク所有者", html! {
                p { "そのリスクをどうするかに責任を持つ人です。決めた対応と、対応のあとに残るリスクを承認します。ふつうは部署の責任者や経営者です。" }
            }))
            (dates(form))
        }
    }
}

fn owner(form: &RiskForm<'_>) -> Markup {
    // The department of an event is chosen on the same page.
    let covers = |owner: &&Owner| form.about.iter().all(|asset| owner.covers(asset.department));
    let may = form.owners.iter().filter(covers);
    let owners: Vec<_> = may.map(|owner| (owner.account.to_string(), owner.name.as_str())).collect();
    let choices: Vec<_> = owners.iter().map(|(id, name)| Choice::new(id, name)).collect();
    let chosen = form.input.owner.map(|id| id.to_string()).unwrap_or_default();
    let is_among = owners.iter().any(|(id, _)| *id == chosen);
    let support = if form.about.len() > 1 {
        "上で選ばないときだけ使います。どちらも空けておくと、台帳に書いてあるリスク所有者を、情報資産ごとに入れます。"
    } else {
        "上で選ばないときだけ使います。例：営業部長"
    };
    let select = SelectField {
        name: "owner",
        label: "リスク所有者（このシステムで承認する人）",
        support: "承認できる役割（経営者、情報セキュリティ責任者、その部署の責任者）の人から選びます。",
        value: &chosen,
        empty: "選ばない（下に名前だけ書く）",
        choices: &choices,
        ..SelectField::default()
    };
    let words = TextField {
        name: "owner_name",
        label: "リスク所有者の名前",
        support,
        // The name of somebody who is chosen above follows from the account; of who may no longer be, it stays.
        value: if is_among { "" } else { &form.input.owner_name },
        ..TextField::default()
    };
    html! { (select.render(form.errors)) (words.render(form.errors)) }
}

fn dates(form: &RiskForm<'_>) -> Markup {
    let value = form.input.review_on.as_str();
    // What the browser's calendar does not know (令和8年4月1日) stays as it was typed.
    let is_plain = value.is_empty() || value.parse::<jiff::civil::Date>().is_ok();
    let review = TextField {
        kind: if is_plain { TextKind::Date } else { TextKind::Text },
        name: "review_on",
        label: "見直し予定日",
        support: "この日が来ると、ホームに出ます。年に1回が目安です。",
        value,
        width: Width::Medium,
        ..TextField::default()
    };
    let remarks = TextAreaField {
        name: "remarks",
        label: "備考",
        support: "根拠や、話し合ったことなど。",
        value: &form.input.remarks,
        ..TextAreaField::default()
    };
    html! { (review.render(form.errors)) (remarks.render(form.errors)) }
}
