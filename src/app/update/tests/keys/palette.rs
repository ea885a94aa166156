//! Commands that are found and run by name.

use std::collections::BTreeSet;

use crate::app::play::{Play, failure, image};
use crate::app::update::tests::places::{OURS, aws_setup};
use crate::app::{Msg, PaletteItem, PaletteRow, Remote, Size};
use crate::domain::{Column, CommandHistory, FailureClass, Mode, Sort, Text};
use crate::keys::{Action, Keymap, Rebinding, Scope};

/// How a scene begins.
type Begin = fn() -> Play;

const USUAL: Size = Size { width: 80, height: 24 };

fn rows(play: &Play) -> Vec<PaletteRow> {
    play.app.palette().expect("the palette has the keys").rows(&play.app)
}

fn names(play: &Play) -> Vec<String> {
    rows(play).into_iter().map(|row| row.name).collect()
}

fn typed(play: &Play) -> String {
    play.app.palette().unwrap().input.text().to_owned()
}

/// Why what is under the cursor can't be run, after that was tried.
fn refused(play: &Play) -> String {
    play.app.palette().unwrap().refused.clone().map(|(_, why)| why).unwrap_or_default()
}

fn run(play: &mut Play, line: &str) {
    play.press(":");
    play.type_text(line);
    play.press("enter");
}

#[test]
fn the_best_match_is_first_and_does_what_its_key_does() {
    for (line, first) in [
        ("edit", Action::Edit),
        ("tags", Action::ShowTags),
        ("srev", Action::SortReverse),
        ("q", Action::Quit),
        ("quit", Action::Quit),
        ("exit", Action::Quit),
        ("q!", Action::Quit),
        ("help", Action::Help),
        ("refresh", Action::Refresh),
    ] {
        let mut play = Play::with(&["a", "b"]);
        play.press(":");
        play.type_text(line);
        assert_eq!(rows(&play)[0].item, PaletteItem::Action(first), "{line}: {:?}", names(&play));
    }
    let mut play = Play::with(&["a", "b"]);
    run(&mut play, "edit-tags");
    assert_eq!(play.pages(), ["form"]);
    let mut play = Play::with(&["a", "b"]);
    run(&mut play, "q");
    assert!(play.quit);
}

#[test]
fn everything_is_listed_with_its_key_and_moving_about_is_not() {
    let mut play = Play::with(&["a"]);
    play.press(":");
    let rows = rows(&play);
    let key = |name: &str| rows.iter().find(|row| row.name == name).map(|row| row.key.clone());
    assert_eq!(key("edit").as_deref(), Some("e"));
    assert_eq!(key("copy-role").as_deref(), Some("y r"));
    assert_eq!(key("region NAME").as_deref(), Some(""));
    for name in ["down", "page-up", "text-start", "run-command", "commands", "quit-now", "send", "close"] {
        assert_eq!(key(name), None, "{name}");
    }
    let mut once = BTreeSet::new();
    for row in &rows {
        assert!(once.insert(row.name.clone()), "{} is there twice", row.name);
    }
}

#[test]
fn own_keys_lead_there_and_are_named() {
    let mut play = Play::with(&["a"]);
    let own = |scope, keys: &str, actions: &[Action]| Rebinding {
        scope,
        keys: keys.parse().unwrap(),
        actions: actions.to_vec(),
    };
    let keymap = Keymap::builtin().rebound(&[
        own(Scope::Everywhere, "f8", &[Action::Commands]),
        own(Scope::List, "f7 e", &[Action::Edit]),
        own(Scope::Image, "e", &[]),
        own(Scope::Palette, "ctrl-o", &[Action::RunCommand]),
    ]);
    assert_eq!(keymap.faults(), []);
    play.app.take_keys(&keymap);
    play.press("f8");
    play.type_text("edit");
    assert!(play.screen().contains("F7 e"), "{}", play.screen());
    play.press("ctrl-o");
    assert_eq!(play.top(), "form");
    // Where text is typed, a key that types nothing opens it; there the form's own commands are.
    play.describe(image("a"));
    play.press("f8");
    assert!(names(&play).contains(&"put-back".to_owned()) && !names(&play).contains(&"refresh".to_owned()));
    play.press("esc : x");
    assert!(play.typed("display name").ends_with(":x"));
}

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
fn what_can_not_be_done_says_why_and_stays() {
    let listed: Begin = || Play::with(&["a"]);
    let cases: &[(Begin, &str, &str)] = &[
        (listed, "undo", "hasn't changed this image yet"),
        (listed, "clear-filter", "No filter to clear"),
        (listed, "try-demo", "when there are no credentials"),
        (listed, "drafts", "No drafts"),
        (listed, "log-in", "No login needed"),
        (listed, "sort used-by", "hasn't been looked up yet"),
        (|| Play::with(&[]), "edit", "No images here"),
        (|| Play::begin_at(USUAL, Mode::default(), None), "widen-list", "only at 100 columns or more"),
        (|| Play::begin_at(USUAL, Mode::default(), None), "edit", "Still loading images"),
    ];
    for (begin, line, why) in cases {
        let mut play = begin();
        run(&mut play, line);
        assert_eq!(play.top(), "palette", "{line}");
        assert!(refused(&play).contains(why), "{line}: {}", refused(&play));
        assert!(play.screen().contains(&refused(&play)[..9]), "{line}: {}", play.screen());
    }
    let mut play = Play::begin_at(USUAL, Mode { read_only: true, demo: false }, None);
    play.locate();
    play.page(&["a"], None);
    run(&mut play, "edit");
    assert!(refused(&play).contains("Read-only"), "{}", refused(&play));
}

