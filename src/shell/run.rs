//! The loop.

use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::app::Shown;
use crate::app::{App, Clip, CopyWay, EditorClosed, EditorJob, Effect, Handed, Msg, PlaceId, update};
use crate::aws::KeyStep;
use crate::disk::Disk;
use crate::domain::ImageName;
use crate::panic_for_test::panic_if_asked;
use crate::view::{Look, view};

use super::batch::{Answer, Batch, Sources};
use super::editor::OpenEditor;
use super::ended::Ended;
use super::foreground::Foreground;
use super::installed::is_installed;
use super::signals::{Signal, Signals};
use super::terminal::copy;
use super::terminal_control::TerminalControl;
use super::{AtTerminal, Backend, DiskWorker, Helpers, Tasks, Timers, Workers};

/// The signals of Ctrl-C and Ctrl-\, where the terminal is not raw.
const INTERRUPT: i32 = rustix::process::Signal::INT.as_raw();
const QUIT: i32 = rustix::process::Signal::QUIT.as_raw();

/// The program between its first frame and its end.
pub struct Shell<S> {
    /// The state.
    pub app: App,
    terminal: TerminalControl,
    sources: Sources<S>,
    /// Whether something has changed since the newest frame.
    is_due: bool,
    ended: Option<Ended>,
    /// When the terminal came back from another program.
    back: Option<Instant>,
    someone_else: Option<SomeoneElse>,
    /// Where things are kept on disk, if they are.
    folder: Option<PathBuf>,
}

/// Somebody else in the demo, who changes the image of that name.
pub struct SomeoneElse(pub Box<dyn Fn(&ImageName)>);

impl<S: Backend> Shell<S> {
    /// Takes over after the first frame was painted; signals were listened for since before the
    /// terminal was touched. Must be called within a tokio runtime.
    ///
    /// # Errors
    ///
    /// When signals or the terminal can't be listened to.
    pub fn new(
        app: App,
        terminal: TerminalControl,
        mut signals: Signals,
        service: S,
        steps: UnboundedReceiver<KeyStep>,
        disk: Option<Disk>,
    ) -> io::Result<Self> {
        signals.attach()?;
        let folder = disk.as_ref().map(|disk| disk.folder().to_owned());
        let sources = Sources {
            tasks: Tasks::new(service),
            steps,
            foreground: None,
            timers: Timers::default(),
            helpers: Helpers::default(),
            disk_worker: DiskWorker::begin(disk),
            inbox: terminal.listen()?,
            signals,
        };
        Ok(Self {
            app,
            terminal,
            sources,
            is_due: false,
            ended: None,
            back: None,
            someone_else: None,
            folder,
        })
    }

    /// The same, with somebody else in the demo.
    #[must_use]
    pub fn with(self, someone_else: Option<SomeoneElse>) -> Self {
        Self { someone_else, ..self }
    }

    /// Runs until the person quits, a signal comes, or the terminal is gone. `first` is what there
    /// is to be told before anything else. Gives back the signals, which are listened for still.
    ///
    /// # Errors
    ///
    /// When the terminal can't be taken again after a suspension, or what was typed can't be kept.
    pub async fn run(mut self, first: Vec<Msg>) -> io::Result<(Ended, Signals)> {
        let ended = self.browse(first).await;
        // However it ended, what is typed is kept before the program is gone.
        let _ = self.take(vec![Msg::Leaving]);
        self.terminal.leave(&mut self.sources.inbox);
        if let Some(running) = self.sources.foreground.take() {
            running.stop().await;
        }
        // What was copied last arrives too.
        self.sources.helpers.finish().await;
        let kept = self.sources.disk_worker.finish().map_err(io::Error::other);
        self.sources.signals.detach();
        let (ended, ()) = (ended?, kept?);
        let Self { app, terminal, sources: Sources { tasks, inbox, signals, .. }, .. } = self;
        if ended.is_end_of_process() {
            // What is known of 100,000 images takes a while to take apart, and what is under way to call off.
            std::mem::forget((app, terminal, tasks, inbox));
        }
        Ok((ended, signals))
    }

    async fn browse(&mut self, mut first: Vec<Msg>) -> io::Result<Ended> {
        let asked = self.terminal.ask(self.app.appearance.asks_background());
        if asked.is_err() || self.terminal.report_mouse(self.app.pointer.is_on).is_err() {
            return Ok(Ended::TerminalGone);
        }
        // The window may be larger than what the first frame was painted on.
        let size = self.terminal.size();
        first.push(Msg::Resize { width: size.width, height: size.height });
        first.push(Msg::Start);
        self.is_due = self.take(first)?;
        loop {
            if let Some(ended) = self.ended.take() {
                return Ok(ended);
            }
            if self.paint().is_err() {
                return Ok(Ended::TerminalGone);
            }
            let batch = self.sources.next(self.terminal.waiting()).await;
            if let Some(ended) = self.follow(batch)? {
                return Ok(ended);
            }
        }
    }

