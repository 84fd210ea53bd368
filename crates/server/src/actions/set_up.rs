//! The first administrator: made on a page that a code on the server's console opens, and that then does not exist any more.

use std::net::IpAddr;

use super::sessions::{self, Begun};
use super::users::name_is_free;
use super::{Change, Part};
use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::identity::{Code, CodeRefused, Password};
use crate::model::audit::Deed;
use crate::model::name::Name;
use crate::model::phrase::Phrase;
use crate::model::user::{NewAccount, PasswordKind, Role};
use crate::rules::administrators::is_governed;
use crate::rules::peer::place;
use crate::rules::role::{self, Ability};

/// Opens the set-up where no administrator is, and answers with the code for the console.
///
/// # Errors
/// If the system gives no random numbers.
pub(crate) fn open(app: &App) -> Result<Option<Code>> {
    if is_governed(&app.snapshot.load().users) {
        return Ok(None);
    }
    Ok(Some(app.set_up.open().map_err(Error::internal)?))
}

/// Whether there is a set-up: one was opened, and no administrator has come since.
pub(crate) fn is_open(app: &App) -> bool {
    app.set_up.is_open() && !is_governed(&app.snapshot.load().users)
}

/// Makes the first administrator, and signs in as such.
///
/// # Errors
/// [`Kind::NotFound`] where there is no set-up; [`Kind::SetUpCodeWrong`], [`Kind::SetUpCodeTooOften`].
pub(crate) async fn first_administrator(
    app: &App,
    code: &str,
    name: &str,
    password: &str,
    address: IpAddr,
) -> Result<Begun> {
    if !is_open(app) {
        return Err(Kind::NotFound.into());
    }
    app.set_up.judge(code, place(address)).map_err(refused)?;
    let written = Name::parse_new(name)?;
    let hash = app.verifier.hash(Password::parse(password)?).await?;
    let actor = role::founder().at(address);
    let mut change = Change::begin_with(app, &actor, Ability::Found).await?;
    // Who was before us may have been faster.
    if !is_open(app) {
        return Err(Kind::NotFound.into());
    }
    name_is_free(&mut change, &written).await?;
    let at = change.at;
    let account = NewAccount {
        name: &written,
        password_hash: &hash,
        password_kind: PasswordKind::Own,
        role: Role::Administrator,
    };
    let user = db::users::insert(change.rows(), &account, at).await?;
    let deed = Deed::new("user.add", Phrase::user(user)).with(Role::Administrator.as_str());
    change.commit(Part::User(user), deed).await?;
    app.set_up.close();
    sessions::begin(app, name, password, address).await
}

fn refused(refused: CodeRefused) -> Error {
    match refused {
        CodeRefused::Closed => Kind::NotFound.into(),
        CodeRefused::Wrong => Kind::SetUpCodeWrong.into(),
        CodeRefused::TooMany => Kind::SetUpCodeTooOften.into(),
    }
}
