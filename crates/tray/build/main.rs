//! Gives `OXUpdater.exe` its icons, its version and the manifest that makes Windows draw its windows as those of today. Nothing elsewhere.

#![allow(clippy::print_stdout, reason = "it is how a build script speaks to cargo")]

mod icons;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The manifest that all our programs with windows have.
const MANIFEST: &str = "../window/program.manifest";

fn main() -> Result<(), Box<dyn Error>> {
    for file in ["build/main.rs", "build/icons.rs", MANIFEST] {
        println!("cargo:rerun-if-changed={file}");
    }
    if env::var("CARGO_CFG_TARGET_OS")? != "windows" {
        return Ok(());
    }
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    let manifest = fs::canonicalize(Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(MANIFEST))?;
    let mut script = format!("1 24 {}\n", quoted(&manifest));
    for (number, picture) in icons::ALL {
        let path = folder.join(format!("{number}.ico"));
        icons::draw(*picture, fs::File::create(&path)?)?;
        script += &format!("{number} ICON {}\n", quoted(&path));
    }
    script += &version(&env::var("CARGO_PKG_VERSION")?);
    let path = folder.join("OXUpdater.rc");
    fs::write(&path, script)?;
    embed_resource::compile(&path, embed_resource::NONE).manifest_required()?;
    Ok(())
}

/// A path as resource compilers read it, with slashes: a backslash begins a special character.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    format!("\"{}\"", path.trim_start_matches(r"\\?\").replace('\\', "/"))
}

fn version(version: &str) -> String {
    let numbers = version.split(['.', '-', '+']).take(3).collect::<Vec<_>>().join(",");
    format!(
        "1 VERSIONINFO\n\
         FILEVERSION {numbers},0\n\
         PRODUCTVERSION {numbers},0\n\
         FILEOS 0x40004\n\
         FILETYPE 1\n\
         BEGIN\n\
         BLOCK \"StringFileInfo\"\n\
         BEGIN\n\
         BLOCK \"040904B0\"\n\
         BEGIN\n\
         VALUE \"FileDescription\", \"OX Updater\"\n\
         VALUE \"FileVersion\", \"{version}\"\n\
         VALUE \"InternalName\", \"OXUpdater\"\n\
         VALUE \"OriginalFilename\", \"OXUpdater.exe\"\n\
         VALUE \"ProductName\", \"OX Updater\"\n\
         VALUE \"ProductVersion\", \"{version}\"\n\
         END\n\
         END\n\
         BLOCK \"VarFileInfo\"\n\
         BEGIN\n\
         VALUE \"Translation\", 0x0409, 1200\n\
         END\n\
         END\n"
    )
}
