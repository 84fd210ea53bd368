//! In work.
use anyhow::Result;
pub(crate) fn tidy() -> Result<()> {
    Ok(())
}
pub(crate) fn check(_: crate::prerequisites::Extent) -> Result<()> {
    Ok(())
}
