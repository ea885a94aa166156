//! What a document is made of.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A heading.
pub struct Heading {
    /// How deep: 1 for the title.
    pub level: usize,
    /// Its text, without marks.
    pub text: String,
    /// What a link names it by.
    pub anchor: String,
}

/// A piece of code that stands by itself.
pub struct CodeBlock {
    /// Its language, or nothing.
    pub language: String,
    /// Its text.
    pub text: String,
}

/// A cell of a table.
#[derive(Debug, Default, Clone)]
pub struct Cell {
    /// All of its text.
    pub text: String,
    /// What of it is code.
    pub codes: Vec<String>,
}

fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES)
}

/// The headings, in order.
pub fn headings(markdown: &str) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut is_within = false;
    for event in events(markdown) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                is_within = true;
                headings.push(Heading { level: level as usize, text: String::new(), anchor: String::new() });
            }
            Event::End(TagEnd::Heading(_)) => is_within = false,
            Event::Text(text) | Event::Code(text) if is_within => {
                headings.last_mut().unwrap().text.push_str(&text);
            }
            _ => {}
        }
    }
    for heading in &mut headings {
        heading.anchor = anchor(&heading.text);
    }
    headings
}

/// As GitHub makes it: small letters, digits, hyphens for spaces.
fn anchor(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Where the links and pictures lead.
pub fn links(markdown: &str) -> Vec<String> {
    let link = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    };
    events(markdown).filter_map(link).collect()
}

/// The code within sentences and tables.
pub fn spans(markdown: &str) -> Vec<String> {
    let span = |event| match event {
        Event::Code(code) => Some(code.to_string()),
        _ => None,
    };
    events(markdown).filter_map(span).collect()
}

/// The code that stands by itself.
pub fn blocks(markdown: &str) -> Vec<CodeBlock> {
    let mut blocks = Vec::new();
    let mut open: Option<CodeBlock> = None;
    for event in events(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                open = Some(CodeBlock { language, text: String::new() });
            }
            Event::Text(text) => {
                if let Some(block) = &mut open {
                    block.text.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// The rows of all tables, without their heads.
pub fn rows(markdown: &str) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut is_head = false;
    for event in events(markdown) {
        match event {
            Event::Start(Tag::TableHead) => is_head = true,
            Event::End(TagEnd::TableHead) => is_head = false,
            _ if is_head => {}
            Event::Start(Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => rows.last_mut().unwrap().push(Cell::default()),
            Event::Text(text) => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.text.push_str(&text);
                }
            }
            Event::Code(code) => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.text.push_str(&code);
                    cell.codes.push(code.to_string());
                }
            }
            _ => {}
        }
    }
    assert!(!rows.is_empty(), "no table in {markdown}");
    rows
}
