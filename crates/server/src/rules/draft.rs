//! Drafts: what a listing begins with, how a sender's file name is kept, and who may change what another has changed.

use catalog::{Importance, Listing, Locale};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::model::draft::Draft;
use crate::model::listing::WrittenListing;
use crate::model::package::Package;

/// The most characters that are kept of the name of an uploaded file.
pub(crate) const ORIGIN_LENGTH_MAX: usize = 200;

/// Somebody else has changed the draft in the meantime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EditedMeanwhile {
    /// Who.
    pub(crate) by: String,
    /// When.
    pub(crate) at: Timestamp,
}

/// Judges whether a change may be made by somebody who knows the draft as of `revision`; `None` stands for whatever is there.
///
/// # Errors
/// [`EditedMeanwhile`] says by whom.
pub(crate) fn may_change(draft: &Draft, revision: Option<i64>) -> Result<(), EditedMeanwhile> {
    match revision {
        Some(known) if known != draft.revision => {
            Err(EditedMeanwhile { by: draft.changed_by.clone(), at: draft.changed_at })
        }
        _ => Ok(()),
    }
}

/// What a listing begins with: what the version before says and stays true, what the file's name says it speaks, and today's date.
pub(crate) fn first_listing(
    previous: Option<&Package>,
    locale: Option<&Locale>,
    today: Date,
) -> WrittenListing {
    let kept = previous.map(|package| {
        written(&Listing {
            name: own_name(package),
            info_url: package.product.info_url.clone(),
            icon: package.product.icon.clone(),
            install_params: package.product.install_params.clone(),
            importance: package.product.importance,
            description: package.product.description.clone(),
            requires: package.product.requires.clone(),
            close_first: package.product.close_first.clone(),
            // What is new was new in the version before.
            release_date: None,
            release_notes: None,
        })
    });
    let first = || WrittenListing { importance: Importance::default(), ..WrittenListing::default() };
    let locale = locale.map(ToString::to_string);
    WrittenListing { release_date: Some(today.to_string()), locale, ..kept.unwrap_or_else(first) }
}

/// What a published package's listing says, to be written anew.
pub(crate) fn listing_of(package: &Package) -> WrittenListing {
    let listing = written(&Listing {
        name: own_name(package),
        info_url: package.product.info_url.clone(),
        icon: package.product.icon.clone(),
        install_params: package.product.install_params.clone(),
        importance: package.product.importance,
        release_date: package.product.release_date.clone(),
        description: package.product.description.clone(),
        release_notes: package.product.release_notes.clone(),
        requires: package.product.requires.clone(),
        close_first: package.product.close_first.clone(),
    });
    let locale = package.locale.as_ref().map(ToString::to_string);
    let branding = package.branding.as_ref().map(ToString::to_string);
    WrittenListing { locale, branding, ..listing }
}

/// What the name of a file says the package speaks: `OXtender_for_Microsoft_Outlook.de_DE.msi`.
///
/// Only what names a language and where it is spoken counts: `notes.x64.msi` and `notes.de.msi` say nothing.
pub(crate) fn locale_of(file_name: &str) -> Option<Locale> {
    let (rest, ending) = file_name.rsplit_once('.')?;
    let (before, last) = rest.rsplit_once('.')?;
    let (language, region) = last.split_once(['_', '-'])?;
    let is_plain = language.len() <= 3 && !region.contains(['_', '-', '@']);
    let is_one = ending.eq_ignore_ascii_case("msi") && !before.is_empty() && is_plain;
    Locale::parse(last).ok().filter(|_| is_one)
}

/// The name that somebody gave in place of the MSI's own.
fn own_name(package: &Package) -> Option<String> {
    let is_own = package.product.name != package.metadata.product_name.trim();
    is_own.then(|| package.product.name.clone())
}

/// A listing as somebody would write it.
fn written(listing: &Listing) -> WrittenListing {
    let params = listing.install_params.to_string();
    let programs = listing.close_first.join("; ");
    WrittenListing {
        name: listing.name.clone(),
        info_url: listing.info_url.clone(),
        icon: listing.icon.as_ref().map(catalog::Icon::to_base64),
        install_params: Some(params).filter(|params| !params.is_empty()),
        importance: listing.importance,
        release_date: listing.release_date.as_ref().map(ToString::to_string),
        description: listing.description.clone(),
        release_notes: listing.release_notes.clone(),
        requires: listing.requires.clone(),
        close_first: Some(programs).filter(|programs| !programs.is_empty()),
        locale: None,
        branding: None,
    }
}

/// The name of an uploaded file as it is kept and shown: without what could turn a line around or end it. Never a path.
pub(crate) fn origin_name(sent: &str) -> String {
    let is_odd = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let plain = sent.chars().map(|letter| if is_odd(letter) { '\u{fffd}' } else { letter });
    plain.take(ORIGIN_LENGTH_MAX).collect()
}

/// Whether a draft has waited so long that it is thrown away.
pub(crate) fn is_too_old(draft: &Draft, days_max: u32, now: Timestamp) -> bool {
    let age = now.duration_since(draft.changed_at);
    age > SignedDuration::from_hours(24 * i64::from(days_max))
}

