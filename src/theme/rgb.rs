//! A colour by its parts, and how well one can be read on another.

/// A colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// The least contrast at which text can be read well: WCAG 2, level AA.
    pub const AA: f64 = 4.5;

    /// The relative luminance of WCAG 2, from 0 to 1.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// The contrast ratio of WCAG 2 between two colours, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one > two { one / two } else { two / one }
    }

    /// The colour of that number in the table of 256 that terminals share; nothing for the first 16, which
    /// each terminal has its own of.
    #[must_use]
    pub fn of_index(index: u8) -> Option<Self> {
        const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
        let level = |number: u8| LEVELS[usize::from(number % 6)];
        match index {
            0..16 => None,
            16..232 => {
                let at = index - 16;
                Some(Self(level(at / 36), level(at / 6), level(at)))
            }
            232.. => {
                let grey = 8 + 10 * (index - 232);
                Some(Self(grey, grey, grey))
            }
        }
    }

    /// The number of the colour of that table that is most like this one, among those that `fits` takes.
    #[must_use]
    pub fn nearest_index(self, fits: impl Fn(Self) -> bool) -> Option<u8> {
        let known = (16..=255).filter_map(|index| Some((index, Self::of_index(index)?)));
        known
            .filter(|(_, colour)| fits(*colour))
            .min_by_key(|(_, colour)| self.distance(*colour))
            .map(|it| it.0)
    }

    /// How far apart two colours look, without a unit.
    fn distance(self, other: Self) -> u32 {
        let part = |one: u8, two: u8, weight: u32| {
            let apart = u32::from(one.abs_diff(two));
            apart * apart * weight
        };
        // The eye sees green best, and blue worst.
        part(self.0, other.0, 3) + part(self.1, other.1, 4) + part(self.2, other.2, 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_as_wcag_counts_it() {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        for (one, two, contrast) in [
            (black, white, 21.0),
            (white, black, 21.0),
            (white, white, 1.0),
            (Rgb(0x77, 0x77, 0x77), white, 4.48),
            (Rgb(0xff, 0, 0), white, 4.0),
        ] {
            assert!(
                (one.contrast(two) - contrast).abs() < 0.005,
                "{one:?} on {two:?}: {}",
                one.contrast(two)
            );
        }
    }

    #[test]
    fn the_table_is_that_of_xterm() {
        for (index, colour) in [
            (15, None),
            (16, Some(Rgb(0, 0, 0))),
            (196, Some(Rgb(255, 0, 0))),
            (67, Some(Rgb(95, 135, 175))),
            (231, Some(Rgb(255, 255, 255))),
            (232, Some(Rgb(8, 8, 8))),
            (255, Some(Rgb(238, 238, 238))),
        ] {
            assert_eq!(Rgb::of_index(index), colour, "{index}");
        }
        for index in 17..=255 {
            let colour = Rgb::of_index(index).unwrap();
            let found = colour.nearest_index(|_| true).unwrap();
            assert_eq!(Rgb::of_index(found), Some(colour), "{index}");
        }
        assert_eq!(Rgb(1, 2, 3).nearest_index(|_| false), None);
    }
}
