//! The forms of what clients send, for the document. What is really read is in `catalog`, which knows no OpenAPI; a test
//! compares the members.

#![allow(dead_code, reason = "these are only described")]

use utoipa::ToSchema;

/// What a PC says once to be known.
#[derive(ToSchema)]
pub(in crate::web) struct EnrolmentForm {
    /// The PC, by a random number of its own.
    #[schema(format = "uuid", max_length = 36)]
    device: String,
    /// The computer's name.
    #[schema(min_length = 1, max_length = 255)]
    computer_name: String,
}

/// What an enrolled PC signs in with.
#[derive(ToSchema)]
pub(in crate::web) struct EnrolledForm {
    /// The device token.
    #[schema(min_length = 48, max_length = 48)]
    token: String,
}

/// What a PC says that wants to be signed in by the browser.
#[derive(ToSchema)]
pub(in crate::web) struct DeviceAuthorizationRequest {
    /// Always `oxupdate`.
    #[schema(max_length = 8, pattern = "^oxupdate$")]
    client_id: String,
    /// The PC, by a random number of its own.
    #[schema(format = "uuid", max_length = 36)]
    device: String,
    /// The computer's name.
    #[schema(min_length = 1, max_length = 255)]
    computer_name: String,
}

/// What a PC shows to the person, and asks for its token with.
#[derive(ToSchema)]
pub(in crate::web) struct DeviceAuthorizationForm {
    /// What the PC asks for its token with.
    #[schema(min_length = 48, max_length = 48)]
    device_code: String,
    /// What the person compares, or types.
    #[schema(min_length = 9, max_length = 9, example = "BCDF-GHJK")]
    user_code: String,
    /// Where the person types it.
    verification_uri: String,
    /// The same with the code in it.
    verification_uri_complete: String,
    /// How many seconds the person has.
    expires_in: u64,
    /// How many seconds pass at least between two questions for the token.
    interval: u64,
}

/// What a PC asks for its token with.
#[derive(ToSchema)]
pub(in crate::web) struct DeviceTokenRequest {
    /// Always `urn:ietf:params:oauth:grant-type:device_code`.
    #[schema(max_length = 64)]
    grant_type: String,
    /// What the PC was answered.
    #[schema(max_length = 64)]
    device_code: String,
    /// Always `oxupdate`.
    #[schema(max_length = 8)]
    client_id: String,
}

/// What a PC signs in with that somebody has said yes to.
#[derive(ToSchema)]
pub(in crate::web) struct GrantedTokenForm {
    /// The device token: the password of HTTP Basic from now on.
    #[schema(min_length = 48, max_length = 48)]
    access_token: String,
    /// Always `Basic`.
    token_type: String,
    /// The name that goes with it.
    user_name: String,
}

/// Why a PC gets nothing, or nothing yet.
#[derive(ToSchema)]
pub(in crate::web) struct RefusedForm {
    /// The reason.
    error: RefusalForm,
}

/// A reason to give a PC nothing, or nothing yet.
#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
pub(in crate::web) enum RefusalForm {
    AuthorizationPending,
    SlowDown,
    AccessDenied,
    ExpiredToken,
    InvalidGrant,
    InvalidClient,
    InvalidRequest,
    UnsupportedGrantType,
    TemporarilyUnavailable,
}

/// What a client says about the PC after a check.
#[derive(ToSchema)]
pub(in crate::web) struct CheckInForm {
    /// The PC, as it was enrolled by this user.
    #[schema(format = "uuid", max_length = 36)]
    device: String,
    /// The computer's name.
    #[schema(min_length = 1, max_length = 255)]
    computer_name: String,
    /// Windows' version, such as `10.0.22631.4317`.
    #[schema(min_length = 1, max_length = 64)]
    windows_version: String,
    /// Windows' own platform.
    platform: PlatformForm,
    /// The client's version.
    #[schema(min_length = 1, max_length = 64)]
    client_version: String,
    /// The products that the user is offered.
    #[schema(max_items = 1000)]
    products: Vec<CheckedProductForm>,
}

/// What is installed of one product.
#[derive(ToSchema)]
pub(in crate::web) struct CheckedProductForm {
    /// Its upgrade code.
    #[schema(max_length = 38)]
    upgrade_code: String,
    /// The offered package's platform.
    platform: Option<PlatformForm>,
    /// What is installed of it.
    #[schema(max_items = 8)]
    installed: Vec<InstalledForm>,
}

/// One installed version.
#[derive(ToSchema)]
pub(in crate::web) struct InstalledForm {
    /// The version: one to four numbers with points between them.
    #[schema(max_length = 64)]
    version: String,
    /// For whom it is installed.
    context: ContextForm,
}

