//! What the person was told of beside the clock, so that nothing is told twice, not even after a restart. Pure.

use catalog::Urgency;
use serde::{Deserialize, Serialize};

use super::ItemKey;
use crate::plan::{Item, Plan};

/// After how many days an important update is told again that is still not installed; the last one counts from then on.
pub const REPEAT_DAYS: [i64; 3] = [1, 3, 7];

const DAY: i64 = 24 * 60 * 60;

/// What the person was told of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Announced {
    /// Updates that were ready and still are.
    pub items: Vec<AnnouncedItem>,
    /// Whether they were told that a sign-in is needed, and nobody has signed in since.
    pub sign_in: bool,
    /// Whether they were told that it is not set where updates come from, and it has not been set since.
    pub no_server: bool,
    /// What came of the updates that were installed just before the program's own, of which they are yet to be told.
    pub results: Option<UntoldResults>,
}

/// What came of updates, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UntoldResults {
    /// How many are installed.
    pub done: usize,
    /// How many were to be.
    pub count: usize,
}

/// An update that the person was told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncedItem {
    /// Which.
    pub key: ItemKey,
    /// When the last time, in seconds since 1970 (UTC).
    pub at: i64,
    /// How often.
    pub times: u32,
}

impl Announced {
    /// Forgets updates that are ready no more, and times that lie ahead because the clock was set back.
    pub(super) fn keep_of(&mut self, plan: &Plan, now: i64) {
        let ready: Vec<ItemKey> = plan.ready().map(ItemKey::of).collect();
        self.items.retain(|item| ready.contains(&item.key));
        for item in &mut self.items {
            item.at = item.at.min(now);
        }
    }

    /// When an update that is ready is to be told: at once if it never was, an important one again and again; `None` for never again.
    pub(super) fn due_at(&self, item: &Item) -> Option<i64> {
        let key = ItemKey::of(item);
        let Some(told) = self.items.iter().find(|told| told.key == key) else { return Some(i64::MIN) };
        let last = REPEAT_DAYS.len().saturating_sub(1);
        let which = usize::try_from(told.times.saturating_sub(1)).unwrap_or(last).min(last);
        let days = REPEAT_DAYS.get(which).copied().unwrap_or(DAY);
        (item.urgency == Urgency::Important).then(|| told.at.saturating_add(days * DAY))
    }

    /// When the next of the updates that are ready is to be told; `None` if none is.
    pub(super) fn next_due(&self, plan: &Plan) -> Option<i64> {
        plan.ready().filter_map(|item| self.due_at(item)).min()
    }

    /// Takes that the person was told of all that is ready.
    pub(super) fn told(&mut self, plan: &Plan, now: i64) {
        for item in plan.ready() {
            let key = ItemKey::of(item);
            match self.items.iter_mut().find(|told| told.key == key) {
                None => self.items.push(AnnouncedItem { key, at: now, times: 1 }),
                Some(told) if item.urgency == Urgency::Important => {
                    told.at = now;
                    told.times = told.times.saturating_add(1);
                }
                Some(_) => {}
            }
        }
    }
}
