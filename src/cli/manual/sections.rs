//! What there is to say of a command beside its options: the one text of `--help` and the manual page.

/// A part of it, with a heading of its own.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// What is in it.
    pub body: Body,
}

/// What is in a section.
#[derive(Debug, Clone, Copy)]
pub enum Body {
    /// Terms, each with what it means.
    Terms(&'static [(&'static str, &'static str)]),
    /// What can be wanted, each with the command for it.
    Examples(&'static [(&'static str, &'static str)]),
}

const NONE: &[Section] = &[];

/// The sections of the command of that name; those of the program itself go by its own.
#[must_use]
pub fn of(command: &str) -> &'static [Section] {
    match command {
        "sagescope" => BROWSER,
        "pick" => PICK,
        "emulator" => EMULATOR,
        "config" => CONFIG,
        "check" => CHECK,
        "completions" => COMPLETIONS,
        "man" => MAN,
        _ => NONE,
    }
}

const BROWSER: &[Section] = &[
    Section {
        title: "Examples",
        body: Body::Examples(&[
            ("Look around without an account:", "sagescope --demo"),
            (
                "Open an image of another account, and change nothing:",
                "sagescope --profile prod --read-only my-image",
            ),
            (
                "Pick an image for a command:",
                "aws sagemaker describe-image --image-name \"$(sagescope pick)\"",
            ),
        ]),
    },
    Section {
        title: "Exit codes",
        body: Body::Terms(&[
            ("0", "you quit"),
            ("1", "the machine has too little for it, or the terminal failed"),
            ("2", "the command line can't be followed, or there is no terminal that can show it"),
            ("128+N", "signal N ended it, such as 143 for SIGTERM"),
        ]),
    },
    Section {
        title: "Environment",
        body: Body::Terms(&[
            ("AWS_*", "as for the AWS CLI"),
            ("HTTPS_PROXY, NO_PROXY", "the proxy, and what is reached without it"),
            ("NO_COLOR", "no colors, where it is set and not empty"),
            ("COLORTERM, TERM", "how many colors the terminal shows"),
            ("VISUAL, EDITOR", "the editor for texts and for tables of images"),
            ("BROWSER", "the browser that opens the AWS console"),
            ("TZ", "the time zone in which times are shown"),
            ("XDG_CONFIG_HOME", "the folder above the config folder; ~/.config"),
            ("XDG_STATE_HOME", "the folder above the state folder; ~/.local/state"),
        ]),
    },
    Section {
        title: "Files",
        body: Body::Terms(&[
            ("~/.config/sagescope/config.toml", "the config file: profiles, keys, and more"),
            ("~/.local/state/sagescope/drafts/", "what was typed and not sent"),
            ("~/.local/state/sagescope/journal.jsonl", "every change that was sent, and its outcome"),
            ("~/.local/state/sagescope/sagescope.log", "the log"),
        ]),
    },
];

const PICK: &[Section] = &[
    Section {
        title: "Examples",
        body: Body::Examples(&[
            ("Describe an image:", "aws sagemaker describe-image --image-name \"$(sagescope pick)\""),
            ("Print the ARN of one that failed:", "sagescope pick --arn status:failed"),
            ("Do something with several:", "sagescope pick --multi | while read -r image; do …; done"),
            (
                "Pick in a tmux popup, into the paste buffer:",
                "tmux display-popup -E 'sagescope pick | tmux load-buffer -'",
            ),
        ]),
    },
    Section {
        title: "Exit codes",
        body: Body::Terms(&[
            ("0", "what was picked is printed"),
            ("1", "the images can't be listed, or what was picked can't be printed"),
            ("2", "the command line can't be followed, or there is no terminal"),
            ("130", "you left without picking; nothing is printed"),
            ("128+N", "signal N ended it; nothing is printed"),
        ]),
    },
];

const EMULATOR: &[Section] = &[Section {
    title: "Examples",
    body: Body::Examples(&[
        ("Serve it:", "sagescope emulator --port 4566"),
        ("List its images:", "aws --endpoint-url http://127.0.0.1:4566 sagemaker list-images"),
        ("Have the first two updates throttled:", "sagescope emulator --fault UpdateImage=throttlex2"),
    ]),
}];

const CONFIG: &[Section] = &[Section {
    title: "Examples",
    body: Body::Examples(&[
        ("Begin with every default:", "sagescope config > ~/.config/sagescope/config.toml"),
        ("Check it:", "sagescope config check"),
    ]),
}];

const CHECK: &[Section] = &[Section {
    title: "Exit codes",
    body: Body::Terms(&[
        ("0", "no problems were found"),
        ("1", "there are problems; they are printed"),
        ("2", "there is no such file"),
    ]),
}];

const COMPLETIONS: &[Section] = &[Section {
    title: "Examples",
    body: Body::Examples(&[
        ("bash, in ~/.bashrc:", "source <(sagescope completions bash)"),
        ("zsh, into a folder of $fpath:", "sagescope completions zsh > ~/.zfunc/_sagescope"),
        ("fish:", "sagescope completions fish > ~/.config/fish/completions/sagescope.fish"),
        ("elvish, in ~/.config/elvish/rc.elv:", "eval (sagescope completions elvish | slurp)"),
        ("PowerShell, in $PROFILE:", "sagescope completions powershell | Out-String | Invoke-Expression"),
    ]),
}];

const MAN: &[Section] = &[Section {
    title: "Examples",
    body: Body::Examples(&[
        ("Read it:", "sagescope man | man -l -"),
        ("Install it:", "sagescope man > ~/.local/share/man/man1/sagescope.1"),
    ]),
}];
