//! What the person's disk holds for the program: drafts, the journal, and what the config file says.

use std::collections::BTreeSet;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

use tempfile::TempDir;

use crate::app::Msg;
use crate::disk::{Disk, Folders};
use crate::domain::Text;

use super::config_file::ConfigFile;

/// The disk, and what the config file says of profiles.
#[derive(Debug, Default)]
pub struct Kept {
    /// Where drafts and journal are kept; nothing where they can't be.
    pub disk: Option<Disk>,
    /// Whether the config file can't be trusted to say what may be written: nothing may.
    pub read_only: bool,
    /// The profiles with which nothing may be written.
    pub read_only_profiles: BTreeSet<String>,
    /// Where the demo keeps things, as long as it runs.
    pub demo: Option<TempDir>,
    /// What the person is to be told.
    pub messages: Vec<Msg>,
}

impl Kept {
    /// What the config file says. The demo is nobody's profile: nothing that is set for one counts in it.
    #[must_use]
    pub fn of(is_demo: bool, file: &ConfigFile) -> Self {
        let mut kept = Self::default();
        kept.take_up(file, is_demo);
        kept
    }

    /// Opens the disk too.
    #[must_use]
    pub fn open(self, is_demo: bool) -> Self {
        let mut kept = self;
        let folders = if is_demo { kept.demo_folders() } else { Folders::of_the_person() };
        let Some(folders) = folders else {
            let words = "There is no home folder: drafts and history are not saved after this session.";
            kept.messages.push(Msg::DiskTrouble(words.into()));
            return kept;
        };
        match Disk::open(folders) {
            Ok(disk) => {
                kept.messages.push(match disk.recent() {
                    Ok(recent) => Msg::Recent(recent),
                    Err(trouble) => Msg::DiskTrouble(trouble.to_string()),
                });
                kept.messages.extend(disk.divider().map(Msg::Divider));
                kept.messages.extend(disk.theme().map(Msg::Theme));
                kept.messages.push(match disk.sorts() {
                    Ok(sorts) => Msg::Sorts(sorts),
                    Err(trouble) => Msg::DiskTrouble(trouble.to_string()),
                });
                kept.messages.push(match disk.command_history() {
                    Ok(history) => Msg::CommandHistory(history),
                    Err(trouble) => Msg::DiskTrouble(trouble.to_string()),
                });
                kept.disk = Some(disk);
            }
            Err(trouble) => {
                let words = format!("{trouble} Drafts and history are not saved after this session.");
                kept.messages.push(Msg::DiskTrouble(words));
            }
        }
        kept
    }

    /// The demo's drafts and history go with it: its service begins anew each time.
    fn demo_folders(&mut self) -> Option<Folders> {
        let mine = Permissions::from_mode(0o700);
        let folder = tempfile::Builder::new().prefix("sagescope-demo-").permissions(mine).tempdir().ok()?;
        let folders = Folders { state: folder.path().join("state"), config: folder.path().join("config") };
        self.demo = Some(folder);
        Some(folders)
    }

    fn take_up(&mut self, file: &ConfigFile, is_demo: bool) {
        let config = &file.config;
        if !is_demo {
            self.read_only = config.hides_what_may_be_written;
            self.read_only_profiles = config.read_only_profiles();
            self.messages.push(Msg::Marks(config.marks()));
        }
        if let Some(complaint) = file.complaint(self.read_only) {
            let complaint = String::from(Text::clean(&complaint));
            let message = if self.read_only { Msg::ReadOnly } else { Msg::DiskTrouble };
            self.messages.push(message(complaint));
        }
    }
}
