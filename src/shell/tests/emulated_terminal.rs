//! A terminal that is written to: what stands in each of its cells, how that looks, and where it leads.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use crate::app::{Links, Size};

/// It knows no more than every terminal does: rows that scroll in are blank, whatever the colours are then.
pub struct EmulatedTerminal {
    cells: vt100::Parser,
    /// The same cells, with a colour for where each leads, and without any other.
    links: vt100::Parser,
    /// What those colours stand for, from 1 on.
    addresses: Vec<String>,
    size: Size,
}

impl EmulatedTerminal {
    /// One that was taken: cleared, without a cursor.
    pub fn new(size: Size) -> Self {
        let parser = || {
            let mut parser = vt100::Parser::new(count(size.height), count(size.width), 0);
            parser.process(b"\x1b[?25l");
            parser
        };
        Self { cells: parser(), links: parser(), addresses: Vec::new(), size }
    }

    pub fn resize(&mut self, size: Size) {
        self.size = size;
        for parser in [&mut self.cells, &mut self.links] {
            parser.set_size(count(size.height), count(size.width));
        }
    }

    /// Takes what was written.
    pub fn take(&mut self, bytes: &[u8]) {
        // A terminal draws U+FFFD, the parser passes over it: another character of one cell stands for it.
        let text = std::str::from_utf8(bytes).unwrap().replace('\u{fffd}', "□");
        self.cells.process(text.as_bytes());
        let linked = self.with_links_as_colors(&text);
        self.links.process(linked.as_bytes());
    }

    fn with_links_as_colors(&mut self, text: &str) -> String {
        let mut linked = String::new();
        let mut rest = text;
        while let Some(at) = rest.find('\x1b') {
            linked.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some(link) = rest.strip_prefix("\x1b]8;") {
                let (link, behind) = link.split_once("\x1b\\").expect("the end of a link");
                let (_, address) = link.split_once(';').expect("an address");
                linked.push_str(&self.color_of(address));
                rest = behind;
            } else {
                let end = rest[2..].find(|c: char| c.is_ascii_alphabetic()).expect("the end of a sequence");
                let (sequence, behind) = rest.split_at(end + 3);
                linked.push_str(if sequence.ends_with('m') { "" } else { sequence });
                rest = behind;
            }
        }
        linked + rest
    }

    fn color_of(&mut self, address: &str) -> String {
        if address.is_empty() {
            return "\x1b[39m".into();
        }
        let known = self.addresses.iter().position(|known| known == address);
        let at = known.unwrap_or_else(|| {
            self.addresses.push(address.into());
            self.addresses.len() - 1
        });
        format!("\x1b[38;5;{}m", u8::try_from(at + 1).expect("few links"))
    }

    /// Where what is drawn is not what stands here, in words; nothing where all of it is.
    pub fn difference(&self, drawn: &Buffer, links: &Links, cursor: Option<Position>) -> Option<String> {
        let screen = self.cells.screen();
        let shown = (!screen.hide_cursor()).then(|| screen.cursor_position()).map(|(y, x)| Position { x, y });
        if shown != cursor {
            return Some(format!("the cursor: drawn {cursor:?}, shown {shown:?}"));
        }
        for y in 0..drawn.area.height {
            let mut x = 0;
            while x < drawn.area.width {
                let cell = &drawn[(x, y)];
                let taken = cell.cell_width().max(1);
                let (wanted, found) = (CellLook::of_drawn(cell), self.look((x, y), taken));
                let found = found.known_as(&wanted);
                if wanted != found {
                    return Some(format!("{x},{y}: drawn {wanted:?}, shown {found:?} in {:?}", self.row(y)));
                }
                let (to, from) = (links.at(Position { x, y }), self.link((x, y)));
                // What covers others goes by the rules of the frame alone.
                if cell.diff_option == CellDiffOption::None && to.map(|it| &**it) != from {
                    return Some(format!(
                        "{x},{y} {:?}: drawn to lead to {to:?}, leads to {from:?}",
                        cell.symbol()
                    ));
                }
                x += taken;
            }
        }
        None
    }

    fn row(&self, y: u16) -> Option<String> {
        self.cells.screen().rows(0, self.size.width).nth(y.into())
    }

