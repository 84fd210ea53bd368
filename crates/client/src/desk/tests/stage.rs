//! A desk on stage: what is offered, and what is heard, with few words.

use std::time::Duration;

use catalog::report::OutcomeKind;
use catalog::{Icon, Importance, Product, ReleaseDate, UpgradeCode};
use text::{Language, Message, message};
use uuid::Uuid;

use crate::browser_sign_in::Invitation;
use crate::close_first::Ask;
use crate::desk::{
    Announced, Batch, Command, Desk, Event, Found, ItemKey, News, Now, Password, PasswordUse, Presence,
    Proposal, SignInFields, Situation, Task, Trouble, TroubleKind,
};
use crate::examples::{installed, product};
use crate::failure::log::Log;
use crate::guard::Held;
use crate::machine::{Context, ExitCode};
use crate::outcome::{Outcome, Restart, judge};
use crate::plan::{Inventory, Item, Obstacle, Plan};
use crate::report::{Install, report};
use crate::settings::{InForce, Settings};
use crate::state::{LastCheck, Owner, Past};

/// When the stories begin, in seconds since 1970 (UTC).
pub(super) const START: i64 = 1_800_000_000;
pub(super) const SERVER: &str = "https://updates.example.com";
pub(super) const MEGABYTE: u64 = 1024 * 1024;

/// The least that is an icon: one image of one byte, behind the directory.
const ICON: [u8; 23] = [0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 22, 0, 0, 0, 0];

/// A desk, and what time it is.
pub(super) struct Stage {
    pub(super) desk: Desk,
    pub(super) at: i64,
    pub(super) presence: Presence,
}

impl Stage {
    /// A desk that has heard nothing.
    pub(super) fn new(language: Language) -> Self {
        Self { desk: Desk::new(language, 1), at: START, presence: Presence::Free }
    }

    /// A desk that knows its server.
    pub(super) fn with_server(language: Language) -> Self {
        let mut stage = Self::new(language);
        stage.hear(Event::Started);
        stage.news(News::Situation(Box::new(situation())));
        stage
    }

    /// A desk that has found these updates by itself, six minutes after it started.
    pub(super) fn with_found(language: Language, plan: Plan) -> Self {
        let mut stage = Self::with_server(language);
        stage.wait(360);
        stage.news(News::Checked(Box::new(Ok(found(plan, stage.at)))));
        stage
    }

    /// A desk whose window shows these updates.
    pub(super) fn with_list(language: Language, plan: Plan) -> Self {
        let mut stage = Self::with_found(language, plan);
        stage.wait(60);
        stage.command(Command::ShowUpdates);
        stage
    }

    /// A desk that installs the first two of [`offers`].
    pub(super) fn installing(language: Language) -> Self {
        let mut stage = Self::with_list(language, offers());
        stage.command(Command::Tick { key: key(1), wanted: true });
        stage.command(Command::Next);
        stage
    }

    pub(super) fn hear(&mut self, event: Event) -> Vec<Task> {
        self.desk.hear(event, Now { at: self.at, presence: self.presence })
    }

    pub(super) fn command(&mut self, command: Command) -> Vec<Task> {
        self.hear(Event::Command(command))
    }

    pub(super) fn news(&mut self, news: News) -> Vec<Task> {
        self.hear(Event::News(news))
    }

    /// Lets so many seconds go by, and then hears of it.
    pub(super) fn wait(&mut self, seconds: i64) -> Vec<Task> {
        self.at += seconds;
        self.hear(Event::Time)
    }

    /// What came of looking for updates.
    pub(super) fn checked(&mut self, result: Result<Plan, Trouble>) -> Vec<Task> {
        let result = result.map(|plan| found(plan, self.at));
        self.news(News::Checked(Box::new(result)))
    }

    /// What came of one of [`offers`].
    pub(super) fn ended(&mut self, which: usize, outcome: Outcome) -> Vec<Task> {
        let past = Box::new(past(&offers().items[which], &outcome, self.at));
        self.news(News::Ended { key: key(which), outcome: Box::new(outcome), past })
    }
}

/// A PC that updates from [`SERVER`], signed in as Anna.
pub(super) fn situation() -> Situation {
    let settings = Settings { server: Some(SERVER.to_owned()), ..Settings::default() };
    Situation {
        settings: InForce::from(settings),
        proposal: None,
        last_check: None,
        user: Some("anna".to_owned()),
        version: "1.2.0".to_owned(),
        self_update: None,
        password: PasswordUse::Once,
        restart: Restart::NotNeeded,
        windows: "10.0.19045.3570".to_owned(),
        announced: Announced::default(),
    }
}

/// A PC on which nothing is set, but that has a proposal.
pub(super) fn proposed() -> Situation {
    let proposal =
        Proposal { address: format!("{SERVER}:8443"), host: "updates.example.com:8443".to_owned() };
    Situation {
        settings: InForce::from(Settings::default()),
        proposal: Some(proposal),
        user: None,
        ..situation()
    }
}

/// The same PC as of an hour before.
pub(super) fn checked_before() -> Situation {
    let owner = Owner { address: SERVER.to_owned(), user: None };
    Situation { last_check: Some(LastCheck { owner, at: START - 7_200, ready: 0 }), ..situation() }
}

pub(super) fn found(plan: Plan, at: i64) -> Found {
    Found { plan, problems: Vec::new(), user: Some("anna".to_owned()), at }
}

