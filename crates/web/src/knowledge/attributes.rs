//! The attributes of controls by which people choose (ISO/IEC 27002:2022 Table A.1), in plain words.

use catalog::Control;

/// One attribute.
pub(super) struct Attribute {
    /// In addresses.
    pub(super) name: &'static str,
    /// 管理策の種類
    pub(super) title: &'static str,
    /// Its values, each with what it means.
    pub(super) values: &'static [(&'static str, &'static str)],
    /// The values of a control.
    pub(super) of: fn(&Control) -> &[String],
}

/// Those by which the list can be narrowed.
pub(super) static ATTRIBUTES: [Attribute; 3] = [
    Attribute {
        name: "action",
        title: "働き",
        values: &[("予防", "起きないようにする"), ("検知", "起きたことに気づく"), ("是正", "起きたあとに直す")],
        of: |control| &control.control_types,
    },
    Attribute {
        name: "property",
        title: "守る性質",
        values: &[
            ("機密性", "見てよい人だけが見られる"),
            ("完全性", "正しいままである"),
            ("可用性", "必要なときに使える"),
        ],
        of: |control| &control.properties,
    },
    Attribute {
        name: "concept",
        title: "取り組みの段階",
        values: &[
            ("識別", "守るものとリスクを知る"),
            ("防御", "守る"),
            ("検知", "気づく"),
            ("対応", "被害を抑える"),
            ("復旧", "元に戻す"),
        ],
        of: |control| &control.concepts,
    },
];

impl Attribute {
    /// What a value means, in plain words; empty where it is not known.
    pub(super) fn meaning(&self, value: &str) -> &'static str {
        self.values.iter().find(|(known, _)| *known == value).map_or("", |(_, meaning)| meaning)
    }
}
