//! Who may do what, by a table.

use std::sync::Arc;

use catalog::device::DeviceToken;
use uuid::Uuid;

use super::Ability::{
    Administer, Audit, Enrol, Enter, Found, MakeTokens, OwnAccount, OwnToken, Publish, Update, View,
};
use super::{
    Ability, Actor, at_the_door, by_api_token, entering, founder, in_session, operator, signed_in,
    signed_in_by_device,
};
use crate::model::api_token::{ApiTokenId, Scope, Scopes};
use crate::model::device::{Device, DeviceId, TokenHash};
use crate::model::session::{SessionId, Step};
use crate::model::user::{PasswordKind, Role, Standing, User, UserId};

fn with_role(role: Role) -> Arc<User> {
    Arc::new(User { role, ..User::example(1) })
}

fn disabled() -> Arc<User> {
    Arc::new(User { standing: Standing::Disabled, role: Role::Administrator, ..User::example(1) })
}

fn device(user: i64) -> Arc<Device> {
    Arc::new(Device {
        id: DeviceId(5),
        user: UserId(user),
        device: Uuid::from_u128(7),
        token_hash: TokenHash::of(&DeviceToken::of([1; 32])),
    })
}

fn session(role: Role) -> Actor {
    in_session(with_role(role), SessionId(3)).unwrap()
}

fn program(role: Role, scopes: &[Scope]) -> Actor {
    by_api_token(with_role(role), ApiTokenId(4), scopes.iter().copied().collect::<Scopes>()).unwrap()
}

#[test]
fn who_may_what() {
    let check = |actor: Actor, expected: &[Ability]| {
        let all =
            [View, Audit, Publish, Administer, Update, Enrol, OwnAccount, OwnToken, Enter, Found, MakeTokens];
        for ability in all {
            let may = actor.require(ability).is_ok();
            assert_eq!(may, expected.contains(&ability), "{actor:?} {ability:?}");
        }
    };
    check(operator("root".to_owned()), &[View, Audit, Publish, Administer, MakeTokens]);
    check(founder(), &[Found]);
    for role in Role::ALL {
        check(signed_in(with_role(role)).unwrap(), &[Update, Enrol]);
        check(signed_in_by_device(with_role(role), device(1)).unwrap(), &[Update]);
        check(at_the_door(with_role(role)).unwrap(), &[Enter]);
        for step in [Step::SecondFactor, Step::NewPassword, Step::SetUpSecondFactor] {
            check(entering(with_role(role), SessionId(3), step).unwrap(), &[Enter]);
        }
    }
    check(session(Role::User), &[Update, Enrol, OwnAccount, Enter]);
    check(session(Role::Viewer), &[Update, Enrol, OwnAccount, View, Enter]);
    check(session(Role::Publisher), &[Update, Enrol, OwnAccount, View, Publish, Enter]);
    check(
        session(Role::Administrator),
        &[Update, Enrol, OwnAccount, View, Publish, Administer, Audit, Enter],
    );
    check(program(Role::Administrator, &[]), &[OwnToken]);
    check(program(Role::Administrator, &[Scope::View]), &[View, OwnToken]);
    check(program(Role::Administrator, &[Scope::Administer]), &[Administer, OwnToken]);
    check(program(Role::Administrator, &Scope::ALL), &[View, Audit, Publish, Administer, OwnToken]);
    check(program(Role::Publisher, &Scope::ALL), &[View, Publish, OwnToken]);
    check(program(Role::Viewer, &Scope::ALL), &[View, OwnToken]);
    check(program(Role::Viewer, &[Scope::Administer]), &[OwnToken]);
}

#[test]
fn who_may_not_sign_in_is_no_actor() {
    assert!(signed_in(disabled()).is_none());
    assert!(signed_in_by_device(disabled(), device(1)).is_none());
    assert!(signed_in_by_device(with_role(Role::User), device(2)).is_none(), "another user's device");
    assert!(in_session(disabled(), SessionId(1)).is_none());
    assert!(at_the_door(disabled()).is_none());
    assert!(entering(disabled(), SessionId(1), Step::SecondFactor).is_none());
    assert!(by_api_token(disabled(), ApiTokenId(1), Scopes::default()).is_none());
    let one_time = User { password_kind: PasswordKind::OneTime, ..User::example(1) };
    let one_time = Arc::new(one_time);
    assert!(in_session(Arc::clone(&one_time), SessionId(1)).is_none());
    assert!(signed_in(Arc::clone(&one_time)).is_none());
    assert!(at_the_door(Arc::clone(&one_time)).is_some());
    assert!(entering(one_time, SessionId(1), Step::NewPassword).is_some());
    assert!(by_api_token(with_role(Role::User), ApiTokenId(1), Scopes::default()).is_none());
}

