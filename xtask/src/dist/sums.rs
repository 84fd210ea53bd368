//! `SHA256SUMS`: the digests of what people get, as `sha256sum --check` reads them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

/// The file's name.
const FILE: &str = "SHA256SUMS";

/// Writes the sums of files into a folder that they are in, by their names.
pub(super) fn write(folder: &Path, files: &[PathBuf]) -> Result<()> {
    let mut lines = files.iter().map(|path| line(path)).collect::<Result<Vec<_>>>()?;
    lines.sort();
    let path = folder.join(FILE);
    fs::write(&path, lines.concat()).with_context(|| format!("{} could not be written", path.display()))
}

fn line(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let name = path.file_name().context("a file without a name")?.to_string_lossy();
    Ok(format!("{digest}  {name}\n"))
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn sums_are_written_as_sha256sum_reads_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "abc").unwrap();
        write(folder.path(), &[path]).unwrap();
        let sums = std::fs::read_to_string(folder.path().join("SHA256SUMS")).unwrap();
        assert_eq!(sums, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n");
    }
}
