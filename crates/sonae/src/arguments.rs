//! The words of the command line. Help texts are Japanese; `usage` translates clap's own words.

mod catalog;
mod import;
mod place;
mod server;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use method::RiskCriteria;

pub use catalog::{CatalogCommand, CheckOptions, SearchOptions, ShowOptions};
pub use import::{ImportFormat, ImportOptions};
pub use place::PlaceOptions;
pub use server::{
    AccountCommand, AuditLogCommand, BackupOptions, InitOptions, OrganizationCommand, OrganizationOptions,
    RestoreOptions, ScopeOption, ServeOptions, TokenCommand, TokenCreateOptions,
};

/// Sonae（備え）
#[derive(Parser)]
#[command(
    name = "sonae",
    version,
    about = "Sonae（備え）：情報資産台帳から、リスクの評価と情報セキュリティの規程を作ります。コマンドを付けなければ、画面を開けるようにします（sonae serve）。",
    long_about = None,
    after_help = "例:\n  sonae\n  sonae assess 台帳.xlsx\n  sonae profile new\n  sonae build 台帳.xlsx --profile profile.toml --level 1 --case ransomware --out 文書\n\n各コマンドの使い方は sonae <コマンド> --help で表示します。",
    disable_help_subcommand = true
)]
pub struct Arguments {
    /// Which data.
    #[command(flatten)]
    pub place: PlaceOptions,
    /// What to do; by default [`Command::Serve`].
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// 画面を開けるようにします（コマンドを付けないときと同じ）
    #[command(
        after_help = "例:\n  sonae serve\n  sonae serve --listen 127.0.0.1:9000\n  sonae serve --listen 0.0.0.0:443 --tls-certificate 証明書.pem --tls-key 秘密鍵.pem --public-address https://sonae.example.co.jp"
    )]
    Serve(ServeOptions),
    /// 最初の組織と人を、画面を使わずに作ります
    #[command(
        after_help = "例:\n  sonae init --organization 見本商事 --person 見本花子 --email hanako@example.jp --password-stdin < パスワードのファイル"
    )]
    Init(InitOptions),
    /// データベースを、この版で使える形にします
    Migrate,
    /// すべてのデータを1つのファイルに書き出します（動かしたまま取れます）
    #[command(after_help = "例:\n  sonae backup sonae-2026-11-24.zip\n  sonae backup 最新.zip --overwrite --quiet")]
    Backup(BackupOptions),
    /// バックアップを、まだ何もない場所に戻します
    #[command(
        after_help = "例:\n  sonae restore sonae-2026-11-24.zip --data 新しいフォルダー\n  sonae restore sonae-2026-11-24.zip --database postgres://sonae@localhost/sonae"
    )]
    Restore(RestoreOptions),
    /// 置き場所・データベース・記録・バックアップなどを点検します
    Doctor,
    /// ほかのプログラムが使うトークンを扱います
    Token {
        /// What to do with it.
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// 記録（監査ログ）を扱います
    AuditLog {
        /// What to do with it.
        #[command(subcommand)]
        command: AuditLogCommand,
    },
    /// 組織（会社）を扱います
    Organization {
        /// What to do with it.
        #[command(subcommand)]
        command: OrganizationCommand,
    },
    /// アカウントを扱います
    Account {
        /// What to do with it.
        #[command(subcommand)]
        command: AccountCommand,
    },
    /// 台帳を読み、リスクを評価します
    #[command(
        after_help = "例:\n  sonae assess 台帳.xlsx\n  sonae assess 台帳.csv --criteria ipa --format json > 結果.json\n  sonae assess 台帳.xlsx --risks\n  sonae assess 台帳.xlsx --format csv --risks --out リスク.csv\n  sonae assess 台帳.xlsx --profile profile.toml --format pdf --out 報告書.pdf\n  sonae assess 台帳.xlsx --format pdf --out 報告書.pdf --overwrite"
    )]
    Assess(AssessOptions),
    /// 基本方針・対策基準・実施手順・規程・報告書・対応計画・台帳を作ります
    #[command(
        after_help = "例:\n  sonae build 台帳.xlsx --profile profile.toml --level 1 --case ransomware --out 文書\n  sonae build 台帳.xlsx --profile profile.toml --level 1 --case insider-leak --out 文書 --formats docx,pdf\n  sonae build 台帳.xlsx --profile profile.toml --level 2 --out 規程"
    )]
    Build(BuildOptions),
    /// 台帳のファイルを、画面の台帳に取り込みます（前と同じ行は変えず、ファイルにない行は消しません）
    #[command(
        after_help = "例:\n  sonae import 台帳.xlsx --dry-run\n  sonae import 台帳.xlsx\n  sonae import 台帳.csv --skip-invalid --format json > 結果.json\n  sonae import 台帳.xlsx --medium 現場端末=モバイル機器\n\n終了コード：0 取り込んだ（取り込むものがない）、1 ファイルを使えない、2 使い方の誤り"
    )]
    Import(ImportOptions),
    /// 台帳を、国のガイドラインの様式の Excel に書き出します
    #[command(after_help = "例:\n  sonae export-register 台帳.csv --out 情報資産管理台帳.xlsx")]
    ExportRegister(ExportOptions),
    /// 会社の状況（プロファイル）を扱います
    Profile {
        /// What to do with it.
        #[command(subcommand)]
        command: ProfileCommand,
    },
    /// Sonae の知識（脅威・管理策・条項など）を扱います
    Catalog {
        /// What to do with it.
        #[command(subcommand)]
        command: CatalogCommand,
    },
}

