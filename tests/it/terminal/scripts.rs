//! Letters of scripts on which terminals disagree: nothing of them stays where it does not belong.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use super::{Service, Start};

/// Marks that take a cell, marks that take none, and characters that are made of several.
const TEXTS: [&str; 19] = [
    "กำลังทดสอบน้ำผึ้ง",
    "ຄຳ ນ້ຳ",
    "हिन्दी क्षत्रिय नी",
    "क\u{94d}\u{200d}ष",
    "ខ្មែរ កា",
    "မြန်မာ ကာ ကေ",
    "عَرَبِيّ لا",
    "שָׁלוֹם",
    "\u{1112}\u{1161}\u{11ab} \u{1100}\u{1161}",
    "👩\u{200d}🚀 👍🏽 👨\u{200d}👩\u{200d}👧",
    "❤\u{fe0f} ⌚\u{fe0e} 1\u{fe0f}\u{20e3}",
    "🇫🇷🇩🇪 é",
    "é\u{ad}\u{200b}\u{2060}\u{34f}ü",
    "機械学習",
    "தமிழ் கொ கா",
    "বাংলা কা ো",
    "ಕನ್ನಡ ಕೊ",
    "മലയാളം കൊ സිංහල කො",
    "☰ ㉈ ｶﾞ ᬓᬵ",
];

const SIZE: (u16, u16) = (100, 30);

/// Letters that are on no page of the program itself.
fn foreign(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_ascii() && !c.is_whitespace())
}

/// What the form counts where so many more characters are typed.
fn counted(text: &str, more: usize) -> String {
    format!(" {}/128", text.chars().count() + more)
}

#[test]
fn letters_go_with_their_page() {
    for text in &TEXTS {
        let service = Service::describing(text, &text.repeat(20));
        let mut window = Start::on(&service).size(SIZE).open();
        window.shows(&["read just now"]);
        window.is_whole();
        window.press("j");
        window.shows(&["2/2", "For the atlas team", "ageMakerImages", "read just now"]);
        window.is_whole();
        window.press("k e");
        window.shows(&["Edit aaa", &counted(text, 0)]);
        window.press("Home");
        window.type_text("y ");
        window.shows(&["was:", &counted(text, 2)]);
        window.is_whole();
        window.press("Ctrl-W End Up");
        window.type_text("x");
        window.shows(&["was:", &counted(text, 1)]);
        window.is_whole();
        window.press("Ctrl-S");
        window.shows(&["Review"]);
        window.is_whole();
        window.press("F1");
        window.shows(&["draw the screen anew"]);
        window.is_whole();
        let contents = window.contents();
        let left: Vec<_> = foreign(text).filter(|c| contents.contains(*c)).collect();
        assert!(left.is_empty(), "{left:?}\n{contents}");
    }
}

/// A tmux of its own, in which the program runs.
struct Tmux {
    socket: PathBuf,
    _start: Start,
}

impl Tmux {
    /// Nothing where there is no tmux.
    fn open(service: &Service) -> Option<Self> {
        let mut start = Start::on(service);
        let socket = start.home.path().join("tmux");
        if Command::new("tmux").arg("-V").output().is_err() {
            println!("skipped: there is no tmux on the PATH");
            return None;
        }
        let mut line = ["tmux", "-u", "-f", "/dev/null", "-S"].map(str::to_owned).to_vec();
        line.push(socket.to_str().unwrap().to_owned());
        let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
        line.extend(["new-session", "-d", "-x", &width, "-y", &height].map(str::to_owned));
        start.argv.splice(0..0, line.into_iter().map(Into::into));
        let path = std::env::var_os("PATH").unwrap_or_default();
        let begun = start.piped().env("PATH", path).output().unwrap();
        assert!(begun.status.success(), "{begun:?}");
        Some(Self { socket, _start: start })
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.args(["-u", "-S"]).arg(&self.socket).args(arguments).output().unwrap()
    }

    fn press(&self, keys: &[&str]) {
        self.run(&[&["send-keys"], keys].concat());
    }

    fn type_text(&self, text: &str) {
        self.run(&["send-keys", "-l", text]);
    }

    fn contents(&self) -> String {
        String::from_utf8(self.run(&["capture-pane", "-p"]).stdout).unwrap()
    }

    /// Waits until the words are on the screen and none of the letters is.
    #[track_caller]
    fn shows(&self, words: &str, without: &str) {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let contents = self.contents();
            if contents.contains(words) && !foreign(without).any(|c| contents.contains(c)) {
                return;
            }
            assert!(Instant::now() < deadline, "{words} without {without}\n{contents}");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
fn letters_go_with_their_page_in_tmux() {
    let service = Service::describing(&TEXTS.concat(), &TEXTS.concat());
    let Some(tmux) = Tmux::open(&service) else { return };
    tmux.shows("Description", "");
    tmux.type_text("/atlas");
    tmux.press(&["Enter"]);
    tmux.shows("For the atlas team", &TEXTS.concat());
    for text in TEXTS {
        tmux.press(&["e"]);
        tmux.shows("/128", "");
        tmux.press(&["C-e", "C-u"]);
        tmux.shows(" 0/128", text);
        tmux.type_text(text);
        tmux.shows(&counted(text, 0), "");
        tmux.press(&["Home", "y", "F1"]);
        tmux.shows("Wherever text is typed", text);
        tmux.press(&["Escape"]);
        tmux.shows(&counted(text, 1), "");
        tmux.press(&["C-e", "C-u"]);
        tmux.shows(" 0/128", text);
        tmux.press(&["Escape"]);
        tmux.shows("1/1 of 2", text);
    }
}
