//! Check-ins of clients: receive.

use catalog::check_in::CheckIn;
use jiff::Timestamp;

use crate::App;
use crate::db;
use crate::error::{Kind, Result};
use crate::model::device::{DeviceStanding, KnownDevice};
use crate::rules::role::Actor;

/// Receives what a client says about the PC, in the place of what it said before. The server's clock stamps it.
///
/// No line of the audit: a check-in is a record of its own, with who sent it and when.
///
/// # Errors
/// [`Kind::NotFound`] for a device that this user has not enrolled, or another than the one whose token it came with;
/// else if it is beyond a limit, or the actor is no user.
pub(crate) async fn receive(app: &App, actor: &Actor, check_in: &CheckIn) -> Result<()> {
    let user = actor.user_speaking_for(check_in.device)?;
    check_in.judge()?;
    let at = Timestamp::now();
    let mut writing = app.database.write().await?;
    let known = db::devices::known(&mut writing, user.id).await?;
    let is_it =
        |known: &&KnownDevice| known.device == check_in.device && known.standing == DeviceStanding::Enrolled;
    let device = known.iter().find(is_it).ok_or(Kind::NotFound)?.id;
    db::devices::set_computer_name(&mut writing, device, &check_in.computer_name).await?;
    db::devices::set_last_seen(&mut writing, device, at).await?;
    db::check_ins::replace(&mut writing, device, check_in, at).await?;
    writing.commit().await.map_err(db::DatabaseError::from)?;
    tracing::info!(user = %user.name, device = %check_in.device, products = check_in.products.len(), "check-in");
    Ok(())
}