/// `sonae profile …`
#[derive(Subcommand)]
pub enum ProfileCommand {
    /// 質問に答えて、プロファイル（TOML）を作ります
    #[command(after_help = "例:\n  sonae profile new\n  sonae profile new --out 会社の状況.toml")]
    New(ProfileNewOptions),
}

/// How a register is read.
#[derive(Args)]
pub struct RegisterOptions {
    /// 情報資産台帳（.xlsx または .csv）
    #[arg(value_name = "台帳")]
    pub register: PathBuf,
    /// 使えない行を除いて続け、除いた行を表示します
    #[arg(long)]
    pub skip_invalid: bool,
    /// 評価値のものさし：0-2（2019年版の2・1・0）、words（高・中・低など）
    #[arg(long, value_name = "ものさし")]
    pub scale: Option<ScaleOption>,
    /// 読むシートの名前（自動で見つからないとき）
    #[arg(long, value_name = "シート名")]
    pub sheet: Option<String>,
    /// 台帳の媒体の書き方を、6つの媒体のどれかに結び付けます（例：現場端末=事務所PC）。何度でも書けます
    #[arg(long, value_name = "言葉=媒体", value_parser = medium_pair)]
    pub medium: Vec<(String, String)>,
    /// 会社の状況（sonae profile new で作ります）
    #[arg(long, value_name = "プロファイル")]
    pub profile: Option<PathBuf>,
    /// 途中経過と、書き出したという報告を表示しません（お知らせは表示します）
    #[arg(long, short)]
    pub quiet: bool,
}

/// `--scale`
#[derive(Clone, Copy, ValueEnum)]
pub enum ScaleOption {
    /// 2019年版の2・1・0
    #[value(name = "0-2")]
    ZeroToTwo,
    /// 高・中・低、大・中・小、H・M・L
    #[value(name = "words")]
    Words,
}

/// `sonae assess`
#[derive(Args)]
pub struct AssessOptions {
    /// The register.
    #[command(flatten)]
    pub register: RegisterOptions,
    /// リスク基準：tokyo（東京都）、ipa（IPA）、または「高の下限,中の下限」（例：6,3）
    #[arg(long, value_name = "基準", default_value = "tokyo", value_parser = criteria)]
    pub criteria: RiskCriteria,
    /// 出力の形：table、json、csv、xlsx、docx、pdf
    #[arg(long, value_name = "形", default_value = "table")]
    pub format: AssessFormat,
    /// すべてのリスク（脅威と脆弱性）を示します。csv では、リスク1件を1行にします（table と csv だけ）
    #[arg(long)]
    pub risks: bool,
    /// 書き出すファイル（xlsx・docx・pdf では必要です）
    #[arg(long, value_name = "ファイル")]
    pub out: Option<PathBuf>,
    /// 同じ名前のファイルがあれば、上書きします
    #[arg(long)]
    pub overwrite: bool,
}

