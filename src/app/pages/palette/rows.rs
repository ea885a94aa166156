//! All rows there are now.

use crate::app::{App, KeyEntry, matcher};
use crate::domain::did_you_mean;
use crate::keys::{Action, Binding, Scope};

use super::line::Line;
use super::{Command, Palette, PaletteItem, PaletteRow, ranking, values};

/// What quits is typed like this by habit.
const QUITS: [&str; 4] = ["q", "q!", "quit", "exit"];

impl Palette {
    /// The rows that fit what is typed, the best first; where nothing is typed, what is used often and lately.
    #[must_use]
    pub fn rows(&self, app: &App) -> Vec<PaletteRow> {
        let mut matcher = matcher();
        match Line::of(self.input.text()) {
            Line::Name(text) => {
                let quits = QUITS.contains(&text);
                let is_named = |row: &PaletteRow| quits && is_quit(row) || is_word(row, text);
                let text = if quits { "quit" } else { text };
                let weight = |row: &PaletteRow| app.command_history.weight(&remembered(&row.item), app.now);
                ranking::rank(all(app), text, is_named, weight, &mut matcher)
            }
            Line::Argument { command, .. } if app.obstacle_of(command).is_some() => {
                vec![of_command(app, command)]
            }
            Line::Argument { command, argument, start } => {
                let mut rows = values::rows(app, command, argument, start, &mut matcher);
                match command {
                    Command::Sort => {
                        ranking::rank(rows, argument.trim(), |_| false, |_| (0, 0), &mut matcher)
                    }
                    Command::Region | Command::Profile | Command::Image => {
                        ranking::mark(&mut rows, argument, &mut matcher);
                        rows
                    }
                    Command::Filter => rows,
                }
            }
        }
    }

    /// Why there is no row: a sentence.
    #[must_use]
    pub fn nothing_found(&self, app: &App) -> String {
        match Line::of(self.input.text()) {
            Line::Argument { command, argument, .. } => values::nothing(app, command, argument),
            Line::Name(text) => {
                let first = text.split_whitespace().next().unwrap_or_default();
                let names: Vec<_> = all(app).into_iter().map(|row| row.name).collect();
                let words = Command::ALL.iter().map(|command| command.word());
                let hint = did_you_mean(first, words.chain(names.iter().map(String::as_str)));
                values::ended(format!("No command “{first}” here"), &hint)
            }
        }
    }

    /// What is typed once what a row stands for is completed.
    #[must_use]
    pub fn completed(&self, row: &PaletteRow) -> String {
        let text = self.input.text();
        match &row.item {
            PaletteItem::Action(_) => row.name.clone(),
            PaletteItem::Command(command) => format!("{} ", command.word()),
            PaletteItem::Choice(super::PaletteChoice::Filter(filter)) => {
                format!("{} {filter}", Command::Filter.word())
            }
            PaletteItem::Choice(choice) => format!("{} {}", choice.command().word(), row.name),
            PaletteItem::Part(part) => {
                let goes_on = if row.name.ends_with(':') { "" } else { " " };
                let (before, behind) = (text.get(..part.start), text.get(part.end..));
                format!("{}{}{goes_on}{}", before.unwrap_or(text), row.name, behind.unwrap_or_default())
            }
        }
    }
}

/// What a row is remembered as.
#[must_use]
pub fn remembered(item: &PaletteItem) -> String {
    match item {
        PaletteItem::Action(action) => action.name(),
        PaletteItem::Command(command) => command.name(),
        PaletteItem::Choice(choice) => choice.command().name(),
        PaletteItem::Part(_) => Command::Filter.name(),
    }
}

/// Whether the word of a command was typed in full.
fn is_word(row: &PaletteRow, text: &str) -> bool {
    matches!(row.item, PaletteItem::Command(command) if command.word() == text)
}

fn is_quit(row: &PaletteRow) -> bool {
    matches!(row.item, PaletteItem::Action(Action::Quit | Action::QuitNow))
}

/// All that makes sense here: what keys do where the palette was opened, then the commands that take a word.
fn all(app: &App) -> Vec<PaletteRow> {
    let here = app.scopes_below_palette();
    let mut rows: Vec<PaletteRow> = Vec::new();
    for entry in app.key_list(here).into_iter().flat_map(|section| section.entries) {
        match entry {
            KeyEntry::Key(binding) if is_listed(binding, here) => {
                let item = PaletteItem::Action(binding.action);
                // An inner scope comes first.
                if !rows.iter().any(|row| row.item == item) {
                    rows.push(of_action(app, binding, here));
                }
            }
            KeyEntry::Key(_) => {}
            KeyEntry::Command(command) => rows.push(of_command(app, command)),
        }
    }
    rows
}

/// Whether a row of the key table is of here and worth a name: moving about is not. What can be copied of an
/// image is in a menu of its own, and one key away.
fn is_listed(binding: &Binding, here: &[Scope]) -> bool {
    let is_here = here.contains(&binding.scope);
    let is_menu = binding.scope == Scope::Copy && here.contains(&Scope::Image);
    let is_twice = binding.action == Action::QuitNow && here.contains(&Scope::Image);
    let is_of_menu = is_menu && !matches!(binding.action, Action::CopyChosen | Action::Close);
    (is_here || is_of_menu) && !is_twice && !binding.action.moves()
}

fn of_action(app: &App, binding: &Binding, here: &[Scope]) -> PaletteRow {
    let keys = binding.keys.first().map(ToString::to_string).unwrap_or_default();
    let key = if here.contains(&binding.scope) || keys.is_empty() {
        keys
    } else {
        let menu = app.keymap.keys(Action::CopyMenu);
        menu.first().map(|menu| format!("{menu} {keys}")).unwrap_or_default()
    };
    let row =
        PaletteRow::new(PaletteItem::Action(binding.action), binding.action.name(), binding.help.clone());
    PaletteRow { key, obstacle: app.obstacle(binding.action), ..row }
}

fn of_command(app: &App, command: Command) -> PaletteRow {
    let name = format!("{} {}", command.word(), command.argument());
    let row = PaletteRow::new(PaletteItem::Command(command), name, command.help().into());
    PaletteRow { obstacle: app.obstacle_of(command), ..row }
}
