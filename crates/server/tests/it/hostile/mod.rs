//! Hostile stories: what people, devices, files and other web sites try, against every page that there is.
//!
//! The pages are found in the route table and by following links, so a page that comes is tried too.

mod forms;
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::browser::Browser;
use crate::place::Place;

/// An address of the route table, with something in place of what is not always the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    path: String,
    takes_post: bool,
}

/// All addresses of pages, as the code names them.
fn routes() -> Vec<Route> {
    let mut files = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/web/pages")];
    let mut found = BTreeSet::new();
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        found.extend(routes_of(&path));
    }
    assert!(found.len() > 30, "the route table is not where it was: {found:?}");
    found.into_iter().collect()
}

fn routes_of(file: &Path) -> Vec<Route> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let pieces = text.split(".route(").skip(1);
    let route = |piece: &str| {
        let (_, rest) = piece.split_once('"')?;
        let (path, rest) = rest.split_once('"')?;
        let handlers = rest.split(".route(").next().unwrap_or_default();
        let handlers = handlers.split("\n}").next().unwrap_or_default();
        Some(Route { path: filled(path), takes_post: handlers.contains("post(") })
    };
    pieces.filter_map(route).collect()
}

/// A path with something in each place that is not always the same.
fn filled(path: &str) -> String {
    let part = |part: &str| if part.starts_with('{') { "1".to_owned() } else { part.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// A place with somebody of each role.
fn place() -> Place {
    let place = Place::new();
    for role in ["administrator", "publisher", "viewer", "user"] {
        place.add_user(role);
        place.done(&["user", "set-role", role, role]);
    }
    place
}

/// All pages that can be reached by links from where somebody begins, with what they show.
fn crawl(browser: &mut Browser<'_>, pages_max: usize) -> Vec<(String, String)> {
    let mut waiting = vec!["/".to_owned(), "/admin".to_owned(), "/account".to_owned()];
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut pages = Vec::new();
    while let Some(path) = waiting.pop() {
        assert!(pages.len() < pages_max, "there are more than {pages_max} pages");
        let (at, answer) = browser.open(&path);
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        assert!(answer.status < 500, "{at}: {}", answer.text());
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{at}: {policy}");
        let page = answer.text().to_owned();
        for link in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.replace("&amp;", "&");
            let is_page = link.starts_with('/') && !link.starts_with("//") && !link.starts_with("/static/");
            // Downloads, and languages that would change what the next pages say.
            let is_other = link.contains("/installer/") || link.starts_with("/language/");
            if is_page && !is_other && seen.insert(link.clone()) {
                waiting.push(link);
            }
        }
        pages.push((at, page));
    }
    pages
}
