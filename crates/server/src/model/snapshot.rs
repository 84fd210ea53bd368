//! Everything that decides about a request, in memory: users with their permissions, and packages.

use std::collections::HashMap;
use std::sync::Arc;

use super::name::Name;
use super::package::Package;
use super::user::{User, UserId};

/// The state that requests are answered from. A change makes a new one and puts it in the old one's place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Snapshot {
    /// All users.
    pub(crate) users: Arc<Users>,
    /// All packages.
    pub(crate) packages: Arc<Packages>,
}

/// All users.
#[derive(Debug, Default)]
pub(crate) struct Users {
    users: HashMap<UserId, Arc<User>>,
    ids: HashMap<String, UserId>,
}

/// All packages, in the order of their numbers.
#[derive(Debug, Default)]
pub(crate) struct Packages {
    generation: u64,
    packages: Vec<Arc<Package>>,
    places: HashMap<String, usize>,
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

impl Packages {
    /// Takes all packages; each new set of packages has a generation of its own.
    pub(crate) fn new(packages: Vec<Package>, generation: u64) -> Self {
        let places =
            packages.iter().enumerate().map(|(place, package)| (package.file_name.clone(), place)).collect();
        Self { generation, packages: packages.into_iter().map(Arc::new).collect(), places }
    }

    /// Tells this set of packages from those before and after it.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
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
