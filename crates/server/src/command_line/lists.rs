//! Lists as tables or as JSON.

use text::terminal::columns;
use text::{Message, message};

use super::console::Console;
use super::input::Form;
use super::{Exit, overview, user_answers, webhooks};
use crate::local::Answer;
use crate::model::api_token::ApiTokenLine;
use crate::model::audit::AuditLine;
use crate::model::branding::{BrandedLine, BrandingLine};
use crate::model::device::{DeviceLine, DeviceStanding};
use crate::model::draft::DraftLine;
use crate::model::group::GroupSummary;
use crate::model::package::{PackageDetails, PackageLine, PackageState};
use crate::model::permission::Grant;
use crate::model::report::ReportLine;
use crate::model::source::SourceStanding;
use crate::model::updater_package::{Signature, UpdaterPackageLine};
use crate::model::user::{Standing, UserLine, owner_in_words};
use crate::rules::outcome::in_a_word;

/// Stands where there is nothing to show.
pub(super) const NOTHING: &str = "-";

/// Shows a list. What is no list shows nothing.
pub(super) fn show(answer: Answer, form: Form, console: &Console) -> Exit {
    match (answer, form) {
        (Answer::Users(lines), Form::Json) => console.print_json(&lines),
        (Answer::Groups(lines), Form::Json) => console.print_json(&lines),
        (Answer::Brandings(lines), Form::Json) => console.print_json(&lines),
        (Answer::Brandings(lines), Form::Words) => brandings(lines, console),
        (Answer::Grants(lines), Form::Json) => console.print_json(&lines),
        (Answer::Packages(lines), Form::Json) => console.print_json(&lines),
        (Answer::Updater(line), Form::Json) => console.print_json(&line),
        (Answer::Updater(line), Form::Words) => updater(line, console),
        (Answer::Package(package), Form::Json) => console.print_json(&package),
        (Answer::Drafts(lines), Form::Json) => console.print_json(&lines),
        (Answer::Devices(lines), Form::Json) => console.print_json(&lines),
        (Answer::Tokens(lines), Form::Json) => console.print_json(&lines),
        (Answer::Reports(lines), Form::Json) => console.print_json(&lines),
        (Answer::Audit(lines), Form::Json) => console.print_json(&lines),
        (Answer::Webhooks(lines), Form::Json) => console.print_json(&lines),
        (Answer::Deliveries(lines), Form::Json) => console.print_json(&lines),
        (Answer::Webhooks(lines), Form::Words) => webhooks::list(lines, console),
        (Answer::Deliveries(lines), Form::Words) => webhooks::deliveries(lines, console),
        (Answer::Device(shown), Form::Json) => console.print_json(&shown),
        (Answer::Overview(shown), Form::Json) => console.print_json(&shown),
        (Answer::User(detail), Form::Json) => console.print_json(&detail),
        (Answer::Import { plan, .. }, Form::Json) => console.print_json(&plan),
        (Answer::Passwords { done, passwords }, _) => user_answers::passwords(&done, passwords, console),
        (Answer::User(detail), Form::Words) => user_answers::detail(&detail, console),
        (Answer::Import { plan, effort }, Form::Words) => user_answers::import(plan, effort, console),
        (Answer::Users(lines), Form::Words) => users(lines, console),
        (Answer::Groups(lines), Form::Words) => groups(lines, console),
        (Answer::Grants(lines), Form::Words) => grants(lines, console),
        (Answer::Packages(lines), Form::Words) => packages(lines, console),
        (Answer::Package(details), Form::Words) => package(*details, console),
        (Answer::Drafts(lines), Form::Words) => drafts(lines, console),
        (Answer::Devices(lines), Form::Words) => devices(lines, console),
        (Answer::Tokens(lines), Form::Words) => tokens(lines, console),
        (Answer::Reports(lines), Form::Words) => reports(lines, console),
        (Answer::Audit(lines), Form::Words) => audit(lines, console),
        (Answer::Device(shown), Form::Words) => overview::device(*shown, console),
        (Answer::Overview(shown), Form::Words) => overview::overview(&shown, console),
        (Answer::People(people), _) => console.print_json(&people),
        (Answer::Done(_) | Answer::DoneBut { .. } | Answer::Refused(_) | Answer::Failed(_), _) => Exit::Done,
    }
}

/// Shows a table with a heading, or the sentence that says why there is none.
pub(super) fn table<Line>(
    lines: Vec<Line>,
    heading: &[Message],
    none: &Message,
    row: impl Fn(Line) -> Vec<String>,
    console: &Console,
) -> Exit {
    if lines.is_empty() {
        return console.say(none);
    }
    let mut rows = vec![heading.iter().map(|word| console.word(word)).collect()];
    rows.extend(lines.into_iter().map(row));
    console.print(&columns(&rows))
}

