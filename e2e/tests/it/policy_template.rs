//! The template for the Group Policy editor (`packaging/windows/policies`) against docs/reference/policies.md, which another test
//! compares with the client.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use client::policy::POLICY_KEY;
use roxmltree::{Document, Node};

const LANGUAGES: [&str; 2] = ["en-US", "de-DE"];

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn template() -> String {
    file("packaging/windows/policies/OXUpdater.admx")
}

fn words(language: &str) -> String {
    let path: PathBuf = ["packaging/windows/policies", language, "OXUpdater.adml"].iter().collect();
    file(&path.to_string_lossy())
}

fn elements<'a>(document: &'a Document<'_>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(name) || node.tag_name().name() == name)
}

/// The values that a policy writes, each with its type.
fn written(policy: Node<'_, '_>) -> BTreeMap<String, &'static str> {
    policy
        .descendants()
        .filter_map(|node| {
            let name = node.attribute("valueName")?.to_owned();
            let of_numbers = ["policy", "decimal"].contains(&node.tag_name().name());
            Some((name, if of_numbers { "`REG_DWORD`" } else { "`REG_SZ`" }))
        })
        .collect()
}

/// The values that the page lists as policies, each with its type.
fn described() -> BTreeMap<String, String> {
    let page = file("docs/reference/policies.md");
    let section = page.split("\n## ").find(|section| section.starts_with("Policies")).unwrap();
    let rows = section.lines().filter_map(|line| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        Some((cells.next()?.strip_prefix('`')?.strip_suffix('`')?.to_owned(), cells.next()?.to_owned()))
    });
    rows.collect()
}

#[test]
fn the_template_has_each_policy_and_no_other() {
    let text = template();
    let document = Document::parse(&text).unwrap();
    let mut found = BTreeMap::new();
    for policy in elements(&document, "policy") {
        assert_eq!(policy.attribute("key"), Some(POLICY_KEY));
        assert_eq!(policy.attribute("class"), Some("Machine"));
        let written = written(policy);
        assert_eq!(
            written.keys().map(String::as_str).collect::<Vec<_>>(),
            [policy.attribute("name").unwrap()]
        );
        found.extend(written.into_iter().map(|(name, kind)| (name, kind.to_owned())));
    }
    assert_eq!(found, described());
}

#[test]
fn what_can_be_chosen_is_what_the_page_says() {
    let text = template();
    let document = Document::parse(&text).unwrap();
    let page = file("docs/reference/policies.md");
    for choice in elements(&document, "enum") {
        let name = choice.attribute("valueName").unwrap();
        let row = page.lines().find(|line| line.starts_with(&format!("| `{name}`"))).unwrap();
        let values = choice.descendants().filter(|node| node.tag_name().name() == "string");
        for value in values.map(|node| node.text().unwrap().to_owned()) {
            assert!(row.contains(&format!("`{value}`")), "{name}: {value}");
        }
    }
    let hours = elements(&document, "decimal").find(|node| node.has_attribute("valueName")).unwrap();
    assert_eq!(hours.attribute("minValue"), Some(client::settings::INTERVAL_HOURS_MIN.to_string().as_str()));
    assert_eq!(hours.attribute("maxValue"), Some(client::settings::INTERVAL_HOURS_MAX.to_string().as_str()));
}

#[test]
fn each_word_that_the_template_needs_is_there_in_both_languages_and_none_is_left_over() {
    let template = template();
    let mut needed = BTreeSet::new();
    for part in template.split("\"$(").skip(1) {
        needed.insert(part.split(')').next().unwrap().to_owned());
    }
    assert!(needed.len() > 20, "{needed:?}");
    for language in LANGUAGES {
        let text = words(language);
        let document = Document::parse(&text).unwrap();
        let mut there = BTreeSet::new();
        for kind in ["string", "presentation"] {
            for node in elements(&document, kind) {
                let id = node.attribute("id").unwrap();
                assert!(there.insert(format!("{kind}.{id}")), "{language}: {id} is there twice");
                let says =
                    node.descendants().filter_map(|node| node.text()).any(|text| !text.trim().is_empty());
                assert!(says, "{language}: {id} says nothing");
            }
        }
        assert_eq!(there, needed, "{language}");
    }
}

