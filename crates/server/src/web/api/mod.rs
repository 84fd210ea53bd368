//! The JSON API: what programs see of the server. docs/reference/api.md describes it for people, `openapi.json` for programs.
//!
//! All of `/api/v1` is in [`operations`] on one screen; the paths stand at the handlers. To add a noun:
//!
//! 1. `web/api/NOUN.rs`, a handler for each operation, as in `tokens.rs`: `#[utoipa::path(…)]` with `path`, `operation_id`
//!    (unique, such as `listGroups`), `tag` (the noun), `extensions(("x-scope" = json!("view")))` (the scope that it takes), `params` and the answers that are no errors. Security and all error
//!    answers are added by `document.rs`. What a program sends derives `Deserialize, ToSchema` with `deny_unknown_fields` and
//!    a limit on each text and array (`#[schema(max_length = …)]`); what it gets derives `Serialize, ToSchema`.
//! 2. Take `State(app)`, [`Caller`](caller::Caller) (who asks), [`Asked`](asked::Asked) (how to answer), and as needed
//!    [`Place`](place::Place) (what is in the path), [`Filter`](filter::Filter) and [`Paging`](paging::Paging) (what is in the query),
//!    and, last, `Request` for [`body::read`], which asks for the ability first. Answer by `asked.one`, `asked.page`, `asked.created`, `asked.nothing`.
//! 3. A change of one thing that is there goes through `asked.change(…)`: it holds `If-Match` against the thing as it is now.
//! 4. Add a `routes!` line to [`operations`]: all methods of one path in one line.
//! 5. `OXUPDATED_RENEW=1 cargo test -p server --lib web::api` writes docs/reference/openapi.json anew; look at what changed.

mod asked;
mod audit;
mod body;
mod brandings;
mod caller;
pub(super) mod clients;
mod devices;
mod document;
mod drafts;
mod filter;
mod groups;
mod inspection;
mod install_params_templates;
mod overview;
mod packages;
mod paging;
mod permissions;
mod place;
mod precondition;
mod preconditions;
pub(super) mod problem;
mod reports;
mod settings;
mod tokens;
mod updater_package;
mod user_imports;
mod users;
mod webhooks;

use std::sync::Arc;

use axum::Router;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{check_ins, device_authorization, devices as client_devices, reports as client_reports};
use crate::App;

/// The routes of the API, for the route table.
pub(super) fn routes() -> Router<Arc<App>> {
    operations().into()
}

/// Every operation, with what the document says of it.
fn operations() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::default()
        .routes(routes!(document::read))
        .routes(routes!(tokens::own, tokens::revoke_own))
        .routes(routes!(tokens::list))
        .routes(routes!(tokens::one, tokens::revoke))
        .routes(routes!(webhooks::list, webhooks::add))
        .routes(routes!(webhooks::one, webhooks::remove))
        .routes(routes!(webhooks::enable))
        .routes(routes!(webhooks::test))
        .routes(routes!(webhooks::deliveries))
        // Clients post to three of these, by name and password or by a device's token.
        .routes(routes!(devices::list, client_devices::enrol))
        .routes(routes!(device_authorization::begin))
        .routes(routes!(device_authorization::take))
        .routes(routes!(check_ins::receive))
        .routes(routes!(reports::list, client_reports::receive))
        .routes(routes!(devices::one, devices::remove))
        .routes(routes!(devices::revoke))
        .routes(routes!(audit::list))
        .routes(routes!(users::list, users::add))
        .routes(routes!(users::one, users::remove))
        .routes(routes!(users::set_role))
        .routes(routes!(users::set_standing))
        .routes(routes!(users::reset))
        .routes(routes!(users::reset_second_factor))
        .routes(routes!(user_imports::dry_run))
        .routes(routes!(user_imports::apply))
        .routes(routes!(groups::list, groups::add))
        .routes(routes!(groups::one, groups::remove))
        .routes(routes!(groups::join, groups::leave))
        .routes(routes!(brandings::list, brandings::add))
        .routes(routes!(brandings::one, brandings::remove))
        .routes(routes!(brandings::assign, brandings::unassign))
        .routes(routes!(brandings::dress))
        .routes(routes!(permissions::list))
        .routes(routes!(permissions::grant, permissions::revoke))
        .routes(routes!(packages::list))
        .routes(routes!(packages::one, packages::set, packages::remove))
        .routes(routes!(packages::withdraw))
        .routes(routes!(packages::restore))
        .routes(routes!(drafts::list, drafts::send))
        .routes(routes!(drafts::fetch))
        .routes(routes!(drafts::one, drafts::amend, drafts::discard))
        .routes(routes!(inspection::show))
        .routes(routes!(drafts::publish))
        .routes(routes!(install_params_templates::list))
        .routes(routes!(updater_package::show, updater_package::set, updater_package::unset))
        .routes(routes!(overview::show))
        .routes(routes!(preconditions::show))
        .routes(routes!(preconditions::of_user))
        .routes(routes!(settings::list))
}
