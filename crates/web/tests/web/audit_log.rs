//! 記録: the list, one record, undoing, verifying, export.

use app::asset::{self, Input};
use app::audit_log::{self, Filter, Place};
use app::risk::{Input as RiskInput, edit, find};
use app::treatment::{Acceptance, approve};
use app::{Permission, RiskId, Role};
use axum::http::{StatusCode, header};

use crate::browser::Browser;
use crate::risk::asset as add_asset;
use crate::treatment::{catalog, reduced};

/// An asset that was added and changed; answers the number of the change's record.
async fn with_changes() -> (Browser, i64) {
    let browser = Browser::signed_in().await;
    let officer = &browser.company.officer;
    let input = |remarks: &str| Input {
        name: "顧客リスト".into(),
        remarks: remarks.into(),
        medium: "paper".into(),
        asset_value: Some(2),
        ..Input::default()
    };
    let asset = asset::create(officer, input("")).await.unwrap();
    asset::edit(officer, asset.id, 1, input("<b>得意先</b>")).await.unwrap();
    let newest = audit_log::list(officer, &Filter::default(), Place::Newest, 1).await.unwrap();
    let sequence = newest.entries[0].sequence;
    (browser, sequence)
}

#[tokio::test]
async fn the_list_is_narrowed() {
    let (mut browser, _) = with_changes().await;
    let all = browser.get("/audit-log").await.body;
    for part in [
        "情報資産「顧客リスト」の変更",
        "情報資産「顧客リスト」の追加",
        "組織「見本商事」の追加",
        "2026年11月24日 9:00",
    ] {
        assert!(all.contains(part), "{part} is missing: {all}");
    }
    let hanako = browser.company.officer.account().unwrap();
    for (query, sees) in [
        ("event=changed", true),
        ("event=removed", false),
        ("entity=asset&event=changed", true),
        ("entity=organization&event=changed", false),
        (&format!("who={hanako}"), true),
        ("who=operator", false),
        ("who=nobody", false),
        ("from=2026-11-24&to=2026-11-24", true),
        ("from=2026-11-25", false),
        ("from=%E4%BB%A4%E5%92%8C8%E5%B9%B411%E6%9C%8825%E6%97%A5", false),
        ("event=nonsense", true),
    ] {
        let body = browser.get(&format!("/audit-log?{query}")).await.body;
        assert_eq!(body.contains("「顧客リスト」の変更"), sees, "{query}");
    }
    let wrong = browser.get("/audit-log?from=yesterday").await.body;
    assert!(wrong.contains("href=\"#from\"") && wrong.contains("日付として読めません"), "{wrong}");
}

#[tokio::test]
async fn the_list_is_paged_by_key() {
    let mut browser = Browser::signed_in().await;
    let officer = &browser.company.officer;
    for version in 1..=60 {
        app::organization::rename(officer, &format!("見本商事{version}"), version).await.unwrap();
    }
    let first = browser.get("/audit-log?entity=organization").await.body;
    assert!(first.contains("「見本商事60」") && !first.contains("「見本商事9」") && !first.contains("rel=\"prev\""));
    let next = first.split("href=\"").find(|rest| rest.contains("rel=\"next\"")).unwrap();
    let next = next.split('"').next().unwrap().replace("&amp;", "&");
    assert!(next.contains("entity=organization") && next.contains("before="), "{next}");
    let second = browser.get(&next).await.body;
    assert!(second.contains("「見本商事9」") && !second.contains("「見本商事60」") && !second.contains("rel=\"next\""));
    let back = second.split("href=\"").find(|rest| rest.contains("rel=\"prev\"")).unwrap();
    let back = back.split('"').next().unwrap().replace("&amp;", "&");
    assert!(browser.get(&back).await.body.contains("「見本商事60」"), "{back}");
}

