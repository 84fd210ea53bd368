//! How many connections one peer has, so that one cannot lock others out.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::rules::peer::place;

/// The most connections of one peer at a time; an office behind one address is one peer. Trusted proxies have no such limit.
pub(super) const CONNECTIONS_OF_ONE_MAX: usize = 256;

/// Counts the connections of each peer that has one.
#[derive(Debug, Clone, Default)]
pub(super) struct Crowd(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// One connection among those of its peer, until it is dropped.
#[derive(Debug)]
pub(super) struct Member {
    crowd: Crowd,
    place: IpAddr,
}

impl Crowd {
    /// Counts a connection of a peer in; `None` if it has too many.
    pub(super) fn enter(&self, peer: IpAddr) -> Option<Member> {
        let place = place(peer);
        let mut counts = self.counts();
        let count = counts.entry(place).or_default();
        if *count >= CONNECTIONS_OF_ONE_MAX {
            return None;
        }
        *count += 1;
        Some(Member { crowd: self.clone(), place })
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        // A thread that died while it held the lock left a whole map: each change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        let mut counts = self.crowd.counts();
        if let Some(count) = counts.get_mut(&self.place) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.place);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CONNECTIONS_OF_ONE_MAX, Crowd};
    use crate::reference::{assert_says, grouped};

    #[test]
    fn one_peer_cannot_have_all() {
        let crowd = Crowd::default();
        let (one, other) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let mut members: Vec<_> = (0..CONNECTIONS_OF_ONE_MAX).map(|_| crowd.enter(one).unwrap()).collect();
        assert!(crowd.enter(one).is_none());
        assert!(crowd.enter(other).is_some());
        members.pop();
        members.push(crowd.enter(one).unwrap());
        assert!(crowd.enter(one).is_none());
        drop(members);
        assert!(crowd.counts().is_empty(), "who has gone leaves nothing");
    }

    #[test]
    fn the_limit_is_told() {
        let count = grouped(CONNECTIONS_OF_ONE_MAX as u64);
        assert_says("oxupdated.md", &format!("| connections of one peer | {count};"));
    }
}
