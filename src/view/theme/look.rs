//! What the person's terminal and settings decide about the screen.

use jiff::tz::TimeZone;

use crate::app::App;

use super::style::Theme;

/// What the person's terminal and settings decide about the screen.
#[derive(Debug, Clone)]
pub struct Look {
    /// Colours and symbols.
    pub theme: Theme,
    /// The zone in which times are shown, unless UTC is asked for.
    pub zone: TimeZone,
}

impl Look {
    /// The look that `app` has now.
    #[must_use]
    pub fn of(app: &App) -> Self {
        let appearance = &app.appearance;
        Self { theme: Theme::of(*appearance.palette(), appearance.symbols), zone: app.zone.clone() }
    }

    /// The zone in which times are shown now.
    #[must_use]
    pub fn zone(&self, app: &App) -> TimeZone {
        if app.utc { TimeZone::UTC } else { self.zone.clone() }
    }
}
