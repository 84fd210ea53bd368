//! How many connections one peer has, so that one cannot lock others out.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::rules::peer::place;

/// The most connections of one peer at a time; an office behind one address is one peer. Trusted proxies have no such limit.
pub(super) const CONNECTIONS_OF_ONE_MAX: usize = 256;

/// The most of these on which no request has come yet: who asks does so at once.
pub(super) const SILENT_OF_ONE_MAX: usize = 64;

/// Counts the connections of each peer that has one.
#[derive(Debug, Clone, Default)]
pub(super) struct Crowd(Arc<Mutex<HashMap<IpAddr, Count>>>);

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    all: usize,
    silent: usize,
}

/// One connection among those of its peer, until it is dropped.
#[derive(Debug)]
pub(super) struct Member {
    crowd: Crowd,
    place: IpAddr,
    is_silent: AtomicBool,
}

impl Crowd {
    /// Counts a connection of a peer in; `None` if it has too many.
    pub(super) fn enter(&self, peer: IpAddr) -> Option<Member> {
        let place = place(peer);
        let mut counts = self.counts();
        let count = counts.entry(place).or_default();
        if count.all >= CONNECTIONS_OF_ONE_MAX || count.silent >= SILENT_OF_ONE_MAX {
            return None;
        }
        count.all += 1;
        count.silent += 1;
        Some(Member { crowd: self.clone(), place, is_silent: AtomicBool::new(true) })
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<IpAddr, Count>> {
        // A thread that died while it held the lock left a whole map: each change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Member {
    /// Notes that a request has come.
    pub(super) fn asks(&self) {
        if self.is_silent.swap(false, Ordering::Relaxed)
            && let Some(count) = self.crowd.counts().get_mut(&self.place)
        {
            count.silent -= 1;
        }
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        self.asks();
        let mut counts = self.crowd.counts();
        if let Some(count) = counts.get_mut(&self.place) {
            count.all -= 1;
            if count.all == 0 {
                counts.remove(&self.place);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CONNECTIONS_OF_ONE_MAX, Crowd, SILENT_OF_ONE_MAX};
    use crate::reference::{assert_says, grouped};

    #[test]
    fn one_peer_cannot_have_all() {
        let crowd = Crowd::default();
        let (one, other) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let enter = || {
            let member = crowd.enter(one).unwrap();
            member.asks();
            member
        };
        let mut members: Vec<_> = (0..CONNECTIONS_OF_ONE_MAX).map(|_| enter()).collect();
        assert!(crowd.enter(one).is_none());
        assert!(crowd.enter(other).is_some());
        members.pop();
        members.push(crowd.enter(one).unwrap());
        assert!(crowd.enter(one).is_none());
        drop(members);
        assert!(crowd.counts().is_empty(), "who has gone leaves nothing");
    }

    #[test]
    fn who_asks_nothing_has_few() {
        let crowd = Crowd::default();
        let one = "2001:db8::1".parse().unwrap();
        let members: Vec<_> = (0..SILENT_OF_ONE_MAX).map(|_| crowd.enter(one).unwrap()).collect();
        assert!(crowd.enter("2001:db8::2".parse().unwrap()).is_none(), "it is the same customer");
        for _ in 0..2 {
            members[0].asks();
        }
        let next = crowd.enter(one).unwrap();
        assert!(crowd.enter(one).is_none());
        drop((members, next));
        assert!(crowd.counts().is_empty());
    }

    #[test]
    fn the_limit_is_told() {
        let count = grouped(CONNECTIONS_OF_ONE_MAX as u64);
        let silent = grouped(SILENT_OF_ONE_MAX as u64);
        assert_says(
            "oxupdated.md",
            &format!("| connections of one peer | {count}, {silent} of them without a request yet;"),
        );
    }
}
