//! Everything that decides about a request, in memory: users with their permissions, devices, and packages.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use catalog::Locale;
use catalog::install_params::Placeholder;

use super::branding::Brandings;
use super::device::{Device, TokenHash};
use super::name::Name;
use super::package::Package;
use super::permission::Permissions;
use super::shards::Shards;
use super::updater_package::UpdaterPackage;
use super::user::{User, UserId};

/// The state that requests are answered from. A change makes a new one and puts it in the old one's place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Snapshot {
    /// All users.
    pub(crate) users: Arc<Users>,
    /// All devices whose tokens count.
    pub(crate) devices: Arc<Devices>,
    /// All packages.
    pub(crate) packages: Arc<Packages>,
    /// All brandings.
    pub(crate) brandings: Arc<Brandings>,
    /// What people install the updater with, if it is there.
    pub(crate) updater_package: Option<Arc<UpdaterPackage>>,
}

/// The most sets of permissions that users share; what comes beyond them is kept for each user.
const SETS_MAX: usize = 10_000;

/// All users.
#[derive(Debug, Clone, Default)]
pub(crate) struct Users {
    users: Shards<UserId, Arc<User>>,
    ids: Shards<String, UserId>,
    /// Other names, in lower case.
    aliases: Shards<String, UserId>,
    /// Thousands of users share a few sets of permissions.
    sets: Arc<HashSet<Arc<Permissions>>>,
}

/// All devices whose tokens count, by user.
#[derive(Debug, Clone, Default)]
pub(crate) struct Devices(Shards<UserId, Arc<[Arc<Device>]>>);

/// All packages, in the order of their numbers.
#[derive(Debug, Default)]
pub(crate) struct Packages {
    generation: u64,
    packages: Vec<Arc<Package>>,
    places: HashMap<String, usize>,
    /// Those whose install params name the user, or tell something about the user.
    personal: Vec<Arc<Package>>,
    /// What those that are not withdrawn speak.
    spoken: HashSet<Locale>,
    /// Those whose install params tell something about the user beyond the name.
    profiled: Vec<Arc<Package>>,
}

impl Users {
    /// Takes all users.
    pub(crate) fn new(users: Vec<User>) -> Self {
        Self::default().with(users.into_iter().map(|user| (user.id, Some(user))))
    }

    /// The same users but for some: as they are by now, or none where a number is no longer anybody's.
    pub(crate) fn with(&self, changed: impl IntoIterator<Item = (UserId, Option<User>)>) -> Self {
        let mut after = self.clone();
        for (id, user) in changed {
            let before = after.users.find(&id).map(Arc::clone);
            let key_before = before.as_ref().map(|before| before.name.key().to_owned());
            for alias in before.iter().flat_map(|before| before.aliases.iter()) {
                if after.aliases.find(alias.as_str()) == Some(&id) {
                    after.aliases.remove(alias.as_str());
                }
            }
            // Somebody else may have got the name in the same change.
            if let Some(key) = key_before.filter(|key| after.ids.find(key.as_str()) == Some(&id)) {
                after.ids.remove(key.as_str());
            }
            match user {
                Some(mut user) => {
                    user.permissions = after.shared(user.permissions);
                    after.ids.insert(user.name.key().to_owned(), id);
                    for alias in user.aliases.iter() {
                        after.aliases.insert(alias.clone(), id);
                    }
                    after.users.insert(id, Arc::new(user));
                }
                None => after.users.remove(&id),
            }
        }
        after
    }

    fn shared(&mut self, set: Arc<Permissions>) -> Arc<Permissions> {
        if let Some(known) = self.sets.get(&set) {
            return Arc::clone(known);
        }
        if self.sets.len() < SETS_MAX {
            Arc::make_mut(&mut self.sets).insert(Arc::clone(&set));
        }
        set
    }

    /// The user of this number.
    pub(crate) fn by_id(&self, id: UserId) -> Option<&Arc<User>> {
        self.users.find(&id)
    }

    /// The user of this name.
    pub(crate) fn by_name(&self, name: &Name) -> Option<&Arc<User>> {
        self.by_id(*self.ids.find(name.key())?)
    }

    /// The user who signs in with this name, which may be another name of the user's.
    pub(crate) fn by_sign_in_name(&self, name: &Name) -> Option<&Arc<User>> {
        self.by_name(name).or_else(|| self.by_id(*self.aliases.find(name.key())?))
    }

    /// All users, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<User>> {
        self.users.values()
    }
}

impl Devices {
    /// Takes all devices whose tokens count.
    pub(crate) fn new(devices: Vec<Device>) -> Self {
        let users: HashSet<UserId> = devices.iter().map(|device| device.user).collect();
        Self::default().with(users, devices)
    }

    /// The same devices but for those of some users, who have these by now.
    pub(crate) fn with(&self, users: impl IntoIterator<Item = UserId>, devices: Vec<Device>) -> Self {
        let mut by_user: HashMap<UserId, Vec<Arc<Device>>> = HashMap::new();
        for device in devices {
            by_user.entry(device.user).or_default().push(Arc::new(device));
        }
        let mut after = self.clone();
        for user in users {
            match by_user.remove(&user) {
                Some(devices) => after.0.insert(user, devices.into()),
                None => after.0.remove(&user),
            }
        }
        after
    }

    /// The device of a user whose token has this hash. The time it takes tells nothing of the hashes.
    pub(crate) fn by_token(&self, user: UserId, hash: &TokenHash) -> Option<&Arc<Device>> {
        // All are looked at, whichever it is.
        self.of(user).iter().fold(
            None,
            |found, device| {
                if device.token_hash.is(hash) { Some(device) } else { found }
            },
        )
    }

    /// How many devices of a user there are.
    pub(crate) fn count(&self, user: UserId) -> usize {
        self.of(user).len()
    }

