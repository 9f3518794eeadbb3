//! A risk as a picture: the threat runs towards the asset, each layer of protection makes it thinner, what
//! arrives is the residual risk (seminar chapter 8-1-1). Once for wide screens, once for phones.

mod data;
mod parts;
mod phone;
mod wide;

pub use data::{LayerState, RelationData, RelationLayer};

/// The picture from left to right, 1000 units wide.
pub fn relation(data: &RelationData) -> String {
    wide::draw(data)
}

/// The picture from top to bottom, 340 units wide: its words stay readable on a phone.
pub fn relation_on_phone(data: &RelationData) -> String {
    phone::draw(data)
}
