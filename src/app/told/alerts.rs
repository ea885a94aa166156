//! What has settled while the person looks elsewhere, until it is told them there.

use crate::domain::PlaceId;
use crate::edit::Subject;

/// What became of one change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Where.
    pub place: PlaceId,
    /// The subject of its form.
    pub subject: Subject,
    /// Whether it went as it was sent.
    pub is_verified: bool,
    /// What became of it, behind the subject: `update failed`.
    pub words: String,
}

/// What is to be told, in the order in which it settled; the newest of a subject alone.
#[derive(Debug, Default)]
pub struct Alerts(Vec<Alert>);

/// More characters of a notification are seen nowhere.
const LONGEST: usize = 120;

impl Alerts {
    /// Adds one in place of what was to be told of that subject; tells whether it is the first.
    pub(in crate::app) fn add(&mut self, alert: Alert) -> bool {
        let was_empty = self.0.is_empty();
        self.0.retain(|it| (it.place, &it.subject) != (alert.place, &alert.subject));
        self.0.push(alert);
        was_empty
    }

    /// The person is there: nothing of it has to be told.
    pub(in crate::app) fn clear(&mut self) {
        self.0.clear();
    }

    /// All of it in one line, which is then told; nothing where there is none.
    pub(in crate::app) fn take(&mut self) -> Option<String> {
        let all = std::mem::take(&mut self.0);
        let words = match all.as_slice() {
            [] => return None,
            [one] => format!("{}: {}", one.subject, one.words),
            several => in_one(several),
        };
        Some(bounded(&words))
    }
}

/// Several changes, counted: `3 changes: 2 updated and verified, 1 needs a look`.
fn in_one(all: &[Alert]) -> String {
    let verified = all.iter().filter(|alert| alert.is_verified).count();
    let rest = all.len() - verified;
    let need = if rest == 1 { "needs" } else { "need" };
    let counts = match (verified, rest) {
        (_, 0) => "all updated and verified".to_owned(),
        (0, _) => "all need a look".to_owned(),
        _ => format!("{verified} updated and verified, {rest} {need} a look"),
    };
    format!("{} changes: {counts}", all.len())
}

fn bounded(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some(_) => words.chars().take(LONGEST - 1).chain(['…']).collect(),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ImageName;

    fn alert(name: &str, is_verified: bool) -> Alert {
        let words = if is_verified { "updated and verified" } else { "update failed" };
        let subject = Subject::Image(ImageName::received(name));
        Alert { place: PlaceId(0), subject, is_verified, words: words.into() }
    }

    #[test]
    fn one_is_told_by_its_name_and_several_are_counted() {
        for (settled, told) in [
            (&[][..], None),
            (&[("a", true)], Some("a: updated and verified")),
            // What is newer of the same says all.
            (&[("a", false), ("a", true)], Some("a: updated and verified")),
            (&[("a", true), ("b", true)], Some("2 changes: all updated and verified")),
            (&[("a", false), ("b", false)], Some("2 changes: all need a look")),
            (
                &[("a", true), ("b", false), ("c", true)],
                Some("3 changes: 2 updated and verified, 1 needs a look"),
            ),
        ] {
            let mut alerts = Alerts::default();
            for (name, is_verified) in settled {
                alerts.add(alert(name, *is_verified));
            }
            assert_eq!(alerts.take().as_deref(), told);
            assert_eq!(alerts.take(), None, "it is told once");
        }
    }

    #[test]
    fn a_long_one_is_cut() {
        let mut alerts = Alerts::default();
        alerts.add(alert(&"é".repeat(300), true));
        let told = alerts.take().unwrap();
        assert_eq!((told.chars().count(), told.ends_with('…')), (LONGEST, true));
    }
}
