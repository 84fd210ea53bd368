//! The distinguished name of a group → the words by which the table of permissions may call it.

/// The whole name, with no blanks around its commas, and the value of its first part: `cn=Outlook,ou=groups` and `Outlook`.
pub(super) fn words_of_group(dn: &str) -> Vec<String> {
    let whole = parts(dn).iter().map(|part| part.trim()).collect::<Vec<_>>().join(",");
    let first =
        parts(dn).first().and_then(|part| part.split_once('=')).map(|(_, value)| unescaped(value.trim()));
    let mut words = vec![whole];
    words.extend(first.filter(|first| !first.is_empty()));
    words
}

/// What stands between commas that are not escaped.
fn parts(dn: &str) -> Vec<&str> {
    let (mut parts, mut start, mut is_escaped) = (Vec::new(), 0, false);
    for (at, c) in dn.char_indices() {
        if c == ',' && !is_escaped {
            parts.extend(dn.get(start..at));
            start = at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    parts.extend(dn.get(start..));
    parts
}

/// RFC 4514: `\,` is a comma, and so is `\2C`.
fn unescaped(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        if byte != b'\\' {
            bytes.push(byte);
            rest = behind;
            continue;
        }
        let hex = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = hex.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = behind.get(2..).unwrap_or_default();
        } else {
            bytes.extend(behind.first());
            rest = behind.get(1..).unwrap_or_default();
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::words_of_group;

    #[test]
    fn a_group_is_called_by_its_whole_name_or_the_first_part() {
        let check = |dn: &str, expected: &[&str]| assert_eq!(words_of_group(dn), expected, "{dn}");
        check("cn=Outlook,ou=groups,dc=b", &["cn=Outlook,ou=groups,dc=b", "Outlook"]);
        check("CN=Outlook, OU=groups", &["CN=Outlook,OU=groups", "Outlook"]);
        check("cn=Müller\\, Söhne,dc=b", &["cn=Müller\\, Söhne,dc=b", "Müller, Söhne"]);
        check("cn=a\\2Cb\\\\,dc=b", &["cn=a\\2Cb\\\\,dc=b", "a,b\\"]);
        check("cn=\\C3\\A4,dc=b", &["cn=\\C3\\A4,dc=b", "ä"]);
        check("cn=a\\", &["cn=a\\", "a"]);
        check("outlook", &["outlook"]);
        check("cn=", &["cn="]);
        check("", &[""]);
    }
}
