//! What the screen is coloured with: themes of light and dark palettes, and what a terminal can show of
//! them. Nothing in here draws, reads a terminal, or reads the environment by itself.
//!
//! ```text
//! Theme ── light ──┐
//!       └─ dark ───┴─► Palette ── lowered to the terminal's Depth ──► the styles of `view`
//! ```

mod builtin;
mod depth;
mod ground;
mod pair;
mod palette;
mod rgb;
mod role;
mod settings;
mod shade;
mod symbols;
mod themes;

pub use depth::Depth;
pub use ground::Ground;
pub use pair::Theme;
pub use palette::Palette;
pub use rgb::Rgb;
pub use role::Role;
pub use settings::ThemeSettings;
pub use shade::Shade;
pub use symbols::Symbols;
pub use themes::Themes;
