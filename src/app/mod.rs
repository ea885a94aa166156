//! The functional core: the state of the program, and `update`, the one place where it changes.
//!
//! Nothing in here does I/O, reads a clock or holds a sender. What is to be done is returned as
//! [`Effects`]; what has happened comes in as a [`Msg`].

mod ability;
mod alerts;
mod appearance;
mod browser;
mod command;
mod copies;
mod dated;
mod edit;
mod editor;
mod effect;
mod errors;
mod focus;
mod history;
mod key_list;
mod links;
mod list;
mod log_in;
mod lookups;
mod message;
mod msg;
mod notes;
mod notice;
mod obstacle;
mod pace;
mod pages;
mod places;
mod pointing;
mod reach;
mod recall;
mod refreshing;
mod remote;
mod scopes;
mod screen;
mod shell_pick;
mod shell_picking;
mod state;
mod tabs;
pub mod ticket;
pub mod tour;
mod update;

pub use crate::domain::{Column, PlaceId, Sort};
pub use crate::service::{Answer, PageToken, Reply, Request};

pub use alerts::{Alert, Alerts};
pub use appearance::{Appearance, ThemeChoice};
pub use browser::{Browser, Pane};
pub use copies::CopyKind;
pub use dated::{Dated, FRESH};
pub use edit::{Choice, Clash, DraftText, FieldState, Form, Input};
pub use editor::{EditorClosed, EditorContent, EditorJob, EditorTarget, EditorText};
pub use effect::{Effect, Effects, Timer};
pub use errors::{Attempt, ErrorRecord, Errors};
pub use history::{History, HistoryRow};
pub use key_list::{KeyEntry, KeySection};
pub use list::{
    ColumnWidths, Columns, Facts, Filter, Fuzzy, GAP, Images, ListView, ListedImage, Load, LoadStage, Marked,
    Nearness, Offers, Renewed, Rows, Taken, Widths, Within, matcher,
};
pub use log_in::{Handed, WebBrowser, command, line};
pub use lookups::Lookups;
pub use message::{Message, lasting};
pub use msg::Msg;
pub use notes::Notes;
pub use notice::{Notice, Notices, Tone, Topic};
pub use pace::Pace;
use pages::remembered;
pub use pages::{
    ArmedReview, AskElsewhere, AskUnnoted, Closing, Command, Conflict, CopyMenu, CopyOffer, CopySubject,
    DraftsPage, ErrorsPage, HelpPage, HistoryPage, Listed, LogInPage, LogInStage, Moves, Offer, Overlay,
    Page, Palette, PaletteChoice, PaletteItem, PaletteRow, Pick, Picker, Question, Review, ThemesPage, Typed,
};
pub use places::{ListedVersion, PinTrouble, Place, Raws, Usage, UsageItem, UsedBy, Versions};
pub use reach::{Clip, Copied, CopyWay, Reach};
pub use recall::Recalled;
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
pub use update::update;

/// The rig of the keystroke tests.
#[cfg(test)]
pub(crate) use update::tests::play;
