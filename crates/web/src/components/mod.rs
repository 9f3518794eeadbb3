//! Small parts that screens are made of. Each gives [`maud::Markup`]; Japanese words come from the caller, except
//! for the few that belong to the part itself (「必須」「変更前」).

mod badge;
mod breadcrumbs;
mod button;
mod confirm;
mod definition;
mod description_list;
mod difference;
mod empty_state;
mod equation;
mod errors;
mod field;
mod filter_bar;
mod form;
pub mod icon;
mod notice;
mod pager;
mod progress;
mod reasons;
mod steps;
mod table;
mod tabs;
mod tasks;
mod toolbar;

pub use badge::{Band, State, band, state};
pub use breadcrumbs::{Crumb, breadcrumbs};
pub use button::{Button, ButtonKind, LinkButton, submit};
pub use confirm::Confirm;
pub use definition::definition;
pub use description_list::description_list;
pub use difference::difference;
pub use empty_state::EmptyState;
pub use equation::{EquationPart, equation};
pub use errors::{FieldError, FieldErrors, error_summary};
pub use field::{
    Arrangement, CheckboxField, CheckboxGroup, Choice, FileField, RadioGroup, SelectField, TextAreaField, TextField,
    TextKind, Width,
};
pub use filter_bar::FilterBar;
pub use form::{Form, Method};
pub use notice::{Notice, NoticeKind};
pub use pager::{Pager, thousands};
pub use progress::{Measure, Progress};
pub use reasons::reasons;
pub use steps::{Step, steps};
pub use table::{Align, Column, Direction, OnPhone, Row, Selection, Sort, Table};
pub use tabs::{Tab, tabs};
pub use tasks::{Task, tasks};
pub use toolbar::Toolbar;
