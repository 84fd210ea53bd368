//! The form of a listing, and what a product looks like with it: as a person sees it, and as update.xml has it.

use catalog::{ICON_SIZE_MAX, Icon, Importance, ListingError, Product, ReleaseDate, xml};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Explain, Message, message};

use super::drafts::shown_at;
use super::notice::Tone;
use super::parts::{self, Field, State as Ticked};
use super::preconfiguration;
use super::visit::Visit;
use crate::error::{Error, Kind};
use crate::model::listing::{ListingChange, TemplateName, WrittenListing};
use crate::model::permission::Permissions;
use crate::rules::listing::WrittenListingError;

/// What the form of a listing says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ListingForm {
    /// The revision or entity tag that the form was filled from.
    pub(super) known: String,
    /// What is to be done with it.
    pub(super) next: String,
    /// The package that is to be replaced, if one is.
    pub(super) in_place_of: String,
    /// Ticked if it is to be published below a higher version.
    pub(super) lower: Option<String>,
    name: String,
    info_url: String,
    install_params: String,
    /// The template that is to be written into the install params.
    template: String,
    /// The user for whom the preview shows them; an example if there is no name.
    pub(super) preview_user: String,
    importance: String,
    release_date: String,
    description: String,
    release_notes: String,
    requires: String,
    close_first: String,
    locale: String,
    branding: String,
    requires_permissions: String,
    /// The bytes of the file that was chosen, in Base64.
    icon_file: String,
    /// Those of one that was chosen before and is not saved yet.
    icon: String,
    /// Ticked if there is to be no icon.
    icon_removed: Option<String>,
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
            release_date: day(&listing.release_date),
            description: text(&listing.description),
            release_notes: text(&listing.release_notes),
            requires: text(&listing.requires),
            close_first: text(&listing.close_first),
            locale: text(&listing.locale),
            branding: text(&listing.branding),
            requires_permissions: required.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            ..Self::default()
        }
    }

    /// The form as it is shown once more: whoever has been told what somebody else changed may save over it.
    pub(super) fn after(self, error: Option<&Error>, saved: &Self) -> Self {
        let is_told = error.is_some_and(|error| matches!(error.kind(), Kind::EditedMeanwhile(_)));
        if is_told { Self { known: saved.known.clone(), ..self } } else { self }
    }

    /// The same on a page that shows no fields.
    pub(super) fn hidden(&self) -> Markup {
        let icon = self.chosen_icon().unwrap_or_default();
        html! {
            input type="hidden" name="known" value=(self.known);
            input type="hidden" name="icon" value=(icon);
            input type="hidden" name="importance" value=(self.importance);
            @if let Some(removed) = &self.icon_removed { input type="hidden" name="icon_removed" value=(removed); }
            @for (name, _, value) in self.texts() { input type="hidden" name=(name) value=(value); }
        }
    }

    /// The form with what the chosen template says in the field for install params.
    pub(super) fn settled(mut self) -> Self {
        let chosen = TemplateName::ALL.into_iter().find(|name| name.as_str() == self.template);
        if let Some(chosen) = chosen {
            self.install_params = chosen.written_into(Some(&self.install_params));
        }
        self.template.clear();
        self
    }

    /// The install params as the form has them.
    pub(super) fn install_params(&self) -> &str {
        &self.install_params
    }

    /// What is written: the name of the field, its label, the text.
    fn texts(&self) -> [(&'static str, Message, &str); 11] {
        [
            ("name", message!("listing-name"), &self.name),
            ("description", message!("listing-description"), &self.description),
            ("release_notes", message!("listing-release-notes"), &self.release_notes),
            ("info_url", message!("listing-info-url"), &self.info_url),
            ("requires_permissions", message!("listing-requires-permissions"), &self.requires_permissions),
            ("release_date", message!("listing-release-date"), &self.release_date),
            ("requires", message!("listing-requires"), &self.requires),
            ("close_first", message!("listing-close-first"), &self.close_first),
            ("locale", message!("heading-locale"), &self.locale),
            ("branding", message!("heading-branding"), &self.branding),
            ("install_params", message!("listing-install-params"), &self.install_params),
        ]
    }

    /// The icon that was chosen and is not saved yet, in Base64.
    fn chosen_icon(&self) -> Option<&str> {
        let chosen = [self.icon_file.as_str(), self.icon.as_str()];
        chosen.into_iter().find(|icon| !icon.is_empty()).filter(|_| self.icon_removed.is_none())
    }

    /// What it says, field by field; the icon stays as it is where the form says nothing of it.
    pub(super) fn change(&self) -> ListingChange {
        let importance = match self.importance.as_str() {
            "high" => Importance::High,
            "medium" => Importance::Medium,
            _ => Importance::Low,
        };
        ListingChange {
            name: Some(self.name.clone()),
            info_url: Some(self.info_url.clone()),
            icon: if self.icon_removed.is_some() {
                Some(String::new())
            } else {
                self.chosen_icon().map(str::to_owned)
            },
            install_params: Some(self.install_params.clone()),
            template: None,
            importance: Some(importance),
            release_date: Some(self.release_date.clone()),
            description: Some(self.description.clone()),
            release_notes: Some(self.release_notes.clone()),
            requires: Some(self.requires.clone()),
            close_first: Some(self.close_first.clone()),
            locale: Some(self.locale.clone()),
            branding: Some(self.branding.clone()),
            requires_permissions: Some(vec![self.requires_permissions.clone()]),
        }
    }

    /// The fields; `own_name` and `upgrade_code` are the MSI's, `icon` the one that is saved, and `error` what is wrong with one of them.
    pub(super) fn fields(
        &self,
        visit: &Visit,
        own_name: &str,
        icon: Option<&Icon>,
        upgrade_code: Option<&str>,
        error: Option<&Error>,
    ) -> Markup {
        let wrong = Wrong::of(visit, error);
        let say = |message: Message| visit.say(&message);
        html! {
            input type="hidden" name="known" value=(self.known);
            input type="hidden" name="in_place_of" value=(self.in_place_of);
            (parts::group(&say(message!("listing-group-people")), &self.for_people(visit, own_name, icon, &wrong)))
            (parts::group(&say(message!("listing-group-offer")), &self.for_offers(visit, &wrong)))
            (parts::group(&say(message!("listing-group-install")), &self.for_installs(visit, upgrade_code, &wrong)))
        }
    }

    fn for_people(&self, visit: &Visit, own_name: &str, icon: Option<&Icon>, wrong: &Wrong) -> Markup {
        let labels = [
            message!("listing-name"),
            message!("listing-name-hint", name = own_name),
            message!("listing-description"),
            message!("listing-release-notes"),
            message!("listing-info-url"),
        ];
        let [name, name_hint, description, notes, url] = labels.map(|message| visit.say(&message));
        html! {
            (Field::text("name", &name).value(&self.name).hint(&name_hint).error(wrong.at("name")))
            (Field::area("description", &description).value(&self.description).error(wrong.at("description")))
            (Field::area("release_notes", &notes).value(&self.release_notes).error(wrong.at("release_notes")))
            (Field::of_type("url", "info_url", &url).value(&self.info_url).error(wrong.at("info_url")))
            (self.icon_field(visit, icon))
        }
    }

    fn icon_field(&self, visit: &Visit, saved: Option<&Icon>) -> Markup {
        let say = |message: Message| visit.say(&message);
        let chosen = self.chosen_icon().and_then(|icon| Icon::from_base64(icon).ok());
        let removed = if self.icon_removed.is_some() { Ticked::On } else { Ticked::Off };
        let remove = say(message!("listing-icon-remove"));
        html! {
            div class="field" {
                label for="icon_file" { (say(message!("listing-icon"))) }
                @if let Some(icon) = &chosen {
                    input type="hidden" name="icon" value=(icon.to_base64());
                    p class="preview-row" { (icon_shown(icon)) (say(message!("listing-icon-chosen"))) }
                } @else if let Some(icon) = saved {
                    p class="preview-row" { (icon_shown(icon)) (say(message!("listing-icon-saved"))) }
                }
                input type="file" id="icon_file" name="icon_file" accept=".ico" aria-describedby="icon_file-hint";
                p class="hint" id="icon_file-hint" { (say(message!("listing-icon-hint", kilobytes = ICON_SIZE_MAX / 1024))) }
            }
            @if saved.is_some() || chosen.is_some() { (Field::tick("icon_removed", &remove, removed)) }
        }
    }

    fn for_offers(&self, visit: &Visit, wrong: &Wrong) -> Markup {
        let say = |message: Message| visit.say(&message);
        let importances = [
            ("low".to_owned(), say(message!("importance-low"))),
            ("medium".to_owned(), say(message!("importance-medium"))),
            ("high".to_owned(), say(message!("importance-high"))),
        ];
        let labels = [
            message!("listing-requires-permissions"),
            message!("listing-requires-permissions-hint"),
            message!("listing-importance"),
            message!("listing-release-date"),
            message!("listing-release-date-hint"),
            message!("heading-locale"),
            message!("listing-locale-hint"),
            message!("heading-branding"),
            message!("listing-branding-hint"),
        ];
        let [
            permissions,
            permissions_hint,
            importance,
            date,
            date_hint,
            locale,
            locale_hint,
            branding,
            branding_hint,
        ] = labels.map(say);
        // What is no day is shown as it was written: a field for days would hide it.
        let is_day = self.release_date.is_empty() || self.release_date.parse::<Date>().is_ok();
        let kind = if is_day { "date" } else { "text" };
        html! {
            (Field::text("requires_permissions", &permissions).value(&self.requires_permissions).hint(&permissions_hint).error(wrong.at("requires_permissions")))
            (Field::text("locale", &locale).value(&self.locale).hint(&locale_hint).error(wrong.at("locale")))
            (Field::text("branding", &branding).value(&self.branding).hint(&branding_hint).error(wrong.at("branding")))
            (Field::choice("importance", &importance, &importances).value(&self.importance))
            (Field::of_type(kind, "release_date", &date).value(&self.release_date).hint(&date_hint).error(wrong.at("release_date")))
        }
    }

    fn for_installs(&self, visit: &Visit, upgrade_code: Option<&str>, wrong: &Wrong) -> Markup {
        let labels = [
            message!("listing-requires"),
            message!("listing-requires-hint"),
            message!("listing-close-first"),
            message!("listing-close-first-hint"),
            message!("listing-install-params"),
            message!("listing-install-params-hint"),
        ];
        let [requires, requires_hint, close, close_hint, params, params_hint] =
            labels.map(|message| visit.say(&message));
        html! {
            (Field::text("requires", &requires).value(&self.requires).hint(&requires_hint).error(wrong.at("requires")))
            (Field::text("close_first", &close).value(&self.close_first).hint(&close_hint).error(wrong.at("close_first")))
            (preconfiguration::choice(visit, upgrade_code))
            (Field::text("install_params", &params).value(&self.install_params).hint(&params_hint).error(wrong.at("install_params")))
            (preconfiguration::user_field(visit, &self.preview_user))
        }
    }
}

