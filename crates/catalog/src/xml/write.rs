//! From products to update.xml, in the original's order of elements, then our own.
//!
//! Source of the order, of lower-case MD5, of dd.MM.yyyy and of the absent declaration: the original's server template.

use quick_xml::escape::escape;

use crate::product::Product;

/// Writes an update.xml in UTF-8. As values, reading it gives these products again.
#[must_use]
pub fn write(products: &[Product]) -> String {
    let mut xml = String::from("<Products>\n");
    for product in products {
        write_product(&mut xml, product, "  ", "\n");
    }
    xml.push_str("</Products>\n");
    xml
}

/// Writes one `Product` element with a line break behind it.
pub(crate) fn write_product(xml: &mut String, product: &Product, indent: &str, line_break: &str) {
    xml.push_str(&format!("{indent}<Product>{line_break}"));
    for (element, value) in elements(product) {
        xml.push_str(&format!("{indent}{indent}<{element}>{}</{element}>{line_break}", text(&value)));
    }
    xml.push_str(&format!("{indent}</Product>{line_break}"));
}

fn elements(product: &Product) -> Vec<(&'static str, String)> {
    let shown = |value: Option<&dyn ToString>| value.map(ToString::to_string).unwrap_or_default();
    // The original's elements stand even when empty; old clients may look for them.
    let mut elements = vec![
        ("Name", product.name.clone()),
        ("Version", product.version.to_string()),
        ("UpgradeCode", product.upgrade_code.to_string()),
        ("MD5", shown(product.md5.as_ref().map(|md5| md5 as _))),
        ("ReleaseDate", shown(product.release_date.as_ref().map(|date| date as _))),
        ("URL", product.url.clone()),
        ("InfoUrl", product.info_url.clone().unwrap_or_default()),
        ("Icon", product.icon.as_ref().map(crate::Icon::to_base64).unwrap_or_default()),
        ("InstallParams", product.install_params.to_string()),
        ("Importance", product.importance.to_wire().to_owned()),
    ];
    let own = [
        ("SHA256", product.sha256.map(|digest| digest.to_string())),
        ("Size", product.size.map(|size| size.to_string())),
        ("ProductCode", product.product_code.map(|code| code.to_string())),
        ("Platform", product.platform.map(|platform| platform.to_string())),
        ("Scope", product.scope.map(|scope| scope.to_string())),
        ("Description", product.description.clone()),
        ("ReleaseNotes", product.release_notes.clone()),
        ("Requires", product.requires.clone()),
        ("CloseFirst", Some(product.close_first.join(";")).filter(|names| !names.is_empty())),
    ];
    elements.extend(own.into_iter().filter_map(|(element, value)| Some((element, value?))));
    elements
}

/// Text as XML can hold it: escaped, and what XML forbids even escaped replaced by U+FFFD.
fn text(value: &str) -> String {
    let is_allowed =
        |letter: char| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r' | '\u{7f}'..='\u{9f}');
    let allowed: String = value
        .chars()
        .map(|letter| {
            if is_allowed(letter) && !matches!(letter, '\u{fffe}' | '\u{ffff}') { letter } else { '\u{fffd}' }
        })
        .collect();
    // A bare carriage return would be read as a line feed.
    escape(&allowed).replace('\r', "&#13;")
}
