//! What lies over the browser, a file a page.

mod conflict;
mod copy_menu;
mod discard;
mod drafts;
mod elsewhere;
mod errors;
pub mod first_run;
mod form;
mod help;
mod help_search;
mod history;
mod history_columns;
mod history_plan;
mod log_in;
pub mod overlay;
mod palette;
mod palette_row;
mod picker;
mod picker_row;
mod question;
mod quit;
mod review;
mod themes;
mod unnoted;
