//! Pictures of the answer of the service as it came.

use crate::app::Msg;
use crate::app::play::{Asked, Play, failure, reply};
use crate::domain::FailureClass;

use super::picture::{draw, picture, text};
use super::screens::check;
use super::sizes::SIZES;
use super::tabs::{FOREIGN, IMAGE, denied, opened};

const BODY: &str = r#"{"CreationTime":1.790000000251E9,"Description":"Training image for the vision team, with CUDA 12.4, NCCL 2.20.5 and what the nightly evaluation needs; see the wiki before you change it.","DisplayName":"PyTorch 2.4 (GPU) \u202e\u001b[31m","ImageArn":"arn:aws:sagemaker:us-east-1:123456789012:image/pytorch-2.4-gpu","ImageName":"pytorch-2.4-gpu","ImageStatus":"CREATED","LastModifiedTime":1790000090,"RoleArn":"arn:aws:iam::123456789012:role/SageMakerImages","Sovereignty":{"Zones":["eu-central-1a",{"Id":12345678901234567890,"Weight":0.50}],"Pinned":null},"Emblem":"機械学習 e\u0301 שלום"}"#;

/// The answer about an image, at that size, after these keys.
fn after(size: (u16, u16), keys: &str) -> Play {
    answered(size, BODY, keys)
}

fn answered((width, height): (u16, u16), body: &str, keys: &str) -> Play {
    let mut play = loading((width, height));
    play.answer_raw(IMAGE, body);
    play.later(300);
    play.paint();
    play.press(keys);
    play
}

fn loading((width, height): (u16, u16)) -> Play {
    let mut play = opened("5");
    play.takes_long();
    play.tell(Msg::Resize { width, height });
    play
}

/// The same where something is searched for.
fn searching(size: (u16, u16), wanted: &str, keys: &str) -> Play {
    let mut play = after(size, "/");
    play.type_text(wanted);
    play.paint();
    play.press(keys);
    play
}

fn at_every_size(name: &str, make: impl Fn((u16, u16)) -> Play) {
    for size in SIZES {
        let mut play = make(size);
        play.paint();
        check(&format!("{name}@{}x{}", size.0, size.1), &text(&draw(&play.app, true)));
    }
}

/// For what has to hold of every screen.
pub fn plays() -> Vec<Play> {
    let wide = (120, 40);
    let foreign = format!("{{\"{FOREIGN}\":[\"{FOREIGN}\"]}}");
    vec![
        after(wide, "v"),
        answered(wide, &foreign, "w >"),
        answered(wide, &foreign, "/ a"),
        answered(wide, FOREIGN, ""),
        searching(wide, "a", "enter n"),
        loading(wide),
    ]
}

#[test]
fn the_answer() {
    at_every_size("raw", |size| after(size, ""));
    at_every_size("raw-yaml", |size| after(size, "v"));
    at_every_size("raw-cut", |size| after(size, "w >"));
    at_every_size("raw-searching", |size| searching(size, "image", ""));
    at_every_size("raw-found", |size| searching(size, "image", "enter n n"));
    for (suffix, has_colour) in [("styled", true), ("plain", false)] {
        let play = searching((80, 24), "image", "enter n");
        check(&format!("raw-found@80x24-{suffix}"), &picture(&draw(&play.app, has_colour)));
    }
}

#[test]
fn the_answer_in_its_other_states() {
    at_every_size("raw-loading", loading);
    at_every_size("raw-of-version", |size| {
        let mut play = after(size, "i");
        play.answer_versions(IMAGE, [12, 11]);
        let of = format!("version 12 of {IMAGE}");
        play.answer_raw(&of, r#"{"Version":12,"ImageVersionStatus":"CREATED","CreationTime":1790000000}"#);
        play
    });
    at_every_size("raw-unreadable", |size| {
        let mut play = loading(size);
        play.answer(|asked| matches!(asked, Asked::Raw(_)), Err(denied("DescribeImage")));
        play
    });
    at_every_size("raw-old", |size| {
        let mut play = after(size, "r");
        play.answer(|asked| matches!(asked, Asked::Raw(_)), Err(failure(FailureClass::Throttled)));
        play
    });
    at_every_size("raw-breaks-off", |size| answered(size, &BODY[..400], ""));
    at_every_size("raw-not-json", |size| {
        answered(size, "<html>\n<title>Log in to the guest network</title>\n\u{1b}[2J</html>", "")
    });
    at_every_size("raw-without-versions", |size| {
        let mut play = after(size, "i");
        play.answer(|asked| matches!(asked, Asked::Versions(_)), reply::versions(Vec::new(), None));
        play
    });
}
