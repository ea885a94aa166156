//! Tags as the SDK gives them, in the words of the domain.

use aws_sdk_sagemaker::types::Tag;
use tracing::warn;

use crate::domain::operation::LIST_TAGS;
use crate::domain::{ImageName, TagSet, Text};

/// The tags of `image`, whose ARN is `arn`. One without a key can't be told of and is left out; one that
/// cleaning alters is kept as unclean. Where that would give two tags the same key, the later one has its
/// count behind it, as in `team (2)`, so that both are seen.
pub(super) fn of_list(list: Vec<Tag>, image: &ImageName, arn: Text) -> TagSet {
    let mut set = TagSet::none(image.clone(), arn);
    let tags = list.into_iter().filter_map(|tag| match tag.key {
        Some(key) if !key.is_empty() => Some((key, tag.value.unwrap_or_default())),
        Some(_) | None => {
            warn!("{LIST_TAGS} gave a tag without a key; it is left out");
            None
        }
    });
    // A key that is exactly known keeps its place.
    let (exact, altered): (Vec<_>, Vec<_>) = tags.partition(|(key, _)| !is_altered(key));
    for (key, value) in exact {
        let key = Text::clean(&key);
        if is_altered(&value) {
            set.unclean.insert(key.clone());
        }
        set.tags.insert(key, Text::clean(&value));
    }
    for (key, value) in altered {
        let key = free_key(&set, &Text::clean(&key));
        set.unclean.insert(key.clone());
        set.tags.insert(key, Text::clean(&value));
    }
    set
}

/// Whether cleaning alters `raw`.
fn is_altered(raw: &str) -> bool {
    Text::clean(raw).as_str() != raw
}

/// `key`, or the first key made from it that no tag has.
fn free_key(set: &TagSet, key: &Text) -> Text {
    let mut free = key.clone();
    let mut count = 1;
    while set.tags.contains_key(&free) {
        count += 1;
        free = Text::from(format!("{key} ({count})"));
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tags: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<String>) {
        let list = tags.iter().map(|(key, value)| Tag::builder().key(*key).value(*value).build()).collect();
        let set = of_list(list, &ImageName::received("a"), "arn".into());
        let tags = set.tags.iter().map(|(key, value)| (key.to_string(), value.to_string()));
        (tags.collect(), set.unclean.iter().map(Text::to_string).collect())
    }

    fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn keys_and_values_are_kept_as_they_are_or_called_unclean() {
        for (tags, shown, unclean) in [
            (&[("Team", "ml"), ("team", "")][..], &[("Team", "ml"), ("team", "")][..], &[][..]),
            (&[("a", "x\u{1b}[1my")], &[("a", "x\u{fffd}y")], &["a"]),
            (&[("a\nb", "x")], &[("a b", "x")], &["a b"]),
            (
                &[("a\u{1b}[1m", "1"), ("a\u{1b}[2m", "2"), ("a\u{fffd}", "exact")],
                &[("a\u{fffd}", "exact"), ("a\u{fffd} (2)", "1"), ("a\u{fffd} (3)", "2")],
                &["a\u{fffd} (2)", "a\u{fffd} (3)"],
            ),
        ] {
            let unclean: Vec<_> = unclean.iter().map(|key: &&str| (*key).to_owned()).collect();
            assert_eq!(of(tags), (owned(shown), unclean), "{tags:?}");
        }
    }

    #[test]
    fn a_tag_without_a_key_is_left_out_and_one_without_a_value_is_empty() {
        let list = vec![
            Tag::builder().value("lost").build(),
            Tag::builder().key("").value("lost").build(),
            Tag::builder().key("kept").build(),
        ];
        let set = of_list(list, &ImageName::received("a"), "arn".into());
        assert_eq!(set.tags, [("kept".into(), "".into())].into());
    }
}
