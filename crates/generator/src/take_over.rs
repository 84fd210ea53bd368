//! What a new version keeps of the entry that it replaces: what an administrator says once about a product, not about a version.

use catalog::Product;

/// Which elements are said anew, if only that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "one for each element that may be kept")]
pub(crate) struct Given {
    pub(crate) info_url: bool,
    pub(crate) icon: bool,
    pub(crate) install_params: bool,
    pub(crate) importance: bool,
    pub(crate) description: bool,
    pub(crate) release_notes: bool,
    pub(crate) requires: bool,
    pub(crate) close_first: bool,
}

/// The newest among the products that another one replaces.
pub(crate) fn newest_of(products: impl IntoIterator<Item = Product>, product: &Product) -> Option<Product> {
    let of_family = products.into_iter().filter(|other| other.family().meets(&product.family()));
    of_family.max_by(|left, right| left.version.compare_fully(&right.version))
}

/// Gives a product what the entry before it had and is not said anew; answers the elements' names.
///
/// What is given empty says: none. Name, URL and release date are never taken over, the release notes only
/// between entries of one version.
pub(crate) fn take_over(product: &mut Product, given: &Given, previous: &Product) -> Vec<&'static str> {
    let mut taken = Vec::new();
    let mut take = |element: &'static str, is_given: bool, has_it: bool| {
        let is_taken = !is_given && has_it;
        if is_taken {
            taken.push(element);
        }
        is_taken
    };
    if take("InfoUrl", given.info_url, previous.info_url.is_some()) {
        product.info_url.clone_from(&previous.info_url);
    }
    if take("Icon", given.icon, previous.icon.is_some()) {
        product.icon = previous.icon.clone();
    }
    if take("InstallParams", given.install_params, !previous.install_params.is_empty()) {
        product.install_params = previous.install_params.clone();
    }
    let is_weighty = previous.importance != catalog::Importance::default();
    if take("Importance", given.importance, is_weighty) {
        product.importance = previous.importance;
    }
    if take("Description", given.description, previous.description.is_some()) {
        product.description.clone_from(&previous.description);
    }
    let is_same_version = previous.version.compare_fully(&product.version).is_eq();
    let has_notes = is_same_version && previous.release_notes.is_some();
    if take("ReleaseNotes", given.release_notes, has_notes) {
        product.release_notes.clone_from(&previous.release_notes);
    }
    if take("Requires", given.requires, previous.requires.is_some()) {
        product.requires.clone_from(&previous.requires);
    }
    if take("CloseFirst", given.close_first, !previous.close_first.is_empty()) {
        product.close_first.clone_from(&previous.close_first);
    }
    taken
}
