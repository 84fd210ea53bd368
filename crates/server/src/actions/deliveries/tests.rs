//! The outbox against webhooks on loopback, by a clock of the test's own.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::thread;

use jiff::Timestamp;
use tempfile::TempDir;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::start;
use crate::App;
use crate::actions::webhooks::{add, enable, list, note, show};
use crate::data_folder::{Absent, DataFolder};
use crate::model::webhook::{DeliveryState, Event, EventKind, WebhookStanding};
use crate::rules::role::operator;
use crate::rules::webhook::{AGE_MAX, ATTEMPTS_MAX, DONE_KEPT_MAX, FAILURES_MAX, WAITING_MAX};
use crate::settings::Settings;

/// A server with an outbox, and a webhook that answers with the status of the moment.
struct Story {
    app: Arc<App>,
    url: String,
    status: Arc<AtomicU16>,
    called: Arc<AtomicUsize>,
    now: i64,
    _folder: TempDir,
}

impl Story {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(&folder.path().join("data"), Absent::Make).unwrap();
        let variable =
            |name: &str| (name == "OXUPDATED_PRIVATE_DESTINATIONS").then(|| "127.0.0.1".to_owned());
        let settings = Settings::load(data.path(), None, variable, None).unwrap();
        let app = App::open(&data, data.lock("test").unwrap(), settings).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let (status, called) = (Arc::new(AtomicU16::new(503)), Arc::new(AtomicUsize::new(0)));
        let (answers, counter) = (Arc::clone(&status), Arc::clone(&called));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let mut reading = BufReader::new(stream.try_clone().unwrap());
                let lines = reading.by_ref().lines().map_while(Result::ok);
                if lines.take_while(|line| !line.is_empty()).count() == 0 {
                    continue;
                }
                // The body: what is not read would reset the connection.
                let _ = reading.read_exact(&mut [0; 2]);
                counter.fetch_add(1, Ordering::Relaxed);
                let status = answers.load(Ordering::Relaxed);
                let _ =
                    write!(stream, "HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        });
        let now = Timestamp::now().as_second();
        let story = Self { app: Arc::new(app), url, status, called, now, _folder: folder };
        let actor = operator("root".to_owned());
        add(&story.app, &actor, &story.url, &["package.published".to_owned()]).await.unwrap();
        story
    }

    /// Something happens.
    async fn happens(&self) {
        let event = Event { id: Uuid::new_v4(), kind: EventKind::PackagePublished, body: "{}".to_owned() };
        let mut writing = self.app.database.write().await.unwrap();
        note(&mut writing, &event, Timestamp::from_second(self.now).unwrap()).await.unwrap();
        writing.commit().await.unwrap();
    }

    /// Does what is due at a time, and answers how many calls that took.
    async fn pass(&mut self, seconds: i64) -> usize {
        self.now += seconds;
        let before = self.called.load(Ordering::Relaxed);
        loop {
            let (mut calls, mut busy) = (JoinSet::new(), HashSet::new());
            start(&self.app, &mut calls, &mut busy, self.now).await.unwrap();
            if calls.is_empty() {
                return self.called.load(Ordering::Relaxed) - before;
            }
            calls.join_all().await;
        }
    }

    async fn states(&self) -> Vec<(DeliveryState, u32)> {
        let (_, deliveries) = show(&self.app, &operator("root".to_owned()), "1").await.unwrap();
        deliveries.iter().map(|delivery| (delivery.state, delivery.attempts)).collect()
    }

    async fn standing(&self) -> WebhookStanding {
        list(&self.app, &operator("root".to_owned())).await.unwrap()[0].standing
    }
}

#[tokio::test]
async fn what_is_not_taken_is_tried_again_later_and_later() {
    let mut story = Story::new().await;
    story.happens().await;
    assert_eq!(story.pass(0).await, 1);
    assert_eq!(story.states().await, [(DeliveryState::Waiting, 1)]);
    assert_eq!(story.pass(29).await, 0);
    assert_eq!(story.pass(9).await, 1, "30 seconds, and up to a quarter more");
    assert_eq!(story.pass(59).await, 0);
    story.status.store(200, Ordering::Relaxed);
    // What happens meanwhile is not held up.
    story.happens().await;
    assert_eq!(story.pass(0).await, 1);
    assert_eq!(story.pass(16).await, 1);
    assert_eq!(story.states().await, [(DeliveryState::Delivered, 1), (DeliveryState::Delivered, 3)]);
}

#[tokio::test]
async fn a_webhook_that_always_fails_is_called_no_more_and_the_overview_says_so() {
    let mut story = Story::new().await;
    let actor = operator("root".to_owned());
    for _ in 0..=FAILURES_MAX {
        story.happens().await;
    }
    let calls = story.pass(0).await;
    assert_eq!(calls, FAILURES_MAX as usize + 1, "one after another");
    let mut attempts = calls;
    for _ in 1..ATTEMPTS_MAX {
        attempts += story.pass(AGE_MAX / 4 / i64::from(ATTEMPTS_MAX)).await;
        story.now += AGE_MAX / 4 / i64::from(ATTEMPTS_MAX);
    }
    attempts += story.pass(AGE_MAX / 3).await;
    assert_eq!(story.standing().await, WebhookStanding::Failing);
    let states = story.states().await;
    assert!(states.iter().all(|(state, _)| *state == DeliveryState::GivenUp), "{states:?}");
    assert!(attempts <= calls * ATTEMPTS_MAX as usize, "{attempts}");
    story.happens().await;
    assert_eq!((story.pass(1).await, story.states().await.len()), (0, states.len()));
    enable(&story.app, &actor, "1").await.unwrap();
    story.status.store(200, Ordering::Relaxed);
    story.happens().await;
    assert_eq!((story.pass(1).await, story.standing().await), (1, WebhookStanding::Enabled));
}

#[tokio::test]
async fn what_nobody_wants_to_know_any_more_is_not_told() {
    let mut story = Story::new().await;
    story.happens().await;
    story.status.store(200, Ordering::Relaxed);
    assert_eq!(story.pass(AGE_MAX + 1).await, 0);
    assert_eq!(story.states().await[0].0, DeliveryState::GivenUp);
    assert_eq!(
        story.standing().await,
        WebhookStanding::Enabled,
        "that the server did not run is no fault of it"
    );
}

#[tokio::test]
async fn what_waits_and_what_is_kept_has_a_limit() {
    let mut story = Story::new().await;
    for _ in 0..WAITING_MAX + 3 {
        story.happens().await;
    }
    let line = list(&story.app, &operator("root".to_owned())).await.unwrap().remove(0);
    assert_eq!((line.waiting, line.dropped), (u64::from(WAITING_MAX), 3));
    story.status.store(200, Ordering::Relaxed);
    assert_eq!(story.pass(0).await, WAITING_MAX as usize);
    assert_eq!(story.states().await.len(), DONE_KEPT_MAX as usize);
    assert_eq!(list(&story.app, &operator("root".to_owned())).await.unwrap()[0].waiting, 0);
}
