//! Sessions of other systems in addresses: `?session=…`, as links of App Suite carry it. It is never looked at, and goes no further.
//!
//! An address is written down in histories, proxies and logs, so what it holds is no proof of who somebody is.

use axum::extract::Request;
use axum::http::header::COOKIE;
use axum::middleware::Next;
use axum::response::Response;
use url::form_urlencoded;

use super::pages;

/// The parameter that is not taken.
const PARAMETER: &str = "session";

/// Takes the parameter away. Whoever looks at pages is not signed in by what else the browser sends, and signs in first; to a program
/// the address is the same without it.
pub(super) async fn take_away(mut request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    let Some(without) = without(address) else { return next.run(request).await };
    if pages::wants_page(request.uri().path(), request.headers()) {
        return pages::to_sign_in(&without);
    }
    request.headers_mut().remove(COOKIE);
    if let Ok(uri) = without.parse() {
        *request.uri_mut() = uri;
    }
    next.run(request).await
}

/// Path and query without the parameter; `None` if it is not there.
pub(super) fn without(address: &str) -> Option<String> {
    let (path, query) = address.split_once('?')?;
    let is_taken_away = |pair: &&str| {
        form_urlencoded::parse(pair.as_bytes()).any(|(name, _)| name.trim().eq_ignore_ascii_case(PARAMETER))
    };
    if !query.split('&').any(|pair| is_taken_away(&pair)) {
        return None;
    }
    let kept: Vec<&str> = query.split('&').filter(|pair| !is_taken_away(pair)).collect();
    let question_mark = if kept.is_empty() { "" } else { "?" };
    Some(format!("{path}{question_mark}{}", kept.join("&")))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_session_of_another_system_is_taken_out_of_addresses() {
        let check = |address: &str, expected: Option<&str>| {
            assert_eq!(super::without(address).as_deref(), expected, "{address}");
        };
        check("/a", None);
        check("/a?b=c", None);
        check("/a?session_state=c&sessions=d", None);
        check("/a?b=session", None);
        check("/a?session=c", Some("/a"));
        check("/a?session", Some("/a"));
        check("/a?b=c&session=d&e=f", Some("/a?b=c&e=f"));
        check("/a?Session=c&SESSION=d", Some("/a"));
        check("/a?%73ession=c&b=%26", Some("/a?b=%26"));
        check("/a?session%20=c", Some("/a"));
        check("/a?session=c&session=d", Some("/a"));
    }
}
