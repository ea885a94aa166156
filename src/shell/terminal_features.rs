//! What the person's terminal understands beyond what every terminal does, as the environment tells.
//!
//! The environment may be wrong: it goes along over SSH, or does not, and within tmux it is of the terminal
//! in which the server was begun. So what is not known for sure is left out, and a bell works everywhere.

use crate::domain::{Hyperlinks, Notify, Setting, Text};

/// What the terminal is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TerminalFeatures {
    /// How a person is told something who looks elsewhere.
    pub notifier: Notifier,
    /// Whether it is given links.
    pub links: bool,
}

/// How a person is told something who looks elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notifier {
    /// Not at all.
    Off,
    /// By the bell, which multiplexers and window managers turn into a mark.
    Bell,
    /// By OSC 9.
    Osc9,
    /// By OSC 777.
    Osc777,
    /// By OSC 9 to the terminal around tmux, which drops that unless `allow-passthrough` is on: so by the bell
    /// as well.
    Osc9ThroughTmux,
    /// The same by OSC 777.
    Osc777ThroughTmux,
}

/// The program, as it is called in front of what it tells.
const TITLE: &str = "sagescope";

impl Notifier {
    /// What is written to the terminal to tell `words`.
    #[must_use]
    pub fn bytes(self, words: &str) -> Vec<u8> {
        // It ends at the first control character, and its parts at a semicolon.
        let words = Text::clean(words).to_string().replace(';', ",");
        let osc9 = || format!("\x1b]9;{TITLE}: {words}\x1b\\");
        let osc777 = || format!("\x1b]777;notify;{TITLE};{words}\x1b\\");
        let written = match self {
            Self::Off => String::new(),
            Self::Bell => "\x07".to_owned(),
            Self::Osc9 => osc9(),
            Self::Osc777 => osc777(),
            Self::Osc9ThroughTmux => through_tmux(&osc9()),
            Self::Osc777ThroughTmux => through_tmux(&osc777()),
        };
        written.into_bytes()
    }
}

fn through_tmux(sequence: &str) -> String {
    format!("\x1bPtmux;{}\x1b\\\x07", sequence.replace('\x1b', "\x1b\x1b"))
}

impl TerminalFeatures {
    /// What is used of the terminal by these settings; `variable` is the environment, in which what is empty is
    /// not set.
    #[must_use]
    pub fn of(
        notify: Setting<Notify>,
        links: Setting<Hyperlinks>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let terminal = Terminal::of(&variable);
        let is_in_tmux = variable("TMUX").is_some();
        let notifier = match (notify, is_in_tmux) {
            (Setting::Is(Notify::Off), _) => Notifier::Off,
            (Setting::Is(Notify::Bell), _) => Notifier::Bell,
            (Setting::Is(Notify::Osc9), false) => Notifier::Osc9,
            (Setting::Is(Notify::Osc9), true) => Notifier::Osc9ThroughTmux,
            (Setting::Is(Notify::Osc777), false) => Notifier::Osc777,
            (Setting::Is(Notify::Osc777), true) => Notifier::Osc777ThroughTmux,
            (Setting::Auto, _) => terminal.notifier(),
        };
        let links = match links {
            Setting::Is(Hyperlinks::On) => true,
            Setting::Is(Hyperlinks::Off) => false,
            Setting::Auto => terminal.has_links(&variable),
        };
        Self { notifier, links }
    }
}

/// The terminals of which something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Terminal {
    Tmux,
    Iterm2,
    WezTerm,
    Ghostty,
    Kitty,
    Foot,
    Windows,
    Konsole,
    VsCode,
    Alacritty,
    Vte,
    /// Any other: nothing is known of it. GNU screen and the Linux console are among them.
    Other,
}

