//! Whatever is typed, resized and answered, and however late frames are told as painted: an
//! UpdateImage goes out only if somebody who reads the screen has read place and difference whole.

mod reader;

use crossterm::event::KeyCode;
use proptest::prelude::*;
use reader::Reader;

use crate::app::play::{DiskState, Play, Proposed, few, image};
use crate::app::update::tests::service::{Kind, Service};
use crate::app::{Msg, Size};
use crate::domain::{FailureClass, Mode};

#[derive(Debug, Clone)]
enum Step {
    Key(&'static str),
    /// From the list, whatever is open: opens the form, types, and asks for the review; nothing is
    /// painted between.
    Edit {
        tabs: &'static str,
        text: String,
        is_changing: bool,
    },
    /// Reads on so many rows, and sends it or lets it wait.
    ReadOn(usize, &'static str),
    Type(char),
    Paste(String),
    Resize(u16, u16),
    /// A frame is drawn, and not on the terminal yet.
    Draw,
    /// The oldest frame that was drawn is on the terminal.
    Write,
    Paint,
    Timer(usize),
    Reply(usize, Kind),
    /// Everything that was asked is answered.
    Answers,
    Disk(bool),
}

const KEYS: &[&str] = &[
    "j", "j", "j", "k", "pgdn", "pgup", "enter", "enter", "enter", "esc", "tab", "e", "ctrl-s", "w", "w",
    "N", "N", "y", "y", "n", "?", "ctrl-r", "ctrl-u", "ctrl-z", "ctrl-l", "u", "H", "m", "t", "x", "q",
];

fn step() -> impl Strategy<Value = Step> {
    let class = prop::sample::select(vec![
        FailureClass::InUse,
        FailureClass::Denied,
        FailureClass::Throttled,
        FailureClass::TimedOut,
    ]);
    let kind = prop_oneof![
        12 => Just(Kind::Honest),
        1 => Just(Kind::Foreign),
        1 => Just(Kind::Stale),
        2 => class.prop_map(Kind::Fails),
    ];
    let size = prop_oneof![
        2 => (28u16..=60, 7u16..=16),
        1 => (1u16..=200, 1u16..=50),
        1 => (100u16..=200, 30u16..=50),
    ];
    let words = "[a-zA-Z]{1,6}( [a-zé日0-9]{1,9}){0,9}";
    // What is typed over by nothing is to be unset.
    let text = prop_oneof![4 => words, 1 => Just(String::new())];
    let tabs = prop::sample::select(vec!["", "tab", "tab tab"]);
    prop_oneof![
        10 => prop::sample::select(KEYS).prop_map(Step::Key),
        4 => (tabs, text, prop::bool::weighted(0.2))
            .prop_map(|(tabs, text, is_changing)| Step::Edit { tabs, text, is_changing }),
        4 => (0usize..12, prop::sample::select(vec!["enter", "enter", "w", "N", "N"])).prop_map(|(rows, key)| Step::ReadOn(rows, key)),
        1 => "[a-zé日]".prop_map(|text| Step::Type(text.chars().next().unwrap())),
        1 => "[a-z日]{0,8}".prop_map(Step::Paste),
        1 => size.prop_map(|(width, height)| Step::Resize(width, height)),
        2 => Just(Step::Draw),
        2 => Just(Step::Write),
        8 => Just(Step::Paint),
        2 => any::<usize>().prop_map(Step::Timer),
        4 => Just(Step::Answers),
        4 => (any::<usize>(), kind).prop_map(|(which, kind)| Step::Reply(which, kind)),
        2 => any::<bool>().prop_map(Step::Disk),
    ]
}

/// What went through the person's hands.
#[derive(Default)]
struct Person {
    reader: Reader,
    /// What was to be sent by itself, read whole.
    armed: Option<Proposed>,
}

impl Person {
    /// After each message: whatever was sent on its way, or armed, had been read.
    fn check(&mut self, play: &Play, was_out: &[String], is_key: bool) -> Result<(), TestCaseError> {
        if let Some(image) = play.writes_out().into_iter().find(|image| !was_out.contains(image)) {
            let write = play.write_to(&image);
            if is_key {
                let rows = &self.reader.rows;
                prop_assert!(self.reader.has_read(play, &write), "{write:?}\n{rows:#?}\n{}", play.screen());
            } else {
                prop_assert_eq!(Some(write), self.armed.take(), "by itself");
            }
        }
        if !play.is_review_armed() {
            self.armed = None;
        } else if self.armed.is_none() {
            let edit = play.proposed().expect("what is armed has a form");
            prop_assert!(self.reader.has_read(play, &edit), "armed: {edit:?}\n{}", play.screen());
            self.armed = Some(edit);
        }
        Ok(())
    }
}

fn tell(play: &mut Play, person: &mut Person, msg: Msg) -> Result<(), TestCaseError> {
    let was_out = play.writes_out();
    let is_key = matches!(msg, Msg::Key(_));
    // What is pressed is judged by what was on the screen before.
    play.tell(msg);
    person.check(play, &was_out, is_key)?;
    person.reader.look(play);
    Ok(())
}

fn press(play: &mut Play, person: &mut Person, keys: &str) -> Result<(), TestCaseError> {
    keys.split_whitespace().try_for_each(|key| tell(play, person, Msg::Key(crate::app::play::event(key))))
}

fn paint(play: &mut Play, reader: &mut Reader) {
    reader.draw(play);
    while !reader.drawn.is_empty() {
        reader.write(play);
    }
}

fn answers(
    play: &mut Play,
    person: &mut Person,
    service: &mut Service,
    kind: Kind,
) -> Result<(), TestCaseError> {
    for _ in 0..6 {
        let Some((ticket, asked)) = play.take_newest_call() else { break };
        let reply = service.answer(&asked, kind);
        tell(play, person, Msg::Reply { ticket, reply })?;
    }
    Ok(())
}

fn run(steps: Vec<Step>) -> Result<usize, TestCaseError> {
    let mut play = Play::begin_at(Size { width: 80, height: 24 }, Mode::default(), None);
    let mut service = Service::of(image("a"));
    let mut person = Person::default();
    answers(&mut play, &mut person, &mut service, Kind::Honest)?;
    for step in steps {
        match step {
            Step::Key(key) => press(&mut play, &mut person, key)?,
            Step::Edit { tabs, text, is_changing } => {
                press(&mut play, &mut person, "esc esc esc e")?;
                answers(
                    &mut play,
                    &mut person,
                    &mut service,
                    if is_changing { Kind::Stale } else { Kind::Honest },
                )?;
                press(&mut play, &mut person, &format!("{tabs} end ctrl-u"))?;
                for c in text.chars() {
                    let key = KeyCode::Char(c);
                    tell(&mut play, &mut person, Msg::Key(key.into()))?;
                }
                press(&mut play, &mut person, "ctrl-s")?;
            }
            Step::Type(c) => {
                tell(&mut play, &mut person, Msg::Key(KeyCode::Char(c).into()))?;
            }
            Step::Paste(text) => tell(&mut play, &mut person, Msg::Paste(text))?,
            Step::Resize(width, height) => tell(&mut play, &mut person, Msg::Resize { width, height })?,
            Step::Draw => person.reader.draw(&play),
            Step::Write => person.reader.write(&mut play),
            Step::Paint => paint(&mut play, &mut person.reader),
            Step::Timer(which) => {
                if let Some(timer) = play.take_timer(which) {
                    tell(&mut play, &mut person, Msg::Timer(timer))?;
                }
            }
            Step::Reply(which, kind) => {
                if let Some((ticket, asked)) = play.take_call(which) {
                    let reply = service.answer(&asked, kind);
                    tell(&mut play, &mut person, Msg::Reply { ticket, reply })?;
                }
            }
            Step::ReadOn(rows, key) => {
                for _ in 0..rows {
                    paint(&mut play, &mut person.reader);
                    press(&mut play, &mut person, "j")?;
                }
                paint(&mut play, &mut person.reader);
                press(&mut play, &mut person, key)?;
                let wait = play.armed_timer();
                if let Some(timer) = wait.filter(|_| key == "w" && rows % 2 == 0) {
                    tell(&mut play, &mut person, Msg::Timer(timer))?;
                    answers(&mut play, &mut person, &mut service, Kind::Honest)?;
                }
                if key == "N" {
                    paint(&mut play, &mut person.reader);
                    press(&mut play, &mut person, "y")?;
                }
            }
            Step::Answers => answers(&mut play, &mut person, &mut service, Kind::Honest)?,
            Step::Disk(is_full) => play.disk_state = if is_full { DiskState::Full } else { DiskState::Quick },
        }
        if play.quit {
            break;
        }
    }
    Ok(play.sent.len())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..few(100) })]

    #[test]
    fn nothing_is_sent_that_nobody_has_read(steps in prop::collection::vec(step(), 1..120)) {
        run(steps)?;
    }
}

/// Two fields at once, one of which is unset, as somebody came to it by way of a form that was left.
#[test]
fn what_is_unset_has_been_read_too() {
    let edit = |tabs, text: &str| Step::Edit { tabs, text: text.into(), is_changing: false };
    let sent = run(vec![
        edit("tab tab", "A"),
        Step::ReadOn(0, "enter"),
        Step::Key("ctrl-u"),
        edit("tab", "a"),
        Step::Key("ctrl-r"),
        edit("tab tab", "a"),
        Step::ReadOn(0, "enter"),
        Step::Answers,
    ]);
    assert_eq!(sent.unwrap(), 1);
}
