//! Topics, cases, regulations, forms, handbook and guidelines: each in its form, every reference resolves.

mod documents;
mod guidelines;
mod lessons;

use super::{Checker, Known};
use crate::Catalog;

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>, known: &Known<'_>) {
    lessons::check(catalog, checker, known);
    documents::check(catalog, checker, known);
    guidelines::check(catalog, checker, known);
}
