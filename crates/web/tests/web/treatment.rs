//! リスク対応: decision, approval, tasks, plan.

use app::risk::{self, Risk, edit, find, owners};
use app::treatment::{ApprovalState, Input, TaskInput, TaskStatus, decide};
use app::{Context, Role, asset};
use axum::http::StatusCode;
use catalog::Catalog;

use crate::browser::Browser;

pub fn catalog() -> Catalog {
    Catalog::load().unwrap()
}

/// A risk of level 9 of 営業部 that the officer owns.
pub async fn owned(context: &Context) -> Risk {
    let input = asset::Input {
        name: "顧客リスト".into(),
        department: "営業部".into(),
        medium: "office-pc".into(),
        personal: true,
        confidentiality: Some(3),
        integrity: Some(2),
        availability: Some(2),
        ..asset::Input::default()
    };
    let asset = asset::create(context, input).await.unwrap();
    // Somebody of another organization owns it in words alone.
    let owner = owners(context).await.unwrap().first().map(|owner| owner.account);
    let input = risk::Input {
        asset: Some(asset.id),
        title: "車に置いたまま盗まれる".into(),
        threat_rating: Some(3),
        vulnerability_rating: Some(3),
        owner,
        ..risk::Input::default()
    };
    risk::create(context, &catalog(), input).await.unwrap()
}

fn reduce(due: &str, account: Option<app::AccountId>) -> Input {
    let task = TaskInput {
        what: "鍵のかかる棚に入れる".into(),
        control: "7.9".into(),
        responsible: "総務".into(),
        responsible_account: account,
        due_on: due.into(),
        cost: "12000".into(),
        ..TaskInput::default()
    };
    Input { treatment: "reduce".into(), expected: Some(2), tasks: vec![task], ..Input::default() }
}

fn accept() -> Input {
    let (reason, review_on) = ("来年の入れ替えまで使う".into(), "2027-03-31".into());
    Input { treatment: "accept".into(), reason, review_on, ..Input::default() }
}

/// The same risk, decided so.
pub async fn decided(context: &Context, input: Input) -> Risk {
    let risk = owned(context).await;
    decide(context, &catalog(), risk.id, risk.version, input).await.unwrap()
}

/// Reduced by one task that is due on that day.
pub async fn reduced(context: &Context, due: &str) -> Risk {
    decided(context, reduce(due, None)).await
}

#[tokio::test]
async fn a_treatment_is_decided_with_its_mistakes_named() {
    let mut browser = Browser::signed_in().await;
    let risk = owned(&browser.company.officer).await;
    let address = format!("/risks/{}/treatment", risk.id);
    let form = browser.get(&address).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.body);
    for part in [
        "リスク低減",
        "提案の理由",
        "8.24 暗号の使用",
        "label=\"7 物理的管理策\"",
        "見本花子",
        "3件目を書く",
        "リスクレベル 6（高）",
    ] {
        assert!(form.body.contains(part), "{part}");
    }
    let wrong = browser
        .post(
            &address,
            &[
                ("seen", "1"),
                ("treatment", "reduce"),
                ("tasks.0.what", ""),
                ("tasks.1.responsible", "<b>総務</b>"),
                ("tasks.1.due_on", "来年"),
            ],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.body);
    for part in [
        "<a href=\"#tasks.1.what\">2件目の『すること』を入力してください。",
        "#tasks.1.due_on",
        "&lt;b&gt;総務&lt;/b&gt;",
        "value=\"来年\"",
    ] {
        assert!(wrong.body.contains(part), "{part}: {}", wrong.body);
    }
    let nothing = browser.post(&address, &[("seen", "1"), ("treatment", "reduce")]).await;
    assert!(nothing.body.contains("<a href=\"#tasks\">低減のときは"), "{}", nothing.body);
    let right = [
        ("seen", "1"),
        ("treatment", "reduce"),
        ("expected", "2"),
        ("tasks.0.what", "鍵のかかる棚に入れる"),
        ("tasks.0.control", "7.9"),
        ("tasks.0.due_on", "2026-12-31"),
        ("tasks.0.cost", "12,000円"),
    ];
    let saved = browser.post(&address, &right).await;
    assert_eq!((saved.status, saved.location), (StatusCode::SEE_OTHER, format!("/risks/{}#treatment", risk.id)));
    let again = browser.get(&address).await;
    assert!(again.body.contains(
        "対応を「低減」に決めました。対応が終わると、リスクレベルは 9（高）から 6（高）に下がる見込みです。"
    ));
    assert!(again.body.contains("value=\"鍵のかかる棚に入れる\"") && again.body.contains("name=\"tasks.0.id\""));
}

