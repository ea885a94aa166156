//! A screen as an SVG.

use std::fmt::Write as _;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};
use vt100::{Cell, Color, Screen};

/// The size of a cell.
const CELL: (f32, f32) = (8.4, 18.0);
/// What is left free around the screen.
const EDGE: f32 = 10.0;
const GROUND: &str = "#16181d";
const INK: &str = "#d7dae0";
/// When the program began, as all pictures have it.
const BEGAN: &str = "2026-01-15T09:30:00Z";
/// How a time is written on the screen.
const TIME: &str = "%Y-%m-%d %H:%M:%S";

/// A screen to be drawn.
pub struct Picture<'a> {
    pub screen: &'a Screen,
    pub size: (u16, u16),
    /// When the program began.
    pub began: Timestamp,
}

/// How some cells look.
#[derive(PartialEq, Eq, Clone)]
struct Look {
    fill: String,
    ground: Option<String>,
    is_dim: bool,
    is_bold: bool,
    is_underlined: bool,
}

impl Picture<'_> {
    pub fn draw(&self, title: &str) -> String {
        let (columns, rows) = self.size;
        let (width, height) =
            (f32::from(columns) * CELL.0 + 2.0 * EDGE, f32::from(rows) * CELL.1 + 2.0 * EDGE);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
             height=\"{height:.0}\" role=\"img\" aria-labelledby=\"title\" \
             font-family=\"ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace\" \
             font-size=\"14\" xml:space=\"preserve\">\n<title id=\"title\">{title}</title>\n\
             <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{GROUND}\"/>\n"
        );
        for row in 0..rows {
            self.draw_row(row, &mut svg);
        }
        svg.push_str("</svg>\n");
        svg
    }

    fn draw_row(&self, row: u16, svg: &mut String) {
        let cells = self.cells(row);
        draw_grounds(&cells, row, svg);
        let mut from = 0;
        while from < cells.len() {
            let (look, kind) = (&cells[from].1, kind(&cells[from].0));
            let same = |(text, other): &&(String, Look)| other == look && self::kind(text) == kind;
            let run = cells[from..].iter().take_while(same).count();
            let to = from + run;
            // A character of two cells stands alone: what follows it is empty.
            let to = if kind == Kind::Wide { (from + 2).min(cells.len()) } else { to };
            let texts: Vec<&str> = cells[from..to].iter().map(|(text, _)| text.as_str()).collect();
            draw_run(look, kind, &texts, (from, row), svg);
            from = to;
        }
    }

    /// What each cell of a row holds, and how it looks; nothing in the second of two.
    fn cells(&self, row: u16) -> Vec<(String, Look)> {
        let cell = |column| self.screen.cell(row, column);
        let mut cells: Vec<_> = (0..self.size.0)
            .filter_map(cell)
            .map(|cell| {
                let text =
                    if cell.has_contents() || cell.is_wide_continuation() { cell.contents() } else { " " };
                (text.to_owned(), look(cell))
            })
            .collect();
        self.settle(&mut cells);
        cells
    }

    /// Writes what differs from run to run as it always is.
    fn settle(&self, cells: &mut [(String, Look)]) {
        const PORT: &str = "127.0.0.1:";
        let put = |cells: &mut [(String, Look)], at: usize, text: &str| {
            for (cell, letter) in cells[at..].iter_mut().zip(text.chars()) {
                cell.0 = letter.to_string();
            }
        };
        for at in 0..cells.len() {
            let behind: String = cells[at..].iter().take(19).map(|(text, _)| text.as_str()).collect();
            if behind.starts_with(PORT) {
                put(cells, at + PORT.len(), "41230");
            } else if behind.starts_with(|c: char| c.is_ascii_digit())
                && let Ok(time) = DateTime::strptime(TIME, &behind)
            {
                put(cells, at, &self.settled(time));
            }
        }
    }

    /// A time, as long before the begin of all pictures as it was before that of the program.
    fn settled(&self, time: DateTime) -> String {
        let time = time.to_zoned(TimeZone::UTC).unwrap().timestamp();
        // The service begins a moment after the program; its ages are of whole minutes.
        let before = (time - self.began).round(Unit::Minute).unwrap();
        let began: Timestamp = BEGAN.parse().unwrap();
        began.checked_add(before).unwrap().to_zoned(TimeZone::UTC).strftime(TIME).to_string()
    }
}

/// What is drawn alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    /// Lines, which are to meet without gaps.
    Line,
    Wide,
    Text,
}

fn kind(text: &str) -> Kind {
    let is_wide = |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}');
    match text.chars().next() {
        None | Some(' ') => Kind::Blank,
        Some(c) if arms(c).is_some() || block(c).is_some() => Kind::Line,
        Some(c) if is_wide(c) => Kind::Wide,
        Some(_) => Kind::Text,
    }
}

/// Which arms a line has, to the left, the right, up and down, and how thick it is.
fn arms(c: char) -> Option<([bool; 4], f32)> {
    let (arms, thick) = match c {
        '─' => ("lr", 1.2),
        '│' => ("ud", 1.2),
        '┃' => ("ud", 3.0),
        '━' => ("lr", 3.0),
        '╭' | '┌' => ("rd", 1.2),
        '╮' | '┐' => ("ld", 1.2),
        '╰' | '└' => ("ru", 1.2),
        '╯' | '┘' => ("lu", 1.2),
        '├' => ("rud", 1.2),
        '┤' => ("lud", 1.2),
        '┬' => ("lrd", 1.2),
        '┴' => ("lru", 1.2),
        '┼' => ("lrud", 1.2),
        _ => return None,
    };
    Some((['l', 'r', 'u', 'd'].map(|arm| arms.contains(arm)), thick))
}