fn users(lines: Vec<UserLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-user"),
        message!("heading-role"),
        message!("heading-standing"),
        message!("heading-groups"),
        message!("heading-permissions"),
        message!("heading-added"),
        message!("heading-source"),
    ];
    let row = |line: UserLine| {
        let standing = match line.standing {
            Standing::Enabled => message!("word-enabled"),
            Standing::Disabled => message!("word-disabled"),
        };
        let (groups, permissions) = (joined(&line.groups), joined(&line.permissions));
        let role = console.word(&line.role.word());
        let source = match (line.source, line.source_standing) {
            (None, _) => console.word(&message!("source-local")),
            (Some(source), SourceStanding::Present) => source,
            (Some(source), SourceStanding::Gone) => {
                format!("{source} ({})", console.word(&message!("source-standing-gone")))
            }
        };
        vec![line.name, role, console.word(&standing), groups, permissions, line.created_at, source]
    };
    table(lines, &heading, &message!("no-users"), row, console)
}

fn groups(lines: Vec<GroupSummary>, console: &Console) -> Exit {
    let heading = [
        message!("heading-group"),
        message!("heading-users"),
        message!("heading-permissions"),
        message!("heading-added"),
    ];
    let row = |line: GroupSummary| {
        vec![line.name, line.members.to_string(), joined(&line.permissions), line.created_at]
    };
    table(lines, &heading, &message!("no-groups"), row, console)
}

fn grants(lines: Vec<Grant>, console: &Console) -> Exit {
    let heading = [message!("heading-holder"), message!("heading-kind"), message!("heading-permission")];
    let row = |line: Grant| {
        let kind = if line.kind == "group" { message!("word-group") } else { message!("word-user") };
        vec![line.holder, console.word(&kind), line.permission]
    };
    table(lines, &heading, &message!("no-permissions"), row, console)
}

fn packages(lines: Vec<PackageLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-id"),
        message!("heading-name"),
        message!("heading-version"),
        message!("heading-platform"),
        message!("heading-state"),
        message!("heading-requires"),
        message!("heading-published"),
    ];
    let row = |line: PackageLine| {
        let state = state_in_words(line.state);
        let required = joined(&line.requires_permissions);
        let whom: Vec<String> = [line.platform, line.locale, line.branding].into_iter().flatten().collect();
        let platform = if whom.is_empty() { NOTHING.to_owned() } else { whom.join(", ") };
        vec![line.id, line.name, line.version, platform, console.word(&state), required, line.published_at]
    };
    table(lines, &heading, &message!("no-packages"), row, console)
}

fn brandings(lines: Vec<BrandingLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-name"),
        message!("branding-shown-name"),
        message!("heading-groups"),
        message!("branding-products"),
        message!("branding-packages"),
    ];
    let row = |line: BrandingLine| {
        let products: Vec<String> = line.products.into_iter().map(said_of).collect();
        vec![line.name, line.shown_name, joined(&line.groups), joined(&products), joined(&line.packages)]
    };
    table(lines, &heading, &message!("no-brandings"), row, console)
}

/// What a branding says of a product, in short.
fn said_of(line: BrandedLine) -> String {
    let product = line.product.unwrap_or(line.upgrade_code);
    let name = line.name.map(|name| format!(": {name}")).unwrap_or_default();
    let minimum = line.minimum_version.map(|version| format!(" (≥ {version})")).unwrap_or_default();
    format!("{product}{name}{minimum}")
}

fn updater(line: Option<UpdaterPackageLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-id"),
        message!("heading-name"),
        message!("heading-version"),
        message!("heading-platform"),
        message!("heading-signature"),
        message!("heading-set"),
        message!("heading-set-by"),
    ];
    let row = |line: UpdaterPackageLine| {
        let signature = match line.signature {
            Signature::Signed => message!("word-signed"),
            Signature::Unsigned => message!("word-unsigned"),
        };
        let platform = line.platform.unwrap_or_else(|| NOTHING.to_owned());
        vec![line.id, line.name, line.version, platform, console.word(&signature), line.set_at, line.set_by]
    };
    table(line.into_iter().collect(), &heading, &message!("no-updater-package"), row, console)
}

fn package(package: PackageDetails, console: &Console) -> Exit {
    let PackageDetails { line, listing, .. } = package;
    let number = |count: u64| count.to_string();
    let lines = [
        (message!("heading-id"), line.id),
        (message!("heading-name"), line.name),
        (message!("heading-version"), line.version),
        (message!("heading-platform"), line.platform.unwrap_or_default()),
        (message!("heading-state"), console.word(&state_in_words(line.state))),
        (message!("heading-requires"), joined(&line.requires_permissions)),
        (message!("property-manufacturer"), package.manufacturer),
        (message!("property-upgrade-code"), line.upgrade_code),
        (message!("property-product-code"), package.product_code),
        (message!("property-scope"), package.scope),
        (message!("property-size"), number(line.size)),
        (message!("property-sha256"), line.sha256),
        (message!("listing-importance"), line.importance),
        (message!("listing-release-date"), listing.release_date.unwrap_or_default()),
        (message!("listing-install-params"), listing.install_params.unwrap_or_default()),
        (message!("listing-info-url"), listing.info_url.unwrap_or_default()),
        (message!("listing-requires"), listing.requires.unwrap_or_default()),
        (message!("listing-close-first"), listing.close_first.unwrap_or_default()),
        (message!("heading-locale"), listing.locale.unwrap_or_default()),
        (message!("heading-branding"), listing.branding.unwrap_or_default()),
        (message!("heading-published"), format!("{} {}", line.published_at, line.published_by)),
        (message!("package-users"), package.users.to_string()),
        (message!("package-devices"), number(package.devices)),
        (message!("package-reports"), number(package.reports)),
        (message!("package-downloads"), package.downloads.to_string()),
    ];
    let said = lines.into_iter().map(|(heading, value)| {
        let value = if value.is_empty() { NOTHING.to_owned() } else { value };
        vec![console.word(&heading), value]
    });
    console.print(&columns(&said.collect::<Vec<_>>()))
}

