//! What a person is told to consent in the browser: where, and with which code. Pure.
//!
//! The page has to be one of the server itself: nobody is sent to a page on which another asks for their password.

use catalog::device_authorization::DeviceAuthorization;
use url::Url;

use super::BrowserSignInError;
use crate::address::{ADDRESS_LENGTH_MAX, same_origin};

/// How many characters of a wrong address are said.
const SAID_LENGTH_MAX: usize = 100;

/// What a person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The code, such as `BCDF-GHJK`.
    pub code: String,
    /// The page that asks for the code.
    pub address: String,
    /// The page with the code filled in.
    pub address_with_code: String,
    /// How many minutes the person has, as the server says.
    pub minutes: u64,
}

impl Invitation {
    /// What a server says, judged; `server` is any address of that server.
    pub(super) fn of(answer: &DeviceAuthorization, server: &Url) -> Result<Self, BrowserSignInError> {
        Ok(Self {
            code: answer.user_code.to_string(),
            address: own_page(&answer.verification_uri, server)?,
            address_with_code: own_page(&answer.verification_uri_complete, server)?,
            minutes: answer.expires_in.min(super::LIFE_TIME_MAX.as_secs()).div_ceil(60),
        })
    }
}

/// The address of a page, if it is one of this server.
fn own_page(written: &str, server: &Url) -> Result<String, BrowserSignInError> {
    let other = || BrowserSignInError::OtherPlace {
        address: written.chars().filter(|letter| !letter.is_control()).take(SAID_LENGTH_MAX).collect(),
        server: server.origin().ascii_serialization(),
    };
    if written.len() > ADDRESS_LENGTH_MAX || written.contains(char::is_control) {
        return Err(other());
    }
    let page = Url::parse(written).map_err(|_| other())?;
    let is_web = matches!(page.scheme(), "http" | "https");
    let is_plain = page.username().is_empty() && page.password().is_none();
    if is_web && is_plain && same_origin(&page, server) { Ok(page.into()) } else { Err(other()) }
}

#[cfg(test)]
mod tests {
    use catalog::device_authorization::{DeviceAuthorization, UserCode};
    use url::Url;

    use super::{Invitation, own_page};
    use crate::browser_sign_in::BrowserSignInError;

    const SERVER: &str = "https://updates.example:8443/ox/ajax/updater/update.xml";

    #[test]
    fn nobody_is_sent_to_a_page_of_somebody_else() {
        let server = Url::parse(SERVER).unwrap();
        let check = |written: &str, expected: Option<&str>| {
            let page = own_page(written, &server);
            assert_eq!(page.as_deref().ok(), expected, "{written}");
            assert!(page.is_ok() || matches!(page, Err(BrowserSignInError::OtherPlace { .. })), "{written}");
        };
        let own = "https://updates.example:8443/device";
        check(own, Some(own));
        check("HTTPS://UPDATES.example:8443/device", Some(own));
        let with_code = "https://updates.example:8443/ox/device?user_code=BCDF-GHJK";
        check(with_code, Some(with_code));
        for wrong in [
            "",
            "/device",
            "http://updates.example:8443/device",
            "https://updates.example/device",
            "https://updates.example:8443.evil.example/device",
            "https://updates.example:8443@evil.example/device",
            "https://anna:secret@updates.example:8443/device",
            "https://evil.example/https://updates.example:8443/device",
            "https://updates.example:8443/\u{7}device",
            "javascript:alert(1)",
            "file:///C:/windows/system32/calc.exe",
            r"\\evil.example\share\a.exe",
        ] {
            check(wrong, None);
        }
        check(&format!("{own}?{}", "a".repeat(3_000)), None);
    }

    #[test]
    fn a_person_is_told_the_code_and_how_long_it_is_good() {
        let page = "https://updates.example:8443/device".to_owned();
        let answer = DeviceAuthorization {
            device_code: "secret".to_owned(),
            user_code: UserCode::parse("bcdfghjk").unwrap(),
            verification_uri_complete: format!("{page}?user_code=BCDF-GHJK"),
            verification_uri: page.clone(),
            expires_in: 599,
            interval: 5,
        };
        let server = Url::parse(SERVER).unwrap();
        let told = Invitation::of(&answer, &server).unwrap();
        assert_eq!((told.code.as_str(), told.minutes), ("BCDF-GHJK", 10));
        assert_eq!((&told.address, told.address_with_code), (&page, format!("{page}?user_code=BCDF-GHJK")));
        let endless = DeviceAuthorization { expires_in: u64::MAX, ..answer.clone() };
        assert_eq!(Invitation::of(&endless, &server).unwrap().minutes, 30);
        let elsewhere =
            DeviceAuthorization { verification_uri_complete: "https://evil.example/".to_owned(), ..answer };
        let said = Invitation::of(&elsewhere, &server).unwrap_err().to_string();
        assert!(
            said.contains("https://evil.example/") && said.contains("https://updates.example:8443"),
            "{said}"
        );
    }
}
