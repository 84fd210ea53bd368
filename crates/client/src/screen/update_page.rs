//! The pages of the window with the updates.

use catalog::Icon;
use text::Message;

use crate::desk::ItemKey;

/// The pages that the window with the updates can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageName {
    /// Nothing is known yet.
    Starting,
    /// A server was proposed.
    Proposal,
    /// It is not known where updates come from.
    NoServer,
    /// It looks, and there is nothing to show meanwhile.
    Looking,
    /// Somebody has to sign in, or wants to.
    SignIn,
    /// Somebody signs in with the browser.
    Browser,
    /// The last look got no answer.
    Trouble,
    /// There are updates.
    List,
    /// There are none.
    UpToDate,
    /// Nobody has looked yet.
    Unchecked,
    /// The person wants to sign out.
    SignOut,
    /// The person wants to leave while updates are installed.
    Leaving,
    /// Programs have to be closed.
    CloseFirst,
    /// Updates are installed.
    Progress,
    /// They have ended.
    Result,
}

/// What stands between a window's heading and its buttons.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// Nothing more than the heading says.
    Plain,
    /// What can be installed.
    List(ListPage),
    /// Name and password are wanted.
    SignIn(SignInPage),
    /// What is done in the browser is waited for.
    Browser(BrowserPage),
    /// Something is asked; the buttons are the answers.
    Question(QuestionPage),
    /// How the updates go.
    Progress(ProgressPage),
    /// What came of them.
    Result(ResultPage),
}

/// What can be installed.
#[derive(Debug, Clone, PartialEq)]
pub struct ListPage {
    /// The updates, important ones first.
    pub rows: Vec<Row>,
    /// About the one that is selected.
    pub details: Option<Details>,
    /// That Windows has to be restarted for updates that are installed already.
    pub restart: Option<Message>,
}

/// An update in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which one it is.
    pub key: ItemKey,
    /// Whether it is to be installed.
    pub tick: Tick,
    /// Its icon; the face has one for what has none.
    pub icon: Option<Icon>,
    /// Its name.
    pub name: String,
    /// From which version to which.
    pub versions: Message,
    /// Important or optional, or why it cannot be installed, in a word or two.
    pub importance: Message,
    /// How much is downloaded; `None` if nobody says.
    pub size: Option<Message>,
    /// When it was released; `None` if nobody says.
    pub released: Option<Message>,
    /// Whether the details are about it.
    pub selected: bool,
}

/// Whether an update is to be installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tick {
    /// It is.
    On,
    /// It is not.
    Off,
    /// It cannot be chosen.
    Never,
}

/// About one update.
#[derive(Debug, Clone, PartialEq)]
pub struct Details {
    /// What it is: name, version, release date, size.
    pub heading: Message,
    /// What it does, why it is important, what it needs, what is new; each a paragraph.
    pub paragraphs: Vec<Message>,
    /// Where to read more.
    pub link: Option<Link>,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What stands there.
    pub label: Message,
    /// Where it leads; http or https.
    pub url: String,
}

/// Name and password are wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct SignInPage {
    /// Whose name and password, and what becomes of them.
    pub lines: Vec<Message>,
    /// The name that stands there at first.
    pub user: String,
    /// What was wrong the last time.
    pub problem: Option<Message>,
    /// The box that keeps the password on this PC; `None` where there is none.
    pub keep: Option<Message>,
    /// Whether the server is being asked: then nothing can be changed.
    pub asking: bool,
}

/// What is done in the browser is waited for.
#[derive(Debug, Clone, PartialEq)]
pub struct BrowserPage {
    /// What to do there, each a paragraph.
    pub lines: Vec<Message>,
    /// The code that is to be seen there; `None` until the server has given one.
    pub code: Option<String>,
    /// What else there is to know, each a paragraph.
    pub further: Vec<Message>,
}

/// Something is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionPage {
    /// What there is to know before an answer, each a paragraph.
    pub paragraphs: Vec<Message>,
}

/// How the updates go.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressPage {
    /// The updates, in their order.
    pub rows: Vec<ProgressRow>,
}

/// How one update goes.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressRow {
    /// Its name and version.
    pub name: Message,
    /// What is done now.
    pub step: Message,
    /// How far it is.
    pub bar: Bar,
    /// Bytes, speed and time left, or what Windows Installer does.
    pub detail: Option<Message>,
}

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// Not begun.
    Empty,
    /// A part of a whole, in thousandths; never goes back in a step.
    Thousandths(u16),
    /// Under way, and nobody knows how far.
    Unknown,
    /// Done.
    Full,
    /// Ended before it was done.
    Stopped,
}

/// What came of the updates.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultPage {
    /// The updates, in their order.
    pub rows: Vec<ResultRow>,
    /// That Windows has to be restarted; once for all.
    pub restart: Option<Message>,
}

/// What came of one update.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultRow {
    /// Its name and version.
    pub name: Message,
    /// What came of it.
    pub sentence: Message,
    /// What to do next, each a step.
    pub steps: Vec<Message>,
    /// Whether it went well.
    pub verdict: Verdict,
}

/// Whether something went well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It did.
    Good,
    /// It is not done, and nothing is wrong: cancelled, or another time.
    Open,
    /// It did not.
    Bad,
}
