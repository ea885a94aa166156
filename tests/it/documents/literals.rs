//! The texts in the sources of the program.

use std::fs;
use std::path::Path;

use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, Lit, LitStr, Macro, Meta, parse_file};

use super::top;

/// A text in the sources.
pub struct Literal {
    /// Its file, below `src`.
    pub file: String,
    /// What it says, without escapes.
    pub text: String,
}

/// All of them in `src`, but for tests and documentation.
pub fn literals() -> Vec<Literal> {
    let mut found = Vec::new();
    read(&top().join("src"), "", &mut found);
    assert!(found.len() > 1000, "only {} texts were found", found.len());
    found
}

fn read(folder: &Path, below: &str, found: &mut Vec<Literal>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let file = format!("{below}{name}");
        if path.is_dir() && name != "tests" {
            read(&path, &format!("{file}/"), found);
        } else if path.extension().is_some_and(|end| end == "rs") && name != "tests.rs" {
            let mut reader = Reader { file: &file, found };
            let items = parse_file(&fs::read_to_string(&path).unwrap()).unwrap().items;
            for item in &items {
                reader.visit_item(item);
            }
        }
    }
}

struct Reader<'a> {
    file: &'a str,
    found: &'a mut Vec<Literal>,
}

impl Reader<'_> {
    fn take(&mut self, text: String) {
        self.found.push(Literal { file: self.file.into(), text });
    }

    fn walk(&mut self, mut at: Cursor) {
        while !at.eof() {
            if let Some((inner, _, _, after)) = at.any_group() {
                self.walk(inner);
                at = after;
            } else if let Some((literal, after)) = at.literal() {
                if let Lit::Str(text) = Lit::new(literal) {
                    self.take(text.value());
                }
                at = after;
            } else if let Some((_, after)) = at.token_tree() {
                at = after;
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let is_test = matches!(item, Item::Mod(it) if it.attrs.iter().any(is_for_tests))
            || matches!(item, Item::Fn(it) if it.attrs.iter().any(is_for_tests));
        if !is_test {
            visit::visit_item(self, item);
        }
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.walk(TokenBuffer::new2(list.tokens.clone()).begin());
        }
    }

    fn visit_macro(&mut self, made: &'ast Macro) {
        self.walk(TokenBuffer::new2(made.tokens.clone()).begin());
    }

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.take(text.value());
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("cfg") && list.tokens.to_string() == "test")
}
