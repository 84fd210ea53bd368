//! What becomes of accounts that sources tell of, with sources in memory.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use catalog::device::Enrolment;
use tempfile::TempDir;

use crate::App;
use crate::actions::look_ups::{self, Round};
use crate::actions::one_time_passwords::hand_out;
use crate::actions::{devices, groups, own_password, permissions, sessions, sign_in, users};
use crate::data_folder::{Absent, DataFolder};
use crate::db;
use crate::error::Kind;
use crate::identity::fake_source::{FakeSource, told};
use crate::identity::{Password, Source, SourceError, Sources, VerifiedCache};
use crate::model::audit::Deed;
use crate::model::name::Name;
use crate::model::phrase::Phrase;
use crate::model::slice::Slice;
use crate::model::user::{Role, Standing, User};
use crate::model::user_filter::WrittenUserFilter;
use crate::rules::entrance::Entrance;
use crate::rules::role::{Actor, operator};
use crate::settings::Settings;

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

struct Story {
    app: Arc<App>,
    ox: Arc<FakeSource>,
    directory: Arc<FakeSource>,
    _folder: TempDir,
}

impl Story {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(&folder.path().join("data"), Absent::Make).unwrap();
        let settings = Settings::load(data.path(), None, |_| None, None).unwrap();
        let (ox, directory) = (Arc::new(FakeSource::new("ox")), Arc::new(FakeSource::new("directory")));
        let sources: [Arc<dyn Source>; 2] = [Arc::clone(&ox) as _, Arc::clone(&directory) as _];
        let app = App::open(&data, data.lock("test").unwrap(), settings).await.unwrap();
        let app = Arc::new(App { sources: Sources::of(sources), ..app });
        Self { app, ox, directory, _folder: folder }
    }

    /// What signing in comes to: the user's name and permissions, or why not.
    async fn sign_in(&self, name: &str, password: &str) -> String {
        match sign_in::verify(&self.app, name, password, HERE).await {
            Ok(user) => described(&user),
            Err(error) => match error.kind() {
                Kind::NotSignedIn => "wrong".to_owned(),
                Kind::SourceAway => "away".to_owned(),
                other => format!("{other:?}"),
            },
        }
    }

    fn user(&self, name: &str) -> Option<Arc<User>> {
        self.app.snapshot.load().users.by_name(&Name::parse(name).unwrap()).cloned()
    }

    /// The actions in the audit, oldest first.
    async fn audit(&self) -> Vec<String> {
        let mut reading = self.app.database.read().await.unwrap();
        let rows = sqlx::query_scalar("SELECT actor_kind || ' ' || action FROM audit ORDER BY id");
        rows.fetch_all(&mut *reading).await.unwrap()
    }
}

fn described(user: &User) -> String {
    let permissions: Vec<String> = user.permissions.iter().map(ToString::to_string).collect();
    format!("{} ({})", user.name, permissions.join(" "))
}

/// Lets time pass; else it goes as it does, since the database works on threads of its own.
async fn pass(time: Duration) {
    tokio::time::pause();
    tokio::time::advance(time).await;
    tokio::time::resume();
}

fn root() -> Actor {
    operator("root".to_owned())
}

#[tokio::test]
async fn the_first_sign_in_makes_an_account_and_later_ones_keep_it_as_the_source_says() {
    let story = Story::new().await;
    story.ox.add("anna", "secret", told("1/3", "anna", "usm"));
    assert_eq!(story.sign_in("anna", "guess").await, "wrong");
    assert!(story.user("anna").is_none(), "who guesses makes no account");
    assert_eq!(story.sign_in("anna", "secret").await, "anna (usm)");
    let anna = story.user("anna").unwrap();
    assert_eq!((anna.role, anna.source.as_ref().unwrap().as_str()), (Role::User, "ox"));
    assert_eq!(anna.profile.display_name.as_deref(), Some("anna Example"));
    assert_eq!(story.audit().await, ["source user.add"]);
    let asked = story.ox.asked();
    assert_eq!(story.sign_in("ANNA", "secret").await, "anna (usm)");
    assert_eq!(story.ox.asked(), asked, "a right password is remembered");
    story.ox.add("anna", "secret", told("1/3", "anna", "usm olox20"));
    pass(Duration::from_secs(10 * 60)).await;
    assert_eq!(story.sign_in("anna", "secret").await, "anna (olox20 usm)");
    pass(Duration::from_secs(10 * 60)).await;
    assert_eq!(story.sign_in("anna", "secret").await, "anna (olox20 usm)");
    assert_eq!(
        story.audit().await,
        ["source user.add", "source user.confirm"],
        "what is as it was is not written"
    );
    story.ox.add("anna", "another", told("1/3", "anna", "usm olox20"));
    pass(Duration::from_secs(10 * 60)).await;
    assert_eq!(story.sign_in("anna", "secret").await, "wrong");
    story.ox.fail(SourceError::Late);
    assert_eq!(story.sign_in("anna", "secret").await, "wrong", "the source has refused it");
}

