//! The bodies of requests: JSON, within a size and a time.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use bytes::Bytes;
use serde::de::DeserializeOwned;
use tokio::time::timeout;

use crate::error::{Kind, Result};

/// How long a body may take to arrive.
pub(super) const BODY_TIME_MAX: Duration = Duration::from_secs(30);

/// Reads a request's JSON of at most `size_max` bytes.
///
/// # Errors
/// If it is not announced as JSON, too large, late, or not what it should be.
pub(super) async fn read<Value: DeserializeOwned>(request: Request, size_max: usize) -> Result<Value> {
    let body = read_json(request, size_max).await?;
    Ok(serde_json::from_slice(&body).map_err(|error| Kind::BodyWrong(error.to_string()))?)
}

/// Reads a request's body of at most `size_max` bytes.
///
/// # Errors
/// If it is too large, or late.
pub(super) async fn read_bytes(request: Request, size_max: usize) -> Result<Bytes> {
    judge_length(request.headers(), size_max)?;
    whole(request.into_body(), size_max).await
}

/// Reads a request's JSON of at most `size_max` bytes, and leaves it as it is.
///
/// # Errors
/// If it is not announced as JSON, too large, or late.
pub(super) async fn read_json(request: Request, size_max: usize) -> Result<Bytes> {
    judge_head(request.headers(), size_max)?;
    whole(request.into_body(), size_max).await
}

fn judge_head(headers: &HeaderMap, size_max: usize) -> Result<()> {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = header(CONTENT_TYPE).split(';').next().unwrap_or_default();
    if !media_type.trim().eq_ignore_ascii_case("application/json") {
        return Err(Kind::BodyNotJson.into());
    }
    judge_length(headers, size_max)
}

fn judge_length(headers: &HeaderMap, size_max: usize) -> Result<()> {
    let length = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > size_max) {
        return Err(Kind::BodyTooLarge(size_max).into());
    }
    Ok(())
}

async fn whole(body: Body, size_max: usize) -> Result<Bytes> {
    match timeout(BODY_TIME_MAX, to_bytes(body, size_max)).await {
        Err(_) => Err(Kind::BodyLate.into()),
        // A body that broke off has nobody left to be told.
        Ok(Err(_)) => Err(Kind::BodyTooLarge(size_max).into()),
        Ok(Ok(body)) => Ok(body),
    }
}
