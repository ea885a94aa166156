//! The demo: no account, no credentials.

use super::Start;

#[test]
fn the_demo_needs_nothing_and_says_what_it_is() {
    let credentials = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"];
    let mut window = Start::with(&["--demo"]).without(&credentials).open();
    window.shows(&["DEMO", "CREATED", "Display name", "Role ARN      arn:aws"]);
    window.press("?");
    window.shows(&["one image down"]);
    window.press("q");
    window.hides(&["one image down"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_demo_of_many_images_has_as_many() {
    let mut window = Start::with(&["--demo", "--images", "1234"]).open();
    window.shows(&["DEMO", "1/1234"]);
    window.press("q");
    window.ends_with(0);
}
