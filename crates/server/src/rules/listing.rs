//! From what the administrator wrote to a listing.

use std::borrow::Cow;

use catalog::install_params::Placeholder;
use catalog::product::{CloseFirstError, close_first};
use catalog::{Icon, IconError, InstallParams, InstallParamsError, Listing, Locale, ReleaseDate};
use text::{Explain, Message, message};

use crate::model::branding::{BrandingName, BrandingNameError};
use crate::model::listing::WrittenListing;

/// The most characters of what is put in place of a placeholder.
const FILLED_LENGTH_MAX: usize = 1_000;

/// Why a listing cannot be used as it is written. Texts and addresses are judged later, with the package.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum WrittenListingError {
    /// The install params are not allowed.
    InstallParams(InstallParamsError),
    /// The release date is no day.
    ReleaseDate(String),
    /// The icon is none.
    Icon(IconError),
    /// The programs to close are not named by their files.
    CloseFirst(CloseFirstError),
    /// The locale is none.
    Locale(String),
    /// The branding's name is none.
    Branding(BrandingNameError),
}

/// What an administrator says about a package.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Said {
    /// What becomes of it in update.xml.
    pub(crate) listing: Listing,
    /// What the package speaks, if it is made for one language.
    pub(crate) locale: Option<Locale>,
    /// The branding that alone is offered it, if it is for one.
    pub(crate) branding: Option<BrandingName>,
}

/// Reads a listing.
///
/// # Errors
/// [`WrittenListingError`] for the first value that is not allowed.
pub(crate) fn read(written: WrittenListing) -> Result<Said, WrittenListingError> {
    let room = "\"".repeat(FILLED_LENGTH_MAX);
    let install_params = InstallParams::parse(written.install_params.as_deref().unwrap_or_default())
        .map_err(WrittenListingError::InstallParams)?;
    install_params.known_placeholders().map_err(WrittenListingError::InstallParams)?;
    // Quotation marks take the most room: they are written twice.
    let longest = |placeholder: Placeholder| room.get(..placeholder.length_max()).map(Cow::Borrowed);
    install_params.filled(longest).map_err(WrittenListingError::InstallParams)?;
    let icon =
        written.icon.as_deref().map(Icon::from_base64).transpose().map_err(WrittenListingError::Icon)?;
    let release_date = match written.release_date.as_deref().and_then(ReleaseDate::parse) {
        Some(ReleaseDate::Text(text)) => return Err(WrittenListingError::ReleaseDate(text)),
        day => day,
    };
    let programs = close_first(written.close_first.as_deref().unwrap_or_default())
        .map_err(WrittenListingError::CloseFirst)?;
    let listing = Listing {
        name: written.name,
        info_url: written.info_url,
        icon,
        install_params,
        importance: written.importance,
        release_date,
        description: written.description,
        release_notes: written.release_notes,
        requires: written.requires,
        close_first: programs,
    };
    let locale = said(&written.locale).map(locale_of).transpose()?;
    let branding = said(&written.branding).map(str::parse).transpose();
    Ok(Said { listing, locale, branding: branding.map_err(WrittenListingError::Branding)? })
}

fn said(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

fn locale_of(written: &str) -> Result<Locale, WrittenListingError> {
    Locale::parse(written).map_err(|_| WrittenListingError::Locale(written.to_owned()))
}

impl Explain for WrittenListingError {
    fn message(&self) -> Message {
        match self {
            Self::InstallParams(error) => {
                message!("written-listing-install-params", reason = error.message())
            }
            Self::ReleaseDate(text) => message!("written-listing-release-date", text = text),
            Self::Icon(error) => error.message(),
            Self::CloseFirst(error) => error.message(),
            Self::Locale(text) => message!("written-listing-locale", text = text),
            Self::Branding(error) => error.message(),
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::InstallParamsError;
    use catalog::install_params::{Placeholder, Template};

    use crate::model::host::HOST_LENGTH_MAX;
    use crate::model::name::NAME_LENGTH_MAX;
    use crate::model::source::PROFILE_TEXT_LENGTH_MAX;
    use crate::settings::PUBLIC_URL_LENGTH_MAX;

    use super::{FILLED_LENGTH_MAX, WrittenListing, WrittenListingError, read};

    #[test]
    fn what_is_written_is_judged_before_anything_is_stored() {
        let check = |change: fn(&mut WrittenListing), expected: fn(&WrittenListingError) -> bool| {
            let mut written = WrittenListing::default();
            change(&mut written);
            let error = read(written).expect_err("the listing should be refused");
            assert!(expected(&error), "{error:?}");
        };
        check(
            |written| written.install_params = Some("/x".to_owned()),
            |error| matches!(error, WrittenListingError::InstallParams(_)),
        );
        check(
            |written| written.install_params = Some("A=${OX_PASSWORD}".to_owned()),
            |error| matches!(error, WrittenListingError::InstallParams(_)),
        );
        check(
            |written| written.install_params = Some("A=${OX_SERVERURL} ".repeat(10)),
            |error| matches!(error, WrittenListingError::InstallParams(InstallParamsError::TooLong)),
        );
        check(
            |written| written.release_date = Some("soon".to_owned()),
            |error| matches!(error, WrittenListingError::ReleaseDate(_)),
        );
        check(
            |written| written.icon = Some("AAAA".to_owned()),
            |error| matches!(error, WrittenListingError::Icon(_)),
        );
        check(
            |written| written.close_first = Some("C:\\a.exe".to_owned()),
            |error| matches!(error, WrittenListingError::CloseFirst(_)),
        );
        check(
            |written| written.locale = Some("German".to_owned()),
            |error| matches!(error, WrittenListingError::Locale(_)),
        );
        check(
            |written| written.branding = Some("a b".to_owned()),
            |error| matches!(error, WrittenListingError::Branding(_)),
        );
    }

    #[test]
    fn what_is_put_into_install_params_has_room_there() {
        const {
            assert!(PUBLIC_URL_LENGTH_MAX <= FILLED_LENGTH_MAX);
            assert!("https://".len() + HOST_LENGTH_MAX + ":65535".len() <= FILLED_LENGTH_MAX);
        }
        for placeholder in Placeholder::ALL {
            assert!(placeholder.length_max() <= FILLED_LENGTH_MAX);
        }
        assert_eq!(Placeholder::ServerUrl.length_max(), FILLED_LENGTH_MAX);
        assert!(Placeholder::UserName.length_max() >= NAME_LENGTH_MAX);
        assert_eq!(Placeholder::DisplayName.length_max(), PROFILE_TEXT_LENGTH_MAX);
        for template in Template::ALL {
            let install_params = Some(template.install_params.to_owned());
            assert!(read(WrittenListing { install_params, ..WrittenListing::default() }).is_ok());
        }
    }

    #[test]
    fn nothing_written_is_a_listing_too() {
        assert_eq!(read(WrittenListing::default()).unwrap(), super::Said::default());
    }
}