#[tokio::test]
async fn a_record_says_what_changed_and_is_undone() {
    let (mut browser, sequence) = with_changes().await;
    let address = format!("/audit-log/{sequence}");
    let page = browser.get(&address).await.body;
    for part in [
        "備考",
        "（空欄）",
        "&lt;b&gt;得意先&lt;/b&gt;",
        "見本花子（画面）",
        "2026年11月24日 9:00:00",
        "この変更を取り消す",
    ] {
        assert!(page.contains(part), "{part} is missing: {page}");
    }
    assert!(!page.contains("<b>得意先"), "what people typed is escaped");
    let question = browser.get(&format!("{address}/undo")).await.body;
    assert!(question.contains("情報資産「顧客リスト」の変更を取り消しますか"), "{question}");
    let undone = browser.post(&format!("{address}/undo"), &[]).await;
    assert_eq!((undone.status, undone.location.as_str()), (StatusCode::SEE_OTHER, address.as_str()));
    let page = browser.get(&address).await.body;
    let by = sequence + 1;
    assert!(page.contains("取り消しました。") && page.contains(&format!("href=\"/audit-log/{by}\"")), "{page}");
    assert!(browser.get("/audit-log").await.body.contains(&format!("記録{sequence}の取り消し")));
    // Twice is refused, with the reason.
    assert_eq!(browser.get(&format!("{address}/undo")).await.location, address);
    let twice = browser.post(&format!("{address}/undo"), &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.body.contains("この記録のあとで変わっています"), "{}", twice.body);
    // The undoing is undone.
    assert_eq!(browser.post(&format!("/audit-log/{by}/undo"), &[]).await.status, StatusCode::SEE_OTHER);
    assert!(browser.get(&address).await.body.contains("この変更を取り消す"));
}

#[tokio::test]
async fn what_stands_in_the_way_is_shown() {
    let (mut browser, sequence) = with_changes().await;
    let created = sequence - 1;
    let page = browser.get(&format!("/audit-log/{created}")).await.body;
    for part in ["さらに変わっているため", "この記録のとき", &format!("href=\"/audit-log/{sequence}\""), "直接直す"]
    {
        assert!(page.contains(part), "{part} is missing: {page}");
    }
    assert!(!page.contains("この変更を取り消す"));
    let never = browser.get("/audit-log/1").await.body;
    assert!(never.contains("組織を作った記録と消した記録は、取り消せません。"), "{never}");
}

#[tokio::test]
async fn changes_of_a_risk_are_told_apart() {
    let mut browser = Browser::signed_in().await;
    reduced(&browser.company.officer, "2026-12-31").await;
    let decided = "リスク「顧客リスト：車に置いたまま盗まれる」の対応の決定";
    for (query, sees) in [("", true), ("event=decided", true), ("event=changed", false), ("event=withdrawn", false)] {
        let body = browser.get(&format!("/audit-log?{query}")).await.body;
        assert_eq!(body.contains(decided), sees, "{query}");
    }
    let list = browser.get("/audit-log").await.body;
    for choice in ["対応の決定", "差し戻し", "対応の取りやめ", "作業の進み"] {
        assert!(list.contains(choice), "{choice} is missing: {list}");
    }
}

#[tokio::test]
async fn an_approval_in_the_way_says_what_to_do() {
    let mut browser = Browser::signed_in().await;
    let officer = &browser.company.officer;
    let risk = reduced(officer, "2026-12-31").await;
    let numbers = risk.analysis.numbers();
    let acceptance = Acceptance { reason: "予算の範囲".into(), review_on: "2027-03-31".into(), numbers };
    approve(officer, &catalog(), risk.id, risk.version, acceptance).await.unwrap();
    let newest = audit_log::list(officer, &Filter::default(), Place::Newest, 1).await.unwrap();
    let approval = newest.entries[0].sequence;
    let own = browser.get(&format!("/audit-log/{approval}/undo")).await.body;
    assert!(own.contains("の承認を取り消し、承認する前の内容に戻します。"), "{own}");
    browser.joined_by(Role::SecurityOfficer, None).await;
    let page = browser.get(&format!("/audit-log/{}", approval - 1)).await.body;
    for part in [
        &format!("href=\"/audit-log/{approval}\""),
        &format!("記録{approval}：承認を取り消せるのは、承認した人だけです。"),
        &format!("href=\"/risks/{}\"", risk.id),
    ] {
        assert!(page.contains(part), "{part} is missing: {page}");
    }
}

