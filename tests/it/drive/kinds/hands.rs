//! Another hand, and a kill, where they hurt.

use sagescope::edit::Verdict;
use sagescope::emulator::Emulator;

use super::Drive;

/// When another hand writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    BeforeTheReview,
    BeforeItIsSent,
}

impl When {
    pub const BOTH: [Self; 2] = [Self::BeforeTheReview, Self::BeforeItIsSent];
}

/// How far a change of two requests has come when the program is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The first has reached the service.
    HasArrived,
    /// It was read back.
    IsVerified,
}

impl Half {
    pub const BOTH: [Self; 2] = [Self::HasArrived, Self::IsVerified];
}

impl Drive {
    /// Another hand writes, before the person reviews what is in the form or while the review is open. In
    /// the form it is seen at once.
    pub async fn meets_another_hand(&mut self, when: When, writes: impl Fn(&Emulator)) {
        match when {
            When::BeforeTheReview => {
                writes(&self.service);
                self.glances();
                self.settle().await;
            }
            When::BeforeItIsSent => {
                self.press("ctrl-s");
                assert_eq!(self.top(), "review", "{}", self.screen());
                writes(&self.service);
            }
        }
    }

    /// The same at what the person changes: it is a conflict, and nothing is sent.
    pub async fn meets_a_conflict(&mut self, when: When, writes: impl Fn(&Emulator)) {
        self.meets_another_hand(when, writes).await;
        match when {
            When::BeforeTheReview => self.press("ctrl-s"),
            When::BeforeItIsSent => self.send_and_settle().await,
        }
        assert_eq!((self.top(), self.sent()), ("conflict", 0), "{when:?}:\n{}", self.screen());
    }

    /// The program is killed while a write is out that meets `fault`, and opened again: what became of the
    /// write is looked up, and it is never sent again.
    pub async fn killed_while_out(mut self, fault: &str, verdict: Verdict) -> Self {
        self.fails(fault);
        self.send();
        self.until(|drive| drive.sent() == 1).await;
        let drive = self.killed_and_opened_again().await;
        assert_eq!(drive.verdicts(), [Some(verdict)], "{fault}");
        assert_eq!(drive.sent(), 1, "{fault}");
        drive
    }

    /// It is killed when the first of two requests has come so far; the second does not go out by itself.
    pub async fn killed_at(mut self, half: Half, has_arrived: impl Fn(&Emulator) -> bool) -> Self {
        let before = self.sent();
        self.send();
        match half {
            Half::HasArrived => self.until(|drive| has_arrived(&drive.service)).await,
            Half::IsVerified => {
                self.until(|drive| drive.verdicts().first() == Some(&Some(Verdict::Verified))).await;
            }
        }
        let drive = self.killed_and_opened_again().await;
        assert_eq!(drive.sent(), before + 1, "{half:?}: nothing goes out by itself");
        drive
    }
}
