//! A picture of every tab, at the sizes that people have. Each is reached by keys and answers.

use jiff::{SignedDuration, Timestamp};

use crate::app::App;
use crate::app::play::{Asked, Play, asked, failure, name, reply, second};
use crate::domain::{Failure, FailureClass, ImageStatus, ImageVersion};
use crate::service::Read;

use super::raw;
use super::sizes::{at_every_size, styled};

pub const IMAGE: &str = "pytorch-2.4-gpu";
/// Its detail has the keys, and nothing was read of the tab that `key` opens.
pub fn opened(key: &str) -> Play {
    let mut play = Play::with(&[IMAGE, "sklearn-base"]);
    play.press("enter");
    play.press(key);
    play
}

fn hours_ago(hours: i64) -> Timestamp {
    second(100) - SignedDuration::from_hours(hours)
}

fn version(number: u32) -> ImageVersion {
    let registry = "123456789012.dkr.ecr.us-east-1.amazonaws.com/ml/pytorch";
    let digest = format!("{number:02x}").repeat(32);
    let arn = format!("arn:aws:sagemaker:us-east-1:123456789012:image-version/{IMAGE}/{number}");
    let (status, reason) = match number {
        12 => ("CREATING", None),
        9 => (
            "CREATE_FAILED",
            Some("The image could not be pulled: the repository ml/pytorch has no such tag."),
        ),
        5 => ("HIBERNATED", None),
        _ => ("CREATED", None),
    };
    let created = hours_ago(i64::from(13 - number) * 40);
    ImageVersion {
        arn: Some(arn.as_str().into()),
        status: Some(ImageStatus::from_word(status)),
        failure_reason: reason.map(Into::into),
        base_image: Some(format!("{registry}:2.4.{number}").as_str().into()),
        container_image: (status == "CREATED").then(|| format!("{registry}@sha256:{digest}").as_str().into()),
        vendor_guidance: Some(if number > 9 { "STABLE" } else { "TO_BE_ARCHIVED" }.into()),
        job_type: Some("TRAINING".into()),
        ml_framework: Some("PyTorch 2.4".into()),
        programming_lang: Some("Python 3.11".into()),
        processor: Some("GPU".into()),
        horovod: Some(number > 9),
        release_notes: Some(
            format!("Build {number}: CUDA 12.4, NCCL 2.20.5. 修正: データローダー.").as_str().into(),
        ),
        created: Some(created),
        modified: Some(created + SignedDuration::from_mins(7)),
        ..ImageVersion::numbered(name(IMAGE), number)
    }
}

const ALIASES: [(&str, u32); 8] = [
    ("2.4", 11),
    ("latest", 11),
    ("prod", 11),
    ("stable", 11),
    ("canary", 12),
    ("a-team-that-likes-to-be-very-exact-about-what-it-runs", 10),
    ("prod-previous", 8),
    ("rollback", 8),
];

/// Twelve versions are listed.
fn listed() -> Play {
    let mut play = opened("2");
    play.answer(asked::versions, reply::versions((1..=12).map(version).collect(), None));
    play
}

/// Whatever is read of versions is answered.
fn described(mut play: Play) -> Play {
    while let Some(number) =
        (1..=12).find(|number| play.asked(|it| *it == Asked::Version(IMAGE.into(), *number)) > 0)
    {
        play.answer(asked::version, reply::version(version(number)));
    }
    play
}

/// With their aliases, after these keys.
fn after(keys: &str) -> Play {
    let mut play = listed();
    play.answer(asked::aliases, reply::aliases(IMAGE, &ALIASES, 12));
    let mut play = described(play);
    for key in keys.split_whitespace() {
        play.press(key);
        play.cursor_rests();
        play = described(play);
    }
    play.later(300);
    play
}

pub fn denied(operation: &str) -> Failure {
    let said = format!(
        "User: arn:aws:sts::123456789012:assumed-role/Reader/jo is not authorized to perform: sagemaker:{operation} because no identity-based policy allows the action"
    );
    Failure::new(FailureClass::Denied, &said)
}

/// Text that is wide, of no width, right to left, and long.
pub const FOREIGN: &str = "機械 e\u{301}\u{323} 👩\u{200d}🚀 שלום ﷺ \u{fffd} ｶﾞﾊﾟ a-word-that-is-longer-than-any-row-that-a-person-would-ever-have-on-the-screen";

/// A version with that text in every member.
pub fn foreign_version(number: u32, foreign: &str) -> ImageVersion {
    let text = || Some(foreign.into());
    ImageVersion {
        arn: text(),
        status: Some(ImageStatus::from_word(foreign)),
        failure_reason: text(),
        base_image: text(),
        container_image: text(),
        vendor_guidance: text(),
        job_type: text(),
        ml_framework: text(),
        programming_lang: text(),
        processor: text(),
        release_notes: text(),
        ..ImageVersion::numbered(name(IMAGE), number)
    }
}

/// Versions with that text wherever text can be.
fn foreign_versions(foreign: &str) -> Play {
    let mut play = opened("2");
    let listed = [u32::MAX, 7, 0].map(|number| foreign_version(number, foreign));
    play.answer(asked::versions, reply::versions(listed.into(), None));
    play.answer(asked::aliases, reply::aliases(IMAGE, &[(foreign, u32::MAX), ("a", 7), ("b", 7)], 0));
    play.answer(asked::version, reply::version(foreign_version(u32::MAX, foreign)));
    play
}

