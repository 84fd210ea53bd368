//! Whether a folder that is there already may be trusted with packages: who owns it, and who may write in it. Pure.
//!
//! Windows says both in its Security Descriptor Definition Language; Microsoft, "Security Descriptor String Format", "ACE Strings".

use text::{Message, message};

/// What speaks against a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It is a link, or another place is mounted there: it leads elsewhere.
    Link,
    /// It belongs to somebody else.
    Owner,
    /// Somebody else may write in it.
    Writable,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    /// How Windows writes this account: its SID, and a short form where it has one.
    pub names: Vec<String>,
    /// Whether it runs with an administrator's rights; then what this person may write without them is not trusted.
    pub elevated: bool,
}

/// SYSTEM and the administrators, who may do everything on the PC anyway.
const MASTERS: [&str; 4] = ["SY", "BA", "S-1-5-18", "S-1-5-32-544"];
/// Whoever makes something in the folder or owns it, and Windows' own installer of itself.
const HARMLESS: [&str; 5] =
    ["CO", "OW", "S-1-3-0", "S-1-3-4", "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"];
/// Rights to look: read and execute, alone or together, and the single ones they are made of.
const READING: [&str; 9] = ["FR", "FX", "GR", "GX", "CC", "SW", "WP", "LO", "RC"];
/// The bits of those rights: read data, read attributes, execute, read control, synchronize, generic read and execute.
const READING_BITS: u64 = 0xA012_00A9;

/// What speaks against a folder with this owner and access list, as Windows writes them.
#[must_use]
pub fn flaw(descriptor: &str, asker: &Asker) -> Option<Flaw> {
    let mine = |name: &str| asker.names.iter().any(|own| own == name);
    let is_master = |name: &str| MASTERS.contains(&name);
    let (owner, list) = parts(descriptor);
    if !owner.is_some_and(|owner| is_master(owner) || (mine(owner) && !asker.elevated)) {
        return Some(Flaw::Owner);
    }
    // Without a list everyone may do everything.
    let Some(entries) = list.and_then(entries) else { return Some(Flaw::Writable) };
    let harms = |entry: &Entry<'_>| {
        let trusted =
            is_master(entry.who) || HARMLESS.contains(&entry.who) || (mine(entry.who) && !asker.elevated);
        entry.allows && !trusted && !only_reads(entry.rights)
    };
    entries.iter().any(harms).then_some(Flaw::Writable)
}

/// Owner and access list of `O:…G:…D:…S:…`.
fn parts(descriptor: &str) -> (Option<&str>, Option<&str>) {
    let of = |key: char| {
        let start = descriptor.match_indices(':').find_map(|(at, _)| {
            let before = descriptor.get(..at)?;
            // Within an entry of a list there is no colon.
            before.ends_with(key).then_some(at + 1)
        })?;
        let rest = descriptor.get(start..)?;
        let end = rest.find(':').map_or(rest.len(), |colon| colon - 1);
        rest.get(..end)
    };
    (of('O'), of('D'))
}

struct Entry<'a> {
    allows: bool,
    rights: &'a str,
    who: &'a str,
}

/// The entries of an access list; `None` if there is none or it is not understood.
fn entries(list: &str) -> Option<Vec<Entry<'_>>> {
    if list.contains("NO_ACCESS_CONTROL") {
        return None;
    }
    let start = list.find('(').unwrap_or(list.len());
    let mut found = Vec::new();
    for entry in list.get(start..)?.split_terminator(')') {
        let fields: Vec<&str> = entry.strip_prefix('(')?.split(';').collect();
        let [kind, _flags, rights, _object, _inherited, who, ..] = fields.as_slice() else { return None };
        found.push(Entry { allows: *kind != "D", rights, who });
    }
    Some(found)
}

fn only_reads(rights: &str) -> bool {
    if let Some(digits) = rights.strip_prefix("0x") {
        return u64::from_str_radix(digits, 16).is_ok_and(|bits| bits & !READING_BITS == 0);
    }
    let pairs: Vec<&[u8]> = rights.as_bytes().chunks(2).collect();
    pairs.iter().all(|pair| READING.iter().any(|right| right.as_bytes() == *pair))
}

impl Flaw {
    /// What is wrong with the folder, as the reason within a sentence.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Link => message!("folder-is-link"),
            Self::Owner => message!("folder-of-another"),
            Self::Writable => message!("folder-writable"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asker, Flaw, flaw};

    const ME: &str = "S-1-5-21-1-2-3-1001";

    #[test]
    fn a_folder_is_trusted_only_if_nobody_else_can_write_in_it() {
        let check = |descriptor: &str, plain: Option<Flaw>, elevated: Option<Flaw>| {
            let of = |elevated| Asker { names: vec![ME.to_owned(), "LA".to_owned()], elevated };
            let found = (flaw(descriptor, &of(false)), flaw(descriptor, &of(true)));
            assert_eq!(found, (plain, elevated), "{descriptor}");
        };
        let (owner, writable) = (Some(Flaw::Owner), Some(Flaw::Writable));
        // What we make: for a person, and for an administrator's rights.
        check(&format!("O:{ME}D:P(A;OICI;FA;;;{ME})(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"), None, owner);
        check("O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", None, None);
        check("O:LAG:S-1-5-21-1-2-3-513D:PAI(A;OICI;FA;;;LA)", None, owner);
        // Local data of a person, as Windows makes them, with a group before and an audit list behind.
        check(
            &format!("O:{ME}G:{ME}D:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;FA;;;{ME})S:AI"),
            None,
            owner,
        );
        // An administrator's folder in which the person may write without those rights.
        check(&format!("O:BAD:(A;;FA;;;BA)(A;;FA;;;{ME})"), None, writable);
        // ProgramData: others may look, and make files and folders of their own.
        check("O:SYD:(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)(A;;FA;;;SY)", writable, writable);
        check("O:SYD:(A;OICI;0x1200a9;;;BU)(A;OICI;FRFX;;;WD)(A;OICIIO;GA;;;CO)", None, None);
        check("O:BAD:(A;;CCSWWPLORC;;;AU)", None, None);
        for right in ["FA", "FW", "GA", "GW", "KA", "0x1301bf", "0x2", "DC", "SD", "WD", "WO", "FRDC", "F"] {
            check(&format!("O:BAD:(A;;{right};;;WD)"), writable, writable);
            check(&format!("O:BAD:(A;OICIIO;{right};;;BU)"), writable, writable);
            check(&format!("O:BAD:(D;;{right};;;WD)"), None, None);
        }
        // Another's, nobody's, without a list, and what is not understood.
        check("O:S-1-5-21-1-2-3-1002D:P(A;;FA;;;BA)", owner, owner);
        check("D:P(A;;FA;;;BA)", owner, owner);
        check("", owner, owner);
        check("O:BA", writable, writable);
        check("O:BAD:NO_ACCESS_CONTROL", writable, writable);
        check("O:BAD:(A;;FA)", writable, writable);
        check("O:BAD:(XA;;FA;;;WD;(@User.a==1))", writable, writable);
        check("O:BAD:", None, None);
    }
}
