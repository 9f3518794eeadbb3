//! Who may not: every address without a token, with a token of elsewhere, with too little a role or scope.

use app::asset::import::{Material, Options, upload};
use app::job::{Order, enqueue};
use app::token::TokenScope;
use app::{Role, people};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use catalog::Catalog;
use serde_json::{Value, json};

use super::description::{Operation, operations};
use super::program::{Program, asset, taro, token};
use super::treatment::{accept, decided, reduce};

/// Assets beside the one that is asked for: its records have numbers that no log of elsewhere comes to.
const OTHERS: usize = 60;

/// The addresses with keys of things that exist.
async fn addresses(program: &Program) -> Vec<(Operation, String)> {
    for number in 0..OTHERS {
        program.asset(&format!("資産{number}")).await;
    }
    let asset = program.asset("秘密の台帳").await;
    let changes = program.get(&format!("/assets/{asset}/history")).await.json();
    let department = program.get("/departments").await.json()["items"][0]["id"].clone();
    let invitation = json!({ "email": "secret@example.jp", "role": "auditor" });
    let invitation = program.post("/invitations", invitation).await.json()["invitation"]["id"].clone();
    let person = program.get("/people").await.json()["items"][0].clone();
    let token = program.get("/tokens").await.json()["items"][0]["id"].clone();
    let mut treatment = reduce();
    treatment["tasks"][0]["what"] = json!("秘密の作業");
    let risk = decided(program, "秘密のリスク", treatment).await;
    let task = program.get(&risk).await.json()["decision"]["tasks"][0]["id"].clone();
    let risk = risk.trim_start_matches("/risks/");
    let assessment = program.post("/assessments", json!({ "name": "秘密の回" })).await.json()["id"].clone();
    let import = import(program).await;
    let job = job(program).await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let filled = |path: &str| {
        let id = match path.split('/').nth(1).unwrap() {
            "assets" => asset.clone(),
            "departments" => text(&department),
            "invitations" => text(&invitation),
            "tokens" => text(&token),
            "imports" => import.clone(),
            "jobs" => job.clone(),
            "risks" => risk.to_owned(),
            "assessments" => text(&assessment),
            _ => String::new(),
        };
        path.replace("{id}", &id)
            .replace("{account_id}", &text(&person["account_id"]))
            .replace("{role_id}", &text(&person["roles"][0]["id"]))
            .replace("{task_id}", &text(&task))
            .replace("{version}", "1")
            .replace("{sequence}", &changes["items"][0]["sequence"].to_string())
    };
    let filled = |operation: Operation| {
        let query = match operation.id.as_str() {
            "propose_risks" => "?medium=internal-server".to_owned(),
            "compare_assessments" => format!("?with={}", text(&assessment)),
            _ => String::new(),
        };
        let path = filled(&operation.path) + &query;
        (operation, path)
    };
    operations().into_iter().map(filled).collect()
}

/// A register that waits for a decision.
async fn import(program: &Program) -> String {
    let text = "業務分類,情報資産名称,媒体・保存先,機密性,完全性,可用性\n営業,秘密の台帳,書類,1,1,1\n".to_owned();
    let material = Material::Pasted(text.replace(',', "\t"));
    let catalog = Catalog::load().unwrap();
    upload(&program.company.officer, &catalog, material, Options::default()).await.unwrap().to_string()
}

/// Something that waits to be done.
async fn job(program: &Program) -> String {
    let officer = &program.company.officer;
    let order = || Order { kind: "none", title: "秘密の台帳".into(), payload: Value::Null };
    let id = officer.transaction(async |transaction| enqueue(transaction, officer, order()).await).await;
    id.unwrap().to_string()
}

