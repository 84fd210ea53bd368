//! The cookies of one session: what an answer sets goes with each later question.
//!
//! Open-Xchange knows a session by its id and a secret that is in a cookie, and a load balancer finds the right machine by another one
//! (`open-xchange-secret-…`, `open-xchange-public-session-…`, `JSESSIONID`). All go back to the address that set them and to no other, so
//! that domains and paths are of no matter.

/// The most cookies of a session.
pub(super) const COOKIES_MAX: usize = 32;
/// The most bytes of one cookie, as RFC 6265 section 6.1 asks of every client.
pub(super) const COOKIE_SIZE_MAX: usize = 4096;

/// The cookies of one session.
#[derive(Default)]
pub(super) struct Cookies(Vec<(String, String)>);

impl Cookies {
    /// Takes what the headers of an answer set, and forgets what they end.
    pub(super) fn take(&mut self, headers: &[(String, String)]) {
        for (_, value) in headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie")) {
            let mut parts = value.split(';');
            let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else { continue };
            let (name, value) = (name.trim(), value.trim());
            let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
            if name.is_empty()
                || name.len() + value.len() > COOKIE_SIZE_MAX
                || !is_plain(name)
                || !is_plain(value)
            {
                continue;
            }
            self.0.retain(|(known, _)| known != name);
            if !parts.any(ends) && self.0.len() < COOKIES_MAX {
                self.0.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// The header that sends them back; nothing if there are none.
    pub(super) fn header(&self) -> Option<(String, String)> {
        let pairs: Vec<String> = self.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        (!pairs.is_empty()).then(|| ("cookie".to_owned(), pairs.join("; ")))
    }
}

/// Whether an attribute ends its cookie. A date is not read: what Open-Xchange ends also has `Max-Age=0`.
fn ends(attribute: &str) -> bool {
    let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
    name.trim().eq_ignore_ascii_case("max-age")
        && value.trim().parse::<i64>().is_ok_and(|seconds| seconds <= 0)
}

#[cfg(test)]
mod tests {
    use super::{COOKIE_SIZE_MAX, COOKIES_MAX, Cookies};

    fn header(set: &[&str]) -> Option<String> {
        let mut cookies = Cookies::default();
        let headers: Vec<(String, String)> =
            set.iter().map(|value| ("set-cookie".to_owned(), (*value).to_owned())).collect();
        cookies.take(&headers);
        cookies.header().map(|(_, value)| value)
    }

    #[test]
    fn what_was_set_goes_back() {
        let check = |set: &[&str], expected: Option<&str>| {
            assert_eq!(header(set).as_deref(), expected, "{set:?}");
        };
        check(&[], None);
        check(
            &[
                "JSESSIONID=1.OX2; Path=/; Secure; HttpOnly",
                "open-xchange-secret-aB=x9; Max-Age=3600; Path=/",
            ],
            Some("JSESSIONID=1.OX2; open-xchange-secret-aB=x9"),
        );
        check(&["a=1", "a=2"], Some("a=2"));
        check(&["a=1", "a=; Max-Age=0"], None);
        check(&["a=1", "b=2", "a=x; max-age=-1; path=/"], Some("b=2"));
        check(&["a=1; Max-Age=later"], Some("a=1"));
        check(&["a=b=c"], Some("a=b=c"));
        for nothing in ["", "=1", "no cookie", "a=b c", "a=\u{1}"] {
            check(&[nothing], None);
        }
        check(&[&format!("a={}", "x".repeat(COOKIE_SIZE_MAX))], None);
    }

    #[test]
    fn there_is_a_limit() {
        let many: Vec<String> = (0..COOKIES_MAX + 5).map(|number| format!("c{number}=1")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(header(&many).unwrap().split("; ").count(), COOKIES_MAX);
    }
}
