//! What a reader of each language makes of what is written.

mod quoting;
mod raw;
mod whole;

use proptest::prelude::*;

use crate::domain::{Image, ImageName, RoleArn, TagSet, Text, invisible};

/// Texts that some language reads as something else, and what is hard to quote.
const NASTY: &[&str] = &[
    "",
    " ",
    " a",
    "a ",
    "no",
    "NO",
    "y",
    "Off",
    "null",
    "~",
    "true",
    "1e3",
    "1_000",
    "0x1f",
    "012",
    ".5",
    "1:30",
    "12:30:45",
    ".inf",
    ".nan",
    "2026-01-02",
    "2026-01-02T03:04:05Z",
    "=",
    "<<",
    "!tag",
    "!!int 3",
    "&a",
    "*a",
    "a: b",
    "a:",
    ":a",
    "a #b",
    "#a",
    "- a",
    "-",
    "--",
    "---",
    "...",
    "? a",
    "[a]",
    "{a}",
    "{a: b}",
    "a, b",
    "|",
    ">",
    "|-",
    "@a",
    "`a`",
    "%a",
    "\"",
    "'",
    "'a'",
    "it's",
    "\"a\"",
    "\"=1+1\"",
    "\"a\tb",
    "a \"b\" c",
    "\\",
    "\\n",
    "a\\",
    "a\nb",
    "a\n",
    "\na",
    "a\r\nb",
    "\t",
    "a\tb",
    "${a}",
    "$${a}",
    "$$${a}",
    "%{a}",
    "%%{ if a }",
    "$%{a}",
    "%${a}",
    "a$",
    "a%",
    "$",
    "$$",
    "%",
    "${",
    "%{",
    "$a",
    "{",
    "${file(\"/etc/passwd\")}",
    "$(id)",
    "`id`",
    "; id",
    "a && b",
    "$HOME",
    "*",
    "~a",
    "!!",
    "a\\'b",
    "-rf",
    "--query",
    "file:///etc/passwd",
    "https://a",
    "@file",
    "=1+1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "'=1",
    "{{resolve:ssm:a}}",
    "日本語",
    "e\u{301}",
    "👩\u{200d}🔬",
    "\u{200b}",
    "\u{200f}a",
    "a\u{a0}",
    "\u{feff}",
    "\u{2028}",
    "\u{85}",
    "\u{e0041}",
    "\u{fffd}",
];

/// Any text, often a nasty one or several in a row.
fn any_text() -> impl Strategy<Value = String> {
    let nasty = proptest::sample::select(NASTY).prop_map(str::to_owned);
    prop_oneof![
        nasty.clone(),
        proptest::collection::vec(nasty, 1..4).prop_map(|parts| parts.concat()),
        "[$%{}\\\\\"' :#\\-]{0,8}",
        any::<String>(),
        // The same with control characters.
        proptest::collection::vec(any::<char>(), 0..8).prop_map(String::from_iter),
    ]
}

/// A text as it comes from the service.
fn foreign() -> impl Strategy<Value = Text> {
    any_text().prop_map(|text| Text::clean(&text))
}

prop_compose! {
    fn any_image()(
        name in foreign(), display_name in foreign(), description in foreign(), reason in foreign(), role in foreign(),
    ) -> Image {
        Image {
            display_name: Some(display_name),
            description: Some(description),
            failure_reason: Some(reason),
            role: Some(RoleArn::received(role.as_str())),
            ..Image::named(ImageName::received(name.as_str()))
        }
    }
}

fn tags_of(image: &Image, key: &Text, value: &Text) -> TagSet {
    let mut tags = TagSet::none(image.name.clone(), Text::default());
    tags.tags.insert(key.clone(), value.clone());
    tags
}

fn hides_nothing(text: &str) -> bool {
    text.chars().all(|c| c == '\n' || !invisible::is_invisible(c))
}

/// What a POSIX shell makes of a command, word by word.
fn words(command: &str) -> Vec<String> {
    shell_words::split(command).unwrap()
}

fn text(text: Option<&Text>) -> &str {
    text.map_or("", Text::as_str)
}
