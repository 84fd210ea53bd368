//! Filling: what the server knows about a user, in place of `${OX_SERVERURL}` and `${OX_USERNAME}`.
//!
//! Placeholders stand in values of properties, which are written in quotes; so nothing that is put there can end a value and
//! begin a property or a switch. What was put in is not looked at for placeholders again.
//! Source: the original's successor handed `OX_SERVERURL` and `OX_USERNAME` to its installer, filled for each user.

use super::parse::shown;
use super::{InstallParams, InstallParamsError, Param};

/// What all placeholders begin with; `${` with anything else behind it is text.
const BEGINNING: &str = "${OX_";

/// Something that each user gets another value for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placeholder {
    /// `${OX_SERVERURL}`: where this server is reached.
    ServerUrl,
    /// `${OX_USERNAME}`: the name that the user signs in with.
    UserName,
}

/// Why install params could not be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotFilled {
    /// A value that is put in holds a control character.
    #[error("a value for the install params holds a control character")]
    ControlCharacter,
    /// With the values they are longer than install params may be.
    #[error("the install params become too long")]
    TooLong,
}

/// A piece of a value.
enum Piece<'a> {
    Text(&'a str),
    Known(Placeholder),
    Unknown(&'a str),
}

impl Placeholder {
    /// All placeholders.
    pub const ALL: [Self; 2] = [Self::ServerUrl, Self::UserName];

    /// As it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ServerUrl => "${OX_SERVERURL}",
            Self::UserName => "${OX_USERNAME}",
        }
    }
}

impl InstallParams {
    /// Whether a placeholder stands in one of the values.
    #[must_use]
    pub fn uses(&self, placeholder: Placeholder) -> bool {
        self.properties().any(|(_, value)| value.contains(placeholder.as_str()))
    }

    /// Judges the placeholders, for who publishes: a misspelt one would reach the installer as it is.
    ///
    /// # Errors
    /// [`InstallParamsError::PlaceholderUnknown`] for the first that is none.
    pub fn known_placeholders(&self) -> Result<(), InstallParamsError> {
        for (_, value) in self.properties() {
            for piece in pieces(value) {
                if let Piece::Unknown(placeholder) = piece {
                    return Err(InstallParamsError::PlaceholderUnknown(shown(placeholder)));
                }
            }
        }
        Ok(())
    }

    /// Puts values in place of the placeholders. What is no placeholder stays as it is.
    ///
    /// # Errors
    /// [`NotFilled`] if a value holds a control character, or all becomes too long.
    pub fn filled<'a>(&self, value_of: impl Fn(Placeholder) -> &'a str) -> Result<Self, NotFilled> {
        let mut params = Vec::with_capacity(self.0.len());
        for param in &self.0 {
            params.push(match param {
                Param::Property { name, value } => {
                    Param::Property { name: name.clone(), value: filled(value, &value_of)? }
                }
                other => other.clone(),
            });
        }
        Self(params).within_length().map_err(|_| NotFilled::TooLong)
    }
}

fn filled<'a>(value: &str, value_of: &impl Fn(Placeholder) -> &'a str) -> Result<String, NotFilled> {
    let mut filled = String::with_capacity(value.len());
    for piece in pieces(value) {
        match piece {
            Piece::Text(text) | Piece::Unknown(text) => filled.push_str(text),
            Piece::Known(placeholder) => {
                let text = value_of(placeholder);
                if text.contains(char::is_control) {
                    return Err(NotFilled::ControlCharacter);
                }
                filled.push_str(text);
            }
        }
    }
    Ok(filled)
}