#[tokio::test]
async fn a_source_that_is_away_is_never_a_wrong_password() {
    let story = Story::new().await;
    story.ox.add("anna", "secret", told("1/3", "anna", ""));
    story.directory.add("ben", "secret", told("uid=ben", "ben", ""));
    assert_eq!(story.sign_in("anna", "secret").await, "anna ()");
    story.ox.fail(SourceError::NotReached("refused".to_owned()));
    assert_eq!(
        story.sign_in("ben", "secret").await,
        "away",
        "the name could be another person's in the first source"
    );
    pass(Duration::from_secs(60 * 60)).await;
    assert_eq!(story.sign_in("anna", "secret").await, "anna ()", "the grace");
    assert_eq!(story.sign_in("anna", "guess").await, "away");
    pass(Duration::from_secs(7 * 60 * 60)).await;
    assert_eq!(story.sign_in("anna", "secret").await, "away", "the grace has ended");
    story.ox.fail(None);
    pass(Duration::from_secs(30)).await;
    assert_eq!(story.sign_in("anna", "secret").await, "anna ()");
    assert_eq!(story.sign_in("ben", "secret").await, "ben ()");
    story.ox.fail(SourceError::Late);
    pass(Duration::from_secs(10 * 60)).await;
    assert_eq!(
        story.sign_in("ben", "secret").await,
        "ben ()",
        "a known name is asked of its own source alone"
    );
}

#[tokio::test]
async fn nobody_takes_over_anybodys_account() {
    let story = Story::new().await;
    let password = || Password::parse("correct horse").unwrap();
    users::add(&story.app, &root(), "root", password(), Role::Administrator).await.unwrap();
    groups::add(&story.app, &root(), "sales").await.unwrap();
    story.ox.add("root", "secret", told("1/2", "root", ""));
    story.ox.add("sales", "secret", told("1/4", "sales", ""));
    assert_eq!(story.sign_in("root", "secret").await, "wrong", "a local account is asked here alone");
    assert_eq!(story.sign_in("root", "correct horse").await, "root ()");
    assert_eq!(story.sign_in("sales", "secret").await, "wrong");
    story.ox.add("chef", "secret", told("1/2", "root", ""));
    assert_eq!(
        story.sign_in("chef", "secret").await,
        "wrong",
        "the source calls it by a local account's name"
    );
    story.ox.add("anna", "secret", told("1/3", "anna", "usm"));
    story.directory.add("anna", "directory's", told("uid=anna", "anna", "drive"));
    assert_eq!(story.sign_in("anna", "directory's").await, "anna (drive)");
    assert_eq!(story.sign_in("anna", "secret").await, "wrong", "it is the directory's now");
    story.directory.add("anna", "new", told("uid=anna,2", "anna", "drive"));
    assert_eq!(story.sign_in("anna", "new").await, "wrong", "the name is another person's by now");
    users::remove(&story.app, &root(), "anna").await.unwrap();
    pass(Duration::from_secs(5 * 60)).await;
    assert_eq!(story.sign_in("anna", "new").await, "anna (drive)");
    let refused = story.audit().await.iter().filter(|line| *line == "source user.conflict").count();
    assert_eq!(refused, 3);
    let anna = story.user("anna").unwrap();
    let kept = told("uid=anna,2", "anna", "drive");
    let vouched = sign_in::confirmed_by(&story.app, &"ox".parse().unwrap(), kept, HERE).await;
    assert!(vouched.is_err(), "another source's key is another key: {vouched:?}");
    let kept = told("uid=anna,2", "whoever", "");
    let vouched = sign_in::confirmed_by(&story.app, &"directory".parse().unwrap(), kept, HERE).await.unwrap();
    assert_eq!((vouched.id, described(&vouched)), (anna.id, "anna ()".to_owned()));
}

