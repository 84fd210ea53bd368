//! [`Exchange`] as the library for OpenID Connect asks with it.

use std::future::Future;
use std::pin::Pin;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use url::Url;

use super::OutgoingError;
use super::exchange::{Answer, Exchange, Question};

impl<'c> AsyncHttpClient<'c> for Exchange {
    type Error = OutgoingError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, OutgoingError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let question = question(request)?;
            let host = question.url.host_str().unwrap_or_default().to_owned();
            answer(self.send(question).await?, host)
        })
    }
}

fn question(request: HttpRequest) -> Result<Question, OutgoingError> {
    let (head, body) = request.into_parts();
    let host = head.uri.host().unwrap_or_default().to_owned();
    let url = Url::parse(&head.uri.to_string())
        .map_err(|error| OutgoingError::NotUnderstood { host, detail: error.to_string() })?;
    let header = |(name, value): (&openidconnect::http::HeaderName, &openidconnect::http::HeaderValue)| {
        Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
    };
    let headers = head.headers.iter().filter_map(header).collect();
    Ok(Question { method: head.method.as_str().to_owned(), url, headers, body })
}

/// An answer as the library reads it. One that says that it cannot serve is none: the library would look for sense in it.
fn answer(answer: Answer, host: String) -> Result<HttpResponse, OutgoingError> {
    if answer.status >= 500 {
        return Err(OutgoingError::Status { host, status: answer.status });
    }
    let mut response = openidconnect::http::Response::builder().status(answer.status);
    for (name, value) in answer.headers {
        response = response.header(name, value);
    }
    let response = response.body(answer.body);
    response.map_err(|error| OutgoingError::NotUnderstood { host, detail: error.to_string() })
}
