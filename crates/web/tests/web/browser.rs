//! A browser without a window: sends requests to the router and keeps its cookies.

use std::collections::BTreeMap;

use app::Clock;
use app::mail::Mailer;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use catalog::Catalog;
use testkit::company::{Company, PASSWORD, company};
use testkit::database::TemporaryDatabase;
use tower::ServiceExt as _;
use web::{Settings, State, router};

use crate::renderers::PlainWords;

/// The application with a company, and a browser in front of it.
pub struct Browser {
    /// The company in the database.
    pub company: Company,
    router: Router,
    cookies: BTreeMap<String, String>,
    database: TemporaryDatabase,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    /// `Location`, empty where there is none.
    pub location: String,
    pub body: String,
    pub headers: axum::http::HeaderMap,
}

impl Browser {
    /// Nobody is signed in yet.
    pub async fn new() -> Self {
        let database = testkit::database::sqlite().await;
        let company = company(&database.store).await;
        Self::before(database, company, Mailer::None)
    }

    /// There is no organization yet; `company` is none of the database's.
    pub async fn first_run() -> Self {
        let database = testkit::database::sqlite().await;
        let clock = Clock::stopped(testkit::company::MOMENT);
        let visitor = app::Visitor::new(database.store.clone(), clock.clone(), app::Channel::Web);
        let organization = app::OrganizationId::new();
        let officer = visitor.operator(organization);
        let company = Company { organization, officer, visitor, clock };
        Self::before(database, company, Mailer::None)
    }

    /// 見本花子 is signed in; mail goes out by `mailer`.
    pub async fn mailing(mailer: Mailer) -> Self {
        let database = testkit::database::sqlite().await;
        let company = company(&database.store).await;
        let mut browser = Self::before(database, company, mailer);
        browser.sign_in("hanako@example.jp").await;
        browser
    }

    fn before(database: TemporaryDatabase, company: Company, mailer: Mailer) -> Self {
        let settings = Settings { public_address: "http://localhost:8080".into(), ..Settings::default() };
        let state =
            State::new(database.store.clone(), Clock::clone(&company.clock), Catalog::load().unwrap(), settings)
                .with_mailer(mailer)
                .with_renderers(std::sync::Arc::new(PlainWords));
        Self { company, router: router(state), cookies: BTreeMap::new(), database }
    }

    /// 見本花子 is signed in.
    pub async fn signed_in() -> Self {
        let mut browser = Self::new().await;
        browser.sign_in("hanako@example.jp").await;
        browser
    }

    /// Another person of the company takes the browser over.
    pub async fn sign_in(&mut self, email: &str) {
        let signed = app::account::sign_in(&self.company.visitor, email, PASSWORD.into()).await.unwrap();
        self.cookies.insert("session".into(), signed.session.reveal().to_owned());
    }

    /// 見本太郎 joins the company with that role and takes the browser over.
    pub async fn joined_by(&mut self, role: app::Role, department: Option<app::DepartmentId>) {
        let wanted = app::invitation::NewInvitation { email: "taro@example.jp".into(), role: Some(role), department };
        let invited = app::invitation::invite(&self.company.officer, wanted).await.unwrap();
        let person = app::invitation::NewPerson { name: "見本太郎".into(), password: PASSWORD.into() };
        app::invitation::accept(&self.company.visitor, &invited.secret, person).await.unwrap();
        self.sign_in("taro@example.jp").await;
    }

    /// Changes the data behind the application's back.
    pub async fn execute(&self, sql: &str) {
        self.database.execute(sql).await;
    }

    /// The browser forgets who was signed in.
    pub fn forget(&mut self) {
        self.cookies.clear();
    }

    /// What the browser keeps under that name.
    pub fn cookie(&self, name: &str) -> String {
        self.cookies[name].clone()
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form of the same origin.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// Sends any request, with the cookies kept so far.
    pub async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let (value, attributes) = rest.split_once(';').unwrap_or((rest, ""));
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let (parts, body) = response.into_parts();
        let location = parts.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        Answer {
            status: parts.status,
            location: location.unwrap_or_default(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&to_bytes(body, usize::MAX).await.unwrap()).into_owned(),
        }
    }
}
