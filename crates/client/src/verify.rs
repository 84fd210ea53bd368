//! From a downloaded file to one that may be installed: the only maker of [`Verified`].

use std::cmp::Ordering;
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Seek};
use std::path::{Path, PathBuf};

use catalog::msi::{self, Metadata, MsiError};
use catalog::{Digests, Platform, Product, ProductCode, ProductVersion, UpgradeCode, digest};
use text::{Explain, Message, message};

/// A package whose size, digests and identity are those of the offer; held open, so that it stays so until it is installed.
#[derive(Debug)]
pub struct Verified {
    path: PathBuf,
    offer: Product,
    metadata: Metadata,
    /// On Windows it is opened so that nobody can write, rename or delete it while this lives.
    _held: File,
}

/// In what a file is not what was offered.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum VerifyError {
    /// The file cannot be read.
    Unreadable {
        /// Why.
        #[from]
        source: io::Error,
    },
    /// The offer has neither MD5 nor SHA-256.
    DigestMissing,
    /// It has another size.
    Size {
        /// The offered size in bytes.
        offered: u64,
        /// The file's size in bytes.
        found: u64,
    },
    /// It has the bytes of another file, by one of the digests.
    Bytes {
        /// Which digest tells.
        digest: &'static str,
    },
    /// It is no MSI file that can be read.
    Msi(MsiError),
    /// It is the MSI file of another product, version or platform.
    Identity {
        /// The property that tells.
        property: &'static str,
        /// What the offer says.
        offered: String,
        /// What the file says.
        found: String,
    },
}

impl Verified {
    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// By what offer it was judged.
    #[must_use]
    pub fn offer(&self) -> &Product {
        &self.offer
    }

    /// What the file says about itself.
    #[must_use]
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }
}

/// Judges a file by an offer and holds it open. `progress` is told how many bytes are hashed.
///
/// The file is opened once: what is hashed and read is what is held.
///
/// # Errors
/// [`VerifyError`] says in what it is not what was offered.
pub fn verify(path: &Path, product: &Product, progress: impl FnMut(u64)) -> Result<Verified, VerifyError> {
    let mut file = hold(path)?;
    compare(product, &digest::of(&file, progress)?)?;
    file.rewind()?;
    let metadata = msi::read(BufReader::new(&file)).map_err(VerifyError::Msi)?;
    identify(product, &metadata)?;
    Ok(Verified { path: path.to_owned(), offer: product.clone(), metadata, _held: file })
}

/// Compares size and digests with those of an offer.
///
/// # Errors
/// [`VerifyError`] for the first that differs, or if the offer has no digest at all.
pub fn compare(product: &Product, digests: &Digests) -> Result<(), VerifyError> {
    if product.sha256.is_none() && product.md5.is_none() {
        return Err(VerifyError::DigestMissing);
    }
    if let Some(offered) = product.size.filter(|size| *size != digests.size) {
        return Err(VerifyError::Size { offered, found: digests.size });
    }
    if product.sha256.is_some_and(|sha256| sha256 != digests.sha256) {
        return Err(VerifyError::Bytes { digest: "SHA-256" });
    }
    if product.md5.is_some_and(|md5| md5 != digests.md5) {
        return Err(VerifyError::Bytes { digest: "MD5" });
    }
    Ok(())
}

/// Compares what an MSI file says about itself with an offer; ProductCode and platform only where the offer names them.
///
/// # Errors
/// [`VerifyError::Identity`] for the first that differs.
pub fn identify(product: &Product, metadata: &Metadata) -> Result<(), VerifyError> {
    let differs = |property, offered: &dyn ToString, found: &str| {
        Err(VerifyError::Identity { property, offered: offered.to_string(), found: found.to_owned() })
    };
    let upgrade_code = metadata.upgrade_code.as_deref().unwrap_or_default();
    if UpgradeCode::parse(upgrade_code).ok() != Some(product.upgrade_code) {
        return differs("UpgradeCode", &product.upgrade_code, upgrade_code);
    }
    let version = ProductVersion::parse(&metadata.product_version).ok();
    if version.is_none_or(|version| version.compare_fully(&product.version) != Ordering::Equal) {
        return differs("ProductVersion", &product.version, &metadata.product_version);
    }
    if let Some(offered) = product.product_code
        && ProductCode::parse(&metadata.product_code).ok() != Some(offered)
    {
        return differs("ProductCode", &offered, &metadata.product_code);
    }
    if let Some(offered) = product.platform.filter(|platform| Some(*platform) != metadata.platform) {
        return differs("Platform", &offered, metadata.platform.map_or("", Platform::as_str));
    }
    Ok(())
}

