//! Who sits at this machine, as the operating system knows.

/// The most characters of an operator's name.
const NAME_LENGTH_MAX: usize = 64;

/// Someone at this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Operator {
    /// The operating-system user.
    pub(crate) user: String,
    /// Whom that user speaks for, where root was reached by `sudo`.
    pub(crate) on_behalf_of: Option<String>,
}

impl Operator {
    /// The name for the audit: `anna`, or `root (anna)`.
    pub(crate) fn name(&self) -> String {
        match &self.on_behalf_of {
            Some(other) => format!("{} ({other})", self.user),
            None => self.user.clone(),
        }
    }

    /// Takes what root says about whom it speaks for; from anyone else, and from a name that is none, it counts as nothing.
    pub(crate) fn speaking_for(mut self, claim: Option<String>) -> Self {
        let is_name = |name: &String| {
            !name.is_empty()
                && name.chars().count() <= NAME_LENGTH_MAX
                && !name.contains(|letter: char| letter.is_control() || "()".contains(letter))
        };
        self.on_behalf_of = claim.filter(is_name).filter(|name| self.user == "root" && name != "root");
        self
    }
}

/// The operating-system user of a number; the number itself where it has no name.
#[cfg(unix)]
pub(crate) fn user_name(uid: nix::unistd::Uid) -> String {
    let named = nix::unistd::User::from_uid(uid).ok().flatten();
    named.map_or_else(|| format!("uid {uid}"), |user| user.name)
}

/// Whoever runs this process. `claim` is whom root speaks for.
#[cfg(unix)]
pub(crate) fn operator_here(claim: Option<String>) -> Operator {
    let user = user_name(nix::unistd::getuid());
    Operator { user, on_behalf_of: None }.speaking_for(claim)
}

/// Whoever runs this process, as the environment tells.
#[cfg(not(unix))]
pub(crate) fn operator_here(claim: Option<String>) -> Operator {
    let user = std::env::var("USERNAME").unwrap_or_else(|_| "?".to_owned());
    Operator { user, on_behalf_of: None }.speaking_for(claim)
}

#[cfg(test)]
mod tests {
    use super::Operator;

    #[test]
    fn only_root_speaks_for_others() {
        let check = |user: &str, claim: Option<&str>, expected: &str| {
            let operator = Operator { user: user.to_owned(), on_behalf_of: None };
            assert_eq!(operator.speaking_for(claim.map(str::to_owned)).name(), expected);
        };
        check("anna", None, "anna");
        check("root", None, "root");
        check("root", Some("anna"), "root (anna)");
        check("anna", Some("ben"), "anna");
        check("root", Some("root"), "root");
        check("root", Some(""), "root");
        check("root", Some("anna) and (ben"), "root");
        check("root", Some("anna\nroot"), "root");
        check("root", Some(&"a".repeat(65)), "root");
    }
}
