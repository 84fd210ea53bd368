//! Pages: what people see in a browser. Every URL of a page is in the table below.
//!
//! A page is written in four steps, and `overview.rs` is a short one to begin from:
//!
//! 1. The handler takes a [`visit::Visit`] (who is signed in, in which language), and for a form a [`posted::Posted`], which has made
//!    sure that the form is ours.
//! 2. It asks an action; what the actor may not is an error, and becomes a page that says that there is no such thing.
//! 3. It puts the page together from `parts`, which look alike everywhere.
//! 4. After a change it leads on by [`visit::Visit::lead_on`], with a sentence about what was done.

mod absent;
mod account;
mod address;
mod api_tokens;
mod audit;
mod brandings;
mod cookie;
mod csrf;
mod device_sign_in;
mod devices;
mod drafts;
mod entering;
mod files;
mod frame;
mod groups;
mod home;
mod language_choice;
mod listing;
mod listings;
mod notice;
mod overview;
mod own_password;
mod package;
mod package_url;
mod packages;
mod parts;
mod people;
mod posted;
mod preconditions;
mod preconfiguration;
mod provider_sign_in;
mod refusal;
mod reports;
mod second_factor;
mod set_up;
mod settings;
mod sign_in;
mod spread;
mod updater_package;
mod upload;
mod user;
mod user_access;
mod user_import;
mod users;
mod visit;
mod webhooks;
mod why;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::App;
use crate::rules::user_import::FILE_SIZE_MAX;
pub(super) use cookie::language as chosen_language;
pub(super) use device_sign_in::PATH as DEVICE_PATH;
pub(super) use frame::guarded;
pub(super) use refusal::{page as refusal, wants_page};
pub(super) use visit::{actor_in_session, to_sign_in};

/// The addresses of pages.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/", get(home::show))
        .route("/icons/{name}", get(home::icon))
        .route("/devices/{device}/sign-out", get(home::ask_to_sign_device_out).post(home::sign_device_out))
        .route("/sign-in", get(sign_in::show).post(sign_in::begin))
        .route("/sign-in/second-factor", get(second_factor::ask).post(second_factor::confirm))
        .route("/sign-in/new-password", get(own_password::need).post(own_password::choose))
        .route("/sign-in/set-up-second-factor", get(second_factor::need).post(second_factor::turn_on_needed))
        .route("/sign-in/cancel", post(second_factor::cancel))
        .route("/sign-in/with/{source}", post(provider_sign_in::begin))
        .route("/sign-in/with/{source}/back", get(provider_sign_in::back))
        .route("/sign-out", post(sign_in::end))
        .route("/setup", get(set_up::show).post(set_up::make))
        .route("/account", get(account::show))
        .route("/account/begin", get(account::begin))
        .route("/account/password", get(own_password::show).post(own_password::change))
        .route("/account/second-factor", get(second_factor::show).post(second_factor::turn_on))
        .route("/account/second-factor/off", post(second_factor::turn_off))
        .route("/account/recovery-codes", post(second_factor::renew_recovery_codes))
        .route("/account/sessions/end-others", post(account::end_others))
        .route("/account/sessions/{id}/end", post(account::end_session))
        .route("/account/tokens", post(api_tokens::create))
        .route("/account/tokens/{id}/revoke", post(api_tokens::revoke))
        .route("/device", get(device_sign_in::show).post(device_sign_in::look))
        .route("/device/yes", post(device_sign_in::grant))
        .route("/device/no", post(device_sign_in::refuse))
        .route("/device/done", get(device_sign_in::done))
        .route("/language/{tag}", get(language_choice::choose))
        .merge(administration())
        .merge(import())
        .route("/static/{name}", get(files::file))
}

