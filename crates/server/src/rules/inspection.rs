//! What a person sees of an MSI file before it is published: all that was read from it, and what changed since the version before.

use std::sync::Arc;

use catalog::msi::Metadata;
use catalog::{Digests, Platform, Product, Scope};
use text::{Message, message};

use super::catalog::newness_to_all;
use crate::model::audience::Audience;
use crate::model::package::Package;

/// What can be read from a package, in the order in which people read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Property {
    /// ProductName.
    Name,
    /// Manufacturer.
    Manufacturer,
    /// ProductVersion.
    Version,
    /// UpgradeCode.
    UpgradeCode,
    /// ProductCode.
    ProductCode,
    /// For whom it installs.
    Scope,
    /// The processor.
    Platform,
    /// ProductLanguage.
    Language,
    /// How many bytes there are.
    Size,
    /// Whether it bears a digital signature.
    Signature,
    /// The SHA-256 of the bytes.
    Sha256,
    /// The MD5 of the bytes.
    Md5,
    /// The code page of the database's strings.
    CodePage,
}

/// What is read of one property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// As the file says it.
    Text(String),
    /// For whom it installs.
    Scope(Scope),
    /// So many bytes.
    Bytes(u64),
    /// Whether there is a signature.
    Signed(bool),
    /// The file does not say.
    Nothing,
}

/// One thing that was read from a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fact {
    /// What it is.
    pub(crate) property: Property,
    /// What was read.
    pub(crate) value: Value,
}

/// One thing that is another one than in the version before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// What it is.
    pub(crate) property: Property,
    /// What it was.
    pub(crate) before: Value,
    /// What it is now.
    pub(crate) after: Value,
}

/// All that was read from a package.
pub(crate) fn facts(metadata: &Metadata, digests: &Digests) -> Vec<Fact> {
    let mut facts = compared(metadata, digests.size);
    let upgrade_code = metadata.upgrade_code.clone().unwrap_or_default();
    facts.insert(3, Fact { property: Property::UpgradeCode, value: text(&upgrade_code) });
    let more = [
        (Property::Sha256, digests.sha256.to_string()),
        (Property::Md5, digests.md5.to_string()),
        (Property::CodePage, metadata.code_page.to_string()),
    ];
    facts.extend(more.map(|(property, read)| Fact { property, value: text(&read) }));
    facts
}

/// What is held against the version before: all that people may have to know, and nothing that always differs.
fn compared(metadata: &Metadata, size: u64) -> Vec<Fact> {
    let platform = metadata.platform.map_or("", Platform::as_str);
    let facts = [
        (Property::Name, text(&metadata.product_name)),
        (Property::Manufacturer, text(&metadata.manufacturer)),
        (Property::Version, text(&metadata.product_version)),
        (Property::ProductCode, text(&metadata.product_code.to_ascii_uppercase())),
        (Property::Scope, Value::Scope(metadata.scope)),
        (Property::Platform, text(platform)),
        (Property::Language, text(&metadata.language)),
        (Property::Size, Value::Bytes(size)),
        (Property::Signature, Value::Signed(metadata.signed)),
    ];
    facts.map(|(property, value)| Fact { property, value }).into()
}

fn text(read: &str) -> Value {
    if read.trim().is_empty() { Value::Nothing } else { Value::Text(read.to_owned()) }
}

/// What changed since the version before.
pub(crate) fn differences(previous: &Package, metadata: &Metadata, size: u64) -> Vec<Difference> {
    let before = compared(&previous.metadata, previous.size).into_iter();
    let both = before.zip(compared(metadata, size));
    let differing = both.filter(|(before, after)| before.value != after.value);
    differing
        .map(|(before, after)| Difference {
            property: after.property,
            before: before.value,
            after: after.value,
        })
        .collect()
}