/// A body that would do for that operation.
fn body(operation: &Operation) -> Option<Value> {
    let name = operation.id.as_str();
    Some(match name {
        "create_asset" | "replace_asset" => asset("x"),
        "patch_asset" => json!({ "remarks": "x" }),
        "edit_assets" => json!({ "filter": {}, "changes": { "users": "x" } }),
        "remove_assets" => json!({ "filter": {} }),
        "rename_organization" | "add_department" | "rename_department" => json!({ "name": "x" }),
        "choose_criteria" => json!({ "choice": "ipa" }),
        "answer_profile" => json!({ "answers": {} }),
        "add_role" => json!({ "role": "employee" }),
        "send_import" | "read_import_again" => json!({}),
        "apply_import" => json!({ "all": true }),
        "invite" => json!({ "email": "x@example.jp", "role": "auditor" }),
        "preview_criteria" => json!({ "choice": "ipa" }),
        "create_risk" | "replace_risk" => {
            let event = json!({ "name": "x", "confidentiality": 1, "integrity": 1, "availability": 1 });
            json!({ "event": event, "threat": "x" })
        }
        "patch_risk" => json!({ "remarks": "x" }),
        "remove_risks" => json!({ "ids": [] }),
        // Nobody of that id may own a risk; who may not is told so first.
        "assign_risk_owner" => json!({ "ids": [], "owner_id": "0199ab6e-0000-7000-8000-000000000000" }),
        "identify_risks" => json!({ "lines": ["internal-server.ransomware"], "all_without_risks": true }),
        "decide_treatment" => accept(),
        "approve_treatment" => json!({ "importance": 3, "likelihood": 3, "residual_level": 6 }),
        "send_back_treatment" => json!({ "reason": "x" }),
        "progress_task" => json!({ "status": "done" }),
        "rate_threats" => json!({ "ratings": {} }),
        "take_assessment" => json!({}),
        _ => {
            assert!(!operation.has_body, "{name} needs a body here");
            return None;
        }
    })
}

async fn call(program: &Program, operation: &Operation, path: &str) -> super::program::Answer {
    // A mark that fits no department, a version that fits everything else.
    let seen = operation.has_if_match.then_some("\"1\"");
    program.send(&operation.method, path, seen, body(operation)).await
}

#[tokio::test]
async fn nothing_opens_without_a_token() {
    let mut program = Program::new().await;
    let addresses = addresses(&program).await;
    assert!(addresses.len() > 80);
    let own = std::mem::take(&mut program.token);
    for wrong in ["", "sonae_x", &own[..own.len() - 1]] {
        program.token = wrong.to_owned();
        for (operation, path) in &addresses {
            let answer = call(&program, operation, path).await;
            if operation.id == "openapi" {
                assert_eq!(answer.status, StatusCode::OK);
                continue;
            }
            answer.is_problem(401, "unauthorized");
            assert_eq!(answer.header(header::WWW_AUTHENTICATE), "Bearer", "{path}");
        }
    }
}

#[tokio::test]
async fn a_session_opens_nothing_here() {
    let program = Program::new().await;
    let signed =
        app::account::sign_in(&program.company.visitor, "hanako@example.jp", testkit::company::PASSWORD.into());
    let session = signed.await.unwrap().session;
    for name in ["session", "__Host-session"] {
        let request = Request::get("/api/v1/assets").header(header::COOKIE, format!("{name}={}", session.reveal()));
        program.exchange(request.body(Body::empty()).unwrap()).await.is_problem(401, "unauthorized");
    }
    for wrong in [format!("Basic {}", program.token), program.token.clone(), session.reveal().to_owned()] {
        let request = Request::get("/api/v1/assets").header(header::AUTHORIZATION, wrong);
        program.exchange(request.body(Body::empty()).unwrap()).await.is_problem(401, "unauthorized");
    }
}

