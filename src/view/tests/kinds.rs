//! A picture of the edits of versions, aliases and tags, at the sizes that people have. Each is reached by
//! keys and answers.

use crate::app::play::{Asked, Play, asked, failure, reply, version};
use crate::app::{Answer, App, Msg};
use crate::domain::{Failure, FailureClass, ImageStatus, ImageVersion};

use super::sizes::{at_every_size, styled};
use super::tabs::foreign_version;

const IMAGE: &str = "pytorch-2.4-gpu";
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
    play.answer(asked::tags, reply::tags(IMAGE, &TAGS));
    play
}

/// Each kind of change to them, and what is wrong or odd.
fn tags_changed() -> Play {
    let mut play = tags();
    play.press("tab tab tab");
    play.fill("ana@example.com");
    play.press("tab ctrl-x tab");
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
    play.answer(asked::versions, reply::versions(versions, None));
    play.press("A");
    play.answer(asked::aliases, reply::aliases(IMAGE, &ALIASES, 4));
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
    play.answer(asked::aliases, reply::aliases(IMAGE, &ALIASES, 4));
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
    play.answer(asked::version, reply::version(version));
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
    play.answer(asked::tags, reply::tags(IMAGE, &TAGS));
    play.answer_write(reply::accepted());
    play.wait();
    let held = TAGS.map(|(key, value)| if key == "owner" { (key, "ana@example.com") } else { (key, value) });
    let held: Vec<_> = held.into_iter().chain([("Owner", "somebody")]).collect();
    play.answer(asked::tags, reply::tags(IMAGE, &held));
    play.answer(asked::tags, reply::tags(IMAGE, &held));
    play.answer_write(Err::<Answer, _>(failure(FailureClass::Denied)));
    play
}

fn tags_of_three_reviewed() -> Play {
    let mut play = tags_of_three();
    play.press("ctrl-s");
    play
}

fn half_done_in_history() -> Play {
    let mut play = half_done();
    play.press("esc esc H");
    play
}

fn listed_as_draft() -> Play {
    let mut play = tags_changed();
    play.press("esc D");
    play
}

/// Two hands on some tags, seen when the person sends.
fn tags_in_conflict() -> Play {
    let mut play = tags_reviewed();
    while !play.has_consent() {
        play.press("pgdn");
    }
    play.press("enter");
    let theirs = [("note", "changed"), ("owner", "jo@example.com"), ("team", "vision")];
    play.answer(asked::tags, reply::tags(IMAGE, &theirs));
    play
}

/// Form, review and conflict of one kind, each with that text wherever text can be: `open` is the form as it
/// was read, `changes` are keys that change something in it, and `meets` is what another hand has made of it.
fn foreign_of(text: &str, open: impl Fn() -> Play, changes: &str, meets: impl Fn(&mut Play)) -> [Play; 3] {
    let mut form = open();
    form.tell(Msg::Paste(text.to_owned()));
    form.press("backtab backtab");
    form.tell(Msg::Paste(text.to_owned()));
    form.press("backtab");
    form.tell(Msg::Paste(text.to_owned()));
    let mut review = open();
    review.press(changes);
    review.press("ctrl-s");
    let mut conflict = open();
    conflict.press(changes);
    conflict.glances();
    meets(&mut conflict);
    conflict.press("ctrl-s");
    let tops = [form.top(), review.top(), conflict.top()];
    assert_eq!(tops, ["form", "review", "conflict"], "{}", review.screen());
    [form, review, conflict]
}

/// The pages of all kinds with that text wherever text can be.
pub fn foreign(text: &str) -> Vec<App> {
    let (name, theirs) = (format!("k{text}"), format!("{text}x"));
    let of_tags = |value: &str| {
        reply::tags(IMAGE, &[(name.as_str(), value), (&format!("aws:{text}"), text), ("team", "vision")])
    };
    let tags = foreign_of(
        text,
        || {
            let mut play = Play::with(&[IMAGE]);
            play.press("T");
            play.answer(asked::tags, of_tags(text));
            play
        },
        "ctrl-x",
        |play| play.answer(asked::tags, of_tags(&theirs)),
    );
    let of_aliases = |holder: u32| reply::aliases(IMAGE, &[(name.as_str(), holder), ("latest", 3)], 4);
    let aliases = foreign_of(
        text,
        || {
            let mut play = Play::with(&[IMAGE]);
            play.press("A");
            play.answer(asked::aliases, of_aliases(3));
            play
        },
        "ctrl-x",
        |play| play.answer(asked::aliases, of_aliases(2)),
    );
    let of_version = |notes: &str| {
        let version = foreign_version(7, text);
        reply::version(ImageVersion {
            status: Some(ImageStatus::Created),
            release_notes: Some(notes.into()),
            ..version
        })
    };
    let version = foreign_of(
        text,
        || {
            let mut play = Play::with(&[IMAGE]);
            play.press("enter 2");
            play.answer_versions(IMAGE, [7, 6]);
            play.press("e");
            play.answer(asked::version, of_version(text));
            play
        },
        "backtab end ctrl-u M i n e",
        |play| play.answer(asked::version, of_version(&theirs)),
    );
    tags.into_iter().chain(aliases).chain(version).map(App::from).collect()
}

/// The pages of all kinds, for what has to hold of every screen.
pub fn scenes() -> Vec<App> {
    let all: [fn() -> Play; 13] = [
        tags_changed,
        tags_reviewed,
        tags_in_conflict,
        aliases_changed,
        alias_refused,
        a_version,
        version_changed,
        version_reviewed,
        tags_of_three,
        tags_of_three_reviewed,
        half_done,
        half_done_in_history,
        listed_as_draft,
    ];
    let foreign = foreign("機械 e\u{301} 👩\u{200d}🚀 שלום ｶﾞﾊﾟ-and-more-of-it");
    all.into_iter().map(|make| App::from(make())).chain(foreign).collect()
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
        play.answer(asked::tags, Err::<Answer, _>(failure(FailureClass::Denied)));
        play
    });
}

#[test]
fn reviews() {
    at_every_size("review-tags", tags_reviewed);
    at_every_size("review-alias-refused", alias_refused);
    at_every_size("review-version", version_reviewed);
    at_every_size("review-tags-of-three", tags_of_three_reviewed);
}

#[test]
fn what_became_of_it() {
    at_every_size("half-done-tags", half_done);
    at_every_size("history-half-done-tags", half_done_in_history);
    at_every_size("drafts-of-kinds", listed_as_draft);
}

#[test]
fn two_hands_on_a_tag() {
    at_every_size("conflict-tags", tags_in_conflict);
}
