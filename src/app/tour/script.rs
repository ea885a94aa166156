//! What the tour does, step by step.

use crate::keys::{Action, Motion};

/// The image that it is about, of the built-in catalogue.
pub const TOURED: &str = "pytorch-2.4-gpu";

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub deed: Deed,
    /// How long it rests then, in tenths of a second.
    pub rest: u32,
}

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Says what is shown from now on. In braces stand actions, for their keys.
    Say(&'static str),
    /// Presses the key of an action, if one leads there now.
    Press(Action),
    /// Types one letter.
    Type(char),
    /// Waits until something is so.
    Wait(Until),
    /// Someone else changes the image.
    SomeoneElseEdits,
}

/// What a step waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// The list is there, and the image under the cursor is described.
    Listed,
    /// It is known where images are used.
    UsageKnown,
    /// A form can be typed in.
    Form,
    /// A review is open, or the page on which two changes meet.
    Review,
    /// All of the review was on the screen: it is read on as long as it was not.
    Read,
    /// Nothing that was sent is under way any more.
    Settled,
    /// The page on which two changes meet is open.
    Conflict,
}

const fn say(words: &'static str, rest: u32) -> Step {
    Step { deed: Deed::Say(words), rest }
}

const fn press(action: Action, rest: u32) -> Step {
    Step { deed: Deed::Press(action), rest }
}

const fn wait(until: Until) -> Step {
    Step { deed: Deed::Wait(until), rest: 5 }
}

const fn letter(letter: char) -> Step {
    Step { deed: Deed::Type(letter), rest: 2 }
}

/// All of it, about a minute and a half.
pub const SCRIPT: &[Step] = &[
    // The list.
    say("The images of an account, and what is known of the one under the cursor.", 5),
    wait(Until::Listed),
    press(Action::Move(Motion::Down), 10),
    press(Action::Move(Motion::Down), 10),
    press(Action::Move(Motion::Down), 25),
    // The filter.
    say("{filter} filters while you type.", 10),
    press(Action::Filter, 8),
    letter('p'),
    letter('y'),
    letter('t'),
    letter('o'),
    letter('r'),
    letter('c'),
    letter('h'),
    letter('-'),
    letter('2'),
    letter('.'),
    letter('4'),
    letter('-'),
    letter('g'),
    letter('p'),
    letter('u'),
    press(Action::KeepFilter, 10),
    wait(Until::Listed),
    // Usage.
    say("{show-usage} shows who uses the image: domains, profiles, spaces and apps.", 5),
    press(Action::OpenDetail, 10),
    press(Action::ShowUsage, 10),
    wait(Until::UsageKnown),
    press(Action::Move(Motion::Down), 15),
    press(Action::Move(Motion::Down), 30),
    press(Action::ShowDetails, 8),
    // The form.
    say("{edit} opens a form, filled from a fresh read. Limits are checked as you type.", 10),
    press(Action::Edit, 5),
    wait(Until::Form),
    press(Action::NextField, 10),
    letter(' '),
    letter('T'),
    letter('e'),
    letter('s'),
    letter('t'),
    letter('e'),
    letter('d'),
    letter('.'),
    // The review.
    say("{review} shows what would be sent: only what changes, and as a command.", 10),
    press(Action::Review, 10),
    wait(Until::Review),
    wait(Until::Read),
    // Sent, and verified.
    say("{send} sends it, after one more look that nobody changed the image.", 30),
    press(Action::Send, 10),
    say("You go on working; it is read back until it has taken effect: verified.", 10),
    wait(Until::Settled),
    // Undone.
    say("{undo} undoes the last change, by the same steps.", 25),
    press(Action::Undo, 10),
    wait(Until::Review),
    wait(Until::Read),
    press(Action::Send, 10),
    wait(Until::Settled),
    // Two hands.
    say("Now someone else changes the same image while you edit it.", 20),
    press(Action::Edit, 5),
    wait(Until::Form),
    press(Action::NextField, 8),
    letter(' '),
    letter('M'),
    letter('i'),
    letter('n'),
    letter('e'),
    letter('.'),
    Step { deed: Deed::SomeoneElseEdits, rest: 5 },
    press(Action::Review, 10),
    wait(Until::Review),
    wait(Until::Read),
    press(Action::Send, 10),
    wait(Until::Conflict),
    say("Nothing was sent. {take-mine} keeps yours, {take-theirs} keeps theirs, field by field.", 35),
    press(Action::TakeTheirs, 12),
    press(Action::TakeMine, 15),
    press(Action::Decided, 10),
    say("{send} sends what you kept, after another look.", 10),
    wait(Until::Review),
    wait(Until::Read),
    press(Action::Send, 10),
    wait(Until::Settled),
    // The commands.
    say("{commands} finds every command by a few letters.", 10),
    press(Action::Commands, 8),
    letter('h'),
    letter('i'),
    letter('s'),
    letter('t'),
    Step { deed: Deed::Say("{commands} finds every command by a few letters."), rest: 25 },
    press(Action::Close, 5),
    press(Action::Close, 5),
];
