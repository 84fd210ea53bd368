//! The configuration of an Open-Xchange server, as far as preconditions ask for it: both layouts, both spellings of keys.
//!
//! Up to 6.20 the files lie in `etc/groupware/`, from 6.22 on in `etc/`. Open-Xchange reads every file of properties there, so a
//! property counts wherever it stands; it is looked for first in the file that it belongs in. Only where all files are known is
//! one that is not found absent.

use std::collections::BTreeMap;

use text::{Message, message};

use super::properties::{Properties, PropertiesError};
use super::version::OpenXchangeVersion;

/// The file of the folders' cache.
pub(crate) const FOLDER_CACHE: &str = "foldercache.properties";
/// The file of the mail filter.
pub(crate) const MAIL_FILTER: &str = "mailfilter.properties";
/// The file of the script that changes passwords.
pub(crate) const PASSWORD_SCRIPT: &str = "change_pwd_script.properties";
/// The file of the rules for passwords.
pub(crate) const PASSWORD_CHANGE: &str = "passwordchange.properties";

/// Whether people may edit their own contact.
pub(crate) const USER_EDIT: &str = "ENABLE_INTERNAL_USER_EDIT";
/// The script that changes passwords.
pub(crate) const SCRIPT: &str = "com.openexchange.passwordchange.script.shellscript";
/// Whether the script counts, from 8.10 on.
pub(crate) const SCRIPT_ENABLED: &str = "com.openexchange.passwordchange.script.enabled";
/// Whether the database counts, from 8.10 on.
pub(crate) const DATABASE_ENABLED: &str = "com.openexchange.passwordchange.db.enabled";
/// Actions that the mail filter does not offer.
pub(crate) const BLACKLIST: &str = "com.openexchange.mail.filter.blacklist.actions";
/// Which Sieve server is asked: everybody's own, or one for all. Up to 7.10, and later.
pub(crate) const LOGIN_TYPE: Spellings =
    Spellings("SIEVE_LOGIN_TYPE", "com.openexchange.mail.filter.loginType");
/// The one Sieve server for all.
pub(crate) const SERVER: Spellings = Spellings("SIEVE_SERVER", "com.openexchange.mail.filter.server");
/// Its port.
pub(crate) const PORT: Spellings = Spellings("SIEVE_PORT", "com.openexchange.mail.filter.port");
/// The domains that vacation notices go to.
pub(crate) const VACATION_DOMAINS: Spellings =
    Spellings("VACATION_DOMAINS", "com.openexchange.mail.filter.vacationDomains");

/// A key as it was spelled, and as it is spelled since a version of 7.10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spellings(pub(crate) &'static str, pub(crate) &'static str);

/// Whether a property is asked for at all. All others are left where they are.
pub(crate) fn is_wanted(key: &str) -> bool {
    let both = [LOGIN_TYPE, SERVER, PORT, VACATION_DOMAINS];
    [USER_EDIT, SCRIPT, SCRIPT_ENABLED, DATABASE_ENABLED, BLACKLIST].contains(&key)
        || both.iter().any(|spellings| spellings.0 == key || spellings.1 == key)
}

/// One file, or why it tells nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FileRead {
    /// Its pairs.
    Read(Properties),
    /// Open-Xchange cannot read it either.
    Broken(PropertiesError),
    /// It cannot be read here; what the system says.
    Unreadable(String),
}

impl FileRead {
    /// Why it tells nothing.
    fn trouble(&self, file: &str) -> Option<Message> {
        match self {
            Self::Read(_) => None,
            Self::Broken(error) => Some(message!("configuration-broken", file = file, line = error.line)),
            Self::Unreadable(detail) => {
                Some(message!("configuration-unreadable", file = file, detail = detail))
            }
        }
    }
}

/// All files of properties in one folder, by name.
pub(crate) type Files = BTreeMap<String, FileRead>;

/// What was read of the folder `etc`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Configuration {
    /// The folder `etc`.
    pub(crate) folder: String,
    /// The files in it.
    pub(crate) flat: Files,
    /// Why there may be more files in it.
    pub(crate) flat_gap: Option<Message>,
    /// The files in `groupware` below it.
    pub(crate) groupware: Files,
    /// Why there may be more files in that.
    pub(crate) groupware_gap: Option<Message>,
    /// What is said for single contexts: files and their words.
    pub(crate) context_sets: Vec<(String, String)>,
    /// Why more may be said.
    pub(crate) context_sets_gap: Option<Message>,
}

/// Where the files that count lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `etc/`.
    Flat,
    /// `etc/groupware/`.
    Groupware,
}

