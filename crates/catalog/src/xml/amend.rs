//! Changes to one product that leave everything else in it as it is: comments, unknown elements, and what could not be read.

use std::ops::Range;

use roxmltree::Node;

use super::abridge::Cuts;
use super::layout::{Layout, lines_of};
use super::splice::Change;
use super::{tree, write};
use crate::Product;

/// What has to change in the text of a product, which reads as `old`, so that it reads as `new`.
pub(super) fn changes(text: &str, product: Node<'_, '_>, old: &Product, new: &Product) -> Vec<Change> {
    let layout = Layout::of(text, Some(product));
    let (before, after) = (write::values(old), write::values(new));
    let value_of = |values: &[(&str, String)], name: &str| {
        values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    };
    let mut changes = Vec::new();
    let mut added = String::new();
    for (name, value) in &after {
        if value_of(&before, name).as_ref() == Some(value) {
            continue;
        }
        let children = bearing(product, read_as(product, name));
        let counts = children.iter().find(|child| !is_empty(**child)).or(children.first());
        let written = write::text_in(value, &layout);
        match counts {
            // Where one is emptied, another of the same name would count instead.
            Some(_) if value.is_empty() => {
                changes.extend(children.iter().map(|child| filled(text, *child, "")));
            }
            Some(child) => changes.push(filled(text, *child, &written)),
            None => {
                if let Some(indent) = &layout.element_indent {
                    added.push_str(layout.line_break);
                    added.push_str(indent);
                }
                added.push_str(&format!("<{name}>{written}</{name}>"));
            }
        }
    }
    let mut gone: Vec<Range<usize>> = Vec::new();
    for (name, _) in before.iter().filter(|(name, _)| value_of(&after, name).is_none()) {
        gone.extend(bearing(product, name).iter().map(Node::range));
    }
    let stays = |child: &Node<'_, '_>| child.is_element() && !gone.contains(&child.range());
    if let Some(last) = product.children().rfind(stays).filter(|_| !added.is_empty()) {
        let end = last.range().end;
        changes.push(Change { range: end..end, text: added });
    }
    changes
        .extend(gone.into_iter().map(|range| Change { range: lines_of(text, range), text: String::new() }));
    changes.sort_by_key(|change| (change.range.start, change.range.end));
    changes
}

/// The name of the element that a value is read from: `MSIURL` wins over `URL`, and so does its digest.
fn read_as<'name>(product: Node<'_, '_>, name: &'name str) -> &'name str {
    let is_beside = || bearing(product, "MSIURL").iter().any(|child| !is_empty(*child));
    match name {
        "URL" if is_beside() => "MSIURL",
        "MD5" if is_beside() => "MSIMD5",
        _ => name,
    }
}

fn bearing<'a, 'input>(product: Node<'a, 'input>, name: &str) -> Vec<Node<'a, 'input>> {
    let bears =
        |child: &Node<'_, '_>| child.is_element() && child.tag_name().name().eq_ignore_ascii_case(name);
    product.children().filter(bears).collect()
}

fn is_empty(element: Node<'_, '_>) -> bool {
    tree::text_of(element, Cuts::NONE).is_empty()
}

/// An element with another text; its tags stay as they are.
fn filled(text: &str, element: Node<'_, '_>, written: &str) -> Change {
    let range = element.range();
    let source = text.get(range.clone()).unwrap_or_default();
    if let Some(open) = source.strip_suffix("/>") {
        let open = open.trim_end();
        let name = open.trim_start_matches('<').split(char::is_whitespace).next().unwrap_or_default();
        let text = if written.is_empty() { source.to_owned() } else { format!("{open}>{written}</{name}>") };
        return Change { range, text };
    }
    let end = range.start + source.rfind("</").unwrap_or(source.len());
    let start = element.first_child().map_or(end, |child| child.range().start);
    Change { range: start..end, text: written.to_owned() }
}

#[cfg(test)]
mod tests {
    use crate::xml::{list, read, replace_at};
    use crate::{Importance, Product};

    const ENTRY: &str = "<Product>\n\
        \x20   <Name lang=\"de\">Notes</Name><!-- kept -->\n\
        \x20   <Version>1</Version>\n\
        \x20   <UpgradeCode>{00000000-0000-0000-0000-111111111111}</UpgradeCode>\n\
        \x20   <URL>setup.exe</URL>\n\
        \x20   <MD5>22222222222222222222222222222222</MD5>\n\
        \x20   <MSIURL>a.msi</MSIURL>\n\
        \x20   <MSIMD5>11111111111111111111111111111111</MSIMD5>\n\
        \x20   <InfoUrl>ftp://a.example</InfoUrl>\n\
        \x20   <Icon>unreadable</Icon>\n\
        \x20   <InstallParams/>\n\
        \x20   <Importance>0</Importance>\n\
        \x20   <Channel vendor=\"x\">beta</Channel>\n\
        \x20   <ReleaseNotes>Old.</ReleaseNotes>\n\
        \x20   <ReleaseNotes>Older.</ReleaseNotes>\n\
        \x20 </Product>";

    #[test]
    fn what_is_not_changed_in_an_entry_stays_byte_for_byte() {
        let check = |change: &dyn Fn(&mut Product), changed: &[(&str, &str)]| {
            let document = format!("<Products>\n  {ENTRY}\n</Products>\n");
            for text in [document.clone(), document.replace('\n', "\r\n"), document.replace("\n    ", "")] {
                let document = text.clone();
                let mut product = read(document.as_bytes()).unwrap().products.remove(0);
                change(&mut product);
                let found = String::from_utf8(replace_at(document.as_bytes(), 0, &product).unwrap()).unwrap();
                let line = |part: &str| match text.contains("\r\n") {
                    true => part.replace('\n', "\r\n"),
                    false if text.contains("\n    ") => part.to_owned(),
                    false => part.replace("\n    ", ""),
                };
                let expected = changed.iter().fold(document, |document, (old, new)| {
                    assert!(document.contains(&line(old)), "{old}");
                    document.replacen(&line(old), &line(new), 1)
                });
                assert_eq!(found, expected);
                assert_eq!(list(found.as_bytes()).unwrap()[0].product.as_ref(), Some(&product));
            }
        };
        check(&|_| (), &[]);
        check(&|product| product.name = "A & B".to_owned(), &[(">Notes<", ">A &amp; B<")]);
        check(&|product| product.url = "b.msi".to_owned(), &[("a.msi", "b.msi")]);
        check(&|product| product.importance = Importance::High, &[(">0<", ">200<")]);
        check(
            &|product| product.install_params = crate::InstallParams::parse("/passive").unwrap(),
            &[("<InstallParams/>", "<InstallParams>/passive</InstallParams>")],
        );
        check(
            &|product| product.info_url = Some("https://b".to_owned()),
            &[("ftp://a.example", "https://b")],
        );
        check(
            &|product| {
                product.release_notes = None;
                product.description = Some("New.".to_owned());
                product.requires = Some("Windows 10".to_owned());
            },
            &[
                ("\n    <ReleaseNotes>Old.</ReleaseNotes>\n    <ReleaseNotes>Older.</ReleaseNotes>", ""),
                (
                    "beta</Channel>",
                    "beta</Channel>\n    <Description>New.</Description>\n    <Requires>Windows 10</Requires>",
                ),
            ],
        );
    }
}
