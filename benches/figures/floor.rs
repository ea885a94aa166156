//! The floor: rows, a cursor, `j`, `k` and `q`, and nothing else. What ratatui and crossterm cost,
//! every program built on them costs.

use anyhow::Result;
use crossterm::event::{Event, KeyCode, read};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::widgets::{Block, Row, Table};

/// Shows so many rows until `q`.
pub fn run(count: usize) -> Result<()> {
    let rows: Vec<[String; 4]> = (0..count).map(row).collect();
    let mut terminal = ratatui::init();
    let (mut cursor, mut top) = (0_usize, 0_usize);
    let outcome = loop {
        let drawn = terminal.draw(|frame| {
            let height = usize::from(frame.area().height).saturating_sub(2).max(1);
            top = top.clamp((cursor + 1).saturating_sub(height), cursor);
            // Only what is seen is laid out: a floor, not a straw man.
            let seen = rows.iter().enumerate().skip(top).take(height).map(|(at, row)| {
                let style = if at == cursor { Style::new().reversed() } else { Style::new() };
                Row::new(row.iter().map(String::as_str)).style(style)
            });
            let widths =
                [Constraint::Fill(2), Constraint::Fill(2), Constraint::Length(13), Constraint::Length(5)];
            let title = format!(" Images {}/{count} ", cursor + 1);
            frame.render_widget(Table::new(seen, widths).block(Block::bordered().title(title)), frame.area());
        });
        if let Err(error) = drawn {
            break Err(error);
        }
        match read() {
            Err(error) => break Err(error),
            Ok(Event::Key(key)) => match key.code {
                KeyCode::Char('j') => cursor = (cursor + 1).min(count.saturating_sub(1)),
                KeyCode::Char('k') => cursor = cursor.saturating_sub(1),
                KeyCode::Char('q') => break Ok(()),
                _ => {}
            },
            Ok(_) => {}
        }
    };
    ratatui::restore();
    Ok(outcome?)
}

fn row(number: usize) -> [String; 4] {
    let team = ["vision", "nlp", "search", "fraud"][number % 4];
    let framework = ["pytorch", "tensorflow", "jax"][number % 3];
    [
        format!("{team}-{framework}-2.{}-gpu-{number:05}", number % 20),
        format!("{framework} 2.{} for {team} (GPU)", number % 20),
        "CREATED".into(),
        format!("{}d", number % 30),
    ]
}
