//! What a directory is asked, as bytes: RFC 4511.

use bytes::BytesMut;
use ldap3::asn1::{
    ASNTag, Boolean, Enumerated, Integer, Null, OctetString, Sequence, Tag, TagClass, write::encode_into,
};
use ldap3::{Scope, parse_filter};

/// The extended operation that begins encryption.
const START_TLS: &str = "1.3.6.1.4.1.1466.20037";
/// The most seconds that a directory may search: as long as a source may take at most.
const SEARCH_SECONDS_MAX: i64 = 30;

/// A question.
#[derive(Clone)]
pub(super) enum Request<'a> {
    /// Whether this password is this entry's.
    Bind {
        /// The entry's distinguished name.
        dn: &'a str,
        /// The password.
        password: &'a str,
    },
    /// Which entries fit.
    Search(&'a Search),
    /// To begin with encryption.
    StartTls,
    /// To end the connection; nothing answers it.
    Unbind,
}

/// What is searched for.
#[derive(Debug, Clone)]
pub(super) struct Search {
    /// Where.
    pub(super) base: String,
    /// How deep below it.
    pub(super) scope: Scope,
    /// By which filter, as RFC 4515 writes it.
    pub(super) filter: String,
    /// Which attributes are wanted.
    pub(super) attributes: Vec<String>,
    /// The most entries.
    pub(super) entries_max: usize,
}

/// Why a question is not put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum RequestError {
    /// A directory says yes to whoever gives no name or no password, and means “somebody, not checked”: RFC 4513, section 5.1.2.
    #[error("nobody is asked about without a name and a password")]
    Empty,
    /// The filter is none.
    #[error("the filter is not understood: {0}")]
    Filter(&'static str),
    /// It cannot be written.
    #[error("the question cannot be written")]
    Unwritable,
}

/// Writes a question with its number.
///
/// # Errors
/// [`RequestError`]; nothing is to be sent then.
pub(super) fn encode(id: i32, request: &Request<'_>) -> Result<BytesMut, RequestError> {
    let operation = match request {
        Request::Bind { dn, password } => bind(dn, password)?,
        Request::Search(search) => searching(search)?,
        Request::StartTls => operation(23, vec![context(0, START_TLS)]),
        Request::Unbind => Tag::Null(Null { id: 2, class: TagClass::Application, inner: () }),
    };
    let message = Sequence { inner: vec![integer(i64::from(id)), operation], ..Sequence::default() };
    let mut bytes = BytesMut::new();
    encode_into(&mut bytes, Tag::Sequence(message).into_structure()).map_err(|_| RequestError::Unwritable)?;
    Ok(bytes)
}

fn bind(dn: &str, password: &str) -> Result<Tag, RequestError> {
    if dn.is_empty() || password.is_empty() {
        return Err(RequestError::Empty);
    }
    Ok(operation(0, vec![integer(3), text(dn), context(0, password)]))
}

fn searching(search: &Search) -> Result<Tag, RequestError> {
    let filter =
        parse_filter(&search.filter).map_err(|()| RequestError::Filter("RFC 4515 has another form"))?;
    let attributes = search.attributes.iter().map(|attribute| text(attribute)).collect();
    let entries_max = i64::try_from(search.entries_max).unwrap_or(i64::from(i32::MAX));
    Ok(operation(
        3,
        vec![
            text(&search.base),
            choice(search.scope as i64),
            // Aliases are not followed: each is an entry that somebody else could have made.
            choice(0),
            integer(entries_max),
            integer(SEARCH_SECONDS_MAX),
            Tag::Boolean(Boolean { inner: false, ..Boolean::default() }),
            filter,
            Tag::Sequence(Sequence { inner: attributes, ..Sequence::default() }),
        ],
    ))
}

fn operation(id: u64, inner: Vec<Tag>) -> Tag {
    Tag::Sequence(Sequence { id, class: TagClass::Application, inner })
}

fn text(text: &str) -> Tag {
    Tag::OctetString(OctetString { inner: text.into(), ..OctetString::default() })
}

fn context(id: u64, text: &str) -> Tag {
    Tag::OctetString(OctetString { id, class: TagClass::Context, inner: text.into() })
}

fn integer(inner: i64) -> Tag {
    Tag::Integer(Integer { inner, ..Integer::default() })
}

fn choice(inner: i64) -> Tag {
    Tag::Enumerated(Enumerated { inner, ..Enumerated::default() })
}

#[cfg(test)]
mod tests {
    use ldap3::Scope;

    use super::{Request, RequestError, SEARCH_SECONDS_MAX, Search, encode};

    #[test]
    fn questions_are_written_as_the_standard_says() {
        let check = |request: &Request<'_>, expected: &[u8]| {
            assert_eq!(encode(1, request).unwrap()[..], *expected);
        };
        // RFC 4511, section 4.2 and 4.3 and 4.14.
        check(
            &Request::Bind { dn: "cn=a", password: "b" },
            b"\x30\x11\x02\x01\x01\x60\x0c\x02\x01\x03\x04\x04cn=a\x80\x01b",
        );
        check(&Request::Unbind, b"\x30\x05\x02\x01\x01\x42\x00");
        check(&Request::StartTls, b"\x30\x1d\x02\x01\x01\x77\x18\x80\x161.3.6.1.4.1.1466.20037");
        let search = Search {
            base: "o".to_owned(),
            scope: Scope::Subtree,
            filter: "(a=b)".to_owned(),
            attributes: vec!["c".to_owned()],
            entries_max: 2,
        };
        check(
            &Request::Search(&search),
            b"\x30\x24\x02\x01\x01\x63\x1f\x04\x01o\x0a\x01\x02\x0a\x01\x00\x02\x01\x02\x02\x01\x1e\x01\x01\x00\
              \xa3\x06\x04\x01a\x04\x01b\x30\x03\x04\x01c",
        );
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| a search in the directory | {SEARCH_SECONDS_MAX} seconds,");
        crate::reference::assert_says("sources.md", &line);
    }

    #[test]
    fn an_empty_password_is_never_sent() {
        let check = |dn: &str, password: &str, expected: Option<RequestError>| {
            assert_eq!(encode(1, &Request::Bind { dn, password }).err(), expected, "{dn:?} {password:?}");
        };
        check("cn=a", "", Some(RequestError::Empty));
        check("", "b", Some(RequestError::Empty));
        check("", "", Some(RequestError::Empty));
        check("cn=a", " ", None);
    }

    #[test]
    fn what_is_no_filter_is_not_sent() {
        let search = |filter: &str| Search {
            base: String::new(),
            scope: Scope::Base,
            filter: filter.to_owned(),
            attributes: Vec::new(),
            entries_max: 1,
        };
        for wrong in ["", "(", "(a=b))", "(a=b)(c=d)", "(a=\\zz)"] {
            assert!(encode(1, &Request::Search(&search(wrong))).is_err(), "{wrong}");
        }
    }
}
