//! The description: whole in itself, and of what there is.

use std::collections::BTreeSet;
use std::path::Path;

use axum::http::{StatusCode, header};
use serde_json::Value;

use super::program::Program;

/// One operation of the description.
#[derive(Debug, Clone)]
pub struct Operation {
    pub id: String,
    pub method: String,
    pub path: String,
    pub has_body: bool,
    pub has_if_match: bool,
}

/// Every operation, as the code describes it.
pub fn operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(web::api_description()).unwrap();
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            operations.push(Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase(),
                path: path.clone(),
                has_body: operation.get("requestBody").is_some(),
                has_if_match: parameters.iter().any(|parameter| parameter["name"] == "If-Match"),
            });
        }
    }
    operations
}

async fn document() -> Value {
    let mut program = Program::new().await;
    program.token = String::new();
    let answer = program.get("/openapi.json").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/json");
    answer.json()
}

/// Calls `look` on every value of the document with its path.
fn walk(value: &Value, path: &str, look: &mut impl FnMut(&str, &Value)) {
    look(path, value);
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| walk(value, &format!("{path}/{key}"), look));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| walk(value, &format!("{path}/{index}"), look));
        }
        _ => {}
    }
}

#[tokio::test]
async fn it_is_whole() {
    let document = document().await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut references = 0;
    walk(&document, "", &mut |path, value| {
        if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            references += 1;
            let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("{path}: {reference}"));
            assert!(document.pointer(pointer).is_some(), "{path}: {reference} is not there");
        }
    });
    assert!(references > 100, "{references}");
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let text = document.to_string();
    for name in schemas.keys() {
        assert!(text.contains(&format!("\"#/components/schemas/{name}\"")), "nothing uses {name}");
        assert!(!name.ends_with("Body") && !name.ends_with("Word"), "{name} is a name for us, not for others");
    }
}

#[tokio::test]
async fn everything_is_explained_in_japanese() {
    let document = document().await;
    walk(&document, "", &mut |path, value| {
        let is_words = path.ends_with("/description") || path.ends_with("/summary");
        if let (true, Some(words)) = (is_words, value.as_str()) {
            assert!(!words.is_ascii(), "{path}: {words}");
        }
    });
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(schema.get("description").is_some(), "{name} is not explained");
        let parts = schema.get("allOf").and_then(Value::as_array).cloned().unwrap_or_default();
        for part in parts.iter().chain([schema]) {
            for (field, property) in part["properties"].as_object().into_iter().flatten() {
                let parts = property["oneOf"].as_array().into_iter().flatten().chain([property]);
                let said = { parts }.any(|part| part.get("description").is_some() || !part["$ref"].is_null());
                assert!(said || name == "Undoing", "{name}.{field} is not explained: {property}");
            }
        }
    }
    let tags: BTreeSet<&str> =
        document["tags"].as_array().unwrap().iter().map(|tag| tag["name"].as_str().unwrap()).collect();
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let name = format!("{method} {path}");
            assert!(operation["summary"].is_string(), "{name} has no summary");
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{name}: id given twice");
            assert!(tags.contains(operation["tags"][0].as_str().unwrap()), "{name}: unknown tag");
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                assert!(parameter["description"].is_string(), "{name}: {parameter}");
            }
            let keys = path.matches('{').count();
            let described = operation["parameters"].as_array().into_iter().flatten();
            assert_eq!(described.filter(|parameter| parameter["in"] == "path").count(), keys, "{name}");
        }
    }
}

#[tokio::test]
async fn every_error_is_described() {
    let document = document().await;
    for operation in operations().into_iter().filter(|operation| operation.id != "openapi") {
        let responses = &document["paths"][&operation.path][operation.method.to_lowercase()]["responses"];
        let mut expected = vec!["401", "403", "500", "503"];
        if operation.path.contains('{') {
            expected.push("404");
        }
        if operation.has_if_match {
            expected.extend(["412", "428"]);
        }
        if operation.has_body {
            expected.extend(["413", "415", "422"]);
        }
        for status in expected {
            let content = &responses[status]["content"]["application/problem+json"]["schema"]["$ref"];
            assert_eq!(content, "#/components/schemas/Problem", "{operation:?}: {status}");
        }
        let answers = responses.as_object().unwrap().keys().filter(|status| status.starts_with('2')).count();
        assert_eq!(answers, 1, "{operation:?}");
    }
}

/// Routes are made from the same attributes as the description, so no route can be without one. What could
/// happen is a handler that was written and not named in any `routes!`, or a route made past it.
#[test]
fn every_handler_is_a_route_and_every_route_a_handler() {
    let (mut described, mut bare) = (0, Vec::new());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api");
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            described += text.matches("#[utoipa::path(").count();
            bare.extend(text.contains(".route(").then_some(path));
        }
    }
    assert_eq!(described, operations().len(), "a handler is described and not routed");
    assert!(bare.is_empty(), "routes without description in {bare:?}");
}

#[tokio::test]
async fn every_address_of_it_answers() {
    let mut program = Program::new().await;
    program.token = String::new();
    for operation in operations().into_iter().filter(|operation| operation.id != "openapi") {
        let path = operation.path.replace(['{', '}'], "x");
        let answer = program.send(&operation.method, &path, None, None).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{operation:?} is no route");
    }
}
