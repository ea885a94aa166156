//! A colour for each role.

use super::{Depth, Ground, Rgb, Role, Shade};

/// A colour for each role; where there is none, the role is told without a colour of its own: by dim,
/// bold or reversed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Palette([Option<Shade>; Role::ALL.len()]);

impl Palette {
    /// No colour at all.
    pub const NONE: Self = Self([None; Role::ALL.len()]);

    /// The terminal's own colours, which suit its background.
    #[must_use]
    pub fn sixteen() -> Self {
        Self::of(&[
            (Role::Accent, Shade::Indexed(6)),
            (Role::Good, Shade::Indexed(2)),
            (Role::Busy, Shade::Indexed(3)),
            (Role::Bad, Shade::Indexed(1)),
            (Role::Theirs, Shade::Indexed(5)),
            (Role::Blue, Shade::Indexed(4)),
        ])
    }

    /// These, and none for the other roles.
    #[must_use]
    pub fn of(shades: &[(Role, Shade)]) -> Self {
        let mut palette = Self::NONE;
        for (role, shade) in shades {
            palette.set(*role, *shade);
        }
        palette
    }

    /// The colour of a role.
    #[must_use]
    pub fn get(&self, role: Role) -> Option<Shade> {
        self.0[role as usize]
    }

    /// Sets the colour of a role.
    pub fn set(&mut self, role: Role, shade: Shade) {
        self.0[role as usize] = Some(shade);
    }

    /// Whether it has a background of its own.
    #[must_use]
    pub fn paints_background(&self) -> bool {
        self.get(Role::Background).is_some_and(|shade| shade != Shade::Default)
    }

    /// What a terminal of `depth` shows of it.
    #[must_use]
    pub fn lowered(&self, depth: Depth, ground: Ground) -> Self {
        match depth {
            Depth::None => Self::NONE,
            Depth::Sixteen => self.in_sixteen(),
            Depth::Indexed => self.in_256(ground),
            Depth::True => *self,
        }
    }

    /// Of sixteen, only what a theme names by their names is taken: no other is sure to be seen.
    fn in_sixteen(&self) -> Self {
        let mut palette = Self::sixteen();
        for role in Role::ALL {
            if let Some(shade @ Shade::Indexed(0..16)) = self.get(*role) {
                palette.set(*role, shade);
            }
        }
        // Half a pair may not be readable.
        let has = |role: Role| palette.get(role).is_some();
        let is_text_whole = has(Role::Text) || !has(Role::Background);
        let is_background_whole = has(Role::Background) || !self.paints_background();
        let is_selection_whole = has(Role::SelectedText) && has(Role::SelectedBackground);
        for (role, is_whole) in [
            (Role::Text, is_text_whole && is_background_whole),
            (Role::Background, is_text_whole && is_background_whole),
            (Role::SelectedText, is_selection_whole),
            (Role::SelectedBackground, is_selection_whole),
        ] {
            if !is_whole {
                palette.0[role as usize] = None;
            }
        }
        palette
    }

    /// The nearest of 256; text stays as readable as it was, as far as WCAG's AA.
    fn in_256(&self, ground: Ground) -> Self {
        let mut palette = *self;
        let near = |shade: Shade, fits: &dyn Fn(Rgb) -> bool| match shade {
            Shade::Rgb(colour) => {
                let found = colour.nearest_index(fits).or_else(|| colour.nearest_index(|_| true));
                found.map_or(shade, Shade::Indexed)
            }
            Shade::Default | Shade::Indexed(_) => shade,
        };
        for (background, is_text) in [
            (Role::Background, (|role| !matches!(role, Role::SelectedText)) as fn(Role) -> bool),
            (Role::SelectedBackground, |role| matches!(role, Role::SelectedText)),
        ] {
            let below = self.get(background).map(|shade| near(shade, &|_| true));
            palette.0[background as usize] = below;
            let before = self.get(background).and_then(Shade::rgb).unwrap_or(ground.hardest());
            let after = below.and_then(Shade::rgb).unwrap_or(ground.hardest());
            let texts = Role::ALL.iter().filter(|role| {
                is_text(**role) && !matches!(role, Role::Background | Role::SelectedBackground)
            });
            for role in texts {
                let Some(shade) = self.get(*role) else { continue };
                let wanted = shade.rgb().map_or(1.0, |colour| colour.contrast(before)).min(Rgb::AA);
                let lowered = near(shade, &|colour| colour.contrast(after) >= wanted);
                palette.0[*role as usize] = Some(lowered);
            }
        }
        palette
    }
}
