//! Screens in each theme and depth, and in ASCII.

use std::sync::Arc;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::app::play::Play;
use crate::app::{Appearance, ThemeChoice};
use crate::domain::Setting;
use crate::theme::{Depth, Ground, Palette, Rgb, Symbols, Themes};
use crate::view::{Look, Theme};

use super::hostile::scenes;
use super::picture::{draw_in, picture, text};
use super::scene::{self, sized};
use super::screens::check;
use super::sizes::SIZES;

const GROUNDS: [(Ground, &str); 2] = [(Ground::Light, "light"), (Ground::Dark, "dark")];
const DEPTHS: [(Depth, &str); 2] = [(Depth::True, "true"), (Depth::Indexed, "256")];

fn appearance(theme: &str, ground: Ground, depth: Depth) -> Appearance {
    let choice = ThemeChoice { name: Some(theme.into()), background: Setting::Is(ground) };
    Appearance::new(Arc::default(), choice, depth, None)
}

/// Each theme on each ground in each depth, with how it is called.
fn looks() -> Vec<(String, Theme, Ground)> {
    let mut looks = Vec::new();
    for name in Themes::default().names() {
        for (ground, on) in GROUNDS {
            for (depth, colours) in DEPTHS {
                let palette = *appearance(name, ground, depth).palette();
                looks.push((format!("{name}-{on}-{colours}"), Theme::of(palette, Symbols::Unicode), ground));
            }
        }
    }
    looks
}

#[test]
fn screens_in_each_theme_and_depth() {
    for (name, theme, _) in looks() {
        let app = sized(scene::browsing(), (100, 20));
        check(&format!("theme-{name}-list"), &picture(&draw_in(&app, theme)));
    }
    for (name, theme, _) in looks().into_iter().filter(|(name, ..)| name.ends_with("dark-true")) {
        let app = sized(scene::reviewing(scene::edited(), None), (80, 24));
        check(&format!("theme-{name}-review"), &picture(&draw_in(&app, theme)));
        let app = sized(scene::asking(), (80, 24));
        check(&format!("theme-{name}-question"), &picture(&draw_in(&app, theme)));
    }
}

fn rgb(colour: Color, reset: Option<Rgb>) -> Option<Rgb> {
    match colour {
        Color::Rgb(red, green, blue) => Some(Rgb(red, green, blue)),
        Color::Indexed(index) => Rgb::of_index(index),
        Color::Reset => reset,
        other => panic!("{other} is no colour of a theme"),
    }
}

/// What is drawn, and not only what could be: whichever styles meet in a cell.
#[test]
fn every_cell_of_every_screen_can_be_read_in_every_theme() {
    for app in scenes() {
        let app = sized(app, (100, 30));
        for (name, theme, ground) in looks() {
            let paints = theme.ground().is_some();
            for cell in &draw_in(&app, theme).content {
                assert!(!paints || (cell.fg != Color::Reset && cell.bg != Color::Reset), "{name}: {cell:?}");
                assert!(!cell.modifier.contains(Modifier::DIM), "{name}: {cell:?}");
                // The terminal's own text on its own background is its own matter.
                let Some(text) = rgb(cell.fg, None) else {
                    assert_eq!(cell.bg, Color::Reset, "{name}: {cell:?}");
                    continue;
                };
                let contrast = text.contrast(rgb(cell.bg, Some(ground.hardest())).unwrap());
                assert!(contrast >= Rgb::AA, "{name}: {contrast:.2} in {cell:?}");
            }
        }
    }
}

#[test]
fn in_ascii_every_cell_is_ascii_and_nothing_moves() {
    let [unicode, ascii] =
        [Symbols::Unicode, Symbols::Ascii].map(|symbols| Theme::of(Palette::sixteen(), symbols));
    for size in SIZES {
        for app in scenes() {
            let app = sized(app, size);
            let (before, after) = (draw_in(&app, unicode), draw_in(&app, ascii));
            for (before, after) in before.content.iter().zip(&after.content) {
                let is_one = |cell: &Cell| cell.symbol().len() == 1 && cell.symbol().is_ascii();
                assert!(is_one(after), "{after:?}");
                let is_same = before.symbol() == after.symbol() || !is_one(before) || after.symbol() == "?";
                assert!(is_same, "{before:?} {after:?}");
            }
        }
    }
    let app = sized(scene::browsing(), (100, 20));
    check("ascii-list", &text(&draw_in(&app, ascii)));
    let app = sized(scene::reviewing(scene::edited(), None), (80, 24));
    check("ascii-review", &text(&draw_in(&app, ascii)));
}

fn picking() -> Play {
    let mut play = Play::with(&["pytorch-2.4-gpu", "sklearn-base"]);
    play.app.appearance = appearance("catppuccin", Ground::Dark, Depth::True);
    play.press("ctrl-t j");
    play
}

#[test]
fn the_list_of_themes() {
    for size in SIZES {
        let app = sized(picking().app, size);
        check(&format!("themes@{}x{}", size.0, size.1), &text(&draw_in(&app, Look::of(&app).theme)));
    }
    for depth in [Depth::None, Depth::Sixteen, Depth::True] {
        let mut app = sized(picking().app, (80, 24));
        app.appearance = appearance("catppuccin", Ground::Dark, depth);
        check(&format!("themes@80x24-{depth:?}"), &picture(&draw_in(&app, Look::of(&app).theme)));
    }
}