/// What was found of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Looked {
    /// It is there, with the file and the line.
    Value {
        /// As it is written, without blanks around it.
        value: String,
        /// File and line.
        place: String,
    },
    /// It is nowhere; the file that it would belong in, and whether that is there.
    Absent {
        /// The file.
        file: String,
        /// Whether it is there.
        is_there: bool,
    },
    /// It cannot be told; the reason.
    Unknown(Message),
}

impl Configuration {
    /// Which files count.
    pub(crate) fn layout(&self, version: Option<OpenXchangeVersion>) -> Result<Layout, Message> {
        let by_version = |unknown: Message| match version {
            Some(version) if version >= OpenXchangeVersion::ONE_CORE => Ok(Layout::Flat),
            Some(_) => Ok(Layout::Groupware),
            None => Err(unknown),
        };
        let gap_of = |files: &Files, gap: &Option<Message>| gap.clone().filter(|_| files.is_empty());
        let gap = gap_of(&self.flat, &self.flat_gap).or_else(|| gap_of(&self.groupware, &self.groupware_gap));
        if let Some(gap) = gap {
            return by_version(gap);
        }
        match (self.flat.is_empty(), self.groupware.is_empty()) {
            (false, true) => Ok(Layout::Flat),
            (true, false) => Ok(Layout::Groupware),
            (true, true) => Err(message!("configuration-none", folder = &self.folder)),
            (false, false) => by_version(message!("configuration-two", folder = &self.folder)),
        }
    }

    fn files(&self, layout: Layout) -> (&Files, String) {
        let folder = self.folder.trim_end_matches('/');
        match layout {
            Layout::Flat => (&self.flat, folder.to_owned()),
            Layout::Groupware => (&self.groupware, format!("{folder}/groupware")),
        }
    }

    /// Why there may be more files than are known.
    pub(crate) fn gap(&self, layout: Layout) -> Option<&Message> {
        match layout {
            Layout::Flat => self.flat_gap.as_ref(),
            Layout::Groupware => self.groupware_gap.as_ref(),
        }
    }

    /// Why a property that is in no file that can be read may be there all the same.
    fn doubt(&self, layout: Layout) -> Option<Message> {
        let (files, folder) = self.files(layout);
        let unread = files.iter().find_map(|(name, read)| read.trouble(&format!("{folder}/{name}")));
        unread.or_else(|| self.gap(layout).cloned())
    }

    /// Whether a file is there, and its whole name.
    pub(crate) fn file(&self, layout: Layout, name: &str) -> (String, Option<&FileRead>) {
        let (files, folder) = self.files(layout);
        (format!("{folder}/{name}"), files.get(name))
    }

    /// Looks a property up that belongs in a file.
    pub(crate) fn find(&self, layout: Layout, file: &str, key: &str) -> Looked {
        self.doubted(layout, self.find_known(layout, file, key))
    }

    /// What is absent only as far as can be told cannot be told.
    fn doubted(&self, layout: Layout, looked: Looked) -> Looked {
        match looked {
            Looked::Absent { .. } => self.doubt(layout).map_or(looked, Looked::Unknown),
            looked => looked,
        }
    }

    /// Looks a property up in the files that are known; its own has to be, if it is there.
    fn find_known(&self, layout: Layout, file: &str, key: &str) -> Looked {
        let (own, read) = self.file(layout, file);
        if let Some(trouble) = read.and_then(|read| read.trouble(&own)) {
            return Looked::Unknown(trouble);
        }
        let (files, folder) = self.files(layout);
        let found: Vec<(String, String)> = files
            .iter()
            .filter_map(|(name, read)| match read {
                FileRead::Read(properties) => {
                    let property = properties.find(key)?;
                    let place = format!("{folder}/{name}:{}", property.line);
                    Some((property.value.trim().to_owned(), place))
                }
                _ => None,
            })
            .collect();
        let is_own = |place: &String| place.strip_prefix(&own).is_some_and(|rest| rest.starts_with(':'));
        let best = found.iter().find(|(_, place)| is_own(place)).or(found.first());
        let Some((value, place)) = best else {
            return Looked::Absent { is_there: read.is_some(), file: own };
        };
        match found.iter().find(|(other, _)| other != value) {
            Some((_, other)) => Looked::Unknown(message!(
                "configuration-contradicts",
                key = key,
                place = place,
                other = other
            )),
            None => Looked::Value { value: value.clone(), place: place.clone() },
        }
    }