/// What is wrong with which field.
struct Wrong {
    field: Option<&'static str>,
    said: String,
}

impl Wrong {
    fn of(visit: &Visit, error: Option<&Error>) -> Self {
        let said = error.map(|error| visit.say(&error.message())).unwrap_or_default();
        Self { field: error.and_then(field), said }
    }

    fn at(&self, field: &str) -> Option<&str> {
        (self.field == Some(field)).then_some(self.said.as_str())
    }
}

/// The field that an error is about, if it is about one.
fn field(error: &Error) -> Option<&'static str> {
    match error.kind() {
        Kind::Permission(_) => Some("requires_permissions"),
        Kind::WrittenListing(WrittenListingError::InstallParams(_)) => Some("install_params"),
        Kind::WrittenListing(WrittenListingError::ReleaseDate(_)) => Some("release_date"),
        Kind::WrittenListing(WrittenListingError::CloseFirst(_)) => Some("close_first"),
        Kind::WrittenListing(WrittenListingError::Locale(_)) => Some("locale"),
        Kind::WrittenListing(WrittenListingError::Branding(_)) | Kind::Branding(_) => Some("branding"),
        Kind::Listing(ListingError::InfoUrl(_)) => Some("info_url"),
        Kind::Listing(ListingError::TooLong { element, .. } | ListingError::ControlCharacter { element }) => {
            match *element {
                "Name" => Some("name"),
                "Description" => Some("description"),
                "ReleaseNotes" => Some("release_notes"),
                "Requires" => Some("requires"),
                "CloseFirst" => Some("close_first"),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Says why a listing was not saved; where somebody else was faster, what that one has written.
pub(super) fn refused(
    visit: &Visit,
    error: &Error,
    form: &ListingForm,
    saved: &ListingForm,
    reload: &str,
) -> Markup {
    let say = |message: &Message| visit.say(message);
    let Kind::EditedMeanwhile(edited) = error.kind() else {
        return if field(error).is_some() {
            html! {}
        } else {
            parts::notice(Tone::Bad, &say(&error.message()))
        };
    };
    let at = shown_at(&edited.at.to_string());
    let headings = [message!("draft-property"), message!("edited-theirs"), message!("edited-yours")]
        .map(|one| say(&one));
    let both = saved.texts().into_iter().zip(form.texts()).filter(|(theirs, yours)| theirs.2 != yours.2);
    let rows: Vec<_> = both
        .map(|((_, label, theirs), (_, _, yours))| {
            vec![html! { (say(&label)) }, html! { (theirs) }, html! { (yours) }]
        })
        .collect();
    html! {
        (parts::notice(Tone::Bad, &say(&message!("edited-meanwhile", by = edited.by.as_str(), at = at))))
        @if !rows.is_empty() { (parts::table(&say(&message!("draft-differences")), &headings, rows)) }
        p { a href=(reload) target="_blank" rel="noopener" { (say(&message!("edited-reload"))) } }
    }
}

/// A day as fields for days want it.
fn day(written: &Option<String>) -> String {
    match written.as_deref().and_then(ReleaseDate::parse) {
        Some(ReleaseDate::Day(day)) => day.to_string(),
        _ => written.clone().unwrap_or_default(),
    }
}

/// An icon, beside words that say what it is of.
fn icon_shown(icon: &Icon) -> Markup {
    html! { img src={ "data:image/x-icon;base64," (icon.to_base64()) } alt="" width="32" height="32"; }
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
        div class="window" {
            p class="window-title" { (say(message!("preview-window"))) }
            div class="window-body" {
                div class="preview-row chosen" {
                    span class="preview-tick" aria-hidden="true" { "✓" }
                    @match &product.icon {
                        Some(icon) => { (icon_shown(icon)) }
                        None => { span class="icon letter small" aria-hidden="true" { (product.name.chars().next().unwrap_or('?')) } }
                    }
                    strong class="grows" { (product.name) }
                    span { (product.version) }
                    (parts::badge(super::notice::Tone::Plain, &say(importance_in_a_word(product.importance))))
                }
                p { (say(line)) " " (say(why)) }
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
