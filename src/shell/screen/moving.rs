//! From one place to another, in as few bytes as it takes.

use std::io::{self, Write};

use ratatui::layout::Position;

/// Where the cursor of the terminal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Where it is in most terminals.
    pub place: Position,
    /// How many columns further it may be in some: so many characters were written since it was sent somewhere
    /// that some show in two cells.
    pub doubt: u16,
}

impl Cursor {
    /// Whether it is in that row wherever it is: a line that is full in some terminals may have ended there.
    pub fn is_in_row(self, width: u16) -> bool {
        self.place.x + self.doubt < width
    }

    /// Whether what is written from here on comes to `place`, in the same row.
    pub fn leads_to(self, place: Position) -> bool {
        self.doubt == 0 && self.place.y == place.y && self.place.x < place.x
    }

    /// The column, if it is in no doubt.
    fn column(self) -> Option<u16> {
        (self.doubt == 0).then_some(self.place.x)
    }
}

/// How many bytes a sequence takes that has one number.
pub fn length(number: u16) -> usize {
    let digits = number.checked_ilog10().map_or(1, |log| log as usize + 1);
    b"\x1b[X".len() + digits
}

/// Sends the cursor to a place; if it is known where it is, from there where that is shorter.
///
/// # Errors
///
/// When it can't be written.
pub fn go(from: Option<Cursor>, to: Position, out: &mut Vec<u8>) -> io::Result<()> {
    let begin = out.len();
    match to.x {
        0 => write!(out, "\x1b[{}H", to.y + 1)?,
        x => write!(out, "\x1b[{};{}H", to.y + 1, x + 1)?,
    }
    let Some((from, down)) = from.and_then(|from| Some((from, to.y.checked_sub(from.place.y)?))) else {
        return Ok(());
    };
    let middle = out.len();
    // It stays in its column, and no row is below the last: nothing scrolls.
    for _ in 0..usize::from(down).min(middle - begin) {
        out.push(b'\n');
    }
    go_along(from.column(), to.x, out)?;
    if out.len() - middle < middle - begin {
        out.drain(begin..middle);
    } else {
        out.truncate(middle);
    }
    Ok(())
}

/// Sends the cursor to a column of its row.
fn go_along(from: Option<u16>, to: u16, out: &mut Vec<u8>) -> io::Result<()> {
    let absolute = if to == 0 { 1 } else { length(to + 1) };
    match from.map(|from| (from, to.abs_diff(from))) {
        Some((_, 0)) => Ok(()),
        Some((from, by)) if to < from && usize::from(by) <= absolute => {
            out.extend((0..by).map(|_| b'\x08'));
            Ok(())
        }
        Some((from, 1)) if to > from => out.write_all(b"\x1b[C"),
        Some((from, by)) if to > from && length(by) <= absolute => write!(out, "\x1b[{by}C"),
        Some((from, by)) if to < from && length(by) < absolute => write!(out, "\x1b[{by}D"),
        Some(_) | None if to == 0 => out.write_all(b"\r"),
        Some(_) | None => write!(out, "\x1b[{}G", to + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: Option<(u16, u16, u16)>, to: (u16, u16)) -> String {
        let from = from.map(|(x, y, doubt)| Cursor { place: Position { x, y }, doubt });
        let mut out = Vec::new();
        go(from, to.into(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_shortest_way_is_taken() {
        for (from, to, expected) in [
            (None, (0, 4), "\x1b[5H"),
            (None, (9, 4), "\x1b[5;10H"),
            (Some((8, 4, 0)), (9, 4), "\x1b[C"),
            (Some((3, 4, 0)), (9, 4), "\x1b[6C"),
            (Some((3, 4, 1)), (9, 4), "\x1b[10G"),
            (Some((12, 4, 0)), (9, 4), "\x08\x08\x08"),
            (Some((70, 4, 0)), (9, 4), "\x1b[10G"),
            (Some((70, 4, 0)), (64, 4), "\x1b[6D"),
            (Some((70, 4, 1)), (0, 4), "\r"),
            (Some((70, 4, 0)), (70, 5), "\n"),
            (Some((70, 4, 0)), (68, 6), "\n\n\x08\x08"),
            (Some((70, 4, 0)), (1, 5), "\n\x1b[2G"),
            (Some((70, 4, 0)), (0, 5), "\n\r"),
            (Some((70, 4, 0)), (83, 15), "\x1b[16;84H"),
            (Some((70, 4, 0)), (83, 3), "\x1b[4;84H"),
            (Some((0, 0, 0)), (0, 9), "\x1b[10H"),
        ] {
            assert_eq!(way(from, to), expected, "{from:?} to {to:?}");
        }
    }
}
