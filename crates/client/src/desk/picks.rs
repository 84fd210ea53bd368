//! What the person chose among the updates: what is to be installed, and which one is read about. It survives a new look. Pure.

use std::collections::BTreeMap;

use catalog::Urgency;

use super::ItemKey;
use crate::plan::{Item, Obstacle, Plan, Step};
use crate::screen::Tick;

/// What the person chose.
#[derive(Debug, Clone, Default)]
pub(super) struct Picks {
    /// What was ticked or not, where the person touched it.
    wanted: BTreeMap<ItemKey, bool>,
    /// What is read about.
    selected: Option<ItemKey>,
}

/// The updates that the window lists: all that would be something to do.
pub(super) fn listed(plan: &Plan) -> impl Iterator<Item = &Item> {
    plan.items.iter().filter(|item| item.step() != Step::Nothing)
}

impl Picks {
    /// Whether an update is to be installed: important ones are, unless the person chose otherwise.
    pub(super) fn tick(&self, item: &Item) -> Tick {
        if !can_be_chosen(item) {
            return Tick::Never;
        }
        let usual = item.is_ready() && item.urgency == Urgency::Important;
        if self.wanted.get(&ItemKey::of(item)).copied().unwrap_or(usual) { Tick::On } else { Tick::Off }
    }

    /// Takes that the person ticks an update, or not; what is not listed or cannot be chosen stays as it is.
    pub(super) fn set(&mut self, plan: &Plan, key: ItemKey, wanted: bool) {
        if listed(plan).any(|item| ItemKey::of(item) == key && can_be_chosen(item)) {
            self.wanted.insert(key, wanted);
        }
    }

    /// Takes that the person reads about an update.
    pub(super) fn select(&mut self, key: ItemKey) {
        self.selected = Some(key);
    }

    /// The update that is read about: the one that was chosen, else the first one.
    pub(super) fn selected<'a>(&self, plan: &'a Plan) -> Option<&'a Item> {
        let is_selected = |item: &&Item| self.selected.as_ref() == Some(&ItemKey::of(item));
        listed(plan).find(is_selected).or_else(|| listed(plan).next())
    }

    /// What is to be installed, in the plan's order; who ticks what is not installed by itself has named it.
    pub(super) fn chosen(&self, plan: &Plan) -> Vec<Item> {
        let ticked = listed(plan).filter(|item| self.tick(item) == Tick::On);
        ticked.map(|item| if item.is_ready() { item.clone() } else { item.chosen_by_name() }).collect()
    }

    /// Forgets what was chosen of offers that are there no more.
    pub(super) fn keep_of(&mut self, plan: &Plan) {
        let is_there = |key: &ItemKey| listed(plan).any(|item| ItemKey::of(item) == *key);
        self.wanted.retain(|key, _| is_there(key));
        self.selected = self.selected.take().filter(is_there);
    }
}

fn can_be_chosen(item: &Item) -> bool {
    match item.step() {
        Step::Install | Step::Update | Step::Held => true,
        Step::Blocked => item.obstacle.is_some_and(Obstacle::yields_to_a_choice),
        Step::Nothing => false,
    }
}
