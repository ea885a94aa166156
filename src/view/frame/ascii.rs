//! A frame for a terminal that shows ASCII alone.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};

/// Our own symbols, and what stands for each: one cell for one cell.
const SYMBOLS: &[(char, char)] = &[
    ('\u{a0}', ' '),
    ('·', '-'),
    ('×', 'x'),
    ('–', '-'),
    ('‘', '\''),
    ('’', '\''),
    ('“', '"'),
    ('”', '"'),
    ('•', '*'),
    ('…', '~'),
    ('›', '>'),
    ('←', '<'),
    ('↑', '^'),
    ('→', '>'),
    ('↓', 'v'),
    ('↻', '@'),
    ('≠', '!'),
    ('␣', '_'),
    ('─', '-'),
    ('│', '|'),
    ('┃', '#'),
    ('╭', '+'),
    ('╮', '+'),
    ('╯', '+'),
    ('╰', '+'),
    ('▌', '>'),
    ('○', 'o'),
    ('◌', '?'),
    ('●', '*'),
    ('◐', '~'),
    ('✎', '%'),
    ('✓', '+'),
    ('✔', '+'),
    ('✖', 'x'),
];

/// What stands for anything else, in each of its cells.
const OTHER: char = '?';

/// Puts ASCII for all that is not. What is sent to the service or copied is none of this.
pub fn lower(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let mut at = 0;
        while at < row.len() {
            at += if row[at].symbol().is_ascii() { 1 } else { replace(&mut row[at..]) };
        }
    }
}

/// Replaces what begins in the first cell; tells how many cells it has.
fn replace(row: &mut [Cell]) -> usize {
    let taken = match row[0].diff_option {
        CellDiffOption::ForcedWidth(taken) => taken,
        CellDiffOption::None | CellDiffOption::Skip | CellDiffOption::AlwaysUpdate => {
            NonZeroU16::new(row[0].cell_width()).unwrap_or(NonZeroU16::MIN)
        }
    };
    let letter = letter(row[0].symbol());
    let taken = usize::from(taken.get()).min(row.len());
    for cell in &mut row[..taken] {
        cell.set_char(letter);
        cell.diff_option = CellDiffOption::None;
    }
    taken
}

fn letter(symbol: &str) -> char {
    let mut chars = symbol.chars();
    let known = |c: char| SYMBOLS.iter().find(|(ours, _)| *ours == c).map(|(_, ascii)| *ascii);
    match (chars.next(), chars.next()) {
        (Some(only), None) => known(only).unwrap_or(OTHER),
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;
    use syn::visit::{Visit, visit_item_mod};

    use super::*;
    use crate::view::frame::steady::steady;

    #[test]
    fn every_cell_becomes_ascii_and_keeps_its_place() {
        for (text, lowered) in [
            ("plain", "plain"),
            ("│▌● a…│", "|>* a~|"),
            ("Süd", "S?d"),
            ("日本!", "????!"),
            ("זי x", "?? x"),
            ("👩‍🔬 x", "?? x"),
            ("e\u{301}x", "?x"),
        ] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
            buffer.set_string(0, 0, text, Style::new());
            steady(&mut buffer);
            lower(&mut buffer);
            let drawn: String = buffer.content.iter().map(Cell::symbol).collect();
            assert_eq!(drawn.trim_end(), lowered, "{text}");
        }
    }

    /// What stands in the strings of a file, tests left out.
    #[derive(Default)]
    struct Literals(String);

    impl<'ast> Visit<'ast> for Literals {
        fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
            let is_test = |attribute: &syn::Attribute| matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string() == "test");
            if !module.attrs.iter().any(is_test) {
                visit_item_mod(self, module);
            }
        }

        fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

        fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
            // As it is written: what is escaped is named, not drawn.
            self.0.push_str(&literal.token().to_string());
        }

        fn visit_lit_char(&mut self, literal: &'ast syn::LitChar) {
            self.0.push_str(&literal.token().to_string());
        }

        fn visit_macro(&mut self, called: &'ast syn::Macro) {
            // Not parsed: what is no ASCII there is a string, or a comment that is left out already.
            self.0.push_str(&called.tokens.to_string());
        }
    }

    fn literals_below(folder: &std::path::Path, literals: &mut Literals) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "tests") {
                literals_below(&path, literals);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                literals.visit_file(&syn::parse_file(&source).unwrap());
            }
        }
    }

    /// A symbol that is new in the code of the screens and not in the table would become a question mark.
    #[test]
    fn every_symbol_of_our_own_has_its_letter() {
        let mut literals = Literals::default();
        for room in ["view", "app", "edit", "keys", "flow"] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room);
            literals_below(&path, &mut literals);
        }
        let used: std::collections::BTreeSet<char> = literals.0.chars().filter(|c| !c.is_ascii()).collect();
        assert!(used.len() > 20, "{used:?}");
        for symbol in used {
            let is_known = SYMBOLS.iter().any(|(ours, ascii)| *ours == symbol && ascii.is_ascii());
            // Of what was cut from a word in another script, nothing is drawn by us.
            assert!(is_known, "{symbol} (U+{:04X}) is not in the table", u32::from(symbol));
        }
    }
}
