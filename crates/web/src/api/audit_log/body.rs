//! A record as the API shows it.

use app::AccountId;
use app::audit_log::{Entity, Entry, Event, FieldChange};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::moment::Moment;
use crate::api::word::{EntityWord, EventWord};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditEntry, description = "監査ログの記録1つ。")]
pub(super) struct EntryBody {
    /// 記録の番号。1から続きます。
    sequence: i64,
    /// いつ
    at: Moment,
    /// だれが。コマンドからの変更では null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    account_id: Option<AccountId>,
    /// だれが（そのときの氏名）
    actor: String,
    /// どこから：`web` 画面、`api` この API、`command` コマンド
    channel: String,
    /// 一度にまとめて行われたものは、同じ値です。
    request: Uuid,
    /// 何が起きたか
    #[schema(value_type = Option<EventWord>)]
    event: Option<&'static str>,
    /// 何の記録か
    #[schema(value_type = Option<EntityWord>)]
    entity: Option<&'static str>,
    /// どれの記録か
    thing: Uuid,
    /// その名前（そのときの名前）
    label: String,
    /// この記録が取り消した記録の番号
    undoes: Option<i64>,
}

impl From<Entry> for EntryBody {
    fn from(entry: Entry) -> Self {
        Self {
            sequence: entry.sequence,
            at: entry.at.into(),
            account_id: entry.account,
            actor: entry.actor,
            channel: entry.channel,
            request: entry.request,
            event: entry.event.map(Event::id),
            entity: entry.entity.map(Entity::id),
            thing: entry.thing,
            label: entry.label,
            undoes: entry.undoes,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FieldChange, description = "変わった項目1つ。人が読む言葉です。")]
pub(in crate::api) struct FieldChangeBody {
    /// 項目の名前
    label: String,
    /// 前の値。なければ空です。
    before: String,
    /// 後の値。なければ空です。
    after: String,
}

impl From<FieldChange> for FieldChangeBody {
    fn from(change: FieldChange) -> Self {
        Self { label: change.label, before: change.before, after: change.after }
    }
}
