//! For the build scripts of programs with windows: icons, version, and the manifest that makes Windows draw windows as those of today.

#![allow(clippy::print_stdout, reason = "it is how a build script speaks to cargo")]

mod icons;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The manifest that all our programs with windows have.
const MANIFEST: &str = "../window/program.manifest";

/// Has sections lie in the file as they lie in memory, page by page. Wine maps such a program as Windows maps any, and reads others into
/// memory, where they would be counted as the program's own.
const ALIGNED: &str = "cargo:rustc-link-arg-bins=-Wl,--file-alignment=4096";

/// Gives a program of this package what Windows programs carry; nothing where it is built for another system.
///
/// `program` is its file name without `.exe`, `description` what Windows shows of it.
pub(crate) fn embed(program: &str, description: &str) -> Result<(), Box<dyn Error>> {
    for file in ["icons.rs", "resources.rs", "../program.manifest"] {
        println!("cargo:rerun-if-changed=../window/build/{file}");
    }
    if env::var("CARGO_CFG_TARGET_OS")? != "windows" {
        return Ok(());
    }
    if env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|environment| environment == "gnu") {
        println!("{ALIGNED}");
    }
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    let manifest = fs::canonicalize(Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(MANIFEST))?;
    let mut script = format!("1 24 {}\n", quoted(&manifest));
    for (number, picture) in icons::of(program) {
        let path = folder.join(format!("{number}.ico"));
        icons::draw(*picture, fs::File::create(&path)?)?;
        script += &format!("{number} ICON {}\n", quoted(&path));
    }
    script += &version(program, description, &env::var("CARGO_PKG_VERSION")?);
    let path = folder.join(format!("{program}.rc"));
    fs::write(&path, script)?;
    embed_resource::compile_for(&path, [program], embed_resource::NONE).manifest_required()?;
    Ok(())
}

/// A path as resource compilers read it, with slashes: a backslash begins a special character.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    format!("\"{}\"", path.trim_start_matches(r"\\?\").replace('\\', "/"))
}

fn version(program: &str, description: &str, version: &str) -> String {
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
         VALUE \"FileDescription\", \"{description}\"\n\
         VALUE \"FileVersion\", \"{version}\"\n\
         VALUE \"InternalName\", \"{program}\"\n\
         VALUE \"OriginalFilename\", \"{program}.exe\"\n\
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
