//! One at a time of each kind: who comes second waits for the first.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex as Lock, MutexGuard, PoisonError};

use tokio::sync::{Mutex, OwnedMutexGuard};

/// A lane for each kind that someone is in; there are as many at most as requests are being answered.
#[derive(Debug)]
pub(super) struct Lanes<Kind>(Lock<HashMap<Kind, Crew>>);

/// A lane, and how many are in it or wait for it.
#[derive(Debug, Default)]
struct Crew {
    lane: Arc<Mutex<()>>,
    members: usize,
}

/// A place in a lane, until it is dropped.
#[derive(Debug)]
pub(crate) struct Lane<'a, Kind: Hash + Eq> {
    lanes: &'a Lanes<Kind>,
    kind: Kind,
    turn: Option<OwnedMutexGuard<()>>,
}

impl<Kind> Default for Lanes<Kind> {
    fn default() -> Self {
        Self(Lock::default())
    }
}

impl<Kind: Hash + Eq + Clone> Lanes<Kind> {
    /// Waits until nobody else of this kind is in; `None` if `waiting_max` others wait already.
    pub(super) async fn enter(&self, kind: Kind, waiting_max: usize) -> Option<Lane<'_, Kind>> {
        let lane = {
            let mut lanes = self.lanes();
            let crew = lanes.entry(kind.clone()).or_default();
            if crew.members > waiting_max {
                return None;
            }
            crew.members += 1;
            Arc::clone(&crew.lane)
        };
        // Made before the wait: who gives up waiting leaves nothing behind either.
        let mut place = Lane { lanes: self, kind, turn: None };
        place.turn = Some(lane.lock_owned().await);
        Some(place)
    }
}

impl<Kind> Lanes<Kind> {
    fn lanes(&self) -> MutexGuard<'_, HashMap<Kind, Crew>> {
        // A thread that died while it held the lock left a whole map: each change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<Kind: Hash + Eq> Drop for Lane<'_, Kind> {
    fn drop(&mut self) {
        let mut lanes = self.lanes.lanes();
        self.turn.take();
        let Some(crew) = lanes.get_mut(&self.kind) else { return };
        crew.members -= 1;
        if crew.members == 0 {
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
        let first = lanes.enter("a", 1).await;
        let mut second = Box::pin(lanes.enter("a", 1));
        assert!((&mut second).now_or_never().is_none(), "the second waits");
        assert!(lanes.enter("a", 1).await.is_none(), "there is room for one that waits");
        assert!(lanes.enter("b", 1).now_or_never().flatten().is_some(), "another kind does not wait");
        assert_eq!(lanes.lanes().len(), 1);
        drop(second);
        drop(first);
        assert!(lanes.lanes().is_empty());
        assert!(lanes.enter("a", 1).now_or_never().flatten().is_some());
    }
}