/// What a client says about one install.
#[derive(ToSchema)]
pub(in crate::web) struct ReportForm {
    /// Names the report; sent again by the same user, it counts once.
    #[schema(format = "uuid", max_length = 36)]
    id: String,
    /// The PC, by a random number of its own.
    #[schema(format = "uuid", max_length = 36)]
    device: String,
    /// The product's name.
    #[schema(min_length = 1, max_length = 256)]
    product: String,
    /// Its upgrade code.
    #[schema(max_length = 38)]
    upgrade_code: String,
    /// The package's platform.
    platform: Option<PlatformForm>,
    /// The version before; null for a first install.
    #[schema(max_length = 64)]
    from_version: Option<String>,
    /// The version that was to be installed.
    #[schema(max_length = 64)]
    to_version: String,
    /// What came of it.
    outcome: OutcomeForm,
    /// Windows Installer's exit code.
    #[schema(minimum = 0, maximum = 4_294_967_295_u32)]
    exit_code: Option<u32>,
    /// Seconds that the install took.
    #[schema(minimum = 0, maximum = 604_800)]
    duration: u64,
    /// When it ended, in seconds since 1970 (UTC), by the PC's clock.
    ended_at: i64,
}

/// A platform, as Windows Installer names it.
#[derive(ToSchema)]
#[schema(rename_all = "lowercase")]
pub(in crate::web) enum PlatformForm {
    X86,
    X64,
    Arm64,
    Arm,
    Itanium,
}

/// For whom a product is installed.
#[derive(ToSchema)]
#[schema(rename_all = "lowercase")]
pub(in crate::web) enum ContextForm {
    Machine,
    User,
}

/// What came of an install.
#[derive(ToSchema)]
#[schema(rename_all = "kebab-case")]
pub(in crate::web) enum OutcomeForm {
    Installed,
    InstalledNeedsRestart,
    NotReallyInstalled,
    Cancelled,
    Busy,
    ProgramsOpen,
    NotForThisPc,
    Failed,
    DownloadFailed,
    VerificationFailed,
}

#[cfg(test)]
mod tests {
    use catalog::check_in::CheckIn;
    use catalog::device::{Enrolled, Enrolment};
    use catalog::device_authorization::{DeviceAuthorization, GrantedToken, Refused};
    use catalog::report::Report;
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};
    use utoipa::PartialSchema;

    use super::{
        CheckInForm, CheckedProductForm, DeviceAuthorizationForm, EnrolledForm, EnrolmentForm,
        GrantedTokenForm, InstalledForm, OutcomeForm, PlatformForm, RefusalForm, RefusedForm, ReportForm,
    };

    const NUMBER: &str = "00000000-0000-4000-8000-000000000001";

    /// Whether a form has the members of what is really read.
    fn check<Form: PartialSchema>(value: &Value) {
        let form = serde_json::to_value(Form::schema()).unwrap();
        let members: Vec<&String> = form["properties"].as_object().unwrap().keys().collect();
        let mut expected: Vec<&String> = value.as_object().unwrap().keys().collect();
        expected.sort();
        let mut members = members.clone();
        members.sort();
        assert_eq!(members, expected);
    }

    fn read<Real: DeserializeOwned + Serialize>(value: Value) -> Value {
        serde_json::to_value(serde_json::from_value::<Real>(value).unwrap()).unwrap()
    }

    #[test]
    fn the_forms_are_those_that_are_read() {
        check::<EnrolmentForm>(&read::<Enrolment>(json!({"device": NUMBER, "computer_name": "PC-7"})));
        check::<EnrolledForm>(&read::<Enrolled>(json!({"token": format!("oxd1_{}", "A".repeat(43))})));
        check::<DeviceAuthorizationForm>(&read::<DeviceAuthorization>(json!({
            "device_code": "x", "user_code": "BCDF-GHJK", "verification_uri": "x", "verification_uri_complete": "x",
            "expires_in": 1, "interval": 1,
        })));
        let token = format!("oxd1_{}", "A".repeat(43));
        check::<GrantedTokenForm>(&read::<GrantedToken>(
            json!({"access_token": token, "token_type": "Basic", "user_name": "x"}),
        ));
        check::<RefusedForm>(&read::<Refused>(json!({"error": "slow_down"})));
        for word in serde_json::to_value(RefusalForm::schema()).unwrap()["enum"].as_array().unwrap() {
            assert_eq!(read::<Refused>(json!({"error": word}))["error"], *word);
        }
        let check_in = read::<CheckIn>(json!({
            "device": NUMBER, "computer_name": "PC-7", "windows_version": "10.0", "platform": "x64",
            "client_version": "0.1.0", "products": [{
                "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "platform": null,
                "installed": [{"version": "1.0.0", "context": "user"}],
            }],
        }));
        check::<CheckInForm>(&check_in);
        check::<CheckedProductForm>(&check_in["products"][0]);
        check::<InstalledForm>(&check_in["products"][0]["installed"][0]);
        let report = json!({
            "id": NUMBER, "device": NUMBER, "product": "Notes", "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}",
            "platform": null, "from_version": null, "to_version": "1.0.0", "outcome": "installed", "exit_code": null,
            "duration": 1, "ended_at": 1,
        });
        check::<ReportForm>(&read::<Report>(report.clone()));
        for (member, form) in [("outcome", OutcomeForm::schema()), ("platform", PlatformForm::schema())] {
            let form = serde_json::to_value(form).unwrap();
            for word in form["enum"].as_array().unwrap() {
                let mut report = report.clone();
                report[member] = word.clone();
                assert_eq!(read::<Report>(report)[member], *word);
            }
        }
    }
}
