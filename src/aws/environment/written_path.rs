//! Paths as they are written in variables and files: with variables and `~`, as the AWS CLI takes them.

use std::path::PathBuf;

use aws_types::os_shim_internal::Env;

use super::variable;

/// Why there is no home folder to begin a path with.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::aws) enum NoHome {
    /// It begins with `~`, and `HOME` is not set.
    Unset,
    /// It begins with `~`, and `HOME` can't be read; a sentence.
    Unusable(String),
}

/// The path that is meant by `written`. A variable that is not set stays as it is written.
///
/// # Errors
///
/// Where it is in the home folder and there is none.
pub(in crate::aws) fn expanded(written: &str, env: &Env) -> Result<PathBuf, NoHome> {
    at_home(&with_variables(written, env), env)
}

/// The same where variables mean nothing.
///
/// # Errors
///
/// Where it is in the home folder and there is none.
pub(in crate::aws) fn at_home(path: &str, env: &Env) -> Result<PathBuf, NoHome> {
    if path != "~" && !path.starts_with("~/") {
        return Ok(path.into());
    }
    let home = variable::read(env, "HOME").map_err(|failure| NoHome::Unusable(failure.message.into()))?;
    let home = home.filter(|home| !home.is_empty()).ok_or(NoHome::Unset)?;
    Ok(PathBuf::from(home).join(path.trim_start_matches(['~', '/'])))
}

/// `$NAME` and `${NAME}` replaced, as Python's `expandvars` does it.
fn with_variables(written: &str, env: &Env) -> String {
    let mut path = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('$') {
        path.push_str(before);
        let in_braces = after.strip_prefix('{').and_then(|inside| inside.split_once('}'));
        let (name, end) = in_braces.map_or_else(|| bare_name(after), |(name, _)| (name, name.len() + 2));
        match env.get(name) {
            Ok(value) if !name.is_empty() => path.push_str(&value),
            _ => path.push_str(&rest[before.len()..=before.len() + end]),
        }
        rest = &after[end..];
    }
    path + rest
}

/// The letters of a name at the beginning of `text`, and how many bytes they are.
fn bare_name(text: &str) -> (&str, usize) {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    (&text[..end], end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_as_for_the_cli() {
        let env = Env::from_slice(&[("HOME", "/h/"), ("A", "x"), ("A_1", "$A")]);
        for (written, path) in [
            ("/a/b", "/a/b"),
            ("a", "a"),
            ("", ""),
            ("~/x", "/h/x"),
            ("~", "/h"),
            ("~x/y", "~x/y"),
            ("x/~/y", "x/~/y"),
            ("$HOME/x", "/h//x"),
            ("${HOME}x", "/h/x"),
            ("$A$A", "xx"),
            ("$A_1/$A.y", "$A/x.y"),
            ("$B/${B}", "$B/${B}"),
            ("$", "$"),
            ("a$$A", "a$x"),
            ("${A", "${A"),
            ("${}$/é$é", "${}$/é$é"),
        ] {
            assert_eq!(expanded(written, &env), Ok(path.into()), "{written}");
        }
        assert_eq!(expanded("~/x", &Env::from_slice(&[])), Err(NoHome::Unset));
        assert_eq!(expanded("$A/x", &Env::from_slice(&[("A", "~")])), Err(NoHome::Unset));
    }
}
