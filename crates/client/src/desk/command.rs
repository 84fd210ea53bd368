//! What a person can want.

use std::fmt;

use super::ItemKey;
use crate::close_first::Answer;
use crate::screen::WindowName;
use crate::settings::Settings;

/// What a person wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// To look for updates now.
    CheckNow,
    /// To see the updates; also what a second start of the program and a click on a balloon mean.
    ShowUpdates,
    /// To see what was installed before.
    ShowHistory,
    /// To see the settings.
    ShowSettings,
    /// To see what this program is.
    ShowAbout,
    /// To close a window.
    Close(WindowName),
    /// To end the program; while something is installed, the person is asked first.
    Exit,
    /// To end the program as soon as what is under way has ended.
    ExitWhenDone,
    /// To have an update installed with the others, or not.
    Tick {
        /// Which.
        key: ItemKey,
        /// Whether to.
        wanted: bool,
    },
    /// To read about an update.
    Select(ItemKey),
    /// To go on with what is ticked.
    Next,
    /// To go back to the list.
    Back,
    /// To sign in with what stands in the fields.
    SignIn(SignInFields),
    /// To sign in with the browser.
    SignInWithBrowser,
    /// To have the page to sign in opened in the browser again.
    OpenBrowserAgain,
    /// To have the code for the browser in the clipboard.
    CopyCode,
    /// To wait no longer for what is done in the browser.
    LeaveBrowser,
    /// To sign in, before anything is wanted that needs it.
    ShowSignIn,
    /// To end this PC's sign-in; the person is asked first.
    SignOut,
    /// The answer that they want that.
    SignOutNow,
    /// To answer what the engine asked.
    Answer(Answer),
    /// To stop what is under way.
    Cancel,
    /// To have what came of it in the clipboard.
    CopyDetails,
    /// To have the details of the past in the clipboard.
    CopyHistory,
    /// To restart Windows now.
    RestartWindows,
    /// To keep these settings.
    SaveSettings(Settings),
    /// To get updates from the server that the installer's name proposed.
    AcceptServer,
    /// Not to.
    DeclineServer,
    /// To open an address in the browser.
    OpenLink(String),
}

/// What stands in the fields of a sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInFields {
    /// The name.
    pub user: String,
    /// The password.
    pub password: Password,
    /// Whether this PC may keep the password where the server gives no token.
    pub keep: bool,
}

/// A password; it is never shown, not even in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(pub String);

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}
