//! clap's answers in Japanese: help templates and what was wrong with the call.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};

use crate::arguments::Arguments;
use crate::output::say::tell;

const TEMPLATE: &str = "{about-with-newline}\n使い方: {usage}\n\n{all-args}{after-help}";

/// Reads the command line.
///
/// # Errors
/// The exit code, after help (0) or what was wrong (2) has been printed.
pub fn parse() -> Result<Arguments, ExitCode> {
    let command = translated(Arguments::command());
    let matches = command.try_get_matches().map_err(|error| answer(&error))?;
    Arguments::from_arg_matches(&matches).map_err(|error| answer(&error))
}

/// Gives a command and all below it Japanese headings.
fn translated(command: clap::Command) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    let mut command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("コマンド")
        .subcommand_value_name("コマンド")
        .disable_help_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help("使い方を表示します")
                .help_heading("オプション"),
        )
        .mut_args(|argument| {
            let heading = if argument.is_positional() { "入力" } else { "オプション" };
            let takes_value = argument.is_positional() || argument.get_action().takes_values();
            argument.help_heading(heading).hide_possible_values(takes_value)
        });
    if command.get_name() == "sonae" {
        command = command.disable_version_flag(true).arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help("版を表示します")
                .help_heading("オプション"),
        );
    }
    for name in names {
        command = command.mut_subcommand(name, translated);
    }
    command
}

fn answer(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{}", localized(&error.render().to_string()));
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            tell!("{}", localized(&error.render().to_string()).trim_end());
            ExitCode::from(2)
        }
        _ => {
            tell!("{}", in_words(error));
            tell!("使い方は --help で表示します。");
            ExitCode::from(2)
        }
    }
}

/// The few English words that clap writes into help itself.
fn localized(help: &str) -> String {
    help.replace("[OPTIONS]", "[オプション]").replace("[default: ", "[初期値: ").replace("<COMMAND>", "<コマンド>")
}

/// What was wrong, in a sentence.
fn in_words(error: &clap::Error) -> String {
    let context = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let suggestion = |kind| match context(kind) {
        suggested if suggested.is_empty() => String::new(),
        suggested => format!("「{suggested}」のことですか。"),
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            format!("「{argument}」というオプションはありません。{}", suggestion(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand);
            format!("「{name}」というコマンドはありません。{}", suggestion(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("次の指定が足りません: {argument}"),
        ErrorKind::MissingSubcommand => "コマンドを指定してください。".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("「{argument}」の値がありません。"),
        ErrorKind::InvalidValue => {
            format!("「{argument}」の値「{value}」は使えません。使える値: {}", context(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            if argument.contains("--level") {
                format!("「{argument}」の値「{value}」は使えません。使える値: 1、2、3")
            } else {
                format!("「{argument}」の値「{value}」は使えません。{reason}")
            }
        }
        ErrorKind::ArgumentConflict => format!("「{argument}」は2回書けません。"),
        ErrorKind::InvalidUtf8 => "文字として読めない指定があります。".to_owned(),
        _ => "コマンドの書き方が正しくありません。".to_owned(),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        ContextValue::StyledStr(text) => text.to_string(),
        other => other.to_string(),
    }
}
