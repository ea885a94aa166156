//! What was looked for to reach AWS, and what of it is there.

use crate::domain::{Profile, Text};

/// Environment and shared files, as they are now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AwsSetup {
    /// The variables that matter, set or not, in the order in which they count.
    pub variables: Vec<Variable>,
    /// The shared files, and the folder of SSO tokens.
    pub files: Vec<ConfigFile>,
    /// The profiles of both files, by name, `default` first.
    pub profiles: Vec<Profile>,
    /// The names of the SSO sessions.
    pub sso_sessions: Vec<Text>,
    /// What is wrong with the files, each a sentence that names file and line, or the profile.
    pub troubles: Vec<Text>,
    /// The regions of the environment and the profiles, each once.
    pub regions: Vec<Text>,
}

/// One variable of the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// Its value, `set` where that is a secret; nothing where it is not set or empty.
    pub value: Option<Text>,
}

/// One file that was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFile {
    /// Where, with `~` for the home folder.
    pub path: Text,
    /// What was found there.
    pub found: Found,
}

/// What was found in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Missing,
    /// Something that can't be read; why, as the second half of a sentence.
    Unreadable(Text),
    /// So many profiles and SSO sessions.
    Holds {
        /// Profiles.
        profiles: usize,
        /// SSO sessions.
        sso_sessions: usize,
    },
}
