//! PCs ask to be signed in by the browser. Source: RFC 8628.

use std::borrow::Cow;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use catalog::device::Enrolment;
use catalog::device_authorization::{
    CLIENT_ID, DeviceAuthorization, EXPIRES_IN, FORM_SIZE_MAX, GRANT_TYPE, INTERVAL, Refusal, Refused,
};
use serde::Serialize;
use url::form_urlencoded;
use uuid::Uuid;

use super::api::clients::{
    DeviceAuthorizationForm, DeviceAuthorizationRequest, DeviceTokenRequest, GrantedTokenForm, RefusedForm,
};
use super::body;
use super::guard::Visitor;
use super::pages::DEVICE_PATH;
use crate::App;
use crate::actions::device_sign_in;
use crate::error::{Error, Kind, Result};

/// When a PC may come again that found too many others.
const RETRY_SECONDS: u64 = 60;

/// Lets a PC wait until somebody signs it in.
#[utoipa::path(
    post, path = "/api/v1/device-authorization", operation_id = "authorizeDevice", tag = "clients", security(()),
    request_body(
        content = DeviceAuthorizationRequest, content_type = "application/x-www-form-urlencoded",
        description = "at most 4 KB",
    ),
    responses(
        (status = 200, description = "it waits; the device code is shown this once", body = DeviceAuthorizationForm),
        (status = 400, description = "the client is another one, or a part of the form is wrong", body = RefusedForm),
        (status = 429, description = "too many PCs of the same place wait; `Retry-After` says when to come again", body = RefusedForm),
        (status = 503, description = "too many PCs wait; `Retry-After` says when to come again", body = RefusedForm),
    ),
)]
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Result<Response> {
    let form = Form::read(request).await?;
    Ok(match begun(&app, &visitor, &form) {
        Ok(answer) => json(StatusCode::OK, &answer)?,
        Err(refusal) => {
            let status = match refusal {
                Refusal::SlowDown => StatusCode::TOO_MANY_REQUESTS,
                Refusal::TemporarilyUnavailable => StatusCode::SERVICE_UNAVAILABLE,
                _ => StatusCode::BAD_REQUEST,
            };
            let mut response = json(status, &Refused { error: refusal })?;
            if status != StatusCode::BAD_REQUEST {
                response.headers_mut().insert(RETRY_AFTER, RETRY_SECONDS.into());
            }
            response
        }
    })
}

fn begun(app: &App, visitor: &Visitor, form: &Form) -> std::result::Result<DeviceAuthorization, Refusal> {
    form.judge_client()?;
    let device: Uuid = form.needed("device")?.parse().map_err(|_| Refusal::InvalidRequest)?;
    let computer_name = form.needed("computer_name")?.into_owned();
    let (secret, code) = device_sign_in::begin(app, Enrolment { device, computer_name }, visitor.address)?;
    let verification_uri = format!("{}{DEVICE_PATH}", visitor.server_url);
    Ok(DeviceAuthorization {
        device_code: secret.as_str().to_owned(),
        verification_uri_complete: format!("{verification_uri}?user_code={code}"),
        verification_uri,
        user_code: code,
        expires_in: EXPIRES_IN,
        interval: INTERVAL,
    })
}

/// Gives a PC its token once somebody has said yes, and else says how it stands.
#[utoipa::path(
    post, path = "/api/v1/device-authorization/token", operation_id = "takeDeviceToken", tag = "clients", security(()),
    request_body(
        content = DeviceTokenRequest, content_type = "application/x-www-form-urlencoded",
        description = "at most 4 KB",
    ),
    responses(
        (status = 200, description = "somebody has said yes; the token is shown this once", body = GrantedTokenForm),
        (status = 400, description = "not yet, or not at all: `error` says which", body = RefusedForm),
    ),
)]
pub(super) async fn take(State(app): State<Arc<App>>, request: Request) -> Result<Response> {
    let form = Form::read(request).await?;
    let asked = form.judge_client().and_then(|()| match &*form.needed("grant_type")? {
        GRANT_TYPE => form.needed("device_code"),
        _ => Err(Refusal::UnsupportedGrantType),
    });
    let taken = match asked {
        Ok(device_code) => device_sign_in::take(&app, &device_code).await,
        Err(refusal) => Err(refusal),
    };
    match taken {
        Ok(granted) => json(StatusCode::OK, &granted),
        Err(error) => json(StatusCode::BAD_REQUEST, &Refused { error }),
    }
}

fn json(status: StatusCode, answer: &impl Serialize) -> Result<Response> {
    let body = serde_json::to_vec(answer).map_err(Error::internal)?;
    // Source: RFC 6749, section 5.1.
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "private, no-store")];
    Ok((status, headers, body).into_response())
}

/// A form in which nothing stands twice that matters. Source: RFC 6749, section 3.2.
struct Form(Bytes);

impl Form {
    async fn read(request: Request) -> Result<Self> {
        let media_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media_type = media_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Kind::BodyNotForm.into());
        }
        body::read_bytes(request, FORM_SIZE_MAX).await.map(Self)
    }

    /// The one value of a name; an empty one is none.
    fn needed(&self, name: &str) -> std::result::Result<Cow<'_, str>, Refusal> {
        let mut values = form_urlencoded::parse(&self.0).filter(|(key, _)| key == name);
        match (values.next(), values.next()) {
            (Some((_, value)), None) if !value.is_empty() => Ok(value),
            _ => Err(Refusal::InvalidRequest),
        }
    }

    fn judge_client(&self) -> std::result::Result<(), Refusal> {
        if self.needed("client_id")? == CLIENT_ID { Ok(()) } else { Err(Refusal::InvalidClient) }
    }
}
