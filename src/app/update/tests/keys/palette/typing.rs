//! What is typed into the palette.

use crate::app::play::{Play, image};
use crate::app::update::tests::places::{OURS, aws_setup};
use crate::app::{Msg, Remote};
use crate::domain::{Column, CommandHistory, Sort, Text};

use super::{names, refused, run, typed};

#[test]
fn a_colon_is_typed_where_text_is_and_opens_nothing_over_a_question() {
    let mut play = Play::with(&["a"]);
    play.press("/ :");
    assert_eq!((play.filter(), play.top()), (":".to_owned(), "browser"));
    play.press("esc e");
    play.describe(image("a"));
    play.fill("x");
    play.press("ctrl-c");
    assert_eq!(play.top(), "quit?");
    play.press(":");
    assert_eq!(play.top(), "quit?");
}

#[test]
fn a_region_a_profile_a_column_and_a_filter_are_given_by_their_words() {
    let mut play = Play::with(&["alpha", "beta"]);
    run(&mut play, "region eu-west-1");
    assert_eq!(play.header().2, "eu-west-1");

    let mut play = Play::with(&["alpha", "beta"]);
    play.app.aws_setup = Remote::Ready(aws_setup());
    run(&mut play, "profile production");
    assert_eq!(play.header().0, "production");

    let mut play = Play::with(&["alpha", "beta"]);
    run(&mut play, "sort modified");
    assert_eq!(play.app.browser().list.sort(), Sort { column: Column::Modified, reversed: false });
    run(&mut play, "sort name reversed");
    assert_eq!(play.names(), ["beta", "alpha"]);
    run(&mut play, "filter bet");
    assert_eq!((play.names(), play.filter().as_str()), (vec!["beta".to_owned()], "bet"));
    run(&mut play, "filter ");
    assert_eq!(play.names().len(), 2);
    run(&mut play, ":image alpha");
    assert_eq!((play.selected().as_str(), play.pane()), ("alpha", "detail"));
    run(&mut play, &format!("image arn:aws:sagemaker:us-east-1:{OURS}:image/beta"));
    assert_eq!(play.selected(), "beta");
}

#[test]
fn a_word_that_is_not_known_says_what_may_have_been_meant() {
    for (line, says) in [
        ("regoin eu-west-1", "No command “regoin” here; did you mean “region”?"),
        ("zzzz", "No command “zzzz” here."),
        ("image aplha", "No image “aplha” here; did you mean “alpha”?"),
        ("sort modifeid", "No column “modifeid”; did you mean “modified”?"),
        ("profile prodcution", "No profile “prodcution”; did you mean “production”?"),
        ("region No!", "a region can contain lower-case letters"),
    ] {
        let mut play = Play::with(&["alpha"]);
        play.app.aws_setup = Remote::Ready(aws_setup());
        run(&mut play, line);
        assert_eq!((play.top(), typed(&play).as_str()), ("palette", line));
        assert!(refused(&play).contains(says), "{line}: {}", refused(&play));
        assert!(play.screen().contains(says.split(';').next().unwrap()), "{line}: {}", play.screen());
    }
    // The list may have it by now, where it is not whole.
    let mut play = Play::begin();
    run(&mut play, "image not-seen-yet");
    assert_eq!(play.selected(), "not-seen-yet");
}

#[test]
fn tab_types_the_rest() {
    let mut play = Play::with(&["alpha-1", "beta"]);
    play.app.aws_setup = Remote::Ready(aws_setup());
    for (line, then) in [
        ("regio", "region "),
        ("region irel", "region eu-west-1"),
        ("profile produc", "profile production"),
        ("image aph", "image alpha-1"),
        ("sort mod", "sort modified"),
        ("zzz", "zzz"),
        ("refr", "refresh"),
    ] {
        play.press(":");
        play.type_text(line);
        play.press("tab");
        assert_eq!(typed(&play), then, "{line}");
        play.press("esc");
    }
    play.press(":");
    play.type_text("filter st");
    play.press("tab");
    assert_eq!(typed(&play), "filter status:");
    play.type_text("fai");
    play.press("down enter");
    assert_eq!((typed(&play).as_str(), play.top()), ("filter status:failed ", "palette"));
    play.press("enter");
    assert_eq!((play.filter().as_str(), play.top()), ("status:failed", "browser"));
}

#[test]
fn what_was_typed_comes_back_and_what_is_used_comes_first() {
    let mut play = Play::with(&["a"]);
    run(&mut play, "toggle-utc");
    run(&mut play, "sort modified");
    play.press(":");
    play.type_text("half a");
    play.press("esc :");
    assert_eq!(&names(&play)[..2], ["sort COLUMN", "toggle-utc"]);
    for (key, line) in [
        ("up", "half a"),
        ("up", "sort modified"),
        ("up", "toggle-utc"),
        ("up", "toggle-utc"),
        ("down", "sort modified"),
        ("down", "half a"),
        ("down", ""),
    ] {
        play.press(key);
        assert_eq!(typed(&play), line);
    }
    // Else they move.
    play.press("down down up");
    assert_eq!((typed(&play).as_str(), play.app.palette().unwrap().at), ("", 1));
    let noted: Vec<_> = play.commands.uses.iter().map(|used| used.name.as_str()).collect();
    assert_eq!(noted, ["sort:", "toggle-utc"]);
    assert_eq!(play.commands.lines, ["sort modified".into(), "toggle-utc".into()]);

    let mut next = Play::with(&["a"]);
    next.tell(Msg::CommandHistory(play.commands.clone()));
    next.press(": up");
    assert_eq!(typed(&next), "sort modified");
    // What an older or newer sagescope called so does no harm.
    let mut history = CommandHistory::default();
    history.note(&Text::clean("no-such-thing"), &Text::clean("no-such-thing at all"), next.app.now);
    next.tell(Msg::CommandHistory(history));
    next.press("esc : up enter");
    assert!(refused(&next).contains("No command “no-such-thing”"), "{}", refused(&next));
}

#[test]
fn pasted_text_is_cleaned_and_one_line() {
    let mut play = Play::with(&["a"]);
    play.press(":");
    play.tell(Msg::Paste(" \u{1b}]0;x\u{7}region\neu-west-1\u{202e}\r\n".into()));
    assert!(!typed(&play).contains(['\n', '\u{1b}', '\u{7}', '\u{202e}']), "{:?}", typed(&play));
    assert_eq!(play.top(), "palette", "a paste runs nothing");
    play.press("enter");
    assert_eq!(play.top(), "palette");
}
