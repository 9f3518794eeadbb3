//! A clause's text with its insertions: `{blank}`, `{clause.blank}`, `{role:id}`, `{organization}`.

use serde::Deserialize;

/// A piece of a clause's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words as they are.
    Words(String),
    /// A blank: name within the clause, or `clause.blank` of another clause of the file.
    Blank(String),
    /// The company's title for a role.
    Role(String),
    /// The company's name.
    Organization,
}

/// A clause's text, cut into parts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Template(pub Vec<Part>);

impl TryFrom<String> for Template {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mut parts = Vec::new();
        let mut rest = text.as_str();
        while let Some(open) = rest.find('{') {
            let close =
                rest[open..].find('}').ok_or_else(|| format!("「{}」の「{{」が閉じていません", &rest[open..]))?;
            if open > 0 {
                parts.push(Part::Words(rest[..open].to_owned()));
            }
            let name = rest[open + 1..open + close].trim();
            parts.push(match name.split_once(':') {
                Some(("role", role)) => Part::Role(role.trim().to_owned()),
                Some(_) => return Err(format!("差し込み「{{{name}}}」は使えません")),
                None if name == "organization" => Part::Organization,
                None if name.is_empty() => return Err("空の差し込み「{}」があります".into()),
                None => Part::Blank(name.to_owned()),
            });
            rest = &rest[open + close + 1..];
        }
        if !rest.is_empty() {
            parts.push(Part::Words(rest.to_owned()));
        }
        Ok(Self(parts))
    }
}

impl Template {
    /// Names of the blanks, in order, each as often as it stands there.
    pub fn blanks(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|part| match part {
            Part::Blank(name) => Some(name.as_str()),
            _ => None,
        })
    }
}
