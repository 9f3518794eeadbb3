//! Whether a record can be undone.

use app::audit_log::{Effect, Undoing};
use serde::Serialize;
use utoipa::ToSchema;

use super::body::FieldChangeBody;

#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
#[schema(as = Undoing, description = "今、取り消せるか。")]
pub(super) enum UndoingBody {
    /// 取り消せます。
    Possible {
        /// 取り消すと何が起きるか：`remove` 加えたものを削除、`bring-back` 削除したものを戻す、`set-back` 前の値に戻す、`import` 取り込みで変わったものをすべて戻す
        effect: &'static str,
        /// リスクの記録で、前の承認が戻らないか。そのとき承認が戻るのは、承認した人かリスク所有者が取り消したときだけです。情報資産と取り込みの記録では、いつも false です（いっしょに戻るリスクの承認は、戻らないことがあります）。
        without_approval: bool,
    },
    /// もう取り消されています。
    Done {
        /// 取り消した記録の番号
        by: i64,
    },
    /// 後で変わっているので、取り消せません。
    Overtaken {
        /// この記録の後で変わった項目
        differences: Vec<FieldChangeBody>,
        /// 今もあるか
        exists: bool,
        /// 同じものの、後の記録のうち、今も取り消されていないものの番号。新しいほうから5つまでで、この順に取り消します。もっとあるときは、取り消したあとで読み直すと、続きが入ります。自分では取り消せないもの（ほかの人の承認）も入ります。理由は、その記録の `undoing` にあります。
        later: Vec<i64>,
    },
    /// この種類の記録は、取り消せません。
    Never {
        /// 理由と、かわりにすること
        reason: &'static str,
    },
}

impl From<Undoing> for UndoingBody {
    fn from(undoing: Undoing) -> Self {
        match undoing {
            Undoing::Possible { effect, without_approval } => Self::Possible {
                without_approval,
                effect: match effect {
                    Effect::Remove => "remove",
                    Effect::BringBack => "bring-back",
                    Effect::SetBack => "set-back",
                    Effect::Import => "import",
                },
            },
            Undoing::Done(by) => Self::Done { by },
            Undoing::Overtaken(overtaken) => Self::Overtaken {
                differences: overtaken.differences.into_iter().map(FieldChangeBody::from).collect(),
                exists: overtaken.exists,
                later: overtaken.later.iter().map(|later| later.sequence).collect(),
            },
            Undoing::Never(reason) => Self::Never { reason },
        }
    }
}
