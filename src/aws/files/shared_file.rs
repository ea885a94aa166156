//! One of the two shared files.

use std::io::{self, ErrorKind};

use aws_runtime::env_config::file::EnvConfigFileKind;
use aws_types::os_shim_internal::Env;

use super::heading::SectionKind;
use super::origin::Origin;
use super::reader::SectionReader;
use super::section::Section;
use crate::aws::environment::FileSystem;
use crate::domain::{ConfigFile, Found, Text};

/// Most bytes of a shared file; the largest of real ones have some hundred thousand.
const MAX: usize = 8 * 1024 * 1024;
const MAX_BYTES: u64 = MAX as u64;

/// What a file holds.
pub(super) struct SharedFile {
    origin: Origin,
    state: FileState,
    /// Its sections, in the order of the file.
    pub sections: Vec<Section>,
    /// What is wrong with the file as a whole, each a sentence.
    pub troubles: Vec<String>,
}

enum FileState {
    Missing,
    /// Why, as the second half of a sentence.
    Unreadable(String),
    Read,
}

impl SharedFile {
    /// Reads the file of this kind. Whatever is wrong with it is noted, never an error.
    pub(super) async fn read(kind: EnvConfigFileKind, env: &Env, fs: &FileSystem) -> Self {
        let origin = Origin::find(kind, env);
        let mut file = Self { origin, state: FileState::Missing, sections: Vec::new(), troubles: Vec::new() };
        match &file.origin.path {
            Ok(path) => {
                let read = fs.read(path, MAX_BYTES).await;
                file.take(read);
            }
            Err(why) => file.troubles.push(why.clone()),
        }
        file
    }

    /// Which of the two files it is.
    pub(super) fn kind(&self) -> EnvConfigFileKind {
        self.origin.kind
    }

    /// Whether it is there but nothing can be known of what it holds.
    pub(super) fn is_unreadable(&self) -> bool {
        matches!(self.state, FileState::Unreadable(_))
    }

    /// Why nobody can know which file is meant, as a sentence.
    pub(super) fn unknown_location(&self) -> Option<&str> {
        self.origin.path.as_ref().err().filter(|_| self.origin.lost).map(String::as_str)
    }

    /// The file, as a person is told of it.
    pub(super) fn found(&self) -> ConfigFile {
        let found = match &self.state {
            FileState::Missing => Found::Missing,
            FileState::Unreadable(why) => Found::Unreadable(Text::clean(why)),
            FileState::Read => Found::Holds {
                profiles: self.count(SectionKind::Profile),
                sso_sessions: self.count(SectionKind::SsoSession),
            },
        };
        ConfigFile { path: Text::clean(&self.origin.shown), found }
    }

    fn take(&mut self, read: io::Result<Vec<u8>>) {
        let Origin { kind, variable, named, shown, .. } = &self.origin;
        let (kind, shown) = (*kind, std::sync::Arc::clone(shown));
        match read {
            Ok(bytes) => match decodable(&bytes) {
                Ok(bytes) => {
                    let (sections, stray) = SectionReader::read(kind, shown, bytes);
                    self.sections = sections;
                    self.troubles.extend(stray.map(|at| {
                        format!(
                            "{at}: this line is before any section and is ignored. Put it below a \
                                 heading such as [default]."
                        )
                    }));
                    self.state = FileState::Read;
                }
                Err((why, cure)) => {
                    self.troubles.push(format!("{shown} {why}, so none of it is used. {cure}"));
                    self.state = FileState::Unreadable(why);
                }
            },
            Err(error) if is_missing(&error) && *named => {
                self.troubles.push(format!(
                    "{shown} does not exist, though {variable} names it. Fix {variable}, or unset it."
                ));
            }
            Err(error) if is_missing(&error) => {}
            Err(error) => {
                let (why, cure) = refused(&error);
                self.troubles.push(format!("{shown} {why}, so none of it is used. {cure}"));
                self.state = FileState::Unreadable(why);
            }
        }
    }