/// Four updates: an important one, an optional one, one that failed before, and one that would leave both versions.
pub(super) fn offers() -> Plan {
    let products = vec![connector(), drive(), notes("Notes", 3), notes("Planner", 4), notes("Viewer", 5)];
    let mut plan = of(products);
    plan.hold_back(|product| (product.name == "Notes").then_some(Held { days: 2 }));
    plan.block(|item| match item.product.name.as_str() {
        "Planner" => Some(Obstacle::BothRemain(Context::Machine)),
        "Viewer" => Some(Obstacle::DigestMissing),
        _ => None,
    });
    plan
}

/// A plan of these products, of which the connector is installed in an older version.
pub(super) fn of(products: Vec<Product>) -> Plan {
    let inventory = Inventory::from([(connector().upgrade_code, vec![installed("6.2")])]);
    Plan::new(products, &inventory, &[catalog::Platform::X64])
}

/// The same plan without what was installed.
pub(super) fn without(names: &[&str]) -> Plan {
    let mut plan = offers();
    plan.items.retain(|item| !names.contains(&item.product.name.as_str()));
    plan
}

pub(super) fn connector() -> Product {
    Product {
        importance: Importance::Medium,
        upgrade_code: code(1),
        size: Some(12 * MEGABYTE),
        release_date: ReleaseDate::parse("23.05.2017"),
        description: Some("Mail, contacts and appointments of your server in Outlook.".to_owned()),
        requires: Some("Outlook 2013 or later".to_owned()),
        close_first: vec!["OUTLOOK.EXE".to_owned()],
        icon: Icon::new(ICON.to_vec()).ok(),
        release_notes: Some("Faster with large folders.\nShared calendars have colours.".to_owned()),
        info_url: Some("https://docs.example.com/connector".to_owned()),
        ..product("Connector for Outlook", "7.8.4")
    }
}

pub(super) fn drive() -> Product {
    let size = Some(20 * MEGABYTE);
    Product { upgrade_code: code(2), size, importance: Importance::Low, ..product("Drive", "1.5.0") }
}

pub(super) fn notes(name: &str, family: u8) -> Product {
    Product { upgrade_code: code(family), importance: Importance::High, ..product(name, "2.0") }
}

fn code(family: u8) -> UpgradeCode {
    UpgradeCode::parse(&format!("{{0F5C2A10-6E0B-4D5A-8B3E-0000000000A{family}}}")).unwrap()
}

/// The key of one of [`offers`].
pub(super) fn key(which: usize) -> ItemKey {
    ItemKey::of(&offers().items[which])
}

pub(super) fn past(item: &Item, outcome: &Outcome, ended_at: i64) -> Past {
    let before = item.installed.first();
    let duration = Duration::from_secs(42);
    let install = Install { product: &item.product, before, outcome, duration, ended_at };
    let cause = outcome.failure.as_ref().map(|failure| failure.cause.clone());
    let log = outcome.exit_code.map(|_| "C:\\Users\\anna\\AppData\\Local\\OX Updater\\logs\\1.log".into());
    Past { report: report(Uuid::nil(), &install), log, offer: None, cause }
}

/// What came of one of [`offers`] that is of this kind and says this.
pub(super) fn stopped(which: usize, kind: OutcomeKind, reason: Message) -> Outcome {
    Outcome::without_install(kind, &offers().items[which].product, reason)
}

pub(super) fn trouble(kind: TroubleKind) -> Trouble {
    let message = match kind {
        TroubleKind::NoServer => message!("worker-no-server"),
        TroubleKind::Locked => message!("state-locked-by-other"),
        TroubleKind::SignInNeeded => message!("server-sign-in-needed"),
        TroubleKind::SignInRefused => message!("server-sign-in-refused"),
        TroubleKind::SignInEnded => message!("server-sign-in-ended"),
        TroubleKind::NoBrowserSignIn => message!("browser-sign-in-not-offered"),
        TroubleKind::Away { .. } => message!("server-busy"),
        TroubleKind::Intercepted => message!("check-web-page", address = SERVER),
        TroubleKind::Other => message!("server-forbidden"),
    };
    Trouble { message, kind }
}

pub(super) fn with(language: Language, situation: Situation) -> Stage {
    let mut stage = Stage::new(language);
    stage.hear(Event::Started);
    stage.news(News::Situation(Box::new(situation)));
    stage
}

pub(super) fn fields(user: &str, password: &str) -> SignInFields {
    SignInFields { user: user.to_owned(), password: Password(password.to_owned()), keep: true }
}

pub(super) fn invitation() -> Invitation {
    let address = "https://updates.example.com/device".to_owned();
    let address_with_code = format!("{address}?user_code=BCDF-GHJK");
    Invitation { code: "BCDF-GHJK".to_owned(), address, address_with_code, minutes: 10 }
}

pub(super) fn ask() -> Ask {
    Ask::close_first(&connector(), &["OUTLOOK.EXE".to_owned(), "WINWORD.EXE".to_owned()])
}

/// An install of one of the offers that went well, with this exit code.
pub(super) fn done(which: usize, code: u32) -> Outcome {
    let product = &offers().items[which].product;
    let installed = installed(product.version.as_str());
    judge(ExitCode(code), product, &[installed])
}

pub(super) fn failed() -> Outcome {
    const LOG: &str = "Action start 9:14:03: StartServices.\n\
        Error 1920. Service 'OX Sync' (oxsync) failed to start.\n\
        Action ended 9:14:03: StartServices. Return value 3.";
    judge(ExitCode(1603), &connector(), &[]).explained(&connector(), || Log::read(LOG.as_bytes(), None))
}

pub(super) fn batch(trouble_kind: Option<TroubleKind>, plan: Plan) -> News {
    let trouble = trouble_kind.map(trouble);
    News::BatchEnded(Box::new(Batch { plan: Some(plan), trouble, reports_waiting: 1 }))
}
