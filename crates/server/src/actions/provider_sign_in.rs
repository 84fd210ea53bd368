//! Signing in on the pages with a provider of OpenID Connect: the person is sent there, and comes back.

use std::net::IpAddr;
use std::sync::Arc;

use tracing::Instrument;
use url::Url;

use super::sessions::{self, Begun};
use super::sign_in;
use crate::App;
use crate::error::{Error, Kind, Result};
use crate::identity::{ClaimsError, NotVouched, OpenIdConnect, ProviderError, ProviderProblem, SourceError};
use crate::model::secret::Secret;
use crate::rules::peer::place;

/// What somebody has brought back from a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Brought {
    /// Which sign-in it is.
    pub(crate) state: String,
    /// What the account is asked for with.
    pub(crate) code: Option<String>,
    /// Why there is none.
    pub(crate) error: Option<String>,
    /// Who says it. Source: RFC 9207.
    pub(crate) issuer: Option<String>,
}

/// What people can sign in with: sources' names, and what people know them by.
pub(crate) fn providers(app: &App) -> Vec<(String, String)> {
    let both = |provider: &OpenIdConnect| (provider.source().to_string(), provider.title().to_owned());
    app.providers.iter().map(both).collect()
}

/// Begins a sign-in: where the person is sent to, and what the browser keeps. `back` is where the person comes back to, and `next` where
/// the person wanted to go.
///
/// # Errors
/// [`Kind::NotFound`] if there is no such provider, [`Kind::Busy`] if too many sign-ins are under way, [`Kind::Provider`].
pub(crate) async fn begin(
    app: &App,
    source: &str,
    back: &str,
    next: Option<&str>,
    address: IpAddr,
) -> Result<(Url, Secret)> {
    let provider = app.providers.find(source).ok_or(Kind::NotFound)?;
    let back = Url::parse(back).map_err(Error::internal)?;
    let begun = provider.begin(back).await.map_err(|error| told(&provider, &error.into()))?;
    let url = begun.url.clone();
    let browser = app.sign_ins_under_way.add(source, place(address), begun, next);
    Ok((url, browser.map_err(|_| Kind::Busy)?))
}

/// Ends a sign-in with what the person has brought back: a session begins, as after a password. Answers where the person wanted to go, too.
///
/// The provider's word stands for the password alone: who has a second factor here, or needs one, gives it here.
///
/// # Errors
/// [`Kind::NotFound`] if there is no such provider, [`Kind::Provider`].
pub(crate) async fn finish(
    app: &Arc<App>,
    source: &str,
    browser: Option<&str>,
    brought: Brought,
    address: IpAddr,
) -> Result<(Begun, Option<String>)> {
    let provider = app.providers.find(source).ok_or(Kind::NotFound)?;
    let problem = |problem| Error::from(ProviderError { title: provider.title().to_owned(), problem });
    let under_way = app.sign_ins_under_way.take(source, &brought.state, browser);
    let (kept, next) = under_way.ok_or_else(|| problem(ProviderProblem::NotUnderWay))?;
    if let Some(error) = &brought.error {
        let detail: String = error.chars().filter(char::is_ascii_graphic).take(64).collect();
        tracing::info!(source, error = detail, "a provider of OpenID Connect signs somebody not in");
        return Err(problem(match error.as_str() {
            "access_denied" => ProviderProblem::Denied,
            "server_error" | "temporarily_unavailable" => ProviderProblem::Away,
            _ => ProviderProblem::Refused,
        }));
    }
    let code = brought.code.ok_or_else(|| problem(ProviderProblem::Refused))?;
    let vouched = provider.finish(kept, code, brought.issuer.as_deref()).await;
    let account = vouched.map_err(|error| told(&provider, &error))?;
    let user = sign_in::confirmed_by(app, provider.source(), account, address).await;
    let user = user.map_err(|error| match error.kind() {
        Kind::NotSignedIn | Kind::SourceAway => problem(ProviderProblem::Account),
        _ => error,
    })?;
    // On its own: a person who closes the page in the middle leaves nothing half done.
    let app = Arc::clone(app);
    let beginning = async move { sessions::begin_for(&app, user, address).await };
    let begun = tokio::spawn(beginning.in_current_span()).await.map_err(Error::internal)??;
    Ok((begun, next))
}

/// Tells the log what went wrong, and the person as much as helps.
fn told(provider: &OpenIdConnect, error: &NotVouched) -> Error {
    let source = provider.source().as_str();
    tracing::warn!(source, %error, "a sign-in with a provider of OpenID Connect came to nothing");
    let problem = match error {
        NotVouched::Away(SourceError::NotUnderstood(_)) | NotVouched::NotBelieved(_) => {
            ProviderProblem::NotBelieved
        }
        NotVouched::Away(SourceError::Refused(_)) | NotVouched::CodeRefused(_) => ProviderProblem::Refused,
        NotVouched::Away(_) => ProviderProblem::Away,
        NotVouched::Claims(ClaimsError::MailNotVerified) => ProviderProblem::MailNotVerified,
        NotVouched::Claims(_) => ProviderProblem::Account,
    };
    ProviderError { title: provider.title().to_owned(), problem }.into()
}