/// The version before: of the same upgrade code the newest one with other bytes, rather a published one than one that was
/// withdrawn, then rather one for the same branding, in the same language, and for the same platform.
pub(crate) fn previous<'a>(
    new: &Product,
    audience: Audience<'_>,
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
) -> Option<&'a Arc<Package>> {
    let is_kin = |package: &&Arc<Package>| {
        package.product.upgrade_code == new.upgrade_code && Some(package.sha256) != new.sha256
    };
    let rank = |package: &Package| {
        let is_branded_alike = package.branding.as_ref() == audience.branding;
        let is_spoken_alike = package.locale.as_ref() == audience.locale;
        let meets = package.product.family().meets(&new.family());
        (package.withdrawn_at.is_none(), is_branded_alike, is_spoken_alike, meets)
    };
    let kin = packages.into_iter().filter(is_kin);
    kin.max_by(|left, right| rank(left).cmp(&rank(right)).then_with(|| newness_to_all(left, right)))
}

/// A scope as people speak of it.
pub(crate) fn scope_in_words(scope: Scope) -> Message {
    match scope {
        Scope::Machine => message!("scope-machine"),
        Scope::User => message!("scope-user"),
        Scope::Either => message!("scope-either"),
    }
}

impl Property {
    /// What people call it.
    pub(crate) fn in_words(self) -> Message {
        match self {
            Self::Name => message!("property-name"),
            Self::Manufacturer => message!("property-manufacturer"),
            Self::Version => message!("property-version"),
            Self::UpgradeCode => message!("property-upgrade-code"),
            Self::ProductCode => message!("property-product-code"),
            Self::Scope => message!("property-scope"),
            Self::Platform => message!("property-platform"),
            Self::Language => message!("property-language"),
            Self::Size => message!("property-size"),
            Self::Signature => message!("property-signature"),
            Self::Sha256 => message!("property-sha256"),
            Self::Md5 => message!("property-md5"),
            Self::CodePage => message!("property-code-page"),
        }
    }

    /// The word that programs have for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Manufacturer => "manufacturer",
            Self::Version => "version",
            Self::UpgradeCode => "upgrade_code",
            Self::ProductCode => "product_code",
            Self::Scope => "scope",
            Self::Platform => "platform",
            Self::Language => "language",
            Self::Size => "size",
            Self::Signature => "signed",
            Self::Sha256 => "sha256",
            Self::Md5 => "md5",
            Self::CodePage => "code_page",
        }
    }
}

impl Value {
    /// What people read.
    pub(crate) fn in_words(&self) -> Message {
        match self {
            Self::Text(text) => message!("value-text", text = text),
            Self::Scope(scope) => scope_in_words(*scope),
            Self::Bytes(bytes) => size_in_words(*bytes),
            Self::Signed(true) => message!("value-signed"),
            Self::Signed(false) => message!("value-unsigned"),
            Self::Nothing => message!("value-nothing"),
        }
    }

    /// What programs read.
    pub(crate) fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Scope(scope) => scope.to_string(),
            Self::Bytes(bytes) => bytes.to_string(),
            Self::Signed(signed) => signed.to_string(),
            Self::Nothing => String::new(),
        }
    }
}

