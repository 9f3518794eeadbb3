//! The frame around every screen: header, navigation, banner of the sample company, notices, content.

mod document;
mod frame;
mod header;
mod navigation;
mod page;
mod plain_page;
mod sample_banner;
#[cfg(test)]
mod tests;

pub use frame::{Frame, FramePaths, NavigationItem, OrganizationEntry, Section};
pub use page::Page;
pub use plain_page::PlainPage;
