//! A picture of the edits of versions, aliases and tags, at the sizes that people have. Each is reached by
//! keys and answers.

use crate::app::Answer;
use crate::app::play::{Asked, Play, failure, reply, version};
use crate::domain::{Failure, FailureClass, ImageStatus, ImageVersion};

use super::picture::{draw, picture, text};
use super::scene::sized;
use super::screens::check;

const IMAGE: &str = "pytorch-2.4-gpu";
const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 50)];

fn at_every_size(name: &str, make: impl Fn() -> Play) {
    for size in SIZES {
        check(&format!("{name}@{}x{}", size.0, size.1), &text(&draw(&sized(make().app, size), true)));
    }
}

fn styled(name: &str, make: impl Fn() -> Play) {
    for (suffix, has_colour) in [("styled", true), ("plain", false)] {
        check(&format!("{name}@80x24-{suffix}"), &picture(&draw(&sized(make().app, (80, 24)), has_colour)));
    }
}

fn is_tags(asked: &Asked) -> bool {
    matches!(asked, Asked::Tags(_))
}

fn is_aliases(asked: &Asked) -> bool {
    matches!(asked, Asked::Aliases(_))
}

const TAGS: [(&str, &str); 6] = [
    ("aws:cloudformation:stack-name", "ml-images"),
    ("cost-center", "4711"),
    ("data-classification-of-what-was-trained-on", "internal, and for the teams of the vision platform only"),
    ("note", ""),
    ("owner", "mira@example.com"),
    ("team", "vision"),
];

/// The form of the tags, as they are.
fn tags() -> Play {
    let mut play = Play::with(&[IMAGE]);
    play.press("T");
    play.answer(is_tags, reply::tags(IMAGE, &TAGS));
    play
}

/// Each kind of change to them, and what is wrong or odd.
fn tags_changed() -> Play {
    let mut play = tags();
    play.press("down down down");
    play.fill("ana@example.com");
    play.press("down ctrl-x down");
    play.type_text("Owner");
    play.press("tab");
    play.type_text("a#b");
    play
}

fn tags_reviewed() -> Play {
    let mut play = tags_changed();
    play.fill("somebody");
    play.press("ctrl-s");
    play
}

const ALIASES: [(&str, u32); 4] =
    [("2.4", 3), ("latest", 3), ("prod-of-the-team-that-is-very-exact", 2), ("stable", 1)];

/// The form of the aliases; version 4 is being made.
fn aliases() -> Play {
    let mut play = Play::with(&[IMAGE]);
    play.press("enter 2");
    let listed = |number: u32| ImageVersion {
        status: Some(if number == 4 { ImageStatus::Creating } else { ImageStatus::Created }),
        ..version(IMAGE, number)
    };
    let versions = [4, 3, 2, 1].map(listed).to_vec();
    play.answer(|asked| matches!(asked, Asked::Versions(_)), reply::versions(versions, None));
    play.press("A");
    play.answer(is_aliases, reply::aliases(IMAGE, &ALIASES, 4));
    play
}

fn aliases_changed() -> Play {
    let mut play = aliases();
    play.press("down");
    play.fill("4");
    play.press("down down ctrl-x down");
    play.type_text("canary");
    play.press("tab");
    play.type_text("9");
    play
}

/// One that is moved and refused, which is shown as two requests.
fn alias_refused() -> Play {
    let mut play = aliases();
    play.press("down");
    play.fill("2");
    play.press("ctrl-s enter");
    play.answer(is_aliases, reply::aliases(IMAGE, &ALIASES, 4));
    let said = "Alias latest is already in use by ImageVersion 3 of this image.";
    let refused = Failure { message: said.into(), ..failure(FailureClass::InUse) };
    play.answer_write(Err::<Answer, _>(refused));
    play
}

