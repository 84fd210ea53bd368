//! Gives `OXUpdateXMLGenerator.exe` its icon, its version and its manifest. Nothing elsewhere than on Windows, or for `oxcatalog`.

#[path = "../window/build/resources.rs"]
mod resources;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    resources::embed("OXUpdateXMLGenerator", "OX Update XML Generator")
}
