//! The README's picture, made from the running program:
//! `cargo test --test it picture -- --ignored`.

use std::fmt::Write as _;

use vt100::{Cell, Color, Screen};

use super::Start;

const SIZE: (u16, u16) = (110, 26);
const CELL: (f32, f32) = (8.4, 18.0);

#[test]
#[ignore = "it makes a picture, it tries nothing"]
fn the_picture_in_the_readme() {
    let mut window = Start::with(&["--demo", "pricing-optimizer"]).size(SIZE).open();
    window.shows(&["/44", "read just now", "Failure"]);
    window.press("Esc");
    window.shows(&["Enter open"]);
    let picture = draw(window.process.display.state().screen());
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/screen.svg"), picture).unwrap();
}

fn draw(screen: &Screen) -> String {
    let (width, height) = (f32::from(SIZE.0) * CELL.0 + 20.0, f32::from(SIZE.1) * CELL.1 + 20.0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"14\" xml:space=\"preserve\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#16181d\"/>\n"
    );
    for row in 0..SIZE.1 {
        let mut column = 0;
        while column < SIZE.0 {
            column = draw_run(screen, row, column, &mut svg);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn is_blank(cell: &Cell) -> bool {
    cell.contents().trim().is_empty()
}

/// Draws the cells from `from` on that look alike; gives the column behind them.
fn draw_run(screen: &Screen, row: u16, from: u16, svg: &mut String) -> u16 {
    let Some(first) = screen.cell(row, from) else { return from + 1 };
    let (mut text, mut to) = (String::new(), from);
    while let Some(cell) =
        screen.cell(row, to).filter(|cell| look(cell) == look(first) && is_blank(cell) == is_blank(first))
    {
        let wide = if cell.is_wide() { 2 } else { 1 };
        text.push_str(if cell.has_contents() { cell.contents() } else { " " });
        to += wide;
        if wide == 2 {
            break;
        }
    }
    if !text.trim().is_empty() {
        let (x, y) = (10.0 + f32::from(from) * CELL.0, 10.0 + f32::from(row + 1) * CELL.1 - 5.0);
        let length = f32::from(to - from) * CELL.0;
        let (fill, opacity, weight) = look(first);
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let _ = writeln!(
            svg,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{length:.1}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{fill}\" \
             opacity=\"{opacity}\" font-weight=\"{weight}\">{text}</text>"
        );
    }
    to.max(from + 1)
}

fn look(cell: &Cell) -> (&'static str, &'static str, &'static str) {
    let fill = match cell.fgcolor() {
        Color::Idx(1 | 9) => "#ff6b6b",
        Color::Idx(2 | 10) => "#7bd88f",
        Color::Idx(3 | 11) => "#f2c14e",
        Color::Idx(6 | 14) => "#5ccfe6",
        _ => "#d7dae0",
    };
    (fill, if cell.dim() { "0.6" } else { "1" }, if cell.bold() { "bold" } else { "normal" })
}
