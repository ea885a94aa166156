//! The person's own editor, on a field and on the table of marked images.

mod field;
mod table;

use std::path::PathBuf;

use crate::app::play::{Play, image};
use crate::app::{EditorClosed, EditorContent, EditorJob, EditorText, Msg};

const FILE: &str = "/state/edits/edit-1/it.txt";

/// A window in which the form has all of the width.
fn begun() -> Play {
    let mut play = Play::with(&["a", "b", "c"]);
    play.tell(Msg::Resize { width: 70, height: 30 });
    play
}

/// What is on the screen, as if no row had been broken.
fn words(play: &Play) -> String {
    let screen = play.screen();
    let rows = screen.lines().map(|row| row.trim_matches(['│', '▌', ' ']));
    rows.collect::<Vec<_>>().join(" ")
}

/// The form of `a` is open and read.
fn form() -> Play {
    let mut play = begun();
    play.open_form(image("a"));
    play
}

fn job(play: &mut Play) -> EditorJob {
    play.editors.pop().expect("an editor is opened")
}

fn text_of(job: &EditorJob) -> &str {
    match &job.content {
        EditorContent::New { text, .. } => text,
        EditorContent::Kept(file) => panic!("it is opened on {}", file.display()),
    }
}

/// The editor that was opened has ended.
fn closes(play: &mut Play, trouble: Option<&str>, text: EditorText) {
    let EditorJob { place, target, .. } = job(play);
    let (file, trouble) = (Some(PathBuf::from(FILE)), trouble.map(str::to_owned));
    play.tell(Msg::EditorClosed(Box::new(EditorClosed { place, target, file, trouble, text })));
}

fn leaves(play: &mut Play, text: &str) {
    closes(play, None, EditorText::Changed(text.to_owned()));
}

/// Whether the file was removed.
fn is_removed(play: &Play) -> bool {
    play.editor_files.get(&PathBuf::from(FILE)) == Some(&None)
}
