//! Telling the server, after a check, which PC this is and what is installed of what is offered. docs/reference/oxupdate.md lists it all.
//!
//! What is told, and when, is pure. That it cannot be told never fails a check.

use catalog::Platform;
use catalog::check_in::{
    CHECK_IN_PRODUCTS_MAX, CheckIn, CheckedProduct, INSTALLED_VERSIONS_MAX, InstalledContext,
    InstalledVersion,
};
use uuid::Uuid;

use crate::enrol::presentable;
use crate::machine::{Context, Machine};
use crate::plan::{Item, Plan};
use crate::policy::Reporting;
use crate::server::{Delivery, ServerError};
use crate::state::{Owner, Told};
use crate::updater::Updater;

/// How long the same is not told again, in seconds: a day.
pub const CHECK_IN_INTERVAL_MAX: i64 = 24 * 60 * 60;

/// What is told of a device and of what is offered to it.
#[must_use]
pub fn check_in(device: Uuid, machine: &dyn Machine, plan: &Plan) -> CheckIn {
    let mut items: Vec<&Item> = plan.items.iter().collect();
    // Beyond the limit, what is not installed is left out first; else the order says nothing, and is always the same.
    items.sort_by_key(|item| (item.installed.is_empty(), item.product.upgrade_code));
    let mut products: Vec<CheckedProduct> =
        items.into_iter().take(CHECK_IN_PRODUCTS_MAX).map(product).collect();
    products.sort_by_key(|product| product.upgrade_code);
    CheckIn {
        device,
        computer_name: presentable(&machine.computer_name()),
        windows_version: machine.windows().to_string(),
        platform: machine.platforms().first().copied().unwrap_or(Platform::X64),
        client_version: env!("CARGO_PKG_VERSION").to_owned(),
        products,
    }
}

fn product(item: &Item) -> CheckedProduct {
    let installed = item.installed.iter().take(INSTALLED_VERSIONS_MAX).map(|installed| InstalledVersion {
        version: installed.version.clone(),
        context: match installed.context {
            Context::Machine => InstalledContext::Machine,
            Context::User => InstalledContext::User,
        },
    });
    CheckedProduct {
        upgrade_code: item.product.upgrade_code,
        platform: item.product.platform,
        installed: installed.collect(),
    }
}

/// Whether it is time to tell: it is something else than was told last, to somebody else, or a day ago. `now` in seconds since 1970 (UTC).
#[must_use]
pub fn is_due(last: Option<&Told>, owner: &Owner, check_in: &CheckIn, now: i64) -> bool {
    last.is_none_or(|last| {
        // By a clock that was set back, the last time lies ahead.
        let age = now.saturating_sub(last.at);
        last.owner != *owner || last.check_in != *check_in || !(0..CHECK_IN_INTERVAL_MAX).contains(&age)
    })
}

/// Tells the server after a check, if it is time, if somebody signed in with a token, and if no policy is against it.
///
/// # Errors
/// [`ServerError`] if it could not be told; it is tried again at the next check.
pub fn tell(
    updater: &Updater<'_>,
    plan: &Plan,
    reporting: Reporting,
    now: i64,
) -> Result<Delivery, ServerError> {
    if reporting == Reporting::Off {
        return Ok(Delivery::NotWanted);
    }
    let Ok(device) = updater.state.device() else { return Ok(Delivery::NotWanted) };
    let check_in = check_in(device, updater.machine, plan);
    if !is_due(updater.state.told().as_ref(), &updater.owner, &check_in, now) {
        return Ok(Delivery::NotWanted);
    }
    let delivery = updater.server.check_in(&check_in)?;
    if delivery == Delivery::Delivered {
        // What cannot be remembered is told again.
        let _ = updater.state.remember_told(&Told { owner: updater.owner.clone(), at: now, check_in });
    }
    Ok(delivery)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{CHECK_IN_INTERVAL_MAX, Told, check_in, is_due};
    use crate::examples::{installed, product};
    use crate::fake::FakeMachine;
    use crate::plan::Plan;
    use crate::state::Owner;

    fn plan(versions: &[&str]) -> Plan {
        let offer = product("Notes", "2.0.0");
        let found = versions.iter().map(|version| installed(version)).collect();
        let inventory = [(offer.upgrade_code, found)].into();
        Plan::new(vec![offer], &inventory, &[catalog::Platform::X64])
    }

    #[test]
    fn only_what_is_listed_is_told() {
        let machine = FakeMachine::default();
        let told = check_in(Uuid::from_u128(7), &machine, &plan(&["1.0", "1.5"]));
        assert_eq!(told.judge(), Ok(()));
        insta::assert_snapshot!(serde_json::to_value(&told).unwrap().to_string().replace(env!("CARGO_PKG_VERSION"), "VERSION"), @r#"{"client_version":"VERSION","computer_name":"FAKE-PC","device":"00000000-0000-0000-0000-000000000007","platform":"x64","products":[{"installed":[{"context":"machine","version":"1.5"},{"context":"machine","version":"1.0"}],"platform":null,"upgrade_code":"{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}"}],"windows_version":"10.0.19045.3570"}"#);
    }

    #[test]
    fn it_is_told_when_it_changed_and_once_a_day() {
        let machine = FakeMachine::default();
        let of = |versions: &[&str]| check_in(Uuid::from_u128(7), &machine, &plan(versions));
        let owner = |user: &str| Owner { address: "a".to_owned(), user: Some(user.to_owned()) };
        let last = Told { owner: owner("anna"), at: 1_000_000, check_in: of(&["1.0"]) };
        let check = |user: &str, versions: &[&str], now: i64, expected: bool| {
            let due = is_due(Some(&last), &owner(user), &of(versions), now);
            assert_eq!(due, expected, "{user} {versions:?} {now}");
        };
        check("anna", &["1.0"], last.at, false);
        check("anna", &["1.0"], last.at + CHECK_IN_INTERVAL_MAX - 1, false);
        check("anna", &["1.0"], last.at + CHECK_IN_INTERVAL_MAX, true);
        check("anna", &["1.0"], last.at - 1, true);
        check("anna", &["2.0"], last.at, true);
        check("anna", &[], last.at, true);
        check("bert", &["1.0"], last.at, true);
        assert!(is_due(None, &owner("anna"), &of(&["1.0"]), 0));
    }
}
