//! What is read again by itself.

mod failing;
mod image;
mod list;
mod news;
mod pace;
mod presence;

use crate::app::{ChangeKind, Timer};
use crate::domain::Image;

use super::play::{Asked, Play, asked, image, name, reply, second};

/// The images of a list, without their roles.
pub fn listed(images: &[Image]) -> Vec<Image> {
    images.iter().map(|image| Image { role: None, ..image.clone() }).collect()
}

/// The list, or what was changed of it.
fn any_list(asked: &Asked) -> bool {
    asked::list(asked) || asked::changed(asked)
}

/// An image that someone else changed at that second.
pub fn changed_at(name: &str, at: i64) -> Image {
    let words = format!("changed at {at}");
    Image { description: Some(words.as_str().into()), modified: Some(second(at)), ..image(name) }
}

impl Play {
    /// The list is due to be read by itself.
    pub fn refreshes(&mut self) {
        self.run_out(&Timer::Refresh);
    }

    /// So is the image on the screen.
    pub fn refreshes_image(&mut self) {
        self.run_out(&Timer::RefreshImage);
    }

    /// What was changed comes; there is no more.
    pub fn changes_come(&mut self, images: &[Image]) {
        self.answer(asked::changed, reply::page(listed(images), None));
    }

    /// The list is due to be read whole by itself, and these come.
    pub fn whole_comes(&mut self, images: &[Image]) {
        self.app.place_for_tests().refreshing.want_whole();
        self.refreshes();
        self.answer(asked::list, reply::page(listed(images), None));
    }

    /// How an image is marked as changed by itself.
    pub fn marked_as(&self, image: &str) -> Option<ChangeKind> {
        self.app.place().refreshing.recent.of(&name(image))
    }

    /// In how many seconds a timer runs out that was started last.
    pub fn seconds(&self, timer: &Timer) -> Option<u64> {
        self.timers.contains(timer).then(|| self.delays[timer].as_secs())
    }
}