#[test]
fn each_field_of_a_presentation_is_an_element_of_its_policy() {
    let template = template();
    let document = Document::parse(&template).unwrap();
    let fields: BTreeSet<String> =
        document.descendants().filter_map(|node| node.attribute("id")).map(str::to_owned).collect();
    for language in LANGUAGES {
        let text = words(language);
        let document = Document::parse(&text).unwrap();
        let shown: BTreeSet<String> =
            document.descendants().filter_map(|node| node.attribute("refId")).map(str::to_owned).collect();
        assert_eq!(shown, fields, "{language}");
    }
}

/// The names of an element's children, in their order, each once.
fn children(node: Node<'_, '_>) -> Vec<String> {
    let mut names: Vec<String> =
        node.children().filter(Node::is_element).map(|child| child.tag_name().name().to_owned()).collect();
    names.dedup();
    names
}

/// Whether names stand in the order in which the schema has them, and none beside them.
fn is_in_order(names: &[String], schema: &[&str]) -> bool {
    let mut places = names.iter().map(|name| schema.iter().position(|known| known == name));
    places.all(|place| place.is_some())
        && names.is_sorted_by_key(|name| schema.iter().position(|known| known == name))
}

/// Microsoft, "ADMX Schema" and "ADML Schema": what follows what. Windows' editor refuses a whole file in which something stands elsewhere.
#[test]
fn the_elements_stand_in_the_order_of_the_schema() {
    let text = template();
    let document = Document::parse(&text).unwrap();
    let order = ["policyNamespaces", "supersededAdm", "resources", "supportedOn", "categories", "policies"];
    assert!(is_in_order(&children(document.root_element()), &order), "{:?}", document.root_element());
    let order = [
        "parentCategory",
        "seeAlso",
        "keywords",
        "supportedOn",
        "enabledValue",
        "disabledValue",
        "enabledList",
        "disabledList",
        "elements",
    ];
    for policy in elements(&document, "policy") {
        let names = children(policy);
        assert!(is_in_order(&names, &order), "{names:?}");
        let has = |name: &str| names.iter().any(|child| child == name);
        assert!(has("parentCategory") && has("supportedOn"), "{names:?}");
        // Fields are shown by a presentation; a policy without any is on or off, and needs a value of its own for that.
        assert_eq!(policy.has_attribute("presentation"), has("elements"), "{policy:?}");
        assert_ne!(policy.has_attribute("valueName"), has("elements"), "{policy:?}");
    }
    for language in LANGUAGES {
        let text = words(language);
        let document = Document::parse(&text).unwrap();
        assert_eq!(children(document.root_element()), ["displayName", "description", "resources"]);
        let resources = elements(&document, "resources").next().unwrap();
        assert_eq!(children(resources), ["stringTable", "presentationTable"], "{language}");
    }
    assert!(!is_in_order(&["elements".to_owned(), "supportedOn".to_owned()], &order));
    assert!(!is_in_order(&["unknown".to_owned()], &order));
}

#[test]
fn each_policy_has_a_name_of_its_own_and_refers_to_what_is_there() {
    let text = template();
    let document = Document::parse(&text).unwrap();
    let names = |kind| -> Vec<&str> {
        elements(&document, kind).map(|node| node.attribute("name").unwrap()).collect()
    };
    for kind in ["policy", "category", "definition"] {
        let unique: BTreeSet<&str> = names(kind).into_iter().collect();
        assert!(!unique.is_empty() && unique.len() == names(kind).len(), "{kind}: {:?}", names(kind));
    }
    for policy in elements(&document, "policy") {
        for (element, kind) in [("parentCategory", "category"), ("supportedOn", "definition")] {
            let child = policy.children().find(|child| child.tag_name().name() == element).unwrap();
            assert!(names(kind).contains(&child.attribute("ref").unwrap()), "{child:?}");
        }
        let mut ids = BTreeSet::new();
        for id in policy.descendants().filter_map(|node| node.attribute("id")) {
            assert!(ids.insert(id), "{id} is there twice");
        }
    }
}
