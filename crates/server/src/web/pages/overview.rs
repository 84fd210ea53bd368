//! The overview: what needs attention first.

use maud::html;
use text::message;

use super::frame::{Page, Section};
use super::parts;
use super::visit::Visit;
use crate::error::Result;
use crate::rules::role::Ability;

/// Shows the overview.
pub(super) async fn show(visit: Visit) -> Result<Page> {
    visit.actor.require(Ability::View)?;
    let title = visit.say(&message!("page-overview"));
    Ok(visit.page(
        Section::Overview,
        &message!("page-overview"),
        html! { (parts::heading(&title, &html! {})) },
    ))
}
