//! The choice of a language, at the foot of each page.

use axum::extract::Path;
use axum::http::HeaderMap;
use axum::http::header::{REFERER, SET_COOKIE};
use axum::response::Response;
use maud::{Markup, html};
use text::{Language, message};
use url::Url;

use super::cookie;
use super::sign_in::local_path;
use super::visit::{Guest, see_other};
use crate::error::{Kind, Result};
use crate::web::guard::Visitor;

/// Remembers a language for this browser, and leads back to the page where it was chosen.
pub(super) async fn choose(guest: Guest, Path(tag): Path<String>, headers: HeaderMap) -> Result<Response> {
    let language = Language::ALL.into_iter().find(|language| language.tag() == tag);
    let language = language.ok_or(Kind::NotFound)?;
    let referer = headers.get(REFERER).and_then(|value| value.to_str().ok());
    let page = referer.and_then(|referer| own_page(referer, &guest.visitor));
    let mut response = see_other(page.as_deref().unwrap_or("/"));
    response
        .headers_mut()
        .extend(cookie::keep_language(language.tag(), &guest.visitor).map(|value| (SET_COOKIE, value)));
    Ok(response)
}

/// The page of ours that someone comes from.
fn own_page(referer: &str, visitor: &Visitor) -> Option<String> {
    let url = Url::parse(referer).ok()?;
    let name = url.host_str()?;
    let host = url.port().map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"));
    let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    let is_ours = host == visitor.host && !path.starts_with("/language/");
    local_path(Some(&path)).filter(|_| is_ours).map(str::to_owned)
}

/// The languages to choose from; each one names itself.
pub(super) fn chooser(current: Language, spoken: &[Language]) -> Markup {
    html! {
        footer class="foot" {
            nav aria-label=(message!("page-language").say(current)) {
                ul {
                    @for language in spoken {
                        li {
                            a href={ "/language/" (language.tag()) } lang=(language.tag()) hreflang=(language.tag())
                                rel="nofollow" aria-current=[(*language == current).then_some("true")] {
                                (language.own_name())
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::own_page;
    use crate::web::guard::Visitor;

    #[test]
    fn a_choice_leads_back_to_our_pages_alone() {
        let check = |host: &str, referer: &str, expected: Option<&str>| {
            let visitor = Visitor {
                address: "127.0.0.1".parse().unwrap(),
                host: host.to_owned(),
                server_url: format!("https://{host}"),
                is_encrypted: true,
            };
            assert_eq!(own_page(referer, &visitor).as_deref(), expected, "{referer}");
        };
        check("a.example", "https://a.example/sign-in?next=%2F", Some("/sign-in?next=%2F"));
        check("a.example:8443", "https://a.example:8443/", Some("/"));
        check("[::1]:8443", "https://[::1]:8443/account", Some("/account"));
        for foreign in [
            "https://b.example/",
            "https://a.example:1/",
            "https://a.example//b.example/",
            "https://a.example/language/fr",
            "about:blank",
            "",
        ] {
            check("a.example", foreign, None);
        }
    }
}
