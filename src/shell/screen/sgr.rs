//! From one style to another, in as few bytes as it takes.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// How a cell looks, beside what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

/// Each modifier with its number, and the number that ends it. Two that one number ends are neighbours.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// What is seen only where something stands.
pub const OF_LETTERS: Modifier = Modifier::BOLD.union(Modifier::DIM).union(Modifier::ITALIC);

const FOREGROUND: u8 = 30;
const BACKGROUND: u8 = 40;

impl Look {
    /// How `cell` looks.
    pub fn of(cell: &Cell) -> Self {
        Self { foreground: cell.fg, background: cell.bg, modifier: cell.modifier }
    }

    /// Whether erased cells look like a blank one of this look.
    pub fn is_plain(self) -> bool {
        self == Self::default()
    }

    /// What of it is seen where nothing stands.
    pub fn on_blank(self) -> Self {
        let seen = self.modifier - OF_LETTERS;
        if seen.is_empty() { Self { background: self.background, ..Self::default() } } else { self }
    }

    /// Has the terminal go from this look to `next`, by what differs or from the default, whichever is shorter.
    ///
    /// # Errors
    ///
    /// When it can't be written.
    pub fn change(self, next: Self, out: &mut Vec<u8>) -> io::Result<()> {
        if self == next {
            return Ok(());
        }
        let begin = out.len();
        self.write_difference(next, out)?;
        let middle = out.len();
        next.write_anew(out)?;
        if out.len() - middle < middle - begin {
            out.drain(begin..middle);
        } else {
            out.truncate(middle);
        }
        Ok(())
    }

    fn write_difference(self, next: Self, out: &mut Vec<u8>) -> io::Result<()> {
        let mut begin: &[u8] = b"\x1b[";
        // What ends one of two may end the other too.
        let mut left = self.modifier;
        for (modifier, _, end) in MODIFIERS {
            if left.contains(modifier) && !next.modifier.contains(modifier) {
                write_number(end, &mut begin, out)?;
                let ended = MODIFIERS.iter().filter(|(.., other)| *other == end);
                ended.for_each(|(modifier, ..)| left.remove(*modifier));
            }
        }
        write_modifiers(next.modifier - left, &mut begin, out)?;
        // As long as it was not bold, it may have been given in a form that is another colour where it is.
        let is_other_in_bold =
            next.is_bold() && !self.is_bold() && index_of(next.foreground).is_some_and(is_dark);
        if self.foreground != next.foreground || is_other_in_bold {
            next.write_foreground(&mut begin, out)?;
        }
        if self.background != next.background {
            write_color(BACKGROUND, next.background, false, &mut begin, out)?;
        }
        out.write_all(b"m")
    }

    fn write_anew(self, out: &mut Vec<u8>) -> io::Result<()> {
        // An empty number is nought, which ends all that there was.
        let mut begin: &[u8] = b"\x1b[;";
        write_modifiers(self.modifier, &mut begin, out)?;
        if self.foreground != Color::Reset {
            self.write_foreground(&mut begin, out)?;
        }
        if self.background != Color::Reset {
            write_color(BACKGROUND, self.background, false, &mut begin, out)?;
        }
        out.write_all(if self.is_plain() { b"\x1b[m" } else { b"m" })
    }

    fn is_bold(self) -> bool {
        self.modifier.contains(Modifier::BOLD)
    }

    fn write_foreground(self, begin: &mut &[u8], out: &mut Vec<u8>) -> io::Result<()> {
        write_color(FOREGROUND, self.foreground, self.is_bold(), begin, out)
    }
}

fn write_modifiers(modifiers: Modifier, begin: &mut &[u8], out: &mut Vec<u8>) -> io::Result<()> {
    for (modifier, number, _) in MODIFIERS {
        if modifiers.contains(modifier) {
            write_number(number, begin, out)?;
        }
    }
    Ok(())
}

/// The first number of a sequence stands behind its beginning, the others behind a semicolon.
fn write_number(number: u8, begin: &mut &[u8], out: &mut Vec<u8>) -> io::Result<()> {
    out.write_all(std::mem::replace(begin, b";"))?;
    write!(out, "{number}")
}

