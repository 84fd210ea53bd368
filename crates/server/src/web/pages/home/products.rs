//! The products that a user is offered.

use std::sync::Arc;

use catalog::{Product, ReleaseDate};
use maud::{Markup, html};
use text::message;

use super::words;
use crate::model::package::Package;
use crate::web::pages::parts;
use crate::web::pages::visit::Visit;

/// All of them, or the sentence that there is none.
pub(super) fn section(visit: &Visit, products: &[Arc<Package>], more: usize) -> Markup {
    html! {
        section aria-labelledby="products" {
            h2 id="products" { (visit.say(&message!("home-products"))) }
            @if products.is_empty() {
                (parts::empty(&visit.say(&message!("home-products-none")), &html! {}))
            }
            @for package in products { (product(visit, package)) }
            @if more > 0 { p { (visit.say(&message!("home-products-more", count = more))) } }
        }
    }
}

fn product(visit: &Visit, package: &Package) -> Markup {
    let Product { name, version, description, release_notes, info_url, .. } = &package.product;
    let version = version.as_str();
    let facts = facts(visit, package);
    html! {
        article class="card product" {
            (icon(package))
            div class="about" {
                h3 { (name) }
                p class="hint" { (visit.say(&message!("home-product-version", version = version))) }
                @if let Some(description) = description { p class="lines" { (description) } }
                dl class="inline" {
                    @for (label, value) in &facts { div { dt { (label) } dd { (value) } } }
                }
                @if let Some(notes) = release_notes {
                    details {
                        summary { (visit.say(&message!("home-product-news", version = version))) }
                        p class="lines" { (notes) }
                    }
                }
                @if let Some(url) = info_url.as_ref().filter(|url| catalog::address::is_web(url)) {
                    p {
                        a href=(url) rel="noopener noreferrer" {
                            (visit.say(&message!("home-product-information", product = name)))
                        }
                    }
                }
            }
        }
    }
}

/// The product's icon; where it has none, its first letter.
fn icon(package: &Package) -> Markup {
    let letter = package.product.name.chars().next().unwrap_or(' ').to_uppercase().to_string();
    html! {
        @if package.product.icon.is_some() {
            img class="icon" src={ "/icons/" (package.file_name) } alt="" width="48" height="48";
        } @else {
            span class="icon letter" aria-hidden="true" { (letter) }
        }
    }
}

fn facts(visit: &Visit, package: &Package) -> Vec<(String, String)> {
    let product = &package.product;
    let requires = product.requires.as_ref().map(|text| (message!("home-product-requires"), text.clone()));
    let size = (message!("home-product-size"), words::size(package.size).say(visit.language));
    let released = product.release_date.as_ref().map(|date| {
        let date = match date {
            ReleaseDate::Day(day) => words::date(*day).say(visit.language),
            ReleaseDate::Text(text) => text.clone(),
        };
        (message!("home-product-released"), date)
    });
    let facts = requires.into_iter().chain([size]).chain(released);
    facts.map(|(label, value)| (visit.say(&label), value)).collect()
}
