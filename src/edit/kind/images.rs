//! Several images, edited by one form.

use std::collections::BTreeMap;

use crate::domain::{Image, ImageName};
use crate::edit::FieldKey;

use super::image;

/// What a field holds in all of them, if it is the same.
#[must_use]
pub fn value<'a>(images: &'a BTreeMap<ImageName, Image>, key: &FieldKey) -> Option<&'a str> {
    let mut values = images.values().map(|it| image::value(it, key));
    let first = values.next()?;
    if values.all(|value| value == first) { first } else { None }
}
