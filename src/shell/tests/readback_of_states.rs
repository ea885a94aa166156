//! What the program draws while somebody uses it, read back from a terminal: each cell is what was drawn.

use proptest::prelude::*;

use crate::app::play::{Asked, Play, image, reply};
use crate::app::{Msg, Size};
use crate::domain::{Image, Mode, Text};
use crate::shell::Screen;
use crate::view::{Look, view};

use super::drawn_frame::text;
use super::emulated_terminal::EmulatedTerminal;

/// More images than there are rows.
const MANY: usize = 70;

#[derive(Debug, Clone)]
enum Step {
    Key(&'static str),
    Type(String),
    Paste(String),
    Resize(u16, u16),
    /// What was asked is answered.
    Answer,
    Later(i64),
    Forget,
}

/// Those that move, oftenest.
const MOVES: [&str; 14] =
    ["j", "k", "down", "up", "pgdn", "pgup", "g", "G", "ctrl-d", "ctrl-u", "down", "up", "j", "j"];

/// What opens, closes and changes.
const OTHERS: [&str; 36] = [
    "enter", "esc", "tab", "e", "?", "/", ":", "s", "S", "!", "H", "D", "y", "P", "R", "space", "*",
    "ctrl-t", "alt-t", "ctrl-s", "ctrl-l", "1", "2", "3", "5", "]", "[", "left", "right", "home", "end", "w",
    "i", "n", "T", "backtab",
];

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => prop::sample::select(&MOVES[..]).prop_map(Step::Key),
        8 => prop::sample::select(&OTHERS[..]).prop_map(Step::Key),
        1 => "[a-z0-9]{1,3}".prop_map(Step::Type),
        1 => text().prop_map(Step::Paste),
        1 => (0..140_u16, 0..45_u16).prop_map(|(width, height)| Step::Resize(width, height)),
        1 => prop::sample::select(&[(80, 24), (120, 40), (30, 8), (99, 30)][..])
            .prop_map(|(width, height)| Step::Resize(width, height)),
        4 => Just(Step::Answer),
        1 => (1..4000_i64).prop_map(Step::Later),
        1 => Just(Step::Forget),
    ]
}

fn images(texts: &[String]) -> Vec<Image> {
    let text = |at: usize| Some(Text::clean(&texts[at % texts.len()]));
    let one = |at: usize| Image {
        display_name: text(at),
        description: text(at + 1),
        failure_reason: text(at + 2).filter(|_| at.is_multiple_of(5)),
        ..image(&format!("image-{at:03}"))
    };
    (0..MANY).map(one).collect()
}

/// A program in a terminal.
struct Session {
    play: Play,
    images: Vec<Image>,
    screen: Screen<Vec<u8>>,
    terminal: EmulatedTerminal,
}

impl Session {
    fn begin(size: Size, texts: &[String]) -> Self {
        let mut play = Play::begin_at(size, Mode::default(), None);
        play.locate();
        let mut screen = Screen::new(Vec::new(), size);
        screen.show_links(true);
        Self { play, images: images(texts), screen, terminal: EmulatedTerminal::new(size) }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Key(key) => self.play.press_unseen(key),
            Step::Type(text) => self.play.type_text(&text),
            Step::Paste(text) => self.play.tell(Msg::Paste(text)),
            Step::Later(seconds) => self.play.later(seconds),
            Step::Forget => self.screen.forget(),
            Step::Answer => self.answer(),
            Step::Resize(width, height) => {
                self.play.tell(Msg::Resize { width, height });
                self.terminal.resize(Size { width, height });
            }
        }
    }

    fn answer(&mut self) {
        for _ in 0..self.play.calls.len() {
            let Some((ticket, asked)) = self.play.take_call(0) else { return };
            let known = |name: &str| self.images.iter().find(|image| image.name.as_str() == name).cloned();
            match asked {
                Asked::Page => self.play.reply(ticket, reply::page(self.images.clone(), None)),
                Asked::Image(name) => {
                    if let Some(image) = known(&name) {
                        self.play.reply(ticket, reply::image(image));
                    }
                }
                _ => {}
            }
        }
    }

    /// Paints, and tells where the terminal shows something else.
    fn paint(&mut self) -> Option<String> {
        let (app, look) = (&self.play.app, Look::of(&self.play.app));
        let painted = self.screen.paint_with_links(app.size, |buffer| {
            let shown = view(app, &look, buffer);
            let (caret, links) = (shown.caret, shown.links.clone());
            ((buffer.clone(), shown), caret, links)
        });
        let (drawn, shown) = painted.unwrap();
        self.terminal.take(&std::mem::take(self.screen.writer()));
        let caret = shown.caret.filter(|caret| drawn.area.contains(*caret));
        let difference = self.terminal.difference(&drawn, &shown.links, caret);
        self.play.tell(Msg::Painted(shown));
        difference
    }
}

/// Each case draws much: fewer of them, unless more are asked for.
fn few() -> ProptestConfig {
    let is_asked = std::env::var_os("PROPTEST_CASES").is_some();
    if is_asked { ProptestConfig::default() } else { ProptestConfig::with_cases(24) }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn each_cell_is_what_was_drawn_whatever_is_done(
        size in prop::sample::select(&[(80, 24), (120, 40), (60, 12)][..]),
        texts in prop::collection::vec(text(), 1..9),
        steps in prop::collection::vec(step(), 1..50),
    ) {
        let mut session = Session::begin(Size { width: size.0, height: size.1 }, &texts);
        prop_assert_eq!(session.paint(), None);
        session.step(Step::Answer);
        for step in steps {
            let told = format!("{step:?}");
            session.step(step);
            prop_assert_eq!(session.paint(), None, "after {}", told);
        }
    }
}

/// Each way to scroll the list, where it stands alone and beside the detail.
#[test]
fn each_cell_is_what_was_drawn_while_the_list_scrolls() {
    let texts = ["機械学習 e\u{301}", "👩\u{200d}🚀 กำ", "plain", "", "שלום"].map(str::to_owned);
    for (width, height) in [(80, 24), (120, 40), (30, 8)] {
        let mut session = Session::begin(Size { width, height }, &texts);
        session.step(Step::Answer);
        let keys =
            ["j"; 40].into_iter().chain(["k"; 45]).chain(["pgdn", "pgdn", "pgup", "G"]).chain(["up"; 45]);
        for key in
            keys.chain(["ctrl-d", "ctrl-u", "G", "g", "ctrl-t", "down", "down", "enter"]).chain(["j"; 40])
        {
            session.step(Step::Key(key));
            assert_eq!(session.paint(), None, "{width}×{height} after {key}");
        }
        assert!(session.terminal.scrolls_whole());
    }
}
