//! One at a time of each kind: who comes second waits for the first.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex as Lock, MutexGuard, PoisonError};

use tokio::sync::{Mutex, OwnedMutexGuard};

/// A lane for each kind that someone is in; there are as many at most as requests are being answered.
#[derive(Debug)]
pub(super) struct Lanes<Kind>(Lock<HashMap<Kind, Arc<Mutex<()>>>>);

/// A place in a lane, until it is dropped.
#[derive(Debug)]
pub(crate) struct Lane<'a, Kind: Hash + Eq> {
    lanes: &'a Lanes<Kind>,
    kind: Kind,
    lane: Option<Arc<Mutex<()>>>,
    turn: Option<OwnedMutexGuard<()>>,
}

impl<Kind> Default for Lanes<Kind> {
    fn default() -> Self {
        Self(Lock::default())
    }
}

impl<Kind: Hash + Eq + Clone> Lanes<Kind> {
    /// Waits until nobody else of this kind is in.
    pub(super) async fn enter(&self, kind: Kind) -> Lane<'_, Kind> {
        let lane = Arc::clone(self.lanes().entry(kind.clone()).or_default());
        // Made before the wait: who gives up waiting leaves nothing behind either.
        let mut place = Lane { lanes: self, kind, lane: Some(Arc::clone(&lane)), turn: None };
        place.turn = Some(lane.lock_owned().await);
        place
    }
}

impl<Kind> Lanes<Kind> {
    fn lanes(&self) -> MutexGuard<'_, HashMap<Kind, Arc<Mutex<()>>>> {
        // A thread that died while it held the lock left a whole map: each change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<Kind: Hash + Eq> Drop for Lane<'_, Kind> {
    fn drop(&mut self) {
        let mut lanes = self.lanes.lanes();
        self.turn.take();
        self.lane.take();
        if lanes.get(&self.kind).is_some_and(|lane| Arc::strong_count(lane) == 1) {
            lanes.remove(&self.kind);
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::Lanes;

    #[tokio::test]
    async fn each_kind_has_a_lane_and_an_empty_one_is_gone() {
        let lanes = Lanes::default();
        let first = lanes.enter("a").await;
        assert!(lanes.enter("a").now_or_never().is_none(), "the second waits");
        assert!(lanes.enter("b").now_or_never().is_some(), "another kind does not");
        assert_eq!(lanes.lanes().len(), 1);
        drop(first);
        assert!(lanes.lanes().is_empty());
        let again = lanes.enter("a").now_or_never();
        assert!(again.is_some());
    }
}
