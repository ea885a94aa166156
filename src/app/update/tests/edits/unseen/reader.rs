//! What somebody has read who only looks at the screen.

use std::collections::{BTreeMap, VecDeque};

use ratatui::buffer::Buffer;

use crate::app::layout::Frame;
use crate::app::play::{Play, Proposed, Refused, lines};
use crate::app::{Msg, Shown, Size};

/// Somebody who reads the screen, and remembers what was there since the review that is open was
/// opened, resized or changed.
#[derive(Default)]
pub struct Reader {
    /// What the review on the screen is, as far as it matters for having been read.
    about: Option<About>,
    /// How often that changed.
    changes: u64,
    /// The rows of the review by their numbers.
    pub rows: BTreeMap<usize, String>,
    /// Frames that were drawn, the oldest first, each with what it was drawn after.
    pub drawn: VecDeque<(u64, Buffer, Frame, Shown)>,
}

#[derive(Debug, PartialEq)]
struct About {
    size: Size,
    proposed: Option<Proposed>,
    to: String,
    refusal: Option<Refused>,
}

impl Reader {
    /// Looks whether what was read still counts.
    pub fn look(&mut self, play: &Play) {
        let about = play.has_review().then(|| About {
            size: play.app.size,
            proposed: play.proposed(),
            to: play.destination(),
            refusal: play.refusal_below(),
        });
        if self.about != about {
            self.about = about;
            self.changes += 1;
            self.rows.clear();
        }
    }

    pub fn draw(&mut self, play: &Play) {
        let (buffer, shown) = play.draw();
        self.drawn.push_back((self.changes, buffer, Frame::of(&play.app), shown));
    }

    /// The oldest frame is on the terminal.
    pub fn write(&mut self, play: &mut Play) {
        let Some((changes, buffer, frame, shown)) = self.drawn.pop_front() else { return };
        if changes == self.changes && self.about.is_some() {
            self.read(&buffer, frame);
        }
        play.tell(Msg::Painted(shown));
    }

    fn read(&mut self, buffer: &Buffer, frame: Frame) {
        let lines = lines(buffer);
        let body: Vec<&str> =
            lines[frame.body.top().into()..frame.body.bottom().into()].iter().map(String::as_str).collect();
        let Some(title) = body.iter().position(|line| line.contains("─ Review ")) else { return };
        let has_frame = body[title].contains('╭');
        // Of a review on which a question lies, nobody reads on.
        if body[title + 1..].iter().any(|line| line.contains('╭')) {
            return;
        }
        let end = body.iter().rposition(|line| line.contains('╰')).unwrap_or(body.len());
        let tells = if has_frame { body.get(end) } else { body.get(title) };
        let above = tells.and_then(|line| line.split_once('↑')).map_or(0, |(_, rest)| {
            rest.trim_start().split(' ').next().unwrap_or_default().parse().expect("a number of rows")
        });
        for (at, line) in body[title + 1..end].iter().enumerate() {
            let inner =
                if has_frame { line.split('│').nth(1).expect("a row within its frame") } else { line };
            self.rows.insert(above + at, inner.to_owned());
        }
    }

    /// Whether place and difference of that edit were read whole, one row after the other.
    pub fn has_read(&self, play: &Play, edit: &Proposed) -> bool {
        let mut wanted = format!("To{}", play.destination());
        for (label, before, after) in &edit.changes {
            wanted.push_str(label);
            if after.is_none() {
                wanted.push_str("unset");
            }
            let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "not set".into());
            wanted.extend(["-", &said(before), "+", &said(after)]);
        }
        let tight = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '␣').collect::<String>();
        let starts = self.rows.iter().filter(|(_, row)| row.trim_start().starts_with("To "));
        let read = |from: usize| {
            let rows = (from..).map_while(|at| self.rows.get(&at));
            rows.map(|row| tight(row)).collect::<String>()
        };
        starts.map(|(from, _)| *from).any(|from| read(from).starts_with(&tight(&wanted)))
    }
}