#[tokio::test]
async fn another_name_of_an_account_works_too() {
    let story = Story::new().await;
    for typed in ["anna", "anna@1", "Anna.Example@example.com"] {
        story.ox.add(typed, "secret", told("1/3", "anna@1", ""));
        assert_eq!(story.sign_in(typed, "secret").await, "anna@1 ()");
    }
    assert_eq!(story.user("anna@1").unwrap().aliases.as_ref(), ["anna", "anna.example@example.com"]);
    let asked = story.ox.asked();
    assert_eq!(story.sign_in("ANNA", "secret").await, "anna@1 ()");
    assert_eq!(story.ox.asked(), asked, "it is the same account");
    let taken =
        users::add(&story.app, &root(), "Anna", Password::parse("correct horse").unwrap(), Role::User).await;
    assert!(matches!(taken.unwrap_err().kind(), Kind::NameTaken(name) if name == "anna@1"));
    let taken = groups::add(&story.app, &root(), "anna").await;
    assert!(matches!(taken.unwrap_err().kind(), Kind::NameTaken(_)));
    for number in 0..10 {
        let typed = format!("anna{number}");
        story.ox.add(&typed, "secret", told("1/3", "anna@1", ""));
        let expected = if number < 6 { "anna@1 ()" } else { "wrong" };
        assert_eq!(story.sign_in(&typed, "secret").await, expected, "{typed}");
    }
    assert_eq!(story.user("anna@1").unwrap().aliases.len(), 8, "the names have an end");
    assert_eq!(story.sign_in("anna5", "secret").await, "anna@1 ()");
    users::set_standing(&story.app, &root(), "anna@1", Standing::Disabled).await.unwrap();
    pass(Duration::from_secs(5 * 60)).await;
    assert_eq!(
        story.sign_in("anna", "secret").await,
        "wrong",
        "who is disabled here stays so whatever the source says"
    );
}

#[tokio::test]
async fn who_gets_a_key_that_another_had_does_not_become_the_other() {
    let story = Story::new().await;
    let with_mail = |name: &str, mail: &str| {
        let mut account = told("5/3", name, "");
        account.profile.mail_address = Some(mail.to_owned());
        account
    };
    story.ox.reuse_keys();
    story.ox.add("anna@5", "secret", with_mail("anna@5", "anna@example.com"));
    assert_eq!(story.sign_in("anna@5", "secret").await, "anna@5 ()");
    story.ox.add("anna", "secret", with_mail("anna", "Anna@example.com"));
    assert_eq!(story.sign_in("anna", "secret").await, "anna@5 ()", "it is the same person's mail address");
    story.ox.add("ben@5", "other", with_mail("ben@5", "ben@example.net"));
    assert_eq!(story.sign_in("ben@5", "other").await, "wrong");
    let anna = story.user("anna@5").unwrap();
    assert_eq!(
        (anna.aliases.as_ref(), anna.profile.mail_address.as_deref()),
        (&["anna".to_owned()][..], Some("Anna@example.com"))
    );
    assert_eq!(story.audit().await.last().unwrap(), "source user.conflict");
    users::remove(&story.app, &root(), "anna@5").await.unwrap();
    pass(Duration::from_secs(5 * 60)).await;
    assert_eq!(story.sign_in("ben@5", "other").await, "ben@5 ()");
}

#[tokio::test]
async fn who_keeps_trying_writes_one_line_about_a_conflict() {
    let story = Story::new().await;
    story.directory.add("anna", "0", told("uid=anna", "anna", ""));
    assert_eq!(story.sign_in("anna", "0").await, "anna ()");
    let source = "directory".parse().unwrap();
    for number in 1..5 {
        let other = told(&format!("uid=anna,{number}"), "anna", "");
        assert!(sign_in::confirmed_by(&story.app, &source, other, HERE).await.is_err());
    }
    assert_eq!(story.audit().await, ["source user.add", "source user.conflict"]);
    let deed = Deed::new("user.conflict", Phrase::user(story.user("anna").unwrap().id));
    let mut reading = story.app.database.read().await.unwrap();
    let now = jiff::Timestamp::now();
    for (deed, since, expected) in [
        (&deed, now - jiff::SignedDuration::from_hours(1), true),
        (&deed, now + jiff::SignedDuration::from_hours(1), false),
        (&Deed::new("user.conflict", ""), now - jiff::SignedDuration::from_hours(1), false),
    ] {
        let found = db::audit::is_noted_since(&mut reading, deed, since).await.unwrap();
        assert_eq!(found, expected, "{deed:?} {since}");
    }
}

#[tokio::test]
async fn a_source_that_is_busy_is_not_away() {
    let story = Story::new().await;
    story.ox.add("anna", "secret", told("1/3", "anna", ""));
    assert_eq!(story.sign_in("anna", "secret").await, "anna ()");
    pass(Duration::from_secs(60 * 60)).await;
    story.ox.add("anna", "another", told("1/3", "anna", ""));
    story.ox.fail(SourceError::Busy);
    assert_eq!(story.sign_in("anna", "secret").await, "Busy", "the password may be an old one by now");
    story.ox.fail(None);
    assert_eq!(story.sign_in("anna", "secret").await, "wrong");
}

