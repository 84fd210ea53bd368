//! The OpenAPI document: what the handlers say of themselves, with what is the same for all of them.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{
    Components, Content, ContentBuilder, Info, OpenApi, Ref, RefOr, Response as Described, ResponseBuilder,
    SecurityRequirement,
};
use utoipa::{PartialSchema, ToSchema};

use super::problem::{PROBLEM_JSON, Part, Problem};

/// The security scheme of programs.
const TOKEN: &str = "token";
/// The security scheme of clients.
const PASSWORD: &str = "password";

/// Answers with the document.
///
/// It takes no token, and says nothing of what the server keeps.
#[utoipa::path(
    get, path = "/api/v1/openapi.json", operation_id = "readDocument", tag = "document", security(()),
    responses((status = 200, description = "this document", content_type = "application/json", body = Object)),
)]
pub(super) async fn read() -> Response {
    static JSON: LazyLock<String> = LazyLock::new(to_json);
    ([(CONTENT_TYPE, "application/json")], JSON.as_str()).into_response()
}

/// The document, as it is served and as docs/reference/openapi.json keeps it.
fn to_json() -> String {
    document().to_pretty_json().unwrap_or_default() + "\n"
}

fn document() -> OpenApi {
    let mut document = super::operations().into_openapi();
    let mut info = Info::new("OX Updater", "1");
    info.description = Some(
        "The JSON API of the OX Updater server. docs/reference/api.md describes it for people.".to_owned(),
    );
    document.info = info;
    let components = document.components.get_or_insert_with(Components::new);
    for (name, schema) in [(Problem::name(), Problem::schema()), (Part::name(), Part::schema())] {
        components.schemas.insert(name.into_owned(), schema);
    }
    let mut token = Http::new(HttpAuthScheme::Bearer);
    token.description = Some("an API token, `oxa1_…`".to_owned());
    let mut password = Http::new(HttpAuthScheme::Basic);
    password.description = Some("name and password, or a device token as the password".to_owned());
    for (name, scheme) in [(TOKEN, token), (PASSWORD, password)] {
        components.security_schemes.insert(name.to_owned(), SecurityScheme::Http(scheme).into());
    }
    for (path, item) in &mut document.paths.paths {
        for operation in operations_of(item) {
            complete(path, operation);
        }
    }
    document
}

fn operations_of(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, patch, delete, head, .. } = item;
    [get, put, post, patch, delete, head].into_iter().filter_map(Option::as_mut)
}

/// Adds what follows from what an operation takes: who may ask, and how it can fail.
fn complete(path: &str, operation: &mut Operation) {
    let scheme = |name| SecurityRequirement::new::<_, [&str; 0], &str>(name, []);
    let security = operation.security.get_or_insert_with(|| vec![scheme(TOKEN)]);
    let is_open = security.iter().all(|requirement| *requirement == SecurityRequirement::default());
    if is_open {
        security.clear();
    }
    let is_of_client = security.contains(&scheme(PASSWORD));
    let takes = |name: &str| {
        let mut parameters = operation.parameters.iter().flatten();
        parameters.any(|parameter| matches!(parameter, RefOr::T(parameter) if parameter.name == name))
    };
    let mut failures = vec![
        ("400", "what was sent cannot be read"),
        ("414", "path and query are too long"),
        ("500", "the server is at fault"),
    ];
    if !is_open {
        failures.extend([
            ("401", "the credentials are missing, wrong, expired or revoked"),
            ("404", "there is no such thing for this program"),
            ("503", "the server is busy; `Retry-After` says when to come again"),
        ]);
    }
    if operation.request_body.is_some() {
        failures.extend([
            ("408", "the body did not come in time"),
            ("413", "the body is too large"),
            ("415", "the body is of another media type"),
        ]);
    }
    if takes("If-Match") {
        failures
            .extend([("412", "it is not as it was seen: read it again"), ("428", "`If-Match` is missing")]);
    }
    if path.len() > 1 && (operation.request_body.is_some() || takes("If-Match")) {
        failures.extend([("409", "what is there already forbids it"), ("507", "the disk is full")]);
    }
    for (status, description) in failures {
        let failure = if is_of_client { failure_for_client(description) } else { failure(description) };
        operation.responses.responses.entry(status.to_owned()).or_insert_with(|| failure.into());
    }
}

/// Clients read errors as plain text.
fn failure_for_client(description: &str) -> Described {
    let mut failure = failure(description);
    let text: Content = ContentBuilder::new().schema(Some(String::schema())).build();
    failure.content.insert("text/plain".to_owned(), text.into());
    failure
}

