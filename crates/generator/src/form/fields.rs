//! What stands in the fields, as it was typed, and what is wrong with it.

use std::collections::BTreeMap;

use catalog::install_params::UserInterface;
use catalog::{
    Icon, Importance, InstallParams, InstallParamsError, Listing, Product, ReleaseDate, address, listing,
    product,
};
use text::{Explain as _, Message, message};

use super::command::{Field, Switch, Ticked};

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fields {
    texts: BTreeMap<Field, String>,
    /// What is wrong with the lines of properties; what is right with them is in the install params already.
    properties_wrong: Option<InstallParamsError>,
    pub(crate) importance: Importance,
    pub(crate) icon: Option<Icon>,
}

impl Fields {
    /// The fields of a product.
    pub(crate) fn of(product: &Product) -> Self {
        let date = product.release_date.as_ref().map(ToString::to_string).unwrap_or_default();
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        let texts = [
            (Field::Name, product.name.clone()),
            (Field::ReleaseDate, date),
            (Field::Url, product.url.clone()),
            (Field::InfoUrl, given(&product.info_url)),
            (Field::InstallParams, product.install_params.to_string()),
            (Field::Properties, product.install_params.property_lines()),
            (Field::Description, given(&product.description)),
            (Field::ReleaseNotes, given(&product.release_notes)),
            (Field::Requires, given(&product.requires)),
            (Field::CloseFirst, product.close_first.join("; ")),
        ];
        let (importance, icon) = (product.importance, product.icon.clone());
        Self { texts: BTreeMap::from(texts), properties_wrong: None, importance, icon }
    }

    /// Takes over what the person has made other than `untouched`, be it typed, chosen or ticked.
    pub(crate) fn take_changes(&mut self, changed: &Self, untouched: &Self) {
        let differs = |field: &Field| changed.text(*field) != untouched.text(*field);
        let install = [Field::InstallParams, Field::Properties];
        let about_install = install.iter().any(differs);
        if about_install {
            self.properties_wrong.clone_from(&changed.properties_wrong);
        }
        for field in
            Field::ALL.into_iter().filter(|field| differs(field) || about_install && install.contains(field))
        {
            self.texts.insert(field, changed.text(field).to_owned());
        }
        if changed.importance != untouched.importance {
            self.importance = changed.importance;
        }
        if changed.icon != untouched.icon {
            self.icon.clone_from(&changed.icon);
        }
    }