    /// Does what a batch asks for; tells whether the program ends with it.
    fn follow(&mut self, batch: Batch) -> io::Result<Option<Ended>> {
        if batch.answers.contains(&Answer::Last) {
            // Before what else it said, for which it may have to be asked again.
            self.terminal.has_answered();
        }
        // What was typed before the terminal went counts.
        self.is_due |= self.take(batch.messages)?;
        // Only now: what was typed while a frame was still on its way was not typed in sight of it.
        let seen = if batch.delivered { self.terminal.delivered() } else { None };
        self.see(seen);
        if batch.gone {
            return Ok(Some(Ended::TerminalGone));
        }
        for answer in batch.answers {
            match answer {
                Answer::TellsKeysApart if self.terminal.tell_keys_apart().is_err() => {
                    return Ok(Some(Ended::TerminalGone));
                }
                Answer::TellsKeysApart | Answer::Last => {}
            }
        }
        for signal in batch.signals {
            self.is_due |= self.obey(signal)?;
        }
        if let Some(told) = batch.handed_back {
            self.is_due |= self.take_back(told)?;
        }
        Ok(None)
    }

    /// Gives each message to `update` and does what it wants done; tells whether to draw.
    fn take(&mut self, messages: Vec<Msg>) -> io::Result<bool> {
        let mut draw = false;
        update(&mut self.app, Msg::Clock(Timestamp::now()));
        for message in messages {
            // What was typed behind a key that gave the terminal away was meant for nobody here.
            if message.is_typed() && !self.terminal.is_ours() {
                continue;
            }
            if matches!(message, Msg::Key(_)) {
                panic_if_asked("loop");
            }
            let effects = update(&mut self.app, message);
            draw |= effects.draw;
            for effect in effects.list {
                draw |= self.perform(effect)?;
            }
        }
        Ok(draw)
    }

    fn perform(&mut self, effect: Effect) -> io::Result<bool> {
        let Sources { tasks, timers, disk_worker, helpers, .. } = &mut self.sources;
        let Some(left) = (Workers { tasks, timers, disk_worker, helpers }).begin(effect) else {
            return Ok(false);
        };
        match left {
            AtTerminal::HandOver { place, command } => return self.hand_over(place, &command),
            AtTerminal::OpenEditor(job) => return self.open_editor(*job),
            AtTerminal::Demo => self.ended = Some(Ended::Demo),
            AtTerminal::Copy(clip) => self.copy(clip),
            AtTerminal::ReportMouse(is_on) => {
                let written = self.terminal.report_mouse(is_on);
                self.end_unless(&written);
            }
            AtTerminal::Alert(words) => {
                let written = self.terminal.alert(&words);
                self.end_unless(&written);
            }
            AtTerminal::AskBackground => {
                let written = self.terminal.ask_again();
                self.end_unless(&written);
            }
            AtTerminal::EditAsSomeoneElse(image) => {
                if let Some(SomeoneElse(edit)) = &self.someone_else {
                    edit(&image);
                }
            }
            AtTerminal::Redraw => {
                self.terminal.forget();
                return Ok(true);
            }
            AtTerminal::Suspend => {
                self.suspend()?;
                return Ok(true);
            }
            AtTerminal::Quit => self.ended = Some(Ended::Quit),
            AtTerminal::Print(lines) => self.ended = Some(Ended::Picked(lines)),
            AtTerminal::GiveUp(why) => self.ended = Some(Ended::GaveUp(why)),
        }
        Ok(false)
    }

    /// A terminal that can't be written to is gone.
    fn end_unless(&mut self, written: &io::Result<()>) {
        if written.is_err() {
            self.ended = Some(Ended::TerminalGone);
        }
    }

    /// Puts a text on the person's clipboard, on each of the ways that it is to go.
    fn copy(&mut self, clip: Clip) {
        let is_asked = clip.ways.contains(&CopyWay::Terminal);
        let terminal = is_asked.then(|| copy(&clip.text, self.terminal.out()).map_err(|why| why.to_string()));
        self.sources.helpers.copy(clip, terminal);
    }

    fn obey(&mut self, signal: Signal) -> io::Result<bool> {
        match signal {
            // While another program has the terminal, a Ctrl-C is meant for that; size and screen are
            // looked at when the terminal is ours again.
            Signal::Leave(INTERRUPT | QUIT) | Signal::Resize | Signal::Continue
                if !self.terminal.is_ours() => {}
            // The one that ended that program may be told only now.
            Signal::Leave(INTERRUPT | QUIT) if self.is_just_back() => {}
            Signal::Leave(number) => self.ended = Some(Ended::Signal(number)),
            // The whole job stops, and goes on, with the program that has the terminal.
            Signal::Stop if !self.terminal.is_ours() => {
                self.stop_job()?;
            }
            Signal::Stop => {
                self.suspend()?;
                return Ok(true);
            }
            // It may have been smaller in between, which has cut off what stood there, though it is now as before.
            Signal::Resize => {
                self.terminal.forget();
                return self.measure().map(|_| true);
            }
            Signal::Continue => {
                let taken = self.terminal.take_again();
                self.end_unless(&taken);
                return self.measure().map(|_| true);
            }
        }
        Ok(false)
    }

