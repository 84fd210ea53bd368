//! Changing: single switches and the properties, with all else as it was.

use super::{InstallParams, InstallParamsError, Param, UserInterface};

impl InstallParams {
    /// Whether `/norestart` is among them.
    #[must_use]
    pub fn has_no_restart(&self) -> bool {
        self.0.contains(&Param::NoRestart)
    }

    /// The same with other switches about the user interface: one, or none at all.
    #[must_use]
    pub fn with_user_interface(mut self, shown: Option<UserInterface>) -> Self {
        self.0.retain(|param| !matches!(param, Param::UserInterface(_)));
        let switch = shown.map(|shown| match shown {
            UserInterface::None => "quiet",
            UserInterface::Passive => "passive",
            UserInterface::Basic => "qb",
            UserInterface::Reduced => "qr",
            UserInterface::Full => "qf",
        });
        if let Some(switch) = switch {
            self.0.insert(0, Param::UserInterface(switch.to_owned()));
        }
        self
    }

    /// The same with one `/norestart`, behind the switches about the user interface.
    #[must_use]
    pub fn with_no_restart(self) -> Self {
        let mut params = self.without_no_restart();
        let place = params.0.iter().take_while(|param| matches!(param, Param::UserInterface(_))).count();
        params.0.insert(place, Param::NoRestart);
        params
    }

    /// The same without `/norestart`.
    #[must_use]
    pub fn without_no_restart(mut self) -> Self {
        self.0.retain(|param| *param != Param::NoRestart);
        self
    }

    /// The same switches without any property.
    #[must_use]
    pub fn without_properties(mut self) -> Self {
        self.0.retain(|param| !matches!(param, Param::Property { .. }));
        self
    }

    /// The same switches with other properties, one on each line as `NAME=value`; empty lines do not count.
    ///
    /// A value stands as it is; one that begins with a quote is read as on a command line, where quotes stand around it.
    ///
    /// # Errors
    /// [`InstallParamsError`] for the first line that is not allowed.
    pub fn with_property_lines(self, lines: &str) -> Result<Self, InstallParamsError> {
        let mut params = self.without_properties();
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let not_understood = || InstallParamsError::LineNotUnderstood(super::parse::shown(line));
            let (name, value) = line.split_once('=').ok_or_else(not_understood)?;
            let (name, value) = (name.trim_end(), value.trim_start());
            if !value.starts_with('"') {
                params = params.with_property(name, value)?;
                continue;
            }
            for param in Self::parse(&format!("{name}={value}"))?.0 {
                let Param::Property { name, value } = param else { return Err(not_understood()) };
                params = params.with_property(&name, &value)?;
            }
        }
        Ok(params)
    }

    /// The properties, one on each line as `NAME=value`, as [`with_property_lines`](Self::with_property_lines) reads them.
    #[must_use]
    pub fn property_lines(&self) -> String {
        let line = |(name, value): (&str, &str)| {
            if value.starts_with('"') || value.trim() != value {
                return format!("{name}=\"{}\"\n", value.replace('"', "\"\""));
            }
            format!("{name}={value}\n")
        };
        self.properties().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::install_params::{InstallParams, UserInterface};

    fn params(written: &str) -> InstallParams {
        InstallParams::parse(written).unwrap()
    }

    #[test]
    fn switches_come_and_go_and_the_rest_stays() {
        let check = |written: &str, shown, expected: &str| {
            assert_eq!(params(written).with_user_interface(shown).to_string(), expected, "{written}");
        };
        check("", Some(UserInterface::Passive), "/passive");
        check("/qb /q A=1 /norestart", Some(UserInterface::None), "/quiet A=\"1\" /norestart");
        check("/passive A=1", None, "A=\"1\"");
        for (shown, switch) in [
            (UserInterface::None, "/quiet"),
            (UserInterface::Passive, "/passive"),
            (UserInterface::Basic, "/qb"),
            (UserInterface::Reduced, "/qr"),
            (UserInterface::Full, "/qf"),
        ] {
            let changed = InstallParams::default().with_user_interface(Some(shown));
            assert_eq!((changed.to_string().as_str(), changed.user_interface()), (switch, Some(shown)));
        }
        let restart = params("/passive A=1").with_no_restart();
        assert_eq!(
            (restart.to_string().as_str(), restart.has_no_restart()),
            ("/passive /norestart A=\"1\"", true)
        );
        assert_eq!(params("A=1 /norestart").with_no_restart().to_string(), "/norestart A=\"1\"");
        assert_eq!(restart.without_no_restart(), params("/passive A=1"));
    }

    #[test]
    fn properties_are_lines() {
        let check = |lines: &str, expected: Result<&str, &str>| {
            let changed = params("/passive OLD=1 /norestart").with_property_lines(lines);
            let changed = changed.map(|params| params.to_string()).map_err(|error| error.to_string());
            assert_eq!(
                changed.as_deref().map_err(|error| error.contains(expected.err().unwrap_or("?"))),
                expected.map_err(|_| true),
                "{lines}"
            );
        };
        check("", Ok("/passive /norestart"));
        check("A=1\r\n\r\n B = x \"y\" \n", Ok("/passive /norestart A=\"1\" B=\"x \"\"y\"\"\""));
        check("A=\nB=/x C=2", Ok("/passive /norestart A=\"\" B=\"/x C=2\""));
        check("A", Err("“A” is not a property."));
        check("/quiet", Err("“/quiet” is not a property."));
        check("A=\"x y\"", Ok("/passive /norestart A=\"x y\""));
        check("A = \"C:\\Program Files\\OX\\\"", Ok("/passive /norestart A=\"C:\\Program Files\\OX\\\""));
        check("A=\"say \"\"hi\"\"\"", Ok("/passive /norestart A=\"say \"\"hi\"\"\""));
        check("A=\"x\" B=\"y\"", Ok("/passive /norestart A=\"x\" B=\"y\""));
        check("A=\"x\" /quiet", Err("is not a property."));
        check("A=\"x", Err("A quotation mark is opened and not closed."));
        check("A=\"\"", Ok("/passive /norestart A=\"\""));
        check("A=1\nREMOVE=ALL", Err("REMOVE"));
        check("a=1", Err("“a”"));
        assert_eq!(params("/q A=\"x y\" B=").property_lines(), "A=x y\nB=\n");
        for value in ["\"", "\"x\"", "\"a\" \"b\"", " x ", "x \"y\"", "C:\\OX\\"] {
            let params = InstallParams::default().with_property("A", value).unwrap();
            let read = InstallParams::default().with_property_lines(&params.property_lines());
            assert_eq!(read, Ok(params), "{value}");
        }
    }
}
