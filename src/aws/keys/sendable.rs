//! Whether keys can be sent at all: id and token become headers of every request.

use aws_credential_types::Credentials;

use super::no_keys::NoKeys;
use crate::domain::FailureClass;

/// What id and token of some keys are called to a person: the beginnings of sentences.
#[derive(Debug, Clone)]
pub(super) struct Names {
    pub id: String,
    pub token: String,
}

impl Names {
    /// Those of keys that `source` gave.
    pub(super) fn of(source: &str) -> Self {
        Self {
            id: format!("The access key id from {source}"),
            token: format!("The session token from {source}"),
        }
    }
}

/// Keys that can be sent.
///
/// # Errors
///
/// What is in them that can't be, never the value.
pub(super) fn checked(keys: Credentials, names: &Names) -> Result<Credentials, NoKeys> {
    let parts = [(&names.id, keys.access_key_id()), (&names.token, keys.session_token().unwrap_or_default())];
    let fault = parts.into_iter().find_map(|(name, part)| fault(part).map(|fault| (name, fault)));
    match fault {
        Some((name, fault)) => {
            let said = format!("{name} {fault}, and can't be sent like that. Fix it where it is set.");
            Err(NoKeys::failed(FailureClass::BadConfig, &said))
        }
        None => Ok(keys),
    }
}

/// `ends in a carriage return`.
fn fault(part: &str) -> Option<String> {
    let bad = part.char_indices().find(|(_, c)| c.is_control() || !c.is_ascii())?;
    let (at, c) = bad;
    let what = match c {
        '\r' => "a carriage return",
        '\n' => "a line break",
        '\t' => "a tab",
        c if c.is_control() => "a control character",
        _ => "a letter that is not ASCII",
    };
    let is_rest = part[at..].chars().all(char::is_control);
    Some(format!("{} {what}", if is_rest { "ends in" } else { "holds" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_header_can_hold_is_named_and_not_repeated() {
        for (id, token, says) in [
            ("AKIA", Some("t o=k/en"), None),
            ("\"AKIA\" # x", None, None),
            ("AKIA\r", None, Some("The access key id from x ends in a carriage return,")),
            ("AK\nIA", None, Some("The access key id from x holds a line break,")),
            ("AKIA", Some("q7\r\n"), Some("The session token from x ends in a carriage return,")),
            ("AKIA", Some("t\tk"), Some("The session token from x holds a tab,")),
            ("AKIA\0", None, Some("ends in a control character,")),
            ("AKIAé", None, Some("holds a letter that is not ASCII,")),
        ] {
            let keys = Credentials::new(id, "s\r", token.map(str::to_owned), None, "test");
            match (checked(keys, &Names::of("x")), says) {
                (Ok(_), None) => {}
                (Err(NoKeys::Failed(failure)), Some(says)) => {
                    let said = failure.message.as_str();
                    assert!(said.contains(says) && !said.contains("IA") && !said.contains("q7"), "{said}");
                }
                (other, _) => panic!("{id:?} {token:?}: {other:?}"),
            }
        }
    }
}
