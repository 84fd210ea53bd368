//! From the PC's own processor to the platforms whose packages its Windows runs. Pure.
//!
//! Source: Microsoft, "How x86 emulation works on Arm" (Windows 10 on Arm runs x86; Windows 11 on Arm runs x86 and x64),
//! "Running 32-bit Applications" (x64 Windows runs x86).

use catalog::Platform;

/// Whether Windows says that it runs programs for x64 which are not its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum X64Emulation {
    /// It does, as Windows 11 on ARM64.
    Present,
    /// It does not, or does not say so.
    Absent,
}

/// The platforms that a Windows for this processor runs, its own first.
#[must_use]
pub fn platforms(native: Platform, x64: X64Emulation) -> Vec<Platform> {
    match (native, x64) {
        (Platform::X64, _) => vec![Platform::X64, Platform::X86],
        (Platform::Arm64, X64Emulation::Present) => vec![Platform::Arm64, Platform::X64, Platform::X86],
        (Platform::Arm64, X64Emulation::Absent) => vec![Platform::Arm64, Platform::X86],
        (Platform::X86 | Platform::Arm | Platform::Itanium, _) => vec![native],
    }
}

#[cfg(test)]
mod tests {
    use catalog::Platform::{self, Arm, Arm64, X64, X86};

    use super::X64Emulation::{self, Absent, Present};
    use super::platforms;

    #[test]
    fn the_own_processor_comes_first_and_emulation_behind_it() {
        let check = |native, x64: X64Emulation, expected: &[Platform]| {
            assert_eq!(platforms(native, x64), expected, "{native} {x64:?}");
        };
        for emulation in [Present, Absent] {
            check(X64, emulation, &[X64, X86]);
            check(X86, emulation, &[X86]);
            check(Arm, emulation, &[Arm]);
        }
        check(Arm64, Present, &[Arm64, X64, X86]);
        check(Arm64, Absent, &[Arm64, X86]);
    }
}
