//! `sonae profile new`: questions at the terminal, answers into a profile.

use std::io::{BufRead, Write as _};

use catalog::{Answer, Catalog, Profile, ProfileSection, Question, QuestionKind, Role};
use method::Rating;

use crate::arguments::ProfileNewOptions;
use crate::failure::Failure;
use crate::files;
use crate::input::catalog;
use crate::output::say::tell;

/// Runs the command: asks on standard error, reads from standard input. Enter alone leaves a
/// question open; the end of input leaves the rest open.
///
/// # Errors
/// [`Failure::Input`] where the file is already there; [`Failure::Internal`] where it cannot be written.
pub fn run(options: &ProfileNewOptions) -> Result<(), Failure> {
    files::refuse_existing(std::slice::from_ref(&options.out), options.overwrite)?;
    let catalog = catalog()?;
    let mut answers = std::io::stdin().lock().lines();
    let mut read = move || answers.next().and_then(Result::ok);
    tell!("会社の状況をお聞きします。分からないものは Enter だけ押すと飛ばせます（文書では空欄になります）。\n");
    let text = ask_all(&catalog, &mut read).to_toml(&catalog);
    // What was just asked must be readable; otherwise the mistake is ours and nothing is written.
    Profile::parse(&text, &catalog).map_err(|error| Failure::Internal(error.into()))?;
    files::write_all(&[(options.out.clone(), text.into_bytes())], options.overwrite)?;
    tell!(
        "\n「{}」を作りました。次のコマンドで文書を作れます。\n  sonae build 台帳.xlsx --profile {} --level 1 --case ransomware --out 文書",
        options.out.display(),
        options.out.display()
    );
    Ok(())
}

fn ask_all(catalog: &Catalog, read: &mut impl FnMut() -> Option<String>) -> Profile {
    let mut profile = Profile::default();
    for (section, title) in
        [(ProfileSection::Organization, "会社について"), (ProfileSection::Conditions, "仕事のしかたについて")]
    {
        tell!("── {title} ──");
        for question in catalog.questions.iter().filter(|question| question.section == section) {
            let answer =
                ask(&question.question, &question.hint, &expected(question), read, |line| value(question, line));
            profile.set_answer(&question.id, answer);
        }
    }
    tell!("── 対策の状況について ──");
    for measure in &catalog.measures {
        let meanings = measure.answers().map(|(rating, meaning)| format!("{rating}＝{meaning}"));
        let answer = ask(&measure.question, &meanings.join("\n   "), "1・2・3", read, rating);
        profile.set_measure(&measure.id, answer);
    }
    tell!("── 役割について ──");
    let roles: Vec<&Role> = catalog.roles.iter().filter(|role| role.is_asked(&profile)).collect();
    for role in roles {
        let asked = format!("{}はだれですか。", role.title);
        let answer = ask(&asked, &role.explanation, "役職名か氏名", read, |line| Ok(line.to_owned()));
        profile.set_role(&role.id, answer);
    }
    profile
}

/// Asks until the answer can be used or is left open.
fn ask<T>(
    question: &str,
    hint: &str,
    expected: &str,
    read: &mut impl FnMut() -> Option<String>,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Option<T> {
    tell!("{question}");
    if !hint.is_empty() {
        tell!("   {hint}");
    }
    loop {
        let _ = write!(std::io::stderr(), "   （{expected}）> ").and_then(|()| std::io::stderr().flush());
        let Some(line) = read() else {
            tell!("");
            return None;
        };
        let line = line.trim();
        if line.is_empty() {
            tell!("");
            return None;
        }
        match parse(line) {
            Ok(value) => {
                tell!("");
                return Some(value);
            }
            Err(message) => tell!("   {message}"),
        }
    }
}

fn expected(question: &Question) -> String {
    match question.kind {
        QuestionKind::YesNo => "はい・いいえ".into(),
        QuestionKind::Integer => "数字".into(),
        QuestionKind::Date => "日付。例：2026/4/1、令和8年4月1日".into(),
        QuestionKind::Text => "文字".into(),
        QuestionKind::Choice => {
            let choices = question.choices.iter().enumerate().map(|(index, choice)| format!("{}={choice}", index + 1));
            format!("番号。{}", choices.collect::<Vec<_>>().join(" "))
        }
    }
}

/// An answer as it is typed.
fn value(question: &Question, line: &str) -> Result<Answer, String> {
    let number = || japanese::to_half_width_digits(line).parse::<i64>().ok();
    match question.kind {
        QuestionKind::Text => Ok(Answer::Text(line.to_owned())),
        QuestionKind::YesNo => match japanese::matching_key(line).as_str() {
            "はい" | "y" | "yes" | "1" | "○" => Ok(Answer::YesNo(true)),
            "いいえ" | "n" | "no" | "0" | "×" => Ok(Answer::YesNo(false)),
            _ => Err("「はい」か「いいえ」で答えてください。".into()),
        },
        QuestionKind::Integer => match number() {
            Some(number) if number >= question.min.unwrap_or(0) => Ok(Answer::Integer(number)),
            _ => Err(format!("{}以上の数字で答えてください。", question.min.unwrap_or(0))),
        },
        QuestionKind::Date => japanese::parse_date(line).map(Answer::Date).map_err(|error| format!("{error}。")),
        QuestionKind::Choice => number()
            .and_then(|number| usize::try_from(number).ok()?.checked_sub(1))
            .and_then(|index| question.choices.get(index))
            .map(|choice| Answer::Text(choice.clone()))
            .ok_or_else(|| format!("1〜{}の番号で答えてください。", question.choices.len())),
    }
}

fn rating(line: &str) -> Result<Rating, String> {
    let number = japanese::to_half_width_digits(line).parse().ok();
    number.and_then(Rating::new).ok_or_else(|| "1、2、3のどれかで答えてください。".into())
}
