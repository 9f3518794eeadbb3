//! What the owner of a risk sees before approving: the decision, the numbers, what remains.

use app::Error;
use app::asset::today;
use app::risk::{Found, Numbers};
use app::treatment::{ApprovalState, Decision};
use jiff::civil::Date;
use maud::{Markup, html};
use method::{Band, Treatment};

use super::task_rows::date_kind;
use super::{approval_state, summary, words};
use crate::Failure;
use crate::components::{
    Button, ButtonKind, Crumb, EquationPart, FieldErrors, Form, LinkButton, Notice, TextAreaField, TextField, Width,
    equation, submit,
};
use crate::layout::{Page, Section};
use crate::request::Person;

/// The id of the field of what is to be changed: the screen has two reasons.
pub(super) const WISH: &str = "send-back-reason";

/// What the owner typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) seen: i64,
    /// The numbers that the owner saw.
    pub(super) numbers: Option<Numbers>,
    pub(super) reason: String,
    pub(super) review_on: String,
    pub(super) wish: String,
}

impl Typed {
    /// Nothing yet, of that version.
    pub(super) fn at(seen: i64) -> Self {
        Self { seen, ..Self::default() }
    }
}

pub(super) fn page(
    person: &Person,
    found: &Found<'_>,
    typed: &Typed,
    errors: &FieldErrors,
    notices: &[Notice],
) -> Result<Markup, Failure> {
    if !found.acceptable {
        return Err(Error::Forbidden.into());
    }
    let Some(decision) = &found.risk.content.decision else {
        return Err(Error::Refused(
            "このリスクの対応は、まだ決まっていません。決まってから、承認してください。".into(),
        )
        .into());
    };
    let (here, label) = (format!("/risks/{}", found.risk.id), found.risk.label());
    let today = today(&person.context);
    let is_approved = found.risk.approval == ApprovalState::Approved;
    let is_settled = is_approved && !found.risk.is_review_due(today);
    let frame = person.frame();
    let page = Page {
        notices,
        errors,
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link(&label, &here)],
        lead: Some(html! { p { (lead(found.risk.approval, is_settled)) } }),
        ..Page::new("残るリスクの承認", Section::Risks, &frame)
    };
    let nothing = |_: &app::treatment::Task| None;
    Ok(page.render(html! {
        section aria-labelledby="numbers" { h2 #numbers { @if is_settled { "今の数字" } @else { "承認する数字" } } (numbers(found, decision.treatment, is_settled)) }
        section aria-labelledby="decision" {
            h2 #decision { "決めた対応" }
            (summary::decision(found, decision))
            (summary::tasks(found, decision, today, nothing))
            (approval_state::state(found, decision, today))
        }
        @if !is_settled { (approving(&here, found, decision, today, typed, errors)) }
        @if found.risk.approval != ApprovalState::SentBack { (sending_back(&here, is_approved, typed, errors)) }
    }))
}

fn lead(approval: ApprovalState, is_settled: bool) -> &'static str {
    match approval {
        ApprovalState::Approved if is_settled => {
            "あなたはこのリスクの所有者で、もう承認しています。事情が変わったときは、承認を取り消して、差し戻せます。"
        }
        ApprovalState::Approved => {
            "見直す日が来ました。今もこのままでよければ、新しい見直す日を決めて、もう一度承認します。事情が変わったときは、差し戻します。"
        }
        ApprovalState::SentBack => {
            "差し戻した対応です。決め直されるのを待っています。やはりこのままでよければ、承認もできます。"
        }
        _ => {
            "あなたはこのリスクの所有者です。決めた対応と、対応のあとに残るリスクを確かめて、引き受けてよければ承認します。"
        }
    }
}

