//! Who may do what on the server itself. Only here is an [`Actor`] made, and every action takes one.

use core::net::IpAddr;
use std::sync::Arc;

use uuid::Uuid;

use crate::model::api_token::{ApiTokenId, Scope, Scopes};
use crate::model::device::Device;
use crate::model::phrase::Phrase;
use crate::model::session::{SessionId, Step};
use crate::model::source::SourceName;
use crate::model::user::{PasswordKind, Role, Standing, User};

/// Who does an action, and from where. Nobody outside this file can make one.
#[derive(Debug, Clone)]
pub(crate) struct Actor {
    who: Who,
    address: Option<IpAddr>,
    seen: Option<u64>,
}

#[derive(Debug, Clone)]
enum Who {
    Operator(String),
    /// With the set-up code, where no administrator is.
    Founder,
    /// The word of a source of accounts.
    Source(SourceName),
    /// By name and password on the request itself.
    User(Arc<User>),
    /// By the token of a device.
    Device(Arc<User>, Arc<Device>),
    /// On the pages, with the right password just now, and no session yet.
    Door(Arc<User>),
    /// On the pages, and not in yet: a step is asked for.
    Entering(Arc<User>, SessionId, Step),
    /// On the pages.
    Session(Arc<User>, SessionId),
    /// A program, by an API token.
    Program(Arc<User>, ApiTokenId, Scopes),
}

/// What an action needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ability {
    /// To see packages, users, groups, permissions, devices and reports.
    View,
    /// To see the audit.
    Audit,
    /// To add, change, publish, withdraw and delete packages.
    Publish,
    /// To change users, groups, permissions, devices and all else.
    Administer,
    /// To fetch one's own catalog and its packages, to check in, and to report on installs.
    Update,
    /// To make a device known that then signs in by itself.
    Enrol,
    /// To see and change one's own account: password, second factor, sessions, devices.
    OwnAccount,
    /// To see and revoke the API token that was sent.
    OwnToken,
    /// To come in on the pages, step by step.
    Enter,
    /// To make the first administrator.
    Found,
    /// To say how it stands with the accounts of one source.
    Confirm,
    /// To make API tokens for others: by who could read the data folder anyway.
    MakeTokens,
}

/// The actor lacks the ability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the actor may not {0:?}")]
pub(crate) struct NotAllowed(pub(crate) Ability);

/// Makes an actor of someone who holds the server's own files: the owner of the data folder, or root.
///
/// Whoever calls this has asked the operating system for the name, and made sure of the rest.
pub(crate) fn operator(operating_system_user: String) -> Actor {
    Actor { who: Who::Operator(operating_system_user), address: None, seen: None }
}

/// Makes an actor of someone who wants to make the first administrator; the action judges the set-up code.
pub(crate) fn founder() -> Actor {
    Actor { who: Who::Founder, address: None, seen: None }
}

/// Makes an actor of a source's word about its own accounts; whoever calls this has just had its answer.
pub(crate) fn source(name: SourceName) -> Actor {
    Actor { who: Who::Source(name), address: None, seen: None }
}

/// Makes an actor of a user whose password was verified; `None` for one who may not sign in, or has to choose another password.
pub(crate) fn signed_in(user: Arc<User>) -> Option<Actor> {
    let may = user.standing == Standing::Enabled && user.password_kind == PasswordKind::Own;
    may.then_some(Actor { who: Who::User(user), address: None, seen: None })
}

/// Makes an actor of a user whose device sent its token; `None` if the user may not sign in, or has not enrolled the device.
pub(crate) fn signed_in_by_device(user: Arc<User>, device: Arc<Device>) -> Option<Actor> {
    let may = user.standing == Standing::Enabled && device.user == user.id;
    may.then_some(Actor { who: Who::Device(user, device), address: None, seen: None })
}

/// Makes an actor of a user whose password was just verified on the pages; `None` for one who may not sign in.
pub(crate) fn at_the_door(user: Arc<User>) -> Option<Actor> {
    let may = user.standing == Standing::Enabled;
    may.then_some(Actor { who: Who::Door(user), address: None, seen: None })
}

/// Makes an actor of a user who has to take a step before being in; `None` for one who may not sign in.
pub(crate) fn entering(user: Arc<User>, session: SessionId, step: Step) -> Option<Actor> {
    let may = user.standing == Standing::Enabled;
    may.then_some(Actor { who: Who::Entering(user, session, step), address: None, seen: None })
}

/// Makes an actor of a user who has come in by all steps of signing in on the pages (`rules::entrance` says which those are);
/// `None` for one who may not sign in.
pub(crate) fn in_session(user: Arc<User>, session: SessionId) -> Option<Actor> {
    let may = user.standing == Standing::Enabled && user.password_kind == PasswordKind::Own;
    may.then_some(Actor { who: Who::Session(user, session), address: None, seen: None })
}

