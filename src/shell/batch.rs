//! All that is ready, taken at once.

use std::task::{Context, Poll};

use tokio::sync::mpsc::UnboundedReceiver;

use crate::app::Msg;
use crate::aws::KeyStep;

use super::foreground::Foreground;
use super::signals::{Signal, Signals};
use super::terminal::input::Report;
use super::terminal::{Inbox, Outbox, Received};
use super::{Backend, DiskWorker, Helpers, Tasks, Timers};

/// So many messages at the most are taken before a frame is painted.
const MOST: usize = 5_000;

/// What has happened since the last frame.
#[derive(Debug, Default)]
pub struct Batch {
    /// In order: what came back first, then timers, then what the person did.
    pub messages: Vec<Msg>,
    /// Signals.
    pub signals: Vec<Signal>,
    /// The program that had the terminal has ended: what there is to be told of it.
    pub handed_back: Option<Msg>,
    /// What the terminal has answered that is for who has it.
    pub answers: Vec<Answer>,
    /// The terminal has taken all that it was given.
    pub delivered: bool,
    /// The terminal is gone, or its input has ended.
    pub gone: bool,
}

/// What the terminal has answered that is for who has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It tells keys apart that look alike otherwise.
    TellsKeysApart,
    /// What it was asked last: it has answered all.
    Last,
}

impl Batch {
    fn is_empty(&self) -> bool {
        let told = !self.answers.is_empty() || self.delivered || self.gone;
        self.messages.is_empty() && self.signals.is_empty() && self.handed_back.is_none() && !told
    }
}

/// Where messages come from.
#[derive(Debug)]
pub struct Sources<S> {
    /// Requests under way.
    pub tasks: Tasks<S>,
    /// Timers that run.
    pub timers: Timers,
    /// What is being tried to get keys.
    pub steps: UnboundedReceiver<KeyStep>,
    /// The program that has the terminal.
    pub foreground: Option<Foreground>,
    /// Programs that help for a moment.
    pub helpers: Helpers,
    /// What is kept on disk.
    pub disk_worker: DiskWorker,
    /// What the terminal sends.
    pub inbox: Inbox,
    /// Signals.
    pub signals: Signals,
}

impl<S: Backend> Sources<S> {
    /// Waits until something has happened, and takes all of it. What waits in `out` is given to the
    /// terminal meanwhile; there is none while another program has the terminal.
    pub async fn next(&mut self, mut out: Option<&mut Outbox>) -> Batch {
        std::future::poll_fn(|context| self.poll_batch(context, out.as_deref_mut())).await
    }

    fn poll_batch(&mut self, context: &mut Context<'_>, out: Option<&mut Outbox>) -> Poll<Batch> {
        let mut batch = Batch::default();
        while let Poll::Ready(signal) = self.signals.poll_signal(context) {
            batch.signals.push(signal);
        }
        while let Poll::Ready(Some((place, what))) = self.steps.poll_recv(context) {
            batch.messages.push(Msg::Trying { place, what });
        }
        while let Poll::Ready(Some(reply)) = self.tasks.poll_reply(context) {
            batch.messages.push(reply);
        }
        while let Poll::Ready(Some(told)) = self.helpers.poll_told(context) {
            batch.messages.push(told);
        }
        while let Poll::Ready(told) = self.disk_worker.poll_told(context) {
            batch.messages.push(told);
        }
        while let Poll::Ready(timer) = self.timers.poll_due(context) {
            batch.messages.push(timer);
        }
        if let Some(running) = &mut self.foreground
            && let Poll::Ready(told) = running.poll_ended(context)
        {
            batch.handed_back = Some(told);
            self.foreground = None;
        }
        self.poll_terminal(context, out, &mut batch);
        if batch.is_empty() { Poll::Pending } else { Poll::Ready(batch) }
    }

    fn poll_terminal(&mut self, context: &mut Context<'_>, mut out: Option<&mut Outbox>, batch: &mut Batch) {
        while batch.messages.len() < MOST {
            let Poll::Ready(received) = self.inbox.poll_received(context, out.as_deref()) else { return };
            match received {
                Received::Report(Report::Key(key)) => batch.messages.push(Msg::Key(key)),
                Received::Report(Report::Mouse(event)) => batch.messages.push(Msg::Mouse(event)),
                Received::Report(Report::Paste { text, is_whole }) => {
                    batch.messages.push(Msg::Paste(text));
                    batch.messages.extend((!is_whole).then_some(Msg::PasteCutOff));
                }
                Received::Report(Report::Focus(is_here)) => batch.messages.push(Msg::Focus(is_here)),
                Received::Report(Report::Ground(ground)) => batch.messages.push(Msg::Ground(ground)),
                Received::Report(Report::Scheme(ground)) => batch.messages.push(Msg::Scheme(ground)),
                Received::Report(Report::LastAnswer) => batch.answers.push(Answer::Last),
                Received::Report(Report::TellsKeysApart) => batch.answers.push(Answer::TellsKeysApart),
                Received::TakesOutput => match out.as_deref_mut().map(Outbox::deliver) {
                    // What is typed from now on is typed in sight of it: that is for the next batch.
                    Some(Ok(true)) => {
                        batch.delivered = true;
                        break;
                    }
                    Some(Err(_)) => batch.gone = true,
                    Some(Ok(false)) | None => {}
                },
                Received::Gone => batch.gone = true,
            }
            if batch.gone {
                return;
            }
        }
        // More is waiting: come back after the frame.
        context.waker().wake_by_ref();
    }
}
