//! The list of updates.

use catalog::{ReleaseDate, Urgency};
use text::{Message, message};

use crate::desk::names::{NAME_SHOWN_MAX, short, versions};
use crate::desk::{Desk, ItemKey, picks};
use crate::outcome::Restart;
use crate::plan::{Item, Obstacle, Plan, Step};
use crate::screen::{ListPage, Row};
use crate::words::size;

impl Desk {
    pub(super) fn list_page(&self, plan: &Plan) -> ListPage {
        let selected = self.picks.selected(plan);
        let selected_key = selected.map(ItemKey::of);
        let row = |item: &Item| Row {
            selected: selected_key.as_ref() == Some(&ItemKey::of(item)),
            tick: self.picks.tick(item),
            ..row(item)
        };
        ListPage {
            rows: picks::listed(plan).map(row).collect(),
            details: selected.map(super::details::details),
            restart: (self.restart == Restart::Needed).then(|| message!("result-restart")),
        }
    }
}

fn row(item: &Item) -> Row {
    let product = &item.product;
    let installed = item.installed.first().map(|one| one.version.as_str());
    let yields = item.obstacle.is_some_and(Obstacle::yields_to_a_choice);
    let importance = match (item.step(), item.urgency) {
        (Step::Blocked, _) if yields => message!("updates-by-choice"),
        (Step::Blocked | Step::Nothing, _) => message!("updates-blocked"),
        (Step::Held, _) => message!("updates-held"),
        (_, Urgency::Important) => message!("updates-important"),
        (_, Urgency::Optional) => message!("updates-optional"),
    };
    Row {
        key: ItemKey::of(item),
        tick: crate::screen::Tick::Never,
        icon: product.icon.clone(),
        name: short(&product.name, NAME_SHOWN_MAX),
        versions: versions(installed, product.version.as_str()),
        importance,
        size: product.size.map(size),
        released: product.release_date.as_ref().map(released),
        selected: false,
    }
}

/// A release date as a person reads it; what is no day stands as it was written.
pub(super) fn released(date: &ReleaseDate) -> Message {
    match date {
        ReleaseDate::Day(day) => message!(
            "date-of-day",
            day = i32::from(day.day()),
            month = i32::from(day.month()),
            year = day.year().to_string()
        ),
        ReleaseDate::Text(text) => message!("text-as-it-is", text = short(text, NAME_SHOWN_MAX)),
    }
}
