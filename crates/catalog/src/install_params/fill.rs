//! Filling: what the server knows about a user, in place of `${OX_USERNAME}` and the other placeholders.
//!
//! Placeholders stand in values of properties, which are written in quotes; so nothing that is put there can end a value and
//! begin a property or a switch. What was put in is not looked at for placeholders again. A property with a placeholder that has no
//! value for a user is left out for that user, and told; where it stood before with another value, that one counts.
//! Sources: the original filled its template for each user from the user's mail account, and its successor handed `OX_SERVERURL` and
//! `OX_USERNAME` to its installer.

use std::borrow::Cow;

use super::placeholder::{Placeholder, unknown};
use super::{InstallParams, InstallParamsError, Param};

/// What all placeholders begin with; with this before it, nothing is text.
const BEGINNING: &str = "${OX_";
/// What a variable of any spelling begins with.
const OPENING: &str = "${";

/// Install params as one user gets them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The params.
    pub params: InstallParams,
    /// What was left out for the want of a value, in its order.
    pub left_out: Vec<LeftOut>,
}

/// A property that one user does not get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The property's name.
    pub property: String,
    /// The first placeholder in its value that could not be filled.
    pub placeholder: Placeholder,
    /// Why not.
    pub reason: NotFilled,
}

/// Why a placeholder could not be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotFilled {
    /// There is no value.
    Missing,
    /// The value holds a control character, or a letter that no document may hold.
    ControlCharacter,
    /// The value is longer than [`Placeholder::length_max`].
    TooLong,
}

/// A piece of a value.
enum Piece<'a> {
    Text(&'a str),
    Known(Placeholder),
    Unknown(&'a str),
}

impl InstallParams {
    /// Whether a placeholder stands in one of the values.
    #[must_use]
    pub fn uses(&self, placeholder: Placeholder) -> bool {
        self.properties().any(|(_, value)| value.contains(placeholder.as_str()))
    }

    /// The placeholders that stand in the values, each once.
    pub fn placeholders(&self) -> impl Iterator<Item = Placeholder> {
        Placeholder::ALL.into_iter().filter(|placeholder| self.uses(*placeholder))
    }

    /// Judges the placeholders, for who publishes: a misspelt one would reach the installer as it is.
    ///
    /// # Errors
    /// [`InstallParamsError::PlaceholderUnknown`] for the first that is none, [`InstallParamsError::PlaceholderSecret`] if it asks for
    /// something secret.
    pub fn known_placeholders(&self) -> Result<(), InstallParamsError> {
        for (_, value) in self.properties() {
            for piece in pieces(value) {
                if let Piece::Unknown(placeholder) = piece {
                    return Err(unknown(placeholder));
                }
            }
        }
        Ok(())
    }

    /// Puts values in place of the placeholders. What is no placeholder stays as it is; an empty value is none.
    ///
    /// # Errors
    /// [`InstallParamsError::TooLong`] if all becomes too long.
    pub fn filled<'a>(
        &self,
        value_of: impl Fn(Placeholder) -> Option<Cow<'a, str>>,
    ) -> Result<Filled, InstallParamsError> {
        let (mut params, mut left_out) = (Vec::with_capacity(self.0.len()), Vec::new());
        for param in &self.0 {
            let Param::Property { name, value } = param else {
                params.push(param.clone());
                continue;
            };
            match filled(value, &value_of) {
                Ok(value) => params.push(Param::Property { name: name.clone(), value }),
                Err((placeholder, reason)) => {
                    left_out.push(LeftOut { property: name.clone(), placeholder, reason });
                }
            }
        }
        Ok(Filled { params: Self(params).within_length()?, left_out })
    }
}

fn filled<'a>(
    value: &str,
    value_of: &impl Fn(Placeholder) -> Option<Cow<'a, str>>,
) -> Result<String, (Placeholder, NotFilled)> {
    let mut filled = String::with_capacity(value.len());
    for piece in pieces(value) {
        match piece {
            Piece::Text(text) | Piece::Unknown(text) => filled.push_str(text),
            Piece::Known(placeholder) => {
                let text = value_of(placeholder).filter(|text| !text.trim().is_empty());
                let text = text.ok_or((placeholder, NotFilled::Missing))?;
                usable(placeholder, &text).map_err(|reason| (placeholder, reason))?;
                filled.push_str(&text);
            }
        }
    }
    Ok(filled)
}

fn usable(placeholder: Placeholder, text: &str) -> Result<(), NotFilled> {
    if text.contains(|letter: char| letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}')) {
        return Err(NotFilled::ControlCharacter);
    }
    if text.chars().count() > placeholder.length_max() {
        return Err(NotFilled::TooLong);
    }
    Ok(())
}

/// A value in pieces, in its order and with nothing left out.
fn pieces(value: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = value;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let place = rest.match_indices(OPENING).find(|(place, _)| variable(&rest[*place..]).is_some());
        let (piece, length) = match place {
            None => (Piece::Text(rest), rest.len()),
            Some((0, _)) => variable(rest)?,
            Some((place, _)) => (Piece::Text(&rest[..place]), place),
        };
        rest = &rest[length..];
        Some(piece)
    })
}

/// The variable that a text begins with, and its length, if it begins with one.
fn variable(text: &str) -> Option<(Piece<'_>, usize)> {
    let known = Placeholder::ALL.into_iter().find(|one| text.starts_with(one.as_str()));
    if let Some(known) = known {
        return Some((Piece::Known(known), known.as_str().len()));
    }
    let end = text.find('}').map(|end| end + 1);
    if text.starts_with(BEGINNING) {
        let length = end.unwrap_or(BEGINNING.len());
        return Some((Piece::Unknown(&text[..length]), length));
    }
    let length = end?;
    let name = text.get(OPENING.len()..length - 1)?;
    let is_of_a_name = |letter: char| letter.is_alphanumeric() || "_-. ".contains(letter);
    let is_name = name.chars().all(is_of_a_name) && name.contains(char::is_alphanumeric);
    is_name.then(|| (Piece::Unknown(&text[..length]), length))
}

#[cfg(test)]
#[path = "fill_tests.rs"]
mod tests;