fn drafts(lines: Vec<DraftLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-draft"),
        message!("heading-name"),
        message!("heading-version"),
        message!("heading-platform"),
        message!("heading-origin"),
        message!("heading-changed"),
        message!("heading-changed-by"),
    ];
    let row = |line: DraftLine| {
        let platform = line.platform.unwrap_or_else(|| NOTHING.to_owned());
        let id = line.id.to_string();
        vec![id, line.name, line.version, platform, line.origin, line.changed_at, line.changed_by]
    };
    table(lines, &heading, &message!("no-drafts"), row, console)
}

fn state_in_words(state: PackageState) -> Message {
    match state {
        PackageState::Offered => message!("word-offered"),
        PackageState::Superseded => message!("word-superseded"),
        PackageState::Withdrawn => message!("word-withdrawn"),
    }
}

fn devices(lines: Vec<DeviceLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-user"),
        message!("heading-computer"),
        message!("heading-device"),
        message!("heading-state"),
        message!("heading-last-seen"),
        message!("heading-windows"),
        message!("heading-platform"),
        message!("heading-client"),
        message!("heading-enrolled"),
    ];
    let row = |line: DeviceLine| {
        let standing = match line.standing {
            DeviceStanding::Enrolled => message!("word-enrolled"),
            DeviceStanding::Revoked => message!("word-revoked"),
        };
        let nothing = || NOTHING.to_owned();
        let told = line.check_in.map(|told| (told.windows_version, told.platform, told.client_version));
        let (windows, platform, client) = told.unwrap_or_else(|| (nothing(), nothing(), nothing()));
        let last_seen_at = line.last_seen_at.unwrap_or_else(nothing);
        let standing = console.word(&standing);
        let (computer, enrolled_at) = (line.computer_name, line.enrolled_at);
        let user = owner_in_words(&line.user, |word| console.word(word));
        vec![user, computer, line.device, standing, last_seen_at, windows, platform, client, enrolled_at]
    };
    table(lines, &heading, &message!("no-devices"), row, console)
}

fn tokens(lines: Vec<ApiTokenLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-id"),
        message!("heading-user"),
        message!("heading-name"),
        message!("heading-scopes"),
        message!("heading-added"),
        message!("heading-expires"),
        message!("heading-used"),
    ];
    let row = |line: ApiTokenLine| {
        let scopes: Vec<&str> = line.scopes.iter().map(|scope| scope.as_str()).collect();
        let used_at = line.used_at.unwrap_or_else(|| NOTHING.to_owned());
        let id = line.id.to_string();
        vec![id, line.user, line.name, scopes.join(", "), line.created_at, line.expires_at, used_at]
    };
    table(lines, &heading, &message!("no-tokens"), row, console)
}

pub(super) fn reports(lines: Vec<ReportLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-received"),
        message!("heading-user"),
        message!("heading-device"),
        message!("heading-name"),
        message!("heading-from"),
        message!("heading-to"),
        message!("heading-outcome"),
        message!("heading-exit-code"),
        message!("heading-seconds"),
    ];
    let row = |line: ReportLine| {
        vec![
            line.received_at,
            owner_in_words(&line.user, |word| console.word(word)),
            line.device,
            line.product,
            line.from_version.unwrap_or_else(|| NOTHING.to_owned()),
            line.to_version,
            console.word(&in_a_word(line.outcome)),
            line.exit_code.map_or_else(|| NOTHING.to_owned(), |code| code.to_string()),
            line.duration.to_string(),
        ]
    };
    table(lines, &heading, &message!("no-reports"), row, console)
}

fn audit(lines: Vec<AuditLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-at"),
        message!("heading-actor"),
        message!("heading-address"),
        message!("heading-action"),
        message!("heading-subject"),
        message!("heading-detail"),
    ];
    let row = |line: AuditLine| {
        vec![line.at, line.actor, address(line.address), line.action, line.subject, line.detail]
    };
    table(lines, &heading, &message!("no-audit"), row, console)
}

/// From where: nothing for who sat at the machine.
fn address(address: String) -> String {
    if address.is_empty() { NOTHING.to_owned() } else { address }
}

pub(super) fn joined(words: &[String]) -> String {
    if words.is_empty() { NOTHING.to_owned() } else { words.join(", ") }
}
