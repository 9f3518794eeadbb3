//! 人と役割, 招待, 部署.

use std::sync::{Arc, Mutex};

use app::mail::{Mail, MailSettings, Mailer, TlsMode};
use app::organization::department;
use app::people::list;
use app::{Permission, Role};
use axum::http::StatusCode;
use testkit::company::PASSWORD;

use crate::browser::{Answer, Browser};

const TARO: &str = "taro@example.jp";

/// The address of an invitation's link on the page that shows it once.
fn link(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let (_, rest) = answer.body.split_once("http://localhost:8080/invitations/").unwrap();
    let secret: String =
        rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect();
    assert_eq!(secret.len(), 43);
    format!("/invitations/{secret}")
}

async fn invite(browser: &mut Browser, email: &str, role: Role) -> Answer {
    browser.post("/people/invite", &[("email", email), ("role", role.id())]).await
}

/// Lets 見本太郎 in, and signs 見本花子 in again; answers his page.
pub async fn with_taro(browser: &mut Browser, role: Role) -> String {
    let link = link(&invite(browser, TARO, role).await);
    browser.forget();
    let accepted = browser.post(&link, &[("name", "見本太郎"), ("password", PASSWORD)]).await;
    assert_eq!((accepted.status, accepted.location.as_str()), (StatusCode::SEE_OTHER, "/"), "{}", accepted.body);
    browser.forget();
    browser.sign_in("hanako@example.jp").await;
    let people = list(&browser.company.officer).await.unwrap();
    format!("/people/{}", people.last().unwrap().account)
}

#[tokio::test]
async fn an_invitation_leads_in() {
    let mut browser = Browser::signed_in().await;
    let form = browser.get("/people/invite").await;
    for role in Role::ALL {
        assert!(form.body.contains(role.explanation()), "{} is not explained", role.title());
    }
    let shown = invite(&mut browser, TARO, Role::Auditor).await;
    assert!(shown.body.contains("リンクをコピーして、招待した人に直接伝えてください。"));
    let link = link(&shown);
    let people = browser.get("/people").await;
    assert!(people.body.contains(TARO) && people.body.contains("返事待ち"));
    assert!(!people.body.contains(&link), "the link is shown once");
    // In the inviter's own browser nothing is accepted by mistake.
    let own = browser.get(&link).await;
    assert!(own.body.contains("別のアドレスあてです"), "{}", own.body);
    assert_eq!(browser.post(&link, &[("name", "x"), ("password", PASSWORD)]).await.location, link);
    browser.forget();
    let page = browser.get(&link).await;
    assert_eq!(page.status, StatusCode::OK);
    for part in ["「見本商事」への招待", "見本花子さんから", TARO, "点検責任者", "2026年12月1日 9時00分まで"]
    {
        assert!(page.body.contains(part), "{part} is missing");
    }
    let weak = browser.post(&link, &[("name", "見本太郎"), ("password", "himitsu")]).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(weak.body.contains("href=\"#password\"") && weak.body.contains("value=\"見本太郎\""), "{}", weak.body);
    assert!(!weak.body.contains("himitsu"));
    let accepted = browser.post(&link, &[("name", "見本太郎"), ("password", PASSWORD)]).await;
    assert_eq!((accepted.status, accepted.location.as_str()), (StatusCode::SEE_OTHER, "/"));
    let home = browser.get("/").await;
    assert!(home.body.contains("見本太郎") && home.body.contains("参加しました。"), "signed in and told so");
    browser.forget();
    let used = browser.get(&link).await;
    assert_eq!(used.status, StatusCode::GONE);
    assert!(used.body.contains("もう使われています"));
}

