//! What a person is offered of each product, and why, as a table.

use maud::{Markup, html};
use text::{Message, message};

use super::notice::Tone;
use super::parts;
use super::visit::Visit;
use crate::model::why::{Verdict, WhyPackage, WhyPermission, WhyProduct};

/// All products with their packages, the newest first.
pub(super) fn products(visit: &Visit, products: &[WhyProduct]) -> Markup {
    if products.is_empty() {
        return parts::empty(&visit.say(&message!("no-packages")), &html! {});
    }
    let headings = [
        message!("heading-name"),
        message!("heading-version"),
        message!("heading-platform"),
        message!("heading-verdict"),
        message!("heading-why"),
    ];
    let headings = headings.map(|heading| visit.say(&heading));
    let rows = products
        .iter()
        .flat_map(|product| product.packages.iter().map(move |package| row(visit, &product.name, package)));
    parts::table(&visit.say(&message!("user-offered")), &headings, rows.collect())
}

fn row(visit: &Visit, product: &str, package: &WhyPackage) -> Vec<Markup> {
    let (tone, verdict) = match &package.verdict {
        Verdict::Offered => (Tone::Good, message!("word-offered")),
        Verdict::Superseded(by) => (Tone::Plain, message!("word-superseded-by", package = by)),
        Verdict::OtherLocale(by) => (Tone::Plain, message!("word-other-locale", package = by)),
        Verdict::OtherBranding(by) => (Tone::Plain, message!("word-other-branding", package = by)),
        Verdict::NotBranded => (Tone::Plain, message!("word-not-branded")),
        Verdict::Lacking => (Tone::Warning, message!("word-withheld")),
        Verdict::Withdrawn => (Tone::Plain, message!("word-withdrawn")),
    };
    let whom = [&package.platform, &package.locale, &package.branding];
    let whom: Vec<&str> = whom.into_iter().flatten().map(String::as_str).collect();
    let why = html! {
        @if package.requires.is_empty() { (visit.say(&message!("why-nothing-required"))) }
        @for (place, permission) in package.requires.iter().enumerate() {
            @if place > 0 { br; }
            (visit.say(&reason(permission)))
        }
        @for left_out in &package.left_out { br; (visit.say(&left_out.in_words())) }
    };
    vec![
        html! { (product) },
        html! { (package.version) },
        html! { (if whom.is_empty() { "–".to_owned() } else { whom.join(", ") }) },
        parts::badge(tone, &visit.say(&verdict)),
        why,
    ]
}

/// Through what a person has a permission, or that the person lacks it.
pub(super) fn reason(permission: &WhyPermission) -> Message {
    if permission.source {
        let rest = WhyPermission { source: false, ..permission.clone() };
        let is_all = !rest.direct && rest.groups.is_empty();
        return if is_all {
            message!("why-source", permission = &rest.permission)
        } else {
            message!("why-and-source", why = reason(&rest))
        };
    }
    let name = &permission.permission;
    let groups = || permission.groups.join(", ");
    match (permission.direct, permission.groups.is_empty()) {
        (false, true) => message!("why-lacking", permission = name),
        (true, true) => message!("why-direct", permission = name),
        (false, false) => message!("why-groups", permission = name, groups = groups()),
        (true, false) => message!("why-direct-and-groups", permission = name, groups = groups()),
    }
}
