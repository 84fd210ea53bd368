//! Templates: install params that come with the product, for packages that take what a user's account is called and where it is.
//!
//! Source: the original's server filled these properties for each user. Of the OXtender 1 truth is `1` and untruth `0`, but for
//! `OXCREATEIMAPACCOUNT`; its server's time limit is in milliseconds; `OXSMTPAUTHMETHOD` is `1` for signing in by SMTP itself. There is no
//! property for a password.

use super::{InstallParams, InstallParamsError, Param};
use crate::UpgradeCode;

/// Install params that come with the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// What it is chosen by: small letters, digits and hyphens.
    pub name: &'static str,
    /// The products that it is for, as people call them.
    pub title: &'static str,
    /// The upgrade code of the product that it is for, where that is known.
    pub upgrade_code: Option<&'static str>,
    /// The install params.
    pub install_params: &'static str,
}

/// All templates.
const TEMPLATES: [Template; 3] = [
    Template {
        name: "oxtender-1",
        title: "OXtender 1",
        upgrade_code: Some("{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}"),
        install_params: "OXCREATEIMAPACCOUNT=\"true\" OXPROFILENAME=\"OXtender\" OXURL=\"${OX_URL}\" \
            OXACCOUNTNAME=\"${OX_EMAILADDRESS}\" OXDISPLAYNAME=\"${OX_DISPLAYNAME}\" \
            OXEMAILADDRESS=\"${OX_EMAILADDRESS}\" OXIMAPPORT=\"${OX_IMAPPORT}\" \
            OXIMAPSERVER=\"${OX_IMAPSERVER}\" OXIMAPSSL=\"${OX_IMAPSSL}\" \
            OXIMAPUSERNAME=\"${OX_IMAPUSERNAME}\" OXSERVERTIMEOUT=\"30000\" OXSMTPAUTH=\"${OX_SMTPAUTH}\" \
            OXSMTPAUTHMETHOD=\"1\" OXSMTPPORT=\"${OX_SMTPPORT}\" OXSMTPSERVER=\"${OX_SMTPSERVER}\" \
            OXSMTPSSL=\"${OX_SMTPSSL}\"",
    },
    Template {
        name: "oxtender-2",
        title: "OXtender 2",
        upgrade_code: None,
        install_params: "OX_SERVERURL=\"${OX_SERVERURL}\" OX_USERNAME=\"${OX_USERNAME}\"",
    },
    Template {
        name: "drive",
        title: "Drive",
        upgrade_code: Some("{F51277C0-B198-4932-BCD5-D37DAFC1CEFF}"),
        install_params: "OX_SERVERURL=\"${OX_SERVERURL}\" OX_USERNAME=\"${OX_USERNAME}\"",
    },
];

impl Template {
    /// All templates.
    pub const ALL: [Self; 3] = TEMPLATES;

    /// The template of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|template| template.name == name)
    }

    /// The template for a product.
    #[must_use]
    pub fn of(code: &UpgradeCode) -> Option<Self> {
        let is_of_it = |known: &str| UpgradeCode::parse(known).is_ok_and(|known| known == *code);
        Self::ALL.into_iter().find(|template| template.upgrade_code.is_some_and(is_of_it))
    }
}