/// Opens a file to read; on Windows so that others may read it, and nothing else.
pub(crate) fn hold(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt;
        /// Others may read; Microsoft, "CreateFileW", FILE_SHARE_READ.
        const FILE_SHARE_READ: u32 = 1;
        options.share_mode(FILE_SHARE_READ);
    }
    options.open(path)
}

impl Explain for VerifyError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable { source } => message!("verify-unreadable", detail = source.to_string()),
            Self::DigestMissing => message!("verify-digest-missing"),
            Self::Size { offered, found } => message!("verify-size", offered = *offered, found = *found),
            Self::Bytes { digest } => message!("verify-bytes", digest = *digest),
            Self::Msi(error) => message!("verify-msi", reason = error.message()),
            Self::Identity { property, offered, found } => {
                message!("verify-identity", property = *property, offered = offered, found = found)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::msi::{Metadata, Payload};
    use catalog::{Platform, Product, Scope, digest};

    use super::{VerifyError, compare, identify};
    use crate::examples::product;

    #[test]
    fn size_and_every_offered_digest_have_to_fit_and_one_digest_has_to_be_there() {
        let abc = digest::of(&b"abc"[..], |_| ()).unwrap();
        let other = digest::of(&b"abd"[..], |_| ()).unwrap();
        let check = |size: Option<u64>, md5, sha256, expected: Option<&str>| {
            let offer = Product { size, md5, sha256, ..product("Notes", "1.0") };
            let told = compare(&offer, &abc).err().map(|error| match error {
                VerifyError::DigestMissing => "none",
                VerifyError::Size { .. } => "size",
                VerifyError::Bytes { digest } => digest,
                other => panic!("{other:?}"),
            });
            assert_eq!(told, expected, "{size:?} {md5:?} {sha256:?}");
        };
        check(Some(3), Some(abc.md5), Some(abc.sha256), None);
        check(None, Some(abc.md5), None, None);
        check(None, None, Some(abc.sha256), None);
        check(Some(3), None, None, Some("none"));
        check(Some(4), Some(abc.md5), Some(abc.sha256), Some("size"));
        check(Some(3), Some(other.md5), Some(abc.sha256), Some("MD5"));
        check(Some(3), Some(abc.md5), Some(other.sha256), Some("SHA-256"));
        check(None, Some(other.md5), None, Some("MD5"));
    }

    #[test]
    fn the_msi_inside_has_to_be_the_offered_one() {
        let check = |change: fn(&mut Metadata), offer: &Product, expected: Option<&str>| {
            let mut metadata = Metadata {
                product_name: "Another name".to_owned(),
                product_version: "7.8.4".to_owned(),
                upgrade_code: Some(offer.upgrade_code.to_string().to_lowercase()),
                product_code: "{0f5c2a10-6e0b-4d5a-8b3e-0000000000b1}".to_owned(),
                manufacturer: String::new(),
                language: "1033".to_owned(),
                platform: Some(Platform::X64),
                scope: Scope::Machine,
                code_page: 1252,
                signed: false,
                payload: Payload::Embedded,
            };
            change(&mut metadata);
            let told = identify(offer, &metadata).err().map(|error| match error {
                VerifyError::Identity { property, .. } => property,
                other => panic!("{other:?}"),
            });
            assert_eq!(told, expected, "{metadata:?}");
        };
        let offer = Product { platform: Some(Platform::X64), ..product("Notes", "7.8.4") };
        check(|_| (), &offer, None);
        check(|metadata| metadata.product_version = "7.8.4.0".to_owned(), &offer, None);
        check(|metadata| metadata.product_version = "7.8.5".to_owned(), &offer, Some("ProductVersion"));
        check(|metadata| metadata.product_version = "7.8.4.1".to_owned(), &offer, Some("ProductVersion"));
        check(|metadata| metadata.product_version.clear(), &offer, Some("ProductVersion"));
        check(|metadata| metadata.upgrade_code = None, &offer, Some("UpgradeCode"));
        let other = |metadata: &mut Metadata| {
            metadata.product_code = "{0F5C2A10-6E0B-4D5A-8B3E-0000000000FF}".to_owned();
        };
        check(
            |metadata| metadata.upgrade_code = Some(metadata.product_code.clone()),
            &offer,
            Some("UpgradeCode"),
        );
        check(other, &offer, Some("ProductCode"));
        check(|metadata| metadata.platform = Some(Platform::X86), &offer, Some("Platform"));
        check(|metadata| metadata.platform = None, &offer, Some("Platform"));
        let plain = Product { platform: None, product_code: None, ..offer };
        check(other, &plain, None);
        check(|metadata| metadata.platform = Some(Platform::X86), &plain, None);
    }
}
