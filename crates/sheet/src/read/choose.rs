//! Which sheet is the register.

use japanese::matching_key;

use super::{
    book::Survey,
    error::ReadError,
    header::{Header, Role},
    headings::{Column, REQUIRED},
    problem::shortened,
    register,
};

/// The sheet to read, and what must be said about choosing it.
#[derive(Debug)]
pub(super) struct Choice<'a> {
    pub(super) survey: &'a Survey,
    pub(super) header: &'a Header,
    pub(super) note: Option<String>,
}

/// Finds the register among the sheets, or reads the one that was asked for.
pub(super) fn choose<'a>(surveys: &'a [Survey], wanted: Option<&str>) -> Result<Choice<'a>, ReadError> {
    if let Some(wanted) = wanted {
        let survey = named(surveys, wanted)?;
        return match &survey.header {
            Some(header) if register::qualifies(header) => Ok(Choice { survey, header, note: None }),
            _ => Err(why_not(&[survey], surveys)),
        };
    }
    let usable: Vec<&Survey> = surveys.iter().filter(|survey| !survey.hidden && !is_example(&survey.name)).collect();
    let mut registers: Vec<(&Survey, &Header)> = usable
        .iter()
        .filter_map(|survey| survey.header.as_ref().map(|header| (*survey, header)))
        .filter(|(_, header)| register::qualifies(header))
        .collect();
    // The sort is stable: among equals the first sheet comes first.
    registers.sort_by_key(|(survey, _)| !survey.name.contains("台帳"));
    let Some((survey, header)) = registers.first().copied() else {
        return Err(why_not(&usable, surveys));
    };
    let others: Vec<_> = registers.iter().skip(1).map(|(other, _)| format!("「{}」", other.name)).collect();
    let note = (!others.is_empty()).then(|| {
        format!(
            "台帳の形をしたシートが複数あるため、シート「{}」を読みました。{}を読むときは、シートの名前を指定してください。",
            survey.name,
            others.join("")
        )
    });
    Ok(Choice { survey, header, note })
}

fn named<'a>(surveys: &'a [Survey], wanted: &str) -> Result<&'a Survey, ReadError> {
    let exact = surveys.iter().find(|survey| survey.name == wanted);
    let alike = || surveys.iter().find(|survey| matching_key(&survey.name) == matching_key(wanted));
    exact.or_else(alike).filter(|survey| !survey.name.is_empty()).ok_or_else(|| {
        let names: Vec<_> = surveys.iter().map(|survey| survey.name.as_str()).filter(|name| !name.is_empty()).collect();
        let sheets =
            if names.is_empty() { "（CSV にシートはありません）".to_owned() } else { names.join("、") };
        ReadError::NoSuchSheet { sheet: wanted.to_owned(), sheets }
    })
}

/// Whether a sheet says that it only shows how to fill in: 台帳記入例, (例), 見本, サンプル.
pub(super) fn is_example(name: &str) -> bool {
    let key = matching_key(name);
    let words = ["記入例", "記載例", "作成例", "見本", "サンプル", "sample", "example", "(例)", "【例】"];
    words.iter().any(|word| key.contains(word))
        || key.ends_with('例')
        || key.starts_with("例_")
        || key.starts_with("例)")
}

/// Why none of `looked` is a register.
fn why_not(looked: &[&Survey], all: &[Survey]) -> ReadError {
    let near = looked.iter().filter_map(|survey| survey.header.as_ref().map(|header| (survey, header)));
    let near = near.filter(|(_, header)| header.has(Column::Name) && header.score() >= 3);
    if let Some((survey, header)) = near.max_by_key(|(_, header)| header.score()) {
        return ReadError::MissingColumns {
            place: place(&survey.name),
            row: header.last_row,
            missing: register::missing_columns(header),
            found: shortened_list(&header.understood()),
        };
    }
    if let Some(ReadError::TooWide { place, cell, limit }) = looked.iter().find_map(|survey| survey.refused.as_ref()) {
        return ReadError::TooWide { place: place.clone(), cell: cell.clone(), limit: *limit };
    }
    let names = |wanted: &dyn Fn(&Survey) -> bool| {
        let names: Vec<_> = all.iter().filter(|survey| !survey.name.is_empty() && wanted(survey)).collect();
        names.iter().map(|survey| survey.name.as_str()).collect::<Vec<_>>().join("、")
    };
    let mut looked_at = String::new();
    for (label, sheets) in [
        ("調べたシート", names(&|survey| !survey.hidden && !is_example(&survey.name))),
        ("記入例とみなしたシート", names(&|survey| !survey.hidden && is_example(&survey.name))),
        ("非表示のシート", names(&|survey| survey.hidden)),
        ("見つかった言葉", found_words(looked)),
    ] {
        if !sheets.is_empty() {
            looked_at.push_str(if looked_at.is_empty() { "（" } else { "、" });
            looked_at.push_str(&format!("{label}：{}", shortened_list(&sheets)));
        }
    }
    if !looked_at.is_empty() {
        looked_at.push('）');
    }
    ReadError::NoRegister(format!(
        "台帳の見出し（{REQUIRED}）が見つからないので、見出しの行がある台帳のファイルとシートを指定してください{looked_at}。"
    ))
}

/// The first headings that were found at all, for a person to recognise what we looked at.
fn found_words(surveys: &[&Survey]) -> String {
    let headers = surveys.iter().filter_map(|survey| survey.header.as_ref());
    let words = headers.flat_map(|header| header.words.iter().zip(&header.columns));
    let words: Vec<_> = words.filter(|(_, role)| **role != Role::Unnamed).map(|(words, _)| shortened(words)).collect();
    words.join("、")
}

fn place(sheet: &str) -> String {
    if sheet.is_empty() { "CSV の".to_owned() } else { format!("シート「{sheet}」の") }
}

fn shortened_list(list: &str) -> String {
    match list.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &list[..end]),
        None => list.to_owned(),
    }
}
