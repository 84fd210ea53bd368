//! The home page: how a user's PCs stand, and which reports stand beside which PC.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use catalog::{Family, ProductVersion};

use crate::model::device::{CheckInLine, DeviceLine, DeviceStanding};
use crate::model::home::{OwnDevice, OwnDeviceState};
use crate::model::package::Package;
use crate::model::report::ReportLine;

/// The most reports that stand beside a PC.
pub(crate) const REPORTS_PER_DEVICE_MAX: usize = 3;
/// The most reports of PCs that are not enrolled.
pub(crate) const OTHER_REPORTS_MAX: usize = 5;

/// The version that the user is offered of each family.
pub(crate) type Offered<'a> = BTreeMap<Family, &'a ProductVersion>;

/// The versions of what a user is offered, to be found by family.
pub(crate) fn offered_versions<'a>(offered: &[&'a Arc<Package>]) -> Offered<'a> {
    offered.iter().map(|package| (package.product.family(), &package.product.version)).collect()
}

/// Puts a user's devices together with their reports, which come the newest first; also the reports of other PCs.
pub(crate) fn own_devices(
    devices: Vec<DeviceLine>,
    reports: &[ReportLine],
    offered: &Offered<'_>,
) -> (Vec<OwnDevice>, Vec<ReportLine>) {
    let enrolled = devices.into_iter().filter(|device| device.standing == DeviceStanding::Enrolled);
    let own: Vec<OwnDevice> = enrolled
        .map(|device| {
            let its = reports.iter().filter(|report| report.device == device.device);
            OwnDevice {
                state: state(device.check_in.as_ref(), offered),
                reports: its.take(REPORTS_PER_DEVICE_MAX).cloned().collect(),
                device,
            }
        })
        .collect();
    let is_other = |report: &&ReportLine| own.iter().all(|own| own.device.device != report.device);
    let others = reports.iter().filter(is_other).take(OTHER_REPORTS_MAX).cloned().collect();
    (own, others)
}

fn state(check_in: Option<&CheckInLine>, offered: &Offered<'_>) -> OwnDeviceState {
    let Some(check_in) = check_in else { return OwnDeviceState::Untold };
    let told_at = check_in.received_at.clone();
    let told = check_in.products.as_deref().unwrap_or_default();
    let is_behind = |told: &&catalog::check_in::CheckedProduct| {
        let family = Family { upgrade_code: told.upgrade_code, platform: told.platform };
        let highest = told.installed.iter().map(|installed| &installed.version);
        let highest = highest.max_by(|left, right| left.compare_fully(right));
        highest
            .zip(offered.get(&family))
            .is_some_and(|(installed, offered)| installed.compare(offered) == Ordering::Less)
    };
    match told.iter().filter(is_behind).count() {
        0 => OwnDeviceState::Current { told_at },
        updates => OwnDeviceState::Waiting { updates, told_at },
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use catalog::check_in::{CheckedProduct, InstalledContext, InstalledVersion};
    use catalog::report::OutcomeKind;
    use catalog::{Platform, ProductVersion};

    use super::{OTHER_REPORTS_MAX, REPORTS_PER_DEVICE_MAX, offered_versions, own_devices, state};
    use crate::model::device::{CheckInLine, DeviceLine, DeviceStanding};
    use crate::model::home::OwnDeviceState;
    use crate::model::report::ReportLine;
    use crate::rules::fixtures::package;

    const TOLD_AT: &str = "2026-11-20T08:00:00Z";

    fn check_in(products: Vec<CheckedProduct>) -> CheckInLine {
        CheckInLine {
            received_at: TOLD_AT.to_owned(),
            windows_version: "10.0.22631".to_owned(),
            platform: "x64".to_owned(),
            client_version: "0.1.0".to_owned(),
            products: Some(products),
        }
    }

    #[test]
    fn a_pc_is_current_when_nothing_installed_is_behind() {
        let notes = Arc::new(package("Notes", "2.0.0", "x64", ""));
        let drive = Arc::new(package("Drive", "1.0.0", "x64", ""));
        let offered = [&notes, &drive];
        let offered = offered_versions(&offered);
        let told = |of: &Arc<crate::model::package::Package>, versions: &[&str]| CheckedProduct {
            upgrade_code: of.product.upgrade_code,
            platform: Some(Platform::X64),
            installed: versions
                .iter()
                .map(|version| InstalledVersion {
                    version: ProductVersion::parse(version).unwrap(),
                    context: InstalledContext::Machine,
                })
                .collect(),
        };
        let check = |products: Vec<CheckedProduct>, updates: usize| {
            let told_at = TOLD_AT.to_owned();
            let expected = match updates {
                0 => OwnDeviceState::Current { told_at },
                updates => OwnDeviceState::Waiting { updates, told_at },
            };
            assert_eq!(state(Some(&check_in(products.clone())), &offered), expected, "{products:?}");
        };
        check(vec![], 0);
        check(vec![told(&notes, &[])], 0);
        check(vec![told(&notes, &["2.0.0"]), told(&drive, &["1.1.0"])], 0);
        check(vec![told(&notes, &["1.0.0"])], 1);
        check(vec![told(&notes, &["1.0.0"]), told(&drive, &["0.9.0"])], 2);
        check(vec![told(&notes, &["1.0.0", "2.0.0"])], 0);
        check(vec![told(&Arc::new(package("Gone", "9.0.0", "x64", "")), &["1.0.0"])], 0);
        assert_eq!(state(None, &offered), OwnDeviceState::Untold);
    }

    fn device(number: &str, standing: DeviceStanding) -> DeviceLine {
        DeviceLine {
            id: 1,
            user: "anna".to_owned(),
            device: number.to_owned(),
            computer_name: format!("PC-{number}"),
            standing,
            enrolled_at: TOLD_AT.to_owned(),
            last_seen_at: None,
            check_in: None,
        }
    }

    fn report(id: i64, device: &str) -> ReportLine {
        ReportLine {
            id,
            received_at: TOLD_AT.to_owned(),
            user: "anna".to_owned(),
            device: device.to_owned(),
            computer_name: None,
            device_id: None,
            product: "Notes".to_owned(),
            upgrade_code: String::new(),
            platform: None,
            from_version: None,
            to_version: "2.0.0".to_owned(),
            outcome: OutcomeKind::Installed,
            exit_code: Some(0),
            duration: 1,
            ended_at: TOLD_AT.to_owned(),
        }
    }

    #[test]
    fn reports_stand_beside_their_pcs() {
        let reports: Vec<ReportLine> =
            (0..30).map(|id| report(id, ["a", "b", "c"][usize::try_from(id).unwrap() % 3])).collect();
        let devices = vec![
            device("a", DeviceStanding::Enrolled),
            device("b", DeviceStanding::Revoked),
            device("d", DeviceStanding::Enrolled),
        ];
        let (own, others) = own_devices(devices, &reports, &Default::default());
        let names: Vec<&str> = own.iter().map(|own| own.device.device.as_str()).collect();
        assert_eq!(names, ["a", "d"], "who was signed out is none of the PCs any more");
        let ids = |reports: &[ReportLine]| reports.iter().map(|report| report.id).collect::<Vec<_>>();
        assert_eq!(ids(&own[0].reports), [0, 3, 6][..REPORTS_PER_DEVICE_MAX]);
        assert_eq!(ids(&own[1].reports), [0_i64; 0]);
        assert_eq!(ids(&others), [1, 2, 4, 5, 7][..OTHER_REPORTS_MAX]);
    }
}
