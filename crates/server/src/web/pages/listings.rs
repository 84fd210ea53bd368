//! The form of a listing, and what a product looks like with it: as a person sees it, and as update.xml has it.

use catalog::{Importance, Product, xml};
use maud::{Markup, Render, html};
use serde::Deserialize;
use text::{Message, message};

use super::parts::{self, Field};
use super::visit::Visit;
use crate::model::listing::{ListingChange, WrittenListing};
use crate::model::permission::Permissions;

/// What the form of a listing says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ListingForm {
    /// The revision or entity tag that the form was filled from.
    pub(super) known: String,
    /// What is to be done with it.
    pub(super) next: String,
    name: String,
    info_url: String,
    install_params: String,
    importance: String,
    release_date: String,
    description: String,
    release_notes: String,
    requires: String,
    close_first: String,
    requires_permissions: String,
}

impl ListingForm {
    /// The form as it is filled with what is written so far.
    pub(super) fn of(listing: &WrittenListing, required: &Permissions, known: String) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            known,
            next: String::new(),
            name: text(&listing.name),
            info_url: text(&listing.info_url),
            install_params: text(&listing.install_params),
            importance: listing.importance.to_string(),
            release_date: text(&listing.release_date),
            description: text(&listing.description),
            release_notes: text(&listing.release_notes),
            requires: text(&listing.requires),
            close_first: text(&listing.close_first),
            requires_permissions: required.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        }
    }

    /// What it says, field by field; the icon stays as it is.
    pub(super) fn change(&self) -> ListingChange {
        let importance = match self.importance.as_str() {
            "high" => Importance::High,
            "medium" => Importance::Medium,
            _ => Importance::Low,
        };
        ListingChange {
            name: Some(self.name.clone()),
            info_url: Some(self.info_url.clone()),
            icon: None,
            install_params: Some(self.install_params.clone()),
            importance: Some(importance),
            release_date: Some(self.release_date.clone()),
            description: Some(self.description.clone()),
            release_notes: Some(self.release_notes.clone()),
            requires: Some(self.requires.clone()),
            close_first: Some(self.close_first.clone()),
            requires_permissions: Some(vec![self.requires_permissions.clone()]),
        }
    }

    /// The fields.
    pub(super) fn fields(&self, visit: &Visit, own_name: &str) -> Markup {
        let say = |message: Message| visit.say(&message);
        let importances = [
            ("low".to_owned(), say(message!("importance-low"))),
            ("medium".to_owned(), say(message!("importance-medium"))),
            ("high".to_owned(), say(message!("importance-high"))),
        ];
        let labels = [
            message!("listing-name"),
            message!("listing-description"),
            message!("listing-release-notes"),
            message!("listing-importance"),
            message!("listing-release-date"),
            message!("listing-requires-permissions"),
            message!("listing-requires"),
            message!("listing-close-first"),
            message!("listing-install-params"),
            message!("listing-info-url"),
        ];
        let [name, description, notes, importance, date, permissions, requires, close, params, url] =
            labels.map(say);
        let hints = [
            message!("listing-name-hint", name = own_name),
            message!("listing-release-date-hint"),
            message!("listing-requires-permissions-hint"),
            message!("listing-requires-hint"),
            message!("listing-close-first-hint"),
            message!("listing-install-params-hint"),
        ];
        let [name_hint, date_hint, permissions_hint, requires_hint, close_hint, params_hint] = hints.map(say);
        html! {
            input type="hidden" name="known" value=(self.known);
            (Field::text("name", &name).value(&self.name).hint(&name_hint).render())
            (Field::area("description", &description).value(&self.description).render())
            (Field::area("release_notes", &notes).value(&self.release_notes).render())
            (Field::choice("importance", &importance, &importances).value(&self.importance).render())
            (Field::text("release_date", &date).value(&self.release_date).hint(&date_hint).render())
            (Field::text("requires_permissions", &permissions).value(&self.requires_permissions).hint(&permissions_hint).render())
            (Field::text("requires", &requires).value(&self.requires).hint(&requires_hint).render())
            (Field::text("close_first", &close).value(&self.close_first).hint(&close_hint).render())
            (Field::text("install_params", &params).value(&self.install_params).hint(&params_hint).render())
            (Field::of_type("url", "info_url", &url).value(&self.info_url).render())
        }
    }
}

/// A product as the update window shows it: its row, and its details.
pub(super) fn as_seen(visit: &Visit, product: &Product) -> Markup {
    let say = |message: Message| visit.say(&message);
    let size = product.size.map(parts::size).unwrap_or_default();
    let released = product.release_date.as_ref().map(ToString::to_string);
    let line = match &released {
        Some(day) => message!(
            "preview-line-released",
            product = product.name.as_str(),
            version = product.version.as_str(),
            day = day.as_str(),
            size = size
        ),
        None => message!(
            "preview-line",
            product = product.name.as_str(),
            version = product.version.as_str(),
            size = size
        ),
    };
    let why = match product.importance {
        Importance::High => message!("preview-important-always"),
        Importance::Medium => message!("preview-important-installed"),
        Importance::Low => message!("preview-optional"),
    };
    html! {
        div class="card preview" {
            div class="preview-row" {
                @match &product.icon {
                    Some(icon) => { img src={ "data:image/x-icon;base64," (icon.to_base64()) } alt="" width="32" height="32"; }
                    None => { span class="preview-icon" aria-hidden="true" { "▣" } }
                }
                strong { (product.name) }
                span { (product.version) }
                (parts::badge(super::notice::Tone::Plain, &say(importance_in_a_word(product.importance))))
            }
            p { (say(line)) }
            p { (say(why)) }
            @if let Some(description) = &product.description { p class="lines" { (description) } }
            @if let Some(requires) = &product.requires { p { (say(message!("preview-requires", requires = requires.as_str()))) } }
            @if !product.close_first.is_empty() {
                p { (say(message!("preview-close-first", programs = product.close_first.join(", ")))) }
            }
            @if let Some(notes) = &product.release_notes {
                h3 { (say(message!("listing-release-notes"))) }
                p class="lines" { (notes) }
            }
            @if let Some(url) = &product.info_url { p { a href=(url) rel="noreferrer noopener" { (say(message!("preview-more"))) } } }
        }
    }
}

/// What an importance means in one word.
fn importance_in_a_word(importance: Importance) -> Message {
    match importance {
        Importance::Low => message!("preview-badge-optional"),
        Importance::Medium | Importance::High => message!("preview-badge-important"),
    }
}

/// A product as update.xml has it, behind a line to open.
pub(super) fn as_xml(visit: &Visit, product: &Product, files_url: &str) -> Markup {
    let url = format!("{files_url}{}", product.url);
    let written = xml::write(&[Product { url, ..product.clone() }]);
    html! { details { summary { (visit.say(&message!("preview-xml"))) } pre tabindex="0" { (written) } } }
}
