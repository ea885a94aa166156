//! How many colours a terminal can show.

use crate::domain::Named;

/// How many colours a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// None.
    None,
    /// Sixteen, which the terminal has its own of.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// Every one.
    True,
}

impl Named for Depth {
    const WHAT: &'static str = "colors";
    const ALL: &'static [(&'static str, Self)] = &[
        ("none", Self::None),
        ("16", Self::Sixteen),
        ("256", Self::Indexed),
        ("true", Self::True),
        // As other programs have it.
        ("never", Self::None),
        ("truecolor", Self::True),
        ("24bit", Self::True),
    ];
}

/// Terminals that show every colour, by how their TERM begins: over SSH it is all that is known of them.
const TRUE_TERMS: [&str; 8] =
    ["xterm-kitty", "xterm-ghostty", "alacritty", "wezterm", "foot", "contour", "rio", "iterm2"];
/// The same by `TERM_PROGRAM`.
const TRUE_PROGRAMS: [&str; 6] = ["iTerm.app", "WezTerm", "ghostty", "vscode", "rio", "WarpTerminal"];
/// Terminals without colours, as terminfo has them, by how their TERM begins.
const MONOCHROME: [&str; 7] = ["vt100", "vt102", "vt220", "vt320", "vt52", "ansi-m", "xterm-mono"];

impl Depth {
    /// What the environment says of the terminal; `variable` gives what is set, and nothing for what is
    /// empty.
    #[must_use]
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        if variable("NO_COLOR").is_some() {
            return Self::None;
        }
        let term = variable("TERM").unwrap_or_default();
        let begins = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
        if begins(&MONOCHROME) {
            return Self::None;
        }
        let has_256 = term.contains("256color");
        // Screen shows no more, whatever the terminal around it can; tmux takes all, and lowers it by itself.
        if term.starts_with("screen") && variable("TMUX").is_none() {
            return if has_256 { Self::Indexed } else { Self::Sixteen };
        }
        let is_true = variable("COLORTERM").is_some_and(|it| it == "truecolor" || it == "24bit");
        if is_true || term.ends_with("-direct") || begins(&TRUE_TERMS) {
            return Self::True;
        }
        let is_in_tmux = variable("TMUX").is_some();
        // Within tmux, these tell of where that was begun.
        let is_known = !is_in_tmux
            && (variable("TERM_PROGRAM").is_some_and(|name| TRUE_PROGRAMS.contains(&name.as_str()))
                || variable("WT_SESSION").is_some()
                || variable("KONSOLE_VERSION").is_some()
                || variable("VTE_VERSION").and_then(|it| it.parse().ok()).is_some_and(|it: u32| it >= 3600));
        if is_known {
            Self::True
        } else if has_256 {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_how_many() {
        for (set, depth) in [
            ("TERM=xterm", Depth::Sixteen),
            ("TERM=linux", Depth::Sixteen),
            ("TERM=xterm-256color", Depth::Indexed),
            ("TERM=xterm-256color COLORTERM=truecolor", Depth::True),
            ("TERM=xterm COLORTERM=24bit", Depth::True),
            ("TERM=xterm COLORTERM=yes", Depth::Sixteen),
            ("TERM=xterm-direct", Depth::True),
            ("TERM=xterm-kitty", Depth::True),
            ("TERM=foot-extra", Depth::True),
            ("TERM=xterm-256color TERM_PROGRAM=iTerm.app", Depth::True),
            ("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", Depth::Indexed),
            ("TERM=xterm-256color VTE_VERSION=7603", Depth::True),
            ("TERM=xterm VTE_VERSION=3400", Depth::Sixteen),
            ("TERM=xterm-256color WT_SESSION=a", Depth::True),
            // In tmux.
            ("TERM=tmux-256color TMUX=/tmp/t COLORTERM=truecolor", Depth::True),
            ("TERM=tmux-256color TMUX=/tmp/t VTE_VERSION=7603", Depth::Indexed),
            ("TERM=screen-256color TMUX=/tmp/t", Depth::Indexed),
            ("TERM=screen TMUX=/tmp/t COLORTERM=truecolor", Depth::True),
            // In screen, which hands COLORTERM through and can't show it.
            ("TERM=screen-256color COLORTERM=truecolor STY=1.pts", Depth::Indexed),
            ("TERM=screen.xterm-256color COLORTERM=truecolor", Depth::Indexed),
            ("TERM=screen COLORTERM=truecolor", Depth::Sixteen),
            // None.
            ("TERM=vt220", Depth::None),
            ("TERM=xterm-mono COLORTERM=truecolor", Depth::None),
            ("TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1", Depth::None),
        ] {
            let variable = |name: &str| {
                let mut all = set.split(' ').filter_map(|one| one.split_once('='));
                all.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
            };
            assert_eq!(Depth::of_environment(variable), depth, "{set}");
        }
    }
}
