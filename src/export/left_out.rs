//! What a resource does not hold of the tags of its image.

use crate::domain::TagSet;

/// A sentence for a comment, where there is something to say.
pub(super) fn of_tags(tags: Option<&TagSet>) -> Option<&'static str> {
    match tags {
        None => Some("Its tags were not loaded."),
        Some(tags) => {
            tags.holds_unclean().then_some("A tag was left out: it contains unprintable characters.")
        }
    }
}
