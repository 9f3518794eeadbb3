//! 空欄 (赤字): the values in a rule that only the company can decide.

use serde::Deserialize;

/// `clause.blank`: which blank of which clause.
pub type BlankId = String;

/// What kind of value a blank takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlankKind {
    /// A whole number between `min` and `max`, followed by `unit`.
    Integer,
    /// Words.
    Text,
    /// One of `choices`.
    Choice,
    /// A role (id of `roles.toml`) or a title of the company's own.
    Role,
    /// A person's name.
    Person,
    /// 月曜日 … 日曜日
    Weekday,
    /// 1..=31; 31 reads 末日.
    DayOfMonth,
    /// 毎日, 毎週, 毎月, 3か月ごと, 半年ごと, 毎年
    Interval,
    /// Several words.
    List,
    /// Rows of `columns`.
    Table,
}

/// A blank as the catalog declares it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blank {
    /// Name within the clause: the `{name}` of its text.
    pub name: String,
    /// What kind of value.
    pub kind: BlankKind,
    /// What belongs here, in a few words.
    pub label: String,
    /// Help for deciding.
    #[serde(default)]
    pub hint: String,
    /// A sensible value to begin with; still to be confirmed.
    #[serde(default)]
    pub default: Option<BlankDefault>,
    /// Least number.
    #[serde(default)]
    pub min: Option<i64>,
    /// Greatest number.
    #[serde(default)]
    pub max: Option<i64>,
    /// What stands behind the number.
    #[serde(default)]
    pub unit: String,
    /// The choices.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Names of the columns.
    #[serde(default)]
    pub columns: Vec<String>,
}

/// A value of a blank, of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlankValue {
    /// Words, as they stand in the sentence (unit included).
    Words(String),
    /// Points.
    List(Vec<String>),
    /// Rows, each with as many cells as columns.
    Table(Vec<Vec<String>>),
}

/// A default as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum BlankDefault {
    /// A number.
    Integer(i64),
    /// Words.
    Words(String),
    /// Points.
    List(Vec<String>),
    /// Rows.
    Table(Vec<Vec<String>>),
}

const WEEKDAYS: [&str; 7] = ["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"];
const INTERVALS: [&str; 6] = ["毎日", "毎週", "毎月", "3か月ごと", "半年ごと", "毎年"];

impl Blank {
    /// The default as a value of the blank's kind; `None` where there is none.
    ///
    /// # Errors
    /// A sentence that says which values are allowed.
    pub fn default_value(&self) -> Option<Result<BlankValue, String>> {
        self.default.as_ref().map(|value| self.value(value))
    }

    /// A value from a profile (TOML) as a value of the blank's kind.
    ///
    /// # Errors
    /// A sentence that says which values are allowed.
    pub fn profile_value(&self, value: &toml::Value) -> Result<BlankValue, String> {
        let value: BlankDefault = value.clone().try_into().map_err(|_| self.expected())?;
        self.value(&value)
    }

    fn value(&self, value: &BlankDefault) -> Result<BlankValue, String> {
        let one_of = |words: &String, allowed: &[&str]| {
            if allowed.contains(&words.as_str()) { Ok(BlankValue::Words(words.clone())) } else { Err(self.expected()) }
        };
        match (self.kind, value) {
            (BlankKind::Integer, BlankDefault::Integer(number))
                if self.min.is_none_or(|min| *number >= min) && self.max.is_none_or(|max| *number <= max) =>
            {
                Ok(BlankValue::Words(format!("{number}{}", self.unit)))
            }
            (BlankKind::DayOfMonth, BlankDefault::Integer(31)) => Ok(BlankValue::Words("末日".into())),
            (BlankKind::DayOfMonth, BlankDefault::Integer(day @ 1..=30)) => Ok(BlankValue::Words(format!("{day}日"))),
            (BlankKind::Text | BlankKind::Role | BlankKind::Person, BlankDefault::Words(words))
                if !words.trim().is_empty() =>
            {
                Ok(BlankValue::Words(words.clone()))
            }
            (BlankKind::Choice, BlankDefault::Words(words)) => {
                one_of(words, &self.choices.iter().map(String::as_str).collect::<Vec<_>>())
            }
            (BlankKind::Weekday, BlankDefault::Words(words)) => one_of(words, &WEEKDAYS),
            (BlankKind::Interval, BlankDefault::Words(words)) => one_of(words, &INTERVALS),
            (BlankKind::List, BlankDefault::List(points)) => Ok(BlankValue::List(points.clone())),
            // An empty TOML array fits both shapes; serde tries the list first.
            (BlankKind::Table, BlankDefault::List(rows)) if rows.is_empty() => Ok(BlankValue::Table(Vec::new())),
            (BlankKind::Table, BlankDefault::Table(rows)) if rows.iter().all(|row| row.len() == self.columns.len()) => {
                Ok(BlankValue::Table(rows.clone()))
            }
            _ => Err(self.expected()),
        }
    }

    /// What may stand here, as a sentence.
    pub fn expected(&self) -> String {
        match self.kind {
            BlankKind::Integer => match (self.min, self.max) {
                (Some(min), Some(max)) => format!("{min}〜{max}の整数で書いてください。"),
                (Some(min), None) => format!("{min}以上の整数で書いてください。"),
                (None, Some(max)) => format!("{max}以下の整数で書いてください。"),
                (None, None) => "整数で書いてください。".into(),
            },
            BlankKind::Text | BlankKind::Role | BlankKind::Person => "文字列（\"…\"）で書いてください。".into(),
            BlankKind::Choice => format!("{}のどれかを書いてください。", self.choices.join("、")),
            BlankKind::Weekday => format!("{}のどれかを書いてください。", WEEKDAYS.join("、")),
            BlankKind::DayOfMonth => "1〜31の整数で書いてください（31は末日）。".into(),
            BlankKind::Interval => format!("{}のどれかを書いてください。", INTERVALS.join("、")),
            BlankKind::List => "文字列の並び（[\"…\", \"…\"]）で書いてください。".into(),
            BlankKind::Table => format!(
                "「{}」の{}列の表（[[\"…\", …], …]）で書いてください。",
                self.columns.join("・"),
                self.columns.len()
            ),
        }
    }
}