#[test]
fn each_is_a_user_where_it_may_be_one() {
    let actor = signed_in(with_role(Role::User)).unwrap();
    let device = signed_in_by_device(with_role(Role::User), device(1)).unwrap();
    assert_eq!(actor.enrolling_user().unwrap().id, UserId(1));
    assert_eq!(device.updating_user().unwrap().id, UserId(1));
    assert_eq!(session(Role::User).updating_user().unwrap().id, UserId(1));
    assert_eq!(session(Role::User).own_account().unwrap().1, SessionId(3));
    for other in [operator("root".to_owned()), program(Role::Viewer, &Scope::ALL)] {
        assert!(other.updating_user().is_err() && other.enrolling_user().is_err());
        assert!(other.own_account().is_err());
    }
    assert!(device.enrolling_user().is_err());
    assert_eq!(session(Role::User).enrolling_user().unwrap().id, UserId(1));
    assert!(actor.own_account().is_err() && device.own_account().is_err());
    assert_eq!(device.device().unwrap().id, DeviceId(5));
    assert!(actor.device().is_none());
}

#[test]
fn a_step_is_taken_where_it_is_asked_for_or_on_the_own_account() {
    let check = |actor: &Actor, expected: &[Step]| {
        for step in [Step::SecondFactor, Step::NewPassword, Step::SetUpSecondFactor] {
            assert_eq!(actor.at_step(step).is_ok(), expected.contains(&step), "{actor:?} {step:?}");
        }
    };
    for step in [Step::SecondFactor, Step::NewPassword, Step::SetUpSecondFactor] {
        check(&entering(with_role(Role::User), SessionId(3), step).unwrap(), &[step]);
    }
    check(&session(Role::User), &[Step::NewPassword, Step::SetUpSecondFactor]);
    check(&at_the_door(with_role(Role::User)).unwrap(), &[]);
    check(&signed_in(with_role(Role::User)).unwrap(), &[]);
    check(&operator("root".to_owned()), &[]);
}

#[test]
fn an_actor_is_who_it_was_until_the_account_changes() {
    let actor = session(Role::Publisher);
    let check = |now: Option<User>, expected: bool| {
        assert_eq!(actor.is_still(now.clone().map(Arc::new).as_ref()), expected, "{now:?}");
    };
    let publisher = User { role: Role::Publisher, ..User::example(1) };
    check(Some(publisher.clone()), true);
    check(Some(User { role: Role::Viewer, ..publisher.clone() }), false);
    check(Some(User { standing: Standing::Disabled, ..publisher.clone() }), false);
    check(Some(User { password_hash: "another".into(), ..publisher }), false);
    check(None, false);
    assert!(operator("root".to_owned()).is_still(None));
}

#[test]
fn a_token_speaks_for_its_device_alone_and_a_password_for_plain_users() {
    let check = |actor: &Actor, device: u128, expected: bool| {
        let may = actor.user_speaking_for(Uuid::from_u128(device)).is_ok();
        assert_eq!(may, expected, "{actor:?} {device}");
    };
    let by_device = signed_in_by_device(with_role(Role::Administrator), device(1)).unwrap();
    check(&signed_in(with_role(Role::User)).unwrap(), 7, true);
    check(&signed_in(with_role(Role::User)).unwrap(), 8, true);
    check(&signed_in(with_role(Role::Viewer)).unwrap(), 7, false);
    check(&by_device, 7, true);
    check(&by_device, 8, false);
    check(&operator("root".to_owned()), 7, false);
    check(&session(Role::User), 7, false);
    check(&program(Role::Administrator, &Scope::ALL), 7, false);
}

#[test]
fn the_audit_can_tell_who_it_was_and_from_where() {
    let named = |actor: Actor| (actor.kind(), actor.name().to_owned(), actor.address());
    let told = |kind, name: &str, address: &str| (kind, name.to_owned(), address.to_owned());
    let address = "::ffff:192.0.2.1".parse().unwrap();
    assert_eq!(named(operator("ben".to_owned())), told("operating-system", "ben", ""));
    assert_eq!(named(session(Role::User).at(address)), told("user", "anna", "192.0.2.1"));
    assert_eq!(named(program(Role::Viewer, &[])), told("program", "anna", ""));
}
