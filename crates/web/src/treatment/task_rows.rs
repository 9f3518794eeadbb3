//! The lines of a treatment's form: what is done, by whom, until when.

use app::treatment::{Task, TaskInput};
use maud::{Markup, html};

use super::choices::Choices;
use super::words;
use crate::components::{Choice, FieldErrors, SelectField, TextField, TextKind, Width};

/// Lines for new tasks below those that there are.
const EMPTY: usize = 3;
/// Most lines.
const MOST: usize = 30;

/// All lines, those of `tasks` and empty ones.
///
/// `known` are the tasks that there are, with how far they are.
pub(super) fn rows(tasks: &[TaskInput], known: &[Task], choices: &Choices<'_>, errors: &FieldErrors) -> Markup {
    let (controls, people) = (choices.controls(), choices.people());
    let filled = tasks.iter().rposition(|task| !is_blank(task)).map_or(0, |last| last + 1);
    let blank = TaskInput::default();
    html! {
        div.task-rows {
            @for place in 0..(filled + EMPTY).min(MOST.max(filled)) {
                @let line = Line { place, task: tasks.get(place).unwrap_or(&blank), controls: &controls, people: &people, errors };
                // An empty line takes little room until it is opened; the first one stands ready.
                details.task-row open[place < filled || place == 0 || line.has_errors()] {
                    summary {
                        (place + 1) "件目" @if place >= filled { "を書く" }
                        @if let Some(known) = known.iter().find(|known| Some(known.id) == line.task.id) { " " (words::status(known.status)) }
                    }
                    (line.fields())
                }
            }
        }
    }
}

fn is_blank(task: &TaskInput) -> bool {
    *task == TaskInput::default()
}

struct Line<'a> {
    place: usize,
    task: &'a TaskInput,
    controls: &'a [Choice<'a>],
    people: &'a [Choice<'a>],
    errors: &'a FieldErrors,
}

impl Line<'_> {
    fn name(&self, part: &str) -> String {
        format!("tasks.{}.{part}", self.place)
    }

    fn has_errors(&self) -> bool {
        let start = self.name("");
        self.errors.iter().any(|error| error.field_id.starts_with(&start))
    }

    fn fields(&self) -> Markup {
        let account = self.task.responsible_account.map(|account| account.to_string()).unwrap_or_default();
        // One person stands in one of the two fields.
        let other = if account.is_empty() { &self.task.responsible } else { "" };
        html! {
            @if let Some(id) = self.task.id { input type="hidden" name=(self.name("id")) value=(id); }
            (self.text("what", "すること", "例：USBメモリを、暗号化機能つきのものに替える", &self.task.what, Width::Full))
            (self.select("control", "管理策", "国際規格（ISO/IEC 27001 附属書A）の対策の番号です。分かるときだけ選びます。終わると、この対策が「実施」になり、計算に使われます。",
                "選ばない", &self.task.control, self.controls))
            div.field-row {
                @if !self.people.is_empty() {
                    (self.select("account", "担当（サインインできる人）", "", "選ばない", &account, self.people))
                }
                (self.text("responsible", "担当（そのほかの人）", "", other, Width::Medium))
            }
            div.field-row {
                (self.due())
                (self.text("cost", "費用（円）", "", &self.task.cost, Width::Medium))
            }
        }
    }

    fn text(&self, part: &str, label: &str, support: &str, value: &str, width: Width) -> Markup {
        let name = self.name(part);
        TextField { name: &name, label, support, value, width, autocomplete: "off", ..TextField::default() }
            .render(self.errors)
    }

    fn select(
        &self,
        part: &str,
        label: &str,
        support: &str,
        empty: &str,
        value: &str,
        choices: &[Choice<'_>],
    ) -> Markup {
        let name = self.name(part);
        let width = if part == "control" { Width::Full } else { Width::Medium };
        SelectField { name: &name, label, support, empty, value, choices, width, ..SelectField::default() }
            .render(self.errors)
    }

    fn due(&self) -> Markup {
        let (name, value) = (self.name("due_on"), self.task.due_on.as_str());
        let kind = date_kind(value);
        TextField { kind, name: &name, label: "期限", value, width: Width::Medium, ..TextField::default() }
            .render(self.errors)
    }
}

/// What the browser's calendar does not know (令和8年4月1日) stays as it was typed.
pub(super) fn date_kind(value: &str) -> TextKind {
    let is_plain = value.is_empty() || value.parse::<jiff::civil::Date>().is_ok();
    if is_plain { TextKind::Date } else { TextKind::Text }
}
