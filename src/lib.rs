//! sagescope: a terminal browser for Amazon SageMaker images.
//!
//! # The picture
//!
//! One loop, and a core without side effects. What happens becomes a message; a message changes the
//! state and gives back effects, which are plain data; the loop does them, and what comes of them is a
//! message again.
//!
//! ```text
//!  bytes    ┌───────┐  Msg    ┌───────────────────────┐  Effects   ┌─────────────────────────────┐
//! ─────────►│ input ├────────►│ update                ├───────────►│ tasks · timers · disk · tty │
//!  terminal └───────┘     ┌──►│ a key goes through    │            └──────────────┬──────────────┘
//!                         │   │ the keymap: an action │                           │
//!                         │   └───────────┬───────────┘                           │
//!                         │               │ state                                 │
//!                         │               ▼                                       │
//!  cells    ┌───────┐     │           ┌───────┐                                   │
//! ◄─────────┤ frame │◄────┼───────────┤ view  │                                   │
//!  terminal └───┬───┘     │           └───────┘                                   │
//!               │ painted │                                                       │
//!               └─────────┴───────── replies, timers that ran out ◄───────────────┘
//! ```
//!
//! [`app::Msg`] is all that can happen, [`app::Effect`] all that can be done. [`app::update`] goes from
//! the one to the other; it reads no clock, no file and no network, so its tests need none.
//!
//! # The rooms
//!
//! Each folder of `src` is a room. A room knows those below it in this list, never one above it or
//! beside it. `tests/it/house` reads the sources and fails where that is not so, or where files import
//! one another in a circle.
//!
//! | room | what it is |
//! |---|---|
//! | [`cli`] | the command line, and what each subcommand starts |
//! | [`Clients`], `log_file` | one AWS client for each place; the log |
//! | [`shell`] | the loop: terminal, clock, tasks, timers, signals, the thread for the disk |
//! | [`view`] | state in, cells out; it changes nothing |
//! | [`app`] | the state, the pages, the list, and `update`, where all of it changes |
//! | [`config`] | the config file: profiles, keys, what is wrong in it |
//! | [`flow`] | an edit on its way: checked, noted, sent, read back. It knows no screen and no `App` |
//! | [`scan`] | looking up where images are used; a state machine as `flow` is |
//! | [`aws`], [`disk`] | the SDK; drafts and journal |
//! | [`export`] | what is known of an image in the words of other programs: JSON, YAML, HCL, a shell |
//! | [`service`] | what is asked of the service and what it answers, as plain data |
//! | [`edit`] | an edit as plain data: subject, fields, snapshot, changes, call, plan, outcome |
//! | [`keys`] | actions, motions, scopes, and the key table |
//! | [`theme`] | themes as plain data: a colour for each role; what a terminal can show of them |
//! | [`domain`] | the nouns: image, place, text, failure |
//! | `plain_file`, `panic_for_test` | opening files without waiting; panics on purpose, for tests |
//!
//! [`emulator`] stands apart: it is the embedded service of the demo and of the tests. It knows none of
//! the rooms, and only `cli` knows it. The program speaks to it through the SDK and over
//! HTTP, as it does to AWS. It has its own reading of the service's rules, so that the two check each
//! other.
//!
//! # The rules
//!
//! - State changes in [`app::update`] and nowhere else. [`view`] only reads it.
//! - What is to be done is data ([`app::Effect`], [`flow::Ask`]), so that a test can look at it.
//! - The SDK is known to [`aws`] alone. An answer becomes words of [`domain`], an error becomes a
//!   [`domain::Failure`].
//! - Text from outside is cleaned once, where it comes in: [`domain::Text::clean`].
//! - Guards speak of kinds, not of names. [`service::Request::Write`] is refused where the program is
//!   read-only and is never sent twice, whichever operation it is; and there is one function that sends
//!   it.
//! - Each request has a [`app::Ticket`]. A reply whose ticket nobody waits for any more changes nothing.
//! - There is one key table, `assets/keys.toml`. Dispatch, footer, help and `docs/keys.md` come from it, and
//!   no sentence names a key in any other way.
//! - Sets that are matched in many places are enums without a `_ =>`: what was forgotten does not
//!   compile.
//!
//! # What happens between Ctrl-S and *verified*
//!
//! Somebody has typed a new display name in the form of an image. File names are below `src`.
//!
//! 1. **The key.** `shell/terminal/input` makes a [`app::Msg::Key`] of the bytes. `app/update/act.rs`
//!    makes a [`keys::Chord`] of it, and asks the [`keys::Keymap`] what that is in the scopes of the page
//!    on top: here [`keys::Action::Review`].
//! 2. **The review.** `app/update/edits/review.rs` looks whether the [`app::Form`] has a field that can't
//!    be sent or a clash that is not decided, and leads there if so. Else [`app::Overlay::Review`] lies on
//!    top. What it shows is the [`edit::Plan`] of the form: a [`edit::Step`] for each image, with the
//!    [`edit::Call`] that would go out.
//! 3. **It is seen.** When the terminal has taken the frame, the loop says so with [`app::Msg::Painted`].
//!    Which rows of which review have been on the screen is kept in [`app::Seen`].
//! 4. **Enter** is [`keys::Action::Send`]. There is consent only where all of it has been seen; what was
//!    seen is a [`app::Proposal`]. `app/update/edits/sending.rs` compares it with what would be sent now.
//!    If they differ, the review says so and nothing goes out. Else a [`flow::Flow`] begins.
//! 5. **Check.** The flow asks for [`flow::Ask::Check`]. `app/update/edits/flows.rs` makes an
//!    [`app::Effect::Call`] of it, with [`service::Read::Describe`] and a ticket for
//!    [`app::Reason::Check`]. [`shell::Tasks`] gives it to [`Clients`] on a task, `aws/ops` asks through
//!    the SDK, and the answer comes back as [`app::Msg::Reply`]. `app/update/reply.rs` finds by the ticket
//!    who waits for it, and tells the flow with [`flow::Event::Checked`]. An image that is not what the
//!    edit began from ends it here, with a [`flow::Stop`].
//! 6. **Note.** [`flow::Ask::Note`] becomes [`app::Effect::Note`]: [`shell::DiskWorker`] appends an
//!    [`edit::Entry`] without a verdict to the journal. If that fails, nothing is sent, unless the person
//!    has said that it may be sent all the same.
//! 7. **Send.** [`flow::Ask::Send`] goes through `App::send_call` in `app/update/calls.rs`, which refuses
//!    it where the place is read-only. The request is a [`service::Request::Write`], and `aws/ops` gives
//!    it a client that has one attempt.
//! 8. **Accepted.** [`flow::Event::Answered`] moves the write to [`flow::Stage::Settling`]. A lost answer
//!    moves it to [`flow::Stage::Unknown`] instead; it is not sent again. [`flow::Ask::Sent`] closes
//!    form and review: the person goes on working.
//! 9. **Read back.** [`flow::Ask::Wake`] starts an [`app::Timer::Step`]. When it runs out, the image is
//!    read for [`app::Reason::ReadBack`], after 1, 2, 4 and 8 seconds and then every 8, until
//!    [`edit::Step::judge`] can say what became of it. That is a matter of the kind:
//!    [`edit::kind::image::judge`] wants the image CREATED, with a later LastModifiedTime, and each field
//!    as it was sent.
//! 10. **Verified.** [`flow::Ask::Settled`] comes with [`edit::Outcome::Verified`].
//!     `app/update/edits/settling.rs` says so at the foot of the screen, lets the form go, and writes the
//!     entry to the journal once more, now with its [`edit::Verdict`].
//!
//! If the program is killed between 6 and 10, the journal has an entry without a verdict. The next start
//! finds it (`app/update/edits/unsettled.rs`) and goes on at 9.
//!
//! How to add an operation, a page, an action or a kind of thing that can be edited is told in
//! `CONTRIBUTING.md`.

pub mod app;
pub mod aws;
pub mod cli;
mod clients;
pub mod config;
pub mod disk;
pub mod domain;
pub mod edit;
pub mod emulator;
pub mod export;
pub mod flow;
pub mod keys;
mod log_file;
mod panic_for_test;
mod plain_file;
pub mod scan;
pub mod service;
pub mod shell;
pub mod theme;
pub mod view;

pub use clients::Clients;
