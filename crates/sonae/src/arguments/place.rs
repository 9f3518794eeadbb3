//! Which data a command works on: options that every command takes.

use std::path::PathBuf;

use clap::Args;

/// Which data a command works on.
#[derive(Args, Clone, Default)]
pub struct PlaceOptions {
    /// データを置くフォルダー（初期値は利用者のフォルダー。環境変数 SONAE_DATA でも指定できます）
    #[arg(long, global = true, value_name = "フォルダー", display_order = 900)]
    pub data: Option<PathBuf>,
    /// PostgreSQL のアドレス（postgres://…。環境変数 SONAE_DATABASE でも指定できます）
    #[arg(long, global = true, value_name = "アドレス", display_order = 901)]
    pub database: Option<String>,
}
