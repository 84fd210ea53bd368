//! Brandings: add, call, remove, say something of products, show them to groups, list.

use std::collections::HashMap;
use std::sync::Arc;

use catalog::{Icon, UpgradeCode};
use jiff::Timestamp;

use super::{Change, Effect, Part, groups};
use crate::App;
use crate::db;
use crate::error::{Kind, Result};
use crate::model::audit::Deed;
use crate::model::branding::{
    BRANDED_PRODUCTS_MAX, BRANDINGS_MAX, BrandedChange, BrandedLine, BrandedProduct, Branding, BrandingLine,
    BrandingName,
};
use crate::model::name::Name;
use crate::model::package::Package;
use crate::model::snapshot::Snapshot;
use crate::rules::branding::{self, BrandingError, below_minimum};
use crate::rules::role::{Ability, Actor};

/// Adds a branding; without another word people call it by its name.
///
/// # Errors
/// [`BrandingError`].
pub(crate) async fn add(
    app: &App,
    actor: &Actor,
    name: &str,
    shown_name: Option<&str>,
) -> Result<BrandingName> {
    let name = parse(name)?;
    let shown_name = branding::shown_name(shown_name.unwrap_or(name.as_str())).map_err(Kind::Branding)?;
    let mut change = Change::begin(app, actor).await?;
    let known = &app.snapshot.load_full().brandings.0;
    if known.contains_key(&name) {
        return Err(Kind::Branding(BrandingError::Known(name.to_string())).into());
    }
    if known.len() >= BRANDINGS_MAX {
        return Err(Kind::Branding(BrandingError::TooMany).into());
    }
    let at = change.at;
    db::brandings::insert(change.rows(), &name, &shown_name, at).await?;
    change.commit(Part::Packages, Deed::new("branding.add", name.as_str())).await?;
    Ok(name)
}

/// Changes what people call a branding.
///
/// # Errors
/// [`BrandingError`].
pub(crate) async fn rename(app: &App, actor: &Actor, name: &str, shown_name: &str) -> Result<()> {
    let shown_name = branding::shown_name(shown_name).map_err(Kind::Branding)?;
    let (mut change, name, _) = begin(app, actor, name).await?;
    db::brandings::rename(change.rows(), &name, &shown_name).await?;
    change.commit(Part::Packages, Deed::new("branding.rename", name.as_str()).with(shown_name)).await
}

/// Removes a branding with what it says of products; its groups stay, and their users see what all others see.
///
/// # Errors
/// [`BrandingError::InUse`] while packages are for it alone, withdrawn ones too.
pub(crate) async fn remove(app: &App, actor: &Actor, name: &str) -> Result<()> {
    let (mut change, name, _) = begin(app, actor, name).await?;
    if db::packages::is_any_for(change.rows(), &name).await? {
        return Err(Kind::Branding(BrandingError::InUse(name.to_string())).into());
    }
    let mut members = Vec::new();
    for (group, _) in db::brandings::groups(change.rows(), &name).await? {
        members.extend(db::groups::member_ids(change.rows(), group).await?);
    }
    db::brandings::delete(change.rows(), &name).await?;
    change.commit(Part::UsersAndPackages(members), Deed::new("branding.remove", name.as_str())).await
}

/// Has the users of a group see a branding, in place of the one that they may see by it so far.
///
/// # Errors
/// [`BrandingError::Unknown`], [`Kind::GroupUnknown`].
pub(crate) async fn assign(app: &App, actor: &Actor, name: &str, group: &str) -> Result<Effect> {
    let group = Name::parse(group)?;
    let (mut change, name, _) = begin(app, actor, name).await?;
    let (group, group_name) = groups::find(&mut change, &group).await?;
    if db::brandings::of_group(change.rows(), group).await?.as_ref() == Some(&name) {
        return Ok(Effect::None);
    }
    db::brandings::assign(change.rows(), group, Some(&name)).await?;
    let members = db::groups::member_ids(change.rows(), group).await?;
    let deed = Deed::new("branding.assign", name.as_str()).with(group_name);
    change.commit(Part::Users(members), deed).await?;
    Ok(Effect::Changed)
}

/// Has the users of a group see no branding by it any more.
///
/// # Errors
/// [`Kind::GroupUnknown`].
pub(crate) async fn unassign(app: &App, actor: &Actor, group: &str) -> Result<Effect> {
    let group = Name::parse(group)?;
    let mut change = Change::begin(app, actor).await?;
    let (group, group_name) = groups::find(&mut change, &group).await?;
    let Some(name) = db::brandings::of_group(change.rows(), group).await? else { return Ok(Effect::None) };
    db::brandings::assign(change.rows(), group, None).await?;
    let members = db::groups::member_ids(change.rows(), group).await?;
    let deed = Deed::new("branding.unassign", name.as_str()).with(group_name);
    change.commit(Part::Users(members), deed).await?;
    Ok(Effect::Changed)
}

