//! What is done after a check or a batch: it is remembered, and the server is told as far as an administrator wants it told.

use super::{Updater, now};
use crate::check_in;
use crate::plan::Plan;
use crate::policy::Reporting;
use crate::report::{Queue, Sent};
use crate::state::Owner;

impl Updater<'_> {
    /// Tells the server after a check; that it cannot be told fails nothing, and is tried again at the next check.
    pub fn tell(&self, plan: &Plan, reporting: Reporting) {
        drop_reports_if_off(&self.queue(), &self.owner, reporting);
        let _ = check_in::tell(self, plan, reporting, now());
    }

    /// Sends the reports that wait, as far as they may be sent.
    pub fn send_permitted_reports(&self, reporting: Reporting) -> Sent {
        drop_reports_if_off(&self.queue(), &self.owner, reporting);
        self.send_reports()
    }
}

/// Throws away what waits if an administrator wants nothing told.
pub fn drop_reports_if_off(queue: &Queue, owner: &Owner, reporting: Reporting) {
    if reporting == Reporting::Off {
        queue.discard(owner);
    }
}
