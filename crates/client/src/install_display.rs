//! How much of an install is shown: a pure decision with a table.
//!
//! A switch in the publisher's install params decides. Without one it depends on who draws for the person: at a desktop face the
//! package shows its own dialogs, as the manual says ("the user follows the instructions"); at the command line it stays out of the way.

use catalog::install_params::UserInterface;

use crate::machine::{Desktop, Display};

/// What draws for the person who wants the install.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// A window on a desktop.
    Window,
    /// A command line, whose person did not ask for the package's dialogs.
    CommandLine,
    /// A command line whose person asked for the package's dialogs (`--interactive`).
    CommandLineInteractive,
}

/// Decides how much of an install is shown.
#[must_use]
pub fn install_display(publisher: Option<UserInterface>, face: Face, desktop: Desktop) -> Display {
    match publisher {
        Some(UserInterface::None) => return Display::None,
        Some(UserInterface::Passive) => return Display::Passive,
        Some(UserInterface::Basic) => return Display::Basic,
        Some(UserInterface::Reduced) => return Display::Reduced,
        Some(UserInterface::Full) => return Display::Full,
        None => {}
    }
    match (face, desktop) {
        (Face::Window | Face::CommandLineInteractive, _) => Display::Full,
        (Face::CommandLine, Desktop::Present) => Display::Basic,
        (Face::CommandLine, Desktop::Absent) => Display::None,
    }
}

#[cfg(test)]
mod tests {
    use catalog::InstallParams;

    use super::Face::{self, CommandLine, CommandLineInteractive, Window};
    use super::install_display;
    use crate::machine::Desktop::{self, Absent, Present};
    use crate::machine::Display;

    #[test]
    fn the_publishers_switch_decides_else_the_face_and_the_desktop() {
        let check = |params: &str, face: Face, desktop: Desktop, expected: Display| {
            let publisher = InstallParams::parse(params).unwrap().user_interface();
            assert_eq!(install_display(publisher, face, desktop), expected, "{params} {face:?} {desktop:?}");
        };
        check("", Window, Present, Display::Full);
        check("", CommandLine, Present, Display::Basic);
        check("", CommandLine, Absent, Display::None);
        check("", CommandLineInteractive, Present, Display::Full);
        check("", CommandLineInteractive, Absent, Display::Full);
        check("A=b /norestart", CommandLine, Present, Display::Basic);
        for face in [Window, CommandLine, CommandLineInteractive] {
            for desktop in [Present, Absent] {
                check("/quiet", face, desktop, Display::None);
                check("/qn", face, desktop, Display::None);
                check("/passive", face, desktop, Display::Passive);
                check("/qb!-", face, desktop, Display::Basic);
                check("/qr", face, desktop, Display::Reduced);
                check("/qn /qf", face, desktop, Display::Full);
            }
        }
    }
}