#[tokio::test]
async fn somebody_quicker_is_shown_and_nothing_is_lost() {
    let mut browser = Browser::signed_in().await;
    let risk = decided(&browser.company.officer, accept()).await;
    let address = format!("/risks/{}/treatment", risk.id);
    let typed = [("seen", "1"), ("treatment", "avoid"), ("means", "USBメモリの貸し出しをやめる")];
    let stale = browser.post(&address, &typed).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);
    for part in [
        "見本花子さんが2026/11/24 9:00に",
        "来年の入れ替えまで使う",
        "USBメモリの貸し出しをやめる",
        "name=\"seen\" value=\"2\"",
    ] {
        assert!(stale.body.contains(part), "{part}: {}", stale.body);
    }
    let again = [
        ("seen", "2"),
        ("treatment", "avoid"),
        ("means", "USBメモリの貸し出しをやめる"),
        ("tasks.0.what", "貸し出しの棚を片付ける"),
    ];
    assert_eq!(browser.post(&address, &again).await.status, StatusCode::SEE_OTHER);
}

/// The numbers that the screen shows, as its form sends them.
fn seen_numbers(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"numbers\" value=\"").unwrap();
    rest.split('"').next().unwrap().replace("&quot;", "\"")
}

#[tokio::test]
async fn the_owner_approves_or_sends_back() {
    let mut browser = Browser::signed_in().await;
    let risk = reduced(&browser.company.officer, "2026-12-31").await;
    let address = format!("/risks/{}/approval", risk.id);
    let page = browser.get(&address).await;
    for part in ["承認する数字", "重要度", "高 6", "あなたの承認を待っています。", "鍵のかかる棚に入れる"]
    {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    let bare = browser.post(&format!("{address}/send-back"), &[("seen", "2"), ("reason", " ")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("href=\"#send-back-reason\""), "{}", bare.body);
    let back = browser.post(&format!("{address}/send-back"), &[("seen", "2"), ("reason", "早くしてほしい")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
    let page = browser.get(&address).await;
    assert!(page.body.contains("直してほしいこと：早くしてほしい"), "{}", page.body);
    let numbers = seen_numbers(&page.body);
    let numbers = ("numbers", numbers.as_str());
    let bare = browser.post(&address, &[("seen", "3"), numbers]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("href=\"#reason\"") && bare.body.contains("href=\"#review_on\""), "{}", bare.body);
    let stale =
        browser.post(&address, &[("seen", "1"), numbers, ("reason", "予算の範囲"), ("review_on", "2027-03-31")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("まだ承認していません") && stale.body.contains("予算の範囲"), "{}", stale.body);
    let silent = browser.post(&address, &[("seen", "3"), ("reason", "予算の範囲"), ("review_on", "2027-03-31")]).await;
    assert_eq!(silent.status, StatusCode::CONFLICT, "a form that does not say what was seen approves nothing");
    let typed = [("seen", "3"), numbers, ("reason", "予算の範囲"), ("review_on", "2027-03-31")];
    let approved = browser.post(&address, &typed).await;
    assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.body);
    let found = find(&browser.company.officer, &catalog(), risk.id).await.unwrap().risk;
    assert_eq!(found.approval, ApprovalState::Approved);
    let page = browser.get(&address).await;
    assert!(page.body.contains("2026/11/24に、見本花子さんが承認しました。") && page.body.contains("理由：予算の範囲"));
    assert!(!page.body.contains("承認しないで"), "nothing is left to approve");
}

#[tokio::test]
async fn what_changed_since_an_approval_stands_beside_it() {
    let mut browser = Browser::signed_in().await;
    let risk = decided(&browser.company.officer, accept()).await;
    let address = format!("/risks/{}/approval", risk.id);
    let numbers = seen_numbers(&browser.get(&address).await.body);
    let typed = [("seen", "2"), ("numbers", numbers.as_str()), ("reason", "代わりがない"), ("review_on", "2027-03-31")];
    browser.post(&address, &typed).await;
    let better = risk::Input { vulnerability_rating: Some(2), ..risk::Input::from(&risk.content) };
    edit(&browser.company.officer, &catalog(), risk.id, 3, better).await.unwrap();
    for address in [address, format!("/risks/{}", risk.id)] {
        let page = browser.get(&address).await;
        for part in [
            "承認のあとで、リスクの数字か基準が変わりました。",
            "承認したとき",
            "<td>9</td>",
            "<td>6</td>",
            "理由：代わりがない",
        ] {
            assert!(page.body.contains(part), "{address} {part}: {}", page.body);
        }
    }
}

#[tokio::test]
async fn a_decision_is_taken_back_after_asking() {
    let mut browser = Browser::signed_in().await;
    let risk = reduced(&browser.company.officer, "2026-12-31").await;
    let address = format!("/risks/{}/treatment/withdraw", risk.id);
    assert!(browser.get(&address).await.body.contains("「記録」に残るので"));
    let stale = browser.post(&address, &[("seen", "1")]).await;
    assert_eq!(stale.status, StatusCode::SEE_OTHER);
    assert!(find(&browser.company.officer, &catalog(), risk.id).await.unwrap().risk.content.decision.is_some());
    browser.post(&address, &[("seen", "2")]).await;
    assert!(find(&browser.company.officer, &catalog(), risk.id).await.unwrap().risk.content.decision.is_none());
    let panel = browser.get(&format!("/risks/{}", risk.id)).await;
    for part in ["id=\"treatment\">リスク対応", "まだ決まっていません", "対応を決める"] {
        assert!(panel.body.contains(part), "{part}: {}", panel.body);
    }
}

#[tokio::test]
async fn a_task_that_is_done_puts_its_control_in_place() {
    let mut browser = Browser::signed_in().await;
    let risk = reduced(&browser.company.officer, "2026-11-01").await;
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let address = format!("/risks/{}/tasks/{task}", risk.id);
    let page = browser.get(&address).await;
    for part in ["管理策「7.9", "checked", "期限を過ぎています", "12,000円"] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    let unknown = browser.post(&address, &[("seen", "2"), ("status", "?")]).await;
    assert_eq!(unknown.location, address);
    let quicker = browser.post(&address, &[("seen", "1"), ("status", "done")]).await;
    assert_eq!(quicker.status, StatusCode::CONFLICT);
    for part in ["まだ保存していません", "value=\"done\" checked"] {
        assert!(quicker.body.contains(part), "{part}: {}", quicker.body);
    }
    let done =
        browser.post(&address, &[("seen", "2"), ("status", "done"), ("in_place", "on"), ("back", "board")]).await;
    assert_eq!(done.location, "/treatments/board");
    let content = find(&browser.company.officer, &catalog(), risk.id).await.unwrap().risk.content;
    assert_eq!(content.decision.unwrap().tasks[0].status, TaskStatus::Done);
    assert_eq!(content.controls[0].id.as_deref(), Some("7.9"));
    assert!(browser.get(&done.location).await.body.contains("「完了」にしました。"));
}

#[tokio::test]
async fn the_plan_is_a_list_a_board_and_a_calendar() {
    let mut browser = Browser::signed_in().await;
    for address in ["/treatments", "/treatments/board"] {
        assert!(browser.get(address).await.body.contains("まだ作業がありません。"), "{address}");
    }
    let risk = reduced(&browser.company.officer, "2026-11-20").await;
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let list = browser.get("/treatments").await;
    for part in ["鍵のかかる棚に入れる", "期限を過ぎています", "高 9", "全1件を表示", "/treatments/export.pdf"]
    {
        assert!(list.body.contains(part), "{part}: {}", list.body);
    }
    for (query, found) in
        [("status=doing", false), ("status=planned&due=overdue", true), ("who=me", false), ("skip=x", true)]
    {
        let list = browser.get(&format!("/treatments?{query}")).await;
        assert_eq!(list.body.contains("鍵のかかる棚に入れる"), found, "{query}");
    }
    let board = browser.get("/treatments/board").await;
    let action = format!("action=\"/risks/{}/tasks/{task}\"", risk.id);
    assert!(board.body.contains("未着手 <span class=\"count\">1件") && board.body.contains(&action), "{}", board.body);
    let month = browser.get("/treatments/calendar").await;
    for part in ["2026年11月", "datetime=\"2026-11-20\"", "鍵のかかる棚に入れる", "month=2026-10", "month=2026-12"]
    {
        assert!(month.body.contains(part), "{part}: {}", month.body);
    }
    let next = browser.get("/treatments/calendar?month=2026-12&who=x").await;
    assert!(
        next.body.contains("2026年12月") && next.body.contains("この月が期限の作業はありません。"),
        "{}",
        next.body
    );
    assert!(browser.get("/treatments/calendar?month=13").await.body.contains("2026年11月"), "this month");
}

#[tokio::test]
async fn the_calendar_tells_what_is_overdue_in_other_months() {
    let mut browser = Browser::signed_in().await;
    let officer = browser.company.officer.clone();
    reduced(&officer, "2026-12-31").await;
    let month = browser.get("/treatments/calendar").await.body;
    assert!(!month.contains("期限を過ぎた作業が") && !month.contains(">今月へ<"), "{month}");
    for due in ["2026-08-31", "2026-10-15", "2026-10-16"] {
        reduced(&officer, due).await;
    }
    let told = "期限を過ぎた作業が3件あります（2026年8月〜10月）。<a href=\"/treatments?due=overdue\">一覧で見る</a>";
    for address in ["/treatments/calendar", "/treatments/calendar?month=2027-01"] {
        assert!(browser.get(address).await.body.contains(told), "{address}");
    }
    let other = browser.get("/treatments/calendar?who=me").await.body;
    assert!(!other.contains("期限を過ぎた作業が"), "nobody was asked: {other}");
    let oldest = browser.get("/treatments/calendar?due=overdue").await.body;
    assert!(oldest.contains("<h2>2026年8月</h2>") && !oldest.contains("name=\"month\""), "{oldest}");
    assert!(oldest.contains("<a href=\"/treatments/calendar?due=overdue&amp;month=2026-11\">今月へ</a>"), "{oldest}");
    let chosen = browser.get("/treatments/calendar?due=overdue&month=2026-12").await.body;
    assert!(chosen.contains("<h2>2026年12月</h2>") && chosen.contains("name=\"month\" value=\"2026-12\""), "{chosen}");
}

#[tokio::test]
async fn an_auditor_reads_and_changes_nothing() {
    let mut browser = Browser::signed_in().await;
    let risk = reduced(&browser.company.officer, "2026-12-31").await;
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    browser.joined_by(Role::Auditor, None).await;
    let here = format!("/risks/{}", risk.id);
    for address in ["/treatments", "/treatments/board", "/treatments/calendar", here.as_str()] {
        let page = browser.get(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        for part in [format!("{here}/treatment"), format!("{here}/tasks/{task}"), format!("{here}/approval")] {
            assert!(!page.body.contains(&format!("\"{part}")), "{address} leads to {part}");
        }
    }
    for address in closed(&here, &task.to_string()) {
        let asked = browser.get(&address).await.status;
        assert!(matches!(asked, StatusCode::FORBIDDEN | StatusCode::METHOD_NOT_ALLOWED), "{address} {asked}");
        let sent = browser
            .post(&address, &[("seen", "2"), ("status", "done"), ("reason", "x"), ("treatment", "accept")])
            .await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{address}");
    }
}

/// Every address that changes something about a risk's treatment.
fn closed(here: &str, task: &str) -> [String; 5] {
    ["treatment", "treatment/withdraw", "approval", "approval/send-back", &format!("tasks/{task}")]
        .map(|path| format!("{here}/{path}"))
}

#[tokio::test]
async fn an_employee_sees_no_plan() {
    let mut browser = Browser::signed_in().await;
    browser.joined_by(Role::Employee, None).await;
    for address in ["/treatments", "/treatments/board", "/treatments/calendar", "/treatments/export.xlsx"] {
        assert_eq!(browser.get(address).await.status, StatusCode::FORBIDDEN, "{address}");
    }
    assert!(!browser.get("/").await.body.contains("対策計画"));
}

#[tokio::test]
async fn another_organizations_risk_is_not_there() {
    let mut browser = Browser::signed_in().await;
    let elsewhere = browser.company.another("隣の会社").await;
    let risk = reduced(&elsewhere, "2026-11-20").await;
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    for address in closed(&format!("/risks/{}", risk.id), &task.to_string()) {
        let sent = browser
            .post(&address, &[("seen", "2"), ("status", "done"), ("reason", "x"), ("treatment", "accept")])
            .await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{address}");
        let asked = browser.get(&address).await.status;
        assert!(matches!(asked, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED), "{address} {asked}");
    }
    for address in ["/treatments", "/treatments/board", "/treatments/calendar"] {
        assert!(!browser.get(address).await.body.contains("鍵のかかる棚に入れる"), "{address}");
    }
}

#[tokio::test]
async fn who_was_asked_moves_their_task() {
    let mut browser = Browser::signed_in().await;
    browser.joined_by(Role::SystemAdministrator, None).await;
    let people = app::risk::workers(&browser.company.officer).await.unwrap();
    let taro = people.iter().find(|person| person.name == "見本太郎").unwrap().account;
    let risk = decided(&browser.company.officer, reduce("2026-12-31", Some(taro))).await;
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    assert!(browser.get("/treatments?who=me").await.body.contains("鍵のかかる棚に入れる"));
    let address = format!("/risks/{}/tasks/{task}", risk.id);
    assert_eq!(browser.get(&address).await.status, StatusCode::OK);
    let moved = browser.post(&address, &[("seen", "2"), ("status", "doing")]).await;
    assert_eq!((moved.status, moved.location.as_str()), (StatusCode::SEE_OTHER, "/treatments"));
}
