//! The ways to look at the risks, side by side.

use maud::Markup;

use crate::components::{Tab, tabs};

/// A screen about all risks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    List,
    Distribution,
    Assessments,
    Threats,
}

impl View {
    const ALL: [Self; 4] = [Self::List, Self::Distribution, Self::Assessments, Self::Threats];

    const fn title(self) -> &'static str {
        match self {
            Self::List => "一覧",
            Self::Distribution => "分布",
            Self::Assessments => "アセスメント",
            Self::Threats => "起こりやすさ",
        }
    }

    const fn href(self) -> &'static str {
        match self {
            Self::List => "/risks",
            Self::Distribution => "/risks/distribution",
            Self::Assessments => "/assessments",
            Self::Threats => "/risks/threats",
        }
    }

    /// The way to all of them from this one.
    pub(crate) fn tabs(self) -> Markup {
        let tab = |view: Self| Tab { title: view.title(), href: view.href(), is_current: view == self, count: None };
        tabs("リスクの見方", &Self::ALL.map(tab))
    }
}
