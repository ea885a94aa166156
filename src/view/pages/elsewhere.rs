//! Whether to go where an image is whose ARN was given.
//!
//! ```text
//! ╭ Image elsewhere ────────────────────────────────╮
//! │ pytorch-2.4-gpu is in account 123456789012,     │
//! │ eu-west-1.                                      │
//! │                                                 │
//! │ y goes there, n stays                           │
//! ╰─────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, AskElsewhere, Shown};
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

use super::question::QuestionPage;

/// Draws the question in its frame.
pub fn draw(
    app: &App,
    asked: &AskElsewhere,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let question = QuestionPage { title: "Image elsewhere", yes: "go there", no: "stay" };
    question.draw(&app.keymap, theme, area, shown, buffer, |lines| {
        let AskElsewhere { arn, aim } = asked;
        lines.text(
            0,
            &format!("{} is in account {}, {}.", arn.name, arn.home.account, arn.home.region),
            theme.plain(),
        );
        if let Some(profile) = &aim.profile {
            lines.text(0, &format!("Profile {profile} is for that account."), theme.plain());
        }
    })
}
