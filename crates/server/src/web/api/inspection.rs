//! What a draft would be if it were published now: all that was read from it, what changed, and what the publisher ought to know.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use text::{Explain, Language};
use utoipa::ToSchema;

use super::asked::Asked;
use super::caller::Caller;
use super::place::Place;
use crate::App;
use crate::actions::drafts::{self, Inspected};
use crate::error::Result;
use crate::model::draft::DraftId;
use crate::rules::inspection::{Difference, Fact};

/// What a draft would be if it were published now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InspectionForm {
    /// All that was read from the file.
    facts: Vec<FactForm>,
    /// The version before, in words, if there is one.
    previous: Option<String>,
    /// What changed since.
    differences: Vec<DifferenceForm>,
    /// What the publisher ought to know, in sentences.
    warnings: Vec<String>,
    /// How many users who can sign in would be allowed to have it.
    users: usize,
}

/// One thing that was read.
#[derive(Debug, Serialize, ToSchema)]
struct FactForm {
    /// What it is, such as `product_code`.
    property: &'static str,
    /// What was read; empty if the file does not say.
    value: String,
}

/// One thing that is another one than in the version before.
#[derive(Debug, Serialize, ToSchema)]
struct DifferenceForm {
    /// What it is, such as `scope`.
    property: &'static str,
    /// What it was; empty if that file did not say.
    before: String,
    /// What it is now; empty if this file does not say.
    after: String,
}

impl InspectionForm {
    fn new(inspected: &Inspected, language: Language) -> Self {
        let fact = |fact: &Fact| FactForm { property: fact.property.as_str(), value: fact.value.plain() };
        let difference = |difference: &Difference| DifferenceForm {
            property: difference.property.as_str(),
            before: difference.before.plain(),
            after: difference.after.plain(),
        };
        let warnings = inspected.warnings.iter().map(|warning| warning.message().say(language));
        Self {
            facts: inspected.facts.iter().map(fact).collect(),
            previous: inspected.previous.clone(),
            differences: inspected.differences.iter().map(difference).collect(),
            warnings: warnings.collect(),
            users: inspected.users,
        }
    }
}

/// Tells what was read from a draft, what changed since the version before, and what the publisher ought to know.
#[utoipa::path(
    get, path = "/api/v1/drafts/{id}/inspection", operation_id = "inspectDraft", tag = "drafts",
    extensions(("x-scope" = json!("view"))), params(("id" = i64, Path, description = "the draft's number")),
    responses((status = 200, description = "what was found", body = InspectionForm)),
)]
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    let draft = drafts::find(&app, &actor, DraftId(id)).await?;
    let required: Vec<String> = draft.required.iter().map(ToString::to_string).collect();
    let inspected = drafts::inspect(&app, &actor, &draft, draft.listing.clone(), &required)?;
    asked.one(&InspectionForm::new(&inspected, asked.language()))
}
