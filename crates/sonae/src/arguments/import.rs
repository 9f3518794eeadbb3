//! The words of `sonae import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{OrganizationOptions, ScaleOption, medium_pair};

/// `sonae import`
#[derive(Args)]
pub struct ImportOptions {
    /// 取り込む台帳（.xlsx または .csv、20MBまで）
    #[arg(value_name = "台帳")]
    pub register: PathBuf,
    /// 何がどう変わるかを表示するだけで、何も書き込みません
    #[arg(long)]
    pub dry_run: bool,
    /// 使えない行を除いて取り込み、除いた行を表示します
    #[arg(long)]
    pub skip_invalid: bool,
    /// 評価値のものさし：0-2（2019年版の2・1・0）、words（高・中・低など）
    #[arg(long, value_name = "ものさし")]
    pub scale: Option<ScaleOption>,
    /// 読むシートの名前（自動で見つからないとき）
    #[arg(long, value_name = "シート名")]
    pub sheet: Option<String>,
    /// 台帳の媒体の書き方を、6つの媒体のどれかに結び付けます（例：現場端末=事務所PC）。取り込むと会社の言葉として覚えます
    #[arg(long, value_name = "言葉=媒体", value_parser = medium_pair)]
    pub medium: Vec<(String, String)>,
    /// Into which organization.
    #[command(flatten)]
    pub organization: OrganizationOptions,
    /// 出力の形：table、json
    #[arg(long, value_name = "形", default_value = "table")]
    pub format: ImportFormat,
    /// 途中経過を表示しません
    #[arg(long, short)]
    pub quiet: bool,
}

/// `--format` of `sonae import`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// 画面で読む形
    Table,
    /// プログラム向け
    Json,
}
