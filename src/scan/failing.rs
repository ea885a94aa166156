//! What a scan makes of a failure.

use std::collections::VecDeque;

use crate::domain::{Failure, FailureClass, Holder, HolderKind};

use super::chain::Stage;
use super::scan_state::Asked;
use super::{Ask, End, Question, Scan, Trouble, UserKey};

/// A question that the service throttles is asked so often in all.
const ATTEMPTS: u8 = 4;

impl Scan {
    /// A question came to nothing. One that was throttled is asked again after a rest.
    pub(super) fn fail(&mut self, asked: Asked<Question>, failure: Failure) -> Option<Ask> {
        let Asked { what, before } = asked;
        // The next one would come to nothing too.
        if !failure.class.is_about_what_was_asked() {
            self.finish(End::Halted(failure));
            return None;
        }
        if failure.class == FailureClass::Throttled {
            if before + 1 < ATTEMPTS {
                self.ask_again(what, before + 1);
            } else if self.is_last_round {
                self.give_up_throttled(&what, &failure);
            } else {
                self.leave_throttled(what);
            }
            // Of several that were out together, the first one speaks for all.
            return (!std::mem::replace(&mut self.rests, true)).then(|| Ask::Rest(self.lanes.narrow()));
        }
        match &what {
            Question::Describe(holder) if failure.class == FailureClass::NotFound => self.pass_over(holder),
            Question::Page(..) | Question::Describe(_) => self.give_up(&what, failure),
        }
        None
    }

    fn ask_again(&mut self, question: Question, before: u8) {
        match question {
            Question::Page(kind, after) => {
                if let Some(chain) = self.chains.get_mut(&kind) {
                    chain.stage = Stage::Next(after, before);
                }
            }
            Question::Describe(holder) => self.waiting.push_front(Asked { what: holder, before }),
        }
    }

    /// It is gone by now.
    fn pass_over(&mut self, holder: &Holder) {
        let kind = holder.kind();
        let tally = self.tally_mut(kind);
        tally.vanished += 1;
        if !kind.has_to_be_described() {
            tally.read = tally.read.saturating_sub(1);
        }
        if let Holder::App(key) = holder {
            self.found.drop_user(&UserKey::App(key.clone()));
        }
    }

    /// It stays throttled: it is left for the end. Where that was so of another of its kind, and of none in between
    /// it was not, so are the rest of them, which would take minutes and come to nothing too.
    fn leave_throttled(&mut self, question: Question) {
        let kind = question.kind();
        self.left.push_back(question);
        if !self.spent.insert(kind) {
            let rest = self.take_waiting(kind);
            self.left.extend(rest);
        }
    }

    /// It is throttled still. The rest of its kind is given up with it as above.
    fn give_up_throttled(&mut self, question: &Question, failure: &Failure) {
        let kind = question.kind();
        self.give_up(question, failure.clone());
        if !self.spent.insert(kind) {
            for question in self.take_waiting(kind) {
                self.give_up(&question, failure.clone());
            }
        }
    }

    fn take_waiting(&mut self, kind: HolderKind) -> Vec<Question> {
        let (taken, others): (VecDeque<_>, VecDeque<_>) =
            std::mem::take(&mut self.waiting).into_iter().partition(|asked| asked.what.kind() == kind);
        self.waiting = others;
        taken.into_iter().map(|asked| Question::Describe(asked.what)).collect()
    }

    /// Asks once more for what was left, each once; that is done once. Nothing where nothing was left.
    pub(super) fn begin_last_round(&mut self) -> Option<Ask> {
        if self.left.is_empty() {
            return None;
        }
        for question in std::mem::take(&mut self.left) {
            match question {
                Question::Page(kind, after) => {
                    if let Some(chain) = self.chains.get_mut(&kind) {
                        chain.stage = Stage::Next(after, ATTEMPTS);
                    }
                }
                Question::Describe(what) => self.waiting.push_back(Asked { what, before: ATTEMPTS }),
            }
        }
        self.is_last_round = true;
        self.spent.clear();
        self.rests = true;
        Some(Ask::Rest(self.lanes.begin_slowly()))
    }

    /// It can't be read.
    pub(super) fn give_up(&mut self, question: &Question, failure: Failure) {
        let kind = question.kind();
        let lacking = match question {
            Question::Page(..) => {
                if let Some(chain) = self.chains.get_mut(&kind) {
                    chain.end();
                }
                None
            }
            Question::Describe(_) => {
                if kind.has_to_be_described() {
                    self.tally_mut(kind).unread += 1;
                }
                Some(0)
            }
        };
        let trouble = self.troubles.entry((kind, lacking.is_none())).or_insert_with(|| Trouble {
            operation: question.operation(),
            kind,
            lacking,
            failure,
        });
        if let Some(lacking) = &mut trouble.lacking {
            *lacking += 1;
        }
    }
}
