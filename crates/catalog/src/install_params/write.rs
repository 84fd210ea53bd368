//! Writing: a blank between parts, every property's value in quotes, so that no value ends early.

use std::fmt::{self, Write};

use super::{INSTALL_PARAMS_LENGTH_MAX, InstallParams, InstallParamsError, Param};

impl InstallParams {
    /// The properties alone, as Windows Installer reads them from a command line.
    #[must_use]
    pub fn property_line(&self) -> String {
        let is_property = |param: &&Param| matches!(param, Param::Property { .. });
        let mut line = String::new();
        // Writing to a text cannot fail.
        let _ = write_joined(self.0.iter().filter(is_property), &mut line);
        line
    }

    /// Writing adds quotes, so what was short enough to read may be too long to write.
    pub(super) fn within_length(self) -> Result<Self, InstallParamsError> {
        let mut length = Length(0);
        let is_short = write!(length, "{self}").is_ok() && length.0 <= INSTALL_PARAMS_LENGTH_MAX;
        if is_short { Ok(self) } else { Err(InstallParamsError::TooLong) }
    }
}

/// Counts the characters that are written to it.
struct Length(usize);

impl fmt::Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

fn write_joined<'a>(params: impl Iterator<Item = &'a Param>, to: &mut impl fmt::Write) -> fmt::Result {
    for (place, param) in params.enumerate() {
        let gap = if place == 0 { "" } else { " " };
        write!(to, "{gap}{param}")?;
    }
    Ok(())
}

impl fmt::Display for Param {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UserInterface(switch) => write!(formatter, "/{switch}"),
            Self::NoRestart => formatter.write_str("/norestart"),
            Self::Property { name, value } => {
                write!(formatter, "{name}=\"")?;
                for (place, piece) in value.split('"').enumerate() {
                    formatter.write_str(if place == 0 { "" } else { "\"\"" })?;
                    formatter.write_str(piece)?;
                }
                formatter.write_char('"')
            }
        }
    }
}

impl fmt::Display for InstallParams {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_joined(self.0.iter(), formatter)
    }
}

#[cfg(test)]
mod tests {
    use crate::install_params::InstallParams;

    #[test]
    fn the_properties_alone_are_what_windows_installer_is_given() {
        let params = InstallParams::parse("/passive A=1 /norestart B=\"x \"\"y\"\"\"").unwrap();
        assert_eq!(params.property_line(), "A=\"1\" B=\"x \"\"y\"\"\"");
        assert_eq!(params.properties().collect::<Vec<_>>(), [("A", "1"), ("B", "x \"y\"")]);
    }
}