/// The addresses of pages for those who run the server.
fn administration() -> Router<Arc<App>> {
    Router::new()
        .route("/admin", get(overview::show))
        .route("/admin/devices", get(devices::list))
        .route("/admin/devices.csv", get(devices::file))
        .route("/admin/devices/{id}", get(devices::show))
        .route("/admin/devices/{id}/revoke", post(devices::revoke))
        .route("/admin/devices/{id}/forget", post(devices::forget))
        .route("/admin/spread", get(spread::list))
        .route("/admin/spread/{code}/{platform}", get(spread::show))
        .route("/admin/reports", get(reports::list))
        .route("/admin/reports.csv", get(reports::file))
        .route("/admin/audit", get(audit::list))
        .route("/admin/audit.csv", get(audit::file))
        .route("/admin/settings", get(settings::show))
        .route("/admin/preconditions", get(preconditions::show))
        .route("/admin/settings/updater", get(updater_package::show).post(updater_package::set))
        .route("/admin/settings/updater/unset", post(updater_package::unset))
        .route("/admin/webhooks", get(webhooks::list).post(webhooks::add))
        .route("/admin/webhooks/{id}", get(webhooks::show))
        .route("/admin/webhooks/{id}/enable", post(webhooks::enable))
        .route("/admin/webhooks/{id}/test", post(webhooks::test))
        .route("/admin/webhooks/{id}/remove", post(webhooks::remove))
        .route("/admin/packages", get(packages::list))
        .route("/admin/packages.csv", get(packages::file))
        .route(
            "/admin/packages/new",
            // Files of any size stream to the disk; the setting limits them.
            get(upload::show).post(upload::receive).layer(DefaultBodyLimit::disable()),
        )
        .route("/admin/packages/from-address", get(package_url::show).post(package_url::fetch))
        .route("/admin/packages/drafts/{id}", get(drafts::show).post(drafts::save))
        .route("/admin/packages/drafts/{id}/preview", post(drafts::preview))
        .route("/admin/packages/drafts/{id}/publish", get(drafts::confirm_publish).post(drafts::publish))
        .route("/admin/packages/drafts/{id}/discard", get(drafts::confirm_discard).post(drafts::discard))
        .route("/admin/packages/{id}", get(package::show))
        .route("/admin/packages/{id}/as-user", get(package::as_user))
        .route("/admin/packages/{id}/listing", get(package::edit).post(package::set_listing))
        .route("/admin/packages/{id}/withdraw", get(package::confirm_withdraw).post(package::withdraw))
        .route("/admin/packages/{id}/restore", get(package::confirm_restore).post(package::restore))
        .route("/admin/packages/{id}/delete", get(package::confirm_delete).post(package::delete))
        .route("/admin/users", get(users::list))
        .route("/admin/users.csv", get(users::file))
        .route("/admin/users/new", get(users::new).post(users::create))
        .route("/admin/users/hand-out", post(users::hand_out))
        .route("/admin/users/import", get(user_import::choose))
        .route("/admin/users/import/plan", get(user_import::plan).post(user_import::apply))
        .route("/admin/users/{name}", get(user::show))
        .route("/admin/users/{name}/remove", get(user::ask_to_remove).post(user::remove))
        .route("/admin/users/{name}/enable", post(user_access::enable))
        .route("/admin/users/{name}/disable", get(user_access::ask_to_disable).post(user_access::disable))
        .route("/admin/users/{name}/reset", get(user_access::ask_to_reset).post(user_access::reset))
        .route(
            "/admin/users/{name}/reset-totp",
            get(user_access::ask_to_reset_second_factor).post(user_access::reset_second_factor),
        )
        .route("/admin/users/{name}/role", get(user_access::ask_to_set_role).post(user_access::set_role))
        .route("/admin/users/{name}/{verb}", post(user::change))
        .route("/admin/groups", get(groups::list).post(groups::create))
        .route("/admin/groups/{name}", get(groups::show))
        .route("/admin/groups/{name}/remove", get(groups::ask_to_remove).post(groups::remove))
        .route("/admin/groups/{name}/{verb}", post(groups::change))
        .route("/admin/brandings", get(brandings::list).post(brandings::create))
        .route("/admin/brandings/{name}", get(brandings::show))
        .route("/admin/brandings/{name}/assign", post(brandings::assign))
        .route("/admin/brandings/{name}/unassign", post(brandings::unassign))
        .route("/admin/brandings/{name}/dress", post(brandings::dress))
        .route("/admin/brandings/{name}/remove", post(brandings::remove))
}

/// The address that takes a file of accounts, which is larger than other forms.
fn import() -> Router<Arc<App>> {
    let room_for_the_form = 64 * 1024;
    Router::new()
        .route("/admin/users/import", post(user_import::receive))
        .layer(DefaultBodyLimit::max(FILE_SIZE_MAX + room_for_the_form))
}

/// The beginning of a seal of one session on something: nobody who does not know the session's token can make it.
fn seal(session: &str, sealed: &[u8]) -> Hmac<Sha256> {
    // HMAC takes keys of any length.
    let mut sealing =
        Hmac::<Sha256>::new_from_slice(session.as_bytes()).unwrap_or_else(|_| Hmac::new(&Default::default()));
    sealing.update(sealed);
    sealing
}
