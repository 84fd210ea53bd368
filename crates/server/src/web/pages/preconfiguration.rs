//! Pre-configuration on the pages: the choice of a template, and install params as one user gets them.

use catalog::install_params::{Placeholder, Template};
use catalog::{InstallParams, UpgradeCode};
use maud::{Markup, html};
use text::{Explain, Message, message};

use super::listings::ListingForm;
use super::notice::Tone;
use super::parts::{self, Field};
use super::visit::Visit;
use crate::App;
use crate::actions::preconfiguration;

/// The choice of a template; the one that is made for the product says so.
pub(super) fn choice(visit: &Visit, upgrade_code: Option<&str>) -> Markup {
    let say = |message: Message| visit.say(&message);
    let own =
        upgrade_code.and_then(|code| UpgradeCode::parse(code).ok()).and_then(|code| Template::of(&code));
    let mut choices = vec![(String::new(), say(message!("listing-template-none")))];
    choices.extend(Template::ALL.iter().map(|template| {
        let label = if own == Some(*template) {
            say(message!("listing-template-own", product = template.title))
        } else {
            template.title.to_owned()
        };
        (template.name.to_owned(), label)
    }));
    let (label, hint) = (say(message!("listing-template")), say(message!("listing-template-hint")));
    html! { (Field::choice("template", &label, &choices).hint(&hint)) }
}

/// Asks for whom the preview shows the install params.
pub(super) fn user_field(visit: &Visit, user: &str) -> Markup {
    let label = visit.say(&message!("listing-preview-user"));
    let hint = visit.say(&message!("listing-preview-user-hint"));
    html! { (Field::text("preview_user", &label).value(user).hint(&hint).autocomplete("off")) }
}

/// Install params as a user gets them, where they differ from user to user; the form says for whom.
pub(super) fn filled(app: &App, visit: &Visit, params: &InstallParams, form: &ListingForm) -> Markup {
    let written = html! { div data-install-params=(form.install_params()) hidden {} };
    if !Placeholder::ALL.into_iter().any(|placeholder| params.uses(placeholder)) {
        return written;
    }
    let user = Some(form.preview_user.trim()).filter(|name| !name.is_empty());
    let filled = preconfiguration::fill(app, &visit.actor, params, &visit.visitor.server_url, user);
    let filled = match filled {
        Ok(filled) => filled,
        Err(error) => return html! { (written) (parts::notice(Tone::Bad, &visit.say(&error.message()))) },
    };
    let title = match &filled.user {
        Some(user) => message!("preview-filled", user = user),
        None => message!("preview-filled-example"),
    };
    html! {
        (written)
        h3 { (visit.say(&title)) }
        pre tabindex="0" class="wraps" { (filled.install_params) }
        @for left_out in &filled.left_out { (parts::notice(Tone::Warning, &visit.say(&left_out.in_words()))) }
    }
}
