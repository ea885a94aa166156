//! The pages that lie over the browser, a file each: its state, and what there is to know of it.

mod conflict;
mod copy_menu;
mod discard;
mod drafts;
mod elsewhere;
mod errors;
mod form;
mod help;
mod history;
mod log_in;
mod overlay;
mod page;
mod palette;
mod picker;
mod quit;
mod review;
mod themes;
mod unnoted;

pub use conflict::Conflict;
pub use copy_menu::{CopyMenu, CopyOffer, CopySubject};
pub use drafts::DraftsPage;
pub use elsewhere::AskElsewhere;
pub use errors::ErrorsPage;
pub use help::HelpPage;
pub use history::HistoryPage;
pub use log_in::{LogInPage, LogInStage};
pub use overlay::Overlay;
pub use page::{Closing, Listed, Moves, Page, Position, Question, Typed};
pub(in crate::app) use palette::remembered;
pub use palette::{Command, Palette, PaletteChoice, PaletteItem, PaletteRow};
pub use picker::{Offer, Pick, Picker};
pub use review::{ArmedReview, Review};
pub use themes::ThemesPage;
pub use unnoted::AskUnnoted;