    /// Looks up a property of the mail filter that has two spellings.
    pub(crate) fn find_either(&self, layout: Layout, spellings: Spellings) -> Looked {
        let newer = self.find_known(layout, MAIL_FILTER, spellings.1);
        let older = self.find_known(layout, MAIL_FILTER, spellings.0);
        match (newer, older) {
            (newer, Looked::Absent { .. }) => self.doubted(layout, newer),
            (Looked::Absent { .. }, older) => older,
            (Looked::Value { value, place }, Looked::Value { value: other, place: at }) => {
                if value == other {
                    return Looked::Value { value, place };
                }
                Looked::Unknown(message!(
                    "configuration-contradicts",
                    key = spellings.1,
                    place = place,
                    other = at
                ))
            }
            (unknown @ Looked::Unknown(_), _) | (_, unknown @ Looked::Unknown(_)) => unknown,
        }
    }

    /// Why something else may be said for single contexts, and where.
    pub(crate) fn context_set(&self, key: &str) -> Option<(Message, Option<&str>)> {
        match self.context_sets.iter().find(|(_, words)| words.contains(key)) {
            Some((file, _)) => {
                Some((message!("configuration-context-set", key = key, file = file), Some(file.as_str())))
            }
            None => self.context_sets_gap.clone().map(|gap| (gap, None)),
        }
    }
}

/// Whether a value means yes: as Java reads it.
pub(crate) fn is_true(value: &str) -> bool {
    value.trim().eq_ignore_ascii_case("true")
}

#[cfg(test)]
pub(crate) mod tests {
    use text::Message;

    use super::{Configuration, FileRead, Files, Layout, Looked, MAIL_FILTER, SERVER, USER_EDIT, is_wanted};
    use crate::rules::preconditions::properties::{Properties, PropertiesError};
    use crate::rules::preconditions::version::OpenXchangeVersion;

    /// Files of properties, by name.
    pub(crate) fn files(written: &[(&str, &str)]) -> Files {
        let read = |text: &str| {
            Properties::read(text.as_bytes(), is_wanted).map_or_else(FileRead::Broken, FileRead::Read)
        };
        written.iter().map(|(name, text)| ((*name).to_owned(), read(text))).collect()
    }

    fn flat(written: &[(&str, &str)]) -> Configuration {
        Configuration { folder: "/etc".to_owned(), flat: files(written), ..Configuration::default() }
    }

    fn shown(looked: &Looked) -> String {
        match looked {
            Looked::Value { value, place } => format!("{value} at {place}"),
            Looked::Absent { file, is_there } => format!("absent in {file} {is_there}"),
            Looked::Unknown(why) => why.id().to_owned(),
        }
    }

    #[test]
    fn the_layout_is_that_of_the_files() {
        let some = || files(&[("a.properties", "")]);
        let check =
            |is_flat: bool, is_groupware: bool, version: Option<&str>, expected: Result<Layout, &str>| {
                let configuration = Configuration {
                    flat: if is_flat { some() } else { Files::new() },
                    groupware: if is_groupware { some() } else { Files::new() },
                    ..Configuration::default()
                };
                let layout = configuration.layout(version.and_then(OpenXchangeVersion::parse));
                assert_eq!(layout.as_ref().map_err(text::Message::id), expected.as_ref().map_err(|id| *id));
            };
        check(true, false, None, Ok(Layout::Flat));
        check(false, true, None, Ok(Layout::Groupware));
        check(true, true, Some("6.20.7"), Ok(Layout::Groupware));
        check(true, true, Some("7.8.4"), Ok(Layout::Flat));
        check(true, true, None, Err("configuration-two"));
        check(false, false, Some("7.8.4"), Err("configuration-none"));
        // A folder that cannot be read is none that is absent.
        let check = |is_flat: bool, version: Option<&str>, expected: Result<Layout, &str>| {
            let configuration = Configuration {
                flat: if is_flat { some() } else { Files::new() },
                groupware_gap: Some(Message::new("configuration-unreadable")),
                ..Configuration::default()
            };
            let layout = configuration.layout(version.and_then(OpenXchangeVersion::parse));
            assert_eq!(layout.as_ref().map_err(text::Message::id), expected.as_ref().map_err(|id| *id));
        };
        check(true, None, Err("configuration-unreadable"));
        check(false, None, Err("configuration-unreadable"));
        check(true, Some("7.8.4"), Ok(Layout::Flat));
        check(false, Some("6.20.7"), Ok(Layout::Groupware));
    }