impl Terminal {
    fn of(variable: &impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name: &str| variable(name).is_some();
        let term = variable("TERM").unwrap_or_default();
        let program = variable("TERM_PROGRAM").unwrap_or_default();
        // What stands between knows nothing of the terminal behind it.
        if is_set("TMUX") {
            return Self::Tmux;
        }
        if is_set("STY") || term.starts_with("screen") || term == "linux" || term == "dumb" {
            return Self::Other;
        }
        // `TERM` and `LC_TERMINAL` go along over SSH: they count before what the first shell has left.
        let known = [
            (term.starts_with("xterm-kitty"), Self::Kitty),
            (term.starts_with("xterm-ghostty"), Self::Ghostty),
            (term == "foot" || term.starts_with("foot-"), Self::Foot),
            (term.starts_with("alacritty"), Self::Alacritty),
            (term.starts_with("wezterm"), Self::WezTerm),
            (program == "iTerm.app" || variable("LC_TERMINAL").as_deref() == Some("iTerm2"), Self::Iterm2),
            (program == "WezTerm" || is_set("WEZTERM_PANE"), Self::WezTerm),
            (program == "ghostty" || is_set("GHOSTTY_RESOURCES_DIR"), Self::Ghostty),
            (program == "vscode", Self::VsCode),
            (is_set("KITTY_WINDOW_ID"), Self::Kitty),
            (is_set("WT_SESSION"), Self::Windows),
            (is_set("KONSOLE_VERSION"), Self::Konsole),
            (is_set("ALACRITTY_WINDOW_ID"), Self::Alacritty),
            (is_set("VTE_VERSION"), Self::Vte),
        ];
        known.into_iter().find_map(|(is_it, terminal)| is_it.then_some(terminal)).unwrap_or(Self::Other)
    }

    /// What surely shows something. VTE and urxvt have OSC 777 only by a patch or an extension.
    fn notifier(self) -> Notifier {
        match self {
            Self::Iterm2 | Self::WezTerm | Self::Ghostty | Self::Kitty => Notifier::Osc9,
            Self::Foot => Notifier::Osc777,
            Self::Tmux
            | Self::Windows
            | Self::Konsole
            | Self::VsCode
            | Self::Alacritty
            | Self::Vte
            | Self::Other => Notifier::Bell,
        }
    }

    fn has_links(self, variable: &impl Fn(&str) -> Option<String>) -> bool {
        match self {
            Self::Iterm2
            | Self::WezTerm
            | Self::Ghostty
            | Self::Kitty
            | Self::Foot
            | Self::Windows
            | Self::Konsole
            | Self::VsCode
            // Before 0.11 it passes over them.
            | Self::Alacritty => true,
            // tmux keeps them since 3.4, and gives them on to terminals that take them. It says its version.
            Self::Tmux => is_tmux_from_3_4(&variable("TERM_PROGRAM_VERSION").unwrap_or_default()),
            // Before 0.50 it had them, with faults.
            Self::Vte => variable("VTE_VERSION").and_then(|it| it.parse().ok()).is_some_and(|it: u32| it >= 5000),
            Self::Other => false,
        }
    }
}

