//! A field in the editor.

use crate::app::play::name;
use crate::app::{EditorContent, EditorJob, EditorTarget, EditorText, PlaceId};
use crate::edit::Subject;

use super::{FILE, closes, form, is_removed, leaves, words};

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

#[test]
fn empty_lines_at_the_end_are_no_part_of_a_field() {
    let mut play = form();
    play.press("tab ctrl-o");
    leaves(&mut play, "Another text\n\n");
    assert_eq!(play.form().text("description"), "Another text");
    assert!(is_removed(&play));
}
