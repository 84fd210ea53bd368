//! What becomes of accounts that sources tell of, with sources in memory.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;

use crate::App;
use crate::actions::{groups, sign_in, users};
use crate::data_folder::{Absent, DataFolder};
use crate::error::Kind;
use crate::identity::fake_source::{FakeSource, told};
use crate::identity::{Password, Source, SourceError, Sources};
use crate::model::name::Name;
use crate::model::user::{Role, Standing, User};
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
        assert_eq!(story.sign_in(&typed, "secret").await, "anna@1 ()");
    }
    assert_eq!(story.user("anna@1").unwrap().aliases.len(), 8, "the names have an end");
    users::set_standing(&story.app, &root(), "anna@1", Standing::Disabled).await.unwrap();
    pass(Duration::from_secs(5 * 60)).await;
    assert_eq!(
        story.sign_in("anna", "secret").await,
        "wrong",
        "who is disabled here stays so whatever the source says"
    );
}