#[tokio::test]
async fn another_organization_is_not_there() {
    let mut program = Program::new().await;
    let addresses = addresses(&program).await;
    let other = program.company.another("隣の会社").await;
    program.token = token(&other, TokenScope::Write).await;
    for (operation, path) in &addresses {
        if operation.id == "openapi" {
            continue;
        }
        let answer = call(&program, operation, path).await;
        let text = answer.text();
        for secret in ["秘密の台帳", "秘密のリスク", "秘密の回", "秘密の作業", "secret@example.jp", "見本商事"]
        {
            assert!(!text.contains(secret), "{} {path} tells {secret}", operation.method);
        }
        // The person belongs to both, and stands as themselves in the other one too.
        let same_person = operation.path == "/people/{account_id}" || operation.id == "add_role";
        if operation.path.contains('{') && !same_person {
            answer.is_problem(404, "not-found");
        }
    }
    program.token = token(&program.company.officer, TokenScope::Read).await;
    assert_eq!(program.get("/assets").await.json()["total"]["count"], OTHERS + 2);
    let risk = program.get("/risks").await.json()["items"][0].clone();
    assert_eq!(
        (&risk["version"], &risk["treatment"], &risk["approval"]),
        (&json!(2), &json!("reduce"), &json!("open"))
    );
    assert_eq!(program.get("/assessments").await.json()["items"].as_array().unwrap().len(), 1);
    assert_eq!(program.get("/organization").await.json()["version"], 1);
    program.token = token(&program.company.officer, TokenScope::Write).await;
    assert_eq!(program.get("/invitations").await.json()["items"][0]["state"], "waiting");
}

#[tokio::test]
async fn an_employee_may_not_use_it() {
    let mut program = Program::new().await;
    let addresses = addresses(&program).await;
    let taro = taro(&program.company, Role::SystemAdministrator).await;
    let own = token(&taro, TokenScope::Write).await;
    let account = taro.account().unwrap();
    let before = people::find(&program.company.officer, account).await.unwrap();
    let employee = people::NewRole { account, role: Some(Role::Employee), department: None };
    people::add_role(&program.company.officer, employee).await.unwrap();
    people::take_role(&program.company.officer, before.roles[0].id).await.unwrap();
    program.token = own;
    for (operation, path) in addresses.iter().filter(|(operation, _)| operation.id != "openapi") {
        call(&program, operation, path).await.is_problem(403, "forbidden");
    }
}

/// What is asked for only before changing something.
fn is_choice(operation: &Operation) -> bool {
    let choices = ["list_tokens", "list_risk_owners", "list_task_people", "propose_risks", "find_task"];
    choices.contains(&operation.id.as_str()) || operation.path.starts_with("/imports")
}

#[tokio::test]
async fn who_may_only_read_risks_changes_none() {
    let mut program = Program::new().await;
    let addresses = addresses(&program).await;
    let before = program.get("/risks").await.json();
    let taro = taro(&program.company, Role::SystemAdministrator).await;
    program.token = token(&taro, TokenScope::Write).await;
    let rooms = ["/risks", "/treatment-plan", "/assessments", "/threat-ratings", "/organization/criteria"];
    let of_risks = |operation: &Operation| rooms.iter().any(|room| operation.path.starts_with(room));
    let mut count = 0;
    for (operation, path) in addresses.iter().filter(|(operation, _)| of_risks(operation)) {
        let answer = call(&program, operation, path).await;
        if operation.method != "GET" || is_choice(operation) {
            answer.is_problem(403, "forbidden");
        } else {
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        }
        count += 1;
    }
    assert!(count > 30, "{count}");
    assert_eq!(program.get("/risks").await.json(), before);
}

#[tokio::test]
async fn a_token_for_reading_changes_nothing() {
    let mut program = Program::new().await;
    let addresses = addresses(&program).await;
    let department = program.get("/departments").await;
    let log = program.get("/audit-log").await.json();
    program.token = token(&program.company.officer, TokenScope::Read).await;
    for (operation, path) in addresses.iter().filter(|(operation, _)| operation.method != "GET") {
        call(&program, operation, path).await.is_problem(403, "forbidden");
    }
    for (operation, path) in addresses.iter().filter(|(operation, _)| operation.method == "GET") {
        let answer = call(&program, operation, path).await;
        let expected = if is_choice(operation) { StatusCode::FORBIDDEN } else { StatusCode::OK };
        assert_eq!(answer.status, expected, "{path}: {}", answer.text());
    }
    assert_eq!(program.get("/departments").await.json(), department.json());
    // The token itself, and the files that were written out.
    let more = program.get("/audit-log").await.json()["items"].as_array().unwrap().len();
    assert_eq!(more, log["items"].as_array().unwrap().len() + 6);
}
