//! 脅威の状況: how likely each threat is.

use app::{Permission, Role};
use axum::http::StatusCode;

use crate::browser::Browser;

#[tokio::test]
async fn ratings_are_asked_and_kept() {
    let mut browser = Browser::signed_in().await;
    let form = browser.get("/risks/threats").await.body;
    for part in ["外出先で書類をなくす・盗まれる", "目安の理由：", "決めない（目安の2）", "いつ起きてもおかしくない"]
    {
        assert!(form.contains(part), "{part}: {form}");
    }
    let wrong = browser.post("/risks/threats", &[("version", "1"), ("paper.outside-loss", "9")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("href=\"#paper.outside-loss\""), "{}", wrong.body);
    let saved =
        browser.post("/risks/threats", &[("version", "1"), ("paper.outside-loss", "3"), ("nonsense", "3")]).await;
    assert_eq!((saved.status, saved.location.as_str()), (StatusCode::SEE_OTHER, "/risks/threats"), "{}", saved.body);
    let form = browser.get("/risks/threats").await.body;
    assert!(form.contains("name=\"paper.outside-loss\" value=\"3\" checked"), "{form}");
    assert!(form.contains("起こりやすさを保存しました。"), "{form}");
    let late = browser.post("/risks/threats", &[("version", "1"), ("paper.outside-loss", "1")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        late.body.contains("まだ保存していません")
            && late.body.contains("name=\"paper.outside-loss\" value=\"1\" checked")
    );
}

#[tokio::test]
async fn who_may_only_look_sees_answers() {
    for role in Role::ALL {
        if role.of_department() || !role.allows(Permission::ReadRisks) {
            continue;
        }
        let mut browser = Browser::signed_in().await;
        browser.joined_by(role, None).await;
        let edits = role.allows(Permission::EditOrganization);
        let page = browser.get("/risks/threats").await.body;
        assert_eq!(page.contains("保存する"), edits, "{role:?}");
        assert_eq!(page.contains("目安の値です。"), !edits, "{role:?}");
        let sent = browser.post("/risks/threats", &[("version", "1"), ("paper.outside-loss", "3")]).await;
        assert_eq!(sent.status, if edits { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN }, "{role:?}");
    }
}
