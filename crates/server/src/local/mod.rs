//! Verbs of people at this machine: handed to the running server through a door in the data folder, or done here if none runs.
//!
//! Either way it is [`perform()`] that leads to the actions.

mod backup;
mod brandings;
#[cfg_attr(unix, path = "door_of_socket.rs")]
#[cfg_attr(not(unix), path = "door_of_loopback.rs")]
mod door;
#[cfg(all(test, unix))]
mod door_of_loopback;
mod groups;
mod operator;
mod order;
mod packages;
mod perform;
mod perform_users;
mod socket;
mod updater_package;
mod users;
mod webhooks;

pub(crate) use crate::actions::branding_import::{Effort, Folder};
pub(crate) use backup::{Loss, back_up};
pub(crate) use operator::{Operator, operator_here};
pub(crate) use order::{Answer, BrandingOrder, ImportEffort, Order, PackageOrder, PackageVerb, UpdaterOrder};
pub(crate) use perform::perform;
pub(crate) use socket::{Line, call, hand_over, serve, take_over};