    #[test]
    fn what_may_stand_where_nobody_can_read_is_not_absent() {
        let check = |written: &[(&str, &str)], unreadable: &[&str], is_whole: bool, expected: &str| {
            let mut configuration = flat(written);
            for name in unreadable {
                let read = FileRead::Unreadable("denied".to_owned());
                configuration.flat.insert((*name).to_owned(), read);
            }
            if !is_whole {
                configuration.flat_gap = Some(Message::new("configuration-too-many"));
            }
            let looked = configuration.find_either(Layout::Flat, SERVER);
            assert_eq!(shown(&looked), expected, "{written:?} {unreadable:?} {is_whole}");
            let looked = configuration.find(Layout::Flat, MAIL_FILTER, SERVER.0);
            assert_eq!(shown(&looked), expected, "{written:?} {unreadable:?} {is_whole}");
        };
        let set = "SIEVE_SERVER=a";
        let found = "a at /etc/mailfilter.properties:1";
        check(&[(MAIL_FILTER, "")], &[], true, "absent in /etc/mailfilter.properties true");
        check(&[(MAIL_FILTER, "")], &["z.properties"], true, "configuration-unreadable");
        check(&[(MAIL_FILTER, ""), ("z.properties", "A=\\u")], &[], true, "configuration-broken");
        check(&[(MAIL_FILTER, "")], &[], false, "configuration-too-many");
        check(&[], &[], false, "configuration-too-many");
        check(&[(MAIL_FILTER, set)], &["z.properties"], false, found);
        check(&[("a.properties", set)], &["z.properties"], true, "a at /etc/a.properties:1");
    }

    #[test]
    fn what_is_said_for_single_contexts_may_not_be_known() {
        let check = |sets: &[(&str, &str)], gap: Option<&'static str>, expected: Option<&str>| {
            let configuration = Configuration {
                context_sets: sets.iter().map(|(file, text)| ((*file).into(), (*text).into())).collect(),
                context_sets_gap: gap.map(Message::new),
                ..Configuration::default()
            };
            let said = configuration.context_set(USER_EDIT);
            assert_eq!(said.as_ref().map(|(why, _)| why.id()), expected, "{sets:?} {gap:?}");
        };
        check(&[], None, None);
        check(&[("a.yml", "x")], None, None);
        check(&[("a.yml", USER_EDIT)], Some("configuration-unreadable"), Some("configuration-context-set"));
        check(&[("a.yml", "x")], Some("configuration-unreadable"), Some("configuration-unreadable"));
    }

    #[test]
    fn a_property_is_found_wherever_it_stands() {
        let check = |written: &[(&str, &str)], expected: &str| {
            let looked = flat(written).find(Layout::Flat, "foldercache.properties", USER_EDIT);
            assert_eq!(shown(&looked), expected, "{written:?}");
        };
        let own = "foldercache.properties";
        let edit = "\nENABLE_INTERNAL_USER_EDIT: TRUE ";
        check(&[(own, edit)], "TRUE at /etc/foldercache.properties:2");
        check(&[(own, ""), ("other.properties", edit)], "TRUE at /etc/other.properties:2");
        check(&[("other.properties", edit), (own, edit)], "TRUE at /etc/foldercache.properties:2");
        check(
            &[(own, edit), ("other.properties", "ENABLE_INTERNAL_USER_EDIT=x")],
            "configuration-contradicts",
        );
        check(&[(own, "A=1")], "absent in /etc/foldercache.properties true");
        check(&[("other.properties", "")], "absent in /etc/foldercache.properties false");
        check(&[(own, "A=\\u1")], "configuration-broken");
        let mut unreadable = flat(&[]);
        unreadable.flat.insert(own.to_owned(), FileRead::Unreadable("denied".to_owned()));
        assert_eq!(shown(&unreadable.find(Layout::Flat, own, USER_EDIT)), "configuration-unreadable");
        assert_eq!(FileRead::Broken(PropertiesError { line: 1 }), files(&[("a", "\\u")])["a"]);
    }

    #[test]
    fn both_spellings_count() {
        let check = |text: &str, expected: &str| {
            let looked = flat(&[(MAIL_FILTER, text)]).find_either(Layout::Flat, SERVER);
            assert_eq!(shown(&looked), expected, "{text:?}");
        };
        check("SIEVE_SERVER=a", "a at /etc/mailfilter.properties:1");
        check("com.openexchange.mail.filter.server b", "b at /etc/mailfilter.properties:1");
        check("SIEVE_SERVER=a\ncom.openexchange.mail.filter.server=a", "a at /etc/mailfilter.properties:2");
        check("SIEVE_SERVER=a\ncom.openexchange.mail.filter.server=b", "configuration-contradicts");
        check("", "absent in /etc/mailfilter.properties true");
        check("SIEVE_SERVER=\\u0", "configuration-broken");
    }

    #[test]
    fn secrets_are_not_wanted() {
        assert!(!is_wanted("com.openexchange.mail.filter.masterPassword") && is_wanted("SIEVE_PORT"));
    }
}