    fn look(&self, (x, y): (u16, u16), taken: u16) -> CellLook {
        let cell = |x| self.cells.screen().cell(y, x).expect("a cell of the screen");
        let first = CellLook::of_shown(cell(x));
        (x + 1..x + taken).map(cell).fold(first, |look, covered| {
            // The other half of a wide character has no look of its own.
            let is_half = covered.is_wide_continuation();
            look.with(if is_half { None } else { Some(CellLook::of_shown(covered)) })
        })
    }

    fn link(&self, (x, y): (u16, u16)) -> Option<&str> {
        match self.links.screen().cell(y, x).expect("a cell of the screen").fgcolor() {
            vt100::Color::Idx(number) => Some(&self.addresses[usize::from(number) - 1]),
            vt100::Color::Default | vt100::Color::Rgb(..) => None,
        }
    }

    /// Whether a line feed in the last row scrolls the whole screen, and with no colour: nothing of what a
    /// frame has set for itself is in force behind it.
    pub fn scrolls_whole(&mut self) -> bool {
        let Size { width, height } = self.size;
        self.cells.process(format!("\x1b[1;1H\x1b[2JA\x1b[{height};1H\nB").as_bytes());
        let screen = self.cells.screen();
        let last = screen.cell(height - 1, 0).unwrap();
        let is_gone = width == 0 || height == 1 || screen.rows(0, width).all(|row| !row.starts_with('A'));
        is_gone && CellLook::of_shown(last) == CellLook::of_drawn(&Cell::new("B"))
    }
}

fn count(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap_or(NonZeroU16::MIN)
}

/// What is to be seen of a cell.
#[derive(Debug, PartialEq)]
struct CellLook {
    text: String,
    /// Of the text, as far as there is something to be seen of it.
    color: vt100::Color,
    modifier: Modifier,
    background: vt100::Color,
}

/// What is to be seen also where there is no text.
const ON_BLANK: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED);

impl CellLook {
    fn of_drawn(cell: &Cell) -> Self {
        let text = cell.symbol().replace('\u{fffd}', "□");
        let (color, background) = (color(cell.fg), color(cell.bg));
        Self { text, color, modifier: cell.modifier, background }.visible()
    }

    fn of_shown(cell: &vt100::Cell) -> Self {
        let modifiers = [
            (Modifier::BOLD, cell.bold()),
            (Modifier::DIM, cell.dim()),
            (Modifier::ITALIC, cell.italic()),
            (Modifier::UNDERLINED, cell.underline()),
            (Modifier::REVERSED, cell.inverse()),
        ];
        let modifier = modifiers.into_iter().filter(|(_, is_on)| *is_on).map(|(it, _)| it).collect();
        let text = cell.contents().to_owned();
        Self { text, color: cell.fgcolor(), modifier, background: cell.bgcolor() }.visible()
    }

    fn visible(mut self) -> Self {
        // Of a blank with a mark that takes a cell of its own, each may be in another cell.
        self.text = self.text.trim().to_owned();
        if self.text.is_empty() {
            self.modifier &= ON_BLANK;
            if self.modifier.is_empty() {
                self.color = vt100::Color::Default;
            }
        }
        self
    }

    /// The parser keeps only the last of bold and dim, other than terminals.
    fn known_as(mut self, wanted: &Self) -> Self {
        const BOTH: Modifier = Modifier::BOLD.union(Modifier::DIM);
        if wanted.modifier.contains(BOTH) && self.modifier.intersects(BOTH) {
            self.modifier |= BOTH;
        }
        self
    }

    /// The same with a cell more, in which another part of the text may be.
    fn with(mut self, covered: Option<Self>) -> Self {
        if let Some(covered) = covered {
            // Where they differ, that is seen.
            self.background = covered.background;
            if self.text.is_empty() {
                return covered;
            }
            self.text.push_str(&covered.text);
        }
        self
    }
}

fn color(color: Color) -> vt100::Color {
    let number = match color {
        Color::Reset => return vt100::Color::Default,
        Color::Rgb(red, green, blue) => return vt100::Color::Rgb(red, green, blue),
        Color::Indexed(number) => number,
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
    };
    vt100::Color::Idx(number)
}
