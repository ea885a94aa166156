//! The functional core: the state of the program, and `update`, the one place where it changes.
//!
//! Nothing in here does I/O, reads a clock or holds a sender. What is to be done is returned as
//! [`Effects`]; what has happened comes in as a [`Msg`].

mod actions;
mod appearance;
mod browser;
mod copies;
mod dated;
mod edit;
mod effect;
mod focus;
mod kept;
mod list;
mod msg;
mod outside;
mod pace;
mod pages;
mod places;
mod refreshing;
mod remote;
mod screen;
mod shell_pick;
mod shell_picking;
mod state;
mod tabs;
pub mod ticket;
mod told;
pub mod tour;
mod update;

pub use crate::domain::{Column, PlaceId, Sort};
pub use crate::service::{Answer, PageToken, Reply, Request};

pub use actions::{KeyEntry, KeySection};
pub use appearance::{Appearance, ThemeChoice};
pub use browser::{Browser, Pane};
pub use copies::CopyKind;
pub use dated::{Dated, FRESH};
pub use edit::{Choice, Clash, DraftText, FieldState, Form, Input};
pub use effect::{Effect, Effects, Timer};
pub use kept::{History, HistoryRow, Lookups, Notes, Recalled};
pub use list::{
    ColumnWidths, Columns, Facts, Filter, Fuzzy, GAP, Images, ListView, ListedImage, Load, LoadStage, Marked,
    Nearness, Offers, Renewed, Rows, Taken, Widths, Within, matcher,
};
pub use msg::Msg;
pub use outside::{
    Clip, Copied, CopyWay, EditorClosed, EditorContent, EditorJob, EditorTarget, EditorText, Handed, Reach,
    WebBrowser, command, line,
};
pub use pace::Pace;
use pages::remembered;
pub use pages::{
    ArmedReview, AskElsewhere, AskUnnoted, Closing, Command, Conflict, CopyMenu, CopyOffer, CopySubject,
    DraftsPage, ErrorsPage, HelpPage, HistoryPage, Listed, LogInPage, LogInStage, Moves, Offer, Overlay,
    Page, Palette, PaletteChoice, PaletteItem, PaletteRow, Pick, Picker, Question, Review, ThemesPage, Typed,
};
pub use places::{ListedVersion, PinTrouble, Place, Raws, Usage, UsageItem, UsedBy, Versions};
pub use refreshing::{Attention, ChangeKind, RecentChanges, Refreshing};
pub use remote::Remote;
use screen::{Click, Held};
pub use screen::{
    Clickable, Clickables, EntryColumns, Front, Link, Links, PaintedReview, Panes, Pointer, Proposal,
    ReviewPage, Seen, Shown, Size, Target, Viewing, cells, header, layout, wrap,
};
pub use shell_pick::{Prints, ShellPick};
pub use state::App;
pub use tabs::{Found, Laying, RawPage, RawSubject, RawTab, Tab, UsageTab, VersionsTab};
pub use ticket::{Purpose, Reason, RefreshSpan, StepId, Ticket, Tickets};
pub use told::{Alert, Alerts, Attempt, ErrorRecord, Errors, Message, Notice, Notices, Tone, Topic, lasting};
pub use update::update;

/// The rig of the keystroke tests.
#[cfg(test)]
pub(crate) use update::tests::play;
