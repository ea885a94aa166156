//! What passes which filter.

mod letters;
mod property;
mod terms;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::app::{Dated, Images, Remote, Usage};
use crate::domain::{Image, ImageName, ImageStatus, RoleArn, TagSet, Text};

use super::{Candidate, Facts, Filter, Reader, Verdict};

fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn image(name: &str, display_name: &str, description: &str, status: &str) -> Image {
    let text = |text: &str| (!text.is_empty()).then(|| Text::clean(text));
    Image {
        arn: text(&format!("arn:aws:sagemaker:us-east-1:123456789012:image/{name}")),
        display_name: text(display_name),
        description: text(description),
        status: Some(ImageStatus::from_word(status)),
        modified: Some(now() - SignedDuration::from_hours(24 * 10)),
        ..Image::named(ImageName::received(name))
    }
}

/// Role and tags of an image.
type Described<'a> = (Option<&'a str>, &'a [(&'a str, &'a str)]);

/// What becomes of an image of which besides the list that is known.
fn judge_with(text: &str, image: &Image, described: Option<Described<'_>>) -> Verdict {
    let (mut details, mut tags) = (BTreeMap::new(), BTreeMap::new());
    if let Some((role, pairs)) = described {
        let value = Remote::Ready(Image { role: role.map(RoleArn::received), ..image.clone() });
        details.insert(image.name.clone(), Dated { value, read_at: Some(now()) });
        let mut set = TagSet::none(image.name.clone(), "arn".into());
        set.tags.extend(pairs.iter().map(|(key, value)| (Text::clean(key), Text::clean(value))));
        tags.insert(image.name.clone(), Dated { value: Remote::Ready(set), read_at: Some(now()) });
    }
    let facts = Facts { usage: &Usage::default(), details: &details, tags: &tags, now: now() };
    let mut images = Images::default();
    images.merge(vec![image.clone()]);
    let listed = images.get(&image.name).unwrap();
    Filter::new(text).judge(&Candidate { listed, facts }, &mut Reader::default())
}

fn passes(text: &str, image: &Image) -> bool {
    judge_with(text, image, None) == Verdict::Passes
}
