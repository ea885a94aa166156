//! Picking a profile or a region.

use crate::app::play::{Play, asked, image, reply};
use crate::app::{Offer, Pick, PlaceId};
use crate::domain::{Aim, AwsSetup, Location, Mark, Text, Variable};

use super::{OURS, THEIRS, at, aws_setup, profile};

#[test]
fn a_region_is_another_place() {
    let mut play = Play::with(&["a"]);
    play.pick("R", "ireland");
    assert_eq!(play.header(), at("research", "?", "eu-west-1"));
    assert!(play.names().is_empty());
    assert_eq!(play.opened[0].1, Aim { profile: None, region: Some("eu-west-1".into()) });
    play.resolve("research", "eu-west-1", OURS);
    play.pick("R", "xx-new-9");
    assert_eq!(play.opened[1].1.region, Some("xx-new-9".into()));
    // A slip of the finger is not remembered: only where there was an account.
    assert_eq!(play.remembered.regions, ["eu-west-1".into(), "us-east-1".into()]);
    play.pick("R", "us-east-1");
    assert_eq!(play.names(), ["a"]);
}

#[test]
fn regions_used_lately_come_first_and_those_of_other_partitions_not_at_all() {
    let mut play = Play::with(&["a"]);
    play.app.recent.regions = ["cn-north-1", "sa-east-1", "us-east-1"].map(Text::clean).to_vec();
    play.press("R");
    play.survey(aws_setup());
    let offers = |play: &Play| -> Vec<String> {
        let (pick, offers) = play.offers();
        assert_eq!(pick, Pick::Region);
        let name = |offer: Offer| match offer {
            Offer::Region { name, .. } => name.to_string(),
            Offer::Typed(name) => format!("typed {name}"),
            other => panic!("{other:?}"),
        };
        offers.into_iter().map(name).collect()
    };
    assert_eq!(offers(&play)[..4], ["sa-east-1", "us-east-1", "eu-west-1", "af-south-1"]);
    assert!(offers(&play).iter().all(|region| !region.starts_with("cn-")));
    play.type_text("frankf");
    assert_eq!(offers(&play)[0], "eu-central-1");
    play.press("ctrl-u");
    play.type_text("Not A Region!");
    assert!(offers(&play).is_empty());
    play.press("enter");
    assert!(play.opened.is_empty());
    play.press("ctrl-u");
    play.type_text("eusw2");
    assert_eq!(offers(&play), ["typed eusw2"]);
}

#[test]
fn a_profile_that_can_not_be_used_is_not_gone_to() {
    let mut play = Play::with(&["a"]);
    play.pick("P", "broken");
    assert!(play.opened.is_empty() && play.top() == "picker");
    play.press("esc");
    assert_eq!(play.names(), ["a"]);
    // One without a region of its own takes the one we are in.
    play.pick("P", "nowhere");
    let aim = Aim { profile: Some("nowhere".into()), region: Some("us-east-1".into()) };
    assert_eq!(play.opened, [(PlaceId(1), aim)]);
}

#[test]
fn keys_of_the_environment_are_a_place_of_their_own() {
    let mut play = Play::begin();
    let location = Location {
        profile: Some("research".into()),
        region: Some("us-east-1".into()),
        environment_keys: true,
        ..Location::default()
    };
    play.answer(asked::location, reply::located(location));
    play.press("P");
    let key = Variable { name: "AWS_ACCESS_KEY_ID", value: Some("set".into()) };
    play.survey(AwsSetup { variables: vec![key], ..aws_setup() });
    assert_eq!(play.offers().1[0], Offer::Chain);
    play.type_text("research");
    play.press("enter");
    assert_eq!(play.opened.len(), 1, "the profile's own keys are another account's");
}

#[test]
fn with_keys_of_the_environment_the_command_names_no_profile() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s y");
    assert!(play.copied[0].contains("--profile=research") || play.copied[0].contains("--profile research"));
    play.location_mut().environment_keys = true;
    play.press("y");
    assert!(!play.copied[1].contains("--profile"), "{}", play.copied[1]);
}

#[test]
fn a_name_that_fits_comes_before_a_kind_that_does() {
    let mut play = Play::with(&["a"]);
    play.press("P");
    let named = AwsSetup { profiles: vec![profile("lost", None), profile("team-sso", None)], ..aws_setup() };
    play.survey(named);
    play.type_text("sso");
    play.press("enter");
    assert_eq!(play.opened[0].1.profile, Some("team-sso".into()));
}

#[test]
fn the_default_chain_is_not_taken_for_the_profile_before_it() {
    let mut play = Play::with(&["a"]);
    let mark = Mark { word: Some("PROD".into()), ..Mark::default() };
    play.tell(crate::app::Msg::Marks([("production".to_owned(), mark)].into()));
    play.pick("P", "production");
    play.resolve("production", "eu-west-1", THEIRS);
    play.press("P");
    let key = Variable { name: "AWS_ACCESS_KEY_ID", value: Some("set".into()) };
    play.survey(AwsSetup { variables: vec![key], ..aws_setup() });
    play.type_text("environment");
    play.press("enter");
    assert_eq!(play.opened.last().unwrap().1.profile, None);
    assert!(!play.is_marked());
}

#[test]
fn a_name_typed_in_full_is_first_whatever_was_used_lately() {
    let mut play = Play::with(&["a"]);
    play.app.recent.profiles = ["prod2", "prod-ro"].map(Text::clean).to_vec();
    play.press("P");
    let profiles = ["prod-ro", "prod2", "Prod"].map(|name| profile(name, None)).to_vec();
    play.survey(AwsSetup { profiles, ..aws_setup() });
    play.type_text("prod");
    play.press("enter");
    assert_eq!(play.opened[0].1.profile, Some("Prod".into()));
}
