//! The name that the updater package is served under.

use catalog::installer_name::{PLAIN_NAME, write};

/// The name for a server whose URLs begin with `server_url`; one without an address if none can carry it.
pub(crate) fn installer_name(server_url: &str) -> String {
    write(server_url).unwrap_or_else(|| PLAIN_NAME.to_owned())
}

#[cfg(test)]
mod tests {
    use super::installer_name;

    #[test]
    fn the_name_carries_the_address_if_it_can() {
        let check = |server_url: &str, expected: &str| {
            assert_eq!(installer_name(server_url), expected, "{server_url}");
        };
        check("https://updates.example.com:8443", "OXUpdater-setup@updates.example.com_8443.msi");
        check("https://updates.example.com/ox", "OXUpdater-setup@updates.example.com+ox.msi");
        check("http://127.0.0.1:8080", "OXUpdater-setup-http@127.0.0.1_8080.msi");
        check(&format!("https://{}.example", "a".repeat(200)), "OXUpdater-setup.msi");
    }
}
