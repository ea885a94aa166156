//! Themes: looked at, chosen, told by the terminal.

use std::sync::Arc;

use crate::app::{Appearance, Msg, ThemeChoice};
use crate::domain::Setting;
use crate::theme::{Depth, Ground, Palette, Role, Shade};

use super::play::Play;

fn play(depth: Depth, choice: ThemeChoice) -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.app.appearance = Appearance::new(Arc::default(), choice, depth, None);
    play
}

fn dark() -> Play {
    play(Depth::True, ThemeChoice { name: None, background: Setting::Is(Ground::Dark) })
}

/// The theme whose colours are on the screen.
fn shown(play: &Play) -> String {
    let appearance = &play.app.appearance;
    let is_shown = |ground| move |theme: &&crate::theme::Theme| theme.on(ground) == appearance.palette();
    let all = appearance.themes.all();
    let found = |ground| all.iter().find(is_shown(ground)).map(|theme| format!("{} {ground:?}", theme.name));
    let sixteen = || (*appearance.palette() == Palette::sixteen()).then(|| "sixteen".to_owned());
    found(Ground::Light).or_else(|| found(Ground::Dark)).or_else(sixteen).unwrap_or_default()
}

#[test]
fn the_theme_under_the_cursor_is_shown_and_kept_with_enter() {
    for (keys, top, at_last, kept) in [
        ("ctrl-t", "themes", "sagescope Dark", None),
        ("ctrl-t j", "themes", "modus Dark", None),
        ("ctrl-t j k", "themes", "sagescope Dark", None),
        ("ctrl-t j j j j", "themes", "gruvbox Dark", None),
        ("ctrl-t j esc", "browser", "sagescope Dark", None),
        ("ctrl-t j q", "browser", "sagescope Dark", None),
        ("ctrl-t j enter", "browser", "modus Dark", Some("modus")),
        ("ctrl-t j enter ctrl-t", "themes", "modus Dark", Some("modus")),
        ("ctrl-t j enter ctrl-t j esc", "browser", "modus Dark", Some("modus")),
        // While something lies over the list, it is looked at still.
        ("ctrl-t j ?", "help", "modus Dark", None),
        ("ctrl-t j ? esc", "themes", "modus Dark", None),
        // While text is typed.
        ("/ ctrl-t j enter", "browser", "modus Dark", Some("modus")),
        ("alt-t", "browser", "sagescope Light", None),
        ("alt-t alt-t", "browser", "sagescope Dark", None),
        ("ctrl-t j alt-t", "themes", "modus Light", None),
    ] {
        let mut play = dark();
        play.press(keys);
        assert_eq!((play.top(), shown(&play).as_str()), (top, at_last), "{keys}");
        assert_eq!(play.kept_theme.as_deref(), kept, "{keys}");
    }
}

#[test]
fn what_the_terminal_says_counts_unless_it_is_set() {
    use Ground::{Dark, Light};
    let auto = ThemeChoice::default;
    let set = |ground| ThemeChoice { name: None, background: Setting::Is(ground) };
    let modus = || ThemeChoice { name: Some("modus".into()), background: Setting::Auto };
    for (depth, choice, told, look, draws) in [
        // Nothing is known: what can be seen on any background.
        (Depth::True, auto(), &[][..], "sixteen", false),
        (Depth::True, modus(), &[], "modus Dark", false),
        (Depth::True, auto(), &[Light], "sagescope Light", true),
        (Depth::True, auto(), &[Dark], "sagescope Dark", true),
        (Depth::True, auto(), &[Dark, Light], "sagescope Light", true),
        // The same again changes nothing.
        (Depth::True, auto(), &[Dark, Dark], "sagescope Dark", false),
        (Depth::True, modus(), &[Dark], "modus Dark", false),
        (Depth::True, set(Dark), &[Light], "sagescope Dark", false),
        (Depth::Sixteen, auto(), &[Light], "sixteen", false),
    ] {
        let mut play = play(depth, choice);
        let mut drawn = false;
        for ground in told {
            drawn = crate::app::update(&mut play.app, Msg::Ground(*ground)).draw;
        }
        assert_eq!((shown(&play).as_str(), drawn), (look, draws), "{depth:?} {told:?}");
    }
}