impl InstallParams {
    /// The same with what a template says: its properties in the place of those of the same names, all else as it was.
    ///
    /// # Errors
    /// [`InstallParamsError::TooLong`] if all becomes too long.
    pub fn with_template(mut self, template: &Template) -> Result<Self, InstallParamsError> {
        let from_template = Self::parse(template.install_params)?;
        let is_said = |name: &str| from_template.properties().any(|(said, _)| said == name);
        self.0.retain(|param| !matches!(param, Param::Property { name, .. } if is_said(name)));
        self.0.extend(from_template.0);
        self.within_length()
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::Template;
    use crate::UpgradeCode;
    use crate::install_params::{InstallParams, Placeholder};

    fn value_of(placeholder: Placeholder) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(match placeholder {
            Placeholder::ServerUrl => "https://ox.example.com/updates",
            Placeholder::Url => "https://ox.example.com",
            Placeholder::UserName => "anna",
            Placeholder::DisplayName => "Anna Example",
            Placeholder::MailAddress => "anna@example.com",
            Placeholder::Locale => "de_DE",
            Placeholder::ImapHost => "imap.example.com",
            Placeholder::ImapPort => "993",
            Placeholder::ImapEncryption => "tls",
            Placeholder::ImapSsl => "1",
            Placeholder::ImapUserName => "anna-in",
            Placeholder::SmtpHost => "smtp.example.com",
            Placeholder::SmtpPort => "587",
            Placeholder::SmtpEncryption => "starttls",
            Placeholder::SmtpSsl => "0",
            Placeholder::SmtpAuthentication => "1",
            Placeholder::SmtpUserName => "anna-out",
        }))
    }

    #[test]
    fn each_template_is_what_a_publisher_may_write_and_is_filled_wholly() {
        for template in Template::ALL {
            let params = InstallParams::parse(template.install_params).unwrap();
            assert_eq!(params.known_placeholders(), Ok(()), "{}", template.name);
            let filled = params.filled(value_of).unwrap();
            assert!(filled.left_out.is_empty(), "{}", template.name);
            assert!(!filled.params.to_string().contains('$'), "{}", template.name);
            assert_eq!(Template::named(template.name), Some(template));
            if let Some(code) = template.upgrade_code {
                assert_eq!(Template::of(&UpgradeCode::parse(code).unwrap()), Some(template));
            }
        }
        assert_eq!(Template::named("notes"), None);
        let other = UpgradeCode::parse("{12345678-0000-0000-0000-000000000001}").unwrap();
        assert_eq!(Template::of(&other), None);
    }

    #[test]
    fn the_oxtender_gets_the_host_of_imap_for_imap_and_that_of_smtp_for_smtp() {
        let template = Template::named("oxtender-1").unwrap();
        let filled = InstallParams::parse(template.install_params).unwrap().filled(value_of).unwrap();
        assert_eq!(
            filled.params.properties().collect::<Vec<_>>(),
            [
                ("OXCREATEIMAPACCOUNT", "true"),
                ("OXPROFILENAME", "OXtender"),
                ("OXURL", "https://ox.example.com"),
                ("OXACCOUNTNAME", "anna@example.com"),
                ("OXDISPLAYNAME", "Anna Example"),
                ("OXEMAILADDRESS", "anna@example.com"),
                ("OXIMAPPORT", "993"),
                ("OXIMAPSERVER", "imap.example.com"),
                ("OXIMAPSSL", "1"),
                ("OXIMAPUSERNAME", "anna-in"),
                ("OXSERVERTIMEOUT", "30000"),
                ("OXSMTPAUTH", "1"),
                ("OXSMTPAUTHMETHOD", "1"),
                ("OXSMTPPORT", "587"),
                ("OXSMTPSERVER", "smtp.example.com"),
                ("OXSMTPSSL", "0"),
            ]
        );
    }

    #[test]
    fn a_template_takes_the_place_of_what_it_says_and_leaves_the_rest() {
        let check = |before: &str, expected: &str| {
            let params = InstallParams::parse(before).unwrap();
            let after = params.with_template(&Template::named("drive").unwrap()).unwrap();
            assert_eq!(after.to_string(), expected, "{before}");
        };
        let template = "OX_SERVERURL=\"${OX_SERVERURL}\" OX_USERNAME=\"${OX_USERNAME}\"";
        check("", template);
        check("/passive A=1 /norestart", &format!("/passive A=\"1\" /norestart {template}"));
        check("/passive OX_USERNAME=anna", &format!("/passive {template}"));
        check(template, template);
    }
}
