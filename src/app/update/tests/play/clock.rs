//! Time that passes while nobody does anything.

use jiff::SignedDuration;

use crate::app::{Msg, Timer};

use super::{Asked, Play, reply::Said};

/// What happened meanwhile.
#[derive(Debug, Default)]
pub struct Passed {
    /// What was asked, after how many seconds.
    pub asked: Vec<(i64, Asked)>,
    /// The timers that ran out.
    pub woken: Vec<Timer>,
}

impl Passed {
    /// How often something that `is_it` picks was asked from that second on.
    pub fn count_from(&self, second: i64, is_it: impl Fn(&Asked) -> bool) -> usize {
        self.asked.iter().filter(|(at, asked)| *at >= second && is_it(asked)).count()
    }

    /// The same of all the time.
    pub fn count(&self, is_it: impl Fn(&Asked) -> bool) -> usize {
        self.count_from(0, is_it)
    }

    /// How often a timer ran out.
    pub fn woke(&self, timer: &Timer) -> usize {
        self.woken.iter().filter(|it| *it == timer).count()
    }
}

impl Play {
    /// So many seconds pass; the service answers each call at once.
    pub fn pass(&mut self, seconds: i64, service: impl Fn(&Asked) -> Said) -> Passed {
        let begin = self.app.now;
        let end = begin + SignedDuration::from_secs(seconds);
        let mut passed = Passed::default();
        loop {
            while let Some((ticket, asked)) = self.take_call(0) {
                let said = service(&asked);
                passed.asked.push((self.app.now.duration_since(begin).as_secs(), asked));
                self.reply(ticket, said);
            }
            let next = self.timers.iter().min_by_key(|timer| self.due[timer]).cloned();
            let Some(timer) = next.filter(|timer| self.due[timer] <= end) else { break };
            self.tell(Msg::Clock(self.due[&timer].max(self.app.now)));
            passed.woken.push(timer.clone());
            self.run_out(&timer);
        }
        self.tell(Msg::Clock(end));
        passed
    }
}