/// What says no more than that there is nothing to do was forgotten where the reasons are.
#[test]
fn whatever_can_not_be_done_has_a_reason_of_its_own() {
    let mut failing = Play::begin();
    while let Some((ticket, _)) = failing.calls.pop() {
        failing.reply(ticket, Err(failure(FailureClass::NoCredentials)));
    }
    let mut reviewing = Play::with(&["a"]);
    reviewing.open_form(image("a"));
    reviewing.fill("Mine");
    reviewing.press("ctrl-s");
    let mut scenes = Vec::from([Box::new(failing), Box::new(reviewing), Box::new(Play::begin())]);
    for keys in ["H", "D", "!", "?", "y", "enter", "enter 2", "5 enter"] {
        let mut play = Play::with(&["a"]);
        play.press(keys);
        scenes.push(Box::new(play));
    }
    for play in &mut scenes {
        let here = play.top();
        play.press(":");
        let (rows, mut dim) = (rows(play), 0);
        for row in &rows {
            let Some(why) = &row.obstacle else { continue };
            dim += 1;
            assert!(
                why.ends_with(['.', '!']) && !why.contains("That can't be done here"),
                "{here}: {}: {why}",
                row.name
            );
        }
        assert!(dim > 0 && dim < rows.len(), "{here}");
        for row in rows {
            if let PaletteItem::Action(action) = row.item {
                assert!(row.obstacle.is_some() || play.app.can(action), "{here}: {}", row.name);
            }
        }
    }
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
fn nothing_is_sent_from_here_nor_by_a_second_enter() {
    let mut play = Play::with(&["a"]);
    play.app.pace.second_key = std::time::Duration::from_millis(700);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    assert_eq!(play.top(), "review");
    for line in ["send", "send-when-settled", "send-unnoted"] {
        run(&mut play, line);
        assert!(refused(&play).contains("sends a change"), "{line}: {}", refused(&play));
        play.press("esc");
    }
    assert!(play.has_consent() && play.sent.is_empty() && play.calls.is_empty());
    run(&mut play, "close");
    assert_eq!(play.top(), "form");
    play.app.take_keys(&Keymap::builtin().rebound(&[Rebinding {
        scope: Scope::Everywhere,
        keys: "f8".parse().unwrap(),
        actions: vec![Action::Commands],
    }]));
    play.press("f8");
    play.type_text("review");
    play.press("enter");
    assert_eq!(play.top(), "review");
    play.press("enter enter");
    assert!(play.calls.is_empty(), "a second Enter checks nothing, and sends nothing: {:?}", play.calls);
    // A clock that is put back does not stop it for as long.
    play.later(-3600);
    play.press("enter");
    assert_eq!(play.calls.len(), 1, "the check before the write");
}

#[test]
fn a_command_that_is_typed_in_full_comes_first() {
    let mut play = Play::with(&["a", "b"]);
    for word in ["sort", "image", "region", "profile"] {
        play.press(":");
        play.type_text(word);
        let first = rows(&play).into_iter().next().unwrap();
        assert!(
            matches!(first.item, PaletteItem::Command(it) if it.word() == word),
            "{word}: {}",
            first.name
        );
        play.press("esc");
    }
}

#[test]
fn of_very_many_images_the_nearest_are_listed() {
    let all: Vec<String> = (0..900).map(|number| format!("team-gpu-{number:04}")).collect();
    let names_of: Vec<&str> =
        ["a-gpu", "gpu", "gpu-base"].into_iter().chain(all.iter().map(String::as_str)).collect();
    let mut play = Play::with(&names_of);
    play.press(":");
    play.type_text("image gpu");
    let found = names(&play);
    assert_eq!(found[..2], ["gpu", "gpu-base"], "{found:?}");
    assert!(found.len() == 200 && found.contains(&"a-gpu".to_owned()), "{}", found.len());
}

#[test]
fn what_is_copied_of_marked_images_is_offered_without_writing_it_out() {
    let mut play = Play::with(&["alpha", "beta"]);
    play.press("*");
    for (action, is_offered) in [
        ("copy-name", true),
        ("copy-arn", true),
        ("copy-table", true),
        ("copy-json", false),
        ("copy-terraform", false),
    ] {
        play.press(":");
        play.type_text(action);
        let row = rows(&play).into_iter().next().unwrap();
        assert_eq!((row.name.as_str(), row.obstacle.is_none()), (action, is_offered));
        play.press("esc");
    }
    run(&mut play, "copy-name");
    assert_eq!(play.copied.last().map(String::as_str), Some("alpha\nbeta"));
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

#[test]
fn it_follows_what_changes_below() {
    let mut play = Play::begin();
    play.press(":");
    play.type_text("edit");
    assert!(rows(&play)[0].obstacle.is_some());
    play.locate();
    play.page(&["a"], None);
    assert_eq!(rows(&play)[0].obstacle, None);
    play.press("enter");
    assert_eq!(play.top(), "form");
}
