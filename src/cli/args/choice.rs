//! Values that are one of a few, which completions offer.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::domain::{Named, Setting};
use crate::theme::Themes;

/// What can be set, or `auto`. A second name of a value is taken, and not offered.
pub fn setting<T: Named + Send + Sync>() -> impl TypedValueParser<Value = Setting<T>> {
    let value = |name| PossibleValue::new(name).hide(!Setting::<T>::offered().any(|it| it == name));
    PossibleValuesParser::new(Setting::<T>::names().map(value)).try_map(|name| name.parse())
}

/// On or off. What other programs call so is taken, and not offered.
pub fn on_or_off() -> impl TypedValueParser<Value = bool> {
    const ON: [&str; 6] = ["on", "yes", "true", "y", "t", "1"];
    const OFF: [&str; 6] = ["off", "no", "false", "n", "f", "0"];
    let value = |name| PossibleValue::new(name).hide(!["on", "off"].contains(&name));
    PossibleValuesParser::new(ON.into_iter().chain(OFF).map(value))
        .map(|name| ON.iter().any(|on| on.eq_ignore_ascii_case(&name)))
}

/// The name of a theme. Those that come with the program are offered; the config file may have others.
#[derive(Debug, Clone)]
pub struct ThemeName;

impl TypedValueParser for ThemeName {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Themes::builtin_names().map(PossibleValue::new)))
    }
}
