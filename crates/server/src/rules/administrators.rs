//! That a site is never left without somebody who may change everything.

use text::{Explain, Message, message};

use crate::model::snapshot::Users;
use crate::model::user::{Role, Standing, User, UserId};

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

fn governs(user: &User) -> bool {
    user.role == Role::Administrator && user.standing == Standing::Enabled
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
    use crate::model::user::{Role, Standing, User, UserId};

    #[test]
    fn the_last_administrator_stays() {
        use Role::{Administrator, Publisher, User as Plain};
        use Standing::{Disabled, Enabled};
        let check = |known: &[(Role, Standing)], leaving: i64, expected: bool| {
            let user = |(id, (role, standing)): (usize, &(Role, Standing))| User {
                role: *role,
                standing: *standing,
                name: Name::parse(&format!("user {id}")).unwrap(),
                ..User::example(id as i64)
            };
            let users = Users::new(known.iter().enumerate().map(user).collect());
            assert_eq!(may_leave(&users, UserId(leaving)).is_ok(), expected, "{known:?} {leaving}");
        };
        check(&[(Administrator, Enabled)], 0, false);
        check(&[(Administrator, Enabled), (Administrator, Enabled)], 0, true);
        check(&[(Administrator, Enabled), (Administrator, Disabled)], 0, false);
        check(&[(Administrator, Enabled), (Administrator, Disabled)], 1, true);
        check(&[(Administrator, Enabled), (Publisher, Enabled)], 0, false);
        check(&[(Administrator, Enabled), (Publisher, Enabled)], 1, true);
        check(&[(Plain, Enabled)], 0, true);
        check(&[(Plain, Enabled)], 9, true);
    }

    #[test]
    fn a_site_is_governed_by_who_can_sign_in() {
        let site = |standing| {
            is_governed(&Users::new(vec![User { role: Role::Administrator, standing, ..User::example(1) }]))
        };
        assert!(site(Standing::Enabled));
        assert!(!site(Standing::Disabled));
        assert!(!is_governed(&Users::new(vec![User::example(1)])));
    }
}
