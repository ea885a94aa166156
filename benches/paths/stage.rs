//! The program without its shell: messages in, effects out, and a screen that nobody looks at.

use std::collections::VecDeque;
use std::io::{Sink, sink};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::{SignedDuration, Timestamp};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sagescope::app::{Answer, App, Effect, Msg, PageToken, Request, Size, Timer, update};
use sagescope::domain::{Aim, Image, ImageName, ImageStatus, Location, Mode, Text};
use sagescope::service::Read;
use sagescope::shell::Screen;
use sagescope::view::{Look, view};

const SIZE: Size = Size { width: 120, height: 40 };
/// So many images are on a page.
const PAGE: usize = 100;

/// The program, with its list read.
pub struct Stage {
    app: App,
    buffer: Buffer,
    screen: Screen<Sink>,
    /// Whether there is more to be done as soon as there is nothing else to do.
    is_begun: bool,
}

impl Stage {
    /// With so many images.
    pub fn of(images: usize) -> Self {
        let location = Location { region: Some("us-east-1".into()), ..Location::default() };
        let app = App::new(Aim::default(), location, Mode::default(), None, SIZE, now());
        let area = Rect::new(0, 0, SIZE.width, SIZE.height);
        let screen = Screen::new(sink(), SIZE);
        let mut stage = Self { app, buffer: Buffer::empty(area), screen, is_begun: false };
        stage.tell_and_answer(Msg::Start, images);
        stage.rest();
        stage
    }

    /// Presses keys, one for each character.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.chars() {
            let code = match key {
                '\u{1b}' => KeyCode::Esc,
                '\u{8}' => KeyCode::Backspace,
                key => KeyCode::Char(key),
            };
            self.tell(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        }
        self
    }

    /// Does what is done when there is nothing else to do.
    pub fn rest(&mut self) -> &mut Self {
        while std::mem::take(&mut self.is_begun) {
            self.tell(Msg::Timer(Timer::Sift));
        }
        self
    }

    /// Draws a frame.
    pub fn draw(&mut self) {
        self.buffer.reset();
        let _ = view(&self.app, &Look::of(&self.app), &mut self.buffer);
    }

    /// Draws a frame, and writes what has changed.
    pub fn paint(&mut self) {
        let (app, look) = (&self.app, Look::of(&self.app));
        let painted = self.screen.paint(SIZE, |buffer| (view(app, &look, buffer), None));
        drop(painted);
    }

    fn tell(&mut self, message: Msg) -> Vec<Effect> {
        let effects = update(&mut self.app, message).list;
        self.is_begun |=
            effects.iter().any(|effect| matches!(effect, Effect::After { timer: Timer::Sift, .. }));
        effects
    }

    /// Tells something, and answers what is asked for of the list.
    fn tell_and_answer(&mut self, message: Msg, images: usize) {
        let mut asked: VecDeque<_> = self.tell(message).into();
        let mut listed = 0;
        while let Some(effect) = asked.pop_front() {
            let Effect::Call { ticket, request: Request::Read(Read::List { .. }), .. } = effect else {
                continue;
            };
            let end = images.min(listed + PAGE);
            let page = (listed..end).map(image).collect();
            let next = (end < images).then(|| PageToken(end.to_string()));
            listed = end;
            let reply = Ok(Answer::Page { images: page, next });
            asked.extend(self.tell(Msg::Reply { ticket, reply }));
        }
    }
}

fn now() -> Timestamp {
    Timestamp::from_second(1_795_000_000).unwrap_or_default()
}

/// The made image of that number; neither names nor times come in order.
fn image(number: usize) -> Image {
    let strewn = number * 7919 % 100_003;
    let team = ["vision", "nlp", "search", "ads", "fraud"][strewn % 5];
    let frame = ["pytorch", "tensorflow", "jax", "sklearn"][strewn % 4];
    let kind = if strewn.is_multiple_of(3) { "gpu" } else { "cpu" };
    let name = format!("{team}-{frame}-2.{}-{kind}-{strewn:06}", strewn % 20);
    let text = |text: String| Some(Text::from(text));
    let age = SignedDuration::from_secs(i64::try_from(strewn).unwrap_or(0) * 937);
    Image {
        arn: text(format!("arn:aws:sagemaker:us-east-1:123456789012:image/{name}")),
        display_name: text(format!("{frame} 2.{} for {team} ({kind})", strewn % 20)),
        description: text(format!("{frame} with the {team} team's libraries, nightly line, build {strewn}.")),
        status: Some(ImageStatus::from_word(if strewn.is_multiple_of(50) { "UPDATING" } else { "CREATED" })),
        created: now().checked_sub(age * 2).ok(),
        modified: now().checked_sub(age).ok(),
        ..Image::named(ImageName::received(&name))
    }
}
