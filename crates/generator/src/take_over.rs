//! What a new version keeps of the entry that it replaces: what an administrator says once about a product, not about a version.

use catalog::Product;

use crate::arguments::AddArguments;

/// Gives a product what the entry before it had and the arguments do not say; answers the elements' names.
///
/// An argument that is given empty says: none. Name, URL and release date are never taken over, the release notes only
/// between entries of one version.
pub(crate) fn take_over(
    product: &mut Product,
    arguments: &AddArguments,
    previous: &Product,
) -> Vec<&'static str> {
    let mut taken = Vec::new();
    let mut take = |element: &'static str, is_given: bool, has_it: bool| {
        let is_taken = !is_given && has_it;
        if is_taken {
            taken.push(element);
        }
        is_taken
    };
    if take("InfoUrl", arguments.info_url.is_some(), previous.info_url.is_some()) {
        product.info_url.clone_from(&previous.info_url);
    }
    if take("Icon", arguments.icon.is_some(), previous.icon.is_some()) {
        product.icon = previous.icon.clone();
    }
    if take("InstallParams", arguments.install_params.is_some(), !previous.install_params.is_empty()) {
        product.install_params = previous.install_params.clone();
    }
    let is_weighty = previous.importance != catalog::Importance::default();
    if take("Importance", arguments.importance.is_some(), is_weighty) {
        product.importance = previous.importance;
    }
    if take("Description", arguments.description.is_some(), previous.description.is_some()) {
        product.description.clone_from(&previous.description);
    }
    let is_same_version = previous.version.compare_fully(&product.version).is_eq();
    let has_notes = is_same_version && previous.release_notes.is_some();
    if take("ReleaseNotes", arguments.release_notes.is_some(), has_notes) {
        product.release_notes.clone_from(&previous.release_notes);
    }
    if take("Requires", arguments.requires.is_some(), previous.requires.is_some()) {
        product.requires.clone_from(&previous.requires);
    }
    if take("CloseFirst", arguments.close_first.is_some(), !previous.close_first.is_empty()) {
        product.close_first.clone_from(&previous.close_first);
    }
    taken
}
