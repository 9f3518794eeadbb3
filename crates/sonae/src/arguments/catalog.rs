//! `sonae catalog …`

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `sonae catalog …`
#[derive(Subcommand)]
pub enum CatalogCommand {
    /// 知識の件数と、直すべき点、まだないものを表示します
    #[command(after_help = "例:\n  sonae catalog check\n  sonae catalog check --folder catalog")]
    Check(CheckOptions),
    /// id の項目と、つながっている項目を表示します
    #[command(
        after_help = "例:\n  sonae catalog show SW-21\n  sonae catalog show ransomware.backup-taking\n  sonae catalog show self-check.01"
    )]
    Show(ShowOptions),
    /// 言葉で項目を探します。いくつも書くと、すべてを含むものを探します
    #[command(after_help = "例:\n  sonae catalog search バックアップ\n  sonae catalog search ぜいじゃくせい 更新")]
    Search(SearchOptions),
    /// Lv.1 で使える事例を表示します
    Cases,
    /// リスクを要素に分けた例を、5つの関係のどれになるかとともに表示します
    Examples,
}

/// `sonae catalog check`
#[derive(Args)]
pub struct CheckOptions {
    /// 組み込みの知識でなく、書いている途中の catalog フォルダーを確かめます（作り直さずに確かめられます）
    #[arg(long, value_name = "フォルダー")]
    pub folder: Option<PathBuf>,
}

/// `sonae catalog show`
#[derive(Args)]
pub struct ShowOptions {
    /// 項目の id（例：SW-21、5.1、office-pc.ransomware、self-check.01）
    #[arg(value_name = "id")]
    pub id: String,
}

/// `sonae catalog search`
#[derive(Args)]
pub struct SearchOptions {
    /// 探す言葉。ひらがな・カタカナ・漢字、全角・半角、送りがなの違いは問いません
    #[arg(value_name = "言葉", required = true)]
    pub words: Vec<String>,
    /// 表示する件数（1以上）
    #[arg(long, value_name = "件数", default_value_t = 20, value_parser = limit, allow_negative_numbers = true)]
    pub limit: usize,
}

fn limit(text: &str) -> Result<usize, &'static str> {
    let limit = text.trim().parse::<usize>().ok().filter(|limit| *limit > 0);
    limit.ok_or("1以上の整数を半角で書いてください（例：50）。")
}
