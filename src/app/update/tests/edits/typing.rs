//! What is typed while the image is still being read.

use crate::app::play::{Play, image};

#[test]
fn typing_is_undone_whenever_the_image_comes() {
    const KEYS: [&str; 9] = ["end", "ctrl-u", "o", "n", "e", "space", "b", "e", "alt-u"];
    for (comes_before, named) in KEYS.iter().enumerate() {
        let mut play = Play::with(&["a"]);
        play.press("e");
        for (at, key) in KEYS.iter().enumerate() {
            if at == comes_before {
                play.describe(image("a"));
            }
            play.press(key);
        }
        assert_eq!(play.typed("display name"), "one ", "before {named}");
    }
}
