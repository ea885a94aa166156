//! The README's pictures, made from the tour of the demo: `.ci/pictures`.
//!
//! A picture is the same each time it is made: what differs from run to run, as the port of the service and the
//! time of day, is drawn as if it were always the same.

mod svg;

use super::{Start, Window};

const SIZE: (u16, u16) = (110, 28);

/// A picture: what it is called, what it shows, and the words that are on the screen then.
struct Scene {
    file: &'static str,
    title: &'static str,
    words: &'static [&'static str],
}

/// In the order in which the tour comes by.
const SCENES: [Scene; 5] = [
    Scene {
        file: "list",
        title: "sagescope: a list of images, with the detail of one of them beside it",
        words: &["Images 4/44", "Description   not set", "Role ARN", "read just now"],
    },
    Scene {
        file: "usage",
        title: "sagescope: who uses an image",
        words: &["shows who uses the image", "Usage 11", "KernelGateway", "read just now"],
    },
    Scene {
        file: "form",
        title: "sagescope: the form in which an image is edited",
        words: &["opens a form", "Edit pytorch-2.4-gpu", "Tested."],
    },
    Scene {
        file: "review",
        title: "sagescope: what would be sent: the difference, the request and the command",
        words: &["shows what would be sent", "Review pytorch-2.4-gpu", "Tested.", "Request"],
    },
    Scene {
        file: "conflict",
        title: "sagescope: someone else changed the same field; mine and theirs side by side",
        words: &["Nothing was sent.", "keeps theirs", "CUDA 12.6"],
    },
];

#[test]
#[ignore = "it makes pictures, it tries nothing"]
fn the_pictures_of_the_readme() {
    let began = jiff::Timestamp::now();
    let window = Start::with(&["--demo", "--tour"]).env("TZ", "UTC").size(SIZE).open();
    for scene in SCENES {
        let screen = seen(&window, scene.words);
        let picture = svg::Picture { screen: &screen, size: SIZE, began }.draw(scene.title);
        assert!(picture.len() < 100_000, "{} has {} bytes", scene.file, picture.len());
        let path = format!("{}/assets/{}.svg", env!("CARGO_MANIFEST_DIR"), scene.file);
        std::fs::write(path, picture).unwrap();
    }
}

/// The screen as soon as these words are on it.
fn seen(window: &Window, words: &[&str]) -> vt100::Screen {
    let display = &window.process.display;
    let has_all = |contents: &str| words.iter().all(|words| contents.contains(words));
    display.wait_until(&format!("{words:?}"), |state| has_all(&state.contents())).screen().clone()
}