/// The token of a PC that a user enrols.
async fn enrolled(story: &Story, name: &str, password: &str) -> String {
    let actor = sign_in::sign_in(&story.app, name, password, HERE).await.unwrap();
    let enrolment = Enrolment { device: uuid::Uuid::new_v4(), computer_name: "PC".to_owned() };
    devices::enrol(&story.app, &actor, enrolment).await.unwrap().into()
}

/// Says that everybody was last confirmed so long ago.
async fn age_confirmations(story: &Story, days: i64) {
    let mut writing = story.app.database.write().await.unwrap();
    let age = sqlx::query("UPDATE users SET confirmed_at = confirmed_at - $1").bind(days * 24 * 60 * 60);
    age.execute(&mut *writing).await.unwrap();
    writing.commit().await.unwrap();
}

#[tokio::test]
async fn who_is_gone_in_the_source_is_gone_here_and_comes_back_with_it() {
    let story = Story::new().await;
    story.directory.tell_without_password();
    let anna = told("uid=anna", "anna", "usm");
    story.directory.add("anna", "secret", anna.clone());
    let token = enrolled(&story, "anna", "secret").await;
    let begun = sessions::begin(&story.app, "anna", "secret", HERE).await.unwrap();
    let by_token = async || sign_in::sign_in(&story.app, "anna", &token, HERE).await.is_ok();
    assert!(by_token().await);
    assert_eq!(look_ups::round(&story.app).await.unwrap(), Round { present: 1, ..Round::default() });
    story.directory.remove("anna");
    story.directory.fail(SourceError::NotReached("refused".to_owned()));
    assert_eq!(look_ups::round(&story.app).await.unwrap(), Round { unanswered: 1, ..Round::default() });
    assert!(by_token().await, "a source that is away changes nothing");
    story.directory.fail(None);
    assert_eq!(look_ups::round(&story.app).await.unwrap(), Round { ended: 1, ..Round::default() });
    assert!(!by_token().await);
    assert!(sessions::find(&story.app, begun.token.as_str(), HERE).await.unwrap().is_none());
    assert_eq!(story.sign_in("anna", "secret").await, "wrong", "nothing is remembered");
    story.directory.add("anna", "secret", told("uid=anna", "anna", "drive"));
    assert_eq!(look_ups::round(&story.app).await.unwrap(), Round { present: 1, ..Round::default() });
    assert!(by_token().await);
    assert_eq!(described(&story.user("anna").unwrap()), "anna (drive)");
    assert!(
        sessions::find(&story.app, begun.token.as_str(), HERE).await.unwrap().is_none(),
        "a session that ended stays over"
    );
    let audit = story.audit().await;
    assert_eq!(audit[audit.len() - 2..], ["source user.gone", "source user.confirm"]);
    // What is disabled here stays so.
    story.directory.remove("anna");
    look_ups::round(&story.app).await.unwrap();
    users::set_standing(&story.app, &root(), "anna", Standing::Disabled).await.unwrap();
    story.directory.add("anna", "secret", anna);
    look_ups::round(&story.app).await.unwrap();
    assert!(!by_token().await);
    pass(Duration::from_secs(5 * 60)).await;
    assert_eq!(story.sign_in("anna", "secret").await, "wrong");
}

#[tokio::test]
async fn a_source_that_takes_all_for_gone_is_not_believed() {
    let story = Story::new().await;
    story.directory.tell_without_password();
    let people = ["a", "b", "c", "d", "e"];
    let come = |name: &str| story.directory.add(name, "secret", told(&format!("uid={name}"), name, ""));
    for name in people {
        come(name);
        enrolled(&story, name, "secret").await;
    }
    let all_come = || people.iter().for_each(|name| come(name));
    let go = || people.iter().for_each(|name| story.directory.remove(name));
    let round = async || look_ups::round(&story.app).await.unwrap();
    assert_eq!(round().await, Round { present: 5, ..Round::default() });
    go();
    assert_eq!(round().await, Round { doubted: 5, ..Round::default() });
    come("a");
    assert_eq!(round().await, Round { present: 1, ended: 4, ..Round::default() }, "who is left is believed");
    all_come();
    assert_eq!(round().await, Round { present: 5, ..Round::default() });
    go();
    come("b");
    assert_eq!(round().await, Round { present: 1, ended: 4, ..Round::default() });
    story.directory.remove("b");
    assert_eq!(round().await, Round { ended: 1, untold: 4, ..Round::default() }, "one may go as the last");
    all_come();
    assert_eq!(round().await, Round { present: 5, ..Round::default() });
    go();
    age_confirmations(&story, 30).await;
    assert_eq!(round().await, Round { ended: 5, ..Round::default() }, "doubt ends with the confirmation");
}

