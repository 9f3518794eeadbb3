//! The same columns as lines of text, for other software.

use method::{Asset, Rating, RiskLevel, Valuation, importance};

use super::layout::{Kind, Layout};
use super::lines::text_of;
use crate::{Register, escape, read::Column};

/// Writes a register as CSV: UTF-8 with a mark, CRLF, one line of headings. Texts that a spreadsheet would
/// run as formulas get an apostrophe in front; [`read_register`](crate::read_register) takes it away again
/// and reads the same assets.
pub fn register_csv(register: &Register) -> Vec<u8> {
    let layout = Layout::of(register);
    let mut text = String::from("\u{FEFF}");
    line(&mut text, layout.columns.iter().map(|column| column.title.clone()));
    for asset in &register.assets {
        line(&mut text, layout.columns.iter().map(|column| value(asset, column.kind)));
    }
    text.into_bytes()
}

fn line(text: &mut String, fields: impl Iterator<Item = String>) {
    for (position, field) in fields.enumerate() {
        if position > 0 {
            text.push(',');
        }
        let field = escape::escaped(&field);
        if field.contains(['"', ',', '\n', '\r']) {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&field);
        }
    }
    text.push_str("\r\n");
}

fn value(asset: &Asset, kind: Kind) -> String {
    let column = match kind {
        Kind::Extra(index) => return asset.extra.get(index).cloned().unwrap_or_default(),
        Kind::Known(column) => column,
    };
    if let Some(text) = text_of(asset, column) {
        return text.to_owned();
    }
    let flag = |set: bool| if set { "有".to_owned() } else { String::new() };
    let rating = |rating: Option<Rating>| rating.map(|rating| rating.to_string()).unwrap_or_default();
    let (ratings, asset_value) = match asset.valuation {
        Valuation::Ratings(ratings) => (Some(ratings), None),
        Valuation::AssetValue(value) => (None, Some(value)),
    };
    match column {
        Column::Personal => flag(asset.personal_data.personal),
        Column::Sensitive => flag(asset.personal_data.sensitive),
        Column::MyNumber => flag(asset.personal_data.my_number),
        Column::Survival => flag(asset.survival),
        Column::Confidentiality => rating(ratings.map(|ratings| ratings.confidentiality)),
        Column::Integrity => rating(ratings.map(|ratings| ratings.integrity)),
        Column::Availability => rating(ratings.map(|ratings| ratings.availability)),
        Column::AssetValue => rating(asset_value),
        Column::Importance => importance(asset).value.to_string(),
        Column::Likelihood => rating(asset.likelihood),
        Column::RiskLevel => {
            let level = asset.likelihood.map(|likelihood| RiskLevel::new(importance(asset).value, likelihood));
            level.map(|level| level.to_string()).unwrap_or_default()
        }
        Column::RegisteredOn => asset.registered_on.map(|date| date.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}