/// Of a version such as `3.4`, `3.5a` or `next-3.6`.
fn is_tmux_from_3_4(version: &str) -> bool {
    let version = version.trim_start_matches("next-");
    let Some((major, rest)) = version.split_once('.') else { return false };
    let minor: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let number = |text: &str| text.parse::<u32>().ok();
    number(major).zip(number(&minor)).is_some_and(|version| version >= (3, 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features(
        notify: Setting<Notify>,
        links: Setting<Hyperlinks>,
        environment: &[(&str, &str)],
    ) -> TerminalFeatures {
        let variable = |name: &str| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        TerminalFeatures::of(notify, links, variable)
    }

    #[test]
    fn by_itself_it_goes_by_the_terminal_and_by_the_bell_where_that_is_not_known() {
        use Notifier::{Bell, Osc9, Osc777};
        for (environment, notifier, links) in [
            (&[][..], Bell, false),
            (&[("TERM", "xterm-256color")], Bell, false),
            (&[("TERM", "linux"), ("WT_SESSION", "1")], Bell, false),
            (&[("TERM", "xterm-kitty")], Osc9, true),
            (&[("TERM", "xterm-ghostty"), ("SSH_TTY", "/dev/pts/1")], Osc9, true),
            (&[("TERM", "foot")], Osc777, true),
            (&[("TERM", "foot-extra")], Osc777, true),
            (&[("TERM", "alacritty")], Bell, true),
            (&[("TERM_PROGRAM", "iTerm.app"), ("TERM", "xterm-256color")], Osc9, true),
            (&[("LC_TERMINAL", "iTerm2"), ("TERM", "xterm-256color")], Osc9, true),
            (&[("TERM_PROGRAM", "WezTerm")], Osc9, true),
            (&[("TERM_PROGRAM", "Apple_Terminal")], Bell, false),
            (&[("TERM_PROGRAM", "vscode")], Bell, true),
            (&[("WT_SESSION", "1")], Bell, true),
            (&[("KONSOLE_VERSION", "240802")], Bell, true),
            (&[("VTE_VERSION", "7603")], Bell, true),
            (&[("VTE_VERSION", "4602")], Bell, false),
            (&[("TERM", "rxvt-unicode-256color")], Bell, false),
            // What stands between hides the terminal behind it.
            (&[("TMUX", "/tmp/t,1,0"), ("KITTY_WINDOW_ID", "1"), ("TERM", "tmux-256color")], Bell, false),
            (&[("TMUX", "/tmp/t,1,0"), ("TERM_PROGRAM_VERSION", "3.4")], Bell, true),
            (&[("TMUX", "/tmp/t,1,0"), ("TERM_PROGRAM_VERSION", "3.3a")], Bell, false),
            (&[("TMUX", "/tmp/t,1,0"), ("TERM_PROGRAM_VERSION", "next-3.6")], Bell, true),
            (&[("STY", "1.tty"), ("KITTY_WINDOW_ID", "1")], Bell, false),
        ] {
            let known = features(Setting::Auto, Setting::Auto, environment);
            assert_eq!(known, TerminalFeatures { notifier, links }, "{environment:?}");
        }
    }

    #[test]
    fn what_is_set_counts_whatever_the_terminal_is() {
        let tmux = &[("TMUX", "/tmp/t,1,0"), ("TERM_PROGRAM_VERSION", "3.4")][..];
        let kitty = &[("TERM", "xterm-kitty")][..];
        for (notify, environment, notifier) in [
            (Setting::Is(Notify::Off), kitty, Notifier::Off),
            (Setting::Is(Notify::Bell), kitty, Notifier::Bell),
            (Setting::Is(Notify::Osc777), kitty, Notifier::Osc777),
            (Setting::Is(Notify::Osc9), &[][..], Notifier::Osc9),
            (Setting::Is(Notify::Osc9), tmux, Notifier::Osc9ThroughTmux),
            (Setting::Is(Notify::Osc777), tmux, Notifier::Osc777ThroughTmux),
            (Setting::Is(Notify::Off), tmux, Notifier::Off),
        ] {
            assert_eq!(
                features(notify, Setting::Is(Hyperlinks::Off), environment).notifier,
                notifier,
                "{notify:?}"
            );
        }
        assert!(features(Setting::Is(Notify::Off), Setting::Is(Hyperlinks::On), &[]).links);
        assert!(!features(Setting::Is(Notify::Off), Setting::Is(Hyperlinks::Off), kitty).links);
    }

    #[test]
    fn nothing_in_the_words_ends_them_or_begins_another_sequence() {
        let words = "a;b\x1b]0;c\x07\u{9b}d\n機: update failed";
        let clean = "a,b\u{fffd}";
        for (notifier, begin, end) in [
            (Notifier::Off, "", ""),
            (Notifier::Bell, "\x07", ""),
            (Notifier::Osc9, "\x1b]9;sagescope: a,b", "機: update failed\x1b\\"),
            (Notifier::Osc777, "\x1b]777;notify;sagescope;a,b", "機: update failed\x1b\\"),
            (Notifier::Osc9ThroughTmux, "\x1bPtmux;\x1b\x1b]9;sagescope: a,b", "\x1b\x1b\\\x1b\\\x07"),
            (Notifier::Osc777ThroughTmux, "\x1bPtmux;\x1b\x1b]777;notify;sagescope;", "\x1b\x1b\\\x1b\\\x07"),
        ] {
            let written = String::from_utf8(notifier.bytes(words)).unwrap();
            assert!(written.starts_with(begin) && written.ends_with(end), "{written:?}");
            let bare = begin.len() > 1;
            assert_eq!(written.contains(clean), bare, "{written:?}");
            let inner = written.trim_end_matches(end).trim_start_matches(begin);
            assert!(!inner.contains(char::is_control), "{inner:?}");
        }
    }
}
