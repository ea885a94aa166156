//! Letters of scripts on which terminals disagree: nothing of them stays where it does not belong.

use crate::terminal::rig::tmux::Tmux;
use crate::terminal::{Service, Start};

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
        window.shows(&["redraw the screen"]);
        window.is_whole();
        let contents = window.contents();
        let left: Vec<_> = foreign(text).filter(|c| contents.contains(*c)).collect();
        assert!(left.is_empty(), "{left:?}\n{contents}");
    }
}

/// Waits until the words are on the screen and none of the letters is.
#[track_caller]
fn shows(tmux: &Tmux, words: &str, without: &str) {
    tmux.wait_for(&format!("{words} without {without}"), |contents| {
        contents.contains(words) && !foreign(without).any(|c| contents.contains(c))
    });
}

#[test]
fn letters_go_with_their_page_in_tmux() {
    let service = Service::describing(&TEXTS.concat(), &TEXTS.concat());
    let Some(tmux) = Tmux::running(Start::on(&service).size(SIZE)) else { return };
    shows(&tmux, "Description", "");
    tmux.type_text("/atlas");
    tmux.press(&["Enter"]);
    shows(&tmux, "For the atlas team", &TEXTS.concat());
    for text in TEXTS {
        tmux.press(&["e"]);
        shows(&tmux, "/128", "");
        tmux.press(&["C-e", "C-u"]);
        shows(&tmux, " 0/128", text);
        tmux.type_text(text);
        shows(&tmux, &counted(text, 0), "");
        tmux.press(&["Home", "y", "F1"]);
        shows(&tmux, "Wherever text is typed", text);
        tmux.press(&["Escape"]);
        shows(&tmux, &counted(text, 1), "");
        tmux.press(&["C-e", "C-u"]);
        shows(&tmux, " 0/128", text);
        tmux.press(&["Escape"]);
        shows(&tmux, "1/1 of 2", text);
    }
}
