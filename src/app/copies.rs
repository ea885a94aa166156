//! What can be copied of an image, of a version of one, or of the marked images.

use std::collections::BTreeSet;

use crate::domain::{Image, ImageName, ImageVersion, RoleArn, Text};
use crate::export;
use crate::keys::Action;
use crate::service::RawOf;

use super::{App, CopySubject, Overlay, Pane, Tab};

/// One thing that can be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyOffer {
    /// What copies it.
    pub action: Action,
    /// What it is called in the menu.
    pub label: &'static str,
    /// The text.
    pub text: String,
}

impl App {
    /// What the copy menu is about; without one, what the keys are on.
    #[must_use]
    pub fn copy_subject(&self) -> Option<CopySubject> {
        if let Some(Overlay::CopyMenu(menu)) = self.top() {
            return Some(menu.subject.clone());
        }
        let (browser, name) = (self.browser(), self.current_name());
        match (browser.pane, self.tab(), self.current_version()) {
            (Pane::List, ..) if !browser.marked.is_empty() => Some(CopySubject::Marked(browser.marked.all())),
            (Pane::Detail, Tab::Versions, Some(number)) => Some(CopySubject::Version(name?, number)),
            (Pane::Detail, Tab::Raw, _) => match self.raw_of()? {
                RawOf::Version(name, number) => Some(CopySubject::Version(name, number)),
                RawOf::Image(_) | RawOf::Holder(_) | RawOf::AppImageConfig(_) => {
                    Some(CopySubject::Image(name?))
                }
            },
            (
                Pane::List | Pane::Detail,
                Tab::Details | Tab::Versions | Tab::Tags | Tab::Usage | Tab::Raw,
                _,
            ) => name.map(CopySubject::Image),
        }
    }

    /// All that can be copied now, in the order of the menu. What is not known is not there.
    #[must_use]
    pub fn copy_offers(&self) -> Vec<CopyOffer> {
        match self.copy_subject() {
            Some(CopySubject::Image(name)) => self.offers_of_image(&self.best_known(&name)),
            Some(CopySubject::Version(name, number)) => self.offers_of_version(&name, number),
            Some(CopySubject::Marked(names)) => self.offers_of_marked(&names),
            None => Vec::new(),
        }
    }

    /// What `action` would copy.
    #[must_use]
    pub fn copy_offer(&self, action: Action) -> Option<CopyOffer> {
        self.copy_offers().into_iter().find(|offer| offer.action == action)
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

    fn offers_of_image(&self, image: &Image) -> Vec<CopyOffer> {
        let members = export::members_of_image(image);
        let texts = Self::texts_of_image(image, image.arn.as_ref(), image.failure_reason.as_ref());
        let rest = [
            (Action::CopyJson, "JSON", Some(export::json(&members))),
            (Action::CopyYaml, "YAML", Some(export::yaml(&members))),
            (
                Action::CopyDescribe,
                "AWS CLI command",
                Some(export::describe_image(&image.name, &borrowed(&self.place_options()))),
            ),
        ];
        offers(texts.into_iter().chain(rest).chain(self.resources(image)))
    }

    fn offers_of_version(&self, name: &ImageName, number: u32) -> Vec<CopyOffer> {
        let image = self.best_known(name);
        let known = self.place().known_version(name, number);
        let version = known.unwrap_or_else(|| ImageVersion::numbered(name.clone(), number));
        let members = export::members_of_version(&version);
        let texts = Self::texts_of_image(&image, version.arn.as_ref(), version.failure_reason.as_ref());
        let rest = [
            (
                Action::CopyContainerImage,
                "container image",
                version.container_image.as_ref().map(Text::to_string),
            ),
            (Action::CopyJson, "JSON", Some(export::json(&members))),
            (Action::CopyYaml, "YAML", Some(export::yaml(&members))),
            (
                Action::CopyDescribe,
                "AWS CLI command",
                Some(export::describe_version(name, number, &borrowed(&self.place_options()))),
            ),
        ];
        offers(texts.into_iter().chain(rest).chain(self.resources(&image)))
    }

    fn texts_of_image(
        image: &Image,
        arn: Option<&Text>,
        failure: Option<&Text>,
    ) -> [(Action, &'static str, Option<String>); 5] {
        let text = |text: Option<&Text>| text.map(Text::to_string);
        [
            (Action::CopyName, "name", Some(image.name.to_string())),
            (Action::CopyArn, "ARN", text(arn)),
            (Action::CopyDisplayName, "display name", text(image.display_name.as_ref())),
            (Action::CopyRole, "role ARN", image.role.as_ref().map(RoleArn::to_string)),
            (Action::CopyFailure, "failure reason", text(failure)),
        ]
    }

    fn resources(&self, image: &Image) -> [(Action, &'static str, Option<String>); 3] {
        let tags = self.place().known_tags(&image.name);
        [
            (Action::CopyTerraform, "Terraform block", export::terraform(image, tags)),
            (Action::CopyCloudFormation, "CloudFormation template", export::cloudformation(image, tags)),
            (Action::CopyAddress, "console address", self.console_address(&image.name)),
        ]
    }

    fn offers_of_marked(&self, names: &BTreeSet<ImageName>) -> Vec<CopyOffer> {
        let images: Vec<_> = names.iter().map(|name| self.best_known(name)).collect();
        let lines = |lines: Vec<&str>| (!lines.is_empty()).then(|| lines.join("\n"));
        let arns: Vec<_> = images.iter().filter_map(|image| Some(image.arn.as_ref()?.as_str())).collect();
        // Some of them would be taken for all.
        let arns = if arns.len() == images.len() { arns } else { Vec::new() };
        offers([
            (Action::CopyName, "names", lines(names.iter().map(ImageName::as_str).collect())),
            (Action::CopyArn, "ARNs", lines(arns)),
            (Action::CopyTable, "table (TSV)", Some(export::table(&images))),
        ])
    }
}

fn offers(all: impl IntoIterator<Item = (Action, &'static str, Option<String>)>) -> Vec<CopyOffer> {
    // An empty text would empty the clipboard.
    let known = |(action, label, text): (_, _, Option<String>)| {
        let text = text.filter(|text| !text.is_empty())?;
        Some(CopyOffer { action, label, text })
    };
    all.into_iter().filter_map(known).collect()
}

fn borrowed<'a>(options: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    options.iter().map(|(option, value)| (*option, value.as_str())).collect()
}
