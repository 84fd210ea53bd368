//! One-time passwords: made by the server, read out or printed once, and good for nothing but choosing another one.

use super::Password;

/// Small letters and digits without those that look alike: no i, l, o, 0 and 1.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
/// How many letters stand together.
const GROUP: usize = 4;
/// How many groups there are: 16 of 31 letters are 79 bits.
const GROUPS: usize = 4;

/// Makes a one-time password, such as `k7wm-3hqx-p9rt-cv2n`.
///
/// # Errors
/// If the system gives no random numbers.
pub(crate) fn one_time_password() -> Result<Password, getrandom::Error> {
    let mut written = String::new();
    let mut count = 0;
    while count < GROUP * GROUPS {
        let mut random = [0; 32];
        getrandom::fill(&mut random)?;
        // Five bits each; the one of 32 that has no letter is left out, so that all letters are as likely.
        let letters = random.iter().filter_map(|byte| LETTERS.get(usize::from(byte % 32)));
        for letter in letters.take(GROUP * GROUPS - count) {
            if count > 0 && count % GROUP == 0 {
                written.push('-');
            }
            written.push(char::from(*letter));
            count += 1;
        }
    }
    // It holds nothing that a password may not hold: a test makes sure.
    Ok(Password::of_server(written))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::Password;
    use super::{LETTERS, one_time_password};

    #[test]
    fn it_is_a_password_that_can_be_read_out() {
        let mut all = HashSet::new();
        let mut letters = HashSet::new();
        for _ in 0..500 {
            let written = String::from(one_time_password().unwrap());
            assert!(Password::parse(&written).is_ok());
            let groups: Vec<&str> = written.split('-').collect();
            assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [4; 4], "{written}");
            letters.extend(written.bytes().filter(|letter| *letter != b'-'));
            assert!(all.insert(written));
        }
        assert_eq!(letters, LETTERS.iter().copied().collect(), "every letter comes, and no other");
    }
}
