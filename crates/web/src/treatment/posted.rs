//! What the forms of these screens sent.

use app::treatment::{Input, TaskInput};

/// Most lines of tasks that a form sends; the use case says how many a treatment may have.
const LINES: usize = 60;

/// The pairs of a form, in their order.
pub(super) struct Posted(pub(super) Vec<(String, String)>);

impl Posted {
    /// The first value under that name; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The version that the person saw; 0 is none, so that nothing can be overwritten by leaving it out.
    pub(super) fn seen(&self) -> i64 {
        self.get("seen").parse().unwrap_or(0)
    }

    /// What was typed about a treatment. Empty lines keep their place, so that problems stand at theirs.
    pub(super) fn input(&self) -> Input {
        let text = |name| self.get(name).to_owned();
        let mut input = Input {
            treatment: text("treatment"),
            reason: text("reason"),
            means: text("means"),
            expected: self.get("expected").parse().ok(),
            review_on: text("review_on"),
            tasks: Vec::new(),
        };
        for (name, value) in &self.0 {
            if let Some((place, part)) = task_field(name) {
                if input.tasks.len() <= place {
                    input.tasks.resize_with(place + 1, TaskInput::default);
                }
                set(&mut input.tasks[place], part, value);
            }
        }
        input
    }
}

/// `tasks.2.what` is the third line's `what`.
fn task_field(name: &str) -> Option<(usize, &str)> {
    let (place, part) = name.strip_prefix("tasks.")?.split_once('.')?;
    let place = place.parse().ok().filter(|place| *place < LINES)?;
    Some((place, part))
}

fn set(task: &mut TaskInput, part: &str, value: &str) {
    let value = value.to_owned();
    match part {
        "id" => task.id = value.parse().ok(),
        "what" => task.what = value,
        "control" => task.control = value,
        "responsible" => task.responsible = value,
        "account" => task.responsible_account = value.parse().ok(),
        "due_on" => task.due_on = value,
        "cost" => task.cost = value,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(pairs: &[(&str, &str)]) -> Posted {
        Posted(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn lines_keep_their_place() {
        let posted = posted(&[
            ("treatment", "reduce"),
            ("expected", ""),
            ("tasks.0.what", ""),
            ("tasks.2.what", "鍵をかける"),
            ("tasks.2.due_on", "令和9年1月5日"),
            ("tasks.999999999.what", "多すぎる"),
            ("tasks.x.what", "読めない"),
        ]);
        let input = posted.input();
        assert_eq!((input.treatment.as_str(), input.expected, input.tasks.len()), ("reduce", None, 3));
        assert_eq!((input.tasks[2].what.as_str(), input.tasks[2].due_on.as_str()), ("鍵をかける", "令和9年1月5日"));
        assert_eq!(posted.seen(), 0);
    }
}