/// Makes an actor of a program with an API token; `None` if the token's owner may not sign in, or has no role that tokens are for.
pub(crate) fn by_api_token(user: Arc<User>, token: ApiTokenId, scopes: Scopes) -> Option<Actor> {
    let may = user.standing == Standing::Enabled && user.role > Role::User;
    may.then_some(Actor { who: Who::Program(user, token, scopes), address: None, seen: None })
}

/// Whether a role has an ability, whoever has signed in how.
fn role_has(role: Role, ability: Ability) -> bool {
    match ability {
        Ability::View => role >= Role::Viewer,
        Ability::Publish => role >= Role::Publisher,
        Ability::Audit | Ability::Administer => role >= Role::Administrator,
        Ability::Update | Ability::Enrol | Ability::OwnAccount | Ability::OwnToken | Ability::Enter => true,
        Ability::Found | Ability::MakeTokens | Ability::Confirm => false,
    }
}

/// What an API token with a scope may do, where its owner's role opens it.
fn ability_of(scope: Scope) -> Ability {
    match scope {
        Scope::View => Ability::View,
        Scope::Audit => Ability::Audit,
        Scope::Publish => Ability::Publish,
        Scope::Administer => Ability::Administer,
    }
}

/// Whether a role opens what a scope is for.
pub(crate) fn role_opens(role: Role, scope: Scope) -> bool {
    role_has(role, ability_of(scope))
}

impl Actor {
    /// The same actor, who asks from an address.
    pub(crate) fn at(self, address: IpAddr) -> Self {
        Self { address: Some(address), ..self }
    }

    /// The same actor, who changes only what nobody has changed since that revision of all things.
    pub(crate) fn having_seen(self, revision: u64) -> Self {
        Self { seen: Some(revision), ..self }
    }

    /// The revision that the actor has seen, if it matters.
    pub(crate) fn seen(&self) -> Option<u64> {
        self.seen
    }

    /// Asks for an ability.
    ///
    /// # Errors
    /// [`NotAllowed`] if the actor lacks it.
    pub(crate) fn require(&self, ability: Ability) -> Result<(), NotAllowed> {
        if self.has(ability) { Ok(()) } else { Err(NotAllowed(ability)) }
    }

    /// Whether the actor has an ability.
    pub(crate) fn has(&self, ability: Ability) -> bool {
        use Ability::{
            Administer, Audit, Confirm, Enrol, Enter, Found, MakeTokens, OwnAccount, OwnToken, Publish,
            Update, View,
        };
        match (&self.who, ability) {
            (Who::Operator(_), ability) => {
                matches!(ability, View | Audit | Publish | Administer | MakeTokens)
            }
            (Who::Founder, ability) => ability == Found,
            (Who::Source(_), ability) => ability == Confirm,
            // A password on each request has no second factor: whatever the role, it opens one's own updates and no more.
            (Who::User(_), ability) => matches!(ability, Update | Enrol),
            // Whoever finds a token can keep what it opens, and cannot make another one of it.
            (Who::Device(..), ability) => ability == Update,
            (Who::Door(_) | Who::Entering(..), ability) => ability == Enter,
            // A session has passed the second factor, and its page asks before a PC is made known.
            (
                Who::Session(user, _),
                Update | Enrol | OwnAccount | View | Audit | Publish | Administer | Enter,
            ) => role_has(user.role, ability),
            (Who::Session(..), OwnToken | Found | MakeTokens | Confirm) => false,
            (Who::Program(user, _, scopes), ability) => {
                let scope = match ability {
                    View => scopes.has(Scope::View),
                    Audit => scopes.has(Scope::Audit),
                    Publish => scopes.has(Scope::Publish),
                    Administer => scopes.has(Scope::Administer),
                    Update | Enrol | OwnAccount | Enter | Found | MakeTokens | Confirm => false,
                    OwnToken => true,
                };
                scope && role_has(user.role, ability)
            }
        }
    }

    /// The user, where the actor is one and may update.
    ///
    /// # Errors
    /// [`NotAllowed`] for someone who is no user.
    pub(crate) fn updating_user(&self) -> Result<&Arc<User>, NotAllowed> {
        match &self.who {
            Who::User(user) | Who::Device(user, _) | Who::Session(user, _) => Ok(user),
            Who::Operator(_)
            | Who::Founder
            | Who::Source(_)
            | Who::Program(..)
            | Who::Door(_)
            | Who::Entering(..) => Err(NotAllowed(Ability::Update)),
        }
    }

