//! What points to an image.

use crate::domain::{ImageArn, ImageHome, ImageName, Text};

/// What points to an image from somewhere in Studio.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ImageReference {
    /// Which image.
    pub image: ReferredImage,
    /// Which of its versions.
    pub pin: Pin,
}

/// How a reference names its image.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ReferredImage {
    /// By its name: one of the same account and region.
    Named(ImageName),
    /// By its ARN, or that of a version: it may be another account's, as the images of AWS's own are.
    At(ImageArn),
}

/// Which version of an image is meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Pin {
    /// Whichever is the latest.
    Latest,
    /// The one of this number.
    Version(u32),
    /// The one that holds this alias.
    Alias(Text),
    /// What can't be the number of a version, as it came.
    Unreadable(Text),
}

impl ImageReference {
    /// Of a custom image: by name, with a number or none.
    #[must_use]
    pub fn by_name(image: &str, version: Option<i64>) -> Self {
        let pin = version.map_or(Pin::Latest, |number| Pin::numbered(&number.to_string()));
        Self { image: ReferredImage::Named(ImageName::received(image)), pin }
    }

    /// Of a resource spec: the ARN of the version wins over that of the image, and an alias counts with the latter only. The
    /// text `None` stands for nothing. Nothing where no image is pointed to, or in no way that is understood.
    #[must_use]
    pub fn by_arn(image: Option<&str>, version: Option<&str>, alias: Option<&str>) -> Option<Self> {
        let given = |text: Option<&str>| text.filter(|text| !matches!(*text, "" | "None")).map(str::to_owned);
        if let Some(version) = given(version).and_then(|version| ImageArn::parse(&version)) {
            let pin = version.version.as_ref().map_or(Pin::Latest, |number| Pin::numbered(number.as_str()));
            return Some(Self { image: ReferredImage::At(version), pin });
        }
        let image = ImageArn::parse(&given(image)?)?;
        let pin = given(alias).map_or(Pin::Latest, |alias| Pin::Alias(alias.into()));
        Some(Self { image: ReferredImage::At(image), pin })
    }

    /// Whether it points to the image called `name`, which is at `home`. One that gives a name means an image of the
    /// account and region that it is itself in; in an ARN case does not matter.
    #[must_use]
    pub fn is_to(&self, name: &ImageName, home: &ImageHome) -> bool {
        match &self.image {
            ReferredImage::Named(named) => named == name,
            ReferredImage::At(arn) => arn.is_of(name, home),
        }
    }

    /// The name that it gives, if the image is of an account and region at `home`; in small letters, maybe.
    #[must_use]
    pub fn name_at(&self, home: &ImageHome) -> Option<&ImageName> {
        match &self.image {
            ReferredImage::Named(name) => Some(name),
            ReferredImage::At(arn) => (arn.home == *home).then_some(&arn.name),
        }
    }
}

impl Pin {
    fn numbered(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Unreadable(text.into()), Self::Version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IMAGE: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/Base";
    const VERSION: &str = "arn:aws:sagemaker:us-east-1:123456789012:image-version/base/7";

    fn pin(image: Option<&str>, version: Option<&str>, alias: Option<&str>) -> Option<Pin> {
        ImageReference::by_arn(image, version, alias).map(|reference| reference.pin)
    }

    #[test]
    fn the_arn_of_a_version_wins_and_none_clears_it() {
        let alias = || Some(Pin::Alias("2.4".into()));
        for (image, version, given, expected) in [
            (Some(IMAGE), Some(VERSION), Some("2.4"), Some(Pin::Version(7))),
            (None, Some(VERSION), None, Some(Pin::Version(7))),
            (Some(IMAGE), Some("None"), Some("2.4"), alias()),
            (Some(IMAGE), None, Some("2.4"), alias()),
            (Some(IMAGE), None, None, Some(Pin::Latest)),
            (Some(IMAGE), Some("something"), None, Some(Pin::Latest)),
            (Some(IMAGE), None, Some("None"), Some(Pin::Latest)),
            (None, Some("None"), None, None),
            (Some("None"), None, None, None),
            (None, None, Some("2.4"), None),
            (Some(""), Some(""), Some(""), None),
            (Some("image/base"), None, None, None),
        ] {
            assert_eq!(pin(image, version, given), expected, "{image:?} {version:?} {given:?}");
        }
        let large = VERSION.replace("/7", "/99999999999");
        assert_eq!(pin(None, Some(&large), None), Some(Pin::Unreadable("99999999999".into())));
    }

    #[test]
    fn names_are_compared_exactly_and_arns_without_regard_to_case() {
        let home = ImageArn::parse(IMAGE).unwrap().home;
        let (upper, lower) = (ImageName::received("Base"), ImageName::received("base"));
        let named = ImageReference::by_name("Base", Some(3));
        assert_eq!(named.pin, Pin::Version(3));
        assert!(named.is_to(&upper, &home) && !named.is_to(&lower, &home));
        for (image, version) in [(Some(IMAGE), None), (None, Some(VERSION))] {
            let at = ImageReference::by_arn(image, version, None).unwrap();
            assert!(at.is_to(&upper, &home) && at.is_to(&lower, &home));
            assert!(at.name_at(&home).is_some());
        }
        assert_eq!(ImageReference::by_name("a", None).pin, Pin::Latest);
        assert_eq!(ImageReference::by_name("a", Some(-1)).pin, Pin::Unreadable("-1".into()));
    }

    #[test]
    fn an_image_of_another_account_or_region_is_not_ours() {
        let home = ImageArn::parse(IMAGE).unwrap().home;
        for elsewhere in [IMAGE.replace("123456789012", "081325390199"), IMAGE.replace("east-1", "east-2")] {
            let reference = ImageReference::by_arn(Some(&elsewhere), None, None).unwrap();
            assert!(!reference.is_to(&ImageName::received("Base"), &home), "{elsewhere}");
            assert_eq!(reference.name_at(&home), None, "{elsewhere}");
        }
    }
}
