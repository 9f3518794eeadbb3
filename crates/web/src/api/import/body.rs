//! An import and its preview as the API shows them.

use app::asset::import::{
    Counts, Hindrance, Import, Preview, Problem as Found, Reading, Scale, Seen, Severity, UnknownMedium, scale_id,
};
use app::{ImportId, JobId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::moment::Moment;
use crate::api::word::MediumWord;

#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[schema(as = RatingScale, description = "評価値の書き方：`0-2` 2・1・0（2019年版）、`words` 高・中・低などの言葉。null は 3・2・1 です。")]
pub(super) enum ScaleWord {
    #[serde(rename = "0-2")]
    ZeroToTwo,
    #[serde(rename = "words")]
    Words,
}

impl From<ScaleWord> for Scale {
    fn from(word: ScaleWord) -> Self {
        match word {
            ScaleWord::ZeroToTwo => Self::ZeroToTwo,
            ScaleWord::Words => Self::Words,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Import, description = "送られた台帳。台帳に取り込むまで、3日のあいだ取っておかれます。")]
pub(super) struct ImportBody {
    /// 取り込みの id
    #[schema(value_type = String, format = Uuid)]
    id: ImportId,
    /// ファイルの名前
    name: String,
    /// 貼り付けたセルか
    pasted: bool,
    /// 評価値の書き方
    #[schema(value_type = Option<ScaleWord>)]
    scale: Option<&'static str>,
    /// 読むシート。null のときは、自動で見つけます。
    sheet: Option<String>,
    /// 送られた日時
    created_at: Moment,
    /// この日時に消えます
    expires_at: Moment,
    /// すべて取り込まれたか
    applied: bool,
    /// 取り込んでいる処理、または最後に取り込んだ処理の id
    #[schema(value_type = Option<String>, format = Uuid)]
    job_id: Option<JobId>,
}

impl From<&Import> for ImportBody {
    fn from(import: &Import) -> Self {
        Self {
            id: import.id,
            name: import.name.clone(),
            pasted: import.pasted,
            scale: import.options.scale.map(scale_id),
            sheet: import.options.sheet.clone(),
            created_at: import.created_at.into(),
            expires_at: import.expires_at.into(),
            applied: import.applied,
            job_id: import.job,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportPreview, description = "取り込むと台帳がどうなるか。まだ何も書き込まれていません。")]
pub(super) struct SeenBody {
    /// 送られたもの
    import: ImportBody,
    /// 今の状態：`ready` 取り込める、`hindered` このままでは読めない、`applying` 取り込み中、`applied` 取り込み済み
    state: &'static str,
    /// 読めないときの理由と、すること。ほかのときは空です。
    hindrance: String,
    /// 何がどれだけ変わるか。`ready` のときだけあります。
    preview: Option<PreviewBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportSummary, description = "取り込むと何がどれだけ変わるか。1行ずつは `lines`、`problems`、`missing` で受け取ります。")]
struct PreviewBody {
    /// 読んだシート。CSV では空です。
    sheet: String,
    /// 行の種類ごとの件数
    counts: CountsBody,
    /// 会社の列として残す、Sonae の知らない列
    kept_columns: Vec<String>,
    /// 6つの媒体のどれか分からない言葉。`PUT …/options` の `media` で教えられます。
    unknown_media: Vec<UnknownBody>,
    /// 読み方について知っておくこと
    notes: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportCounts, description = "行の種類ごとの件数。")]
struct CountsBody {
    /// 新規
    new: u64,
    /// 変更
    changed: u64,
    /// 変更なし
    unchanged: u64,
    /// 使えない行
    unusable: u64,
    /// 台帳にあって、ファイルにない情報資産。取り込んでも残ります。
    missing: u64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UnknownMedium, description = "どの媒体か分からない言葉1つ。")]
struct UnknownBody {
    /// 台帳での書き方
    words: String,
    /// その言葉のある行の数
    lines: u32,
    /// 考えられる媒体。なければ空です。
    #[schema(value_type = Vec<MediumWord>)]
    candidates: Vec<&'static str>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportProblem, description = "使えないセル1つ。")]
pub(super) struct FoundBody {
    /// 行。Excel と同じ数え方です。
    row: u32,
    /// 列の見出し。行全体のときは空です。
    column: String,
    /// セル。例：K8
    cell: String,
    /// 書いてある値
    value: String,
    /// どんな値なら使えるか
    expected: String,
    /// 何が悪くて、どうすればよいか
    message: String,
}

impl From<&Found> for FoundBody {
    fn from(found: &Found) -> Self {
        Self {
            row: found.row,
            column: found.column.clone(),
            cell: found.cell.clone(),
            value: found.value.clone(),
            expected: found.expected.clone(),
            message: found.message.clone(),
        }
    }
}

impl From<&UnknownMedium> for UnknownBody {
    fn from(unknown: &UnknownMedium) -> Self {
        let candidates = unknown.candidates.iter().map(|medium| medium.id()).collect();
        Self { words: unknown.words.clone(), lines: unknown.lines, candidates }
    }
}

impl From<&Preview> for PreviewBody {
    fn from(preview: &Preview) -> Self {
        let Counts { new, changed, unchanged, unusable, missing } = preview.counts;
        let notes = preview.notes.iter().filter(|note| note.severity == Severity::Note);
        Self {
            sheet: preview.sheet.clone(),
            counts: CountsBody { new, changed, unchanged, unusable, missing },
            kept_columns: preview.kept_columns.clone(),
            unknown_media: preview.unknown_media.iter().map(UnknownBody::from).collect(),
            notes: notes.map(|note| note.message.clone()).collect(),
        }
    }
}

impl From<&Seen> for SeenBody {
    fn from(seen: &Seen) -> Self {
        let body = |state| Self { import: (&seen.import).into(), state, hindrance: String::new(), preview: None };
        match &seen.reading {
            Reading::Ready(preview) => Self { preview: Some((&**preview).into()), ..body("ready") },
            Reading::Hindered(hindrance) => Self { hindrance: words(hindrance), ..body("hindered") },
            Reading::Applying(_) => body("applying"),
            Reading::Applied => body("applied"),
        }
    }
}

/// What hinders, said to a program: it changes how the register is read by `PUT …/options`.
pub(super) fn words(hindrance: &Hindrance) -> String {
    match hindrance {
        Hindrance::Scale { seems, .. } => {
            let (looks, scale) = match seems {
                Some(Scale::ZeroToTwo) => ("2・1・0", "\"0-2\""),
                Some(Scale::Words) => ("高・中・低などの言葉", "\"words\""),
                None => ("3・2・1の数字", "null"),
            };
            format!(
                "評価値は、{looks}で書かれているようです。そのとおりなら、読み方（options）の scale を {scale} にしてください。違うときは、台帳を直してください。"
            )
        }
        other => other.message().to_owned(),
    }
}

/// What stands for the preview as a whole: it is sent back with the decision.
pub(super) fn mark(seen: &Seen) -> String {
    match &seen.reading {
        Reading::Ready(preview) => preview.fingerprint.clone(),
        Reading::Hindered(_) => "hindered".to_owned(),
        Reading::Applying(_) => "applying".to_owned(),
        Reading::Applied => "applied".to_owned(),
    }
}
