//! What terminals send.

mod floods;
mod mouse;
mod sends;
