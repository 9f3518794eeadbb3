//! The sheet 利用方法 of a written register: how to fill it in, in our own words.

use method::{Band, RiskCriteria};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::{
    lines::lines_of,
    style::{Styles, toned},
};

const STEPS: [&str; 6] = [
    "「情報資産管理台帳」のシートに、会社で使う情報を1行に1つずつ書きます。書くのは情報そのもので、PC や棚ではありません。",
    "同じ情報が紙とデータの両方にあるときは、2行に分けます。置き場所によって、起こる事故が違うからです。",
    "「媒体・保存先」は一覧から選びます。「人事担当者のPC」のように、会社の言い方で書いても構いません。",
    "個人情報を含むときは、種類の欄に「有」を選びます。含まないときは空欄のままにします。",
    "「評価値」の3つの欄には、下の表を見ながら 3・2・1 のどれかを入れます。迷ったら大きいほうにします。",
    "灰色の欄は計算で決まるので、書き込みません。年に1回、または仕事のやり方が変わったときに見直し、登録日を直します。",
];

const RATINGS: [[&str; 4]; 3] = [
    [
        "3",
        "漏れると、法律や契約の責任を問われる、取引先やお客様に大きな迷惑をかける、または会社の強みを失う",
        "書き換わると、法律の責任を問われる、または会社や取引先に深刻な損害が出る",
        "使えないと、会社が立ち行かなくなる、またはお客様や取引先の仕事まで止まる",
    ],
    [
        "2",
        "漏れると、値引きや失注など、自社の商売に大きく響く",
        "間違いがあると、作り直しや訂正など、自社の仕事に大きく響く",
        "何日か使えないと、納期や受注など、自社の仕事に大きく響く",
    ],
    [
        "1",
        "誰に見られても、ほとんど困らない",
        "間違いがあっても、ほとんど困らない",
        "しばらく使えなくても、ほとんど困らない",
    ],
];

const RULES: [&str; 4] = [
    "重要度：個人情報の種類に1つでも「有」があれば 3。なければ、機密性・完全性・可用性のうち最も大きい値。",
    "事故が会社の存続に関わる情報は、3つの評価値のどれかを 3 にします。",
    "被害発生可能性：3 いつ被害が起きてもおかしくない、2 年に数回ほど起こりうる、1 ふつうは起きない。",
    "リスクレベル：重要度 × 被害発生可能性（1〜9）。",
];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, criteria: &RiskCriteria, styles: &Styles) -> Result<(), XlsxError> {
    sheet.set_name("利用方法")?;
    for (column, width) in [(0, 6.0), (1, 40.0), (2, 40.0), (3, 40.0)] {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(0, 0, "この台帳の使い方", &styles.title)?;
    let mut row = 2;
    for (number, step) in (1u32..).zip(STEPS) {
        sheet.write_number_with_format(row, 0, number, &styles.number)?;
        sentence(sheet, row, 1, step, &styles.plain)?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, "評価値の付け方", &styles.section)?;
    row += 1;
    for (column, heading) in
        (0u16..).zip(["値", "機密性（漏れたら）", "完全性（書き換わったら）", "可用性（使えなくなったら）"])
    {
        sheet.write_string_with_format(row, column, heading, &styles.head)?;
    }
    row += 1;
    for [value, texts @ ..] in RATINGS {
        sheet.write_string_with_format(row, 0, value, &styles.center)?;
        for (column, text) in (1u16..).zip(texts) {
            sheet.write_string_with_format(row, column, text, &styles.text)?;
        }
        sheet.set_row_height(row, 36)?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, "計算のきまり", &styles.section)?;
    row += 1;
    for rule in RULES {
        sentence(sheet, row, 0, rule, &styles.plain)?;
        row += 1;
    }
    row += 1;
    let heading = format!("リスクレベルの段階（{}の基準）", criteria.name());
    sheet.write_string_with_format(row, 0, heading, &styles.section)?;
    row += 1;
    for band in Band::WORST_FIRST {
        let levels: Vec<_> = criteria.levels(band).iter().map(ToString::to_string).collect();
        let cell = toned(band.into()).merge(&styles.center);
        sheet.write_string_with_format(row, 0, band.title(), &cell)?;
        let text = format!("リスクレベル {}：{}", levels.join("・"), band.meaning());
        sheet.write_string_with_format(row, 1, text, &styles.text)?;
        sheet.set_row_height(row, 18)?;
        row += 1;
    }
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// A sentence over the columns from `first` to the last.
fn sentence(sheet: &mut Worksheet, row: u32, first: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.merge_range(row, first, row, 3, text, format)?;
    // Merged cells do not grow by themselves.
    let width = if first == 0 { 128.0 } else { 122.0 };
    sheet.set_row_height(row, 4 + 14 * lines_of(text, width))?;
    Ok(())
}
