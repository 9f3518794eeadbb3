//! One of a few, all in sight; with explanations where a bare number would say nothing.

use maud::{Markup, html};

use super::Choice;
use super::shell::{Shell, id_or_name};
use crate::components::FieldErrors;

/// How the choices stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Arrangement {
    /// One below the other.
    #[default]
    Stacked,
    /// Beside each other: a few short words.
    Inline,
}

/// `RadioGroup { name: "confidentiality", label: "機密性", choices: &levels, value: "2", ..RadioGroup::default() }.render(&errors)`.
///
/// As soon as a choice has a mark, a description or examples, each becomes a card that says what it means.
#[derive(Debug, Clone, Default)]
pub struct RadioGroup<'a> {
    /// Unique on the page; empty for the name. The first choice bears it, so that the error summary leads there.
    pub id: &'a str,
    /// Sent under this name.
    pub name: &'a str,
    /// Above the choices.
    pub label: &'a str,
    /// Whether something must be chosen.
    pub required: bool,
    /// How to choose; empty for none.
    pub support: &'a str,
    /// More help below the support text.
    pub help: Option<Markup>,
    /// The value that is chosen.
    pub value: &'a str,
    /// What can be chosen.
    pub choices: &'a [Choice<'a>],
    /// How plain choices stand.
    pub arrangement: Arrangement,
}

impl RadioGroup<'_> {
    /// The group with what is wrong with it.
    pub fn render(&self, errors: &FieldErrors) -> Markup {
        let id = id_or_name(self.id, self.name);
        let shell = Shell {
            id,
            label: self.label,
            required: self.required,
            support: self.support,
            help: self.help.as_ref(),
            errors,
        };
        let is_rich = self.choices.iter().any(Choice::is_rich);
        let is_inline = self.arrangement == Arrangement::Inline && !is_rich;
        shell.around_group(html! {
            div.choices.is-rich[is_rich].is-inline[is_inline] {
                @for (position, choice) in self.choices.iter().enumerate() {
                    @let input_id = input_id(id, position);
                    @if is_rich { (self.rich(choice, &input_id)) } @else { (self.plain(choice, &input_id)) }
                }
            }
        })
    }

    fn input(&self, choice: &Choice<'_>, id: &str, described_by: Option<&str>) -> Markup {
        html! {
            input type="radio" id=(id) name=(self.name) value=(choice.value) checked[choice.value == self.value]
                required[self.required] aria-describedby=[described_by];
        }
    }

    fn plain(&self, choice: &Choice<'_>, id: &str) -> Markup {
        html! { div.choice { (self.input(choice, id, None)) label for=(id) { (choice.label) } } }
    }

    /// The title is the choice's name, the rest its description: read out after it, not as one long name.
    fn rich(&self, choice: &Choice<'_>, id: &str) -> Markup {
        let about = format!("{id}-about");
        let has_about = !choice.description.is_empty() || !choice.examples.is_empty();
        html! {
            label.choice-rich for=(id) {
                (self.input(choice, id, has_about.then_some(about.as_str())))
                span {
                    span.choice-title { (choice.label) @if !choice.mark.is_empty() { span.choice-mark { (choice.mark) } } }
                    @if has_about {
                        span id=(about) {
                            @if !choice.description.is_empty() { span.choice-description { (choice.description) } }
                            @if !choice.examples.is_empty() { span.choice-examples { "例：" (choice.examples.join("、")) } }
                        }
                    }
                }
            }
        }
    }
}

/// The first input bears the group's id.
pub(super) fn input_id(group: &str, position: usize) -> String {
    if position == 0 { group.to_owned() } else { format!("{group}-{}", position + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_summary_leads_to_the_first_choice() {
        let choices = [Choice::new("yes", "はい"), Choice::new("no", "いいえ")];
        let group =
            RadioGroup { name: "answer", label: "答え", value: "no", choices: &choices, ..RadioGroup::default() };
        let page = group.render(&FieldErrors::new().with("answer", "選んでください。")).into_string();
        assert!(page.contains(r#"<fieldset class="field" aria-describedby="answer-error">"#), "{page}");
        assert!(page.contains(r#"id="answer" name="answer" value="yes">"#), "{page}");
        assert!(page.contains(r#"id="answer-2" name="answer" value="no" checked>"#), "{page}");
    }
}
