//! What passes which filter.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

use super::needle::fold;
use super::{Candidate, Facts, Filter, Reader, Verdict, Within, matcher};
use crate::app::{Dated, Images, Remote, Usage};
use crate::domain::{Image, ImageName, ImageStatus, RoleArn, TagSet, Text};

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

#[test]
fn terms_are_joined_by_and() {
    let torch = image("PyTorch-2.4-gpu", "Bildanalyse Über", "for the vision team", "UPDATE_FAILED");
    for (text, is_passed) in [
        ("", true),
        ("torch", true),
        ("GPU torch", true),
        ("über", true),
        ("uber", true),
        ("vision", true),
        ("torch cpu", false),
        ("-cpu", true),
        ("!gpu", false),
        ("-", true),
        // A few letters of a word, and of the words behind it.
        ("ptrch", true),
        ("pytgpu", true),
        ("pt24", true),
        ("\"ptrch\"", false),
        ("-ptrch", true),
        ("\"vision team\"", true),
        ("-\"vision team\"", false),
        ("\"team vision\"", false),
        // Statuses.
        ("failed", true),
        ("FAILED", true),
        ("fai", true),
        ("faile", true),
        ("fa", false),
        ("\"fail\"", false),
        ("bus", false),
        ("update_failed", true),
        ("\"failed\"", false),
        ("-failed", false),
        ("busy", false),
        ("status:fail", true),
        ("status:failed", true),
        ("STATUS:created", false),
        ("-status:created", true),
        ("!status:failed", false),
        ("status:busy", false),
        ("status:", true),
        // Fields.
        ("name:torch", true),
        ("name:vision", false),
        ("name:failed", false),
        ("desc:vision", true),
        ("desc:torch", false),
        ("-desc:torch", true),
        ("desc:\"the vision\"", true),
        ("older:9d", true),
        ("older:11d", false),
        ("newer:11d", true),
        ("newer:1w", false),
        ("-newer:1w", true),
        ("unset:description", false),
        ("-unset:display-name", true),
    ] {
        assert_eq!(passes(text, &torch), is_passed, "{text:?}");
        assert_eq!(Filter::new(text).problems(), <[String; 0]>::default(), "{text:?}");
    }
    let busy = image("a", "", "", "UPDATING");
    for text in
        ["busy", "status:b", "status:busy", "updating", "status:upd", "unset:desc", "unset:display-name"]
    {
        assert!(passes(text, &busy), "{text}");
    }
    assert!(!passes("-busy", &busy));
}

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
fn what_is_not_understood_says_so_and_keeps_nothing_out() {
    let any = image("a", "", "", "CREATED");
    for (text, said) in [
        ("colour:red", "‘colour:’. To search for the text, put it in quotes: \"colour:red\""),
        ("-http://a", "put it in quotes: \"http://a\""),
        ("older:9", "‘9’ is not a duration. Use a number and m, h, d, w, mo or y, such as older:90d"),
        ("newer:soon", "such as newer:90d"),
        ("unset:x", "‘x’. Use unset:description, unset:display-name or unset:role"),
        ("status:fialed", "No image has the status ‘fialed’; did you mean “failed”?"),
        ("status:craeted", "did you mean “created”?"),
        ("used:yes", "‘used:’ takes no value: remove ‘yes’"),
        ("arn:aws:sagemaker", "Not a complete ARN of an image or image version"),
    ] {
        let filter = Filter::new(text);
        assert!(filter.problems().len() == 1 && filter.problems()[0].contains(said), "{filter:?}");
        assert!(filter.is_open() && !filter.is_blank() && passes(text, &any), "{text}");
        assert!(passes("\"colour:red\"", &image("a", "", "a colour:red thing", "CREATED")));
    }
}

#[test]
fn what_is_not_known_is_neither_so_nor_otherwise() {
    let any = image("a", "", "", "CREATED");
    let role = (Some("arn:aws:iam::123456789012:role/SageMakerRole"), [("team", "Vision")]);
    for (text, verdict) in [
        ("role:sagemaker", Verdict::Passes),
        ("role:lambda", Verdict::Fails),
        ("-role:lambda", Verdict::Passes),
        ("unset:role", Verdict::Fails),
        ("tag:team", Verdict::Passes),
        ("tag:team=vis", Verdict::Passes),
        ("tag:team=nlp", Verdict::Fails),
        ("-tag:team", Verdict::Fails),
    ] {
        assert_eq!(judge_with(text, &any, Some((role.0, &role.1))), verdict, "{text}");
        assert_eq!(judge_with(text, &any, None), Verdict::NotKnown, "{text}");
        assert_eq!(judge_with(&format!("{text} zzz"), &any, None), Verdict::Fails, "{text}");
    }
    assert_eq!(judge_with("unset:role", &any, Some((None, &[]))), Verdict::Passes);
    assert_eq!(judge_with("older:1d", &Image { modified: None, ..any }, None), Verdict::NotKnown);
}