/// A size as people speak of it: whole KB below 10 MB, whole MB below 1 GB, and GB from there on, with a tenth below 100 GB.
pub(crate) fn size_in_words(bytes: u64) -> Message {
    const KB: u64 = 1_000;
    const MB: u64 = 1_000 * KB;
    const GB: u64 = 1_000 * MB;
    let whole = |unit: u64| i64::try_from(bytes.div_ceil(unit)).unwrap_or(i64::MAX);
    if bytes < 10 * MB {
        message!("size-kilobytes", number = whole(KB))
    } else if bytes < GB {
        message!("size-megabytes", number = whole(MB))
    } else if bytes < 100 * GB {
        let tenths = whole(GB / 10);
        message!("size-gigabytes-tenths", whole = tenths / 10, tenth = tenths % 10)
    } else {
        message!("size-gigabytes", number = whole(GB))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use catalog::Scope;

    use super::{Property, Value, differences, facts, previous, size_in_words};
    use crate::model::package::Package;
    use crate::rules::fixtures::{package, withdrawn};

    #[test]
    fn the_version_before_is_the_newest_of_its_kind() {
        let check = |what: &str, new: &Package, others: &[Package], expected: Option<&str>| {
            let others: Vec<_> = others.iter().cloned().map(Arc::new).collect();
            let found = previous(&new.product, new.audience(), &others).map(ToString::to_string);
            assert_eq!(found.as_deref(), expected, "{what}");
        };
        let notes = |version| package("Notes", version, "x64", "");
        let x86 = |version| package("Notes", version, "x86", "");
        check("nothing", &notes("2.0.0"), &[], None);
        check("only itself", &notes("2.0.0"), &[notes("2.0.0")], None);
        check("another product", &notes("2.0.0"), &[package("Drive", "1.0.0", "x64", "")], None);
        check("the newest", &notes("3.0.0"), &[notes("1.9.0"), notes("1.10.0")], Some("Notes 1.10.0 (x64)"));
        check(
            "what is offered, though it is newer",
            &notes("1.0.0"),
            &[notes("2.0.0")],
            Some("Notes 2.0.0 (x64)"),
        );
        check(
            "rather published than withdrawn",
            &notes("3.0.0"),
            &[withdrawn(notes("2.0.0")), notes("1.0.0")],
            Some("Notes 1.0.0 (x64)"),
        );
        check("or withdrawn", &notes("3.0.0"), &[withdrawn(notes("2.0.0"))], Some("Notes 2.0.0 (x64)"));
        check(
            "rather for the same platform",
            &notes("3.0.0"),
            &[x86("2.0.0"), notes("1.0.0")],
            Some("Notes 1.0.0 (x64)"),
        );
        check("or for another", &notes("3.0.0"), &[x86("2.0.0")], Some("Notes 2.0.0 (x86)"));
    }

    fn plain(value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Scope(scope) => scope.to_string(),
            Value::Bytes(bytes) => bytes.to_string(),
            Value::Signed(signed) => signed.to_string(),
            Value::Nothing => String::new(),
        }
    }

    #[test]
    fn what_changed_is_told_and_nothing_else() {
        let old = package("Notes", "1.0.0", "x64", "");
        let mut new = package("Notes", "2.0.0", "x64", "");
        new.metadata.scope = Scope::User;
        new.metadata.signed = false;
        new.metadata.manufacturer = "Somebody".to_owned();
        let found = differences(&old, &new.metadata, old.size + 5);
        let found: Vec<_> = found
            .iter()
            .map(|one| format!("{:?} {} {}", one.property, plain(&one.before), plain(&one.after)))
            .collect();
        let (before, after) = (&old.metadata.product_code, &new.metadata.product_code);
        let codes = format!("ProductCode {} {}", before.to_uppercase(), after.to_uppercase());
        let size = format!("Size {} {}", old.size, old.size + 5);
        let expected = [
            "Manufacturer  Somebody",
            "Version 1.0.0 2.0.0",
            &codes,
            "Scope machine user",
            &size,
            "Signature true false",
        ];
        assert_eq!(found, expected);
        assert!(differences(&old, &old.metadata, old.size).is_empty());
    }

    #[test]
    fn all_that_was_read_is_shown() {
        let notes = package("Notes", "1.0.0", "", "");
        let digests = catalog::digest::of(&b"bytes"[..], |_| ()).unwrap();
        let facts = facts(&notes.metadata, &digests);
        let value = |property| facts.iter().find(|fact| fact.property == property).unwrap().value.clone();
        assert_eq!(value(Property::Name), Value::Text("Notes".to_owned()));
        assert_eq!(value(Property::UpgradeCode), Value::Text(notes.metadata.upgrade_code.unwrap()));
        assert_eq!(value(Property::Platform), Value::Nothing);
        assert_eq!(value(Property::Size), Value::Bytes(5));
        assert_eq!(value(Property::Sha256), Value::Text(digests.sha256.to_string()));
        assert_eq!(facts.len(), 13);
    }

    #[test]
    fn sizes_are_told_in_round_numbers() {
        let check = |bytes: u64, expected: &str| assert_eq!(size_in_words(bytes).to_string(), expected);
        check(1, "1 KB");
        check(1_001, "2 KB");
        check(12_000_000, "12 MB");
        check(3_000_000_000, "3.0 GB");
        check(19_563_000_000, "19.6 GB");
        check(270_000_000_000, "270 GB");
        check(u64::MAX, "18446744074 GB");
    }
}
