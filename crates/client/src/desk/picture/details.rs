//! What there is to read about one update.

use text::terminal::lines;
use text::{Message, message};

use super::list::released;
use crate::close_first::names;
use crate::desk::names::{NAME_SHOWN_MAX, short};
use crate::machine::Context;
use crate::plan::{Item, Obstacle, Step};
use crate::screen::{Details, Link};
use crate::words::size;

/// What there is to read about an update: what it is, what it does, why it is important, what it needs, what is new.
pub(super) fn details(item: &Item) -> Details {
    let product = &item.product;
    let mut paragraphs = Vec::new();
    let mut add = |message: Message| paragraphs.push(message);
    if let Some(description) = text_of(product.description.as_deref()) {
        add(message!("text-as-it-is", text = description));
    }
    add(reason(item));
    if let Some(requires) = text_of(product.requires.as_deref()) {
        add(message!("details-requires", requires = requires));
    }
    if !product.close_first.is_empty() {
        let programs = names(&product.close_first);
        add(message!("details-close-first", programs = programs, count = product.close_first.len()));
    }
    if let Some(notes) = text_of(product.release_notes.as_deref()) {
        add(message!("details-notes", notes = notes));
    }
    Details { heading: heading(item), paragraphs, link: link(product.info_url.as_deref()) }
}

/// Why it stands as it does; where the command line says to name it, a window says to tick it.
fn reason(item: &Item) -> Message {
    match (item.step(), item.held, item.obstacle) {
        (Step::Held, Some(held), _) => message!("details-held", days = held.days),
        (Step::Blocked, _, Some(Obstacle::BothRemain(Context::Machine))) => {
            message!("details-both-remain-machine")
        }
        (Step::Blocked, _, Some(Obstacle::BothRemain(Context::User))) => message!("details-both-remain-user"),
        _ => item.reason(),
    }
}

fn heading(item: &Item) -> Message {
    let product = &item.product;
    let (name, version) = (short(&product.name, NAME_SHOWN_MAX), product.version.as_str());
    let date = product.release_date.as_ref().map(released);
    match (date, product.size.map(size)) {
        (None, None) => message!("details-heading", product = name, version = version),
        (Some(date), None) => {
            message!("details-heading-released", product = name, version = version, date = date)
        }
        (None, Some(size)) => {
            message!("details-heading-size", product = name, version = version, size = size)
        }
        (Some(date), Some(size)) => message!(
            "details-heading-released-size",
            product = name,
            version = version,
            date = date,
            size = size
        ),
    }
}

/// A text from elsewhere, its line breaks kept; `None` for an empty one.
fn text_of(text: Option<&str>) -> Option<String> {
    text.map(|text| lines(text.trim())).filter(|text| !text.is_empty())
}

/// Where to read more; only what a browser opens.
fn link(url: Option<&str>) -> Option<Link> {
    let url = url::Url::parse(url?).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(Link { label: message!("details-link"), url: url.to_string() })
}
