//! Options of the commands that run and keep the application.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// `sonae serve`
#[derive(Args, Default)]
pub struct ServeOptions {
    /// 受け付けるアドレスとポート（初期値：127.0.0.1:8080、ふさがっていれば次の空き）
    #[arg(long, value_name = "アドレス:ポート")]
    pub listen: Option<String>,
    /// 利用者がブラウザーに入れるアドレス（例：https://sonae.example.co.jp）
    #[arg(long, value_name = "アドレス")]
    pub public_address: Option<String>,
    /// TLS の証明書（PEM）
    #[arg(long, value_name = "ファイル", requires = "tls_key")]
    pub tls_certificate: Option<PathBuf>,
    /// TLS の秘密鍵（PEM）
    #[arg(long, value_name = "ファイル", requires = "tls_certificate")]
    pub tls_key: Option<PathBuf>,
    /// 前に置いたリバースプロキシーを信じます（TLS はプロキシーが受け持ちます）
    #[arg(long)]
    pub behind_proxy: bool,
    /// 記録の細かさ：error、warn、info、debug、trace（環境変数 SONAE_LOG でも指定できます）
    #[arg(long, value_name = "細かさ")]
    pub log: Option<String>,
}

/// `sonae init`
#[derive(Args)]
pub struct InitOptions {
    /// 組織名
    #[arg(long, value_name = "組織名")]
    pub organization: String,
    /// 最初の人の氏名（情報セキュリティ責任者になります）
    #[arg(long, value_name = "氏名")]
    pub person: String,
    /// 最初の人のメールアドレス
    #[arg(long, value_name = "アドレス")]
    pub email: String,
    /// パスワードを標準入力の1行目から読みます
    #[arg(long, required = true)]
    pub password_stdin: bool,
}

/// `sonae backup`
#[derive(Args)]
pub struct BackupOptions {
    /// 書き出すファイル（.zip）
    #[arg(value_name = "ファイル")]
    pub file: PathBuf,
    /// 同じ名前のファイルがあれば、上書きします
    #[arg(long)]
    pub overwrite: bool,
    /// 途中経過と結果を表示しません
    #[arg(long, short)]
    pub quiet: bool,
}

/// `sonae restore`
#[derive(Args)]
pub struct RestoreOptions {
    /// sonae backup で作ったファイル
    #[arg(value_name = "ファイル")]
    pub file: PathBuf,
    /// 記録（監査ログ）の壊れたバックアップも、承知のうえで復元します
    #[arg(long)]
    pub accept_broken_log: bool,
    /// 途中経過と結果を表示しません
    #[arg(long, short)]
    pub quiet: bool,
}

/// `sonae token …`
#[derive(Subcommand)]
pub enum TokenCommand {
    /// トークンを作り、一度だけ表示します
    #[command(
        after_help = "例:\n  sonae token create --email hanako@example.jp --name 在庫システム\n  sonae token create --email hanako@example.jp --name 集計 --scope read --days 30"
    )]
    Create(TokenCreateOptions),
    /// トークンの一覧を表示します
    List(OrganizationOptions),
    /// トークンを使えなくします
    Revoke(TokenRevokeOptions),
}

/// `sonae token create`
#[derive(Args)]
pub struct TokenCreateOptions {
    /// だれのトークンか（その人の役割でできることだけができます）
    #[arg(long, value_name = "アドレス")]
    pub email: String,
    /// 何に使うか
    #[arg(long, value_name = "名前")]
    pub name: String,
    /// できること：read（読むだけ）、write（読み書き）
    #[arg(long, value_name = "範囲", default_value = "read")]
    pub scope: ScopeOption,
    /// 使える日数
    #[arg(long, value_name = "日数", default_value_t = app::token::USUAL_DAYS)]
    pub days: u32,
    /// Which organization.
    #[command(flatten)]
    pub organization: OrganizationOptions,
}

/// `sonae token revoke`
#[derive(Args)]
pub struct TokenRevokeOptions {
    /// トークンの番号（sonae token list で表示します）
    #[arg(value_name = "番号")]
    pub id: String,
    /// Which organization.
    #[command(flatten)]
    pub organization: OrganizationOptions,
}

/// `--scope`
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ScopeOption {
    /// 読むだけ
    Read,
    /// 読み書き
    Write,
}

/// Which organization, where there are several.
#[derive(Args, Clone, Default)]
pub struct OrganizationOptions {
    /// 組織名（いくつかの組織があるとき）
    #[arg(long, value_name = "組織名")]
    pub organization: Option<String>,
}

/// `sonae audit-log …`
#[derive(Subcommand)]
pub enum AuditLogCommand {
    /// 書き換え、抜け、入れ替え、追加がないかを確かめます（なければ終了コード0、あれば1）
    #[command(
        after_help = "組織を指定しなければ、すべての組織の記録を確かめます。\n\n例:\n  sonae audit-log verify\n  sonae audit-log verify --organization 見本商事"
    )]
    Verify(OrganizationOptions),
}

/// `sonae account …`
#[derive(Subcommand)]
pub enum AccountCommand {
    /// すべてのアカウントと、その組織・役割を表示します
    List,
    /// アカウントを止めます（すべての組織でサインインできなくなります）
    Disable(AccountOptions),
    /// 止めたアカウントを、また使えるようにします
    Enable(AccountOptions),
    /// 2段階認証・パスキー・回復コードを外します（端末をなくしたとき）
    ResetSecondFactor(AccountOptions),
    /// 新しいパスワードにします（本人が忘れたとき）
    #[command(
        after_help = "例:\n  sonae account reset-password --email hanako@example.jp --password-stdin < 新しいパスワード.txt"
    )]
    ResetPassword(ResetPasswordOptions),
}

/// `sonae account reset-password`
#[derive(Args)]
pub struct ResetPasswordOptions {
    /// メールアドレス
    #[arg(long, value_name = "アドレス")]
    pub email: String,
    /// 新しいパスワードを標準入力の1行目から読みます
    #[arg(long, required = true)]
    pub password_stdin: bool,
}

/// Which account.
#[derive(Args)]
pub struct AccountOptions {
    /// メールアドレス
    #[arg(long, value_name = "アドレス")]
    pub email: String,
}
