//! Everything that decides about a request, in memory: users with their permissions, devices, and packages.

use std::collections::HashMap;
use std::sync::Arc;

use catalog::install_params::Placeholder;

use super::device::{Device, TokenHash};
use super::name::Name;
use super::package::Package;
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
    /// What people install the updater with, if it is there.
    pub(crate) updater_package: Option<Arc<UpdaterPackage>>,
}

/// All users.
#[derive(Debug, Default)]
pub(crate) struct Users {
    users: HashMap<UserId, Arc<User>>,
    ids: HashMap<String, UserId>,
}

/// All devices whose tokens count, by user.
#[derive(Debug, Default)]
pub(crate) struct Devices(HashMap<UserId, Vec<Arc<Device>>>);

/// All packages, in the order of their numbers.
#[derive(Debug, Default)]
pub(crate) struct Packages {
    generation: u64,
    packages: Vec<Arc<Package>>,
    places: HashMap<String, usize>,
    /// Those whose install params name the user.
    personal: Vec<Arc<Package>>,
}

impl Users {
    /// Takes all users.
    pub(crate) fn new(users: Vec<User>) -> Self {
        let ids = users.iter().map(|user| (user.name.key().to_owned(), user.id)).collect();
        Self { users: users.into_iter().map(|user| (user.id, Arc::new(user))).collect(), ids }
    }

    /// The user of this number.
    pub(crate) fn by_id(&self, id: UserId) -> Option<&Arc<User>> {
        self.users.get(&id)
    }

    /// The user of this name.
    pub(crate) fn by_name(&self, name: &Name) -> Option<&Arc<User>> {
        self.by_id(*self.ids.get(name.key())?)
    }

    /// All users, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<User>> {
        self.users.values()
    }
}

impl Devices {
    /// Takes all devices whose tokens count.
    pub(crate) fn new(devices: Vec<Device>) -> Self {
        let mut users: HashMap<UserId, Vec<Arc<Device>>> = HashMap::new();
        for device in devices {
            users.entry(device.user).or_default().push(Arc::new(device));
        }
        Self(users)
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
        self.0.values().map(Vec::len).sum()
    }

    fn of(&self, user: UserId) -> &[Arc<Device>] {
        self.0.get(&user).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Packages {
    /// Takes all packages; each new set of packages has a generation of its own.
    pub(crate) fn new(packages: Vec<Package>, generation: u64) -> Self {
        let places =
            packages.iter().enumerate().map(|(place, package)| (package.file_name.clone(), place)).collect();
        let packages: Vec<_> = packages.into_iter().map(Arc::new).collect();
        let is_personal =
            |package: &&Arc<Package>| package.product.install_params.uses(Placeholder::UserName);
        let personal = packages.iter().filter(is_personal).map(Arc::clone).collect();
        Self { generation, packages, places, personal }
    }

    /// Tells this set of packages from those before and after it.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// The packages whose entry differs from user to user.
    pub(crate) fn personal(&self) -> impl Iterator<Item = &Arc<Package>> {
        self.personal.iter()
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

    use super::Devices;
    use crate::model::device::{Device, DeviceId, TokenHash};
    use crate::model::user::UserId;

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
}
