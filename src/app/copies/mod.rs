//! What can be copied of an image, of a version of one, or of the marked images.

mod kind;

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::domain::{Image, ImageName, ImageVersion, RoleArn, Text};
use crate::export::{self, Members, RawFormat};
use crate::keys::CopyAction;
use crate::service::RawOf;

use super::{App, CopyMenu, CopyOffer, CopySubject, Overlay, Pane, Tab};

pub use kind::CopyKind;

/// A text that can be copied.
struct Written {
    label: &'static str,
    text: String,
    /// What it lacks, in words that go into brackets.
    lacks: Option<&'static str>,
    /// Whether it came otherwise: cleaning replaced something in it.
    is_altered: bool,
}

impl App {
    /// What the keys are on, of which something can be copied.
    #[must_use]
    pub fn copy_subject(&self) -> Option<CopySubject> {
        let (browser, name) = (self.browser(), self.current_name());
        match (browser.pane, self.tab(), self.current_version()) {
            (Pane::List, ..) if !browser.marked.is_empty() => {
                let names = browser.marked.all();
                let hidden = browser.list.hides(&self.place().images, &names);
                Some(CopySubject::Marked { names, hidden })
            }
            (Pane::Detail, Tab::Versions, Some(number)) => Some(CopySubject::Version(name?, number)),
            (Pane::Detail, Tab::Raw, _) => match self.raw_of() {
                Some(RawOf::Version(name, number)) => Some(CopySubject::Version(name, number)),
                Some(RawOf::Image(_) | RawOf::Holder(_) | RawOf::AppImageConfig(_)) | None => {
                    name.map(CopySubject::Image)
                }
            },
            (
                Pane::List | Pane::Detail,
                Tab::Details | Tab::Versions | Tab::Tags | Tab::Usage | Tab::Raw,
                _,
            ) => name.map(CopySubject::Image),
        }
    }

    /// The menu of all that can be copied now. What is not known is not in it.
    #[must_use]
    pub fn copy_menu(&self) -> Option<CopyMenu> {
        let subject = self.copy_subject()?;
        let actions = CopyAction::NAMED.iter();
        let offers = actions.filter_map(|(action, _)| self.copy_offer_of(&subject, *action)).collect();
        Some(CopyMenu { subject, offers, at: 0 })
    }

    /// What `action` would copy: of an open menu, what stands in it.
    #[must_use]
    pub fn copy_offer(&self, action: CopyAction) -> Option<CopyOffer> {
        if let Some(menu) = self.open_copy_menu() {
            return menu.offers.iter().find(|offer| offer.action == action).cloned();
        }
        self.copy_offer_of(&self.copy_subject()?, action)
    }

    /// Whether `action` would copy something. Of marked images, which may be very many, nothing is written
    /// out to learn that.
    #[must_use]
    pub fn can_copy(&self, action: CopyAction) -> bool {
        let browser = self.browser();
        let is_of_marked =
            self.open_copy_menu().is_none() && browser.pane == Pane::List && !browser.marked.is_empty();
        if !is_of_marked {
            return self.copy_offer(action).is_some();
        }
        CopyKind::of(action).is_of_several()
    }

    /// The menu, if it is on the screen.
    #[must_use]
    pub fn open_copy_menu(&self) -> Option<&CopyMenu> {
        match self.acted_on() {
            Some(Overlay::CopyMenu(menu)) => Some(menu),
            _ => None,
        }
    }

    fn copy_offer_of(&self, subject: &CopySubject, action: CopyAction) -> Option<CopyOffer> {
        let kind = CopyKind::of(action);
        let (label, name, written) = match subject {
            CopySubject::Image(name) => {
                let written = self.written_of_image(&self.best_known(name), kind)?;
                (written.label.to_owned(), format!("the {} of {name}", written.label), written)
            }
            CopySubject::Version(name, number) if kind.is_of_version() => {
                let written = self.written_of_version(name, *number, kind)?;
                (written.label.to_owned(), format!("the {} of {}", written.label, subject.title()), written)
            }
            CopySubject::Version(name, _) => {
                let written = self.written_of_image(&self.best_known(name), kind)?;
                (format!("image {}", written.label), format!("the {} of {name}", written.label), written)
            }
            CopySubject::Marked { names, .. } => {
                let written = self.written_of_marked(names, kind)?;
                (written.label.to_owned(), format!("the {} of {}", written.label, subject.title()), written)
            }
        };
        let Written { text, is_altered, lacks, .. } = written;
        let name = match lacks {
            Some(lacks) => format!("{name} ({lacks})"),
            None => name,
        };
        // An empty text would empty the clipboard.
        (!text.is_empty()).then_some(CopyOffer { action, label, name, text, is_altered })
    }

    /// The address of an image in the console of AWS; nothing in the demo, which has none.
    #[must_use]
    pub fn console_address(&self, image: &ImageName) -> Option<String> {
        let region = self.place().location.region.as_ref().filter(|_| !self.mode.demo)?;
        export::console_address(region.as_str(), image)
    }

    fn best_known(&self, name: &ImageName) -> Image {
        self.place().known(name).unwrap_or_else(|| Image::named(name.clone()))
    }