#[tokio::test]
async fn a_mistake_is_named_beside_its_field() {
    let mut browser = Browser::signed_in().await;
    let nothing = browser.post("/people/invite", &[("email", "taro")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["href=\"#email\"", "href=\"#role\"", "value=\"taro\""] {
        assert!(nothing.body.contains(part), "{part} is missing");
    }
    let manager = browser.post("/people/invite", &[("email", TARO), ("role", "department-manager")]).await;
    assert!(manager.body.contains("href=\"#department\"") && manager.body.contains("部署がまだありません"));
    let odd = [("email", TARO), ("role", "department-manager"), ("department", "x")];
    assert!(browser.post("/people/invite", &odd).await.body.contains("『部署』が見つかりません"));
    let unknown = browser.post("/people/invite", &[("email", TARO), ("role", "owner")]).await;
    assert!(unknown.body.contains("『役割』を1つ選んでください"));
}

#[tokio::test]
async fn an_invitation_is_renewed_and_taken_back() {
    let mut browser = Browser::signed_in().await;
    let first = link(&invite(&mut browser, TARO, Role::Employee).await);
    let again = invite(&mut browser, TARO, Role::Employee).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let id = app::invitation::list(&browser.company.officer).await.unwrap()[0].id;
    let second = link(&browser.post(&format!("/people/invitations/{id}/renew"), &[]).await);
    assert_ne!(first, second);
    let question = browser.get(&format!("/people/invitations/{id}/revoke")).await;
    assert!(question.body.contains("taro@example.jpへの招待を取り消しますか"));
    let revoked = browser.post(&format!("/people/invitations/{id}/revoke"), &[]).await;
    assert_eq!((revoked.status, revoked.location.as_str()), (StatusCode::SEE_OTHER, "/people"));
    let people = browser.get("/people").await;
    assert!(people.body.contains("招待を取り消しました。") && !people.body.contains(TARO));
    assert!(browser.get("/people?invitations=all").await.body.contains("取り消し済み"));
    let too_late = browser.post(&format!("/people/invitations/{id}/renew"), &[]).await;
    assert_eq!(too_late.location, "/people");
    browser.forget();
    assert!(browser.get(&first).await.body.contains("見つかりません"));
    let closed = browser.get(&second).await;
    assert_eq!(closed.status, StatusCode::GONE);
    assert!(closed.body.contains("取り消されています"));
    assert_eq!(browser.post(&second, &[("name", "x"), ("password", PASSWORD)]).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn an_existing_account_signs_in_and_joins() {
    let mut browser = Browser::signed_in().await;
    with_taro(&mut browser, Role::Employee).await;
    let other = browser.company.another("隣の会社").await;
    let switched = browser.post("/account/organization", &[("organization", &other.organization.to_string())]).await;
    assert_eq!((switched.status, switched.location.as_str()), (StatusCode::SEE_OTHER, "/"));
    assert!(browser.get("/").await.body.contains("「隣の会社」に切り替えました。"));
    let link = link(&invite(&mut browser, TARO, Role::Consultant).await);
    browser.forget();
    let page = browser.get(&link).await;
    let next = link.replace('/', "%2F");
    assert!(page.body.contains(&format!("/sign-in?next={next}")), "{}", page.body);
    assert!(!page.body.contains("type=\"password\""));
    // Without signing in nothing happens.
    assert_eq!(browser.post(&format!("{link}/join"), &[]).await.location, link);
    browser.sign_in(TARO).await;
    assert!(browser.get(&link).await.body.contains("参加する"));
    let joined = browser.post(&format!("{link}/join"), &[]).await;
    assert_eq!((joined.status, joined.location.as_str()), (StatusCode::SEE_OTHER, "/"), "{}", joined.body);
    let home = browser.get("/").await;
    assert!(home.body.contains("隣の会社") && home.body.contains("外部支援者"), "{}", home.body);
    assert!(home.body.contains("会社を切り替える"));
}

#[tokio::test]
async fn nobody_switches_to_a_foreign_organization() {
    let mut browser = Browser::signed_in().await;
    with_taro(&mut browser, Role::SecurityOfficer).await;
    let other = browser.company.another("隣の会社").await.organization.to_string();
    browser.forget();
    browser.sign_in(TARO).await;
    for foreign in [other.as_str(), "x", ""] {
        let refused = browser.post("/account/organization", &[("organization", foreign)]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    }
    assert!(!browser.get("/").await.body.contains("隣の会社"));
}

#[tokio::test]
async fn roles_are_given_and_taken() {
    let mut browser = Browser::signed_in().await;
    let taro = with_taro(&mut browser, Role::Employee).await;
    let sales = department::add(&browser.company.officer, "営業部").await.unwrap().id.to_string();
    let page = browser.get(&taro).await;
    assert!(page.body.contains("役割が1つだけのときは外せません") && page.body.contains("営業部"));
    let manager = [("role", "department-manager"), ("department", sales.as_str())];
    let given = browser.post(&format!("{taro}/roles"), &manager).await;
    assert_eq!((given.status, &given.location), (StatusCode::SEE_OTHER, &taro));
    let page = browser.get(&taro).await;
    assert!(page.body.contains("役割を付けました。") && page.body.contains("情報セキュリティ部門責任者（営業部）"));
    let twice = browser.post(&format!("{taro}/roles"), &manager).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, action) = page.body.split_once(&format!("action=\"{taro}/roles/")).unwrap();
    let take = format!("{taro}/roles/{}", action.split_once('"').unwrap().0);
    assert_eq!(browser.post(&take, &[]).await.location, taro);
    let last = list(&browser.company.officer).await.unwrap().pop().unwrap().roles[0].id;
    let refused = browser.post(&format!("{taro}/roles/{last}/take"), &[]).await;
    assert_eq!((refused.status, &refused.location), (StatusCode::SEE_OTHER, &taro));
    let page = browser.get(&taro).await;
    assert!(page.body.contains("見本太郎さんの役割はこれだけです"), "{}", page.body);
}

#[tokio::test]
async fn a_person_is_removed_after_a_question() {
    let mut browser = Browser::signed_in().await;
    let taro = with_taro(&mut browser, Role::Auditor).await;
    let question = browser.get(&format!("{taro}/remove")).await;
    assert!(question.body.contains("見本太郎さんを組織から外しますか"));
    assert_eq!(browser.post(&format!("{taro}/remove"), &[]).await.location, "/people");
    let people = browser.get("/people").await;
    assert!(people.body.contains("見本太郎さんを組織から外しました。") && !people.body.contains(TARO));
    assert_eq!(browser.get(&taro).await.status, StatusCode::NOT_FOUND);
    // The only officer stays.
    let own = format!("/people/{}", browser.company.officer.account().unwrap());
    assert_eq!(browser.post(&format!("{own}/remove"), &[]).await.location, own);
    let refused = browser.get(&own).await;
    assert!(refused.body.contains("情報セキュリティ責任者がいなくなる"), "{}", refused.body);
}

#[tokio::test]
async fn the_list_is_narrowed() {
    let mut browser = Browser::signed_in().await;
    with_taro(&mut browser, Role::Auditor).await;
    for (query, sees_hanako, sees_taro) in [
        ("q=%E3%80%80%E8%A6%8B%E6%9C%AC%20%E5%A4%AA%E9%83%8E", false, true),
        ("q=HANAKO%40", true, false),
        ("role=auditor", false, true),
        ("role=auditor&q=hanako", false, false),
        ("role=nonsense", true, true),
    ] {
        let body = browser.get(&format!("/people?{query}")).await.body;
        assert_eq!(body.contains("hanako@example.jp</td>"), sees_hanako, "{query}");
        assert_eq!(body.contains("taro@example.jp</td>"), sees_taro, "{query}");
    }
}

#[tokio::test]
async fn each_role_sees_what_it_may() {
    for role in Role::ALL {
        let mut browser = Browser::signed_in().await;
        let sales = department::add(&browser.company.officer, "営業部").await.unwrap().id;
        let department = role.of_department().then_some(sales);
        let taro = with_taro(&mut browser, Role::Employee).await;
        let id = taro.rsplit('/').next().unwrap().parse().unwrap();
        let wanted = app::people::NewRole { account: id, role: Some(role), department };
        if role != Role::Employee {
            app::people::add_role(&browser.company.officer, wanted).await.unwrap();
        }
        browser.forget();
        browser.sign_in(TARO).await;
        let reads = role.allows(Permission::ReadPeople);
        let manages = role.allows(Permission::ManagePeople);
        let status = |may: bool| if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
        let home = browser.get("/").await;
        assert_eq!(home.body.contains("href=\"/people\""), reads, "{role:?}");
        let people = browser.get("/people").await;
        assert_eq!(people.status, status(reads), "{role:?}");
        assert_eq!(people.body.contains("href=\"/people/invite\""), manages, "{role:?}");
        assert_eq!(browser.get("/people/invite").await.status, status(manages), "{role:?}");
        let hanako = format!("/people/{}", browser.company.officer.account().unwrap());
        let page = browser.get(&hanako).await;
        assert_eq!(page.status, status(reads), "{role:?}");
        let officer = role == Role::SecurityOfficer;
        assert_eq!(page.body.contains(&format!("{hanako}/remove")), officer, "{role:?}");
        let removed = browser.post(&format!("{hanako}/remove"), &[]).await;
        assert_eq!(removed.status == StatusCode::SEE_OTHER, officer, "{role:?}");
        let added = browser.post("/departments", &[("name", "総務部")]).await;
        assert_eq!(added.status == StatusCode::SEE_OTHER, role.allows(Permission::EditOrganization), "{role:?}");
        let organization = browser.get("/organization").await;
        assert_eq!(organization.body.contains("href=\"/departments\""), role.allows(Permission::EditOrganization));
        let departments = browser.get("/departments").await;
        assert_eq!(departments.status, status(role.allows(Permission::ReadOrganization)), "{role:?}");
    }
}

#[tokio::test]
async fn departments_are_kept() {
    let mut browser = Browser::signed_in().await;
    assert!(browser.get("/departments").await.body.contains("部署はまだありません"));
    assert_eq!(browser.post("/departments", &[("name", "営業部")]).await.location, "/departments");
    let twice = browser.post("/departments", &[("name", "営業 部")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.body.contains("「営業部」はもうあります") && twice.body.contains("value=\"営業 部\""));
    let id = department::list(&browser.company.officer).await.unwrap()[0].id;
    let address = format!("/departments/{id}");
    assert!(browser.get(&address).await.body.contains("value=\"営業部\""));
    assert_eq!(browser.post(&address, &[("name", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.post(&address, &[("name", "営業本部")]).await.location, "/departments");
    let fields = [("email", TARO), ("role", "department-manager"), ("department", &id.to_string())];
    link(&browser.post("/people/invite", &fields).await);
    assert_eq!(browser.post(&format!("{address}/remove"), &[]).await.location, "/departments");
    let used = browser.get("/departments").await;
    assert!(used.body.contains("招待1件で使われている"), "{}", used.body);
    let invitation = app::invitation::list(&browser.company.officer).await.unwrap()[0].id;
    browser.post(&format!("/people/invitations/{invitation}/revoke"), &[]).await;
    assert!(browser.get(&format!("{address}/remove")).await.body.contains("部署「営業本部」を削除しますか"));
    assert_eq!(browser.post(&format!("{address}/remove"), &[]).await.location, "/departments");
    assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn another_organization_is_not_there() {
    let mut browser = Browser::signed_in().await;
    let taro = with_taro(&mut browser, Role::Employee).await;
    let sales = department::add(&browser.company.officer, "営業部").await.unwrap().id;
    link(&invite(&mut browser, "jiro@example.jp", Role::Employee).await);
    let invitation = app::invitation::list(&browser.company.officer).await.unwrap()[0].id;
    let other = browser.company.another("隣の会社").await;
    browser.post("/account/organization", &[("organization", &other.organization.to_string())]).await;
    for address in [
        taro.clone(),
        format!("{taro}/remove"),
        format!("/people/invitations/{invitation}/revoke"),
        format!("/departments/{sales}"),
        format!("/departments/{sales}/remove"),
        "/people/nobody".into(),
    ] {
        assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    for address in [
        format!("{taro}/remove"),
        format!("/people/invitations/{invitation}/revoke"),
        format!("/people/invitations/{invitation}/renew"),
        format!("/departments/{sales}/remove"),
    ] {
        assert_eq!(browser.post(&address, &[]).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert_eq!(list(&browser.company.officer).await.unwrap().len(), 2);
}

#[tokio::test]
async fn the_link_is_mailed_and_says_so() {
    let mails: Arc<Mutex<Vec<Mail>>> = Arc::default();
    let mut browser = Browser::mailing(Mailer::Memory(Arc::clone(&mails))).await;
    let shown = invite(&mut browser, TARO, Role::Auditor).await;
    assert!(shown.body.contains("招待のメールを送りました"));
    let link = link(&shown);
    let mail = mails.lock().unwrap().pop().unwrap();
    assert!(mail.to == TARO && mail.text.contains(&format!("http://localhost:8080{link}\n")), "{mail:?}");
}

#[tokio::test]
async fn a_mail_that_fails_takes_nothing_back() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = MailSettings {
        host: "127.0.0.1".into(),
        port: Some(closed),
        user: None,
        password: None,
        from: "sonae@example.jp".into(),
        tls: TlsMode::None,
    };
    let mut browser = Browser::mailing(Mailer::new(Some(&settings)).unwrap()).await;
    let shown = invite(&mut browser, TARO, Role::Auditor).await;
    assert!(shown.body.contains("メールを送れませんでした。リンクを直接伝えてください。"));
    let link = link(&shown);
    browser.forget();
    assert_eq!(browser.get(&link).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_form_is_not_saved_into_another_organization() {
    let mut browser = Browser::signed_in().await;
    let first = browser.company.organization;
    assert!(!browser.get("/departments").await.body.contains("?organization="), "one organization needs no mark");
    let other = browser.company.another("隣の会社").await;
    let form = browser.get("/departments").await.body;
    assert!(form.contains(&format!("?organization={first}")), "{form}");
    browser.post("/account/organization", &[("organization", &other.organization.to_string())]).await;
    let late = browser.post(&format!("/departments?organization={first}"), &[("name", "営業部")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("何も保存していません"), "{}", late.body);
    assert!(department::all(&other).await.unwrap().is_empty());
}
