//! An image by its ARN, typed, pasted or given on the command line.

use crate::app::play::{Play, asked, failure, reply};
use crate::app::{Msg, Size, Tone};
use crate::domain::{AwsSetup, ImageArn, Mode, Profile};

use super::{OURS, THEIRS, aws_setup, profile};

fn arn(region: &str, account: &str, rest: &str) -> String {
    format!("arn:aws:sagemaker:{region}:{account}:{rest}")
}

fn paste(play: &mut Play, text: &str) {
    play.press("/");
    play.tell(Msg::Paste(text.to_owned()));
}

fn begun_with(arn: &str) -> Play {
    let mut play = Play::begin();
    play.app.sought = ImageArn::typed(arn);
    play
}

/// The configuration is read anew.
fn survey(play: &mut Play, found: AwsSetup) {
    play.press("P");
    play.survey(found);
    play.press("esc");
}

/// The profiles of other tests, and one that names its account.
fn known_accounts() -> AwsSetup {
    let mut found = aws_setup();
    found.profiles.push(Profile { account: Some(THEIRS.into()), ..profile("theirs", Some("eu-west-1")) });
    found
}

#[test]
fn an_arn_in_the_filter_finds_its_image_and_no_other() {
    for rest in ["image/a-b", "image-version/a-b/3", "image/A-B"] {
        let mut play = Play::with(&["a", "a-b", "a-b-c", "x"]);
        paste(&mut play, &format!("  {}\n", arn("us-east-1", OURS, rest)));
        assert_eq!((play.top(), play.selected()), ("browser", "a-b".into()), "{rest}");
        assert_eq!(play.names(), ["a-b"]);
        play.press("enter esc");
        assert_eq!(play.selected(), "a-b", "the selection stays when the filter goes");
    }
}

#[test]
fn one_of_another_region_offers_to_go_there() {
    for is_typed in [true, false] {
        let mut play = Play::with(&["a", "b"]);
        let elsewhere = arn("eu-west-1", OURS, "image/far");
        if is_typed {
            play.press("/");
            play.type_text(&elsewhere);
            assert_eq!(play.top(), "browser", "nothing is asked while it is typed");
            play.press("enter");
        } else {
            paste(&mut play, &elsewhere);
        }
        assert_eq!(play.top(), "go there?");
        play.press("n");
        assert_eq!((play.top(), play.header().2.as_str()), ("browser", "us-east-1"));
        assert_eq!(play.filter(), elsewhere, "nothing typed is lost");
        play.press("enter");
        if play.top() == "browser" {
            play.press("/ enter");
        }
        play.press("y");
        assert_eq!(play.header().2.as_str(), "eu-west-1");
        play.resolve("research", "eu-west-1", OURS);
        assert_eq!((play.pane(), play.selected()), ("detail", "far".into()));
    }
}

#[test]
fn one_of_another_account_names_the_profile_that_leads_there() {
    let mut play = Play::with(&["a"]);
    survey(&mut play, known_accounts());
    paste(&mut play, &arn("us-east-1", THEIRS, "image/far"));
    assert_eq!(play.top(), "go there?");
    play.press("y");
    let (_, aim) = play.opened.last().unwrap();
    assert_eq!(
        (aim.profile.as_ref().unwrap().as_str(), aim.region.as_ref().unwrap().as_str()),
        ("theirs", "us-east-1")
    );
    play.resolve("theirs", "us-east-1", THEIRS);
    assert_eq!(play.selected(), "far");

    let mut play = Play::with(&["a"]);
    survey(&mut play, aws_setup());
    paste(&mut play, &arn("us-east-1", THEIRS, "image/far"));
    assert_eq!(play.top(), "browser");
    assert!(play.said().contains("far is in account 210987654321, us-east-1"), "{}", play.said());
}

#[test]
fn each_profile_that_leads_elsewhere_after_all_is_gone_to_once() {
    let mut found = known_accounts();
    found.profiles.push(Profile { account: Some(THEIRS.into()), ..profile("theirs-too", None) });
    // The one that the program began with says so too.
    found.profiles[0].account = Some(THEIRS.into());
    let mut play = Play::with(&["a"]);
    survey(&mut play, found);
    paste(&mut play, &arn("us-east-1", THEIRS, "image/far"));
    for name in ["theirs", "theirs-too"] {
        assert_eq!(play.top(), "go there?", "{name}");
        play.press("y");
        assert_eq!(play.opened.last().unwrap().1.profile.as_ref().unwrap().as_str(), name);
        play.resolve(name, "us-east-1", "345678901234");
    }
    assert_eq!((play.top(), play.pane()), ("browser", "list"));
    assert!(play.said().contains("far is in account 210987654321"), "{}", play.said());
    // Again, now that it is known where they lead.
    paste(&mut play, &arn("us-east-1", THEIRS, "image/far"));
    assert_eq!(play.top(), "browser");
}

#[test]
fn a_place_that_was_seen_before_is_gone_to_and_the_image_is_open_there() {
    let mut play = Play::with(&["a"]);
    survey(&mut play, known_accounts());
    for is_known in [false, true] {
        paste(&mut play, &arn("eu-west-1", THEIRS, "image-version/far/3"));
        play.press("y");
        if !is_known {
            play.resolve("theirs", "eu-west-1", THEIRS);
        }
        assert_eq!((play.top(), play.header().2.as_str()), ("browser", "eu-west-1"));
        assert_eq!((play.pane(), play.selected(), play.tab()), ("detail", "far".into(), "Versions"));
        play.pick("P", "research");
        survey(&mut play, known_accounts());
        assert_eq!(play.header().2.as_str(), "us-east-1");
    }
    assert_eq!(play.opened.len(), 1, "no place is opened twice");
}

