//! What is open, typed and under way, by name.

use sagescope::app::{Form, Msg, Overlay, Timer};
use sagescope::domain::ImageName;
use sagescope::edit::kind::image;
use sagescope::edit::{FieldKey, Subject, Verdict};
use sagescope::flow::Stop;

use super::Drive;

/// The names of the fields, in the order of the form.
pub const FIELDS: [&str; 3] = ["display name", "description", "role"];

fn field(named: &str) -> FieldKey {
    match named {
        "display name" => image::DISPLAY_NAME,
        "description" => image::DESCRIPTION,
        "role" => image::ROLE,
        _ => panic!("no field is called {named:?}"),
    }
}

/// The member of UpdateImage that a field is.
pub fn member(named: &str) -> &'static str {
    image::FIELDS.iter().find(|row| row.key == field(named)).unwrap().member
}

fn subject() -> Subject {
    Subject::Image(ImageName::parse("subject").unwrap())
}

impl Drive {
    /// What is said at the foot of the screen.
    pub fn said(&self) -> String {
        let words: Vec<_> = self.app.messages().into_iter().map(|message| message.words).collect();
        words.join("\n")
    }

    /// What has the keys: the topmost page, or the browser.
    pub fn top(&self) -> &'static str {
        match self.app.place().overlays.last() {
            None => "browser",
            Some(Overlay::Form(_)) => "form",
            Some(Overlay::Review(_)) => "review",
            Some(Overlay::Help(_)) => "help",
            Some(Overlay::Conflict(_)) => "conflict",
            Some(Overlay::History { .. }) => "history",
            Some(Overlay::Drafts(_)) => "drafts",
            Some(Overlay::Picker(_)) => "picker",
            Some(Overlay::CopyMenu(_)) => "copy",
            Some(Overlay::Themes(_)) => "themes",
            Some(Overlay::Palette(_)) => "palette",
            Some(Overlay::LogIn(_)) => "log-in",
            Some(Overlay::Errors(_)) => "errors",
            Some(Overlay::AskDiscard(_)) => "discard?",
            Some(Overlay::AskUnnoted(_)) => "send unrecorded?",
            Some(Overlay::AskElsewhere(_)) => "go there?",
            Some(Overlay::AskQuit) => "quit?",
        }
    }

    /// Why the review on the screen was not sent.
    pub fn refusal(&self) -> Option<&Stop> {
        match self.app.place().overlays.last() {
            Some(Overlay::Review(review)) => review.stop.as_ref(),
            _ => None,
        }
    }

    /// Whether that waits to be sent by itself.
    pub fn is_armed(&self) -> bool {
        matches!(self.app.place().overlays.last(), Some(Overlay::Review(review)) if review.armed.is_some())
    }

    /// The form on the screen, if it or its review is.
    fn open_form_seen(&self) -> &Form {
        self.app.form().expect("no form is open")
    }

    /// Whether no image has a form.
    pub fn has_no_form(&self) -> bool {
        self.app.place().forms.is_empty()
    }

    /// Whether the form is on the screen.
    pub fn has_open_form(&self) -> bool {
        self.app.form().is_some()
    }

    /// How many forms hold something that was not sent.
    pub fn drafts(&self) -> usize {
        self.app.place().drafts().count()
    }

    /// What is typed in a field of the form.
    pub fn typed(&self, named: &str) -> &str {
        self.app.place().forms.get(&subject()).map_or("", |form| form.text(&field(named)))
    }

    /// Why a field can't be sent.
    pub fn problem(&self, named: &str) -> Option<String> {
        self.open_form_seen().problem(&field(named)).map(|problem| problem.0)
    }

    /// What the form has to say of itself.
    pub fn remark(&self) -> Option<&str> {
        self.open_form_seen().remark.as_deref()
    }

    /// The fields that another hand has changed.
    pub fn foreign(&self) -> Vec<&'static str> {
        let changed = |named: &&str| self.open_form_seen().foreign.iter().any(|it| it.key == field(named));
        FIELDS.into_iter().filter(changed).collect()
    }

    /// What a field was that two hands have changed, what the other made of it, and what is wanted here.
    pub fn clash(&self, named: &str) -> (Option<&str>, Option<&str>, &str) {
        let form = &self.app.place().forms[&subject()];
        let clash = form.clash(&field(named)).unwrap();
        (clash.base.as_deref(), clash.theirs.as_deref(), form.mine(&field(named)).unwrap_or_default())
    }

    /// How many writes are not settled.
    pub fn writes_out(&self) -> usize {
        self.app.place().writes().count()
    }

    /// What became of the writes to the image, the newest first.
    pub fn verdicts(&self) -> Vec<Option<Verdict>> {
        self.app.place().history.of(None).map(|entry| entry.verdict.clone()).collect()
    }

    /// The display names that they were to leave.
    pub fn display_names_sent(&self) -> Vec<String> {
        let entries = self.app.place().history.of(None);
        entries.map(|entry| entry.after.value(&image::DISPLAY_NAME).unwrap().to_owned()).collect()
    }

    /// It is time to see whether another hand has changed the image of the open form.
    pub fn glances(&mut self) {
        self.tell(Msg::Timer(Timer::Glance));
    }

    /// The region on the screen.
    pub fn region(&self) -> &str {
        self.app.place().location.region.as_ref().map_or("", |region| region.as_str())
    }

    /// Whether nothing is listed.
    pub fn lists_nothing(&self) -> bool {
        self.app.place().images.is_empty()
    }
}
