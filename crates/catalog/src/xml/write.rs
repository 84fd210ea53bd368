//! From products to update.xml, in the original's order of elements, then our own.
//!
//! Source of the order, of lower-case MD5, of dd.MM.yyyy and of the absent declaration: the original's server template.

use quick_xml::escape::escape;

use super::layout::Layout;
use crate::product::Product;

/// Writes an update.xml in UTF-8. As values, reading it gives these products again.
///
/// Two things XML cannot carry, and [`crate::listing::product`] lets none of them in: blanks around a value, which no
/// reader counts, and control characters, which are replaced.
#[must_use]
pub fn write(products: &[Product]) -> String {
    write_in(Dialect::Original, products)
}

/// How a server of this kind writes its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// The original's: `URL` and `MD5` are the package's.
    Original,
    /// Its successor's: no `InfoUrl`, and the package stands in `MSIURL` and `MSIMD5` beside `URL` and `MD5`, which named an `.exe`
    /// there; here all of them are of the package.
    Successor,
}

/// Writes an update.xml in UTF-8, as [`write()`] does, in a dialect.
#[must_use]
pub fn write_in(dialect: Dialect, products: &[Product]) -> String {
    let layout = Layout::default();
    let mut xml = String::from("<Products>\n");
    for product in products {
        xml.push_str("  ");
        xml.push_str(&laid_out(values_in(dialect, product), &layout));
        xml.push('\n');
    }
    xml.push_str("</Products>\n");
    xml
}

/// Writes one `Product` element; what stands before its first line and behind its last is the caller's.
pub(crate) fn element(product: &Product, layout: &Layout) -> String {
    laid_out(values_in(Dialect::Original, product), layout)
}

/// The names of a product's elements and what stands in them, in their order.
pub(super) fn values(product: &Product) -> Vec<(&'static str, String)> {
    values_in(Dialect::Original, product)
}

/// A value as it stands in an element.
pub(super) fn text_in(value: &str, layout: &Layout) -> String {
    text(value).replace('\n', layout.line_break)
}

fn laid_out(values: Vec<(&'static str, String)>, layout: &Layout) -> String {
    let line_break = layout.line_break;
    let mut xml = String::from("<Product>");
    for (name, value) in values {
        if let Some(indent) = &layout.element_indent {
            xml.push_str(line_break);
            xml.push_str(indent);
        }
        xml.push_str(&format!("<{name}>{}</{name}>", text_in(&value, layout)));
    }
    if layout.element_indent.is_some() {
        xml.push_str(line_break);
        xml.push_str(layout.product_indent.as_deref().unwrap_or_default());
    }
    xml.push_str("</Product>");
    xml
}

fn values_in(dialect: Dialect, product: &Product) -> Vec<(&'static str, String)> {
    let shown = |value: Option<&dyn ToString>| value.map(ToString::to_string).unwrap_or_default();
    let md5 = shown(product.md5.as_ref().map(|md5| md5 as _));
    let release_date = shown(product.release_date.as_ref().map(|date| date as _));
    // The original's elements stand even when empty; old clients may look for them.
    let mut values = vec![
        ("Name", product.name.clone()),
        ("Version", product.version.to_string()),
        ("UpgradeCode", product.upgrade_code.to_string()),
    ];
    let package = product.url.clone();
    values.extend(match dialect {
        Dialect::Original => [
            ("MD5", md5),
            ("ReleaseDate", release_date),
            ("URL", package),
            ("InfoUrl", product.info_url.clone().unwrap_or_default()),
        ]
        .to_vec(),
        Dialect::Successor => [
            ("ReleaseDate", release_date),
            ("URL", package.clone()),
            ("MD5", md5.clone()),
            ("MSIURL", package),
            ("MSIMD5", md5),
        ]
        .to_vec(),
    });
    values.extend([
        ("Icon", product.icon.as_ref().map(crate::Icon::to_base64).unwrap_or_default()),
        ("InstallParams", product.install_params.to_string()),
        ("Importance", product.importance.to_wire().to_owned()),
    ]);
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
    values.extend(own.into_iter().filter_map(|(name, value)| Some((name, value?))));
    values
}

/// Text as XML can hold it: escaped, and what XML forbids even escaped replaced by U+FFFD.
fn text(value: &str) -> String {
    let is_forbidden = |letter: char| {
        let is_low_control = letter < ' ' && !matches!(letter, '\t' | '\n' | '\r');
        is_low_control || matches!(letter, '\u{fffe}' | '\u{ffff}')
    };
    // A carriage return is escaped too, for a bare one would be read as a line feed.
    escape(value.replace(is_forbidden, "\u{fffd}")).into_owned()
}
