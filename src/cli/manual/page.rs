//! The manual page, in roff.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use crate::keys::{Keymap, Scope};

use super::sections::{self, Body, Section};

/// The manual page of the whole command line, with the keys that come with the program.
#[must_use]
pub fn page(mut command: Command) -> String {
    command.build();
    let version = command.get_version().unwrap_or_default().to_owned();
    let man = Man::new(command.clone())
        .title("SAGESCOPE")
        .section("1")
        .date("")
        .source(format!("sagescope {version}"))
        .manual("User Commands");
    let mut page = Vec::new();
    // A vector takes all that is written to it.
    let _ = man
        .render_title(&mut page)
        .and_then(|()| man.render_name_section(&mut page))
        .and_then(|()| man.render_synopsis_section(&mut page))
        .and_then(|()| man.render_description_section(&mut page));
    let mut page = String::from_utf8_lossy(&page).into_owned();
    page.push_str(&rest(&command));
    page
}

fn rest(command: &Command) -> String {
    let mut roff = Roff::new();
    roff.control("SH", ["OPTIONS"]);
    options(&mut roff, command);
    roff.control("SH", ["COMMANDS"]);
    for subcommand in subcommands(command) {
        subcommand_words(&mut roff, subcommand);
    }
    roff.control("SH", ["KEYS"]);
    keys(&mut roff);
    for section in sections::of(command.get_name()) {
        roff.control("SH", [section.title.to_uppercase().as_str()]);
        body(&mut roff, section);
    }
    roff.control("SH", ["SEE ALSO"]);
    roff.text([bold("aws"), roman("(1), "), bold("tmux"), roman("(1)")]);
    roff.to_roff()
}

/// Those that say something, each before its own.
fn subcommands(command: &Command) -> impl Iterator<Item = &Command> {
    let own = command.get_subcommands().filter(|it| it.get_name() != "help");
    own.flat_map(|it| std::iter::once(it).chain(it.get_subcommands().filter(|it| it.get_name() != "help")))
}

fn subcommand_words(roff: &mut Roff, command: &Command) {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    roff.control("SS", [name]);
    paragraphs(roff, command.get_long_about().or(command.get_about()).map(ToString::to_string).as_ref());
    options(roff, command);
    for section in sections::of(command.get_name()) {
        roff.control("PP", []);
        roff.text([bold(section.title)]);
        body(roff, section);
    }
}

/// The arguments, then the options, group by group.
fn options(roff: &mut Roff, command: &Command) {
    let mut headings: Vec<Option<&str>> = Vec::new();
    let shown = || command.get_arguments().filter(|arg| !arg.is_hide_set());
    for arg in shown() {
        if !headings.contains(&arg.get_help_heading()) {
            headings.push(arg.get_help_heading());
        }
    }
    for heading in headings {
        if let Some(heading) = heading {
            roff.control("PP", []);
            roff.text([bold(heading)]);
        }
        for arg in shown().filter(|arg| arg.get_help_heading() == heading) {
            let mut head: Vec<Inline> = Vec::new();
            match (arg.get_short(), arg.get_long()) {
                (Some(short), Some(long)) => head.push(bold(format!("-{short}, --{long}"))),
                (None, Some(long)) => head.push(bold(format!("--{long}"))),
                (Some(short), None) => head.push(bold(format!("-{short}"))),
                (None, None) => {}
            }
            let takes_value = arg.get_num_args().is_some_and(|count| count.takes_values());
            if takes_value {
                let names = arg.get_value_names().unwrap_or_default();
                let names: Vec<_> = names.iter().map(ToString::to_string).collect();
                // A value that may be left out is set off, and one that has to stand behind = does.
                let is_optional = arg.get_num_args().is_some_and(|count| count.min_values() == 0);
                let (begin, end) = match (head.is_empty(), is_optional) {
                    (true, _) => ("", ""),
                    (false, false) => (" ", ""),
                    (false, true) => ("[=", "]"),
                };
                head.extend([roman(begin), italic(names.join(" ")), roman(end)]);
            }
            roff.control("TP", []);
            roff.text(head);
            let help = arg.get_long_help().or(arg.get_help()).map(ToString::to_string);
            indented(roff, &help.unwrap_or_default());
        }
    }
}

fn body(roff: &mut Roff, section: &Section) {
    match section.body {
        Body::Terms(rows) => {
            for (term, meaning) in rows {
                roff.control("TP", []);
                roff.text([bold(*term)]);
                roff.text([roman(*meaning)]);
            }
        }
        Body::Examples(rows) => {
            for (wanted, command) in rows {
                roff.control("PP", []);
                roff.text([roman(*wanted)]);
                roff.control("RS", ["4"]);
                roff.control("nf", []);
                roff.text([roman(*command)]);
                roff.control("fi", []);
                roff.control("RE", []);
            }
        }
    }
}

/// The keys, by where they work.
fn keys(roff: &mut Roff) {
    let keymap = Keymap::builtin();
    for &scope in Scope::ALL {
        roff.control("SS", [scope.title()]);
        for row in keymap.of(scope) {
            roff.control("TP", []);
            roff.text([bold(row.keys_words())]);
            roff.text([roman(row.help.as_str())]);
        }
    }
}

fn paragraphs(roff: &mut Roff, text: Option<&String>) {
    for paragraph in text.into_iter().flat_map(|text| text.split("\n\n")) {
        roff.text([roman(joined(paragraph))]);
        roff.control("PP", []);
    }
}

/// The words behind a tag. Lines that are set off stay lines.
fn indented(roff: &mut Roff, text: &str) {
    for (at, paragraph) in text.split("\n\n").enumerate() {
        if at > 0 {
            roff.control("IP", []);
        }
        let is_table = paragraph.starts_with("  ");
        if is_table {
            roff.control("nf", []);
            for line in paragraph.lines() {
                roff.text([roman(line.trim_start())]);
            }
            roff.control("fi", []);
        } else {
            roff.text([roman(joined(paragraph))]);
        }
    }
}

fn joined(paragraph: &str) -> String {
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}
