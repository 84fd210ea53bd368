//! Tests of filling: what is filled, what is left out, and that no value adds anything.

use std::borrow::Cow;

use proptest::prelude::*;

use super::{Filled, NotFilled};
use crate::install_params::{InstallParams, InstallParamsError, Placeholder};

fn fill(written: &str, url: &str, name: &str) -> Result<Filled, InstallParamsError> {
    InstallParams::parse(written).unwrap().filled(|placeholder| match placeholder {
        Placeholder::ServerUrl => Some(Cow::Borrowed(url)),
        Placeholder::UserName => Some(Cow::Borrowed(name)),
        _ => None,
    })
}

#[test]
fn placeholders_are_filled_in_values() {
    let check = |written: &str, expected: &str| {
        let filled = fill(written, "https://a.example", "anna").unwrap();
        assert_eq!((filled.params.to_string().as_str(), filled.left_out.len()), (expected, 0), "{written}");
    };
    check("/passive", "/passive");
    check(
        "OX_SERVERURL=${OX_SERVERURL} OX_USERNAME=\"${OX_USERNAME}\"",
        "OX_SERVERURL=\"https://a.example\" OX_USERNAME=\"anna\"",
    );
    check("A=${OX_USERNAME}@${OX_USERNAME}.", "A=\"anna@anna.\"");
    check("A=${USERNAME}${ox_username}$%TEMP%", "A=\"${USERNAME}${ox_username}$%TEMP%\"");
    check("A=${OX_OTHER}${OX_", "A=\"${OX_OTHER}${OX_\"");
    check("A=${OX_SERVERURL}${OX_${OX_USERNAME}", "A=\"https://a.example${OX_${OX_USERNAME}\"");
    check("A=${a${OX_USERNAME}", "A=\"${aanna\"");
}

#[test]
fn a_property_without_a_value_is_left_out_and_told() {
    let check = |written: &str, expected: &str, left_out: &[(&str, Placeholder, NotFilled)]| {
        let filled = fill(written, "https://a.example", "a\nb").unwrap();
        let told: Vec<_> = filled
            .left_out
            .iter()
            .map(|left_out| (left_out.property.as_str(), left_out.placeholder, left_out.reason))
            .collect();
        assert_eq!((filled.params.to_string().as_str(), told.as_slice()), (expected, left_out), "{written}");
    };
    let mail = Placeholder::MailAddress;
    check(
        "/passive A=1 B=${OX_EMAILADDRESS} C=${OX_SERVERURL}",
        "/passive A=\"1\" C=\"https://a.example\"",
        &[("B", mail, NotFilled::Missing)],
    );
    check("A=\"x ${OX_EMAILADDRESS} y\"", "", &[("A", mail, NotFilled::Missing)]);
    check("A=${OX_USERNAME}", "", &[("A", Placeholder::UserName, NotFilled::ControlCharacter)]);
    // The value before is what counts then.
    check(
        "A=mail.example.com A=${OX_EMAILADDRESS}",
        "A=\"mail.example.com\"",
        &[("A", mail, NotFilled::Missing)],
    );
    for empty in ["", " ", "\u{a0}"] {
        let filled = fill("A=${OX_USERNAME} B=1", "", empty).unwrap();
        assert_eq!(filled.params.to_string(), "B=\"1\"", "{empty:?}");
        assert_eq!(filled.left_out[0].reason, NotFilled::Missing);
    }
}

#[test]
fn no_value_however_hostile_adds_a_property_or_a_switch() {
    let written = "/passive A=${OX_USERNAME} B=\"x ${OX_SERVERURL} y\" /norestart C=1";
    for hostile in [
        "\"",
        "\"\"",
        "\"\"\"",
        "\" /x {00000000-0000-0000-0000-000000000000}",
        "\" REBOOT=Force",
        "\" TRANSFORMS=\"evil.mst",
        "a\" ALLUSERS=\"1",
        " /quiet ",
        "/x",
        "-i",
        "REMOVE=ALL",
        "%TEMP%",
        "%\"%",
        "\\\"",
        "\\",
        "a\\\" B=\"c",
        "'",
        "`",
        "&|<>^",
        "${OX_SERVERURL}",
        "${OX_USERNAME}",
        "${OX_X}",
        "$(calc)",
        "[ProductCode]",
        "\u{202e}x/",
        "x\u{2028}y",
        "\u{a0}/x\u{a0}",
        "＂ /x",
        "”",
    ] {
        let filled = fill(written, hostile, hostile).unwrap().params;
        let read = InstallParams::parse(&filled.to_string()).unwrap();
        assert_eq!(read, filled, "{hostile:?}");
        let around = format!("x {hostile} y");
        let expected = [("A", hostile), ("B", around.as_str()), ("C", "1")];
        assert_eq!(read.properties().collect::<Vec<_>>(), expected, "{hostile:?}");
        assert_eq!(read.user_interface(), InstallParams::parse(written).unwrap().user_interface());
        assert_eq!(read.to_string().matches("/norestart").count(), 1 + hostile.matches("/norestart").count());
    }
    for hostile in ["a\nb", "a\r\n/x", "x\0", "\u{85}x", "\tx", "a\u{fffe}", "\u{ffff}"] {
        let filled = fill(written, hostile, hostile).unwrap();
        let told: Vec<_> = filled.left_out.iter().map(|one| (one.property.as_str(), one.reason)).collect();
        let refused = NotFilled::ControlCharacter;
        assert_eq!(told, [("A", refused), ("B", refused)], "{hostile:?}");
        assert_eq!(filled.params.to_string(), "/passive /norestart C=\"1\"");
    }
    let long = "\"".repeat(Placeholder::UserName.length_max() + 1);
    assert_eq!(fill(written, "x", &long).unwrap().left_out[0].reason, NotFilled::TooLong);
    let full = "A=${OX_USERNAME} ".repeat(20);
    assert_eq!(fill(&full, "x", &"\"".repeat(256)), Err(InstallParamsError::TooLong));
}

