//! Placeholders: the variables that install params may hold, each filled for each user.
//!
//! A variable is named as the property of the OXtender that took the same value, with `OX_` for `OX`; docs/reference/preconfiguration.md
//! has them with examples. No variable is a password, and none will be: install params stand in logs and in lists of processes.

use super::InstallParamsError;
use super::parse::shown;

/// The most characters of a server's URL in place of a placeholder.
const URL_LENGTH_MAX: usize = 1_000;
/// The most characters of any other text in place of a placeholder.
const TEXT_LENGTH_MAX: usize = 256;

/// Parts of words that stand for something secret, in capital letters.
const SECRET_WORDS: [&str; 9] =
    ["PASSWORD", "PASSWD", "PASSWORT", "KENNWORT", "PASSPHRASE", "PWD", "SECRET", "TOKEN", "CREDENTIAL"];

/// Something that each user gets another value for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placeholder {
    /// Where this server is reached: what its URLs begin with.
    ServerUrl,
    /// Scheme, host and port of where this server is reached, without a path.
    Url,
    /// The name that the user signs in with.
    UserName,
    /// What the user is called.
    DisplayName,
    /// The user's mail address.
    MailAddress,
    /// What the user reads, such as `de_DE`.
    Locale,
    /// The host that the user's mail comes from.
    ImapHost,
    /// Its port.
    ImapPort,
    /// How the connection there is encrypted: `none`, `starttls` or `tls`.
    ImapEncryption,
    /// Whether it is encrypted from the beginning: `1` or `0`.
    ImapSsl,
    /// The name to sign in there.
    ImapUserName,
    /// The host that the user's mail goes to.
    SmtpHost,
    /// Its port.
    SmtpPort,
    /// How the connection there is encrypted: `none`, `starttls` or `tls`.
    SmtpEncryption,
    /// Whether it is encrypted from the beginning: `1` or `0`.
    SmtpSsl,
    /// Whether one signs in there: `1` or `0`.
    SmtpAuthentication,
    /// The name to sign in there.
    SmtpUserName,
}

impl Placeholder {
    /// All placeholders.
    pub const ALL: [Self; 17] = [
        Self::ServerUrl,
        Self::Url,
        Self::UserName,
        Self::DisplayName,
        Self::MailAddress,
        Self::Locale,
        Self::ImapHost,
        Self::ImapPort,
        Self::ImapEncryption,
        Self::ImapSsl,
        Self::ImapUserName,
        Self::SmtpHost,
        Self::SmtpPort,
        Self::SmtpEncryption,
        Self::SmtpSsl,
        Self::SmtpAuthentication,
        Self::SmtpUserName,
    ];

    /// As it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ServerUrl => "${OX_SERVERURL}",
            Self::Url => "${OX_URL}",
            Self::UserName => "${OX_USERNAME}",
            Self::DisplayName => "${OX_DISPLAYNAME}",
            Self::MailAddress => "${OX_EMAILADDRESS}",
            Self::Locale => "${OX_LOCALE}",
            Self::ImapHost => "${OX_IMAPSERVER}",
            Self::ImapPort => "${OX_IMAPPORT}",
            Self::ImapEncryption => "${OX_IMAPENCRYPTION}",
            Self::ImapSsl => "${OX_IMAPSSL}",
            Self::ImapUserName => "${OX_IMAPUSERNAME}",
            Self::SmtpHost => "${OX_SMTPSERVER}",
            Self::SmtpPort => "${OX_SMTPPORT}",
            Self::SmtpEncryption => "${OX_SMTPENCRYPTION}",
            Self::SmtpSsl => "${OX_SMTPSSL}",
            Self::SmtpAuthentication => "${OX_SMTPAUTH}",
            Self::SmtpUserName => "${OX_SMTPUSERNAME}",
        }
    }

    /// Whether two users of one server can have different values.
    #[must_use]
    pub fn is_personal(self) -> bool {
        !matches!(self, Self::ServerUrl | Self::Url)
    }

    /// Whether its value is of what a source of accounts tells about the user, beyond the name to sign in with.
    #[must_use]
    pub fn is_of_profile(self) -> bool {
        self.is_personal() && self != Self::UserName
    }

    /// The most characters of a value; a longer one is not put in.
    #[must_use]
    pub fn length_max(self) -> usize {
        match self {
            Self::ServerUrl | Self::Url => URL_LENGTH_MAX,
            Self::ImapPort | Self::SmtpPort => "65535".len(),
            Self::ImapEncryption | Self::SmtpEncryption => "starttls".len(),
            Self::ImapSsl | Self::SmtpSsl | Self::SmtpAuthentication => 1,
            _ => TEXT_LENGTH_MAX,
        }
    }
}

/// What to say of a variable that there is not, as it was written.
pub(super) fn unknown(written: &str) -> InstallParamsError {
    let letters: String = written.chars().filter(char::is_ascii_alphabetic).collect();
    let letters = letters.to_ascii_uppercase();
    if SECRET_WORDS.iter().any(|word| letters.contains(word)) {
        InstallParamsError::PlaceholderSecret(shown(written))
    } else {
        InstallParamsError::PlaceholderUnknown(shown(written))
    }
}
