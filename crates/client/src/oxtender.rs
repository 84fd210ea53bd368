//! What the OXtender for Outlook needs before it is installed with an account: a folder of the person's own.
//!
//! Source: the original's documentation of its updater: from 6.15.1 on the OXtender makes its PST in `%APPDATA%\Open-Xchange`, and fails
//! where the folder is not there. That was never proven with a real OXtender.

use std::fs;
use std::path::Path;

use catalog::InstallParams;

use crate::machine::MachineError;

/// The folder's name, among the person's roaming data.
pub const FOLDER: &str = "Open-Xchange";

/// The properties by which the OXtender is told of an account.
pub const ACCOUNT_PROPERTIES: [&str; 16] = [
    "OXACCOUNTNAME",
    "OXCREATEIMAPACCOUNT",
    "OXDISPLAYNAME",
    "OXEMAILADDRESS",
    "OXIMAPPORT",
    "OXIMAPSERVER",
    "OXIMAPSSL",
    "OXIMAPUSERNAME",
    "OXPROFILENAME",
    "OXSERVERTIMEOUT",
    "OXSMTPAUTH",
    "OXSMTPAUTHMETHOD",
    "OXSMTPPORT",
    "OXSMTPSERVER",
    "OXSMTPSSL",
    "OXURL",
];

/// Whether an installer is told of an account, so that the folder has to be there.
#[must_use]
pub fn needs_folder(params: &InstallParams) -> bool {
    params.properties().any(|(name, _)| ACCOUNT_PROPERTIES.contains(&name))
}

/// Makes the folder among a person's roaming data, if it is not there, and makes sure that it can be written.
///
/// # Errors
/// [`MachineError::AccountFolder`]
pub(crate) fn make_folder(roaming_data: &Path) -> Result<(), MachineError> {
    let folder = roaming_data.join(FOLDER);
    let made = fs::create_dir_all(&folder).and_then(|()| tempfile::NamedTempFile::new_in(&folder));
    made.map(drop).map_err(|source| MachineError::AccountFolder { folder, source })
}

#[cfg(test)]
mod tests {
    use catalog::InstallParams;

    use super::{ACCOUNT_PROPERTIES, FOLDER, make_folder, needs_folder};

    #[test]
    fn the_folder_is_made_once_and_left_empty() {
        let roaming_data = tempfile::tempdir().unwrap();
        let folder = roaming_data.path().join(FOLDER);
        make_folder(roaming_data.path()).unwrap();
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
        std::fs::write(folder.join("mail.pst"), "mail").unwrap();
        make_folder(roaming_data.path()).unwrap();
        assert_eq!(std::fs::read(folder.join("mail.pst")).unwrap(), b"mail");
        // A file in its place is no folder.
        let other = tempfile::tempdir().unwrap();
        std::fs::write(other.path().join(FOLDER), "").unwrap();
        let said = make_folder(other.path()).unwrap_err().to_string();
        assert!(
            said.starts_with("The folder “") && said.contains("could not be made or written to."),
            "{said}"
        );
    }

    #[test]
    fn who_is_told_of_an_account_needs_the_folder() {
        let check = |params: &str, expected: bool| {
            assert_eq!(needs_folder(&InstallParams::parse(params).unwrap()), expected, "{params}");
        };
        check("", false);
        check("/passive", false);
        check("/passive OXURL=\"https://ox.example\"", true);
        check("OXCREATEIMAPACCOUNT=\"true\" OXPROFILENAME=\"OXtender\"", true);
        check("SERVER=\"OXURL\"", false);
        check("OX_SERVERURL=\"https://ox.example\" OX_USERNAME=\"anna\"", false);
        for name in ACCOUNT_PROPERTIES {
            check(&format!("{name}=\"1\""), true);
        }
    }
}