/// The form of a version of which little was said.
fn a_version() -> Play {
    let mut play = Play::with(&[IMAGE]);
    play.press("enter 2");
    play.answer_versions(IMAGE, [7, 6]);
    play.press("e");
    let version = ImageVersion {
        vendor_guidance: Some("FROZEN".into()),
        release_notes: Some("CUDA 12.4, NCCL 2.20.5. 修正: データローダー.".into()),
        ..version(IMAGE, 7)
    };
    play.answer(|asked| matches!(asked, Asked::Version(..)), reply::version(version));
    play
}

fn version_changed() -> Play {
    let mut play = a_version();
    play.press("right tab right tab");
    play.type_text("PyTorch");
    play.press("tab tab");
    play.type_text("g");
    play
}

fn version_reviewed() -> Play {
    let mut play = a_version();
    play.press("tab right tab tab tab right ctrl-s");
    play
}

/// The tags of three images, which differ.
fn tags_of_three() -> Play {
    let mut play = Play::with(&["a", "b", "c"]);
    play.press("* T");
    let held: [&[(&str, &str)]; 3] = [
        &[("owner", "ana"), ("team", "vision")],
        &[("owner", "jo"), ("team", "vision")],
        &[("team", "vision")],
    ];
    for (of, held) in ["a", "b", "c"].into_iter().zip(held) {
        play.answer(|asked| *asked == Asked::Tags(of.into()), reply::tags(of, held));
    }
    play.press("down ctrl-x down");
    play.type_text("stage");
    play.press("tab");
    play.type_text("prod");
    play
}

/// What was sent of tags, of which the second half was refused.
fn half_done() -> Play {
    let mut play = tags_reviewed();
    while !play.has_consent() {
        play.press("pgdn");
    }
    play.press("enter");
    play.answer(is_tags, reply::tags(IMAGE, &TAGS));
    play.answer_write(reply::accepted());
    play.wait();
    let held = TAGS.map(|(key, value)| if key == "owner" { (key, "ana@example.com") } else { (key, value) });
    let held: Vec<_> = held.into_iter().chain([("Owner", "somebody")]).collect();
    play.answer(is_tags, reply::tags(IMAGE, &held));
    play.answer(is_tags, reply::tags(IMAGE, &held));
    play.answer_write(Err::<Answer, _>(failure(FailureClass::Denied)));
    play
}

#[test]
fn forms() {
    at_every_size("form-tags", tags);
    at_every_size("form-tags-changed", tags_changed);
    styled("form-tags-changed", tags_changed);
    at_every_size("form-aliases", aliases_changed);
    at_every_size("form-version", version_changed);
    styled("form-version", version_changed);
    at_every_size("form-tags-of-three", tags_of_three);
}

#[test]
fn a_form_before_anything_is_known() {
    at_every_size("form-tags-reading", || {
        let mut play = Play::with(&[IMAGE]);
        play.press("T");
        play
    });
    at_every_size("form-tags-denied", || {
        let mut play = Play::with(&[IMAGE]);
        play.press("T");
        play.answer(is_tags, Err::<Answer, _>(failure(FailureClass::Denied)));
        play
    });
}

#[test]
fn reviews() {
    at_every_size("review-tags", tags_reviewed);
    at_every_size("review-alias-refused", alias_refused);
    at_every_size("review-version", version_reviewed);
    at_every_size("review-tags-of-three", || {
        let mut play = tags_of_three();
        play.press("ctrl-s");
        play
    });
}

#[test]
fn what_became_of_it() {
    at_every_size("half-done-tags", half_done);
    at_every_size("history-half-done-tags", || {
        let mut play = half_done();
        play.press("esc esc H");
        play
    });
    at_every_size("drafts-of-kinds", || {
        let mut play = tags_changed();
        play.press("esc D");
        play
    });
}

#[test]
fn two_hands_on_a_tag() {
    at_every_size("conflict-tags", || {
        let mut play = tags_changed();
        play.fill("somebody");
        play.press("ctrl-s");
        while !play.has_consent() {
            play.press("pgdn");
        }
        play.press("enter");
        let theirs = [("note", "changed"), ("owner", "jo@example.com"), ("team", "vision")];
        play.answer(is_tags, reply::tags(IMAGE, &theirs));
        play
    });
}
