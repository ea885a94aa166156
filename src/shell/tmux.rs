//! tmux, where it stands between this program and the person's terminal.

/// What asks tmux for what [`Clipboard`] reads.
pub const QUESTIONS: &[&str] = &[
    "show-options",
    "-s",
    "-v",
    "set-clipboard",
    ";",
    "display-message",
    "-p",
    "#{client_tty}",
    ";",
    "show-messages",
    "-T",
];

/// What tmux does with a text for the clipboard, as far as it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clipboard {
    /// Whether it takes OSC 52 from within.
    pub takes_osc52: Option<bool>,
    /// Whether it can give a text to its terminal: for that it has to know how (the capability `Ms`).
    pub reaches_terminal: Option<bool>,
}

impl Clipboard {
    /// Reads the answer: an option, the terminal, and the capabilities of all terminals.
    pub fn read(said: &str) -> Self {
        let mut lines = said.lines();
        let takes_osc52 = match lines.next().map(str::trim) {
            Some("on") => Some(true),
            Some("external" | "off") => Some(false),
            _ => None,
        };
        let ours = lines.next().map(|tty| format!(" for {tty},")).unwrap_or_default();
        let is_begin = |line: &&str| line.starts_with("Terminal ");
        let capabilities = lines.skip_while(|line| !(is_begin(line) && line.contains(&ours))).skip(1);
        let ms = capabilities.take_while(|line| !is_begin(line)).find_map(|line| line.split_once(" Ms: "));
        Self { takes_osc52, reaches_terminal: ms.map(|(_, value)| !value.contains("[missing]")) }
    }

    /// Whether OSC 52 is known to get no further than to tmux.
    pub fn drops_osc52(self) -> bool {
        self.takes_osc52 == Some(false) || self.reaches_terminal == Some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_read_as_far_as_there_is_one() {
        let terminals = "Terminal 0: screen for /dev/pts/1, flags=0x20:\n 1: AX: (flag) true\n 192: Ms: [missing]\n\n\
                         Terminal 1: xterm for /dev/pts/10, flags=0x20:\n 192: Ms: (string) \\033]52;%p1%s\\a\n";
        for (said, takes_osc52, reaches_terminal) in [
            (format!("external\n/dev/pts/1\n{terminals}"), Some(false), Some(false)),
            (format!("on\n/dev/pts/10\n{terminals}"), Some(true), Some(true)),
            (format!("off\n/dev/pts/2\n{terminals}"), Some(false), None),
            ("external\n\n".into(), Some(false), None),
            ("on\n".into(), Some(true), None),
            (String::new(), None, None),
            ("no server running\n".into(), None, None),
        ] {
            assert_eq!(Clipboard::read(&said), Clipboard { takes_osc52, reaches_terminal }, "{said}");
        }
    }
}