/// The first eight colours have a short form. Where letters are bold they are given by their numbers among the
/// 256, since terminals may show those of the short form otherwise then.
fn write_color(
    plane: u8,
    color: Color,
    is_bold: bool,
    begin: &mut &[u8],
    out: &mut Vec<u8>,
) -> io::Result<()> {
    if let Color::Rgb(red, green, blue) = color {
        write_number(plane + 8, begin, out)?;
        return write!(out, ";2;{red};{green};{blue}");
    }
    match index_of(color) {
        None => write_number(plane + 9, begin, out),
        Some(index) if is_dark(index) && !is_bold => write_number(plane + index, begin, out),
        Some(index) => {
            write_number(plane + 8, begin, out)?;
            write!(out, ";5;{index}")
        }
    }
}

/// Whether a colour is one of the first eight.
fn is_dark(index: u8) -> bool {
    index < 8
}

/// The number of a colour among the 256, if it has one.
fn index_of(color: Color) -> Option<u8> {
    Some(match color {
        Color::Reset | Color::Rgb(..) => return None,
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    })
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use proptest::prelude::*;
    use ratatui::style::Style;

    use super::*;

    fn look(style: Style) -> Look {
        let mut cell = Cell::EMPTY;
        cell.set_style(style);
        Look::of(&cell)
    }

    fn change(from: Style, to: Style) -> String {
        let mut out = Vec::new();
        look(from).change(look(to), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_change_of_looks_is_one_short_sequence() {
        let plain = Style::new();
        for (from, to, written) in [
            (plain, plain, ""),
            (plain, plain.bold(), "\x1b[1m"),
            (plain.bold().dim(), plain.dim(), "\x1b[;2m"),
            (plain.bold().dim().red(), plain.dim().red(), "\x1b[22;2m"),
            (plain.bold(), plain, "\x1b[m"),
            (plain.red(), plain.green(), "\x1b[32m"),
            (plain.red(), plain.red().bold(), "\x1b[1;38;5;1m"),
            (plain.red().bold(), plain.red(), "\x1b[22m"),
            (plain.dark_gray(), plain.dark_gray().bold(), "\x1b[1m"),
            (plain.bold(), plain.bold().green(), "\x1b[38;5;2m"),
            (plain, plain.on_blue().bold(), "\x1b[1;44m"),
            (plain.red().on_blue().bold(), plain.bold(), "\x1b[;1m"),
            (plain.red().on_blue().bold(), plain.red().bold(), "\x1b[49m"),
            (plain.reversed(), plain.fg(Color::Rgb(1, 2, 3)), "\x1b[;38;2;1;2;3m"),
        ] {
            assert_eq!(change(from, to), written, "{from:?} {to:?}");
        }
    }

    fn color() -> impl Strategy<Value = Color> {
        prop_oneof![
            Just(Color::Reset),
            Just(Color::LightRed),
            any::<u8>().prop_map(Color::Indexed),
            any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Color::Rgb(red, green, blue)),
        ]
    }

    prop_compose! {
        /// A look of what the emulator below keeps; of bold and dim it knows one at a time.
        fn style()(fg in color(), bg in color(), modifiers in 0..16_u8) -> Style {
            let kept = [Modifier::BOLD, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
            let of = kept.into_iter().zip(0..).filter(|(_, bit)| modifiers & (1 << bit) != 0);
            of.fold(Style::new().fg(fg).bg(bg), |style, (modifier, _)| style.add_modifier(modifier))
        }
    }

    proptest! {
        #[test]
        fn whatever_the_look_was_it_is_the_next(from in style(), to in style()) {
            let seen = |written: String| {
                let mut terminal = vt100::Parser::new(NonZeroU16::MIN, 2_u16.try_into().unwrap(), 0);
                terminal.process(written.as_bytes());
                terminal.process(b"x");
                let cell = terminal.screen().cell(0, 0).unwrap().clone();
                (cell.fgcolor(), cell.bgcolor(), cell.bold(), cell.italic(), cell.underline(), cell.inverse())
            };
            let by_way = change(Style::new(), from) + &change(from, to);
            prop_assert_eq!(seen(by_way), seen(change(Style::new(), to)));
        }
    }
}
