//! A cause in words: what happened, what the person can do, what the administrator should do. Codes and names of steps are left to the details. Pure.

use text::{Message, message};

use super::cause::Cause;

impl Cause {
    /// What happened.
    #[must_use]
    pub fn what_happened(&self) -> Message {
        match self {
            Self::FileInUse { program: Some(program), .. } => {
                message!("failure-file-in-use-happened-by", program = program)
            }
            Self::FileInUse { .. } => message!("failure-file-in-use-happened"),
            Self::DiskFull { .. } => message!("failure-disk-full-happened"),
            Self::RestartPending => message!("failure-restart-pending-happened"),
            Self::InstallSuspended => message!("failure-install-suspended-happened"),
            Self::SourceMissing { .. } => message!("failure-source-missing-happened"),
            Self::OtherPackageName { .. } => message!("failure-other-package-name-happened"),
            Self::PackageDamaged => message!("failure-package-damaged-happened"),
            Self::PlaceUnreachable { .. } => message!("failure-place-unreachable-happened"),
            Self::ProgramNotStarted => message!("failure-program-not-started-happened"),
            Self::ProgramFailed => message!("failure-program-failed-happened"),
            Self::NeedsAdministrator => message!("failure-needs-administrator-happened"),
            Self::AccessDenied { .. } => message!("failure-access-denied-happened"),
            Self::FileError { .. } => message!("failure-file-error-happened"),
            Self::ConditionNotMet { text: Some(text) } => {
                message!("failure-condition-not-met-happened-text", text = text)
            }
            Self::ConditionNotMet { .. } => message!("failure-condition-not-met-happened"),
            Self::NewerInstalled => message!("failure-newer-installed-happened"),
            Self::OldVersionStays => message!("failure-old-version-stays-happened"),
            Self::ServiceNotStarted { service: Some(service) } => {
                message!("failure-service-not-started-happened-named", service = service)
            }
            Self::ServiceNotStarted { .. } => message!("failure-service-not-started-happened"),
            Self::ServiceNotStopped { service: Some(service) } => {
                message!("failure-service-not-stopped-happened-named", service = service)
            }
            Self::ServiceNotStopped { .. } => message!("failure-service-not-stopped-happened"),
            Self::Forbidden => message!("failure-forbidden-happened"),
            Self::AnotherInstall => message!("failure-another-install-happened"),
            Self::InstallerUnavailable => message!("failure-installer-unavailable-happened"),
            Self::Unexplained => message!("failure-unexplained-happened"),
        }
    }

    /// What the person at the PC can do.
    #[must_use]
    pub fn what_you_can_do(&self) -> Message {
        match self {
            Self::FileInUse { program: Some(program), .. } => {
                message!("failure-file-in-use-you-by", program = program)
            }
            Self::FileInUse { .. } => message!("failure-file-in-use-you"),
            Self::DiskFull { .. } => message!("failure-disk-full-you"),
            Self::RestartPending => message!("failure-restart-pending-you"),
            Self::InstallSuspended => message!("failure-install-suspended-you"),
            Self::SourceMissing { .. } => message!("failure-source-missing-you"),
            Self::OtherPackageName { .. } => message!("failure-other-package-name-you"),
            Self::PackageDamaged => message!("failure-package-damaged-you"),
            Self::PlaceUnreachable { .. } => message!("failure-place-unreachable-you"),
            Self::ProgramNotStarted => message!("failure-program-not-started-you"),
            Self::ProgramFailed => message!("failure-program-failed-you"),
            Self::NeedsAdministrator => message!("failure-needs-administrator-you"),
            Self::AccessDenied { .. } => message!("failure-access-denied-you"),
            Self::FileError { .. } => message!("failure-file-error-you"),
            Self::ConditionNotMet { .. } => message!("failure-condition-not-met-you"),
            Self::NewerInstalled => message!("failure-newer-installed-you"),
            Self::OldVersionStays => message!("failure-old-version-stays-you"),
            Self::ServiceNotStarted { .. } => message!("failure-service-not-started-you"),
            Self::ServiceNotStopped { .. } => message!("failure-service-not-stopped-you"),
            Self::Forbidden => message!("failure-forbidden-you"),
            Self::AnotherInstall => message!("failure-another-install-you"),
            Self::InstallerUnavailable => message!("failure-installer-unavailable-you"),
            Self::Unexplained => message!("failure-unexplained-you"),
        }
    }

    /// What the administrator should do.
    #[must_use]
    pub fn for_the_administrator(&self) -> Message {
        match self {
            Self::FileInUse { .. } => message!("failure-file-in-use-administrator"),
            Self::DiskFull { .. } => message!("failure-disk-full-administrator"),
            Self::RestartPending => message!("failure-restart-pending-administrator"),
            Self::InstallSuspended => message!("failure-install-suspended-administrator"),
            Self::SourceMissing { .. } => message!("failure-source-missing-administrator"),
            Self::OtherPackageName { .. } => message!("failure-other-package-name-administrator"),
            Self::PackageDamaged => message!("failure-package-damaged-administrator"),
            Self::PlaceUnreachable { .. } => message!("failure-place-unreachable-administrator"),
            Self::ProgramNotStarted => message!("failure-program-not-started-administrator"),
            Self::ProgramFailed => message!("failure-program-failed-administrator"),
            Self::NeedsAdministrator => message!("failure-needs-administrator-administrator"),
            Self::AccessDenied { .. } => message!("failure-access-denied-administrator"),
            Self::FileError { .. } => message!("failure-file-error-administrator"),
            Self::ConditionNotMet { .. } => message!("failure-condition-not-met-administrator"),
            Self::NewerInstalled => message!("failure-newer-installed-administrator"),
            Self::OldVersionStays => message!("failure-old-version-stays-administrator"),
            Self::ServiceNotStarted { .. } => message!("failure-service-not-started-administrator"),
            Self::ServiceNotStopped { .. } => message!("failure-service-not-stopped-administrator"),
            Self::Forbidden => message!("failure-forbidden-administrator"),
            Self::AnotherInstall => message!("failure-another-install-administrator"),
            Self::InstallerUnavailable => message!("failure-installer-unavailable-administrator"),
            Self::Unexplained => message!("failure-unexplained-administrator"),
        }
    }
}
