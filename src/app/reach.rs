//! What of the person's desk can be reached from where the program runs.

/// How the clipboard and a browser can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// The person sits elsewhere: clipboard and browser of this machine are not theirs.
    pub is_over_ssh: bool,
    /// tmux stands between, which drops OSC 52 from within unless it is told otherwise.
    pub is_in_tmux: bool,
    /// There is a desktop, with a clipboard and a browser.
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
    /// All ways that may lead there.
    #[must_use]
    pub fn copy_ways(self) -> Vec<CopyWay> {
        let has_desktop = self.has_desktop && !self.is_over_ssh;
        let ways = [
            Some(CopyWay::Terminal),
            self.is_in_tmux.then_some(CopyWay::Tmux),
            has_desktop.then_some(CopyWay::Desktop),
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
    /// How it is to go there: on each of these.
    pub ways: Vec<CopyWay>,
}

/// What became of a text for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copied {
    /// What it is.
    pub what: String,
    /// On which ways it went, as a person reads it.
    pub by: Vec<String>,
    /// Why it did not go on others, a sentence each.
    pub troubles: Vec<String>,
}