/// Two of them beside one another.
fn foreign_compared(foreign: &str) -> Play {
    let mut play = foreign_versions(foreign);
    play.press("space j");
    play
}

fn foreign_tags(foreign: &str) -> Play {
    let mut play = opened("3");
    let odd = format!("aws:{foreign}");
    play.answer(asked::tags, reply::tags(IMAGE, &[(foreign, foreign), (&odd, foreign), ("blank", "  ")]));
    play
}

/// The tabs with that text wherever text can be.
pub fn foreign(text: &str) -> Vec<App> {
    [foreign_versions(text), foreign_compared(text), foreign_tags(text)].map(App::from).into()
}

/// Tabs, for what has to hold of every screen.
pub fn scenes() -> Vec<App> {
    let mut failed = opened("2");
    failed.answer(asked::versions, Err(denied("ListImageVersions")));
    let mut denied_usage = opened("4");
    denied_usage.answer_studio(IMAGE, |read| is_denied(read, "DescribeSpace"));
    let usage = [denied_usage, used(""), opened("4")];
    let all = [after("j"), after("j space j j"), listed(), failed, opened("3")];
    all.into_iter().chain(usage).chain(raw::plays()).map(App::from).chain(foreign(FOREIGN)).collect()
}

fn is_denied(read: &Read, operation: &str) -> Option<crate::app::Reply> {
    (read.operation() == operation).then(|| Err(denied(operation)))
}

/// Looked up to the end, with what is known of the versions, after these keys.
fn used(keys: &str) -> Play {
    let mut play = opened("4");
    play.answer_studio(IMAGE, |_| None);
    play.answer(asked::versions, reply::versions((1..=12).map(version).collect(), None));
    play.answer(asked::aliases, reply::aliases(IMAGE, &ALIASES, 12));
    let mut play = described(play);
    play.press(keys);
    play.later(300);
    play
}

#[test]
fn usage() {
    at_every_size("usage", || used(""));
    at_every_size("usage-last", || used("G"));
    styled("usage", || used("j j j"));
    at_every_size("usage-looking", || {
        let mut play = opened("4");
        for _ in 0..7 {
            play.answer_one_of_studio(IMAGE, |_| None);
        }
        play
    });
    at_every_size("usage-none", || {
        let mut play = used("J");
        play.rest();
        play
    });
    at_every_size("usage-denied", || {
        let mut play = opened("4");
        play.answer_studio(IMAGE, |read| is_denied(read, "DescribeSpace"));
        play.press("G");
        play
    });
    at_every_size("usage-stopped", || {
        let mut play = opened("4");
        play.answer_one_of_studio(IMAGE, |_| None);
        play.press("esc J");
        play
    });
    at_every_size("usage-again", || {
        let mut play = used("r");
        play.answer_one_of_studio(IMAGE, |_| None);
        play
    });
}

#[test]
fn versions() {
    at_every_size("versions", || after("j"));
    at_every_size("versions-compared", || after("j space j j j"));
    at_every_size("versions-marked", || after("j j space"));
    at_every_size("versions-failed-one", || after("j j j"));
    styled("versions-compared", || after("j space j"));
    styled("versions", || after("j"));
}

#[test]
fn versions_in_their_other_states() {
    at_every_size("versions-loading", || {
        let mut play = opened("2");
        play.answer(asked::versions, reply::versions((7..=12).map(version).collect(), Some("token")));
        play.takes_long();
        play
    });
    at_every_size("versions-without-aliases", || {
        let mut play = listed();
        play.answer(asked::aliases, Err(denied("ListAliases")));
        described(play)
    });
    at_every_size("versions-empty", || {
        let mut play = opened("2");
        play.answer(asked::versions, reply::versions(Vec::new(), None));
        play
    });
    at_every_size("versions-unreadable", || {
        let mut play = opened("2");
        play.answer(asked::versions, Err(denied("ListImageVersions")));
        play
    });
    at_every_size("versions-old", || {
        let mut play = after("j");
        play.press("r");
        play.answer(asked::versions, Err(failure(FailureClass::TimedOut)));
        play.answer(asked::version, Err(failure(FailureClass::NotFound)));
        play
    });
}

const TAGS: [(&str, &str); 7] = [
    ("aws:cloudformation:stack-name", "ml-images-prod"),
    ("cost-center", "4711"),
    ("empty", ""),
    ("owner", "mira.lindqvist@example.com"),
    ("a-key-that-is-rather-longer-than-most-keys-that-people-think-of", "short"),
    (
        "notes",
        "Ask #ml-platform before you change anything here; the nightly evaluation of the vision team pulls this image by its tag and not by its version.",
    ),
    ("チーム", "画像認識"),
];

#[test]
fn tags() {
    let all = || {
        let mut play = opened("3");
        play.answer(asked::tags, reply::tags(IMAGE, &TAGS));
        play.later(300);
        play
    };
    at_every_size("tags", all);
    styled("tags", all);
    at_every_size("tags-loading", || {
        let mut play = opened("3");
        play.takes_long();
        play
    });
    at_every_size("tags-empty", || {
        let mut play = opened("3");
        play.answer(asked::tags, reply::tags(IMAGE, &[]));
        play
    });
    at_every_size("tags-unreadable", || {
        let mut play = opened("3");
        play.answer(asked::tags, Err(denied("ListTags")));
        play
    });
    at_every_size("tags-old", || {
        let mut play = all();
        play.press("r");
        play.answer(asked::tags, Err(failure(FailureClass::Throttled)));
        play
    });
}
