//! What [`verify`](super::verify) can find.

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A record's content, number or check value was changed after it was written.
    Changed {
        /// Its sequence, as it stands now.
        sequence: i64,
    },
    /// A record cannot be read at all.
    Unreadable {
        /// Its sequence, where that can be read.
        sequence: Option<i64>,
    },
    /// Records are gone.
    Missing {
        /// The first.
        first: i64,
        /// The last.
        last: i64,
    },
    /// A record stands where none was written: before the first or behind the last.
    Inserted {
        /// Its sequence.
        sequence: i64,
    },
    /// A record is whole in itself but does not follow from the one before it: one of the two was
    /// written anew, put in or exchanged.
    Unlinked {
        /// The one before.
        before: i64,
        /// The record.
        sequence: i64,
    },
    /// The last record is not the one that the organization's end mark names.
    WrongEnd {
        /// The last record.
        sequence: i64,
    },
    /// The organization's end mark is gone, so that missing last records could not be noticed.
    NoEnd,
}

impl Fault {
    /// The record to look at first; `None` where there is none.
    pub fn sequence(&self) -> Option<i64> {
        match self {
            Self::Changed { sequence }
            | Self::Inserted { sequence }
            | Self::Unlinked { sequence, .. }
            | Self::WrongEnd { sequence } => Some(*sequence),
            Self::Unreadable { sequence } => *sequence,
            Self::Missing { first, .. } => Some(*first),
            Self::NoEnd => None,
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Changed { sequence } => {
                write!(f, "記録{sequence}：内容か番号が、書かれたあとで変えられています。")
            }
            Self::Unreadable { sequence: Some(sequence) } => {
                write!(f, "記録{sequence}：壊れていて読めません。")
            }
            Self::Unreadable { sequence: None } => {
                f.write_str("番号の読めない記録があります。壊れているか、変えられています。")
            }
            Self::Missing { first, last } if first == last => {
                write!(f, "記録{first}：なくなっています。")
            }
            Self::Missing { first, last } => write!(f, "記録{first}〜{last}：なくなっています。"),
            Self::Inserted { sequence } => {
                write!(f, "記録{sequence}：あるはずのない記録です。あとから入れられています。")
            }
            Self::Unlinked { before: 0, sequence } => {
                write!(f, "記録{sequence}：最初の記録なのに、前の記録を指しています。書き直されています。")
            }
            Self::Unlinked { before, sequence } => write!(
                f,
                "記録{before}と記録{sequence}：前後がつながりません。どちらかが書き直されたか、入れ替えられています。"
            ),
            Self::WrongEnd { sequence } => {
                write!(f, "記録{sequence}：最後の記録が、控えてある最後の記録と違います。")
            }
            Self::NoEnd => f.write_str("最後の記録の控えがありません。末尾の記録がなくなっていても分かりません。"),
        }
    }
}
