//! From what the administrator wrote to a listing.

use catalog::install_params::Placeholder;
use catalog::product::{CloseFirstError, close_first};
use catalog::{Icon, IconError, InstallParams, InstallParamsError, Listing, ReleaseDate};
use text::{Explain, Message, message};

use crate::model::listing::WrittenListing;
use crate::model::name::NAME_LENGTH_MAX;

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
}

/// Reads a listing.
///
/// # Errors
/// [`WrittenListingError`] for the first value that is not allowed.
pub(crate) fn read(written: WrittenListing) -> Result<Listing, WrittenListingError> {
    let room = "\"".repeat(FILLED_LENGTH_MAX);
    let install_params = InstallParams::parse(written.install_params.as_deref().unwrap_or_default())
        .map_err(WrittenListingError::InstallParams)?;
    install_params.known_placeholders().map_err(WrittenListingError::InstallParams)?;
    if install_params.filled(|placeholder| longest(&room, placeholder)).is_err() {
        return Err(WrittenListingError::InstallParams(InstallParamsError::TooLong));
    }
    let icon =
        written.icon.as_deref().map(Icon::from_base64).transpose().map_err(WrittenListingError::Icon)?;
    let release_date = match written.release_date.as_deref().and_then(ReleaseDate::parse) {
        Some(ReleaseDate::Text(text)) => return Err(WrittenListingError::ReleaseDate(text)),
        day => day,
    };
    let programs = close_first(written.close_first.as_deref().unwrap_or_default())
        .map_err(WrittenListingError::CloseFirst)?;
    Ok(Listing {
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
    })
}

/// What takes the most room in place of a placeholder: quotation marks, which are written twice.
fn longest(room: &str, placeholder: Placeholder) -> &str {
    match placeholder {
        Placeholder::ServerUrl => room,
        Placeholder::UserName => room.get(..NAME_LENGTH_MAX).unwrap_or(room),
    }
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
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::InstallParamsError;

    use crate::model::host::HOST_LENGTH_MAX;
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
    }

    #[test]
    fn what_is_put_into_install_params_has_room_there() {
        const {
            assert!(PUBLIC_URL_LENGTH_MAX <= FILLED_LENGTH_MAX);
            assert!("https://".len() + HOST_LENGTH_MAX + ":65535".len() <= FILLED_LENGTH_MAX);
        }
        let written = WrittenListing {
            install_params: Some("A=${OX_SERVERURL} B=${OX_USERNAME}".to_owned()),
            ..WrittenListing::default()
        };
        assert!(read(written).is_ok());
    }

    #[test]
    fn nothing_written_is_a_listing_too() {
        assert_eq!(read(WrittenListing::default()).unwrap(), catalog::Listing::default());
    }
}
