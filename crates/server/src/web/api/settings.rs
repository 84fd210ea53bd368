//! Settings: what counts, and where it was written. They are changed in their file, by whoever may write it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use text::Message;
use utoipa::ToSchema;

use super::asked::Asked;
use super::caller::Caller;
use super::paging::{Page, Paging};
use crate::App;
use crate::actions::settings;
use crate::error::Result;
use crate::settings::{Origin, Written};

/// A setting with what counts of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SettingForm {
    /// The setting.
    name: String,
    /// The value, as it was written.
    value: String,
    /// What it is for, in a sentence.
    about: String,
    /// Where it was written.
    origin: OriginForm,
    /// The file or the variable, if it is one.
    place: Option<String>,
}

/// Where a setting was written.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum OriginForm {
    /// Nowhere: it is what counts if nothing is said.
    Default,
    /// In a file.
    File,
    /// In an environment variable.
    Variable,
    /// At the command line.
    CommandLine,
}

impl SettingForm {
    fn new(written: &Written, asked: &Asked) -> Self {
        let (origin, place) = match &written.origin {
            Origin::Default => (OriginForm::Default, None),
            Origin::File(file) => (OriginForm::File, Some(file.display().to_string())),
            Origin::Variable(variable) => (OriginForm::Variable, Some(variable.clone())),
            Origin::CommandLine => (OriginForm::CommandLine, None),
        };
        Self {
            name: written.setting.name.to_owned(),
            value: written.value.clone(),
            about: Message::new(written.setting.sentence).say(asked.language()),
            origin,
            place,
        }
    }
}

/// Lists the settings that count, and where each was written.
#[utoipa::path(
    get, path = "/api/v1/settings", operation_id = "listSettings", tag = "settings",
    extensions(("x-scope" = json!("administer"))), params(Paging),
    responses((status = 200, description = "settings by name", body = Page<SettingForm>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    paging: Paging,
) -> Result<Response> {
    let written = settings::list(&app, &actor)?;
    let forms = written.iter().map(|written| SettingForm::new(written, &asked)).collect();
    asked.page(&paging.page_of(forms, |form: &SettingForm| form.name.clone())?)
}
