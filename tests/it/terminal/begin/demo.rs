//! The demo: no account, no credentials.

use crate::terminal::Start;

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

#[test]
fn the_demo_has_several_accounts_and_one_of_them_is_only_to_be_looked_at() {
    let mut window = Start::with(&["--demo"]).open();
    window.shows(&["profile research", "123456789012 ─", "DEMO", "read just now"]);
    window.press("P");
    window.shows(&["production", "PROD", "sandbox"]);
    window.type_text("prod");
    window.shows(&["› prod"]);
    window.press("Enter");
    window.shows(&["profile production", "PROD", "210987654321 ─", "READ-ONLY DEMO", "1/64"]);
    window.hides(&["e edit"]);
    window.press("P");
    window.shows(&["sandbox"]);
    window.type_text("sandbox");
    window.press("Enter");
    window.shows(&["345678901234 ─", "1/7", "read just now"]);
    window.press("e");
    window.shows(&["Edit ", "345678901234 ─ ap-southeast-2", "unchanged"]);
    window.press("Ctrl-C");
    window.ends_with(0);
}

#[test]
fn the_history_of_the_demo_is_of_the_account_in_the_header_and_a_region_is_not_picked() {
    let mut window = Start::with(&["--demo", "--settle", "1"]).open();
    window.shows(&["123456789012 ─", "DEMO", "read just now"]);
    window.press("R");
    window.shows(&["Each demo account has one region. Press P to switch accounts."]);
    window.press("e");
    window.shows(&["unchanged"]);
    window.type_text("!");
    window.shows(&["set"]);
    window.press("Ctrl-S");
    window.shows(&["Enter send"]);
    window.press("Enter");
    window.shows(&["verified. It is CREATED"]);
    window.press("H");
    window.shows(&["History 1/1", "123456789012 · us-east-1"]);
    window.hides(&["demo-research"]);
    window.press("q");
    window.hides(&["History 1/1"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn the_demo_does_not_ask_about_drafts_that_go_with_it() {
    let mut window = Start::with(&["--demo"]).open();
    window.shows(&["DEMO", "read just now"]);
    window.press("e");
    window.shows(&["unchanged"]);
    window.type_text("!");
    window.shows(&["set"]);
    window.press("Esc");
    window.shows(&["kept until you quit the demo. Press e"]);
    window.press("q");
    window.ends_with(0);
}
