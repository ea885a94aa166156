//! Links to the console, where the terminal takes them.

use crate::terminal::{Service, Start};

const ROLE_LINK: &str = ";https://console.aws.amazon.com/iam/home#/roles/details/";

#[test]
fn arns_are_links_where_that_is_set_or_the_terminal_is_known_to_take_them() {
    let service = Service::of(1);
    for (arguments, variables, has_links) in [
        (&["--links", "on"][..], &[][..], true),
        (&[], &[("TERM", "xterm-kitty")], true),
        (&[], &[("SAGESCOPE_LINKS", "on")], true),
        (&[], &[("TERM", "xterm-256color")], false),
        (&["--links", "off"], &[("TERM", "xterm-kitty")], false),
    ] {
        let mut start = Start::on(&service);
        start = arguments.iter().fold(start, |start, argument| start.arg(argument));
        start = variables.iter().fold(start, |start, (name, value)| start.env(name, *value));
        let mut window = start.open();
        window.shows(&["Role ARN      arn:aws"]);
        window.is_whole();
        window.press("q");
        window.ends_with(0);
        let written = String::from_utf8_lossy(&window.process.display.state().written).into_owned();
        assert_eq!(written.contains(ROLE_LINK), has_links, "{arguments:?} {variables:?}");
        let (begun, ended) =
            (written.matches("\x1b]8;id=").count(), written.matches("\x1b]8;;\x1b\\").count());
        assert_eq!((begun, begun > 0), (ended, has_links), "each is ended");
    }
    let window = Start::with(&["--links", "maybe"]).open();
    window.shows_at_last(&["'maybe'", "auto, on, off"]);
}

#[test]
fn nothing_in_the_demo_leads_to_a_real_console() {
    let mut window = Start::with(&["--demo", "--links", "on"]).open();
    window.shows(&["Role ARN      arn:aws"]);
    window.press("o");
    window.shows(&["Demo images aren't in the AWS console."]);
    window.press("q");
    window.ends_with(0);
    let written = String::from_utf8_lossy(&window.process.display.state().written).into_owned();
    assert!(!written.contains("\x1b]8;") && !written.contains("console.aws.amazon.com"));
}
