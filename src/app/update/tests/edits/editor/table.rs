//! The table of marked images in the editor.

use std::path::PathBuf;

use serde_json::json;

use crate::app::play::{Asked, Play, image, reply, second};
use crate::app::{EditorContent, EditorTarget, EditorText, Msg, Timer};
use crate::domain::Image;
use crate::edit::Subject;

use super::{FILE, begun, closes, form, is_removed, leaves, text_of, words};

/// Two are marked, their table is open in the editor.
fn table() -> Play {
    let mut play = begun();
    play.press("space space E");
    assert!(play.editors.is_empty(), "first it is read");
    for it in ["a", "b"] {
        play.describe(image(it));
    }
    play
}

#[test]
fn marked_images_are_a_table_that_makes_the_plan_of_a_form() {
    let mut play = table();
    let job = play.editors[0].clone();
    assert!(matches!(&job.target, EditorTarget::Table(Subject::Images(names)) if names.len() == 2));
    let text = text_of(&job);
    assert!(
        text.contains(
            "\n\na | a shown | An image for the vision team\nb | b shown | An image for the vision team\n"
        ),
        "{text}"
    );
    assert!(!text.contains("\nc"), "{text}");
    leaves(&mut play, "a | a shown | New for a\nb |  | An image for the vision team");
    assert!(is_removed(&play));
    let screen = play.screen();
    assert!(screen.contains("Review"), "{screen}");
    for _ in 0..12 {
        play.press("pgdn");
    }
    play.press("enter");
    play.describe(image("a"));
    let sent = json!({"ImageName": "a", "Description": "New for a"});
    assert_eq!(play.sent, std::slice::from_ref(&sent));
    play.answer_write(reply::accepted());
    play.wait();
    let changed = Image { description: Some("New for a".into()), modified: Some(second(200)), ..image("a") };
    let wanted = Asked::Image("a".into());
    play.answer(|asked| *asked == wanted, reply::image(changed));
    play.describe(image("b"));
    assert_eq!(play.sent, [sent, json!({"ImageName": "b", "DeleteProperties": ["DisplayName"]})]);
}

#[test]
fn a_line_that_is_taken_out_leaves_its_image_alone() {
    let mut play = table();
    leaves(&mut play, "# a | x | y\nb | Named | An image for the vision team");
    assert!(play.screen().contains("Review"), "{}", play.screen());
    let steps: Vec<_> = play.app.form().unwrap().plan().unwrap().steps;
    assert_eq!(steps.len(), 1);
    assert_eq!(steps[0].call.to_json(), json!({"ImageName": "b", "DisplayName": "Named"}));
    // Back in the table, it is what it is to be.
    play.press("esc ctrl-t");
    for it in ["a", "b"] {
        play.describe(image(it));
    }
    assert!(text_of(&play.editors[0]).contains("\nb | Named   | An image for the vision team\n"));
    leaves(&mut play, "a | a shown | An image for the vision team");
    // What b was to be was taken out, too.
    assert!(play.said().contains("The table changes nothing."), "{}", play.said());
    assert!(play.app.form().is_none());
    assert_eq!(play.app.place().drafts().count(), 0);
}

#[test]
fn a_table_that_changes_nothing_leaves_nothing_behind() {
    for text in [
        EditorText::Unchanged { is_quick: false },
        EditorText::Changed("a | a shown |  An image for the vision team\n".into()),
    ] {
        let mut play = table();
        closes(&mut play, None, text);
        assert!(is_removed(&play));
        assert!(!play.screen().contains("Edit 2 images"), "{}", play.screen());
        assert_eq!(play.app.place().drafts().count(), 0);
    }
}

#[test]
fn a_table_that_is_wrong_is_kept_with_its_lines_noted_and_gone_back_to() {
    let mut play = table();
    leaves(&mut play, "c | x | y\na | New | An image for the vision team");
    let words = words(&play);
    assert!(words.contains("The table was not taken: line 3: ‘c’ is not one of the images"), "{words}");
    assert!(
        words.contains(&format!("Press Ctrl-T to edit the table again. It is kept in {FILE}.")),
        "{words}"
    );
    let noted = play.editor_files[&PathBuf::from(FILE)].clone().unwrap();
    assert!(noted.starts_with("#! This table was not taken:\n#! line 3: ‘c’"), "{noted}");
    assert!(noted.ends_with("c | x | y\na | New | An image for the vision team\n"), "{noted}");
    assert!(!play.app.form().unwrap().changes_something());
    // The form is left, and the same key leads back to the table.
    play.press("esc E");
    assert_eq!(play.editors[0].content, EditorContent::Kept(FILE.into()));
    for it in ["a", "b"] {
        play.describe(image(it));
    }
    leaves(&mut play, &noted.replace("c | x | y\n", ""));
    assert!(play.screen().contains("Review"), "{}", play.screen());
    assert!(is_removed(&play));
}

