//! Whatever happens, in whatever order: no word is lost, nothing is sent twice or unseen, nothing
//! is claimed that was not read back, and what is selected is in the list.
//!
//! A million steps: `PROPTEST_CASES=12500`, as `docs/development.md` tells.

use proptest::prelude::*;

use crate::app::{Form, Msg, Size};
use crate::domain::{FailureClass, Mode};
use crate::edit::{Snapshot, Verdict};

use super::play::{Asked, DiskState, Draft, Play, image};
use super::service::{Kind, Service};

#[derive(Debug, Clone)]
enum Step {
    Key(&'static str),
    Type(char),
    Paste(String),
    Paint,
    Timer(usize),
    Reply {
        which: usize,
        kind: Kind,
    },
    Resize(u16, u16),
    /// So many milliseconds pass.
    Passes(i64),
    /// The terminal got the focus, or lost it.
    Focus(bool),
    /// The disk is full from now on, or no more.
    Disk(bool),
}

fn step() -> impl Strategy<Value = Step> {
    let keys = prop::sample::select(vec![
        "j",
        "k",
        "g",
        "G",
        "enter",
        "esc",
        "tab",
        "backtab",
        "e",
        "r",
        "q",
        "n",
        "y",
        "/",
        "?",
        "s",
        "S",
        "x",
        "t",
        "ctrl-s",
        "ctrl-r",
        "ctrl-u",
        "ctrl-k",
        "ctrl-w",
        "ctrl-c",
        "ctrl-d",
        "alt-u",
        "alt-r",
        "backspace",
        "left",
        "u",
        "H",
        "D",
        "m",
        "w",
        "!",
        "ctrl-y",
        "ctrl-x",
        "down",
        "up",
        "right",
        "T",
        "A",
        "end",
        "f1",
        "pgdn",
        "2",
        "3",
        "5",
        "i",
        "v",
        "w",
        "]",
        "space",
    ]);
    let class = prop::sample::select(vec![
        FailureClass::NotFound,
        FailureClass::InUse,
        FailureClass::Invalid,
        FailureClass::Denied,
        FailureClass::Throttled,
        FailureClass::TimedOut,
        FailureClass::Service,
    ]);
    let kind = prop_oneof![
        6 => Just(Kind::Honest),
        1 => Just(Kind::Foreign),
        1 => Just(Kind::Stale),
        1 => Just(Kind::Hostile),
        2 => class.prop_map(Kind::Fails),
    ];
    let size = prop_oneof![
        9 => (0u16..200, 0u16..60),
        1 => (0u16..=500, 0u16..=200),
        1 => prop::sample::select(vec![(0, 0), (0, 40), (120, 0), (1, 1), (500, 200)]),
    ];
    prop_oneof![
        8 => keys.prop_map(Step::Key),
        3 => "[a-zA-Z é日]".prop_map(|text| Step::Type(text.chars().next().unwrap())),
        1 => ".{0,8}".prop_map(Step::Paste),
        4 => Just(Step::Paint),
        3 => any::<usize>().prop_map(Step::Timer),
        6 => (any::<usize>(), kind).prop_map(|(which, kind)| Step::Reply { which, kind }),
        1 => size.prop_map(|(width, height)| Step::Resize(width, height)),
        1 => (0i64..30_000).prop_map(Step::Passes),
        1 => any::<bool>().prop_map(Step::Focus),
        1 => prop::bool::weighted(0.2).prop_map(Step::Disk),
    ]
}

/// Whether a text stands anywhere in a form: typed, behind a field, or as the name of an entry.
fn has_word(form: &Form, text: &str) -> bool {
    form.words().all().any(|(_, word)| word == text) || form.entry_names().contains(text)
}

/// Whether a text is a value or a name there.
fn has_text(held: &Snapshot, text: &str) -> bool {
    held.keys().iter().any(|key| held.value(key) == Some(text) || key.entry_name() == Some(text))
}

/// Whether the cursor and the top of the list are rows that there are.
fn is_selection_in_range(play: &Play) -> bool {
    let (list, images) = (&play.app.browser().list, &play.app.place().images);
    let bottom = list.len().saturating_sub(1);
    let selected = list.selected(images);
    list.cursor() <= bottom && list.top() <= bottom && selected.is_some() != list.is_empty()
}

proptest! {
    #[test]
    fn any_interleaving_keeps_the_promises(steps in prop::collection::vec(step(), 1..160)) {
        let mut play = Play::begin_at(Size { width: 120, height: 40 }, Mode::default(), None);
        let mut service = Service::of(image("a"));
        let mut asked_to_send = 0;
        for step in steps {
            let typed: Vec<_> =
                play.forms().iter().map(|form| (form.image(), form.0.typed(), form.0.removed())).collect();
            let closes_nothing = !matches!(step, Step::Key(_) | Step::Type(_) | Step::Paste(_));
            let seen = play.has_consent();
            let sends = matches!(step, Step::Key("enter" | "w")) && seen;
            let sent = play.sent.len();
            let proposed = play.app.form().and_then(Form::plan).map_or(0, |plan| plan.steps.len());
            match step {
                Step::Passes(time) => play.passes(time),
                Step::Focus(is_ours) => play.tell(Msg::Focus(is_ours)),
                Step::Disk(is_full) => play.disk_state = if is_full { DiskState::Full } else { DiskState::Quick },
                Step::Key(key) => play.press_unseen(key),
                Step::Type(c) => play.type_text(&c.to_string()),
                Step::Paste(text) => play.tell(Msg::Paste(text)),
                Step::Paint => play.paint(),
                Step::Resize(width, height) => play.tell(Msg::Resize { width, height }),
                Step::Timer(which) => {
                    if let Some(timer) = play.take_timer(which) {
                        play.tell(Msg::Timer(timer));
                    }
                }
                Step::Reply { which, kind } => {
                    if let Some((ticket, asked)) = play.take_call(which) {
                        let reply = service.answer(&asked, kind);
                        play.reply(ticket, reply);
                    }
                }
            }
            if sends {
                asked_to_send += proposed;
            }
            // Nothing is sent but on an Enter in a review that was seen; each sends what stood there at most
            // once.
            prop_assert!(play.sent.len() <= asked_to_send);
            prop_assert!(play.sent.len() <= sent + 1);
            // What the person typed is changed by nobody else, while the form is there.
            for (subject, typed, removed) in typed.into_iter().filter(|_| closes_nothing) {
                for (key, text) in typed {
                    let form = play.find_form(&subject);
                    let now = form.map(|form| form.0.text(&key).to_owned());
                    let is_elsewhere = form.is_some_and(|form| has_word(form.0, &text));
                    // A form, or a row of it, goes when all of its words are at the service, or were taken away
                    // with the row.
                    let is_there = service.held.iter().any(|held| has_text(held, &text));
                    let is_gone = form.is_none_or(|form| form.0.spec(&key).is_none());
                    let is_safe = now.as_deref() == Some(&text)
                        || is_elsewhere
                        || (is_gone && (is_there || text.is_empty() || removed.contains(&key)));
                    prop_assert!(is_safe, "{subject} {key:?}: {text:?} became {now:?}");
                }
            }
            // What is called verified was held by the service; and nothing is sent that was not noted.
            let verified = play.journal.iter().filter(|entry| entry.verdict() == Some(&Verdict::Verified));
            for entry in verified {
                prop_assert!(service.held.iter().any(|held| entry.shows_in(held)), "{entry:?}");
            }
            prop_assert!(play.sent.len() <= play.journal.iter().filter(|entry| entry.verdict().is_none()).count());
            // A write that is out is waited for: by a ticket, or by a timer.
            if let Some(stage) = play.write_stage("a") {
                let call = play.out().into_iter().any(|(_, asked)| match asked {
                    Asked::Write(_) => stage == "sending",
                    Asked::Image(image) => stage != "sending" && image == "a",
                    _ => false,
                });
                prop_assert!(play.will_read_back() || call, "{stage} waits for nothing");
            }
            prop_assert!(is_selection_in_range(&play), "{}", play.screen());
            if play.quit {
                break;
            }
        }
        // However it ends, what is typed is on the disk, if it is known whose it is.
        play.tell(Msg::Leaving);
        if play.key().is_some() {
            for form in play.drafts_here() {
                let kept = play.disk.get(&form.image()).map(Draft::by_key);
                prop_assert_eq!(kept, Some((form.0.typed(), form.0.removed())));
            }
        }
    }
}