#[cfg(test)]
mod tests {
    use catalog::{Importance, InstallParams, ReleaseDate};
    use jiff::civil::date;
    use jiff::{SignedDuration, Timestamp};

    use super::{first_listing, is_too_old, listing_of, locale_of, may_change, origin_name};
    use crate::model::draft::{Draft, DraftId, Origin};
    use crate::model::listing::WrittenListing;
    use crate::model::package::PackageId;
    use crate::rules::fixtures::package;
    use crate::rules::listing::read;

    fn draft() -> Draft {
        let notes = package("Notes", "1.0.0", "x64", "");
        Draft {
            id: DraftId(1),
            package: PackageId(1),
            revision: 3,
            metadata: notes.metadata,
            digests: catalog::digest::of(&b"bytes"[..], |_| ()).unwrap(),
            file_name: "notes.msi".to_owned(),
            origin: Origin::Upload("notes.msi".to_owned()),
            listing: WrittenListing::default(),
            required: notes.required,
            received_at: Timestamp::UNIX_EPOCH,
            received_by: "anna".to_owned(),
            changed_at: Timestamp::UNIX_EPOCH,
            changed_by: "ben".to_owned(),
        }
    }

    #[test]
    fn the_second_of_two_who_edit_at_once_is_told() {
        assert!(may_change(&draft(), Some(3)).is_ok());
        assert!(may_change(&draft(), None).is_ok());
        assert_eq!(may_change(&draft(), Some(2)).unwrap_err().by, "ben");
        assert!(may_change(&draft(), Some(4)).is_err());
    }

    #[test]
    fn a_listing_begins_with_what_stays_true() {
        let today = date(2026, 11, 21);
        let empty = first_listing(None, None, today);
        assert_eq!(
            empty,
            WrittenListing { release_date: Some("2026-11-21".to_owned()), ..WrittenListing::default() }
        );
        let mut notes = package("Notes", "1.0.0", "x64", "");
        notes.product.importance = Importance::High;
        notes.product.install_params = InstallParams::parse("/passive A=\"b c\"").unwrap();
        notes.product.close_first = vec!["OUTLOOK.EXE".to_owned(), "NOTES.EXE".to_owned()];
        notes.product.release_notes = Some("All is new.".to_owned());
        notes.product.release_date = Some(ReleaseDate::Day(date(2009, 9, 21)));
        notes.product.description = Some("Takes notes.".to_owned());
        let next = first_listing(Some(&notes), None, today);
        assert_eq!((next.release_notes.as_deref(), next.name.as_deref()), (None, None));
        assert_eq!(next.release_date.as_deref(), Some("2026-11-21"));
        assert_eq!(next.close_first.as_deref(), Some("OUTLOOK.EXE; NOTES.EXE"));
        // What is written of a listing is read as the same listing.
        let again = read(listing_of(&notes)).unwrap().listing;
        assert_eq!(again.install_params, notes.product.install_params);
        assert_eq!(again.release_date, notes.product.release_date);
        assert_eq!(again.close_first, notes.product.close_first);
        assert_eq!(
            (again.release_notes, again.description),
            (notes.product.release_notes.clone(), notes.product.description.clone())
        );
        notes.product.name = "Notes for all".to_owned();
        assert_eq!(listing_of(&notes).name.as_deref(), Some("Notes for all"));
    }

    #[test]
    fn a_file_name_may_say_what_a_package_speaks() {
        let check = |name: &str, expected: Option<&str>| {
            let locale = locale_of(name).map(|locale| locale.to_string());
            assert_eq!(locale.as_deref(), expected, "{name}");
        };
        check("OXtender_for_Microsoft_Outlook.de_DE.msi", Some("de_DE"));
        check("OXtender_for_Microsoft_Outlook.en_US.MSI", Some("en_US"));
        check("notes.1.0.sv-SE.msi", Some("sv_SE"));
        check("notes.es_419.msi", Some("es_419"));
        check("notes.msi", None);
        check("notes.de.msi", None);
        check("notes.x64.msi", None);
        check("notes.x86_64.msi", None);
        check("notes_de_DE.msi", None);
        check("de_DE.msi", None);
        check(".de_DE.msi", None);
        check("notes.de_DE.exe", None);
        check("notes.zh_Hant_TW.msi", None);
        check("", None);
    }

    #[test]
    fn a_file_name_is_kept_so_that_it_can_be_shown() {
        let check = |sent: &str, expected: &str| assert_eq!(origin_name(sent), expected);
        check("notes-1.0.0.msi", "notes-1.0.0.msi");
        check("../../etc/passwd", "../../etc/passwd");
        check("a\r\nb\0c", "a\u{fffd}\u{fffd}b\u{fffd}c");
        check("a\u{202e}ism.exe", "a\u{fffd}ism.exe");
        check("Übersicht 日本.msi", "Übersicht 日本.msi");
        assert_eq!(origin_name(&"n".repeat(300)).len(), 200);
    }

    #[test]
    fn a_draft_that_nobody_touches_ages() {
        let after = |hours| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        assert!(!is_too_old(&draft(), 1, after(24)));
        assert!(is_too_old(&draft(), 1, after(25)));
        assert!(!is_too_old(&draft(), 30, after(25)));
    }
}
