//! `sonae profile new`: questions at the terminal, answers into a profile.

use std::fmt::Write as _;
use std::io::{BufRead, Write as _};

use catalog::{Catalog, Measure, Profile, ProfileSection, Question, QuestionKind};

use crate::arguments::ProfileNewOptions;
use crate::failure::Failure;
use crate::files;
use crate::input::catalog;

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
    eprintln!("会社の状況をお聞きします。分からないものは Enter だけ押すと飛ばせます（文書では空欄になります）。\n");
    let text = ask_all(&catalog, &mut read);
    // What was just asked must be readable; otherwise the mistake is ours and nothing is written.
    Profile::parse(&text, &catalog).map_err(|error| Failure::Internal(error.into()))?;
    files::write_all(&[(options.out.clone(), text.into_bytes())], options.overwrite)?;
    eprintln!(
        "\n「{}」を作りました。次のコマンドで文書を作れます。\n  sonae build 台帳.xlsx --profile {} --level 1 --case ransomware --out 文書",
        options.out.display(),
        options.out.display()
    );
    Ok(())
}

fn ask_all(catalog: &Catalog, read: &mut impl FnMut() -> Option<String>) -> String {
    let mut text =
        String::from("# Sonae の会社の状況（プロファイル）。あとから直せます。行頭に # のある項目は未回答です。\n");
    for (section, table, title) in [
        (ProfileSection::Organization, "organization", "会社について"),
        (ProfileSection::Conditions, "conditions", "仕事のしかたについて"),
    ] {
        eprintln!("── {title} ──");
        let _ = write!(text, "\n[{table}]\n");
        for question in catalog.questions.iter().filter(|question| question.section == section) {
            let answer =
                ask(&question.question, &question.hint, &expected(question), read, |line| value(question, line));
            entry(&mut text, &question.question, &question.id, answer);
        }
    }
    eprintln!("── 対策の状況について ──");
    text.push_str("\n# 1：すべて実施　2：一部実施　3：未実施\n[measures]\n");
    for measure in &catalog.measures {
        let hint = format!("1＝{}\n   2＝{}\n   3＝{}", measure.full, measure.partial, measure.none);
        let answer = ask(&measure.question, &hint, "1・2・3", read, |line| rating(measure, line));
        entry(&mut text, &measure.question, &measure.id, answer);
    }
    eprintln!("── 役割について ──");
    text.push_str("\n# 役割を受け持つ人の役職名か氏名\n[roles]\n");
    for role in catalog.roles.iter().filter(|role| role.id != "employee") {
        let asked = format!("{}はだれですか。", role.title);
        let answer = ask(&asked, &role.explanation, "役職名か氏名", read, |line| Ok(quoted(line)));
        entry(&mut text, &role.title, &role.id, answer);
    }
    text.push_str(
        "\n# 文書の空欄。文書の末尾の「決めていない言葉の一覧」にある項目を、ここに書くと確認済みになります。\n\
         # 例： \"ransomware.backup-taking.interval\" = \"毎週\"\n[blanks]\n\
         \n# 台帳での媒体の書き方。例： \"現場端末\" = \"事務所PC\"\n[media]\n",
    );
    text
}

/// Asks until the answer can be used or is left open.
fn ask(
    question: &str,
    hint: &str,
    expected: &str,
    read: &mut impl FnMut() -> Option<String>,
    parse: impl Fn(&str) -> Result<String, String>,
) -> Option<String> {
    eprintln!("{question}");
    if !hint.is_empty() {
        eprintln!("   {hint}");
    }
    loop {
        eprint!("   （{expected}）> ");
        let _ = std::io::stderr().flush();
        let Some(line) = read() else {
            eprintln!();
            return None;
        };
        let line = line.trim();
        if line.is_empty() {
            eprintln!();
            return None;
        }
        match parse(line) {
            Ok(value) => {
                eprintln!();
                return Some(value);
            }
            Err(message) => eprintln!("   {message}"),
        }
    }
}

fn entry(text: &mut String, question: &str, id: &str, answer: Option<String>) {
    let _ = match answer {
        Some(value) => writeln!(text, "# {question}\n{id} = {value}"),
        None => writeln!(text, "# {question}\n# {id} = "),
    };
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

/// An answer as a TOML value.
fn value(question: &Question, line: &str) -> Result<String, String> {
    let number = || japanese::to_half_width_digits(line).parse::<i64>().ok();
    match question.kind {
        QuestionKind::Text => Ok(quoted(line)),
        QuestionKind::YesNo => match japanese::matching_key(line).as_str() {
            "はい" | "y" | "yes" | "1" | "○" => Ok("true".into()),
            "いいえ" | "n" | "no" | "0" | "×" => Ok("false".into()),
            _ => Err("「はい」か「いいえ」で答えてください。".into()),
        },
        QuestionKind::Integer => match number() {
            Some(number) if number >= question.min.unwrap_or(0) => Ok(number.to_string()),
            _ => Err(format!("{}以上の数字で答えてください。", question.min.unwrap_or(0))),
        },
        QuestionKind::Date => {
            japanese::parse_date(line).map(|date| date.to_string()).map_err(|error| format!("{error}。"))
        }
        QuestionKind::Choice => number()
            .and_then(|number| usize::try_from(number).ok()?.checked_sub(1))
            .and_then(|index| question.choices.get(index))
            .map(|choice| quoted(choice))
            .ok_or_else(|| format!("1〜{}の番号で答えてください。", question.choices.len())),
    }
}

fn rating(_: &Measure, line: &str) -> Result<String, String> {
    match japanese::to_half_width_digits(line).as_str() {
        rating @ ("1" | "2" | "3") => Ok(rating.to_owned()),
        _ => Err("1、2、3のどれかで答えてください。".into()),
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