#[test]
fn an_arn_is_of_one_image() {
    let arn = |rest: &str| format!("arn:aws:sagemaker:us-east-1:123456789012:{rest}");
    let torch = image("Torch-a", "", "", "CREATED");
    for (word, is_passed) in [
        (arn("image/Torch-a"), true),
        (arn("image-version/torch-a/7"), true),
        (arn("image/torch"), false),
        (arn("image/a"), false),
        (format!("-{}", arn("image/torch-a")), false),
        (arn("image/torch-a").replace("us-east-1", "eu-west-1"), false),
        (arn("image/torch-a").replace("123456789012", "210987654321"), false),
        // As it stands where it is copied from.
        (format!("\"{}\"", arn("image/torch-a")), true),
        (format!("'{}'", arn("image/torch-a")), true),
        (format!("‘{}’", arn("image-version/torch-a/7")), true),
        (format!("\"{}\",", arn("image/torch-a")), true),
        (format!("\"{}", arn("image/torch-a")), true),
        (format!("'{}'", arn("image/torch")), false),
        (format!("-\"{}\"", arn("image/torch-a")), false),
    ] {
        let text = format!("tor {word}");
        assert_eq!(passes(&text, &torch), is_passed, "{word}");
        assert_eq!(Filter::new(&text).arn().is_some(), !word.starts_with('-'), "{word}");
        assert_eq!(Filter::new(&text).problems(), <[String; 0]>::default(), "{word}");
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

/// Words such as may be typed, and others.
fn typed() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        proptest::sample::select(vec![
            "a",
            "b",
            "torch",
            "gpu",
            " ",
            "\"",
            "-",
            "!",
            ":",
            "status:",
            "name:",
            "desc:",
            "older:",
            "newer:",
            "unset:",
            "role:",
            "tag:",
            "used:",
            "unused:",
            "failed",
            "busy",
            "9",
            "d",
            "ü",
            "İ",
            "ß",
            "日",
            "e\u{301}",
            "arn:",
            "arn:aws:sagemaker:us-east-1:123456789012:image/",
            "\u{a0}",
            "x:",
        ]),
        0..8,
    )
    .prop_map(|parts| parts.concat())
}

fn images() -> impl Strategy<Value = Image> {
    let text = "[abgptu ÜİßA-]{0,12}|\\PC{0,8}|(torch|gpu|failed|日本)[-0-9ab]{0,6}";
    let status = proptest::sample::select(vec!["CREATED", "UPDATING", "UPDATE_FAILED", "HIBERNATED"]);
    (text, text, text, status).prop_map(|(name, display_name, description, status)| {
        image(&format!("i{name}"), &display_name, &description, status)
    })
}

proptest! {
    #[test]
    fn anything_can_be_typed(text in "\\PC{0,30}", of in images()) {
        let filter = Filter::new(&text);
        let _ = judge_with(&text, &of, None);
        let _ = filter.letters(of.name.as_str(), Within::Names, &mut matcher());
        for (caret, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let offers = super::Offers::at(&text, caret);
            prop_assert!(text.get(offers.part).is_some());
        }
    }

    #[test]
    fn words_that_are_not_understood_keep_nothing_out(text in typed(), of in images()) {
        let filter = Filter::new(&text);
        let understood: Vec<_> = super::words::split(&text)
            .into_iter()
            .filter(|word| super::parse::term(word).is_ok())
            .map(|word| word.whole.to_owned())
            .collect();
        prop_assert_eq!(filter.problems().is_empty(), understood.len() == super::words::split(&text).len());
        prop_assert_eq!(judge_with(&text, &of, None), judge_with(&understood.join(" "), &of, None));
    }

    #[test]
    fn quotes_search_for_what_stands_in_them(text in "[abgptuÜİß A-]{1,6}|\\PC{1,4}", of in images()) {
        let all = [Some(&of.name).map(|name| name.as_str().to_owned()), of.display_name.clone().map(|t| t.as_str().to_owned()), of.description.clone().map(|t| t.as_str().to_owned())];
        let is_there = all.iter().flatten().any(|one| fold(one).contains(&fold(&text)));
        if !text.contains('"') {
            prop_assert_eq!(passes(&format!("\"{text}\""), &of), is_there, "{:?}", text);
            // What is there as it stands is there by its letters, too.
            let is_word = !text.contains(|c: char| c.is_whitespace() || c == ':') && !text.starts_with(['-', '!']);
            prop_assert!(!is_there || !is_word || passes(&text, &of));
        }
    }

    #[test]
    fn what_is_turned_around_passes_where_it_did_not(text in typed(), of in images(), mark in any::<bool>()) {
        for word in super::words::split(&text).into_iter().filter(|word| !word.negated) {
            let Ok(Some(_)) = super::parse::term(&word) else { continue };
            // Fuzzy as it is, its exact reading is what is turned around.
            let is_exact = word.quoted || word.field.is_some_and(|field| !["name", "desc"].contains(&field));
            let turned = judge_with(&format!("{}{}", if mark { '-' } else { '!' }, word.whole), &of, None);
            match judge_with(word.whole, &of, None) {
                Verdict::Passes if is_exact => prop_assert_eq!(turned, Verdict::Fails),
                Verdict::Passes => {}
                Verdict::NotKnown => prop_assert_eq!(turned, Verdict::NotKnown),
                Verdict::Nearly | Verdict::Fails => prop_assert_eq!(turned, Verdict::Passes, "{}", word.whole),
            }
        }
    }

    #[test]
    fn what_failed_fails_where_the_filter_narrows(before in typed(), more in typed(), of in images()) {
        let after = format!("{before}{more}");
        if Filter::new(&after).narrows(&Filter::new(&before)) && judge_with(&before, &of, None) == Verdict::Fails {
            prop_assert_eq!(judge_with(&after, &of, None), Verdict::Fails, "{} after {}", after, before);
        }
    }
}
