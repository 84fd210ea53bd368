//! docs/reference/update-xml.md says what the code does.

use catalog::xml::{self, write};
use catalog::{ICON_SIZE_MAX, install_params, product, version};

use super::products::full;
use super::{only_product, reading};

const PAGE: &str = include_str!("../../../../../docs/reference/update-xml.md");

/// The blocks of XML on the page.
fn examples() -> Vec<&'static str> {
    PAGE.split("```xml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

/// The rows of the table under a heading, each with its cells; without the head.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let (_, section) = PAGE.split_once(&format!("\n## {heading}\n")).unwrap();
    let table =
        section.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    table.skip(2).map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

#[test]
fn the_examples_are_good_and_the_first_is_as_it_is_written() {
    let [whole, least] = examples().try_into().unwrap();
    assert_eq!(write(&[only_product(whole)]), whole);
    assert_eq!(reading(least).problems, []);
    for line in least.lines().filter(|line| line.starts_with("    <")) {
        let without = least.replace(line, "");
        assert_ne!(reading(&without).problems, [], "the least can do without {line}");
    }
}

#[test]
fn the_table_has_the_elements_that_are_written_in_their_order() {
    let written = write(&[full()]);
    let elements: Vec<&str> =
        written.lines().filter_map(|line| line.strip_prefix("    <")?.split('>').next()).collect();
    let rows = rows("The elements of a product");
    let told: Vec<&str> = rows.iter().map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(told, elements);
    assert!(examples()[0].lines().filter(|line| line.starts_with("    <")).count() == told.len());
}

#[test]
fn the_limits_are_those_of_the_code() {
    let limits = [
        xml::DOCUMENT_SIZE_MAX,
        xml::PRODUCTS_MAX,
        usize::try_from(xml::NODES_MAX).unwrap(),
        xml::DEPTH_MAX,
        xml::TAG_LENGTH_MAX,
        xml::NAMESPACES_MAX,
        product::NAME_LENGTH_MAX,
        version::VERSION_LENGTH_MAX,
        product::URL_LENGTH_MAX,
        ICON_SIZE_MAX,
        install_params::INSTALL_PARAMS_LENGTH_MAX,
        product::DESCRIPTION_LENGTH_MAX,
        product::RELEASE_NOTES_LENGTH_MAX,
        product::CLOSE_FIRST_MAX,
        product::PROGRAM_LENGTH_MAX,
    ];
    let told: Vec<usize> = rows("Limits").iter().map(|row| row[1].parse().unwrap()).collect();
    assert_eq!(told, limits);
}
