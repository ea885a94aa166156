//! Several accounts and regions: the header, the pickers, and what reaches which service.

use std::collections::BTreeSet;

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{NARROW, Service, Start, Window};

const RESEARCH: (&str, &str) = ("111111111111", "us-east-1");
const PRODUCTION: (&str, &str) = ("222222222222", "eu-west-1");

/// Two accounts, each behind a service of its own, and a person with a profile for each.
struct World {
    research: Service,
    production: Service,
}

impl World {
    fn new() -> Self {
        Self {
            research: Service::of_account(RESEARCH.0, RESEARCH.1, "only-in-research"),
            production: Service::of_account(PRODUCTION.0, PRODUCTION.1, "only-in-production"),
        }
    }

    fn config(&self) -> String {
        let section = |head: &str, region: &str, key: &str, service: &Service| {
            format!(
                "[{head}]\nregion = {region}\naws_access_key_id = {key}\naws_secret_access_key = not-a-secret\n\
                 endpoint_url = {}\n",
                service.endpoint_url()
            )
        };
        let mut config = section("default", RESEARCH.1, "AKIDRESEARCH", &self.research);
        config += &section("profile production", PRODUCTION.1, "AKIDPRODUCTION", &self.production);
        config += "[profile loop]\nrole_arn = arn:aws:iam::333333333333:role/R\nsource_profile = loop2\n";
        config += "[profile loop2]\nrole_arn = arn:aws:iam::333333333333:role/R\nsource_profile = loop\n";
        config
    }

    fn open(&self) -> Window {
        let mut window = Start::at_home(&self.config()).open();
        window.shows(&[RESEARCH.0, RESEARCH.1, "only-in-research"]);
        window.press("j");
        window.shows(&["Display name  not set"]);
        window
    }
}

/// Goes to a profile; what is shown on the way is of one place or of the other, never of both.
fn go(window: &mut Window, profile: &str, now: (&str, &str), shows: &str, never: &str) {
    window.press("P");
    window.shows(&["Profile", profile]);
    window.type_text(profile);
    window.wait_for("the profile under the cursor", |screen| {
        screen.contents().contains(&format!("› {profile}"))
    });
    window.press("Enter");
    window.wait_for(shows, |screen| {
        let contents = screen.contents();
        let header = contents.lines().next().unwrap_or_default();
        let is_there = header.contains(now.1);
        assert!(!(is_there && contents.contains(never)), "an old row under a new header:\n{contents}");
        is_there && header.contains(now.0) && contents.contains(shows)
    });
}

fn signed(pairs: &[(&str, &str)]) -> BTreeSet<(String, String)> {
    pairs.iter().map(|(key, region)| ((*key).to_owned(), (*region).to_owned())).collect()
}

#[test]
fn each_place_is_asked_with_its_own_keys_and_region_and_shows_its_own_rows() {
    let world = World::new();
    let mut window = world.open();
    go(&mut window, "production", PRODUCTION, "only-in-production", "only-in-research");
    assert_eq!(world.research.signed_by(), signed(&[("AKIDRESEARCH", "us-east-1")]));
    assert_eq!(world.production.signed_by(), signed(&[("AKIDPRODUCTION", "eu-west-1")]));
    go(&mut window, "default", RESEARCH, "only-in-research", "only-in-production");
    // The way back is to the row that was selected.
    window.shows(&["Display name  not set"]);
    window.press("R");
    window.shows(&["Region", "us-east-1"]);
    window.type_text("sydney");
    window.shows(&["ap-southeast-2"]);
    window.press("Enter");
    window.shows(&["111111111111 ─", "ap-southeast-2", "only-in-research", "read just now"]);
    assert_eq!(
        world.research.signed_by(),
        signed(&[("AKIDRESEARCH", "us-east-1"), ("AKIDRESEARCH", "ap-southeast-2")])
    );
    assert_eq!(world.production.signed_by(), signed(&[("AKIDPRODUCTION", "eu-west-1")]));
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_form_left_open_sends_to_the_place_that_it_was_opened_in() {
    let world = World::new();
    let mut window = world.open();
    window.press("g e");
    window.shows(&["Edit ", RESEARCH.0, RESEARCH.1, "unchanged"]);
    window.type_text(" for research");
    window.shows(&["set "]);
    window.press("Ctrl-P");
    window.shows(&["production"]);
    window.type_text("production");
    window.press("Enter");
    window.shows(&[PRODUCTION.0, "only-in-production"]);
    window.hides(&["Edit "]);
    go(&mut window, "default", RESEARCH, "for research", "only-in-production");
    window.shows(&["Edit ", "set "]);
    window.press("Ctrl-S");
    window.shows(&["Review", RESEARCH.0, RESEARCH.1]);
    window.press("Enter");
    window.shows(&["verified"]);
    assert_eq!(world.research.arrived("UpdateImage").len(), 1);
    assert!(world.production.arrived("UpdateImage").is_empty());
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_profile_that_goes_round_in_circles_says_so_and_the_others_work() {
    let world = World::new();
    let mut window = world.open();
    window.press("P");
    window.shows(&["loop2", "assume-role", "static keys"]);
    window.type_text("loop2");
    window.shows(&["loop2 → loop"]);
    window.press("Enter");
    window.shows(&["loop2 → loop"]);
    window.press("Esc");
    window.hides(&["loop2"]);
    go(&mut window, "production", PRODUCTION, "only-in-production", "only-in-research");
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_mark_stands_in_the_header_and_keeps_a_profile_from_being_changed() {
    let world = World::new();
    let start = Start::at_home(&world.config()).size(NARROW);
    let folder = start.home.path().join(".config/sagescope");
    std::fs::create_dir_all(&folder).unwrap();
    let settings = "[profiles.production]\nread_only = true\nword = \"PROD\"\ncolour = \"red\"\n";
    std::fs::write(folder.join("config.toml"), settings).unwrap();
    let mut window = start.open();
    window.shows(&["only-in-research"]);
    window.hides(&["PROD", "READ-ONLY"]);
    go(&mut window, "production", PRODUCTION, "only-in-production", "only-in-research");
    window.shows(&["PROD", "READ-ONLY"]);
    window.press("e");
    window.shows(&["Read-only", "profile read_only"]);
    go(&mut window, "default", RESEARCH, "only-in-research", "only-in-production");
    window.press("e");
    window.shows(&["Edit "]);
    window.press("Esc");
    window.hides(&["Edit "]);
    window.press("q");
    window.ends_with(0);
    assert!(world.production.arrived("UpdateImage").is_empty());
}

#[test]
fn the_region_used_last_is_offered_first_the_next_time() {
    let world = World::new();
    let mut window = world.open();
    window.press("R");
    window.type_text("sydney");
    window.shows(&["ap-southeast-2"]);
    window.press("Enter");
    window.shows(&["ap-southeast-2", IMAGE]);
    let state = window.home.path().join(".local/state/sagescope/recent.json");
    window.wait_for("what is remembered", |_| {
        std::fs::read_to_string(&state).is_ok_and(|text| text.contains("ap-southeast-2"))
    });
    window.press("q");
    window.ends_with(0);
}
