//! Gives `OXUpdater.exe` its icons, its version and its manifest. Nothing elsewhere than on Windows.

#[path = "../../window/build/resources.rs"]
mod resources;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    resources::embed("OXUpdater", "OX Updater")
}