    fn written_of_image(&self, image: &Image, kind: CopyKind) -> Option<Written> {
        let text = |text: Option<&Text>| text.map(Text::to_string);
        let tags = self.place().known_tags(&image.name);
        let found = match kind {
            CopyKind::Name => Some(image.name.to_string()),
            CopyKind::Arn => text(image.arn.as_ref()),
            CopyKind::DisplayName => text(image.display_name.as_ref()),
            CopyKind::Role => image.role.as_ref().map(RoleArn::to_string),
            CopyKind::Failure => text(image.failure_reason.as_ref()),
            CopyKind::Written(format) => {
                let of = RawOf::Image(image.name.clone());
                if let Some(answer) = self.answer(&of, image.modified, format) {
                    return Some(answer);
                }
                let lacks = self.place().lacks_of_image(&image.name);
                let members = export::members_of_image(image, &self.shown_zone());
                return Some(written(&members, format, lacks, kind.is_altered_of_image(image)));
            }
            CopyKind::Command => Some(export::describe_image(&image.name, &borrowed(&self.place_options()))),
            CopyKind::Terraform => export::terraform(image, tags),
            CopyKind::CloudFormation => export::cloudformation(image, tags),
            CopyKind::Address => self.console_address(&image.name),
            CopyKind::ContainerImage | CopyKind::Table => None,
        };
        let is_altered = kind.is_altered_of_image(image);
        Some(Written { label: kind.label(), text: found?, lacks: None, is_altered })
    }

    fn written_of_version(&self, name: &ImageName, number: u32, kind: CopyKind) -> Option<Written> {
        let known = self.place().known_version(name, number);
        let version = known.unwrap_or_else(|| ImageVersion::numbered(name.clone(), number));
        let text = |text: Option<&Text>| text.map(Text::to_string);
        let found = match kind {
            CopyKind::Arn => text(version.arn.as_ref()),
            CopyKind::Failure => text(version.failure_reason.as_ref()),
            CopyKind::ContainerImage => text(version.container_image.as_ref()),
            CopyKind::Written(format) => {
                let of = RawOf::Version(name.clone(), number);
                if let Some(answer) = self.answer(&of, version.modified, format) {
                    return Some(answer);
                }
                let lacks = self.place().lacks_of_version(name, number);
                let members = export::members_of_version(&version, &self.shown_zone());
                return Some(written(&members, format, lacks, kind.is_altered_of_version(&version)));
            }
            CopyKind::Command => {
                Some(export::describe_version(name, number, &borrowed(&self.place_options())))
            }
            CopyKind::Name
            | CopyKind::DisplayName
            | CopyKind::Role
            | CopyKind::Terraform
            | CopyKind::CloudFormation
            | CopyKind::Address
            | CopyKind::Table => None,
        };
        let is_altered = kind.is_altered_of_version(&version);
        Some(Written { label: kind.label(), text: found?, lacks: None, is_altered })
    }

    fn written_of_marked(&self, names: &BTreeSet<ImageName>, kind: CopyKind) -> Option<Written> {
        let images = || names.iter().map(|name| self.best_known(name));
        let (label, text) = match kind {
            CopyKind::Name => {
                let names: Vec<_> = names.iter().map(ImageName::as_str).collect();
                ("names", names.join("\n"))
            }
            CopyKind::Arn => {
                // Some of them would be taken for all.
                let arns: Option<Vec<_>> = images().map(|image| Some(image.arn?.to_string())).collect();
                ("ARNs", arns?.join("\n"))
            }
            CopyKind::Table => (kind.label(), export::table(&images().collect::<Vec<_>>())),
            CopyKind::DisplayName
            | CopyKind::Role
            | CopyKind::Failure
            | CopyKind::ContainerImage
            | CopyKind::Written(_)
            | CopyKind::Command
            | CopyKind::Terraform
            | CopyKind::CloudFormation
            | CopyKind::Address => return None,
        };
        let is_altered = images().any(|image| kind.is_altered_of_image(&image));
        Some(Written { label, text, lacks: None, is_altered })
    }

    /// The answer of the service itself where it is known, and no older than what else is known.
    fn answer(&self, of: &RawOf, modified: Option<Timestamp>, format: RawFormat) -> Option<Written> {
        let body = self.place().raws.get(of)?.value.value()?;
        let text = export::raw_answer(body, format, &self.shown_zone(), modified)?;
        let label = match format {
            RawFormat::Json => "raw JSON",
            RawFormat::Yaml => "raw YAML",
        };
        // What can't be shown is an escape in an answer.
        Some(Written { label, text, lacks: None, is_altered: false })
    }
}

/// The members that are known.
fn written(members: &Members, format: RawFormat, lacks: Option<&'static str>, is_altered: bool) -> Written {
    let text = match format {
        RawFormat::Json => export::json(members),
        RawFormat::Yaml => export::yaml(members),
    };
    Written { label: format.name(), text, lacks, is_altered }
}

fn borrowed<'a>(options: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    options.iter().map(|(option, value)| (*option, value.as_str())).collect()
}