#[tokio::test]
async fn without_a_word_of_the_source_tokens_end_after_a_time() {
    let story = Story::new().await;
    story.ox.add("anna", "secret", told("1/3", "anna", ""));
    let token = enrolled(&story, "anna", "secret").await;
    let by_token = async || sign_in::sign_in(&story.app, "anna", &token, HERE).await.is_ok();
    age_confirmations(&story, 29).await;
    assert_eq!(look_ups::round(&story.app).await.unwrap(), Round { untold: 1, ..Round::default() });
    assert!(by_token().await);
    age_confirmations(&story, 1).await;
    assert_eq!(look_ups::round(&story.app).await.unwrap(), Round { ended: 1, ..Round::default() });
    assert!(!by_token().await);
    assert_eq!(look_ups::round(&story.app).await.unwrap(), Round { untold: 1, ..Round::default() });
    assert_eq!(story.sign_in("anna", "secret").await, "anna ()");
    assert!(by_token().await, "the source has confirmed the account");
}

#[tokio::test]
async fn a_source_that_the_settings_name_no_more_lets_nobody_in() {
    let Story { app, ox, _folder, .. } = Story::new().await;
    ox.add("anna", "secret", told("1/3", "anna", ""));
    let taken = sign_in::verify(&app, "anna", "secret", HERE).await;
    assert!(taken.is_ok());
    let app = App {
        sources: Sources::of([]),
        verified: VerifiedCache::new().unwrap(),
        ..Arc::into_inner(app).unwrap()
    };
    let taken = sign_in::verify(&app, "anna", "secret", HERE).await.unwrap_err();
    assert!(matches!(taken.kind(), Kind::SourceAway), "{taken:?}");
    let unknown = sign_in::verify(&app, "ben", "secret", HERE).await.unwrap_err();
    assert!(matches!(unknown.kind(), Kind::NotSignedIn), "{unknown:?}");
}

#[tokio::test]
async fn passwords_of_sources_are_not_made_here() {
    let story = Story::new().await;
    story.ox.add("anna", "secret", told("1/3", "anna", "usm"));
    assert_eq!(story.sign_in("anna", "secret").await, "anna (usm)");
    let is_refused = |done: crate::error::Result<()>| {
        let error = done.unwrap_err();
        matches!(error.kind(), Kind::PasswordOfSource { user, source } if user == "anna" && source == "ox")
    };
    let password = || Password::parse("correct horse").unwrap();
    assert!(is_refused(users::set_password(&story.app, &root(), "anna", password()).await));
    assert!(is_refused(users::reset(&story.app, &root(), "anna").await.map(drop)));
    let handed_out = hand_out(&story.app, &root(), &WrittenUserFilter::default()).await.unwrap();
    assert!(handed_out.passwords.is_empty());
    let begun = sessions::begin(&story.app, "anna", "secret", HERE).await.unwrap();
    let Entrance::Open(actor) = begun.entrance else { panic!("{:?}", begun.entrance) };
    assert!(is_refused(own_password::change(&story.app, &actor, "secret", "another one").await.map(drop)));
    // What else an administrator gives, counts.
    users::set_role(&story.app, &root(), "anna", Role::Viewer).await.unwrap();
    permissions::grant(&story.app, &root(), "anna", "drive").await.unwrap();
    let detail = users::show(&story.app, &root(), "anna").await.unwrap();
    let through = |permission: &str| {
        let why = detail.permissions.iter().find(|why| why.permission == permission).unwrap();
        (why.source, why.direct)
    };
    assert_eq!((through("usm"), through("drive")), ((true, false), (false, true)));
    let source = detail.source.unwrap();
    assert_eq!((source.name.as_str(), source.key.as_str()), ("ox", "1/3"));
    let filter =
        |source: &str| WrittenUserFilter { source: Some(source.to_owned()), ..WrittenUserFilter::default() };
    for (source, expected) in [("ox", 1), ("local", 0), ("directory", 0)] {
        let listed = users::list(&story.app, &root(), &filter(source), Slice::first(10)).await.unwrap();
        assert_eq!(listed.total, expected, "{source}");
    }
}