/// A desktop that goes dark in the evening tells every terminal so, also one whose background is set by hand.
#[test]
fn a_terminal_that_tells_its_colour_is_asked_for_it_when_light_or_dark_is_wanted() {
    use Ground::{Dark, Light};
    let auto = ThemeChoice::default;
    let set = || ThemeChoice { name: None, background: Setting::Is(Dark) };
    for (depth, choice, told, wanted, look, asks) in [
        (Depth::True, auto(), Some(Dark), Light, "sagescope Dark", 1),
        (Depth::True, auto(), None, Light, "sagescope Light", 0),
        (Depth::True, set(), Some(Dark), Light, "sagescope Dark", 0),
        (Depth::Sixteen, auto(), Some(Dark), Light, "sixteen", 0),
    ] {
        let mut play = play(depth, choice);
        if let Some(ground) = told {
            play.tell(Msg::Ground(ground));
        }
        play.tell(Msg::Scheme(wanted));
        assert_eq!((shown(&play).as_str(), play.background_asks), (look, asks), "{depth:?} {told:?}");
    }
}

#[test]
fn what_the_environment_guesses_holds_until_the_terminal_says_otherwise() {
    let guessed = Appearance::new(Arc::default(), ThemeChoice::default(), Depth::True, Some(Ground::Light));
    let mut play = Play::with(&["a"]);
    play.app.appearance = guessed;
    assert_eq!(shown(&play), "sagescope Light");
    play.tell(Msg::Ground(Ground::Dark));
    assert_eq!(shown(&play), "sagescope Dark");
}

#[test]
fn a_theme_of_an_earlier_session_is_in_force_unless_one_is_set_or_it_is_gone() {
    for (set, kept, look) in [
        (None, "gruvbox", "gruvbox Dark"),
        (Some("modus"), "gruvbox", "modus Dark"),
        (None, "gone", "sagescope Dark"),
        (Some("gone"), "gruvbox", "gruvbox Dark"),
    ] {
        let choice = ThemeChoice { name: set.map(str::to_owned), background: Setting::Is(Ground::Dark) };
        let mut play = play(Depth::True, choice);
        play.tell(Msg::Theme(kept.into()));
        assert_eq!(shown(&play), look, "{set:?} {kept}");
    }
}

#[test]
fn that_another_theme_is_set_is_said_where_one_is_chosen() {
    let choice = ThemeChoice { name: Some("gruvbox".into()), background: Setting::Is(Ground::Dark) };
    let mut play = play(Depth::True, choice);
    play.press("ctrl-t k enter");
    assert_eq!(shown(&play), "catppuccin Dark");
    let words = "Theme catppuccin until you quit: the config file or command line sets another.";
    assert_eq!(play.said(), words);
}

#[test]
fn in_sixteen_colours_a_theme_of_ones_own_has_only_what_it_names() {
    let mut themes = crate::theme::Themes::default();
    let mut own = crate::theme::Theme { name: "own".into(), ..themes.get("gruvbox").unwrap().clone() };
    own.set(None, Role::Accent, Shade::Indexed(13));
    own.set(None, Role::SelectedText, Shade::Indexed(0));
    themes.add(own);
    let choice = ThemeChoice { name: Some("own".into()), background: Setting::Auto };
    let appearance = Appearance::new(themes.into(), choice, Depth::Sixteen, None);
    let mut expected = Palette::sixteen();
    expected.set(Role::Accent, Shade::Indexed(13));
    assert_eq!(appearance.palette(), &expected, "half a pair of the row of the cursor is none");
}

/// Text that is named and a background that is not, or the other way round, might not be told apart.
#[test]
fn in_sixteen_colours_text_and_background_are_named_both_or_neither_counts() {
    for (text, background, is_kept) in [
        ("white", "black", true),
        ("white", "default", true),
        ("white", "#000000", false),
        ("#ffffff", "black", false),
        ("#ffffff", "#000000", false),
    ] {
        let mut own = crate::theme::Themes::default().get("gruvbox").unwrap().dark;
        own.set(Role::Text, text.parse().unwrap());
        own.set(Role::Background, background.parse().unwrap());
        let lowered = own.lowered(Depth::Sixteen, Ground::Dark);
        assert_eq!(lowered.get(Role::Text).is_some(), is_kept, "{text} {background}");
        let is_painted = is_kept && background != "default";
        assert_eq!(lowered.get(Role::Background).is_some(), is_painted, "{text} {background}");
    }
}

#[test]
fn where_light_and_dark_look_alike_switching_says_so() {
    for (depth, words) in [
        (Depth::True, "Colors for a light background."),
        (Depth::Sixteen, "The colors are the terminal's own, in light and dark alike."),
        (Depth::None, "Colors are off."),
    ] {
        let choice = ThemeChoice { name: None, background: Setting::Is(Ground::Dark) };
        let mut play = play(depth, choice);
        play.press("alt-t");
        assert!(play.screen().contains(words), "{depth:?}: {}", play.screen());
    }
}
