//! What headings mean: every way of naming a column that we know, in one table.

use std::collections::HashMap;

use japanese::matching_key;

/// A column of a register (or of the sheet 脅威の状況) that we understand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Column {
    Number,
    Business,
    Name,
    Remarks,
    Users,
    RiskOwner,
    Department,
    Medium,
    /// One column that says in words which kinds of personal data there are.
    PersonalDataKinds,
    Personal,
    Sensitive,
    MyNumber,
    Survival,
    Confidentiality,
    Integrity,
    Availability,
    AssetValue,
    Importance,
    Likelihood,
    RiskLevel,
    Retention,
    RegisteredOn,
    /// 想定される脅威, of the sheet 脅威の状況.
    Threat,
    /// 起こりやすさ, of the sheet 脅威の状況.
    ThreatRating,
}

impl Column {
    /// How many there are, for tables over all of them.
    pub(super) const COUNT: usize = Self::ThreatRating as usize + 1;

    /// The heading that the guideline's register uses.
    pub(crate) fn title(self) -> &'static str {
        HEADINGS.iter().find(|(column, _)| *column == self).and_then(|(_, names)| names.first()).unwrap_or(&"")
    }
}

use Column::*;

/// Column, then its names: the guideline's own first, then the others from the surest to the vaguest.
/// Where two headings of a sheet mean the same column, the surer one is it, and the other one is kept
/// as a further column of the company's own.
const HEADINGS: &[(Column, &[&str])] = &[
    (Number, &["No.", "No", "番号", "項番", "通番", "連番", "管理番号", "資産番号", "台帳番号", "ID", "資産ID", "#"]),
    (
        Business,
        &[
            "業務分類",
            "業務区分",
            "業務名",
            "業務",
            "業務種別",
            "関連業務",
            "業務プロセス",
            "分類",
            "資産分類",
            "情報分類",
            "カテゴリ",
            "カテゴリー",
            "大分類",
        ],
    ),
    (
        Name,
        &[
            "情報資産名称",
            "情報資産名",
            "情報資産の名称",
            "情報資産",
            "資産名称",
            "資産名",
            "資産の名称",
            "情報名称",
            "情報名",
            "名称",
            "情報資産の内容",
        ],
    ),
    (Remarks, &["備考", "補足", "摘要", "説明", "内容", "メモ", "コメント", "注記"]),
    (
        Users,
        &[
            "利用者範囲",
            "利用者の範囲",
            "利用範囲",
            "利用者",
            "利用部署",
            "利用部門",
            "使用者",
            "使用部署",
            "アクセス範囲",
            "アクセス権者",
            "アクセス権",
            "開示範囲",
            "閲覧範囲",
            "公開範囲",
        ],
    ),
    (
        RiskOwner,
        &["リスク所有者", "リスクオーナー", "リスク責任者", "リスクの所有者", "所有者", "オーナー", "資産所有者"],
    ),
    (
        Department,
        &[
            "管理部署",
            "管理部門",
            "管理責任部署",
            "管理責任部門",
            "管理責任者",
            "管理者",
            "管理担当者",
            "管理担当",
            "責任者",
            "所管部署",
            "主管部署",
            "担当部署",
            "担当部門",
            "部署",
            "部門",
            "担当者",
        ],
    ),
    (
        Medium,
        &[
            "媒体・保存先",
            "媒体/保存先",
            "媒体、保存先",
            "媒体及び保存先",
            "媒体保存先",
            "媒体",
            "保存媒体",
            "記録媒体",
            "媒体種別",
            "保存先",
            "保管先",
            "保存場所",
            "保管場所",
            "保管形態",
            "保存形態",
            "形態",
        ],
    ),
    (
        PersonalDataKinds,
        &["個人情報の種類", "個人情報種類", "個人情報の種別", "個人情報種別", "個人情報区分", "個人情報の区分"],
    ),
    (Personal, &["個人情報", "個人情報の有無", "個人情報有無", "個人情報を含む", "個人情報含む", "個人データ", "個人"]),
    (Sensitive, &["要配慮個人情報", "要配慮個人情報の有無", "要配慮"]),
    (
        MyNumber,
        &[
            "特定個人情報",
            "特定個人情報(マイナンバー)",
            "マイナンバー",
            "特定個人情報の有無",
            "個人番号",
            "マイナンバーの有無",
        ],
    ),
    (
        Survival,
        &[
            "存続への影響",
            "会社の存続への影響",
            "事業存続への影響",
            "存続に関わる",
            "存続を左右",
            "会社の存続",
            "事業の存続",
            "存続",
        ],
    ),
    (Confidentiality, &["機密性", "機密性(C)", "機密", "機密性評価", "機密性の評価値", "C"]),
    (Integrity, &["完全性", "完全性(I)", "完全", "完全性評価", "完全性の評価値", "I"]),
    (Availability, &["可用性", "可用性(A)", "可用", "可用性評価", "可用性の評価値", "A"]),
    (
        AssetValue,
        &["資産価値", "情報資産価値", "情報資産の価値", "資産の価値", "資産価値評価", "価値", "評価値", "評価"],
    ),
    (Importance, &["重要度", "情報資産の重要度", "重要度評価", "資産の重要度"]),
    (
        Likelihood,
        &[
            "被害発生可能性",
            "被害発生の可能性",
            "被害の発生可能性",
            "発生可能性",
            "被害可能性",
            "起こりやすさ",
            "発生確率",
        ],
    ),
    (RiskLevel, &["リスクレベル", "リスク値", "リスクの大きさ", "リスク評価値"]),
    (Retention, &["保存期限", "保存期間", "保管期限", "保管期間", "廃棄期限", "保存年限"]),
    (
        RegisteredOn,
        &[
            "登録日",
            "登録年月日",
            "更新日",
            "登録・更新日",
            "登録/更新日",
            "登録日(更新日)",
            "最終更新日",
            "記入日",
            "作成日",
            "見直し日",
            "更新年月日",
        ],
    ),
];