    fn is_just_back(&self) -> bool {
        const LATE: Duration = Duration::from_secs(1);
        self.back.is_some_and(|back| back.elapsed() < LATE)
    }

    /// Paints what has changed, unless another program has the terminal, or it has not taken what it
    /// was given before.
    fn paint(&mut self) -> io::Result<()> {
        if !self.is_due || !self.terminal.can_paint() {
            return Ok(());
        }
        self.is_due = false;
        let (app, look) = (&self.app, Look::of(&self.app));
        let seen = self.terminal.paint(app.size, |buffer| view(app, &look, buffer))?;
        self.see(seen);
        Ok(())
    }

    /// The terminal has taken the whole of a frame: only now it has been seen.
    fn see(&mut self, seen: Option<Shown>) {
        if let Some(shown) = seen {
            update(&mut self.app, Msg::Painted(shown));
        }
    }

    /// Gives the terminal back and stops the whole job; comes back when it is continued. What is typed
    /// is on the disk before: a job that is stopped may be killed.
    fn suspend(&mut self) -> io::Result<()> {
        let _ = self.take(vec![Msg::Leaving])?;
        self.sources.disk_worker.flush();
        self.terminal.leave(&mut self.sources.inbox);
        self.stop_job()?;
        // The terminal was given back before, and is taken now.
        self.sources.signals.drop_continue();
        self.enter_terminal()
    }

    /// Stops the whole job; a picker no more than itself, since the shell that waits for its answer may be in the
    /// same group.
    fn stop_job(&self) -> io::Result<()> {
        use rustix::process::{Signal, getpid, kill_current_process_group, kill_process};
        if self.app.is_picker() {
            return Ok(kill_process(getpid(), Signal::STOP)?);
        }
        Ok(kill_current_process_group(Signal::STOP)?)
    }

    fn enter_terminal(&mut self) -> io::Result<()> {
        self.terminal.enter(&self.sources.inbox)?;
        self.is_due = true;
        self.measure()?;
        self.take(vec![Msg::TerminalBack])?;
        Ok(())
    }

    /// Gives the terminal to `command`. The loop goes on meanwhile, without keys and frames.
    fn hand_over(&mut self, place: PlaceId, command: &[String]) -> io::Result<bool> {
        if !command.first().is_some_and(|program| is_installed(program)) {
            return self.take(vec![Msg::HandedBack { place, handed: Handed::Missing }]);
        }
        self.terminal.leave(&mut self.sources.inbox);
        match Foreground::log_in(place, command) {
            Ok(running) => self.sources.foreground = Some(running),
            Err(error) => {
                let handed = Handed::Failed(format!("couldn't start it: {error}"));
                return self.take_back(Msg::HandedBack { place, handed });
            }
        }
        Ok(false)
    }

    /// Gives the terminal to the person's editor, likewise. What is typed is on the disk before: whatever
    /// happens to the editor, and to this program meanwhile.
    fn open_editor(&mut self, job: EditorJob) -> io::Result<bool> {
        if self.sources.foreground.is_some() {
            // Whatever has the terminal keeps it.
            let closed = EditorClosed::not_opened(job, "Another program has the terminal".into());
            return self.take(vec![Msg::EditorClosed(Box::new(closed))]);
        }
        let editor = match OpenEditor::prepare(job, self.folder.as_deref()) {
            Ok(editor) => editor,
            Err(closed) => return self.take(vec![Msg::EditorClosed(closed)]),
        };
        let _ = self.take(vec![Msg::Leaving])?;
        self.sources.disk_worker.flush();
        self.terminal.leave(&mut self.sources.inbox);
        match Foreground::edit(editor) {
            Ok(running) => self.sources.foreground = Some(running),
            Err(failed) => {
                let (editor, error) = *failed;
                return self.take_back(Msg::EditorClosed(Box::new(editor.not_started(&error))));
            }
        }
        Ok(false)
    }

    /// The terminal is ours again.
    fn take_back(&mut self, told: Msg) -> io::Result<bool> {
        // What was typed ahead was meant for the program that had it.
        self.terminal.drop_typed();
        if let Err(error) = self.enter_terminal() {
            // It went while the other program had it.
            self.ended = self.terminal.is_gone().then_some(Ended::TerminalGone);
            return if self.ended.is_some() { Ok(false) } else { Err(error) };
        }
        self.back = Some(Instant::now());
        self.take(vec![told])?;
        Ok(true)
    }

    /// Takes on the size that the terminal has now.
    fn measure(&mut self) -> io::Result<bool> {
        let size = self.terminal.size();
        self.take(vec![Msg::Resize { width: size.width, height: size.height }])
    }
}
