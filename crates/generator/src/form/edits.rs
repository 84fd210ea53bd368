//! Changes to the list: what is in the fields is put in, products are taken out and shifted.

use catalog::Product;
use catalog::xml::{Direction, Put};
use text::{Explain as _, Message, message};

use super::command::Task;
use super::draft::{Draft, Origin};
use super::editor::{Editor, Newer, PutIn};
use super::question::Question;
use crate::advice::{is_newer, names_of};
use crate::take_over::newest_of;

impl Editor {
    /// Selects a place, and fills the fields with what stands there.
    pub(super) fn select(&mut self, place: usize) {
        (self.status, self.refusal) = (None, None);
        self.selected = Some(place).filter(|place| *place < self.catalog.places().len());
        self.draft = self.selected.and_then(|place| Draft::of_entry(&self.catalog, place));
    }

    /// Forgets what is in the fields.
    pub(super) fn discard(&mut self) -> Vec<Task> {
        let tasks = self.stop_reading();
        match self.selected {
            Some(place) => self.select(place),
            None => (self.draft, self.status, self.refusal) = (None, None, None),
        }
        tasks
    }

    /// Puts what is in the fields into the list.
    pub(super) fn put_in(&mut self, newer: Newer) -> PutIn {
        let Some(draft) = &mut self.draft else { return PutIn::Done };
        draft.is_tried = true;
        let Some(product) = draft.product() else {
            self.status = Some(draft.not_ready());
            return PutIn::Refused;
        };
        let done = match draft.origin {
            Origin::Entry { place, .. } => {
                self.catalog.replace(place, &product).map(|()| (place, Put::default()))
            }
            Origin::Package(_) => {
                if let (Newer::Ask, Some(question)) = (newer, self.about_newer(&product)) {
                    self.question = Some(question);
                    return PutIn::Asked;
                }
                self.catalog.put(&product)
            }
        };
        match done {
            Ok((place, Put { replaced, .. })) => {
                self.select(place);
                let said = if replaced.is_empty() {
                    message!("generator-window-put-in")
                } else {
                    message!("generator-window-put-in-replaced", replaced = names_of(&replaced))
                };
                self.status = Some(about(said, &product));
                PutIn::Done
            }
            Err(error) => {
                self.question = Some(Question::Told(error.message()));
                PutIn::Refused
            }
        }
    }

    fn about_newer(&self, product: &Product) -> Option<Question> {
        let listed = newest_of(self.catalog.products().cloned(), product)?;
        is_newer(&listed, product).then(|| Question::Newer {
            listed: listed.version.to_string(),
            name: listed.name,
            new: product.version.to_string(),
        })
    }

    /// The name of what is selected in the list.
    fn selected_name(&self) -> Option<(usize, String)> {
        let place = self.selected?;
        Some((place, self.catalog.places().get(place)?.entry.name.clone()))
    }

    pub(super) fn ask_to_remove(&mut self) {
        self.question = self.selected_name().map(|(place, name)| Question::Remove { place, name });
    }

    /// Takes what is selected out of the list; a package that is in the fields stays there.
    pub(super) fn remove(&mut self, place: usize) {
        let name = self.selected_name().map(|(_, name)| name).unwrap_or_default();
        match self.catalog.remove(place) {
            Ok(()) => {
                let last = self.catalog.places().len().checked_sub(1);
                match last.map(|last| place.min(last)) {
                    beside if self.number().is_some() => self.selected = beside,
                    Some(place) => self.select(place),
                    None => (self.selected, self.draft) = (None, None),
                }
                self.status = Some(message!("generator-window-removed", product = name));
            }
            Err(error) => self.question = Some(Question::Told(error.message())),
        }
    }

    /// Shifts what is selected; what is in the fields goes with it.
    pub(super) fn shift(&mut self, direction: Direction) {
        let Some(place) = self.selected.filter(|place| self.can_shift(*place, direction)) else { return };
        match self.catalog.shift(place, direction) {
            Ok(()) => {
                let place = match direction {
                    Direction::Up => place - 1,
                    Direction::Down => place + 1,
                };
                self.selected = Some(place);
                if let Some(Draft { origin: Origin::Entry { place: own, .. }, .. }) = &mut self.draft {
                    *own = place;
                }
                self.status = None;
            }
            Err(error) => self.question = Some(Question::Told(error.message())),
        }
    }

    /// Whether there is something to exchange it with.
    pub(super) fn can_shift(&self, place: usize, direction: Direction) -> bool {
        match direction {
            Direction::Up => place > 0,
            Direction::Down => place + 1 < self.catalog.places().len(),
        }
    }
}

fn about(message: Message, product: &Product) -> Message {
    message.with("product", &product.name).with("version", product.version.as_str())
}
