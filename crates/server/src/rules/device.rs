//! Devices: how many a user has, and which one makes room.

use crate::model::device::KnownDevice;

/// The most devices of one user; the one longest unseen makes room, revoked ones before others.
pub(crate) const DEVICES_PER_USER_MAX: usize = 50;

/// Which device of a user makes room before another one is enrolled; `None` if there is room.
pub(crate) fn making_room(known: &[KnownDevice]) -> Option<&KnownDevice> {
    let is_full = known.len() >= DEVICES_PER_USER_MAX;
    is_full.then(|| known.iter().min_by_key(|device| (device.standing, device.seen_at, device.id))).flatten()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::{DEVICES_PER_USER_MAX, making_room};
    use crate::model::device::DeviceStanding::{self, Enrolled, Revoked};
    use crate::model::device::{DeviceId, KnownDevice};

    fn device(id: i64, standing: DeviceStanding, seen_at: i64) -> KnownDevice {
        KnownDevice {
            id: DeviceId(id),
            device: Uuid::from_u128(id.unsigned_abs().into()),
            computer_name: format!("PC-{id}"),
            standing,
            seen_at: Timestamp::from_second(seen_at).unwrap(),
        }
    }

    #[test]
    fn the_one_that_is_missed_least_makes_room() {
        let check = |changed: &[KnownDevice], count: usize, expected: Option<i64>| {
            let mut known: Vec<_> = (0..count as i64).map(|id| device(id, Enrolled, 1_000)).collect();
            for device in changed {
                let place = device.id.0 as usize;
                known[place] = device.clone();
            }
            assert_eq!(making_room(&known).map(|device| device.id.0), expected);
        };
        let full = DEVICES_PER_USER_MAX;
        check(&[], full - 1, None);
        check(&[device(3, Revoked, 1)], full - 1, None);
        check(&[device(3, Enrolled, 999)], full, Some(3));
        check(&[device(3, Enrolled, 1), device(7, Revoked, 2_000)], full, Some(7));
        check(&[device(3, Revoked, 2), device(7, Revoked, 1)], full, Some(7));
        check(&[], full, Some(0));
        check(&[device(3, Enrolled, 999)], full + 1, Some(3));
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| devices of one user | {DEVICES_PER_USER_MAX};");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