#[test]
fn a_table_is_a_draft_that_outlives_the_program() {
    let mut play = table();
    leaves(&mut play, "a | a shown | New for a\nb | New | An image for the vision team");
    play.press("esc esc");
    play.tell(Msg::Timer(Timer::Keep));
    assert_eq!(play.app.place().drafts().count(), 1);
    let draft = play.disk.values().next().expect("it is kept");
    assert_eq!(draft.presets(), 2);
    play.press("E");
    for it in ["a", "b"] {
        play.describe(image(it));
    }
    let text = text_of(&play.editors[0]).to_owned();
    assert!(text.contains("a | a shown | New for a\nb | New     | An image for the vision team\n"), "{text}");
}

#[test]
fn esc_gives_up_a_table_that_is_still_read() {
    let mut play = begun();
    play.press("space space E");
    assert!(words(&play).contains("The table opens in your editor when its images are loaded. Esc cancels."));
    play.describe(image("a"));
    play.press("esc");
    assert!(!play.screen().contains("Edit 2 images"), "{}", play.screen());
    assert!(play.asked_images().is_empty() && play.editors.is_empty());
}

#[test]
fn a_cell_that_was_left_as_it_was_takes_nothing_back_that_another_hand_changed() {
    let mut play = form();
    play.press("ctrl-t");
    play.describe(image("a"));
    let changed =
        Image { description: Some("By another hand".into()), modified: Some(second(200)), ..image("a") };
    play.tell(Msg::Timer(Timer::Glance));
    play.describe(changed);
    leaves(&mut play, "a | Mine | An image for the vision team");
    let steps = play.app.form().unwrap().plan().unwrap().steps;
    assert_eq!(steps[0].call.to_json(), json!({"ImageName": "a", "DisplayName": "Mine"}));
    assert_eq!(play.form().text("description"), "By another hand");
}

#[test]
fn the_same_where_a_table_of_several_is_gone_back_to() {
    let mut play = table();
    leaves(&mut play, "c | x | y\na | a shown | An image for the vision team\nb | Mine | New");
    play.press("esc E");
    play.describe(Image { description: Some("By another hand".into()), ..image("a") });
    play.describe(Image { display_name: Some("By another hand".into()), ..image("b") });
    leaves(&mut play, "a | a shown | An image for the vision team\nb | Mine | An image for the vision team");
    let steps = play.app.form().unwrap().plan().unwrap().steps;
    let calls: Vec<_> = steps.iter().map(|step| step.call.to_json()).collect();
    assert_eq!(calls, [json!({"ImageName": "b", "DisplayName": "Mine"})]);
}

#[test]
fn an_editor_opens_by_itself_only_where_the_person_waits_for_it() {
    for meanwhile in ["!", "ctrl-o", "f1"] {
        let mut play = form();
        play.press("ctrl-t");
        play.press(meanwhile);
        let opened = play.editors.len();
        play.describe(image("a"));
        assert_eq!(play.editors.len(), opened, "{meanwhile}");
    }
    // It is said where the person comes back to.
    let mut play = form();
    play.press("ctrl-t f1");
    play.describe(image("a"));
    play.press("esc");
    let screen = words(&play);
    assert!(screen.contains("The image has been loaded. Press Ctrl-T to open the table."), "{screen}");
    play.press("ctrl-t");
    play.describe(image("a"));
    assert_eq!(play.editors.len(), 1);
}

#[test]
fn what_was_typed_is_had_again_where_the_only_row_is_taken_out() {
    let mut play = form();
    play.press("tab end");
    play.type_text(" typed");
    play.press("ctrl-t");
    play.describe(image("a"));
    leaves(&mut play, "# nothing");
    assert_eq!(play.form().text("description"), "An image for the vision team");
    assert!(play.said().contains("The table changes nothing.") || words(&play).contains("changes nothing"));
    play.press("ctrl-r");
    assert_eq!(play.form().text("description"), "An image for the vision team typed");
}
