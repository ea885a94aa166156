//! What the screen looks like at the start.

use std::sync::Arc;

use anyhow::Result;

use crate::app::{Appearance, ThemeChoice};
use crate::config::Config;
use crate::domain::{Setting, Text, did_you_mean};
use crate::theme::{Depth, Ground, Symbols, ThemeSettings, Themes};

use super::UsageError;

/// What the command line asks for, then the config file, then what the environment says.
///
/// # Errors
///
/// [`UsageError`] where the command line asks for a theme that is not there.
pub fn appearance(asked: ThemeSettings, config: &Config) -> Result<Appearance> {
    if let Some(name) = asked.name.as_deref().filter(|name| config.themes.get(name).is_none()) {
        return Err(UsageError(no_theme(name, &config.themes)).into());
    }
    let set = asked.or(config.theme.clone());
    let depth = set.colors.unwrap_or_default().or_else(|| Depth::of_environment(variable));
    let guess = variable("COLORFGBG").and_then(|written| Ground::of_colorfgbg(&written));
    let choice = ThemeChoice { name: set.name, background: set.background.unwrap_or(Setting::Auto) };
    let mut appearance = Appearance::new(Arc::clone(&config.themes), choice, depth, guess);
    appearance.symbols = set.symbols.unwrap_or_default().or_else(|| Symbols::of_locale(variable));
    Ok(appearance)
}

/// Refuses a terminal that can't move its cursor.
///
/// # Errors
///
/// [`UsageError`] where TERM says that it is such a one, or says nothing.
pub fn check_terminal() -> Result<()> {
    let words = match variable("TERM").as_deref() {
        Some("dumb") => "TERM is dumb: such a terminal can't show full-screen programs; use another one",
        None => "TERM is not set: set it to the name of this terminal, such as xterm-256color",
        Some(_) => return Ok(()),
    };
    Err(UsageError(words.into()).into())
}

fn no_theme(name: &str, themes: &Themes) -> String {
    let names: Vec<_> = themes.names().collect();
    let name = Text::clean(name);
    let meant = did_you_mean(name.as_str(), names.iter().copied());
    let end = if meant.is_empty() { "." } else { "" };
    format!("there is no theme ‘{name}’{meant}{end} The themes are {}", names.join(", "))
}

/// What is set; an empty variable is as good as none.
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(|value| value.to_string_lossy().into_owned())
}
