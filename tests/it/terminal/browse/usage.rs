//! Where an image is used, in a real terminal.

use crate::terminal::{NARROW, Start, WIDE};

#[test]
fn who_uses_an_image_is_a_key_away_and_esc_stops_the_search() {
    for size in [WIDE, NARROW] {
        let mut window = Start::with(&["pytorch-2.4-gpu", "--demo"]).size(size).open();
        window.shows(&["DEMO", "CREATED"]);
        window.press("4");
        window.shows(&["[Usage", "vision-and-language", "Defaults for users", "read just now"]);
        window.type_text("G");
        window.shows(&["Searched"]);
        window.press("q");
        window.ends_with(0);
    }
    let mut window = Start::with(&["pytorch-2.4-gpu", "--demo", "--latency", "300"]).size(WIDE).open();
    window.shows(&["CREATED"]);
    window.press("4");
    window.shows(&["Looking up usage", "Esc stop"]);
    window.press("Esc");
    window.shows(&["Stopped after", "! incomplete"]);
    window.press("q");
    window.ends_with(0);
}
