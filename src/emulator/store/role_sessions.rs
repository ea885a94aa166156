//! The keys of roles that were handed out.

use std::collections::HashMap;

/// How many sessions are known at a time; older ones are forgotten, as if they had expired.
const KEPT: u64 = 10_000;

/// The keys that were handed out, each with the session of a role that it stands for.
#[derive(Debug, Default)]
pub(in crate::emulator) struct RoleSessions {
    of_keys: HashMap<String, RoleSession>,
    /// The number of the last one.
    last: u64,
}

/// A role as somebody plays it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::emulator) struct RoleSession {
    /// `arn:aws:sts::ACCOUNT:assumed-role/ROLE/NAME`.
    pub(in crate::emulator) arn: String,
    pub(in crate::emulator) account: String,
}

impl RoleSessions {
    /// A new access key for a session.
    pub(in crate::emulator) fn begin(&mut self, session: RoleSession) -> String {
        self.last += 1;
        if let Some(oldest) = self.last.checked_sub(KEPT) {
            self.of_keys.remove(&key(oldest));
        }
        let key = key(self.last);
        self.of_keys.insert(key.clone(), session);
        key
    }

    /// The session an access key stands for.
    pub(in crate::emulator) fn of(&self, access_key: &str) -> Option<&RoleSession> {
        self.of_keys.get(access_key)
    }
}

fn key(number: u64) -> String {
    format!("ASIASAGESCOPE{number:07}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_are_forgotten() {
        let mut sessions = RoleSessions::default();
        let session = RoleSession { arn: "a".to_owned(), account: "1".to_owned() };
        let keys: Vec<_> = (0..=KEPT).map(|_| sessions.begin(session.clone())).collect();
        assert_eq!((keys[0].as_str(), sessions.of(&keys[0])), ("ASIASAGESCOPE0000001", None));
        assert!(keys[1..].iter().all(|key| sessions.of(key) == Some(&session)));
    }
}
