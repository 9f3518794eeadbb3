//! An invitation as the API shows it.

use app::InvitationId;
use app::invitation::{Delivery, Invitation, Issued, send};
use serde::Serialize;
use utoipa::ToSchema;

use crate::State;
use crate::api::department::DepartmentBody;
use crate::api::moment::Moment;
use crate::api::word::{InvitationWord, RoleWord, stage_id};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Invitation, description = "招待。")]
pub(super) struct InvitationBody {
    /// 招待の id
    #[schema(value_type = String, format = Uuid)]
    id: InvitationId,
    /// 招待した人のメールアドレス
    email: String,
    /// 役割
    #[schema(value_type = RoleWord)]
    role: &'static str,
    /// どの部署のためか。会社全体のための役割では null です。
    department: Option<DepartmentBody>,
    /// 今の状態
    #[schema(value_type = InvitationWord)]
    state: &'static str,
    /// 招待した人の氏名
    invited_by: String,
    /// 招待した日時
    created_at: Moment,
    /// リンクの期限
    expires_at: Moment,
    /// 受け入れられた日時
    accepted_at: Option<Moment>,
    /// 取り消された日時
    revoked_at: Option<Moment>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IssuedInvitation, description = "できたばかりの招待。リンクを受け取れるのは、このときだけです。")]
pub(super) struct IssuedBody {
    /// 招待
    invitation: InvitationBody,
    /// 招待のリンク。一度だけ使えます。本人だけに伝えてください。
    link: String,
    /// メール：`sent` 送った、`not-configured` メールの設定がない、`failed` 送れなかった
    delivery: &'static str,
    /// 次にすること
    message: &'static str,
}

impl From<Invitation> for InvitationBody {
    fn from(invitation: Invitation) -> Self {
        Self {
            id: invitation.id,
            email: invitation.email,
            role: invitation.role.id(),
            department: invitation.department.map(DepartmentBody::from),
            state: stage_id(invitation.state),
            invited_by: invitation.invited_by,
            created_at: invitation.created_at.into(),
            expires_at: invitation.expires_at.into(),
            accepted_at: invitation.accepted_at.map(Moment::from),
            revoked_at: invitation.revoked_at.map(Moment::from),
        }
    }
}

/// Mails the link where mail is configured, and answers it.
pub(super) async fn handed_over(state: &State, issued: Issued) -> IssuedBody {
    let link = format!("{}/invitations/{}", state.settings.public_address, issued.secret.reveal());
    let delivery = send(&state.mailer, &issued, &link).await;
    let word = match delivery {
        Delivery::NotConfigured => "not-configured",
        Delivery::Sent => "sent",
        Delivery::Failed => "failed",
    };
    IssuedBody { invitation: issued.invitation.into(), link, delivery: word, message: delivery.explanation() }
}
