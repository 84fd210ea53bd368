//! Where a package will probably be, going by where the catalog's other packages are.

use catalog::Product;

/// Proposes the address of a package by its file name; none where the catalog shows no pattern.
///
/// The entry that it replaces counts most: its folder, with the new version where the old one stood. Else it is the folder that
/// more than half of the packages are in.
pub(crate) fn url(
    file_name: &str,
    version: &str,
    previous: Option<&Product>,
    products: &[&Product],
) -> Option<String> {
    if let Some(previous) = previous {
        let folder = folder(&previous.url)?;
        let old = previous.version.as_str();
        // A version of one number stands in too many addresses by chance.
        let folder = if old.contains('.') { folder.replace(old, version) } else { folder.to_owned() };
        return Some(in_folder(&folder, file_name));
    }
    let folders: Vec<&str> = products.iter().filter_map(|product| folder(&product.url)).collect();
    let count = |folder: &str| folders.iter().filter(|other| **other == folder).count();
    let usual = folders.iter().copied().find(|folder| 2 * count(folder) > products.len())?;
    Some(in_folder(usual, file_name))
}

/// What stands before the file's name, with the last slash; none if there are arguments behind it.
fn folder(url: &str) -> Option<&str> {
    if url.contains(['?', '#']) {
        return None;
    }
    Some(url.rfind(['/', '\\']).map_or("", |slash| url.split_at(slash + 1).0))
}

fn in_folder(folder: &str, file_name: &str) -> String {
    if folder.starts_with('\\') {
        return format!("{folder}{file_name}");
    }
    let mut url = folder.to_owned();
    for letter in file_name.chars() {
        match letter {
            ' ' => url.push_str("%20"),
            '%' => url.push_str("%25"),
            '#' => url.push_str("%23"),
            _ => url.push(letter),
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::url;
    use crate::form::fixture::product;

    #[test]
    fn a_package_is_where_the_others_are() {
        let check = |urls: &[&str], file_name: &str, expected: Option<&str>| {
            let products: Vec<_> = urls.iter().map(|url| product("Other", "1.0.0", 'B', url)).collect();
            let products: Vec<_> = products.iter().collect();
            assert_eq!(url(file_name, "2.0.0", None, &products).as_deref(), expected, "{urls:?}");
        };
        check(&[], "a.msi", None);
        check(&["https://a.example/files/b.msi"], "a.msi", Some("https://a.example/files/a.msi"));
        check(&["b.msi"], "A 1#2%.msi", Some("A%201%232%25.msi"));
        check(&[r"\\server\share\b.msi"], "A 1.msi", Some(r"\\server\share\A 1.msi"));
        check(&["https://a.example/b.msi", "https://b.example/b.msi"], "a.msi", None);
        check(&["x/a.msi", "y/b.msi", "y/c.msi"], "d.msi", Some("y/d.msi"));
        check(&["https://a.example/get?file=b.msi"], "a.msi", None);
    }

    #[test]
    fn it_follows_what_it_replaces() {
        let check = |before: &str, expected: Option<&str>| {
            let previous = product("Notes", "1.0.0", 'A', before);
            let other = product("Other", "1.0.0", 'B', "https://other.example/b.msi");
            let found = url("notes-2.0.0.msi", "2.0.0", Some(&previous), &[&previous, &other]);
            assert_eq!(found.as_deref(), expected, "{before}");
        };
        check("https://a.example/notes-1.0.0.msi", Some("https://a.example/notes-2.0.0.msi"));
        check("https://a.example/1.0.0/notes.msi", Some("https://a.example/2.0.0/notes-2.0.0.msi"));
        check("https://a.example/get?1.0.0", None);
    }
}
