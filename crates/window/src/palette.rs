//! Which colours a window has, and those of a dark one. Pure.

/// A colour, of red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

impl Colour {
    /// As Windows takes it: red lowest.
    pub(crate) const fn number(self) -> u32 {
        (self.2 as u32) << 16 | (self.1 as u32) << 8 | self.0 as u32
    }
}

/// Where the colours come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// From Windows, with two of ours for texts.
    Light,
    /// From [`DARK`].
    Dark,
    /// From Windows alone, since the person chose each of them.
    HighContrast,
}

impl Scheme {
    /// What Windows is set to. `apps_use_light` is its setting for programs: 0 for dark ones; where it is not set, they are light.
    pub(crate) fn of(high_contrast: bool, apps_use_light: Option<u32>) -> Self {
        match (high_contrast, apps_use_light) {
            (true, _) => Self::HighContrast,
            (false, Some(0)) => Self::Dark,
            (false, _) => Self::Light,
        }
    }
}

/// The colours of a window that has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Palette {
    /// Behind everything.
    pub(crate) face: Colour,
    /// Texts on the face, on fields, buttons and headings.
    pub(crate) text: Colour,
    /// Texts that are less important.
    pub(crate) quiet: Colour,
    /// Texts that say what is wrong, and a bar that stopped.
    pub(crate) warning: Colour,
    /// Texts of what cannot be used now.
    pub(crate) unusable: Colour,
    /// Inside of fields and tables.
    pub(crate) field: Colour,
    /// Behind the headings of tables.
    pub(crate) heading: Colour,
    /// A button.
    pub(crate) button: Colour,
    /// A button below the pointer.
    pub(crate) hot: Colour,
    /// A button that is pressed.
    pub(crate) pressed: Colour,
    /// The edge of fields and buttons.
    pub(crate) edge: Colour,
    /// The edge of the button that Enter presses and of what has the focus; ticked boxes, links, and bars.
    pub(crate) accent: Colour,
    /// The tick on a ticked box.
    pub(crate) tick: Colour,
}

/// Of a text that is less important, in a light window.
pub(crate) const LIGHT_QUIET: Colour = Colour(0x5C, 0x5C, 0x5C);
/// Of a text that says what is wrong, in a light window.
pub(crate) const LIGHT_WARNING: Colour = Colour(0x9C, 0x14, 0x14);

/// The colours of a dark window.
pub(crate) const DARK: Palette = Palette {
    face: Colour(0x20, 0x20, 0x20),
    text: Colour(0xF2, 0xF2, 0xF2),
    quiet: Colour(0xB8, 0xB8, 0xB8),
    warning: Colour(0xFF, 0x9C, 0x92),
    unusable: Colour(0x96, 0x96, 0x96),
    field: Colour(0x2B, 0x2B, 0x2B),
    heading: Colour(0x33, 0x33, 0x33),
    button: Colour(0x36, 0x36, 0x36),
    hot: Colour(0x44, 0x44, 0x44),
    pressed: Colour(0x2A, 0x2A, 0x2A),
    edge: Colour(0x94, 0x94, 0x94),
    accent: Colour(0x76, 0xB9, 0xFF),
    tick: Colour(0x10, 0x10, 0x10),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// How bright a colour is, from 0 to 1, as WCAG 2 reckons it.
    fn brightness(colour: Colour) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2)
    }

    fn contrast(one: Colour, other: Colour) -> f64 {
        let (one, other) = (brightness(one), brightness(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[track_caller]
    fn check(least: f64, fronts: &[Colour], behinds: &[Colour]) {
        for front in fronts {
            for behind in behinds {
                let found = contrast(*front, *behind);
                assert!(found >= least, "{front:?} on {behind:?} has {found:.2} to 1, not {least}");
            }
        }
    }

    #[test]
    fn contrast_is_reckoned_as_everywhere() {
        let (black, white) = (Colour(0, 0, 0), Colour(255, 255, 255));
        assert!((contrast(black, white) - 21.0).abs() < 0.01);
        assert!((contrast(Colour(0x77, 0x77, 0x77), white) - 4.48).abs() < 0.01);
    }

    #[test]
    fn texts_can_be_read_in_dark_and_light() {
        let dark = DARK;
        check(4.5, &[dark.text], &[dark.face, dark.field, dark.heading, dark.button, dark.hot, dark.pressed]);
        check(4.5, &[dark.quiet, dark.warning, dark.accent, dark.unusable], &[dark.face]);
        check(4.5, &[dark.tick], &[dark.accent]);
        check(4.5, &[LIGHT_QUIET, LIGHT_WARNING], &[Colour(255, 255, 255), Colour(0xF0, 0xF0, 0xF0)]);
    }

    #[test]
    fn edges_focus_and_bars_can_be_seen() {
        let behinds = [DARK.face, DARK.field, DARK.button, DARK.hot, DARK.pressed];
        check(3.0, &[DARK.edge, DARK.accent, DARK.warning], &behinds);
    }

    #[test]
    fn high_contrast_is_stronger_than_dark_and_dark_has_to_be_said() {
        let table = [
            (false, None, Scheme::Light),
            (false, Some(1), Scheme::Light),
            (false, Some(0), Scheme::Dark),
            (true, None, Scheme::HighContrast),
            (true, Some(0), Scheme::HighContrast),
            (true, Some(1), Scheme::HighContrast),
        ];
        for (high_contrast, apps_use_light, wanted) in table {
            assert_eq!(
                Scheme::of(high_contrast, apps_use_light),
                wanted,
                "{high_contrast} {apps_use_light:?}"
            );
        }
    }

    #[test]
    fn windows_takes_red_lowest() {
        assert_eq!(Colour(0x12, 0x34, 0x56).number(), 0x0056_3412);
    }
}
