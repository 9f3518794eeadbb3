//! What an asset says once a line of the file is written over it.

use method::{PersonalData, Valuation};
use sheet::GivenColumns;

use super::columns::Headings;
use crate::asset::{Asset, Content, Departments};

/// What a file says at all.
pub(super) struct Given<'a> {
    pub(super) columns: GivenColumns,
    pub(super) headings: &'a Headings,
    pub(super) departments: &'a Departments,
}

/// The asset's content with the line's values in the columns that the file has.
pub(super) fn merge(asset: &Asset, line: &Content, given: &Given<'_>) -> Content {
    let mut merged = asset.content.clone();
    let (old, new, columns) = (&mut merged.line, &line.line, given.columns);
    old.name.clone_from(&new.name);
    old.medium = new.medium;
    old.medium_as_written.clone_from(&new.medium_as_written);
    for (target, value, is_given) in [
        (&mut old.business, &new.business, columns.business),
        (&mut old.remarks, &new.remarks, columns.remarks),
        (&mut old.users, &new.users, columns.users),
        (&mut old.risk_owner, &new.risk_owner, columns.risk_owner),
        (&mut old.retention, &new.retention, columns.retention),
        (&mut old.department, &new.department, columns.department && !same_department(asset, new, given)),
    ] {
        if is_given {
            target.clone_from(value);
        }
    }
    old.personal_data = PersonalData {
        personal: if columns.personal { new.personal_data.personal } else { old.personal_data.personal },
        sensitive: if columns.sensitive { new.personal_data.sensitive } else { old.personal_data.sensitive },
        my_number: if columns.my_number { new.personal_data.my_number } else { old.personal_data.my_number },
    };
    old.valuation = valuation(old.valuation, new.valuation);
    if columns.survival {
        old.survival = new.survival;
    }
    if columns.likelihood {
        old.likelihood = new.likelihood;
    }
    if columns.registered_on {
        old.registered_on = new.registered_on;
    }
    if given.headings.reading.is_some() {
        merged.name_reading.clone_from(&line.name_reading);
    }
    for heading in given.headings.kept() {
        match line.extra.get(heading) {
            Some(value) => merged.extra.insert(heading.clone(), value.clone()),
            None => merged.extra.remove(heading),
        };
    }
    merged
}

/// Whether the line names the department that the asset has: it may have been renamed since the file
/// was written, or be written in other letters.
fn same_department(asset: &Asset, line: &method::Asset, given: &Given<'_>) -> bool {
    asset.department.is_some() && given.departments.named(&line.department) == asset.department
}

/// A register that knows only the asset value takes no ratings away that agree with it.
fn valuation(old: Valuation, new: Valuation) -> Valuation {
    match (old, new) {
        (Valuation::Ratings(ratings), Valuation::AssetValue(value)) if ratings.highest() == value => old,
        _ => new,
    }
}