    /// The text in a field.
    pub(crate) fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map(String::as_str).unwrap_or_default()
    }

    /// Puts a text into a field; the install params and their properties follow each other.
    pub(crate) fn type_in(&mut self, field: Field, text: String) {
        match field {
            Field::InstallParams => {
                if let Ok(params) = InstallParams::parse(&text) {
                    self.texts.insert(Field::Properties, params.property_lines());
                    self.properties_wrong = None;
                }
            }
            Field::Properties => {
                // Placeholders that are being typed are judged elsewhere; a line that cannot be read stays as it is.
                let params = InstallParams::parse(self.text(Field::InstallParams));
                let changed = params.and_then(|params| params.with_property_lines(&text));
                self.properties_wrong = changed.as_ref().err().cloned();
                if let Ok(params) = changed {
                    self.texts.insert(Field::InstallParams, params.to_string());
                }
            }
            _ => {}
        }
        self.texts.insert(field, text);
    }

    /// The install params as they can be read now.
    fn install_params(&self) -> Result<InstallParams, InstallParamsError> {
        let params = InstallParams::parse(self.text(Field::InstallParams))?;
        params.known_placeholders().map(|()| params)
    }

    /// Whether a switch is among the install params; none if they cannot be read.
    pub(crate) fn ticked(&self, switch: Switch) -> Option<bool> {
        let params = InstallParams::parse(self.text(Field::InstallParams)).ok()?;
        Some(match switch {
            Switch::Passive => params.user_interface() == Some(UserInterface::Passive),
            Switch::Quiet => params.user_interface() == Some(UserInterface::None),
            Switch::NoRestart => params.has_no_restart(),
        })
    }

    /// Puts a switch among the install params, or takes it out; unless they cannot be read.
    pub(crate) fn tick(&mut self, switch: Switch, ticked: Ticked) {
        let Ok(params) = InstallParams::parse(self.text(Field::InstallParams)) else { return };
        let changed = match (switch, ticked) {
            (Switch::Passive, Ticked::Yes) => params.with_user_interface(Some(UserInterface::Passive)),
            (Switch::Quiet, Ticked::Yes) => params.with_user_interface(Some(UserInterface::None)),
            (Switch::Passive | Switch::Quiet, Ticked::No) => params.with_user_interface(None),
            (Switch::NoRestart, Ticked::Yes) => params.with_no_restart(),
            (Switch::NoRestart, Ticked::No) => params.without_no_restart(),
        };
        self.texts.insert(Field::InstallParams, changed.to_string());
    }

    /// What is wrong with a field; `facts` is what the package says.
    pub(crate) fn problem(&self, field: Field, facts: &Product) -> Option<Message> {
        let text = self.text(field).to_owned();
        let given = Some(text.clone());
        let judge =
            |listing: Listing| listing::relist(facts, "x.msi", listing).err().map(|error| error.message());
        match field {
            Field::Name => judge(Listing { name: given, ..Listing::default() }),
            Field::ReleaseDate => self.release_date(facts).err(),
            Field::Url => address::package_url(&text).err().map(|error| error.message()),
            Field::InfoUrl if text.trim().is_empty() => None,
            Field::InfoUrl => address::info_url(&text).err().map(|error| error.message()),
            Field::InstallParams => self.install_params().err().map(|error| error.message()),
            Field::Properties => self.properties_wrong.as_ref().map(text::Explain::message),
            Field::Description => judge(Listing { description: given, ..Listing::default() }),
            Field::ReleaseNotes => judge(Listing { release_notes: given, ..Listing::default() }),
            Field::Requires => judge(Listing { requires: given, ..Listing::default() }),
            Field::CloseFirst => product::close_first(&text).err().map(|error| error.message()),
        }
    }

    /// The product that package and fields make; none as long as something is wrong.
    pub(crate) fn product(&self, facts: &Product) -> Option<Product> {
        if self.properties_wrong.is_some() {
            return None;
        }
        let given = |field| Some(self.text(field).to_owned());
        let listing = Listing {
            name: given(Field::Name),
            info_url: given(Field::InfoUrl),
            icon: self.icon.clone(),
            install_params: self.install_params().ok()?,
            importance: self.importance,
            release_date: self.release_date(facts).ok()?,
            description: given(Field::Description),
            release_notes: given(Field::ReleaseNotes),
            requires: given(Field::Requires),
            close_first: product::close_first(self.text(Field::CloseFirst)).ok()?,
        };
        listing::relist(facts, self.text(Field::Url), listing).ok()
    }

    /// A day; another text only where the entry has it already.
    fn release_date(&self, facts: &Product) -> Result<Option<ReleaseDate>, Message> {
        match ReleaseDate::parse(self.text(Field::ReleaseDate)) {
            Some(ReleaseDate::Text(text)) if facts.release_date != Some(ReleaseDate::Text(text.clone())) => {
                Err(message!("generator-not-a-day", text = text))
            }
            date => Ok(date),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use crate::form::command::Ticked::{No, Yes};
    use crate::form::command::{Field, Switch};
    use crate::form::fixture::product;

    #[test]
    fn the_line_the_boxes_and_the_properties_keep_in_step() {
        let mut fields = Fields::of(&product("Notes", "1.0.0", 'A', "x.msi"));
        let mut check = |change: &dyn Fn(&mut Fields), line: &str, lines: &str, boxes: Option<[bool; 3]>| {
            change(&mut fields);
            assert_eq!(fields.text(Field::InstallParams), line);
            assert_eq!(fields.text(Field::Properties), lines);
            assert_eq!(
                Switch::ALL.map(|switch| fields.ticked(switch)),
                match boxes {
                    Some(boxes) => boxes.map(Some),
                    None => [None; 3],
                }
            );
        };
        let typed =
            |field, text: &'static str| move |fields: &mut Fields| fields.type_in(field, text.to_owned());
        check(&|fields| fields.tick(Switch::Passive, Yes), "/passive", "", Some([true, false, false]));
        check(
            &|fields| fields.tick(Switch::NoRestart, Yes),
            "/passive /norestart",
            "",
            Some([true, false, true]),
        );
        check(&|fields| fields.tick(Switch::Quiet, Yes), "/quiet /norestart", "", Some([false, true, true]));
        check(
            &typed(Field::Properties, "A=x y"),
            "/quiet /norestart A=\"x y\"",
            "A=x y",
            Some([false, true, true]),
        );
        check(
            &|fields| fields.tick(Switch::Quiet, No),
            "/norestart A=\"x y\"",
            "A=x y",
            Some([false, false, true]),
        );
        check(&typed(Field::InstallParams, "/qb B=1"), "/qb B=1", "B=1\n", Some([false; 3]));
        check(&typed(Field::Properties, "B"), "/qb B=1", "B", Some([false; 3]));
        check(&typed(Field::InstallParams, "/qb \""), "/qb \"", "B", None);
        check(&|fields| fields.tick(Switch::Quiet, Yes), "/qb \"", "B", None);
        check(&typed(Field::Properties, "C=3"), "/qb \"", "C=3", None);
        check(&typed(Field::InstallParams, "-Q C=2"), "-Q C=2", "C=2\n", Some([false, true, false]));
        check(
            &typed(Field::Properties, "C=\"x y\""),
            "/q C=\"x y\"",
            "C=\"x y\"",
            Some([false, true, false]),
        );
    }

    #[test]
    fn a_variable_is_typed_letter_by_letter_and_the_switches_stay() {
        let mut fields = Fields::of(&product("Notes", "1.0.0", 'A', "x.msi"));
        fields.tick(Switch::Passive, Yes);
        let line = "OXU=${OX_USERNAME}";
        for end in 1..=line.len() {
            fields.type_in(Field::Properties, line[..end].to_owned());
            assert_eq!(fields.ticked(Switch::Passive), Some(true), "{}", &line[..end]);
        }
        assert_eq!(fields.text(Field::InstallParams), "/passive OXU=\"${OX_USERNAME}\"");
    }

    #[test]
    fn what_is_wrong_is_told_beside_its_field() {
        let facts = product("Notes", "1.0.0", 'A', "x.msi");
        let check = |field, text: &str, expected: Option<&str>| {
            let mut fields = Fields::of(&facts);
            fields.type_in(field, text.to_owned());
            let found = Field::ALL
                .map(|field| fields.problem(field, &facts).map(|problem| (field, problem.to_string())));
            let found: Vec<_> = found.into_iter().flatten().collect();
            let begins = |problem: &str| expected.is_some_and(|expected| problem.starts_with(expected));
            assert!(
                match found.as_slice() {
                    [] => expected.is_none(),
                    [(place, problem)] => *place == field && begins(problem),
                    _ => false,
                },
                "{field:?} {text}: {found:?}"
            );
            assert_eq!(fields.product(&facts).is_some(), expected.is_none(), "{field:?} {text}");
        };
        check(Field::Name, "", None);
        check(Field::Name, &"n".repeat(257), Some("Name is longer than 256 characters."));
        check(Field::ReleaseDate, "", None);
        check(Field::ReleaseDate, "2026-11-21", None);
        check(Field::ReleaseDate, "autumn", Some("“autumn” is not a day."));
        check(Field::Url, " ", Some("It is empty."));
        check(Field::Url, "C:\\x.msi", Some("It names a drive of one PC"));
        check(Field::InfoUrl, " ", None);
        check(Field::InfoUrl, "a.example", Some("It has to begin with http:// or https://"));
        check(Field::InstallParams, "/x", Some("“/x” would replace the install by another action."));
        check(Field::InstallParams, "A=${OX_PASSWORD}", Some("“${OX_PASSWORD}” asks for something secret."));
        check(Field::Properties, "A=1\nnonsense", Some("“nonsense”"));
        check(Field::Description, &"d".repeat(2_001), Some("Description is longer than 2000 characters."));
        check(Field::ReleaseNotes, "a\u{1b}", Some("ReleaseNotes holds a control character."));
        check(Field::Requires, "Windows 10\r\nOutlook", None);
        check(Field::CloseFirst, "a/b", Some("Programs are named by their file names"));
    }

    #[test]
    fn a_date_that_is_no_day_may_stay() {
        let before = product("Notes", "1.0.0", 'A', "x.msi");
        let facts = catalog::Product { release_date: catalog::ReleaseDate::parse("autumn"), ..before };
        assert_eq!(Fields::of(&facts).product(&facts).as_ref(), Some(&facts));
    }
}
