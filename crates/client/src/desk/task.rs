//! What is to be done, and what is told of it.

use catalog::UpgradeCode;
use catalog::xml::Problem;
use serde::{Deserialize, Serialize};
use text::Message;

use super::{Announced, SignInFields};
use crate::browser_sign_in::Invitation;
use crate::close_first::{Answer, Ask};
use crate::machine::Context;
use crate::outcome::{Outcome, Restart};
use crate::plan::{Item, Plan};
use crate::settings::{InForce, Settings};
use crate::state::{LastCheck, Past};
use crate::updater::Progress;

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Task {
    /// By the worker.
    Work(Work),
    /// By the face: open an address in the browser; it is http or https.
    Open(String),
    /// By the face: put a text into the clipboard.
    Copy(String),
    /// By the face: restart Windows, as the person asked.
    RestartWindows,
    /// By the face: end the program.
    Quit,
}

/// What the worker is to do; one after the other, but for [`Work::Cancel`], [`Work::StopBehindThis`],
/// [`Work::GoOn`] and [`Work::Answer`], which reach what is under way.
#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    /// Tell the [`Situation`].
    Begin,
    /// Look for updates, and settle installs whose end nobody saw.
    Check,
    /// Sign in, then look for updates.
    SignIn(SignInFields),
    /// Ask the server for a sign-in with the browser; what comes of it is told as with [`Work::SignIn`]. What is wanted meanwhile is done.
    SignInWithBrowser,
    /// Wait no longer for a sign-in with the browser; nothing is told.
    LeaveBrowser,
    /// Forget this PC's sign-in.
    SignOut,
    /// Install these, one after the other; the program's own update comes last.
    Install(Vec<Item>),
    /// Stop what is under way at the next safe moment.
    Cancel,
    /// Begin no other update behind the one that is being installed.
    StopBehindThis,
    /// Take that back.
    GoOn,
    /// The answer to what was asked.
    Answer(Answer),
    /// Keep these settings.
    Save(Settings),
    /// Forget the proposed server.
    ForgetProposal,
    /// Keep what the person was told of, for [`Situation::announced`] at the next start.
    KeepAnnounced(Announced),
    /// Read what was installed before.
    History,
}

/// What is told.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// How things are, at the start and after each change of the settings.
    Situation(Box<Situation>),
    /// What looking for updates came to.
    Checked(Box<Result<Found, Trouble>>),
    /// The server has given a code to consent to in the browser.
    Invited(Invitation),
    /// Signing in did not work.
    NotSignedIn(Trouble),
    /// Nobody is signed in any more.
    SignedOut,
    /// How an update goes.
    Progress {
        /// Which.
        key: ItemKey,
        /// How.
        progress: Progress,
    },
    /// Something is asked before it goes on.
    Asked(Ask),
    /// What came of an update.
    Ended {
        /// Which.
        key: ItemKey,
        /// What.
        outcome: Box<Outcome>,
        /// Its record, with where the log is.
        past: Box<Past>,
    },
    /// All of a batch have ended, or none could begin.
    BatchEnded(Box<Batch>),
    /// An install of an earlier run has ended meanwhile.
    Settled(Vec<Past>),
    /// What was installed before, the newest first.
    History(Vec<Past>),
    /// Why what was installed before cannot be read.
    NoHistory(Message),
    /// The program's own update is handed over: it is to end now, and is started again by whom waits for that.
    HandedOver,
    /// The settings could not be kept.
    NotSaved(Message),
}

/// How things are.
#[derive(Debug, Clone, PartialEq)]
pub struct Situation {
    /// What is set, by whom.
    pub settings: InForce,
    /// A server that the installer's name proposes and that nobody agreed to yet.
    pub proposal: Option<Proposal>,
    /// The last check that got an answer.
    pub last_check: Option<LastCheck>,
    /// Who signed in last, if a sign-in is kept of them.
    pub user: Option<String>,
    /// The program's version, such as `1.2.0`.
    pub version: String,
    /// What came of the program's own update, told at the first start behind it.
    pub self_update: Option<Past>,
    /// What becomes of a password that the person types.
    pub password: PasswordUse,
    /// Whether an update that was installed since Windows started waits for a restart.
    pub restart: Restart,
    /// The version of Windows, such as `10.0.19045.3570`; empty if nobody says.
    pub windows: String,
    /// What the person was told of before; what was last kept, else the default.
    pub announced: Announced,
}

/// What becomes of a password that a person types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PasswordUse {
    /// It is sent once, for a token; what the person is asked does not depend on it. Also what counts while nobody knows.
    #[default]
    Once,
    /// The server gives no tokens: it is sent each time, and this PC keeps it if the person wants.
    EachTime,
}

/// A server that was proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its address.
    pub address: String,
    /// Its host, and the port where it is not the usual one.
    pub host: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What is to be done on this PC.
    pub plan: Plan,
    /// What is wrong with single products of the catalog.
    pub problems: Vec<Problem>,
    /// As whom.
    pub user: Option<String>,
    /// When, in seconds since 1970 (UTC).
    pub at: i64,
}

/// Why something did not work.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// Why, and what the person can do.
    pub message: Message,
    /// What kind it is.
    pub kind: TroubleKind,
}

/// What kind of trouble it is, for what comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TroubleKind {
    /// No server is set.
    NoServer,
    /// The server wants to know who it is, and nobody is signed in.
    SignInNeeded,
    /// The server did not accept name and password.
    SignInRefused,
    /// The server ended this PC's sign-in.
    SignInEnded,
    /// The server does not offer signing in with the browser.
    NoBrowserSignIn,
    /// The server is away or busy; it asks not to come back before so many seconds.
    Away {
        /// In how many seconds, if it says.
        retry_after: Option<u64>,
    },
    /// Somebody seems to answer in the place of the server, such as a network that wants a sign-in first.
    Intercepted,
    /// Another process installs already, of this person or of another.
    Locked,
    /// Something else, which another try alone does not change.
    Other,
}

/// What came of a batch.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// What is to be done now; `None` if Windows does not say.
    pub plan: Option<Plan>,
    /// Why the rest was not begun.
    pub trouble: Option<Trouble>,
    /// How many reports wait to be sent.
    pub reports_waiting: usize,
}

/// Which item of a plan it is, from one check to the next.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemKey {
    /// Its family.
    pub upgrade_code: UpgradeCode,
    /// Where it goes.
    pub target: Option<Context>,
    /// The offered version.
    pub version: String,
}

impl ItemKey {
    /// The key of an item.
    #[must_use]
    pub fn of(item: &Item) -> Self {
        Self {
            upgrade_code: item.product.upgrade_code,
            target: item.target,
            version: item.product.version.as_str().to_owned(),
        }
    }
}