/// A value in pieces, in its order and with nothing left out.
fn pieces(value: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = value;
    std::iter::from_fn(move || {
        let (piece, length) = match rest.find(BEGINNING) {
            None if rest.is_empty() => return None,
            None => (Piece::Text(rest), rest.len()),
            Some(0) => match Placeholder::ALL.into_iter().find(|one| rest.starts_with(one.as_str())) {
                Some(known) => (Piece::Known(known), known.as_str().len()),
                None => {
                    let length = rest.find('}').map_or(BEGINNING.len(), |end| end + 1);
                    (Piece::Unknown(&rest[..length]), length)
                }
            },
            Some(length) => (Piece::Text(&rest[..length]), length),
        };
        rest = &rest[length..];
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{NotFilled, Placeholder};
    use crate::install_params::{InstallParams, InstallParamsError};

    fn fill(written: &str, url: &str, name: &str) -> Result<InstallParams, NotFilled> {
        InstallParams::parse(written).unwrap().filled(|placeholder| match placeholder {
            Placeholder::ServerUrl => url,
            Placeholder::UserName => name,
        })
    }

    #[test]
    fn placeholders_are_filled_in_values() {
        let check = |written: &str, expected: &str| {
            let filled = fill(written, "https://a.example", "anna").unwrap();
            assert_eq!(filled.to_string(), expected, "{written}");
        };
        check("/passive", "/passive");
        check(
            "OX_SERVERURL=${OX_SERVERURL} OX_USERNAME=\"${OX_USERNAME}\"",
            "OX_SERVERURL=\"https://a.example\" OX_USERNAME=\"anna\"",
        );
        check("A=${OX_USERNAME}@${OX_USERNAME}.", "A=\"anna@anna.\"");
        check("A=${USERNAME}${ox_username}$%TEMP%", "A=\"${USERNAME}${ox_username}$%TEMP%\"");
        check("A=${OX_OTHER}${OX_", "A=\"${OX_OTHER}${OX_\"");
        check("A=${OX_SERVERURL}${OX_${OX_USERNAME}", "A=\"https://a.example${OX_${OX_USERNAME}\"");
    }

    #[test]
    fn no_value_however_hostile_adds_a_property_or_a_switch() {
        let written = "/passive A=${OX_USERNAME} B=\"x ${OX_SERVERURL} y\" /norestart C=1";
        for hostile in [
            "\"",
            "\"\"",
            "\"\"\"",
            "\" /x {00000000-0000-0000-0000-000000000000}",
            "\" REBOOT=Force",
            "\" TRANSFORMS=\"evil.mst",
            "a\" ALLUSERS=\"1",
            " /quiet ",
            "/x",
            "-i",
            "REMOVE=ALL",
            "%TEMP%",
            "%\"%",
            "\\\"",
            "\\",
            "a\\\" B=\"c",
            "'",
            "`",
            "&|<>^",
            "${OX_SERVERURL}",
            "${OX_USERNAME}",
            "${OX_X}",
            "$(calc)",
            "[ProductCode]",
            "\u{202e}x/",
            "\u{2028}",
            "\u{a0}/x\u{a0}",
            "",
            " ",
            "＂ /x",
            "”",
            "\u{fffe}",
        ] {
            let filled = fill(written, hostile, hostile).unwrap();
            let read = InstallParams::parse(&filled.to_string()).unwrap();
            assert_eq!(read, filled, "{hostile:?}");
            let around = format!("x {hostile} y");
            let expected = [("A", hostile), ("B", around.as_str()), ("C", "1")];
            assert_eq!(read.properties().collect::<Vec<_>>(), expected, "{hostile:?}");
            assert_eq!(read.user_interface(), InstallParams::parse(written).unwrap().user_interface());
            assert_eq!(
                read.to_string().matches("/norestart").count(),
                1 + hostile.matches("/norestart").count()
            );
        }
        for hostile in ["a\nb", "a\r\n/x", "\0", "\u{85}", "\t"] {
            assert_eq!(
                fill(written, "https://a.example", hostile),
                Err(NotFilled::ControlCharacter),
                "{hostile:?}"
            );
            assert_eq!(fill(written, hostile, "anna"), Err(NotFilled::ControlCharacter), "{hostile:?}");
        }
        assert_eq!(fill(written, "https://a.example", &"\"".repeat(4_000)), Err(NotFilled::TooLong));
    }

    #[test]
    fn who_publishes_learns_of_a_misspelt_placeholder() {
        let check = |written: &str, expected: Option<&str>| {
            let found = InstallParams::parse(written).unwrap().known_placeholders().err();
            let expected = expected.map(|text| InstallParamsError::PlaceholderUnknown(text.to_owned()));
            assert_eq!(found, expected, "{written}");
        };
        check("/passive A=${OX_SERVERURL}/x B=${OX_USERNAME} C=${OTHER} D=${", None);
        check("A=${OX_SERVERURL}${OX_USER}", Some("${OX_USER}"));
        check("A=${OX_username}", Some("${OX_username}"));
        check("A=${OX_USERNAME", Some("${OX_"));
        check("A=\"${OX_ USERNAME}\"", Some("${OX_ USERNAME}"));
        let elsewhere = |written| InstallParams::parse(written).unwrap_err();
        assert!(matches!(elsewhere("/${OX_USERNAME}"), InstallParamsError::SwitchUnknown(_)));
        assert!(matches!(elsewhere("${OX_USERNAME}=1"), InstallParamsError::PropertyNotPublic(_)));
        assert!(matches!(elsewhere("${OX_USERNAME}"), InstallParamsError::NotUnderstood(_)));
    }

    proptest! {
        #[test]
        fn filling_keeps_the_properties_and_the_switches(
            url in "[^\\p{Cc}]{0,40}",
            name in "[-\"/ =%$\\{}\\\\A-Zxé]{0,40}",
            tail in "[-\"/ =A-Z]{0,20}",
        ) {
            let template = InstallParams::parse("/qn A=${OX_SERVERURL} /norestart").unwrap();
            let template = template.with_property("B", &format!("${{OX_USERNAME}}{tail}")).unwrap();
            let filled = template.filled(|placeholder| match placeholder {
                Placeholder::ServerUrl => &url,
                Placeholder::UserName => &name,
            }).unwrap();
            let read = InstallParams::parse(&filled.to_string()).unwrap();
            let expected = format!("{name}{tail}");
            prop_assert_eq!(read.properties().collect::<Vec<_>>(), [("A", url.as_str()), ("B", expected.as_str())]);

            prop_assert_eq!(read.user_interface(), template.user_interface());
            prop_assert!(read.to_string().starts_with("/qn A="));
            prop_assert_eq!(read, filled);
        }
    }
}