fn failure(description: &str) -> Described {
    let schema = Ref::from_schema_name(Problem::name());
    let content: Content = ContentBuilder::new().schema(Some(schema)).build();
    ResponseBuilder::new().description(description).content(PROBLEM_JSON, content).build()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use serde_json::Value;

    use super::to_json;
    use crate::model::api_token::Scope;

    /// Set to anything, it lets the tests write what they would compare.
    const RENEW: &str = "OXUPDATED_RENEW";
    /// Those that take no token.
    const OPEN: [&str; 3] = ["readDocument", "authorizeDevice", "takeDeviceToken"];

    /// Those that change one thing and take no `If-Match`: what is so or not so, and a token in danger.
    const UNCONDITIONED: [&str; 7] = [
        "revokeOwnToken",
        "joinGroup",
        "leaveGroup",
        "grantPermission",
        "revokePermission",
        "assignBranding",
        "unassignBranding",
    ];

    fn document() -> Value {
        serde_json::from_str(&to_json()).unwrap()
    }

    /// Every operation: method, path, and what the document says.
    fn operations(document: &Value) -> Vec<(String, String, &Value)> {
        let paths = document["paths"].as_object().unwrap().iter();
        let operations = paths.flat_map(|(path, item)| {
            let methods = item.as_object().unwrap().iter();
            methods.map(move |(method, operation)| (method.to_uppercase(), path.clone(), operation))
        });
        operations.collect()
    }

    #[test]
    fn the_document_is_the_one_in_the_reference() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/openapi.json");
        if std::env::var_os(RENEW).is_some() {
            fs::write(&file, to_json()).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            kept == to_json(),
            "docs/reference/openapi.json is not what the handlers say. Write it anew, and look at what changed:\n  \
             {RENEW}=1 cargo test -p server --lib web::api"
        );
    }

    #[test]
    fn the_operations_are_told_to_people() {
        for (method, path, operation) in operations(&document()) {
            let summary = operation["summary"].as_str().unwrap();
            let summary = summary.trim_end_matches('.');
            crate::reference::assert_says("api.md", &format!("| `{method}` | `{path}` | {summary} |"));
        }
    }

    #[test]
    fn each_operation_says_who_may_and_how_it_fails() {
        let document = document();
        let mut ids = BTreeSet::new();
        for (method, path, operation) in operations(&document) {
            let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{method} {path}"));
            assert!(ids.insert(id), "{id} is there twice");
            let security = operation["security"].as_array().unwrap_or_else(|| panic!("{id} has no security"));
            assert_eq!(security.is_empty(), OPEN.contains(&id), "{id}");
            let scope = operation["x-scope"].as_str();
            let takes_token = security.iter().any(|scheme| scheme.get(super::TOKEN).is_some());
            let is_for_all = ["showOwnToken", "revokeOwnToken"].contains(&id);
            assert_eq!(scope.is_some(), takes_token && !is_for_all, "{id}: x-scope");
            assert!(scope.is_none_or(|scope| Scope::parse(scope).is_some()), "{id}: {scope:?}");
            let responses = operation["responses"].as_object().unwrap();
            let has = |status: &str| responses.contains_key(status);
            assert!(responses.keys().any(|status| status.starts_with('2')), "{id} never succeeds");
            assert!(has("400") && has("500"), "{id}");
            assert!(security.is_empty() || has("401") && has("404"), "{id}");
            assert!(operation["requestBody"].is_null() || has("413") && has("415"), "{id}");
            let parameters = operation["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
            let takes = |name: &str| parameters.iter().any(|parameter| parameter["name"] == name);
            assert!(!takes("If-Match") || has("412") && has("428"), "{id}");
            let changes_one = ["PUT", "PATCH", "DELETE"].contains(&method.as_str());
            assert!(
                !changes_one || takes("If-Match") || UNCONDITIONED.contains(&id),
                "{id} takes no If-Match"
            );
            let answers = operation.pointer("/responses/200/content/application~1json/schema/$ref");
            let is_list = answers.and_then(Value::as_str).is_some_and(|schema| schema.contains("/Page"));
            assert!(!is_list || takes("limit") && takes("after"), "{id} has no paging");
            for word in path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
                assert!(takes(word), "{id} does not say what {word} is");
            }
        }
        assert!(ids.len() > 5, "{ids:?}");
    }

    #[test]
    fn whatever_is_sent_has_limits() {
        let document = document();
        for (_, _, operation) in operations(&document) {
            let id = operation["operationId"].as_str().unwrap();
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                // The head of a request has a limit of its own.
                if parameter["in"] == "header" {
                    continue;
                }
                judge(&document, &parameter["schema"], &format!("{id} {}", parameter["name"]));
            }
            let contents = operation["requestBody"]["content"].as_object();
            if let Some(content) = contents.and_then(|contents| contents.get("application/json")) {
                judge(&document, &content["schema"], id);
            }
        }
    }

    /// Fails for a text or an array without a limit.
    fn judge(document: &Value, schema: &Value, place: &str) {
        if let Some(reference) = schema["$ref"].as_str() {
            let schema = document.pointer(reference.strip_prefix('#').unwrap());
            return judge(document, schema.unwrap_or_else(|| panic!("{place}: {reference}")), reference);
        }
        let is = |name: &str| schema["type"] == name || schema["type"][0] == name;
        if is("string") && schema["enum"].is_null() {
            assert!(schema["maxLength"].is_u64(), "{place} has no max_length");
        }
        if is("array") {
            assert!(schema["maxItems"].is_u64(), "{place} has no max_items");
            judge(document, &schema["items"], place);
        }
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            judge(document, property, &format!("{place} {name}"));
        }
        for combined in ["oneOf", "anyOf", "allOf"] {
            for part in schema[combined].as_array().into_iter().flatten() {
                judge(document, part, place);
            }
        }
    }

    #[test]
    fn no_operation_is_missing() {
        let (mut described, mut elsewhere) = (0, Vec::new());
        for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web")) {
            let text = fs::read_to_string(&file).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            described += code.lines().filter(|line| line.trim_start().starts_with("#[utoipa::path(")).count();
            if code.contains(".route(\"/api/") {
                elsewhere.push(file);
            }
        }
        assert_eq!(
            elsewhere,
            [] as [PathBuf; 0],
            "these are routes of the API that the document does not know"
        );
        assert_eq!(operations(&document()).len(), described, "a handler is described and has no route");
    }

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files
    }
}
