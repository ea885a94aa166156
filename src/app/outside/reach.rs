//! What of the person's desk can be reached from where the program runs.

use crate::app::WebBrowser;

/// How the clipboard and a browser can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// The person sits elsewhere: clipboard and browser of this machine are not theirs.
    pub is_over_ssh: bool,
    /// tmux stands between, which drops OSC 52 from within unless it is told otherwise.
    pub is_in_tmux: bool,
    /// A desktop shows what programs here open, with a clipboard and a browser. Over SSH that is one whose
    /// display is lent to this machine.
    pub has_desktop: bool,
}

/// A way on which a text goes to the person's clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyWay {
    /// The terminal is asked to (OSC 52). Whether it did can't be known.
    Terminal,
    /// tmux is given it, and asked to give it on to its own terminal.
    Tmux,
    /// A program puts it on the clipboard of this machine's desktop.
    Desktop,
}

impl Reach {
    /// Whether the person sits at a desktop of this machine.
    #[must_use]
    pub fn is_at_desktop(self) -> bool {
        self.has_desktop && !self.is_over_ssh
    }

    /// Where the browser is that log-ins need.
    #[must_use]
    pub fn web_browser(self) -> WebBrowser {
        if self.is_over_ssh && !self.has_desktop { WebBrowser::Elsewhere } else { WebBrowser::Here }
    }

    /// All ways that may lead to the person's clipboard.
    #[must_use]
    pub fn copy_ways(self) -> Vec<CopyWay> {
        let ways = [
            Some(CopyWay::Terminal),
            self.is_in_tmux.then_some(CopyWay::Tmux),
            self.is_at_desktop().then_some(CopyWay::Desktop),
        ];
        ways.into_iter().flatten().collect()
    }
}

/// A text for the person's clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clip {
    /// The text.
    pub text: String,
    /// What it is, as a person reads it: `the ARN of pytorch-2.4-gpu`.
    pub what: String,
    /// Whether it came otherwise: cleaning replaced something in it.
    pub is_altered: bool,
    /// How it is to go there: on each of these.
    pub ways: Vec<CopyWay>,
}

/// What became of a text for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copied {
    /// What it is.
    pub what: String,
    /// Whether it came otherwise: cleaning replaced something in it.
    pub is_altered: bool,
    /// On which ways it went, as a person reads it.
    pub by: Vec<String>,
    /// Why it did not go on others, a sentence each.
    pub troubles: Vec<String>,
}
