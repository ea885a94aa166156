//! Several images, edited by one form.

use std::collections::BTreeMap;

use crate::domain::{Image, ImageName};
use crate::edit::{Difference, FieldKey};

use super::image;

/// What a field holds in all of them, if it is the same.
#[must_use]
pub fn value<'a>(images: &'a BTreeMap<ImageName, Image>, key: &FieldKey) -> Option<&'a str> {
    let mut values = images.values().map(|it| image::value(it, key));
    let first = values.next()?;
    if values.all(|value| value == first) { first } else { None }
}

/// The fields in which each is not as before. What is in one of the two only is passed over.
#[must_use]
pub fn differences(before: &BTreeMap<ImageName, Image>, now: &BTreeMap<ImageName, Image>) -> Vec<Difference> {
    let both = before.iter().filter_map(|(name, before)| Some((name, before, now.get(name)?)));
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let each = both.flat_map(|(name, before, now)| {
        image::FIELDS.iter().map(move |field| Difference {
            image: Some(name.clone()),
            key: field.key.clone(),
            label: field.label,
            before: owned(image::value(before, &field.key)),
            now: owned(image::value(now, &field.key)),
        })
    });
    each.filter(|it| it.before != it.now).collect()
}