/// `--format` of `sonae assess`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AssessFormat {
    /// 画面で読む表
    Table,
    /// プログラム向け
    Json,
    /// 表計算ソフト向け
    Csv,
    /// Excel の報告書
    Xlsx,
    /// Word の報告書
    Docx,
    /// PDF の報告書
    Pdf,
}

/// `sonae build`
#[derive(Args)]
pub struct BuildOptions {
    /// The register.
    #[command(flatten)]
    pub register: RegisterOptions,
    /// 作り方：1（事例から）、2（ガイドラインから）、3（93の管理策から）
    #[arg(long, value_name = "レベル", value_parser = clap::value_parser!(u8).range(1..=3))]
    pub level: u8,
    /// もとにする事例（Lv.1 のとき。sonae catalog cases で一覧）
    #[arg(long, value_name = "事例")]
    pub case: Option<String>,
    /// リスク基準：tokyo（東京都）、ipa（IPA）、または「高の下限,中の下限」（例：6,3）
    #[arg(long, value_name = "基準", default_value = "tokyo", value_parser = criteria)]
    pub criteria: RiskCriteria,
    /// 文書を入れるフォルダー
    #[arg(long, value_name = "フォルダー")]
    pub out: PathBuf,
    /// 作る形（コンマ区切り）
    #[arg(long, value_name = "形", value_delimiter = ',', default_value = "docx,pdf,xlsx")]
    pub formats: Vec<DocumentFormat>,
    /// 同じ名前のファイルがあれば、上書きします
    #[arg(long)]
    pub overwrite: bool,
}

/// `--formats` of `sonae build`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum DocumentFormat {
    /// Word
    Docx,
    /// PDF
    Pdf,
    /// Excel
    Xlsx,
    /// Webページ
    Html,
}

impl DocumentFormat {
    /// The ending of a file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
        }
    }
}

/// `sonae export-register`
#[derive(Args)]
pub struct ExportOptions {
    /// The register.
    #[command(flatten)]
    pub register: RegisterOptions,
    /// リスク基準：tokyo（東京都）、ipa（IPA）、または「高の下限,中の下限」（例：6,3）
    #[arg(long, value_name = "基準", default_value = "tokyo", value_parser = criteria)]
    pub criteria: RiskCriteria,
    /// 書き出すファイル（.xlsx）
    #[arg(long, value_name = "ファイル")]
    pub out: PathBuf,
    /// 同じ名前のファイルがあれば、上書きします
    #[arg(long)]
    pub overwrite: bool,
}

/// `sonae profile new`
#[derive(Args)]
pub struct ProfileNewOptions {
    /// 書き出すファイル
    #[arg(long, value_name = "ファイル", default_value = "profile.toml")]
    pub out: PathBuf,
    /// 同じ名前のファイルがあれば、上書きします
    #[arg(long)]
    pub overwrite: bool,
}

fn medium_pair(text: &str) -> Result<(String, String), String> {
    let (word, medium) = text.split_once('=').ok_or("「言葉=媒体」の形で書いてください（例：現場端末=事務所PC）")?;
    Ok((word.trim().to_owned(), medium.trim().to_owned()))
}

fn criteria(text: &str) -> Result<RiskCriteria, String> {
    match text {
        "tokyo" => Ok(RiskCriteria::tokyo()),
        "ipa" => Ok(RiskCriteria::ipa()),
        own => {
            let levels = own
                .split_once([',', '，'])
                .and_then(|(high, medium)| Some((high.trim().parse().ok()?, medium.trim().parse().ok()?)));
            let (high, medium) = levels.ok_or("tokyo、ipa、または「高の下限,中の下限」（例：6,3）で書いてください")?;
            RiskCriteria::own("自社", high, medium).map_err(|error| error.to_string())
        }
    }
}