#[test]
fn who_publishes_learns_of_a_misspelt_placeholder() {
    let check = |written: &str, expected: Option<&str>| {
        let found = InstallParams::parse(written).unwrap().known_placeholders().err();
        let expected = expected.map(|text| InstallParamsError::PlaceholderUnknown(text.to_owned()));
        assert_eq!(found, expected, "{written}");
    };
    check("/passive A=${OX_SERVERURL}/x B=${OX_USERNAME} C=$ D=${ E=%TEMP% F=$OTHER G=${} H=\"${ }\"", None);
    check("A=$${}x} B=${-} C=\"${a\" D=\"}\" E=${a/b} F=${a=b}", None);
    check("A=${OX_SERVERURL}${OX_USER}", Some("${OX_USER}"));
    check("A=${OX_username}", Some("${OX_username}"));
    check("A=${OX_USERNAME", Some("${OX_"));
    check("A=\"${OX_ USERNAME}\"", Some("${OX_ USERNAME}"));
    check("A=${OTHER}", Some("${OTHER}"));
    check("A=${USERNAME} B=${OX_USERNAME}", Some("${USERNAME}"));
    check("A=x${${ox_username}", Some("${ox_username}"));
    check("A=\"${ OX_USERNAME }\"", Some("${ OX_USERNAME }"));
    check("A=${user.mail}", Some("${user.mail}"));
    check("A=${Größe}", Some("${Größe}"));
    let elsewhere = |written| InstallParams::parse(written).unwrap_err();
    assert!(matches!(elsewhere("/${OX_USERNAME}"), InstallParamsError::SwitchUnknown(_)));
    assert!(matches!(elsewhere("${OX_USERNAME}=1"), InstallParamsError::PropertyNotPublic(_)));
    assert!(matches!(elsewhere("${OX_USERNAME}"), InstallParamsError::NotUnderstood(_)));
}

#[test]
fn a_password_is_never_a_variable() {
    for written in [
        "${OX_PASSWORD}",
        "${OX_PASS_WORD}",
        "${password}",
        "${OX_IMAPPASSWORD}",
        "${OX_USERPWD}",
        "${Kennwort}",
        "${OX_DEVICETOKEN}",
        "${secret}",
    ] {
        let params = InstallParams::parse(&format!("A={written}")).unwrap();
        let expected = Err(InstallParamsError::PlaceholderSecret(written.to_owned()));
        assert_eq!(params.known_placeholders(), expected, "{written}");
        assert_eq!(params.placeholders().count(), 0);
    }
    for placeholder in Placeholder::ALL {
        let is_secret = super::super::placeholder::unknown(placeholder.as_str());
        assert!(matches!(is_secret, InstallParamsError::PlaceholderUnknown(_)), "{placeholder:?}");
    }
}

proptest! {
    #[test]
    fn filling_keeps_the_properties_and_the_switches(
        url in "x[^\\p{Cc}\u{fffe}\u{ffff}]{0,40}",
        name in "[-\"/=%$\\{}\\\\A-Zxé][-\"/ =%$\\{}\\\\A-Zxé]{0,40}",
        tail in "[-\"/ =A-Z]{0,20}",
    ) {
        let template = InstallParams::parse("/qn A=${OX_SERVERURL} /norestart").unwrap();
        let template = template.with_property("B", &format!("${{OX_USERNAME}}{tail}")).unwrap();
        let filled = template.filled(|placeholder| Some(match placeholder {
            Placeholder::ServerUrl => Cow::Borrowed(url.as_str()),
            _ => Cow::Borrowed(name.as_str()),
        })).unwrap();
        let read = InstallParams::parse(&filled.params.to_string()).unwrap();
        let expected = format!("{name}{tail}");
        prop_assert_eq!(read.properties().collect::<Vec<_>>(), [("A", url.as_str()), ("B", expected.as_str())]);

        prop_assert_eq!(read.user_interface(), template.user_interface());
        prop_assert!(read.to_string().starts_with("/qn A="));
        prop_assert_eq!(read, filled.params);
    }

    #[test]
    fn whatever_the_value_the_other_properties_stay(value in any::<String>()) {
        let template = InstallParams::parse("/qn A=1 B=\"x ${OX_DISPLAYNAME}\" C=\"y z\"").unwrap();
        let filled = template.filled(|_| Some(Cow::Borrowed(value.as_str()))).unwrap();
        let read = InstallParams::parse(&filled.params.to_string()).unwrap();
        let kept: Vec<_> = read.properties().filter(|(name, _)| *name != "B").collect();
        prop_assert_eq!(kept, [("A", "1"), ("C", "y z")]);
        let is_told = filled.left_out.iter().any(|left_out| left_out.property == "B");
        let is_there = read.properties().any(|(name, text)| name == "B" && text == format!("x {value}"));
        prop_assert!(is_told != is_there);
    }
}
