//! Words with a fixed meaning, for the description: which there are, and what they say.

use std::borrow::Cow;

use app::Permission;
use app::asset::{Review, Sort};
use app::audit_log::{Entity, Event};
use app::invitation::State as Stage;
use app::token::TokenScope;
use method::Medium;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// One of some words, with their Japanese meanings.
fn one_of(title: &str, words: impl IntoIterator<Item = (&'static str, &'static str)>) -> RefOr<Schema> {
    let words: Vec<_> = words.into_iter().collect();
    let meanings: Vec<String> = words.iter().map(|(word, meaning)| format!("`{word}` {meaning}")).collect();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(words.iter().map(|(word, _)| *word)))
        .description(Some(format!("{title}：{}", meanings.join("、"))))
        .build()
        .into()
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident as $called:literal = $title:literal, $words:expr;)*) => {$(
        $(#[$doc])*
        pub struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                one_of($title, $words)
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($called)
            }
        }
    )*

        /// Every one of them by its name: parameters point to them, and bring none along themselves.
        pub(super) fn schemas() -> Vec<(Cow<'static, str>, RefOr<Schema>)> {
            vec![$(($name::name(), $name::schema())),*]
        }
    };
}

mod risk;

pub(super) use risk::{
    ApprovalFilterWord, ApprovalWord, BandWord, ControlStatusWord, KindWord, OriginWord, RelationWord, RiskSortWord,
    SourceWord, TaskStatusWord, TreatmentWord, kind_id, relation_id, source_id,
};

words! {
    /// 媒体・保存先
    MediumWord as "Medium" = "媒体・保存先", Medium::ALL.map(|medium| (medium.id(), medium.title()));
    /// 見直し予定日
    ReviewWord as "Review" = "見直し予定日による絞り込み", Review::ALL.map(|review| (review.id(), review.title()));
    /// By what the register is sorted.
    SortWord as "AssetSort" = "並べ方", Sort::ALL.map(|sort| (sort.id(), sort_title(sort)));
    /// 役割
    RoleWord as "Role" = "役割", app::Role::ALL.map(|role| (role.id(), role.title()));
    /// What a record is about.
    EntityWord as "AuditEntity" = "何の記録か", Entity::ALL.map(|entity| (entity.id(), entity.title()));
    /// What happened.
    EventWord as "AuditEvent" = "何が起きたか", Event::ALL.map(|event| (event.id(), event.title()));
    /// 権限
    PermissionWord as "Permission" = "できること",
        Permission::ALL.map(|permission| (permission_id(permission), permission_title(permission)));
    /// What has become of an invitation.
    InvitationWord as "InvitationState" = "招待の今の状態",
        [Stage::Waiting, Stage::Accepted, Stage::Expired, Stage::Revoked].map(|stage| (stage_id(stage), stage.title()));
    /// How much a token may do.
    ScopeWord as "TokenScope" = "トークンでできること",
        [TokenScope::Read, TokenScope::Write].map(|scope| (scope.id(), scope.title()));
}

const fn sort_title(sort: Sort) -> &'static str {
    match sort {
        Sort::Position => "台帳の順",
        Sort::Name => "ふりがな（なければ名称）の順",
        Sort::Importance => "重要度の順",
        Sort::Updated => "最後に変えた順",
        Sort::Review => "見直し予定日の順",
    }
}

/// The words of risks by their names.
pub(super) fn risk_schemas() -> Vec<(Cow<'static, str>, RefOr<Schema>)> {
    risk::schemas()
}

/// The word of a permission.
pub(super) const fn permission_id(permission: Permission) -> &'static str {
    match permission {
        Permission::ReadAssets => "read-assets",
        Permission::EditAssets => "edit-assets",
        Permission::ImportAssets => "import-assets",
        Permission::ReadRisks => "read-risks",
        Permission::EditRisks => "edit-risks",
        Permission::AcceptRisk => "accept-risk",
        Permission::ReadOrganization => "read-organization",
        Permission::EditOrganization => "edit-organization",
        Permission::ReadPeople => "read-people",
        Permission::ManagePeople => "manage-people",
        Permission::ReadAuditLog => "read-audit-log",
        Permission::UndoChange => "undo-change",
        Permission::UseApi => "use-api",
    }
}

const fn permission_title(permission: Permission) -> &'static str {
    match permission {
        Permission::ReadAssets => "台帳を読む",
        Permission::EditAssets => "情報資産を変える",
        Permission::ImportAssets => "台帳を取り込む",
        Permission::ReadRisks => "リスクを見る",
        Permission::EditRisks => "リスクを変える",
        Permission::AcceptRisk => "自分が所有者のリスクを承認する",
        Permission::ReadOrganization => "組織の情報を読む",
        Permission::EditOrganization => "組織の情報を変える",
        Permission::ReadPeople => "人と役割を見る",
        Permission::ManagePeople => "人を招待し、役割を付け外しする",
        Permission::ReadAuditLog => "監査ログを読む",
        Permission::UndoChange => "変更を取り消す",
        Permission::UseApi => "この API を使う",
    }
}

/// The word of what has become of an invitation.
pub(super) const fn stage_id(stage: Stage) -> &'static str {
    match stage {
        Stage::Waiting => "waiting",
        Stage::Accepted => "accepted",
        Stage::Expired => "expired",
        Stage::Revoked => "revoked",
    }
}
