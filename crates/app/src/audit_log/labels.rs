//! The words for the fields of snapshots, by kind of thing. Assets name their own fields
//! ([`asset::Field`](crate::asset::Field)), the profile's are the catalog's questions.

use super::Entity;

/// A field of a snapshot: its key and its words.
type Label = (&'static str, &'static str);

const ORGANIZATION: &[Label] =
    &[("name", "組織名"), ("criteria", "リスク基準"), ("profile", "会社の状況"), ("sample", "見本の会社")];
const DEPARTMENT: &[Label] = &[("name", "部署名")];
const ACCOUNT: &[Label] = &[("what", "内容"), ("name", "氏名"), ("email", "メールアドレス")];
const MEMBERSHIP: &[Label] = &[("name", "氏名"), ("role", "役割"), ("department", "部署")];
const INVITATION: &[Label] = &[
    ("email", "メールアドレス"),
    ("role", "役割"),
    ("department", "部署"),
    ("invited_by", "招待した人"),
    ("expires_at", "期限"),
    ("accepted_at", "受け入れた日時"),
    ("revoked_at", "取り消した日時"),
];
const TOKEN: &[Label] = &[
    ("owner", "持ち主"),
    ("name", "名前"),
    ("scope", "できること"),
    ("expires_at", "期限"),
    ("revoked_at", "無効にした日時"),
];
const IMPORT: &[Label] = &[
    ("file", "ファイル名"),
    ("sheet", "シート"),
    ("added", "追加した件数"),
    ("changed", "変更した件数"),
    ("left", "選ばなかった件数"),
    ("unusable", "取り込めなかった件数"),
];
/// What an export of the register tells; the assets themselves are [`asset::Field`](crate::asset::Field)s.
const ASSET: &[Label] = &[
    ("format", "形式"),
    ("count", "件数"),
    ("filter", "条件"),
    ("search", "検索の言葉"),
    ("department", "部署"),
    ("medium", "媒体・保存先"),
    ("importance", "重要度"),
    ("personal_data", "個人情報"),
    ("review", "見直し"),
];
/// What an export of risks tells; a risk's own fields are put into words by `risk::describe`.
const RISK: &[Label] = &[("document", "文書"), ("format", "形式"), ("count", "件数"), ("filter", "条件")];
const ASSESSMENT: &[Label] = &[
    ("name", "名前"),
    ("made_on", "評価日"),
    ("criteria", "リスク基準"),
    ("count", "リスクの件数"),
    ("document", "文書"),
    ("format", "形式"),
];
const AUDIT_LOG: &[Label] = &[("records", "件数"), ("format", "形式")];

/// Keys that say nothing to people: identifiers, counters, what the log itself tells.
pub(super) const SILENT: &[&str] = &["id", "version", "position", "created_at", "updated_at", "account"];

fn labels(entity: Entity) -> &'static [Label] {
    match entity {
        Entity::Organization => ORGANIZATION,
        Entity::Department => DEPARTMENT,
        Entity::Account => ACCOUNT,
        Entity::Membership => MEMBERSHIP,
        Entity::Invitation => INVITATION,
        Entity::Token => TOKEN,
        Entity::Import => IMPORT,
        Entity::Risk => RISK,
        Entity::Assessment => ASSESSMENT,
        Entity::AuditLog => AUDIT_LOG,
        Entity::Asset => ASSET,
    }
}

/// The words of a field; the key itself where nobody has given it words.
pub(super) fn label(entity: Entity, key: &str) -> &str {
    labels(entity).iter().find(|(known, _)| *known == key).map_or(key, |(_, words)| words)
}

/// In which order a field stands: as in the table of labels, unknown ones last.
pub(super) fn order(entity: Entity, key: &str) -> usize {
    labels(entity).iter().position(|(known, _)| *known == key).unwrap_or(usize::MAX)
}