    fn count(&self, kind: SectionKind) -> usize {
        let of_kind = self.sections.iter().filter(|section| section.heading.kind == kind);
        let mut names: Vec<_> = of_kind.map(|section| &section.heading.name).collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    }
}

/// The bytes without a byte-order mark; or why they can't be read and what to do.
fn decodable(bytes: &[u8]) -> Result<&[u8], (String, String)> {
    const CURE: &str = "Save it as UTF-8.";
    if bytes.len() > MAX {
        return Err(too_large());
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(("is UTF-16, not UTF-8".into(), CURE.into()));
    }
    if bytes.contains(&0) {
        return Err(("contains NUL bytes and so is not UTF-8 text".into(), CURE.into()));
    }
    Ok(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
}

fn too_large() -> (String, String) {
    (format!("has more than {} MiB", MAX / 1024 / 1024), "Is it the right file?".into())
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn refused(error: &io::Error) -> (String, String) {
    match error.kind() {
        ErrorKind::IsADirectory => ("is a folder".into(), "It must be a file.".into()),
        ErrorKind::InvalidInput => ("is not a file".into(), "It must be a file.".into()),
        ErrorKind::InvalidData => too_large(),
        ErrorKind::TimedOut => {
            (format!("can't be read: {error}"), "Use a pipe with a writer, or a file.".into())
        }
        ErrorKind::PermissionDenied => {
            ("can't be read: permission denied".into(), "Make it readable for you.".into())
        }
        _ => (format!("can't be read: {error}"), "Check the file.".into()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use aws_types::os_shim_internal::Fs;

    use super::*;

    async fn config(bytes: &[u8]) -> SharedFile {
        let fs = Fs::from_map(HashMap::from([("/h/.aws/config".to_owned(), bytes.to_vec())]));
        SharedFile::read(EnvConfigFileKind::Config, &Env::from_slice(&[("HOME", "/h")]), &fs.into()).await
    }

    #[tokio::test]
    async fn a_file_that_is_not_utf8_text_is_told() {
        let large = vec![b'#'; MAX + 1];
        for (bytes, says) in [
            (&b"\xff\xfe[\0d\0"[..], "UTF-16"),
            (b"\xfe\xff\0[\0d", "UTF-16"),
            (b"[\0d\0e\0", "NUL"),
            (&large, "more than 8 MiB"),
        ] {
            let file = config(bytes).await;
            assert!(file.is_unreadable());
            assert!(file.troubles[0].contains(says), "{:?}", file.troubles);
            assert!(file.troubles[0].starts_with("~/.aws/config "), "{:?}", file.troubles);
        }
        let marked = config(b"\xef\xbb\xbf[default]\r\nregion = r\r\n").await;
        assert_eq!((marked.troubles.len(), marked.sections.len()), (0, 1));
    }

    #[tokio::test]
    async fn a_file_that_is_not_there_is_told_where_it_was_named() {
        let kind = EnvConfigFileKind::Config;
        let none = FileSystem::from(Fs::from_slice(&[]));
        let usual = SharedFile::read(kind, &Env::from_slice(&[("HOME", "/h")]), &none).await;
        assert_eq!(usual.troubles, [""; 0]);
        assert_eq!(usual.found().found, Found::Missing);
        let env = Env::from_slice(&[("HOME", "/h"), ("AWS_CONFIG_FILE", "/h/none")]);
        let named = SharedFile::read(kind, &env, &none).await;
        assert!(named.troubles[0].contains("~/none does not exist"), "{:?}", named.troubles);
        let homeless = SharedFile::read(kind, &Env::from_slice(&[]), &none).await;
        assert!(homeless.troubles[0].contains("HOME is not set"), "{:?}", homeless.troubles);
        let folder = Env::from_slice(&[("AWS_CONFIG_FILE", "/")]);
        let folder = SharedFile::read(kind, &folder, &FileSystem::Real).await;
        assert!(folder.troubles[0].contains("is a folder"), "{:?}", folder.troubles);
    }
}