/// The numbers that are frozen with the approval.
fn numbers(found: &Found<'_>, treatment: Treatment, is_settled: bool) -> Markup {
    let (analysis, criteria) = (&found.risk.analysis, &found.knowledge.criteria);
    let numbers = analysis.numbers();
    let (importance, likelihood) = (numbers.importance.to_string(), numbers.likelihood.to_string());
    let level = numbers.level();
    let meaning = format!("{}：{}", criteria.band(level).title(), criteria.band(level).meaning());
    let level = level.to_string();
    let (by_importance, by_likelihood) = (analysis.importance.explanation(), analysis.likelihood_reason());
    let number = |name, value, reason| EquationPart::Number { name, value, reason };
    html! {
        @if let Some(residual) = numbers.residual_level() {
            p { "対応のあとに残るリスク（残留リスク）：" b { (words::level(criteria, residual)) } }
        }
        p { "今のリスク：" }
        (equation(&[
            number("重要度", &importance, &by_importance),
            EquationPart::Sign("×"),
            number("被害発生可能性", &likelihood, &by_likelihood),
            EquationPart::Sign("＝"),
            number("リスクレベル", &level, &meaning),
        ]))
        @if !is_settled { p { small { "承認すると、この数字を記録します。あとで" (approval_state::again_when(treatment)) "は、もう一度承認をお願いします。" } } }
    }
}

fn approving(
    here: &str,
    found: &Found<'_>,
    decision: &Decision,
    today: Date,
    typed: &Typed,
    errors: &FieldErrors,
) -> Markup {
    let numbers = found.risk.analysis.numbers();
    let (residual, criteria) = (numbers.residual_level(), &found.knowledge.criteria);
    let above = residual.is_some_and(|level| !found.knowledge.is_acceptable(level));
    let (reason_support, review_support) = if above {
        let reason = if residual.is_some_and(|level| criteria.band(level) == Band::High) {
            "受容できない「高」が残ります。それでも引き受ける理由を書いてください。"
        } else {
            "「中」が残ります。「中」は、管理下でなら受容できます。引き受ける理由と見直す日を決めておくことが、その管理です。"
        };
        (reason, "この日に、もう一度見直します。1年以内が目安です。")
    } else {
        ("基準の範囲内なので、書かなくてもかまいません。", "決めておくときだけ。")
    };
    // What was decided about the day stands ready where nothing was typed.
    let proposed = decision.review_on.filter(|day| *day > today).map(|day| day.to_string()).unwrap_or_default();
    let review_on = if typed.review_on.is_empty() && errors.is_empty() { &proposed } else { &typed.review_on };
    let reason = TextAreaField {
        name: "reason",
        label: "理由",
        required: above,
        support: reason_support,
        value: &typed.reason,
        lines: 3,
        ..TextAreaField::default()
    };
    let review = TextField {
        kind: date_kind(review_on),
        name: "review_on",
        label: "見直す日",
        required: above,
        support: review_support,
        value: review_on,
        width: Width::Medium,
        ..TextField::default()
    };
    let cancel =
        LinkButton { kind: ButtonKind::Text, label: "あとで決める", href: here, ..LinkButton::default() };
    let action = format!("{here}/approval");
    let shown = serde_json::to_string(&numbers).unwrap_or_default();
    html! {
        section aria-labelledby="approve" {
            h2 #approve { "承認する" }
            (Form { action: &action, ..Form::default() }.render(html! {
                input type="hidden" name="seen" value=(typed.seen);
                input type="hidden" name="numbers" value=(shown);
                (reason.render(errors))
                (review.render(errors))
                div.actions { (submit("承認する")) (cancel.render()) }
            }))
        }
    }
}

fn sending_back(here: &str, is_approved: bool, typed: &Typed, errors: &FieldErrors) -> Markup {
    let wish = TextAreaField {
        id: WISH,
        name: "reason",
        label: "直してほしいこと",
        required: true,
        support: "対応を決めた人に伝わります。例：もっと早い期限にしてほしい",
        value: &typed.wish,
        lines: 3,
        ..TextAreaField::default()
    };
    let action = format!("{here}/approval/send-back");
    let label =
        if is_approved { "承認を取り消して、差し戻す" } else { "承認しないで、差し戻す" };
    let cancel =
        LinkButton { kind: ButtonKind::Text, label: "あとで決める", href: here, ..LinkButton::default() };
    html! {
        section aria-labelledby="send-back" {
            h2 #send-back { (label) }
            (Form { action: &action, ..Form::default() }.render(html! {
                input type="hidden" name="seen" value=(typed.seen);
                (wish.render(errors))
                div.actions { (Button { label, ..Button::default() }.render()) (cancel.render()) }
            }))
        }
    }
}
