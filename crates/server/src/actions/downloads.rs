//! Downloads that are under way, counted so that nobody deletes a package from under them unknowingly.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use catalog::Sha256;

/// How many downloads of each package are under way.
#[derive(Debug, Clone, Default)]
pub(crate) struct Downloads(Arc<Mutex<HashMap<Sha256, usize>>>);

/// A download that is under way while this lives.
#[derive(Debug)]
pub(crate) struct Download {
    downloads: Downloads,
    sha256: Sha256,
}

impl Downloads {
    /// Counts a download from now on.
    pub(crate) fn begin(&self, sha256: Sha256) -> Download {
        self.change(|counts| *counts.entry(sha256).or_default() += 1);
        Download { downloads: self.clone(), sha256 }
    }

    /// How many of a package are under way.
    pub(crate) fn of(&self, sha256: &Sha256) -> usize {
        self.change(|counts| counts.get(sha256).copied().unwrap_or_default())
    }

    fn change<Answer>(&self, change: impl FnOnce(&mut HashMap<Sha256, usize>) -> Answer) -> Answer {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Download {
    fn drop(&mut self) {
        self.downloads.change(|counts| {
            if let Some(count) = counts.get_mut(&self.sha256) {
                *count -= 1;
                if *count == 0 {
                    counts.remove(&self.sha256);
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use catalog::digest;

    use super::Downloads;

    #[test]
    fn a_download_counts_while_it_is_under_way() {
        let downloads = Downloads::default();
        let sha256 = |bytes: &[u8]| digest::of(bytes, |_| ()).unwrap().sha256;
        let (one, other) = (sha256(b"one"), sha256(b"other"));
        let first = downloads.begin(one);
        let second = downloads.begin(one);
        assert_eq!((downloads.of(&one), downloads.of(&other)), (2, 0));
        drop(first);
        assert_eq!(downloads.of(&one), 1);
        drop(second);
        assert_eq!(downloads.of(&one), 0);
    }
}
