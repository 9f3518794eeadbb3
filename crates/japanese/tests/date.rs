//! Dates in every form that registers use.

#![allow(clippy::unwrap_used, clippy::panic)]

use japanese::{DateError, format_date, parse_date};
use jiff::{ToSpan, civil::date};
use proptest::prelude::*;

#[test]
fn every_form_of_the_same_day() {
    for text in [
        "2025/4/1",
        "2025/04/01",
        "2025-04-01",
        "2025.4.1",
        "2025年4月1日",
        "２０２５年４月１日",
        "２０２５／４／１",
        " 2025/4/1 ",
        "2025年 4月 1日",
        "2025/4/1 0:00",
        "2025/4/1 9:30:00",
        "2025-04-01T00:00:00",
        "2025-04-01T00:00:00.000",
        "令和7年4月1日",
        "令和７年４月１日",
        "令和 7年 4月 1日",
        "㋿7年4月1日",
        "R7.4.1",
        "R07.04.01",
        "r7/4/1",
        "Ｒ７．４．１",
        "R7-4-1",
        "令和7.4.1",
    ] {
        assert_eq!(parse_date(text), Ok(date(2025, 4, 1)), "{text}");
    }
}

#[test]
fn the_edges_of_the_eras() {
    for (text, day) in [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R1.5.1", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("H31.4.30", date(2019, 4, 30)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("S64.1.7", date(1989, 1, 7)),
        ("昭和元年12月25日", date(1926, 12, 25)),
        ("大正15年12月25日", date(1926, 12, 25)),
        ("大正元年7月30日", date(1912, 7, 30)),
        ("M45.7.30", date(1912, 7, 30)),
        ("明治6年1月1日", date(1873, 1, 1)),
    ] {
        assert_eq!(parse_date(text), Ok(day), "{text}");
    }
}

#[test]
fn days_outside_their_era_are_told_their_right_name() {
    for (text, why) in [
        ("令和元年4月30日", "令和は2019年5月1日からです。この日は平成31年4月30日です"),
        ("平成37年4月1日", "平成は2019年4月30日までです。この日は令和7年4月1日です"),
        ("平成31年5月1日", "平成は2019年4月30日までです。この日は令和元年5月1日です"),
        ("S64.1.8", "昭和は1989年1月7日までです。この日は平成元年1月8日です"),
        ("H1.1.7", "平成は1989年1月8日からです。この日は昭和64年1月7日です"),
        ("明治5年12月31日", "明治は1873年1月1日からです"),
    ] {
        let Err(DateError::OutsideEra { why: told, .. }) = parse_date(text) else { panic!("{text}") };
        assert_eq!(told, why, "{text}");
        assert!(parse_date(text).unwrap_err().to_string().contains(text));
    }
}

#[test]
fn what_is_no_date_says_so() {
    for text in [
        "",
        "未定",
        "2025",
        "2025/4",
        "25/4/1",
        "4/1",
        "2025/4/1/1",
        "2025年4月",
        "令和7年",
        "令和0年1月1日",
        "X7.4.1",
        "2025/4/1日",
        "20250401",
        "2025//1",
        "+2025/4/1",
        "2025/-4/1",
        "元年4月1日",
        "12025/4/1",
        "令和2025年4月1日",
        "2025/4.1",
        "R7年4月1",
        "1e3/4/1",
        "令和元/五/一",
        "2025/4/1 朝",
    ] {
        assert_eq!(parse_date(text), Err(DateError::Form(text.trim().into())), "{text}");
    }
    for text in ["2025/2/29", "2025/4/31", "2025年13月1日", "令和7年4月31日", "2025/0/1", "2025/1/0", "R7.99.1"]
    {
        assert_eq!(parse_date(text), Err(DateError::NoSuchDay(text.into())), "{text}");
    }
    assert_eq!(parse_date("2024/2/29"), Ok(date(2024, 2, 29)));
}

proptest! {
    /// Every day since 1873 comes back from every way of writing it.
    #[test]
    fn days_come_back(days in 0i64..84_000) {
        let day = date(1873, 1, 1).checked_add(days.days()).unwrap();
        let (year, month, number) = (day.year(), day.month(), day.day());
        prop_assert_eq!(parse_date(&format_date(day)), Ok(day));
        prop_assert_eq!(parse_date(&day.to_string()), Ok(day));
        prop_assert_eq!(parse_date(&format!("{year}.{month}.{number}")), Ok(day));
        let eras = [("令和", "R", 2018, date(2019, 5, 1)), ("平成", "H", 1988, date(1989, 1, 8)),
            ("昭和", "S", 1925, date(1926, 12, 25)), ("大正", "T", 1911, date(1912, 7, 30)),
            ("明治", "M", 1867, date(1873, 1, 1))];
        let (name, letter, before, _) = *eras.iter().find(|era| era.3 <= day).unwrap();
        let year = year - before;
        prop_assert_eq!(parse_date(&format!("{name}{year}年{month}月{number}日")), Ok(day));
        prop_assert_eq!(parse_date(&format!("{letter}{year}.{month}.{number}")), Ok(day));
    }

    /// Whatever is typed: an answer, never a panic; and what is read is written in the text.
    #[test]
    fn any_text_gets_an_answer(text in r"\PC{0,12}|[令和平成昭和RHSrhs元0-9０-９年月日/.\- ]{0,14}") {
        let _ = parse_date(&text).map_err(|problem| problem.to_string());
    }
}
