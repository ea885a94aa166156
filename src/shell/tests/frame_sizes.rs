//! What a move of the cursor costs, in frames and in bytes.

use crate::app::play::{Play, image};
use crate::app::{Msg, Size};
use crate::domain::{Image, Mode, RoleArn};
use crate::shell::Screen;
use crate::view::{Look, view};

/// Paints what has changed, and gives its bytes.
fn paint(play: &mut Play, screen: &mut Screen<Vec<u8>>) -> usize {
    let (app, look) = (&play.app, Look::of(&play.app));
    let painted = screen.paint_with_links(app.size, |buffer| {
        let shown = view(app, &look, buffer);
        let (caret, links) = (shown.caret, shown.links.clone());
        (shown, caret, links)
    });
    play.tell(Msg::Painted(painted.unwrap()));
    std::mem::take(screen.writer()).len()
}

fn names() -> Vec<String> {
    let of =
        |n: usize| format!("vision-{}-2.{n}-gpu-{:05}", ["pytorch", "jax", "tensorflow"][n % 3], n * 791);
    (0..15).map(of).collect()
}

fn begin(size: Size) -> (Play, Screen<Vec<u8>>) {
    let mut play = Play::begin_at(size, Mode::default(), None);
    play.locate();
    let names = names();
    play.page(&names.iter().map(String::as_str).collect::<Vec<_>>(), None);
    play.rest();
    let mut screen = Screen::new(Vec::new(), size);
    paint(&mut play, &mut screen);
    (play, screen)
}

/// The answer to what was asked of the image under the cursor.
fn describe(play: &mut Play) {
    let name = play.app.current_name().unwrap();
    let role = RoleArn::received("arn:aws:iam::123456789012:role/ml/SageMakerImagePublisher");
    play.describe(Image { role: Some(role), ..image(name.as_str()) });
}

#[test]
fn a_move_within_a_page_takes_few_bytes() {
    let (mut play, mut screen) = begin(Size { width: 80, height: 24 });
    for key in ["j"; 12].into_iter().chain(["k"; 12]) {
        play.press_unseen(key);
        let bytes = paint(&mut play, &mut screen);
        assert!(bytes <= 140, "{bytes} bytes after {key}");
        // Nothing else is read where the list stands alone.
        play.rest();
        assert_eq!(paint(&mut play, &mut screen), 0);
    }
}

#[test]
fn beside_a_detail_a_move_is_two_frames_or_one_where_that_is_known() {
    let (mut play, mut screen) = begin(Size { width: 120, height: 40 });
    describe(&mut play);
    paint(&mut play, &mut screen);
    for (key, is_known) in [("j", false), ("j", false), ("k", true), ("j", true), ("j", false)] {
        play.press_unseen(key);
        let moved = paint(&mut play, &mut screen);
        assert!(moved <= 450, "{moved} bytes after {key}");
        play.rest();
        assert_eq!(paint(&mut play, &mut screen), 0, "what is read is not told yet");
        if is_known {
            continue;
        }
        describe(&mut play);
        let answered = paint(&mut play, &mut screen);
        assert!(answered <= 160, "{answered} bytes for the answer");
        play.takes_long();
        assert_eq!(paint(&mut play, &mut screen), 0);
    }
}

#[test]
fn what_takes_long_is_told_to_be_loading() {
    let (mut play, _) = begin(Size { width: 120, height: 40 });
    describe(&mut play);
    let says = |play: &Play| play.screen().contains("loading…");
    play.press("j");
    play.rest();
    assert!(!says(&play), "{}", play.screen());
    play.takes_long();
    assert!(says(&play), "{}", play.screen());
    describe(&mut play);
    assert!(!says(&play), "{}", play.screen());
    // Whoever asks for it sees at once that something is done.
    play.press("r");
    assert!(play.screen().contains("refreshing…"), "{}", play.screen());
}
