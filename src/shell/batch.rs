//! All that is ready, taken at once.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::oneshot;

use crate::app::{Handed, Msg, PlaceId};
use crate::aws::Step;

use super::foreground::Foreground;
use super::keyboard::Keyboard;
use super::signals::{Signal, Signals};
use super::{Keeper, Service, Tasks, Timers, input};

/// So many messages at the most are taken before a frame is painted.
const MOST: usize = 5_000;

/// What has happened since the last frame.
#[derive(Debug, Default)]
pub struct Batch {
    /// In order: what came back first, then timers, then what the person did.
    pub messages: Vec<Msg>,
    /// Signals.
    pub signals: Vec<Signal>,
    /// The program that had the terminal has ended.
    pub handed_back: Option<(PlaceId, Handed)>,
    /// The terminal is gone, or its input has ended.
    pub gone: bool,
}

impl Batch {
    fn is_empty(&self) -> bool {
        self.messages.is_empty() && self.signals.is_empty() && self.handed_back.is_none() && !self.gone
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
    pub steps: UnboundedReceiver<Step>,
    /// The program that has the terminal.
    pub foreground: Option<Foreground>,
    /// What is kept on disk.
    pub keeper: Keeper,
    /// The terminal's input; nothing while the terminal is not ours.
    pub keyboard: Option<Keyboard>,
    /// Signals.
    pub signals: Signals,
    /// Resolves when the terminal is gone.
    pub hangup: Option<oneshot::Receiver<()>>,
}

impl<S: Service> Sources<S> {
    /// Waits until something has happened, and takes all of it.
    pub async fn next(&mut self) -> Batch {
        std::future::poll_fn(|context| self.poll_batch(context)).await
    }

    fn poll_batch(&mut self, context: &mut Context<'_>) -> Poll<Batch> {
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
        while let Poll::Ready(told) = self.keeper.poll_told(context) {
            batch.messages.push(told);
        }
        while let Poll::Ready(timer) = self.timers.poll_due(context) {
            batch.messages.push(timer);
        }
        if let Some(running) = &mut self.foreground
            && let Poll::Ready(handed) = running.poll_ended(context)
        {
            batch.handed_back = Some((running.place, handed));
            self.foreground = None;
        }
        self.poll_events(context, &mut batch);
        self.poll_hangup(context, &mut batch);
        if batch.is_empty() { Poll::Pending } else { Poll::Ready(batch) }
    }

    fn poll_events(&mut self, context: &mut Context<'_>, batch: &mut Batch) {
        let Some(keyboard) = &mut self.keyboard else { return };
        while batch.messages.len() < MOST {
            match keyboard.poll_event(context) {
                Poll::Ready(Some(Ok(event))) => batch.messages.extend(input::message(event)),
                Poll::Ready(Some(Err(_)) | None) => {
                    batch.gone = true;
                    return;
                }
                Poll::Pending => return,
            }
        }
        // More is waiting: come back after the frame.
        context.waker().wake_by_ref();
    }

    fn poll_hangup(&mut self, context: &mut Context<'_>, batch: &mut Batch) {
        let Some(hangup) = &mut self.hangup else { return };
        match Pin::new(hangup).poll(context) {
            Poll::Ready(Ok(())) => batch.gone = true,
            Poll::Ready(Err(_)) => self.hangup = None,
            Poll::Pending => {}
        }
    }
}