    /// The user, where the actor is one, may update, and may tell the server about this PC: by a token only about the device
    /// that it was given to, by a password only one whose role opens nothing else.
    ///
    /// # Errors
    /// [`NotAllowed`].
    pub(crate) fn user_speaking_for(&self, device: Uuid) -> Result<&Arc<User>, NotAllowed> {
        let may = match &self.who {
            Who::User(user) => user.role == Role::User,
            Who::Device(_, own) => own.device == device,
            Who::Operator(_)
            | Who::Founder
            | Who::Source(_)
            | Who::Door(_)
            | Who::Entering(..)
            | Who::Session(..)
            | Who::Program(..) => false,
        };
        if may { self.updating_user() } else { Err(NotAllowed(Ability::Update)) }
    }

    /// The user, where the actor is one who signed in with the password, or on the pages.
    ///
    /// # Errors
    /// [`NotAllowed`].
    pub(crate) fn enrolling_user(&self) -> Result<&Arc<User>, NotAllowed> {
        self.require(Ability::Enrol)?;
        self.updating_user()
    }

    /// The user on the pages, and the session.
    ///
    /// # Errors
    /// [`NotAllowed`] for someone who is elsewhere.
    pub(crate) fn own_account(&self) -> Result<(&Arc<User>, SessionId), NotAllowed> {
        match &self.who {
            Who::Session(user, session) => Ok((user, *session)),
            _ => Err(NotAllowed(Ability::OwnAccount)),
        }
    }

    /// The user on the pages, and the session, where this step may be taken: on the way in, or later on one's own account.
    ///
    /// # Errors
    /// [`NotAllowed`] for someone who is elsewhere, or at another step.
    pub(crate) fn at_step(&self, step: Step) -> Result<(&Arc<User>, SessionId), NotAllowed> {
        match &self.who {
            Who::Entering(user, session, asked) if *asked == step => Ok((user, *session)),
            Who::Session(user, session) if step != Step::SecondFactor => Ok((user, *session)),
            _ => Err(NotAllowed(Ability::Enter)),
        }
    }

    /// The session on the pages, whether its user is in yet or not.
    pub(crate) fn session(&self) -> Option<SessionId> {
        match &self.who {
            Who::Entering(_, session, _) | Who::Session(_, session) => Some(*session),
            _ => None,
        }
    }

    /// The user, as it was when the actor was made; `None` for an operator.
    pub(crate) fn user(&self) -> Option<&Arc<User>> {
        match &self.who {
            Who::Operator(_) | Who::Founder | Who::Source(_) => None,
            Who::User(user)
            | Who::Device(user, _)
            | Who::Door(user)
            | Who::Entering(user, ..)
            | Who::Session(user, _)
            | Who::Program(user, ..) => Some(user),
        }
    }

    /// Whether the actor's account is still as it was when the actor was made: who is disabled, gets another role or another
    /// password while a change waits for its turn does not make it any more.
    pub(crate) fn is_still(&self, now: Option<&Arc<User>>) -> bool {
        let Some(then) = self.user() else { return true };
        now.is_some_and(|now| {
            now.id == then.id
                && now.standing == then.standing
                && now.role == then.role
                && now.password_hash == then.password_hash
        })
    }

    /// The API token that was sent, if one was.
    pub(crate) fn token(&self) -> Option<ApiTokenId> {
        match &self.who {
            Who::Program(_, token, _) => Some(*token),
            _ => None,
        }
    }

    /// The device whose token was sent, if one was.
    pub(crate) fn device(&self) -> Option<&Arc<Device>> {
        match &self.who {
            Who::Device(_, device) => Some(device),
            _ => None,
        }
    }

    /// What kind of actor this is, as the audit writes it.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.who {
            Who::Operator(_) => "operating-system",
            Who::Founder => "set-up",
            Who::Source(_) => "source",
            Who::User(_) | Who::Door(_) | Who::Entering(..) | Who::Session(..) => "user",
            Who::Device(..) => "device",
            Who::Program(..) => "program",
        }
    }

    /// Who the actor is, as the audit keeps it: users by number, so that it tells nothing any more once they are removed.
    pub(crate) fn phrase(&self) -> Phrase {
        self.user().map_or_else(|| Phrase::text(self.name()), |user| Phrase::user(user.id))
    }

    /// The actor's name.
    pub(crate) fn name(&self) -> &str {
        match &self.who {
            Who::Operator(name) => name,
            Who::Founder => "set-up",
            Who::Source(source) => source.as_str(),
            Who::User(user)
            | Who::Device(user, _)
            | Who::Door(user)
            | Who::Entering(user, ..)
            | Who::Session(user, _)
            | Who::Program(user, ..) => user.name.as_str(),
        }
    }

    /// From where the actor asks; `None` for someone at this machine.
    pub(crate) fn peer(&self) -> Option<IpAddr> {
        self.address
    }

    /// From where the actor asks, as the audit writes it; empty for someone at this machine.
    pub(crate) fn address(&self) -> String {
        self.address.map(|address| address.to_canonical().to_string()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
