//! The version of an Open-Xchange server, as far as it decides what counts.

/// The first numbers of a version such as `7.10.6`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OpenXchangeVersion {
    /// 6, 7 or 8.
    pub(crate) major: u32,
    /// The second number.
    pub(crate) minor: u32,
}

impl OpenXchangeVersion {
    /// From here on the configuration lies in `etc/`, and `open-xchange-core` holds what small packages held before.
    pub(crate) const ONE_CORE: Self = Self { major: 6, minor: 22 };
    /// From here on we know that people may edit their own contact if nothing is said.
    pub(crate) const EDIT_BY_DEFAULT: Self = Self { major: 7, minor: 10 };
    /// From here on both ways to change passwords are in the core, and properties turn them on.
    pub(crate) const PASSWORDS_IN_CORE: Self = Self { major: 8, minor: 10 };
    /// From here on a file of properties need not be there.
    pub(crate) const LEAN: Self = Self { major: 8, minor: 0 };

    /// Reads a version of a package, such as `7.10.6-5` or `1:8.19.0`.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let written = written.split_once(':').map_or(written, |(_, behind)| behind);
        let mut numbers = written.split(['.', '-', '+', '~', '_']);
        let mut next = || numbers.next().and_then(|number| number.parse().ok());
        Some(Self { major: next()?, minor: next()? })
    }
}

impl std::fmt::Display for OpenXchangeVersion {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}", self.major, self.minor)
    }
}

#[cfg(test)]
mod tests {
    use super::OpenXchangeVersion;

    #[test]
    fn versions_are_read_and_compared() {
        let check = |written: &str, expected: Option<&str>| {
            let version = OpenXchangeVersion::parse(written).map(|version| version.to_string());
            assert_eq!(version.as_deref(), expected, "{written:?}");
        };
        check("7.10.6-5", Some("7.10"));
        check("6.20.7.0-14_31.1", Some("6.20"));
        check("1:8.19.0", Some("8.19"));
        check("7", None);
        check("", None);
        check("seven.8", None);
        let parse = |written| OpenXchangeVersion::parse(written).unwrap();
        assert!(
            parse("6.20.9") < OpenXchangeVersion::ONE_CORE && parse("6.22") >= OpenXchangeVersion::ONE_CORE
        );
        assert!(parse("8.9.1") < OpenXchangeVersion::PASSWORDS_IN_CORE && parse("7.8") < parse("7.10"));
    }
}
