//! Any frames, one after the other, read back from a terminal: each cell is what was drawn.

use proptest::prelude::*;
use ratatui::layout::Position;

use crate::app::{Links, Size};
use crate::shell::Screen;

use super::drawn_frame::{Change, DrawnFrame, change};
use super::emulated_terminal::EmulatedTerminal;

#[derive(Debug, Clone)]
enum Step {
    /// These changes, then a frame.
    Paint(Vec<Change>, Option<(u16, u16)>),
    /// The next frame is painted on what nobody knows.
    Forget,
    Resize(Size),
    ShowLinks(bool),
}

fn size() -> impl Strategy<Value = Size> {
    (1..50_u16, 1..14_u16).prop_map(|(width, height)| Size { width, height })
}

fn step() -> impl Strategy<Value = Step> {
    let cursor = prop::option::of((0..60_u16, 0..16_u16));
    prop_oneof![
        16 => (prop::collection::vec(change(), 0..4), cursor)
            .prop_map(|(changes, cursor)| Step::Paint(changes, cursor)),
        1 => Just(Step::Forget),
        1 => size().prop_map(Step::Resize),
        1 => any::<bool>().prop_map(Step::ShowLinks),
    ]
}

proptest! {
    #[test]
    fn each_cell_of_the_terminal_is_what_was_drawn(first in size(), steps in prop::collection::vec(step(), 1..20)) {
        let mut size = first;
        let (mut screen, mut terminal) = (Screen::new(Vec::new(), size), EmulatedTerminal::new(size));
        let (mut frame, mut shows_links) = (DrawnFrame::of(size), false);
        for step in steps {
            match step {
                Step::Forget => screen.forget(),
                Step::ShowLinks(shows) => {
                    shows_links = shows;
                    screen.show_links(shows);
                }
                Step::Resize(to) => {
                    size = to;
                    frame.resize(size);
                    terminal.resize(size);
                }
                Step::Paint(changes, cursor) => {
                    for change in changes {
                        frame.change(change);
                    }
                    let cursor = cursor.map(Position::from);
                    let drawn = screen.paint_with_links(size, |buffer| {
                        let links = frame.draw(buffer);
                        ((buffer.clone(), links.clone()), cursor, links)
                    });
                    let (drawn, links) = drawn.unwrap();
                    terminal.take(&std::mem::take(screen.writer()));
                    let links = if shows_links { links } else { Links::default() };
                    let cursor = cursor.filter(|cursor| drawn.area.contains(*cursor));
                    prop_assert_eq!(terminal.difference(&drawn, &links, cursor), None);
                }
            }
        }
        prop_assert!(terminal.scrolls_whole(), "the terminal is left with a region or a colour");
    }
}