#[test]
fn it_is_waited_until_it_is_known_which_profiles_there_are() {
    let far = arn("us-east-1", THEIRS, "image/far");
    let begin = || Play::begin_unsurveyed(Size { width: 120, height: 40 }, Mode::default(), None);
    for is_pasted in [false, true] {
        let mut play = begin();
        if !is_pasted {
            play.app.sought = ImageArn::typed(&far);
        }
        play.locate();
        if is_pasted {
            paste(&mut play, &far);
        }
        assert_eq!((play.top(), play.said().as_str()), ("browser", ""));
        play.survey(known_accounts());
        assert_eq!(play.top(), "go there?");
        play.press("y");
        play.resolve("theirs", "us-east-1", THEIRS);
        assert_eq!((play.pane(), play.selected()), ("detail", "far".into()));
    }
    // What is known first does not matter.
    let mut play = begin();
    play.app.sought = ImageArn::typed(&far);
    play.survey(known_accounts());
    assert_eq!(play.top(), "browser");
    play.locate();
    assert_eq!(play.top(), "go there?");
}

#[test]
fn an_arn_on_the_command_line_is_looked_for_once_it_is_known_where_we_are() {
    let mut play = begun_with(&arn("us-east-1", OURS, "image/b"));
    assert_eq!(play.pane(), "list");
    play.locate();
    assert_eq!((play.top(), play.pane(), play.selected()), ("browser", "detail", "b".into()));

    let mut play = begun_with(&arn("us-east-1", OURS, "image-version/b/4"));
    play.locate();
    play.answer_versions("b", [5, 4, 3]);
    assert_eq!((play.tab(), play.focus_and_mark().0), ("Versions", Some(4)));

    let mut play = begun_with(&arn("eu-west-1", OURS, "image/b"));
    play.locate();
    assert_eq!(play.top(), "go there?");
    play.press("y");
    play.resolve("research", "eu-west-1", OURS);
    assert_eq!((play.header().2, play.selected()), ("eu-west-1".into(), "b".into()));
}

#[test]
fn whose_account_it_is_need_not_be_known() {
    let mut play = begun_with(&arn("us-east-1", OURS, "image/b"));
    play.answer(asked::location, reply::location("research", "us-east-1"));
    play.answer(asked::account, Err(failure(crate::domain::FailureClass::Denied)));
    assert_eq!((play.pane(), play.selected()), ("detail", "b".into()));
}

#[test]
fn in_the_demo_the_profile_of_that_account_and_region_is_gone_to() {
    let mut play =
        Play::begin_at(Size { width: 120, height: 40 }, Mode { demo: true, read_only: false }, None);
    play.locate();
    play.page(&["a"], None);
    survey(&mut play, known_accounts());
    paste(&mut play, &arn("eu-west-1", THEIRS, "image/far"));
    assert_eq!(play.top(), "go there?");
    paste(&mut play, "");
    play.press("n");
    play.press("esc");
    for (region, account, why) in [
        ("eu-west-1", OURS, "; each demo account has one region, this one us-east-1."),
        ("us-east-1", THEIRS, "; each demo account has one region, this one eu-west-1."),
        ("us-east-1", "999999999999", "; the demo has no such account."),
    ] {
        play.press("esc");
        paste(&mut play, &arn(region, account, "image/far"));
        assert_eq!(
            (play.top(), play.said()),
            ("browser", format!("far is in account {account}, {region}{why}"))
        );
    }
}

/// An ARN that leads nowhere is in the filter, and it was said.
fn told_of_nowhere() -> Play {
    let mut play = Play::with(&["a", "b"]);
    survey(&mut play, aws_setup());
    paste(&mut play, &arn("us-east-1", THEIRS, "image/far"));
    assert!(play.said().contains("far is in account"), "{}", play.said());
    play
}

#[test]
fn what_was_said_of_an_arn_goes_with_it_from_the_filter() {
    for keys in ["x", "backspace", "esc", "enter / b", "enter esc", "enter / ctrl-u a enter"] {
        let mut play = told_of_nowhere();
        play.press(keys);
        assert_eq!(play.said(), "", "{keys}");
    }
    let mut play = told_of_nowhere();
    play.press("esc");
    paste(&mut play, &arn("us-east-1", THEIRS, "image/further"));
    assert!(play.said().starts_with("further is in account") && !play.said().contains("more message"));
    // It stays as long as it is true.
    for keys in ["enter", "enter j k s", "enter / enter"] {
        let mut play = told_of_nowhere();
        play.press(keys);
        assert!(play.said().contains("far is in account"), "{keys}: {}", play.said());
    }
    // So does what was said of something else.
    let mut play = told_of_nowhere();
    play.app.notices.add(Tone::Bad, true, None, "The disk is full.".into());
    play.press("esc");
    assert_eq!(play.said(), "The disk is full.");
}

#[test]
fn an_arn_that_is_not_in_the_filter_any_more_is_not_looked_for() {
    let far = arn("us-east-1", THEIRS, "image/far");
    let begin = || Play::begin_unsurveyed(Size { width: 120, height: 40 }, Mode::default(), None);
    for (found, account) in [(known_accounts(), THEIRS), (aws_setup(), "999999999999")] {
        let mut play = begin();
        play.locate();
        paste(&mut play, &arn("us-east-1", account, "image/far"));
        play.press("esc");
        play.survey(found);
        assert_eq!((play.top(), play.said().as_str()), ("browser", ""));
    }
    // The one of the command line is, whatever is typed meanwhile.
    let mut play = begin();
    play.app.sought = ImageArn::typed(&far);
    play.locate();
    play.press("/ x esc");
    play.survey(known_accounts());
    assert_eq!(play.top(), "go there?");
}
