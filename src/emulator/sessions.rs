use std::collections::HashMap;

/// The keys that were handed out, each with the session of a role that it stands for.
#[derive(Debug, Default)]
pub(super) struct Sessions(HashMap<String, Session>);

/// A role as somebody plays it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Session {
    /// `arn:aws:sts::ACCOUNT:assumed-role/ROLE/NAME`.
    pub(super) arn: String,
    pub(super) account: String,
}

impl Sessions {
    /// A new access key for a session.
    pub(super) fn begin(&mut self, session: Session) -> String {
        let key = format!("ASIASAGESCOPE{:07}", self.0.len() + 1);
        self.0.insert(key.clone(), session);
        key
    }

    /// The session an access key stands for.
    pub(super) fn of(&self, access_key: &str) -> Option<&Session> {
        self.0.get(access_key)
    }
}