/// Two risks, identified in one go; answers the number of the last record of it.
async fn with_risks() -> (Browser, i64) {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    let asset = add_asset(&officer, "顧客リスト").await.to_string();
    let form = browser.get("/risks/identify/office-pc").await.body;
    let lines: Vec<&str> =
        form.split("name=\"lines\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let chosen = [("lines", lines[0]), ("lines", lines[1]), ("assets", asset.as_str())];
    assert_eq!(browser.post("/risks/identify/office-pc", &chosen).await.status, StatusCode::SEE_OTHER);
    let newest = audit_log::list(&officer, &Filter::default(), Place::Newest, 1).await.unwrap();
    (browser, newest.entries[0].sequence)
}

#[tokio::test]
async fn what_one_operation_did_is_undone_together() {
    let (mut browser, sequence) = with_risks().await;
    let address = format!("/audit-log/{sequence}");
    let together = format!("{address}/undo-together");
    let page = browser.get(&address).await.body;
    assert!(
        page.contains("同じ操作で行われたリスクの変更2件を、まとめて取り消す") && page.contains(&together),
        "{page}"
    );
    assert!(page.contains("この変更を取り消す"), "or this one alone: {page}");
    let question = browser.get(&together).await.body;
    for part in [
        "リスク2件の変更をまとめて取り消しますか",
        "この操作で加わったリスク2件を削除します。",
        "どれも取り消さずに、理由をお知らせします。",
    ] {
        assert!(question.contains(part), "{part} is missing: {question}");
    }
    assert!(!question.contains("前の承認は戻りません"), "{question}");
    let undone = browser.post(&together, &[]).await;
    assert_eq!((undone.status, undone.location.as_str()), (StatusCode::SEE_OTHER, address.as_str()));
    let page = browser.get(&address).await.body;
    assert!(page.contains("リスクの変更2件をまとめて取り消しました。") && !page.contains(&together), "{page}");
    assert!(browser.get("/risks").await.body.contains("まだリスクがありません。"));

    // Twice is refused, with the reason.
    assert_eq!(browser.get(&together).await.location, address);
    let twice = browser.post(&together, &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.body.contains("もうすべて取り消されています"), "{}", twice.body);
    // The undoing is undone.
    let undoing = format!("/audit-log/{}/undo-together", sequence + 2);
    let question = browser.get(&undoing).await.body;
    assert!(question.contains("この操作で削除されたリスク2件を、削除する前の内容で元に戻します。"), "{question}");
    assert_eq!(browser.post(&undoing, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/risks").await.body.contains("全2件を表示"));
}

#[tokio::test]
async fn what_holds_an_operation_is_named() {
    let (mut browser, sequence) = with_risks().await;
    let officer = browser.company.officer.clone();
    let catalog = catalog();
    let changed = audit_log::find(&officer, &catalog, sequence).await.unwrap().entry.thing;
    let risk = find(&officer, &catalog, RiskId(changed)).await.unwrap().risk;
    let typed = RiskInput { remarks: "書き足した".into(), ..RiskInput::from(&risk.content) };
    edit(&officer, &catalog, risk.id, risk.version, typed).await.unwrap();
    let held = browser.get(&format!("/audit-log/{sequence}")).await.body;
    assert!(!held.contains("undo-together"), "it stands in the way itself: {held}");
    let together = format!("/audit-log/{}/undo-together", sequence - 1);
    let refused = browser.post(&together, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in [&format!("「{}」（記録{sequence}）", risk.label()), "どれも取り消していません", "リスク2件の変更を"]
    {
        assert!(refused.body.contains(part), "{part} is missing: {}", refused.body);
    }
    assert!(browser.get("/risks").await.body.contains("全2件を表示"));
}

#[tokio::test]
async fn operations_are_undone_by_who_may() {
    for role in Role::ALL {
        if role.of_department() {
            continue;
        }
        let (mut browser, sequence) = with_risks().await;
        browser.joined_by(role, None).await;
        let status = |may: bool, good: StatusCode| if may { good } else { StatusCode::FORBIDDEN };
        let undoes = role.allows(Permission::UndoChange);
        let together = format!("/audit-log/{sequence}/undo-together");
        let page = browser.get(&format!("/audit-log/{sequence}")).await.body;
        assert_eq!(page.contains(&together), undoes, "{role:?}");
        assert_eq!(browser.get(&together).await.status, status(undoes, StatusCode::OK), "{role:?}");
        assert_eq!(browser.post(&together, &[]).await.status, status(undoes, StatusCode::SEE_OTHER), "{role:?}");
    }
}

#[tokio::test]
async fn the_log_is_verified() {
    let (mut browser, sequence) = with_changes().await;
    let whole = browser.get("/audit-log/verify").await.body;
    assert!(whole.contains(&format!("{sequence}件の記録は、すべて書かれたときのままです")), "{whole}");
    browser.execute(&format!("UPDATE audit_log SET label = '見積書' WHERE sequence = {sequence}")).await;
    let broken = browser.get("/audit-log/verify").await.body;
    assert!(
        broken.contains(&format!("記録{sequence}：内容か番号が")) && broken.contains("バックアップと比べて"),
        "{broken}"
    );
}

#[tokio::test]
async fn the_log_is_exported() {
    let (mut browser, sequence) = with_changes().await;
    let file = browser.post("/audit-log/export", &[("entity", "asset")]).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.headers[header::CONTENT_TYPE].to_str().unwrap().contains("spreadsheetml"));
    assert!(file.body.starts_with("PK"));
    let recorded = browser.get(&format!("/audit-log/{}", sequence + 1)).await.body;
    assert!(recorded.contains("「記録（Excel、2件）」の書き出し"), "{recorded}");
}

#[tokio::test]
async fn each_role_sees_what_it_may() {
    for role in Role::ALL {
        if role.of_department() {
            continue;
        }
        let (mut browser, sequence) = with_changes().await;
        browser.joined_by(role, None).await;
        let status = |may: bool, good: StatusCode| if may { good } else { StatusCode::FORBIDDEN };
        let (reads, undoes) = (role.allows(Permission::ReadAuditLog), role.allows(Permission::UndoChange));
        for address in ["/audit-log".to_owned(), "/audit-log/verify".into(), format!("/audit-log/{sequence}")] {
            assert_eq!(browser.get(&address).await.status, status(reads, StatusCode::OK), "{role:?} {address}");
        }
        assert_eq!(browser.post("/audit-log/export", &[]).await.status, status(reads, StatusCode::OK), "{role:?}");
        let undo = format!("/audit-log/{sequence}/undo");
        assert_eq!(browser.get(&format!("/audit-log/{sequence}")).await.body.contains(&undo), undoes, "{role:?}");
        assert_eq!(browser.get(&undo).await.status, status(undoes, StatusCode::OK), "{role:?}");
        assert_eq!(browser.post(&undo, &[]).await.status, status(undoes, StatusCode::SEE_OTHER), "{role:?}");
    }
}

#[tokio::test]
async fn another_organizations_log_is_not_there() {
    let (mut browser, sequence) = with_changes().await;
    let other = browser.company.another("隣の会社").await;
    browser.post("/account/organization", &[("organization", &other.organization.to_string())]).await;
    let list = browser.get("/audit-log").await.body;
    assert!(list.contains("隣の会社") && !list.contains("顧客リスト"));
    assert_eq!(browser.get(&format!("/audit-log/{sequence}")).await.status, StatusCode::NOT_FOUND);
    for way in ["undo", "undo-together"] {
        let answer = browser.post(&format!("/audit-log/{sequence}/{way}"), &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{way}");
    }
    assert_eq!(browser.get("/audit-log/nonsense").await.status, StatusCode::NOT_FOUND);
}
