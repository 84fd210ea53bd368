//! What time it is, and a time as this PC writes it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use window::text_of;
use windows_sys::Win32::Foundation::{FILETIME, SYSTEMTIME};
use windows_sys::Win32::Globalization::{DATE_SHORTDATE, GetDateFormatEx, GetTimeFormatEx, TIME_NOSECONDS};
use windows_sys::Win32::System::Time::{FileTimeToSystemTime, SystemTimeToTzSpecificLocalTime};

/// From 1601, where Windows begins to count, to 1970, in seconds.
const EPOCH: i64 = 11_644_473_600;
/// Windows counts so many times in a second.
const TICKS: i64 = 10_000_000;
/// The longest date or time, in UTF-16 units.
const LENGTH_MAX: usize = 128;

/// Seconds since 1970 (UTC), by the PC's clock.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// Seconds since 1970 (UTC) as a date and a time of day, as this person's Windows writes them; empty if they are out of its range.
pub(crate) fn when(at: i64) -> String {
    let ticks = at.checked_add(EPOCH).and_then(|seconds| seconds.checked_mul(TICKS));
    let Some(ticks) = ticks.and_then(|ticks| u64::try_from(ticks).ok()) else { return String::new() };
    let file = FILETIME { dwLowDateTime: ticks as u32, dwHighDateTime: (ticks >> 32) as u32 };
    let (mut universal, mut local) = (SYSTEMTIME::default(), SYSTEMTIME::default());
    let (mut date, mut time) = (vec![0_u16; LENGTH_MAX], vec![0_u16; LENGTH_MAX]);
    let none = std::ptr::null();
    // SAFETY: the structs are whole, and the buffers are as long as is said; no name means the person's own way.
    unsafe {
        if FileTimeToSystemTime(&raw const file, &raw mut universal) == 0
            || SystemTimeToTzSpecificLocalTime(std::ptr::null(), &raw const universal, &raw mut local) == 0
        {
            return String::new();
        }
        let length = LENGTH_MAX as i32;
        GetDateFormatEx(none, DATE_SHORTDATE, &raw const local, none, date.as_mut_ptr(), length, none);
        GetTimeFormatEx(none, TIME_NOSECONDS, &raw const local, none, time.as_mut_ptr(), length);
    }
    format!("{} {}", text_of(&date), text_of(&time)).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{TICKS, when};

    #[test]
    fn a_time_has_its_year_and_one_out_of_range_is_empty() {
        assert!(when(1_495_500_000).contains("17"), "{}", when(1_495_500_000));
        for at in [i64::MAX, i64::MIN, i64::MAX / TICKS] {
            assert_eq!(when(at), "", "{at}");
        }
    }
}
