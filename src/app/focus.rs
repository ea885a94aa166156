//! What the person looks at: the image, and of it what the open tab has under its cursor.

use crate::domain::{Image, ImageName};
use crate::scan::User;
use crate::service::RawOf;

use super::{App, Overlay, Pane, RawSubject, Tab};

impl App {
    /// The page that actions are about: the topmost, but for the palette, which goes before one is done.
    #[must_use]
    pub fn acted_on(&self) -> Option<&Overlay> {
        self.place().overlays.iter().rev().find(|overlay| !matches!(overlay, Overlay::Palette(_)))
    }

    /// The image that list and detail are about, as well as it is known: described, or else as
    /// the list has it, or else by name alone.
    #[must_use]
    pub fn current(&self) -> Option<Image> {
        let name = self.current_name()?;
        Some(self.place().known(&name).unwrap_or_else(|| Image::named(name)))
    }

    /// The name of that image.
    #[must_use]
    pub fn current_name(&self) -> Option<ImageName> {
        let list = &self.browser().list;
        // An image that was asked for by name is shown even if the list does not have it.
        match (self.browser().pane, list.anchor()) {
            (Pane::Detail, Some(anchor)) => Some(anchor.clone()),
            (Pane::Detail, None) | (Pane::List, _) => {
                list.selected(&self.place().images).map(|listed| listed.name())
            }
        }
    }

    /// Which tab of the detail is open.
    #[must_use]
    pub fn tab(&self) -> Tab {
        self.browser().tab
    }

    /// Whether the detail is on the screen, beside the list or instead of it.
    #[must_use]
    pub fn shows_detail(&self) -> bool {
        self.is_wide() || self.browser().pane == Pane::Detail
    }

    /// Whether a filter for usage keeps every image out, so that there is none to show the usage of.
    #[must_use]
    pub fn lacks_images_for_usage(&self) -> bool {
        let list = &self.browser().list;
        list.filter().asks_for_usage() && self.current_name().is_none() && !self.place().images.is_empty()
    }

    /// The number of the version in focus, while the tab of the versions is open.
    #[must_use]
    pub fn current_version(&self) -> Option<u32> {
        match self.tab() {
            Tab::Versions => {
                let image = self.current_name()?;
                self.browser().versions.focus(&image, self.place().versions_of(&image)?)
            }
            Tab::Details | Tab::Tags | Tab::Raw | Tab::Usage => None,
        }
    }

    /// The number of the version that is marked, to compare others with, while that tab is open.
    #[must_use]
    pub fn marked_version(&self) -> Option<u32> {
        match self.tab() {
            Tab::Versions => {
                let image = self.current_name()?;
                self.browser().versions.marked(&image, self.place().versions_of(&image)?)
            }
            Tab::Details | Tab::Tags | Tab::Raw | Tab::Usage => None,
        }
    }

    /// Of what the tab of the answer as it came shows that: of what was chosen, or of the image where there
    /// is no such thing. Nothing where no version is known.
    #[must_use]
    pub fn raw_of(&self) -> Option<RawOf> {
        let image = self.current_name()?;
        match self.browser().raw.subject {
            RawSubject::Version => {
                let number = self.browser().versions.focus(&image, self.place().versions_of(&image)?)?;
                Some(RawOf::Version(image, number))
            }
            subject => Some(self.raw_of_user(subject).unwrap_or(RawOf::Image(image))),
        }
    }

    /// The same of a user of the image, if it is of one and there is one.
    #[must_use]
    pub fn raw_of_user(&self, subject: RawSubject) -> Option<RawOf> {
        match subject {
            RawSubject::Image | RawSubject::Version => None,
            RawSubject::User => Some(RawOf::Holder(self.user_in_focus()?.key.holder())),
            RawSubject::AppImageConfig(at) => {
                let image = self.current_name()?;
                let configs = self.place().usage.configs(&image, self.user_in_focus()?);
                Some(RawOf::AppImageConfig(configs.into_iter().nth(at)?.clone()))
            }
        }
    }

    /// The user of the image under the cursor over its users.
    #[must_use]
    pub fn user_in_focus(&self) -> Option<&User> {
        let image = self.current_name()?;
        self.browser().usage.user(&image, &self.place().usage)
    }
}