/// Which part of a cell is filled: from where, and how much of its width.
fn block(c: char) -> Option<f32> {
    match c {
        '█' => Some(1.0),
        '▌' => Some(0.5),
        '▍' => Some(0.375),
        '▎' => Some(0.25),
        '▏' => Some(0.125),
        _ => None,
    }
}

fn number(at: usize) -> f32 {
    f32::from(u16::try_from(at).unwrap())
}

/// What the cells of a row stand on, before anything is written: letters may reach over their cells.
fn draw_grounds(cells: &[(String, Look)], row: u16, svg: &mut String) {
    let mut from = 0;
    for alike in cells.chunk_by(|(_, one), (_, next)| one.ground == next.ground) {
        if let Some(ground) = &alike[0].1.ground {
            let _ = writeln!(
                svg,
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{ground}\"/>",
                EDGE + number(from) * CELL.0,
                EDGE + f32::from(row) * CELL.1,
                number(alike.len()) * CELL.0,
                CELL.1
            );
        }
        from += alike.len();
    }
}

fn draw_run(look: &Look, kind: Kind, texts: &[&str], (from, row): (usize, u16), svg: &mut String) {
    let (x, y) = (EDGE + number(from) * CELL.0, EDGE + f32::from(row) * CELL.1);
    let width = number(texts.len()) * CELL.0;
    match kind {
        Kind::Blank => {}
        Kind::Line => draw_lines(look, texts, (x, y), svg),
        Kind::Wide | Kind::Text => {
            let text: String = texts.concat().replace('&', "&amp;").replace('<', "&lt;");
            let bold = if look.is_bold { " font-weight=\"bold\"" } else { "" };
            let line = if look.is_underlined { " text-decoration=\"underline\"" } else { "" };
            let _ = writeln!(
                svg,
                "<text x=\"{x:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\" \
                 fill=\"{}\"{}{bold}{line}>{text}</text>",
                y + CELL.1 - 5.0,
                look.fill,
                opacity(look)
            );
        }
    }
}

fn opacity(look: &Look) -> &'static str {
    if look.is_dim { " opacity=\"0.6\"" } else { "" }
}

/// Lines are drawn from edge to edge of their cells, those that meet in one stroke.
fn draw_lines(look: &Look, texts: &[&str], (x, y): (f32, f32), svg: &mut String) {
    let mut path = String::new();
    let mut thickness = 1.2;
    for (at, text) in texts.iter().enumerate() {
        let Some(c) = text.chars().next() else { continue };
        let left = x + number(at) * CELL.0;
        let (middle, centre) = (left + CELL.0 / 2.0, y + CELL.1 / 2.0);
        if let Some(part) = block(c) {
            let _ = writeln!(
                svg,
                "<rect x=\"{left:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{}\"/>",
                CELL.0 * part,
                CELL.1,
                look.fill
            );
        }
        let Some(([to_left, to_right, up, down], thick)) = arms(c) else { continue };
        thickness = thick;
        match (to_left, to_right) {
            (true, true) if path.ends_with(&format!("H{left:.1}")) => {
                path.truncate(path.rfind('H').unwrap_or_default());
                let _ = write!(path, "H{:.1}", left + CELL.0);
            }
            (true, true) => drop(write!(path, "M{left:.1} {centre:.1}H{:.1}", left + CELL.0)),
            (true, false) => drop(write!(path, "M{left:.1} {centre:.1}H{middle:.1}")),
            (false, true) => drop(write!(path, "M{middle:.1} {centre:.1}H{:.1}", left + CELL.0)),
            (false, false) => {}
        }
        let (top, bottom) = (if up { y } else { centre }, if down { y + CELL.1 } else { centre });
        if up || down {
            let _ = write!(path, "M{middle:.1} {top:.1}V{bottom:.1}");
        }
    }
    if !path.is_empty() {
        let _ = writeln!(
            svg,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{thickness}\" stroke-linecap=\"square\"{}/>",
            look.fill,
            opacity(look)
        );
    }
}

fn look(cell: &Cell) -> Look {
    let (ink, ground) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
    let (fill, ground) = if cell.inverse() {
        (ground.unwrap_or_else(|| GROUND.into()), Some(ink.unwrap_or_else(|| INK.into())))
    } else {
        (ink.unwrap_or_else(|| INK.into()), ground)
    };
    Look { fill, ground, is_dim: cell.dim(), is_bold: cell.bold(), is_underlined: cell.underline() }
}

/// A colour as it is written; nothing for that of the terminal.
fn colour(colour: Color) -> Option<String> {
    const SIXTEEN: [&str; 16] = [
        "#2a2e37", "#ff6b6b", "#7bd88f", "#f2c14e", "#6ea8fe", "#d7a6ff", "#5ccfe6", "#d7dae0", "#7d8590",
        "#ff6b6b", "#7bd88f", "#f2c14e", "#6ea8fe", "#d7a6ff", "#5ccfe6", "#ffffff",
    ];
    let hex = |(red, green, blue): (u8, u8, u8)| format!("#{red:02x}{green:02x}{blue:02x}");
    Some(match colour {
        Color::Default => return None,
        Color::Rgb(red, green, blue) => hex((red, green, blue)),
        Color::Idx(at @ 0..=15) => SIXTEEN[usize::from(at)].to_owned(),
        Color::Idx(at @ 16..=231) => {
            let step = |of: u8| if of == 0 { 0 } else { 55 + 40 * of };
            let at = at - 16;
            hex((step(at / 36), step(at / 6 % 6), step(at % 6)))
        }
        Color::Idx(at @ 232..) => hex([8 + 10 * (at - 232); 3].into()),
    })
}