/// Says something of a product under a branding; what is not said stays. The product is named by its upgrade code, or as its packages are.
///
/// # Errors
/// [`BrandingError`].
pub(crate) async fn dress(
    app: &App,
    actor: &Actor,
    name: &str,
    product: &str,
    wanted: &BrandedChange,
) -> Result<Effect> {
    let (mut change, name, branding) = begin(app, actor, name).await?;
    let snapshot = app.snapshot.load_full();
    let code = branding::product(product, snapshot.packages.iter()).map_err(Kind::Branding)?;
    let before = branding.products.get(&code);
    if before.is_none() && branding.products.len() >= BRANDED_PRODUCTS_MAX {
        return Err(Kind::Branding(BrandingError::TooManyProducts).into());
    }
    let before = before.cloned().unwrap_or_default();
    let said = branding::changed(code, &before, wanted).map_err(Kind::Branding)?;
    if said == before {
        return Ok(Effect::None);
    }
    db::brandings::set_product(change.rows(), &name, code, &said).await?;
    let deed = Deed::new("branding.dress", name.as_str()).with(code.to_string());
    change.commit(Part::Packages, deed).await?;
    Ok(Effect::Changed)
}

/// Lists all brandings by name.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor) -> Result<Vec<BrandingLine>> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load_full();
    let mut reading = app.database.read().await?;
    let added = db::brandings::created_at(&mut reading).await?;
    let mut lines = Vec::new();
    for (name, branding) in &snapshot.brandings.0 {
        let groups = db::brandings::groups(&mut reading, name).await?;
        let groups = groups.into_iter().map(|(_, group)| group).collect();
        lines.push(line(&snapshot, name, branding, groups, &added));
    }
    Ok(lines)
}

/// Shows one branding.
///
/// # Errors
/// [`BrandingError::Unknown`].
pub(crate) async fn show(app: &App, actor: &Actor, name: &str) -> Result<BrandingLine> {
    let name = parse(name)?;
    let found = list(app, actor).await?.into_iter().find(|line| line.name == name.as_str());
    Ok(found.ok_or_else(|| Kind::Branding(BrandingError::Unknown(name.to_string())))?)
}

fn line(
    snapshot: &Snapshot,
    name: &BrandingName,
    branding: &Branding,
    groups: Vec<String>,
    added: &HashMap<BrandingName, Timestamp>,
) -> BrandingLine {
    let mut products: Vec<_> = branding.products.iter().collect();
    products.sort_by_key(|(code, _)| **code);
    let own = snapshot.packages.iter().filter(|package| package.branding.as_ref() == Some(name));
    BrandingLine {
        name: name.to_string(),
        shown_name: branding.shown_name.clone(),
        groups,
        products: products
            .into_iter()
            .map(|(code, said)| product_line(snapshot, name, *code, said))
            .collect(),
        packages: own.map(ToString::to_string).collect(),
        created_at: added.get(name).map(ToString::to_string).unwrap_or_default(),
    }
}

fn product_line(
    snapshot: &Snapshot,
    name: &BrandingName,
    code: UpgradeCode,
    said: &BrandedProduct,
) -> BrandedLine {
    let of_it = |package: &&Arc<Package>| package.product.upgrade_code == code;
    let minimum = said.minimum_version.as_ref();
    let lower = minimum.map(|minimum| below_minimum(name, code, minimum, snapshot.packages.iter()));
    BrandedLine {
        upgrade_code: code.to_string(),
        product: snapshot.packages.iter().filter(of_it).last().map(|package| package.product.name.clone()),
        name: said.name.clone(),
        icon: said.icon.as_ref().map(Icon::to_base64),
        info_url: said.info_url.clone(),
        minimum_version: minimum.map(ToString::to_string),
        below_minimum: lower.unwrap_or_default().into_iter().map(ToString::to_string).collect(),
    }
}

/// Begins to change a branding.
async fn begin<'a>(
    app: &'a App,
    actor: &'a Actor,
    name: &str,
) -> Result<(Change<'a>, BrandingName, Branding)> {
    let name = parse(name)?;
    let change = Change::begin(app, actor).await?;
    let branding = app.snapshot.load_full().brandings.0.get(&name).cloned();
    let branding = branding.ok_or_else(|| Kind::Branding(BrandingError::Unknown(name.to_string())))?;
    Ok((change, name, branding))
}

fn parse(name: &str) -> Result<BrandingName> {
    Ok(name.parse().map_err(|error| Kind::Branding(BrandingError::Name(error)))?)
}
