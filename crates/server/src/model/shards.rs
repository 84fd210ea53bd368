//! A map that is cheap to copy and change: the copy shares all but the shards that are changed.
//!
//! A change of one account of 100,000 copies one shard of a thousand, and not all accounts.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

/// How many shards a map has: with 100,000 entries, each has about 100.
const SHARDS: usize = 1_024;

/// A map from keys to values, in shards that copies share.
#[derive(Debug, Clone)]
pub(crate) struct Shards<Key, Value> {
    shards: Vec<Arc<HashMap<Key, Value>>>,
    hasher: RandomState,
}

impl<Key, Value> Default for Shards<Key, Value> {
    fn default() -> Self {
        let empty = Arc::new(HashMap::new());
        Self { shards: vec![empty; SHARDS], hasher: RandomState::new() }
    }
}

impl<Key: Hash + Eq, Value> Shards<Key, Value> {
    /// The value of a key.
    pub(crate) fn find<Asked: Hash + Eq + ?Sized>(&self, key: &Asked) -> Option<&Value>
    where
        Key: Borrow<Asked>,
    {
        self.shards.get(self.place(key))?.get(key)
    }

    /// All values, in no order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Value> {
        self.shards.iter().flat_map(|shard| shard.values())
    }

    fn place<Asked: Hash + ?Sized>(&self, key: &Asked) -> usize {
        usize::try_from(self.hasher.hash_one(key) % SHARDS as u64).unwrap_or_default()
    }
}

impl<Key: Hash + Eq + Clone, Value: Clone> Shards<Key, Value> {
    /// Puts a value in the place of the one that the key may have.
    pub(crate) fn insert(&mut self, key: Key, value: Value) {
        let place = self.place(&key);
        if let Some(shard) = self.shards.get_mut(place) {
            Arc::make_mut(shard).insert(key, value);
        }
    }

    /// Takes a key away.
    pub(crate) fn remove<Asked: Hash + Eq + ?Sized>(&mut self, key: &Asked)
    where
        Key: Borrow<Asked>,
    {
        let place = self.place(key);
        // A shard without the key is not copied for it.
        if let Some(shard) = self.shards.get_mut(place).filter(|shard| shard.contains_key(key)) {
            Arc::make_mut(shard).remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{SHARDS, Shards};

    #[test]
    fn a_copy_shares_all_but_what_was_changed() {
        let mut before = Shards::default();
        (0..5_000_u32).for_each(|number| before.insert(number, number));
        let mut after = before.clone();
        after.insert(7, 70);
        after.remove(&8);
        after.remove(&9_999);
        assert_eq!(
            (before.find(&7), before.find(&8)),
            (Some(&7), Some(&8)),
            "the one before stays as it was"
        );
        assert_eq!((after.find(&7), after.find(&8)), (Some(&70), None));
        assert_eq!((before.values().count(), after.values().count()), (5_000, 4_999));
        let shared = before.shards.iter().zip(&after.shards).filter(|(one, other)| Arc::ptr_eq(one, other));
        assert!(shared.count() >= SHARDS - 2);
    }
}
