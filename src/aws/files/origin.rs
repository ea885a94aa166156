//! Where a shared file is looked for.

use std::path::PathBuf;
use std::sync::Arc;

use aws_runtime::env_config::file::EnvConfigFileKind;
use aws_types::os_shim_internal::Env;

use crate::aws::environment::{
    variable,
    written_path::{self, NoHome},
};
use crate::domain::Text;

/// The place of one of the two shared files.
#[derive(Debug)]
pub(super) struct Origin {
    /// Which of the two it is.
    pub kind: EnvConfigFileKind,
    /// The variable that can name another file than the usual one.
    pub variable: &'static str,
    /// Whether that variable is set.
    pub named: bool,
    /// The path, with `~` for the home folder.
    pub shown: Arc<str>,
    /// The path to open, or why there is none, as a sentence.
    pub path: Result<PathBuf, String>,
    /// Whether the path was given and can't be understood: another file must not be taken for it.
    pub lost: bool,
}

impl Origin {
    /// Where the file of this kind is, by the AWS CLI's rules.
    pub(super) fn find(kind: EnvConfigFileKind, env: &Env) -> Self {
        let (variable, usual) = match kind {
            EnvConfigFileKind::Config => ("AWS_CONFIG_FILE", "~/.aws/config"),
            EnvConfigFileKind::Credentials => ("AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials"),
        };
        let origin = |shown, path, lost| Self { kind, variable, named: lost, shown, path, lost };
        let given = match variable::read(env, variable) {
            Ok(given) => given,
            Err(failure) => return origin(usual.into(), Err(failure.message.into()), true),
        };
        let named = given.is_some();
        let written = given.unwrap_or_else(|| usual.into());
        if written.is_empty() {
            let said = format!(
                "{variable} is set but empty, so {usual} is not read. Unset it, or let it name a file."
            );
            return Self { named, ..origin(usual.into(), Err(said), false) };
        }
        let (path, lost) = match written_path::expanded(&written, env) {
            Ok(path) => (Ok(path), false),
            Err(NoHome::Unusable(said)) => (Err(said), true),
            Err(NoHome::Unset) => {
                let written = Text::clean(&written);
                let said = format!(
                    "HOME is not set, so {written} can't be found. Set HOME, or let {variable} name the file."
                );
                (Err(said), false)
            }
        };
        let is_short = written.starts_with("~/");
        let whole = path.as_ref().ok().filter(|_| !is_short).map(|path| path.display().to_string());
        let shown = shown(&whole.unwrap_or(written), env.get("HOME").ok().as_deref());
        Self { named, ..origin(shown, path, lost) }
    }
}

fn shown(written: &str, home: Option<&str>) -> Arc<str> {
    let home = home.map(|home| home.trim_end_matches('/')).filter(|home| !home.is_empty());
    let below = home.and_then(|home| written.strip_prefix(home)).filter(|rest| rest.starts_with('/'));
    match below {
        Some(rest) => Text::clean(&format!("~{rest}")).as_str().into(),
        None => Text::clean(written).as_str().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_where_home_and_variables_say() {
        for (vars, shown, path) in [
            (&[("HOME", "/h")][..], "~/.aws/config", Ok("/h/.aws/config")),
            (&[("HOME", "/h"), ("AWS_CONFIG_FILE", "/h/x")], "~/x", Ok("/h/x")),
            (&[("HOME", "/h/"), ("AWS_CONFIG_FILE", "/h/x")], "~/x", Ok("/h/x")),
            (&[("HOME", "/h"), ("AWS_CONFIG_FILE", "/home/x")], "/home/x", Ok("/home/x")),
            (&[("HOME", "/h"), ("AWS_CONFIG_FILE", "~/x")], "~/x", Ok("/h/x")),
            (&[("HOME", "/h"), ("AWS_CONFIG_FILE", "$HOME/x")], "~/x", Ok("/h/x")),
            (&[("HOME", "/h"), ("AWS_CONFIG_FILE", "${NONE}/x")], "${NONE}/x", Ok("${NONE}/x")),
            (&[("HOME", "/")], "~/.aws/config", Ok("/.aws/config")),
            (&[("AWS_CONFIG_FILE", "x")], "x", Ok("x")),
            (&[], "~/.aws/config", Err("HOME is not set")),
            (&[("HOME", "")], "~/.aws/config", Err("HOME is not set")),
            (
                &[("HOME", "/h"), ("AWS_CONFIG_FILE", "")],
                "~/.aws/config",
                Err("AWS_CONFIG_FILE is set but empty"),
            ),
        ] {
            let origin = Origin::find(EnvConfigFileKind::Config, &Env::from_slice(vars));
            assert_eq!(&*origin.shown, shown, "{vars:?}");
            match (origin.path, path) {
                (Ok(found), Ok(wanted)) => assert_eq!(found, PathBuf::from(wanted), "{vars:?}"),
                (Err(said), Err(wanted)) => assert!(said.starts_with(wanted), "{said}"),
                (found, wanted) => panic!("{vars:?}: {found:?} is not {wanted:?}"),
            }
        }
    }
}
