//! Devices: PCs that sign in with a token of their own. Clients enrol them by `web/devices.rs`.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::asked::Asked;
use super::caller::Caller;
use super::filter::Filter;
use super::paging::{Page, Paging};
use super::place::Place;
use crate::App;
use crate::actions::{device_list, devices};
use crate::error::Result;
use crate::model::device::{DeviceDetail, DeviceId, DeviceLine};
use crate::model::device_filter::{DevicePlace, WrittenDeviceFilter};
use crate::model::slice::Slice;
use crate::rules::role::Ability;

/// Which devices are listed; what is absent leaves nothing out.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct DeviceFilter {
    /// A part of the user's name, the computer's name or the PC's number.
    #[param(max_length = 256)]
    search: Option<String>,
    /// The user, by name; then what is installed is told too.
    #[param(max_length = 128)]
    user: Option<String>,
    /// `enrolled` or `revoked`.
    #[param(max_length = 16)]
    standing: Option<String>,
    /// The earliest day, or time, of the last sign of life.
    #[param(max_length = 64)]
    seen_since: Option<String>,
    /// The latest one.
    #[param(max_length = 64)]
    seen_until: Option<String>,
    /// How the client's version begins.
    #[param(max_length = 256)]
    client: Option<String>,
    /// How Windows' version begins.
    #[param(max_length = 256)]
    windows: Option<String>,
    /// A product that is installed, by name or upgrade code.
    #[param(max_length = 256)]
    product: Option<String>,
    /// In which version.
    #[param(max_length = 64)]
    version: Option<String>,
    /// A product that is not installed, by name or upgrade code.
    #[param(max_length = 256)]
    lacks: Option<String>,
}

impl From<DeviceFilter> for WrittenDeviceFilter {
    fn from(filter: DeviceFilter) -> Self {
        let DeviceFilter {
            search,
            user,
            standing,
            seen_since,
            seen_until,
            client,
            windows,
            product,
            version,
            lacks,
        } = filter;
        Self {
            search,
            user,
            standing,
            seen_since,
            seen_until,
            client,
            windows,
            product,
            version,
            lacks,
            behind: None,
        }
    }
}

/// Lists devices.
#[utoipa::path(
    get, path = "/api/v1/devices", operation_id = "listDevices", tag = "devices",
    extensions(("x-scope" = json!("view"))), params(DeviceFilter, Paging),
    responses((status = 200, description = "devices by user and name", body = Page<DeviceLine>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Filter(filter): Filter<DeviceFilter>,
    paging: Paging,
) -> Result<Response> {
    let mut filter = WrittenDeviceFilter::from(filter);
    let total = device_list::list(&app, &actor, &filter, Slice::first(0)).await?.total;
    filter.behind = paging.after()?;
    let listed = device_list::list(&app, &actor, &filter, paging.slice()).await?;
    let key = |line: &DeviceLine| DevicePlace {
        user: line.user.to_lowercase(),
        computer_name: line.computer_name.clone(),
        id: line.id,
    };
    asked.page(&paging.page_of_more(listed.lines, key, total)?)
}

/// Shows a device, what is installed of what its user is offered, and its newest reports.
#[utoipa::path(
    get, path = "/api/v1/devices/{id}", operation_id = "showDevice", tag = "devices",
    extensions(("x-scope" = json!("view"))), params(("id" = i64, Path, description = "the device's number")),
    responses((status = 200, description = "the device", body = DeviceDetail)),
)]
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    asked.one(&device_list::show(&app, &actor, DeviceId(id)).await?)
}

/// Ends a device's token; the person at that PC has to sign in again.
#[utoipa::path(
    post, path = "/api/v1/devices/{id}/revoke", operation_id = "revokeDevice", tag = "devices",
    extensions(("x-scope" = json!("administer"))),
    params(("id" = i64, Path, description = "the device's number"), ("If-Match" = String, Header, description = "the entity tag of the device as it was seen, or `*`")),
    responses((status = 204, description = "its token counts no longer")),
)]
pub(super) async fn revoke(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    let (app, id) = (&*app, DeviceId(id));
    let read = |actor| async move { device_list::show(app, &actor, id).await };
    let act = |actor| async move {
        let device = device_list::show(app, &actor, id).await?.device;
        devices::revoke(app, &actor, &device.user, &device.device).await
    };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

/// Removes a device that was revoked.
#[utoipa::path(
    delete, path = "/api/v1/devices/{id}", operation_id = "removeDevice", tag = "devices",
    extensions(("x-scope" = json!("administer"))),
    params(("id" = i64, Path, description = "the device's number"), ("If-Match" = String, Header, description = "the entity tag of the device as it was seen, or `*`")),
    responses((status = 204, description = "it is removed; its reports stay")),
)]
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    let (app, id) = (&*app, DeviceId(id));
    let read = |actor| async move { device_list::show(app, &actor, id).await };
    let act = |actor| async move {
        let device = device_list::show(app, &actor, id).await?.device;
        devices::forget(app, &actor, &device.user, &device.device).await
    };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}
