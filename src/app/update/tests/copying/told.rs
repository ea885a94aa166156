//! What is said of what was copied.

use crate::app::play::{Asked, Play, asked, image, reply, version};
use crate::app::{Copied, Msg, Reach};
use crate::domain::{Image, ImageVersion};

use super::menu;

#[test]
fn what_is_shown_is_what_is_copied_whatever_comes_in_meanwhile() {
    for key in ["d", "down down enter"] {
        let mut play = Play::with(&["a"]);
        play.press("r y");
        let before = play.screen();
        let later = Image { display_name: Some("Later".into()), role: None, ..image("a") };
        play.describe(Image { failure_reason: Some("Gone.".into()), ..later });
        for row in menu(&play) {
            assert!(before.contains(&row), "{row}");
        }
        play.press(key);
        assert_eq!(play.copied, ["a shown"]);
    }
}

#[test]
fn what_cleaning_replaced_in_what_is_copied_is_said() {
    const SAID: &str = "Unprintable characters were replaced.";
    let with = |texts: [&str; 2]| {
        let mut play = Play::with(&["a", "b"]);
        play.press("r");
        let [display_name, description] = texts.map(|text| Some(text.into()));
        play.describe(Image { display_name, description, ..image("a") });
        play
    };
    for hostile in ["x\u{1b}[1my", "x\u{7}", "x\u{202e}y", "x\ty", "x\ny"] {
        for (keys, texts, says) in [
            ("y j", ["plain", hostile], true),
            ("y y", [hostile, "plain"], true),
            ("y d", [hostile, "plain"], true),
            ("y t", [hostile, "plain"], true),
            ("y k", ["plain", hostile], true),
            ("space y s", [hostile, "plain"], true),
            ("y d", ["plain", hostile], false),
            ("y n", [hostile, hostile], false),
            ("Y", [hostile, hostile], false),
        ] {
            let mut play = with(texts);
            play.press(keys);
            let said = play.said();
            assert!(said.starts_with("Copied ") && said.ends_with('.'), "{said}");
            assert_eq!(said.contains(SAID), says, "{keys} {texts:?}: {said}");
        }
    }
    // These came so.
    for text in ["x\u{fffd}y", "x\u{200b}y"] {
        let mut play = with([text, text]);
        play.press("y j");
        assert_eq!(play.said(), "Copied the JSON of a: Terminal.");
    }
    let mut play = with(["x\u{7}y", "plain"]);
    let modified = image("a").modified.unwrap().as_second();
    play.press("5");
    play.answer_raw("a", &format!(r#"{{"DisplayName":"x\u0007y","LastModifiedTime":{modified}}}"#));
    play.press("1 y j");
    assert_eq!(play.said(), "Copied the raw JSON of a: Terminal.");
    // What did not arrive holds nothing.
    let mut play = Play::with(&["a"]);
    let nothing = Copied {
        what: "the JSON of a".into(),
        troubles: vec!["Not by OSC 52: gone.".into()],
        is_altered: true,
        ..Copied::default()
    };
    play.tell(Msg::Copied(nothing));
    assert_eq!(play.said(), "Not copied: the JSON of a. Not by OSC 52: gone.");

    let mut play = Play::with(&["a"]);
    play.press("enter 2");
    play.answer_versions("a", [3]);
    let notes = ImageVersion { release_notes: Some("x\u{1b}[1m".into()), ..version("a", 3) };
    play.answer(|asked| *asked == Asked::Version("a".into(), 3), reply::version(notes));
    play.press("y j");
    assert_eq!(play.said(), format!("Copied the JSON of a version 3: Terminal. {SAID}"));
}

#[test]
fn marked_images_that_the_filter_hides_are_counted_before_they_are_copied() {
    for (filter, title) in [
        ("", "2 marked images"),
        ("c", "2 marked images, 2 hidden by the filter"),
        ("b", "2 marked images, 1 hidden by the filter"),
        ("-c", "2 marked images"),
    ] {
        let mut play = Play::with(&["a", "b", "c"]);
        play.press("space space /");
        play.type_text(filter);
        play.press("enter y");
        let shown = play.screen();
        assert!(shown.contains(&format!("Copy {title} ─")), "{filter}: {shown}");
        play.press("n");
        assert_eq!(play.said(), format!("Copied the names of {title}: Terminal."));
        play.press("Y");
        assert!(
            play.said().starts_with(&format!("Copied the ARNs of {title}: Terminal.")),
            "{}",
            play.said()
        );
    }
    let mut play = Play::with(&["a", "b"]);
    play.press("space /");
    play.type_text("b");
    play.press("enter y");
    assert!(play.screen().contains("Copy 1 marked image, hidden by the filter ─"), "{}", play.screen());
}

#[test]
fn tags_that_were_not_read_are_not_taken_for_none() {
    const SAYS: &str = "# Its tags were not loaded.\n";
    let mut play = Play::with(&["a"]);
    play.press("y t y k");
    assert!(play.copied[0].ends_with("\n\n  # Its tags were not loaded.\n}\n"), "{}", play.copied[0]);
    assert!(play.copied[1].starts_with("# Its tags were not loaded.\nResources:\n"), "{}", play.copied[1]);
    for held in [vec![], vec![("team", "x")], vec![("aws:owner", "x")]] {
        let mut play = Play::with(&["a"]);
        play.press("3");
        play.answer(asked::tags, reply::tags("a", &held));
        play.press("y t y k");
        assert!(
            play.copied.iter().all(|text| !text.contains('#') && !text.contains(SAYS)),
            "{:?}",
            play.copied
        );
    }
}

#[test]
fn tags_that_are_known_are_in_the_resources() {
    let mut play = Play::with(&["a"]);
    play.press("3");
    let held = [("team", "${var.x}"), ("aws:owner", "x")];
    play.answer(asked::tags, reply::tags("a", &held));
    play.press("y t y k");
    assert!(play.copied[0].contains("\"team\" = \"$${var.x}\"") && !play.copied[0].contains("aws:owner"));
    assert!(play.copied[1].contains("Value: \"${var.x}\""), "{}", play.copied[1]);
}

#[test]
fn it_goes_every_way_that_may_lead_to_the_person() {
    let at = |is_over_ssh, is_in_tmux, has_desktop| Reach { is_over_ssh, is_in_tmux, has_desktop };
    for (reach, by) in [
        (at(false, false, false), "Terminal."),
        (at(false, false, true), "Terminal, Desktop."),
        (at(false, true, true), "Terminal, Tmux, Desktop."),
        // The desktop of this machine is not the person's.
        (at(true, true, true), "Terminal, Tmux."),
        (at(true, false, true), "Terminal."),
    ] {
        let mut play = Play::with(&["a"]);
        play.app.reach = reach;
        play.press("Y");
        assert_eq!(play.said(), format!("Copied the ARN of a: {by}"));
    }
}

#[test]
fn what_did_not_arrive_is_said() {
    let copied = |by: &[&str], troubles: &[&str]| {
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let mut play = Play::with(&["a"]);
        play.tell(Msg::Copied(Copied {
            what: "the name of a".into(),
            by: own(by),
            troubles: own(troubles),
            ..Copied::default()
        }));
        play.said()
    };
    assert_eq!(copied(&["OSC 52", "tmux"], &[]), "Copied the name of a: OSC 52, tmux.");
    assert_eq!(
        copied(&["OSC 52"], &["Not by tmux: no server."]),
        "Copied the name of a: OSC 52. Not by tmux: no server."
    );
    assert_eq!(copied(&[], &["Not by OSC 52: gone."]), "Not copied: the name of a. Not by OSC 52: gone.");
}

#[test]
fn what_was_only_listed_is_said_to_be() {
    let mut play = Play::begin();
    play.locate();
    play.page(&["a", "b"], None);
    for (keys, what) in [("y j", "JSON"), ("y y", "YAML")] {
        play.press(keys);
        assert_eq!(
            play.said(),
            format!("Copied the {what} of a (from the list: the role isn't loaded): Terminal.")
        );
    }
    play.rest();
    play.describe(image("a"));
    play.press("y j");
    assert_eq!(play.said(), "Copied the JSON of a: Terminal.");
    // One that has no role has none.
    play.press("r");
    play.describe(Image { role: None, ..image("a") });
    play.press("y j");
    assert_eq!(play.said(), "Copied the JSON of a: Terminal.");
    // Nothing of a table is missing in the list.
    play.press("space space y s");
    assert_eq!(play.said(), "Copied the table (TSV) of 2 marked images: Terminal.");

    let mut play = Play::with(&["a"]);
    play.press("enter 2");
    play.answer_versions("a", [3, 2]);
    play.press("y j");
    assert_eq!(
        play.said(),
        "Copied the JSON of a version 3 (from the list: details aren't loaded): Terminal."
    );
}

#[test]
fn what_was_copied_last_is_what_is_said() {
    let mut play = Play::with(&["a"]);
    for keys in ["Y", "y n", "y j", "y c"] {
        play.press(keys);
        assert!(!play.said().contains("more message"), "{}", play.said());
    }
    // One that went wrong stays until it was read.
    let nothing =
        Copied { what: "the name of a".into(), troubles: vec!["Gone.".into()], ..Copied::default() };
    play.tell(Msg::Copied(nothing));
    assert_eq!(play.said(), "Not copied: the name of a. Gone.");
    play.press("Y");
    assert_eq!(play.said(), "Copied the ARN of a: Terminal. · 1 more message");
}
