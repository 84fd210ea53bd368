//! A product's icon: the bytes of an `.ico` file.

use text::{Explain, Message, message};

/// The most bytes an icon may have.
pub const ICON_SIZE_MAX: usize = 512 * 1024;

/// The bytes before the directory of an `.ico` file: reserved 0, type 1, number of images.
const HEADER_SIZE: usize = 6;
/// The bytes of one image's entry in the directory.
const ENTRY_SIZE: usize = 16;

/// An icon whose directory is sound: each image that it names lies within the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Icon(Vec<u8>);

/// Why bytes are no icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum IconError {
    /// The text is not Base64.
    NotBase64,
    /// The bytes are not an `.ico` file.
    NotAnIcon,
    /// An image lies outside the file, as after a cut.
    Truncated,
    /// More than [`ICON_SIZE_MAX`] bytes.
    TooLarge,
}

impl Icon {
    /// Takes the bytes of an `.ico` file.
    ///
    /// # Errors
    /// [`IconError`] if they are not one, or more than [`ICON_SIZE_MAX`].
    pub fn new(bytes: Vec<u8>) -> Result<Self, IconError> {
        if bytes.len() > ICON_SIZE_MAX {
            return Err(IconError::TooLarge);
        }
        let &[0, 0, 1, 0, low, high] = bytes.get(..HEADER_SIZE).ok_or(IconError::NotAnIcon)? else {
            return Err(IconError::NotAnIcon);
        };
        let count = usize::from(u16::from_le_bytes([low, high]));
        if count == 0 {
            return Err(IconError::NotAnIcon);
        }
        let directory =
            bytes.get(HEADER_SIZE..HEADER_SIZE + count * ENTRY_SIZE).ok_or(IconError::Truncated)?;
        for entry in directory.chunks_exact(ENTRY_SIZE) {
            let number = |at: usize| {
                entry.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes)
            };
            let (size, offset) = number(8).zip(number(12)).ok_or(IconError::Truncated)?;
            let end = u64::from(size) + u64::from(offset);
            if size == 0 || end > bytes.len() as u64 {
                return Err(IconError::Truncated);
            }
        }
        Ok(Self(bytes))
    }

    /// Reads Base64 with or without padding, wrapped into lines or not.
    ///
    /// # Errors
    /// [`IconError`] if it is not Base64, or not an icon.
    pub fn from_base64(written: &str) -> Result<Self, IconError> {
        let is_letter = |byte: &u8| !byte.is_ascii_whitespace();
        if written.len() / 4 * 3 > ICON_SIZE_MAX + 3
            && written.bytes().filter(is_letter).count() / 4 * 3 > ICON_SIZE_MAX + 3
        {
            return Err(IconError::TooLarge);
        }
        base64_simd::forgiving_decode_to_vec(written.as_bytes())
            .map_err(|_| IconError::NotBase64)
            .and_then(Self::new)
    }

    /// The icon in Base64, on one line.
    #[must_use]
    pub fn to_base64(&self) -> String {
        base64_simd::STANDARD.encode_to_string(&self.0)
    }

    /// The bytes of the `.ico` file.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Explain for IconError {
    fn message(&self) -> Message {
        match self {
            Self::NotBase64 => message!("icon-not-base64"),
            Self::NotAnIcon => message!("icon-not-an-icon"),
            Self::Truncated => message!("icon-truncated"),
            Self::TooLarge => message!("icon-too-large", kilobytes = ICON_SIZE_MAX / 1024),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ICON_SIZE_MAX, Icon, IconError};

    /// A directory of one image of `size` bytes at offset 22, and `body` bytes behind it.
    fn ico(size: u32, body: usize) -> Vec<u8> {
        let mut bytes = vec![0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0];
        bytes.extend(size.to_le_bytes());
        bytes.extend(22_u32.to_le_bytes());
        bytes.extend(vec![7; body]);
        bytes
    }

    #[test]
    fn only_icons_are_icons() {
        let check = |bytes: Vec<u8>, expected: Option<IconError>| {
            assert_eq!(Icon::new(bytes.clone()).err(), expected, "{:?}", &bytes[..bytes.len().min(24)]);
        };
        check(ico(40, 40), None);
        check(ico(41, 40), Some(IconError::Truncated));
        check(ico(u32::MAX, 40), Some(IconError::Truncated));
        check(vec![0, 0, 1, 0, 2, 0, 1], Some(IconError::Truncated));
        check(vec![0, 0, 1, 0, 0, 0], Some(IconError::NotAnIcon));
        check(vec![0, 0, 2, 0, 1, 0], Some(IconError::NotAnIcon));
        check(b"\x89PNG\r\n".to_vec(), Some(IconError::NotAnIcon));
        check(vec![], Some(IconError::NotAnIcon));
        check(ico(40, ICON_SIZE_MAX), Some(IconError::TooLarge));
    }

    #[test]
    fn base64_may_be_wrapped_and_unpadded() {
        let icon = Icon::new(ico(41, 41)).unwrap();
        let one_line = icon.to_base64();
        let wrapped: String = one_line
            .as_bytes()
            .chunks(7)
            .map(|line| format!("  {}\r\n", std::str::from_utf8(line).unwrap()))
            .collect();
        assert_eq!(Icon::from_base64(&wrapped), Ok(icon.clone()));
        assert_eq!(Icon::from_base64(one_line.trim_end_matches('=')), Ok(icon));
        assert_eq!(Icon::from_base64("AAABAA*="), Err(IconError::NotBase64));
    }
}
