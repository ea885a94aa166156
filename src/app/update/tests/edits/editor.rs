//! The person's own editor, on a field and on the table of marked images.

use std::path::PathBuf;

use serde_json::json;

use crate::app::play::{Asked, Play, image, name, reply, second};
use crate::app::{EditorClosed, EditorContent, EditorJob, EditorTarget, EditorText, Msg, PlaceId, Timer};
use crate::domain::Image;
use crate::edit::Subject;

const FILE: &str = "/state/edits/edit-1/it.txt";

/// A window in which the form has all of the width.
fn begun() -> Play {
    let mut play = Play::with(&["a", "b", "c"]);
    play.tell(Msg::Resize { width: 70, height: 30 });
    play
}

/// What is on the screen, as if no row had been broken.
fn words(play: &Play) -> String {
    let screen = play.screen();
    let rows = screen.lines().map(|row| row.trim_matches(['│', '▌', ' ']));
    rows.collect::<Vec<_>>().join(" ")
}

/// The form of `a` is open and read.
fn form() -> Play {
    let mut play = begun();
    play.open_form(image("a"));
    play
}

fn job(play: &mut Play) -> EditorJob {
    play.editors.pop().expect("an editor is opened")
}

fn text_of(job: &EditorJob) -> &str {
    match &job.content {
        EditorContent::New { text, .. } => text,
        EditorContent::Kept(file) => panic!("it is opened on {}", file.display()),
    }
}

/// The editor that was opened has ended.
fn closes(play: &mut Play, trouble: Option<&str>, text: EditorText) {
    let EditorJob { place, target, .. } = job(play);
    let (file, trouble) = (Some(PathBuf::from(FILE)), trouble.map(str::to_owned));
    play.tell(Msg::EditorClosed(Box::new(EditorClosed { place, target, file, trouble, text })));
}

fn leaves(play: &mut Play, text: &str) {
    closes(play, None, EditorText::Changed(text.to_owned()));
}

/// Whether the file was removed.
fn is_removed(play: &Play) -> bool {
    play.editor_files.get(&PathBuf::from(FILE)) == Some(&None)
}

#[test]
fn a_field_is_edited_in_the_editor_and_undone_in_one_step() {
    let mut play = form();
    play.press("tab ctrl-o");
    let EditorJob { place, target, content } = play.editors[0].clone();
    assert_eq!(place, PlaceId(0));
    let EditorTarget::Field(subject, key) = target else { panic!("it is of a field") };
    assert_eq!((subject, key.as_str()), (Subject::Image(name("a")), "description"));
    let text = "An image for the vision team\n".to_owned();
    assert_eq!(content, EditorContent::New { name: "description.txt".into(), text });
    leaves(&mut play, "Another text");
    assert_eq!(play.form().text("description"), "Another text");
    assert!(is_removed(&play));
    play.press("alt-u");
    assert_eq!(play.form().text("description"), "An image for the vision team");
    play.press("alt-r ctrl-s enter");
    assert!(play.screen().contains("Review"), "{}", play.screen());
}

#[test]
fn what_can_not_be_taken_is_said_and_kept_and_gone_on_with() {
    for (trouble, text, says, is_kept) in [
        (
            None,
            EditorText::Changed("one\ntwo".into()),
            "‘Description’ takes one line; the editor left 2",
            true,
        ),
        (None, EditorText::Changed("\none".into()), "takes one line; the editor left 2", true),
        (None, EditorText::Changed("a\tb".into()), "‘Description’ can't contain a tab", true),
        (
            None,
            EditorText::Unusable("line 3 is not UTF-8".into()),
            "can't be taken: line 3 is not UTF-8",
            true,
        ),
        (
            Some("The editor ended with exit code 1"),
            EditorText::Changed("x".into()),
            "The editor ended with exit code 1: what it left was not taken",
            true,
        ),
        (
            Some("The editor was ended by signal 9"),
            EditorText::Unusable("it is larger than 1 MiB".into()),
            "The editor was ended by signal 9: what it left was not taken",
            true,
        ),
        (
            Some("There is no program ‘x’. Set VISUAL or EDITOR to an editor"),
            EditorText::Unchanged { is_quick: false },
            "There is no program ‘x’. Set VISUAL or EDITOR to an editor. Nothing was changed.",
            false,
        ),
        (None, EditorText::Unchanged { is_quick: false }, "Nothing was changed in the editor.", false),
        (None, EditorText::Unchanged { is_quick: true }, "as ‘code --wait’", false),
    ] {
        let mut play = form();
        play.press("tab ctrl-o");
        closes(&mut play, trouble, text);
        let screen = words(&play);
        assert!(screen.contains(says), "{says}: {screen}");
        assert_eq!(play.form().text("description"), "An image for the vision team");
        assert_eq!((screen.contains(FILE), is_removed(&play)), (is_kept, !is_kept), "{screen}");
        play.press("ctrl-o");
        let kept = EditorContent::Kept(FILE.into());
        assert_eq!(play.editors[0].content == kept, is_kept);
        leaves(&mut play, "In one line");
        assert_eq!(play.form().text("description"), "In one line");
        assert!(is_removed(&play) && !words(&play).contains(FILE), "{}", play.screen());
    }
}

#[test]
fn what_is_too_long_or_wrong_stands_in_the_field_with_what_is_wrong() {
    let mut play = form();
    play.press("ctrl-o");
    leaves(&mut play, &"x".repeat(129));
    assert!(words(&play).contains("too long: 129 characters, 1 over the limit of 128"), "{}", play.screen());
    play.press("ctrl-o");
    leaves(&mut play, "blank ");
    assert!(words(&play).contains("can't begin or end with a space"), "{}", play.screen());
    play.press("ctrl-o");
    leaves(&mut play, "");
    assert!(words(&play).contains("was: a shown"), "{}", play.screen());
}

#[test]
fn an_editor_whose_form_is_gone_leaves_its_file() {
    let mut play = form();
    play.press("ctrl-o");
    let job = play.editors[0].clone();
    play.press("esc");
    play.editors.push(job);
    leaves(&mut play, "words");
    assert!(play.said().contains(&format!("a: The form of what was edited is gone. It is kept in {FILE}")));
    assert!(!is_removed(&play));
}

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
fn empty_lines_at_the_end_are_no_part_of_a_field() {
    let mut play = form();
    play.press("tab ctrl-o");
    leaves(&mut play, "Another text\n\n");
    assert_eq!(play.form().text("description"), "Another text");
    assert!(is_removed(&play));
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
