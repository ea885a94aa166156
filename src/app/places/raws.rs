//! The answers of the service as they came, of what was looked at.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::Dated;
use crate::domain::{Failure, RawBody};
use crate::service::RawOf;

/// So many answers are kept at most.
const MOST: usize = 200;
/// So many bytes of them together, besides the newest.
const MOST_BYTES: usize = 4 << 20;

/// The answers that were read, and how reading them stands.
#[derive(Debug, Default)]
pub struct Raws(BTreeMap<RawOf, Dated<RawBody>>);

impl Raws {
    /// The answer about something, if it was ever asked for.
    #[must_use]
    pub fn get(&self, of: &RawOf) -> Option<&Dated<RawBody>> {
        self.0.get(of)
    }

    /// It was asked for.
    pub(in crate::app) fn start(&mut self, of: &RawOf) {
        self.0.entry(of.clone()).or_default().value.start();
    }

    /// It came, or could not be had; makes room if there is much.
    pub(in crate::app) fn take(&mut self, of: &RawOf, read: Result<RawBody, Failure>, now: Timestamp) {
        self.0.entry(of.clone()).or_default().resolve(read, now);
        while self.0.len() > MOST || self.bytes_besides(of) > MOST_BYTES {
            let others = self.0.iter().filter(|(other, _)| *other != of);
            let Some(oldest) = others.min_by_key(|(_, raw)| raw.read_at).map(|(of, _)| of.clone()) else {
                return;
            };
            self.0.remove(&oldest);
        }
    }

    /// Nobody waits for it any more.
    pub(in crate::app) fn abandon(&mut self, of: &RawOf) {
        if let Some(raw) = self.0.get_mut(of) {
            raw.value.abandon();
        }
    }

    /// Nobody waits for any of them.
    pub(in crate::app) fn abandon_all(&mut self) {
        for raw in self.0.values_mut() {
            raw.value.abandon();
        }
    }

    /// None is known any more.
    pub(in crate::app) fn clear(&mut self) {
        self.0.clear();
    }

    /// All answers, for tests that nothing of another place may escape.
    #[cfg(test)]
    pub(in crate::app) fn texts(&self) -> impl Iterator<Item = crate::domain::Text> + '_ {
        self.0.values().filter_map(|raw| raw.value.value()).map(|body| body.text().into())
    }

    fn bytes_besides(&self, of: &RawOf) -> usize {
        let others = self.0.iter().filter(|(other, _)| *other != of);
        others.filter_map(|(_, raw)| raw.value.value()).map(RawBody::len).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ImageName;

    fn second(at: usize) -> Timestamp {
        Timestamp::from_second(i64::try_from(at).unwrap()).unwrap()
    }

    #[test]
    fn what_is_kept_is_bounded_and_the_newest_stays() {
        for (bytes, count, kept) in [(10, 300, MOST), (1 << 20, 12, 5)] {
            let mut raws = Raws::default();
            let of = |at: usize| RawOf::Image(ImageName::received(&format!("image-{at}")));
            for at in 0..count {
                raws.start(&of(at));
                raws.take(&of(at), Ok(RawBody::received(&vec![b' '; bytes])), second(at));
            }
            assert_eq!(raws.0.len(), kept);
            for at in 0..count {
                assert_eq!(raws.get(&of(at)).is_some(), at >= count - kept, "{at}");
            }
        }
    }
}