/// The same for the sheet 脅威の状況.
const THREAT_HEADINGS: &[(Column, &[&str])] = &[
    (Number, &["No.", "No", "番号", "項番", "#"]),
    (
        Medium,
        &["媒体・保存先", "媒体/保存先", "媒体、保存先", "媒体及び保存先", "媒体保存先", "媒体", "保存先", "保管場所"],
    ),
    (Threat, &["想定される脅威", "想定脅威", "脅威", "脅威の内容", "脅威の例", "脅威名"]),
    (
        ThreatRating,
        &[
            "起こりやすさ",
            "脅威の起こりやすさ",
            "脅威の発生頻度",
            "発生頻度",
            "脅威の状況",
            "発生可能性",
            "脅威の発生可能性",
            "対策を講じない場合の脅威の発生頻度",
            "頻度",
            "評価値",
        ],
    ),
];

/// The table turned round: what a heading means.
#[derive(Debug)]
pub(crate) struct Headings {
    /// Key of a heading to its column and how vague it is (0 is the guideline's own).
    known: HashMap<String, (Column, usize)>,
}

impl Headings {
    /// Of a register.
    pub(crate) fn of_registers() -> Self {
        Self::new(HEADINGS)
    }

    /// Of the sheet 脅威の状況.
    pub(super) fn of_threats() -> Self {
        Self::new(THREAT_HEADINGS)
    }

    fn new(table: &[(Column, &[&str])]) -> Self {
        let mut known = HashMap::new();
        for (column, names) in table {
            for (vagueness, name) in names.iter().enumerate() {
                known.entry(matching_key(name)).or_insert((*column, vagueness));
            }
        }
        Self { known }
    }

    /// What a heading means, and how vague it is. Numbers before it (①, 1.), marks behind it (※, *, 必須)
    /// and remarks in brackets do not matter, unless the whole is a name of its own.
    pub(crate) fn meaning(&self, heading: &str) -> Option<(Column, usize)> {
        let key = matching_key(heading);
        if key.is_empty() || key.chars().count() > 40 {
            return None;
        }
        let bare = without_brackets(&key);
        let undecorated = undecorated(&bare);
        [key.as_str(), bare.as_str(), undecorated].into_iter().find_map(|key| self.known.get(key)).copied()
    }
}

/// The guideline's headings that a register must have, for messages.
pub(super) const REQUIRED: &str = "情報資産名称、媒体・保存先、機密性・完全性・可用性（または資産価値）";

/// `機密性(3・2・1)` becomes `機密性`.
fn without_brackets(key: &str) -> String {
    let mut depth = 0usize;
    let mut kept = String::with_capacity(key.len());
    for character in key.chars() {
        match character {
            '(' | '[' | '【' | '〔' | '<' | '〈' | '「' => depth += 1,
            ')' | ']' | '】' | '〕' | '>' | '〉' | '」' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}

/// `1.業務分類※` becomes `業務分類`.
fn undecorated(key: &str) -> &str {
    let numbers =
        |character: char| character.is_ascii_digit() || matches!(character, '.' | ',' | '、' | ':' | '-' | '_');
    let marks =
        |character: char| matches!(character, '※' | '*' | '★' | '☆' | ':' | '.' | '。' | '、' | '▼' | '▽' | '↓');
    key.trim_start_matches(marks).trim_start_matches(numbers).trim_end_matches("必須").trim_end_matches(marks)
}