    /// How many devices there are.
    pub(crate) fn count_all(&self) -> usize {
        self.0.values().map(|devices| devices.len()).sum()
    }

    fn of(&self, user: UserId) -> &[Arc<Device>] {
        self.0.find(&user).map(AsRef::as_ref).unwrap_or_default()
    }
}

impl Packages {
    /// Takes all packages; each new set of packages has a generation of its own.
    pub(crate) fn new(packages: Vec<Package>, generation: u64) -> Self {
        let places =
            packages.iter().enumerate().map(|(place, package)| (package.file_name.clone(), place)).collect();
        let packages: Vec<_> = packages.into_iter().map(Arc::new).collect();
        let using = |is_meant: fn(Placeholder) -> bool| -> Vec<Arc<Package>> {
            let uses = |package: &&Arc<Package>| package.product.install_params.placeholders().any(is_meant);
            packages.iter().filter(uses).map(Arc::clone).collect()
        };
        let (personal, profiled) = (using(Placeholder::is_personal), using(Placeholder::is_of_profile));
        let published = packages.iter().filter(|package| package.withdrawn_at.is_none());
        let spoken = published.filter_map(|package| package.locale.clone()).collect();
        Self { generation, packages, places, personal, profiled, spoken }
    }

    /// Tells this set of packages from those before and after it.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// What packages speak that are made for one language and not withdrawn: beside none, what a person reads decides nothing.
    pub(crate) fn spoken(&self) -> &HashSet<Locale> {
        &self.spoken
    }

    /// The packages whose entry differs from user to user.
    pub(crate) fn personal(&self) -> impl Iterator<Item = &Arc<Package>> {
        self.personal.iter()
    }

    /// The packages whose entry tells of a user more than the name.
    pub(crate) fn profiled(&self) -> impl Iterator<Item = &Arc<Package>> {
        self.profiled.iter()
    }

    /// The package whose file has this name.
    pub(crate) fn by_file_name(&self, file_name: &str) -> Option<&Arc<Package>> {
        self.packages.get(*self.places.get(file_name)?)
    }

    /// All packages, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<Package>> {
        self.packages.iter()
    }
}

#[cfg(test)]
mod tests {
    use catalog::device::DeviceToken;
    use uuid::Uuid;

    use super::{Devices, Users};
    use crate::model::device::{Device, DeviceId, TokenHash};
    use crate::model::name::Name;
    use crate::model::permission::Permission;
    use crate::model::user::{User, UserId};

    #[test]
    fn a_token_is_good_for_one_user_and_one_device() {
        let hash = |byte: u8| TokenHash::of(&DeviceToken::of([byte; 32]));
        let device = |id: i64, user: i64, byte: u8| Device {
            id: DeviceId(id),
            user: UserId(user),
            device: Uuid::nil(),
            token_hash: hash(byte),
        };
        let devices = Devices::new(vec![device(1, 10, 1), device(2, 10, 2), device(3, 20, 3)]);
        let check = |user: i64, byte: u8, expected: Option<i64>| {
            let found = devices.by_token(UserId(user), &hash(byte));
            assert_eq!(found.map(|device| device.id.0), expected, "{user} {byte}");
        };
        check(10, 1, Some(1));
        check(10, 2, Some(2));
        check(20, 3, Some(3));
        check(20, 1, None);
        check(10, 3, None);
        check(10, 4, None);
        check(30, 1, None);
        assert_eq!([10, 20, 30].map(|user| devices.count(UserId(user))), [2, 1, 0]);
    }

    #[test]
    fn what_a_change_does_not_name_stays() {
        let device = |id: i64, user: i64, byte: u8| Device {
            id: DeviceId(id),
            user: UserId(user),
            device: Uuid::nil(),
            token_hash: TokenHash::of(&DeviceToken::of([byte; 32])),
        };
        let before = Devices::new(vec![device(1, 10, 1), device(2, 20, 2), device(3, 30, 3)]);
        let after = before.with([10, 20, 40].map(UserId), vec![device(4, 10, 4), device(5, 10, 5)]);
        let counts = |devices: &Devices| [10, 20, 30, 40].map(|user| devices.count(UserId(user)));
        assert_eq!((counts(&before), counts(&after)), ([1, 1, 1, 0], [2, 0, 1, 0]));
    }

    #[test]
    fn users_come_go_and_take_each_others_names() {
        let user = |id: i64, name: &str, permission: &str| User {
            name: Name::parse(name).unwrap(),
            permissions: std::sync::Arc::new([Permission::parse(permission).unwrap()].into()),
            ..User::example(id)
        };
        let before = Users::new(vec![user(1, "Anna", "a"), user(2, "ben", "a"), user(3, "carla", "b")]);
        let found = |users: &Users, name: &str| {
            users.by_name(&Name::parse(name).unwrap()).map(|user| (user.id.0, user.name.to_string()))
        };
        let after = before.with([
            (UserId(4), Some(user(4, "anna", "a"))),
            (UserId(1), None),
            (UserId(2), Some(user(2, "Benno", "b"))),
            (UserId(9), None),
        ]);
        assert_eq!(found(&before, "anna"), Some((1, "Anna".to_owned())), "the one before stays as it was");
        assert_eq!(found(&after, "ANNA"), Some((4, "anna".to_owned())));
        assert_eq!((found(&after, "ben"), found(&after, "benno")), (None, Some((2, "Benno".to_owned()))));
        assert_eq!((before.iter().count(), after.iter().count()), (3, 3));
        let set = |id: i64| &after.by_id(UserId(id)).unwrap().permissions;
        assert!(std::sync::Arc::ptr_eq(set(2), set(3)), "the same permissions are kept once");
    }
}
