//! The person's editor: which it is, the file it is opened on, and what it leaves there.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::app::{EditorClosed, EditorContent, EditorJob, EditorTarget, EditorText, PlaceId};
use crate::disk::editor_file;
use crate::domain::Text;

use super::installed::is_installed;

/// What is tried where no variable names an editor.
const USUAL: [&str; 2] = ["vi", "nano"];

/// Said where there is no editor, or none that works.
const SET_IT: &str = "Set VISUAL or EDITOR to an editor, with its arguments if it needs some";

/// One that a person has closed by hand was open for longer.
const QUICK: Duration = Duration::from_millis(700);

/// An editor on its file.
#[derive(Debug)]
pub struct OpenEditor {
    place: PlaceId,
    target: EditorTarget,
    /// The program and its arguments, of which the last is the file.
    pub command: Vec<OsString>,
    file: PathBuf,
    /// What stood in the file; nothing where what stands there has to be judged anew.
    before: Option<Vec<u8>>,
    begun: Instant,
}

impl OpenEditor {
    /// Finds the editor and makes its file, below `state` if that is given.
    ///
    /// # Errors
    ///
    /// What is to be told where there is no editor or no file.
    pub fn prepare(job: EditorJob, state: Option<&Path>) -> Result<Self, Box<EditorClosed>> {
        let EditorJob { place, target, content } = job;
        let failed = |file: Option<PathBuf>, trouble: String| {
            let (text, trouble) = (EditorText::Unchanged { is_quick: false }, Some(trouble));
            Box::new(EditorClosed { place, target: target.clone(), file, trouble, text })
        };
        let kept = match &content {
            EditorContent::Kept(file) => Some(file.clone()),
            EditorContent::New { .. } => None,
        };
        let variable = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        let named = named(variable).map_err(|why| failed(kept.clone(), why))?;
        let (file, before) = match content {
            EditorContent::Kept(file) if file.symlink_metadata().is_err() => {
                let why = format!("The file {} is gone", editor_file::shown(&file));
                return Err(failed(None, why));
            }
            EditorContent::Kept(file) => (file, None),
            EditorContent::New { name, text } => {
                let file = editor_file::create(state, &name, &text);
                let file = file.map_err(|trouble| failed(None, trouble.0.trim_end_matches('.').into()))?;
                (file, Some(text.into_bytes()))
            }
        };
        let command = named.into_iter().map(OsString::from).chain([file.clone().into()]).collect();
        Ok(Self { place, target, command, file, before, begun: Instant::now() })
    }

    /// Where its file is.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// What the program is called, as a person reads it.
    #[must_use]
    pub fn program(&self) -> Text {
        self.command.first().map(|program| Text::clean(&program.to_string_lossy())).unwrap_or_default()
    }

    /// It could not be started.
    #[must_use]
    pub fn not_started(self, error: &io::Error) -> EditorClosed {
        let program = self.program();
        let why = match error.kind() {
            io::ErrorKind::NotFound => format!("There is no program ‘{program}’. {SET_IT}"),
            io::ErrorKind::PermissionDenied => format!("‘{program}’ is not allowed to run. {SET_IT}"),
            _ => format!("The editor ‘{program}’ couldn't be started: {error}"),
        };
        self.close(Some(why))
    }

    /// It has ended; with `trouble`, where it did not end well. Reads the file.
    #[must_use]
    pub fn close(self, trouble: Option<String>) -> EditorClosed {
        let is_quick = self.begun.elapsed() < QUICK;
        let text = match editor_file::read(&self.file) {
            Ok(bytes) if self.before.as_ref() == Some(&bytes) => {
                // An editor that is killed saves what was typed beside the file: vim in a swap file, nano in `.save`.
                if trouble.is_some() && editor_file::has_others(&self.file) {
                    EditorText::Unusable("what it saved is beside the file".into())
                } else {
                    EditorText::Unchanged { is_quick }
                }
            }
            Ok(bytes) => match editor_file::to_text(&bytes) {
                Ok(text) => EditorText::Changed(text),
                Err(why) => EditorText::Unusable(why),
            },
            Err(why) => EditorText::Unusable(why),
        };
        let file = editor_file::is_there(&self.file).then_some(self.file);
        EditorClosed { place: self.place, target: self.target, file, trouble, text }
    }
}

/// The editor that the environment names, with its arguments: no shell takes part.
fn named(variable: impl Fn(&str) -> Option<String>) -> Result<Vec<String>, String> {
    for name in ["VISUAL", "EDITOR"] {
        let Some(line) = variable(name).filter(|line| !line.trim().is_empty()) else { continue };
        let words = shell_words::split(&line).unwrap_or_default();
        return match words.first() {
            Some(program) if !program.is_empty() => Ok(words),
            _ => Err(format!("{name} is ‘{}’, which is not a command. {SET_IT}", Text::clean(line.trim()))),
        };
    }
    let usual = USUAL.into_iter().find(|program| is_installed(program));
    usual.map(|program| vec![program.to_owned()]).ok_or_else(|| format!("There is no editor. {SET_IT}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variables_name_the_editor_with_its_arguments() {
        for (visual, editor, words) in [
            ("code --wait", "vi", Ok(vec!["code", "--wait"])),
            ("", "emacsclient -nw -a ''", Ok(vec!["emacsclient", "-nw", "-a", ""])),
            (" ", "'/opt/my editor/e' +1", Ok(vec!["/opt/my editor/e", "+1"])),
            ("", "vim -c 'set tw=0 | norm $'", Ok(vec!["vim", "-c", "set tw=0 | norm $"])),
            ("vi; rm -rf ~", "", Ok(vec!["vi;", "rm", "-rf", "~"])),
            ("vi 'x", "nano", Err("VISUAL is ‘vi 'x’, which is not a command.")),
            ("", "''", Err("EDITOR is ‘''’, which is not a command.")),
            ("", "a 'b\u{1b}[2J", Err("EDITOR is ‘a 'b\u{fffd}’")),
        ] {
            let variable = |name: &str| Some(if name == "VISUAL" { visual } else { editor }.to_owned());
            match (named(variable), words) {
                (Ok(found), Ok(words)) => assert_eq!(found, words),
                (Err(said), Err(begin)) => {
                    assert!(said.starts_with(begin) && said.contains("Set VISUAL or EDITOR"), "{said}");
                }
                other => panic!("{visual} {editor}: {other:?}"),
            }
        }
    }
}
