//! That a site is never left without somebody who may change everything.

use text::{Explain, Message, message};

use crate::model::snapshot::Users;
use crate::model::user::{PasswordState, Role, Standing, User, UserId};

/// The last administrator cannot be removed, disabled or given another role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) struct LastAdministrator(pub(crate) String);

/// Whether some administrator can sign in.
pub(crate) fn is_governed(users: &Users) -> bool {
    users.iter().any(|user| governs(user))
}

/// Makes sure that an administrator who can sign in is left when a user goes, is disabled or gets another role.
///
/// # Errors
/// [`LastAdministrator`] names the user.
pub(crate) fn may_leave(users: &Users, leaving: UserId) -> Result<(), LastAdministrator> {
    match users.by_id(leaving) {
        Some(user) if governs(user) && !users.iter().any(|other| other.id != leaving && governs(other)) => {
            Err(LastAdministrator(user.name.to_string()))
        }
        _ => Ok(()),
    }
}

/// Whether a user is an administrator who can get in: an imported one without a password cannot, one with a one-time password
/// can, by choosing another.
fn governs(user: &User) -> bool {
    let password = PasswordState::of(&user.password_hash, user.password_kind, user.source.as_ref());
    // Who is known elsewhere cannot sign in while that is away, and may be gone there tomorrow.
    let has_password = matches!(password, PasswordState::Own | PasswordState::OneTime);
    user.role == Role::Administrator && user.standing == Standing::Enabled && has_password
}

impl Explain for LastAdministrator {
    fn message(&self) -> Message {
        message!("error-last-administrator", name = self.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{is_governed, may_leave};
    use crate::model::name::Name;
    use crate::model::snapshot::Users;
    use crate::model::user::{PasswordKind, PasswordState, Role, Standing, User, UserId};

    fn user(id: usize, role: Role, standing: Standing, password: PasswordState) -> User {
        let (hash, password_kind) = match password {
            PasswordState::Own => ("hash", PasswordKind::Own),
            PasswordState::OneTime => ("hash", PasswordKind::OneTime),
            PasswordState::None | PasswordState::Source => ("", PasswordKind::Own),
        };
        let source = (password == PasswordState::Source).then(|| "ox".parse().unwrap());
        let name = Name::parse(&format!("user {id}")).unwrap();
        User {
            role,
            standing,
            name,
            password_hash: hash.into(),
            password_kind,
            source,
            ..User::example(id as i64)
        }
    }

    #[test]
    fn the_last_administrator_stays() {
        use PasswordState::{None, OneTime, Own};
        use Role::{Administrator, Publisher, User as Plain};
        use Standing::{Disabled, Enabled};
        let check = |known: &[(Role, Standing, PasswordState)], leaving: i64, expected: bool| {
            let user = |(id, (role, standing, password)): (usize, &(Role, Standing, PasswordState))| {
                user(id, *role, *standing, *password)
            };
            let users = Users::new(known.iter().enumerate().map(user).collect());
            assert_eq!(may_leave(&users, UserId(leaving)).is_ok(), expected, "{known:?} {leaving}");
        };
        let administrator = (Administrator, Enabled, Own);
        check(&[administrator], 0, false);
        check(&[administrator, administrator], 0, true);
        check(&[administrator, (Administrator, Disabled, Own)], 0, false);
        check(&[administrator, (Administrator, Disabled, Own)], 1, true);
        check(&[administrator, (Publisher, Enabled, Own)], 0, false);
        check(&[administrator, (Publisher, Enabled, Own)], 1, true);
        check(&[administrator, (Administrator, Enabled, None)], 0, false);
        check(&[administrator, (Administrator, Enabled, None)], 1, true);
        check(&[administrator, (Administrator, Enabled, OneTime)], 0, true);
        check(&[(Administrator, Enabled, OneTime)], 0, false);
        check(&[(Plain, Enabled, Own)], 0, true);
        check(&[(Plain, Enabled, Own)], 9, true);
    }

    #[test]
    fn a_site_is_governed_by_who_can_get_in() {
        let check = |role, standing, password, expected: bool| {
            let users = Users::new(vec![user(1, role, standing, password)]);
            assert_eq!(is_governed(&users), expected, "{role:?} {standing:?} {password:?}");
        };
        check(Role::Administrator, Standing::Enabled, PasswordState::Own, true);
        check(Role::Administrator, Standing::Enabled, PasswordState::OneTime, true);
        check(Role::Administrator, Standing::Enabled, PasswordState::None, false);
        check(Role::Administrator, Standing::Enabled, PasswordState::Source, false);
        check(Role::Administrator, Standing::Disabled, PasswordState::Own, false);
        check(Role::Publisher, Standing::Enabled, PasswordState::Own, false);
    }
}
