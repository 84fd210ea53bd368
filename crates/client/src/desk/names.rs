//! Names and texts from elsewhere, as they stand on a screen: on one line where they are names, and not longer than there is room. Pure.

use catalog::Product;
use text::terminal::one_line;
use text::{Message, message};

/// The most characters of a product's name on a screen.
pub(super) const NAME_SHOWN_MAX: usize = 120;
/// The most characters of a product's name in what is told beside the clock.
pub(super) const NAME_TOLD_MAX: usize = 40;

/// A text on one line, cut at so many characters.
pub(super) fn short(text: &str, length_max: usize) -> String {
    let line = one_line(text);
    if line.chars().count() <= length_max {
        return line;
    }
    let cut: String = line.chars().take(length_max.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// A product with its version.
pub(super) fn name_of(product: &Product) -> Message {
    let name = short(&product.name, NAME_SHOWN_MAX);
    message!("progress-name", product = name, version = product.version.as_str())
}

/// From which version to which.
pub(super) fn versions(from: Option<&str>, to: &str) -> Message {
    match from {
        None => message!("updates-versions-new", offered = to),
        Some(installed) => message!("updates-versions-update", installed = installed, offered = to),
    }
}
