//! Letters that are looked for in a text.

use crate::app::list::filter::{Filter, Within, matcher};

use super::{image, passes};

#[test]
fn letters_that_are_strewn_over_a_text_find_nothing() {
    for (text, name, description, is_passed) in [
        ("gpu", "training-pytorch-cpu", "", false),
        ("gpu", "training-pytorch-gpu", "", true),
        ("vis412", "ml-platform-team-vision-training-pytorch-gpu-00412", "", true),
        ("gpu412", "ml-platform-team-vision-training-pytorch-gpu-00412", "", true),
        ("gpu", "a", "Training images for the whole group of people who are up to it", false),
        ("trning", "a", "Training images for the whole group of people who are up to it", true),
        ("cuda", "a", "with cuDNN and CUDA 12", true),
        ("日語", "日本語", "", true),
    ] {
        assert_eq!(passes(text, &image(name, "", description, "CREATED")), is_passed, "{text} {name}");
    }
}

#[test]
fn a_longer_word_narrows_but_a_turned_one_may_not() {
    let narrows = |after: &str, before: &str| Filter::new(after).narrows(&Filter::new(before));
    for (after, before, does) in [
        ("torch", "tor", true),
        ("tor gpu", "tor", true),
        ("to", "tor", false),
        ("-gpu", "-g", false),
        ("-gpu a", "-gpu", true),
        ("status:f", "status:", true),
        ("status:fa", "status:f", true),
        ("a status:f", "b", false),
        ("status:", "status", false),
        // The statuses come in with the last letter.
        ("failed", "faile", false),
        ("failed", "failed", true),
        ("used:", "used", false),
        ("used: a", "used:", true),
        ("-used:", "used:", false),
        ("older:90d", "older:9", true),
        ("older:90d", "older:9d", false),
        (
            "arn:aws:sagemaker:us-east-1:123456789012:image/ab",
            "arn:aws:sagemaker:us-east-1:123456789012:image/a",
            false,
        ),
    ] {
        assert_eq!(narrows(after, before), does, "{after} after {before}");
    }
}

#[test]
fn the_letters_that_were_found_are_known() {
    for (filter, text, letters) in [
        ("pygpu", "PyTorch-gpu", vec![0, 1, 8, 9, 10]),
        ("\"to\"", "Torto", vec![0, 1, 3, 4]),
        ("-py", "PyTorch", vec![]),
        ("desc:py status:failed", "PyTorch", vec![]),
        ("ü", "Für", vec![1]),
        ("\"本語\"", "日本語", vec![1, 2]),
        ("zzz", "PyTorch", vec![]),
    ] {
        assert_eq!(
            Filter::new(filter).letters(text, Within::Names, &mut matcher()),
            letters,
            "{filter} {text}"
        );
    }
}

#[test]
fn in_a_description_letters_are_looked_for_word_by_word() {
    let description = "For the ads team's libraries: träining, staging";
    for (filter, is_passed, letters) in [
        ("atlas", false, vec![]),
        ("libris", true, vec![19, 20, 21, 22, 25, 27]),
        ("trining", true, vec![30, 31, 33, 34, 35, 36, 37]),
        ("stag", true, vec![40, 41, 42, 43]),
        // Three letters are in too many words.
        ("lbs", false, vec![]),
    ] {
        assert_eq!(passes(filter, &image("x", "", description, "CREATED")), is_passed, "{filter}");
        let found = Filter::new(filter).letters(description, Within::Description, &mut matcher());
        assert_eq!(found, letters, "{filter}");
    }
}
