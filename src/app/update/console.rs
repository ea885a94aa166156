//! The console of AWS, in the person's browser.

use crate::app::{App, Effect, Effects, Tone};
use crate::domain::{Partition, Text};

/// Opens the current image there. Where no browser can be reached, its address is copied and shown.
pub fn open(app: &mut App, fx: &mut Effects) {
    let Some(name) = app.current_name() else { return };
    if app.mode.demo {
        return app.notify(fx, Tone::Plain, "Demo images aren't in the AWS console.".into());
    }
    let Some(address) = app.console_address(&name) else {
        let words = no_address(app.place().location.region.as_ref());
        return app.notify(fx, Tone::Plain, words);
    };
    if app.reach.is_at_desktop() {
        fx.push(Effect::Browse(address));
    } else {
        let why = if app.reach.is_over_ssh { "no browser over SSH" } else { "no desktop here" };
        browsed(app, fx, address, Some(why.into()));
    }
}

fn no_address(region: Option<&Text>) -> String {
    match region {
        None => "Couldn't open the console: unknown region.".into(),
        Some(region) => {
            let partition = Partition::of(Some(region.as_str())).id;
            format!("No console address is published for {region} (partition {partition}).")
        }
    }
}

/// A browser has the address, or could not be given it.
pub fn browsed(app: &mut App, fx: &mut Effects, address: String, trouble: Option<String>) {
    match trouble {
        None => {
            // The console shows whichever account the browser is logged in to.
            let account = app.place().known_account().map(|account| format!(" of account {account}"));
            let words = format!("Opening the console{} in the browser.", account.unwrap_or_default());
            app.notify(fx, Tone::Good, words);
        }
        Some(why) => {
            let what = format!("the console address {address} (no browser: {why})");
            app.copy(fx, address, what);
        }
    }
}
