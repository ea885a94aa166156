//! The filter of the list.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use sagescope::app::{
    Dated, Facts, Filter, Images, ListView, ListedImage, Offers, Remote, Sort, Usage, Within, matcher,
};
use sagescope::domain::{Image, ImageName, ImageStatus, RoleArn, TagSet, Text};

/// Any query is understood or said what is wrong with it. Typed letter by letter, it leaves the same images as at
/// once; what is found in a text stands there; and what is offered is what may be typed.
pub fn check(data: &[u8]) {
    // What is typed is cleaned before it is a query, and has an end.
    let text = Text::clean(&String::from_utf8_lossy(&data[..data.len().min(40)]));
    let text = text.as_str();
    KNOWN.with(|known| check_query(text, known));
}

thread_local! {
    static KNOWN: Known = Known::of_some_images();
}

fn check_query(text: &str, known: &Known) {
    let mut typed = ListView::sorted(Sort::default());
    typed.settle(&known.images);
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    for end in std::iter::once(0).chain(ends) {
        let begin = &text[..end];
        typed.set_filter(&known.images, &known.facts(), Filter::new(begin));
        assert_eq!(names(&mut typed, known), names(&mut at_once(begin, known), known), "{begin:?}");
        check_offers(text, end);
    }
    let filter = Filter::new(text);
    assert_eq!((filter.text(), filter.is_blank()), (text, text.trim().is_empty()));
    assert!(filter.problems().iter().all(|words| super::is_harmless(words)));
    let mut matcher = matcher();
    for (image, within) in known.texts() {
        let letters = filter.letters(&image, within, &mut matcher);
        let count = u32::try_from(image.chars().count()).expect("a short text");
        assert!(letters.is_sorted() && letters.iter().all(|at| *at < count), "{image:?} {letters:?}");
    }
}

fn at_once(text: &str, known: &Known) -> ListView {
    let mut list = ListView::sorted(Sort::default());
    list.set_filter(&known.images, &known.facts(), Filter::new(text));
    list
}

fn names(list: &mut ListView, known: &Known) -> Vec<ImageName> {
    while list.is_sifting() {
        list.go_on(&known.images, &known.facts());
    }
    list.names(&known.images)
}

fn check_offers(text: &str, caret: usize) {
    let offers = Offers::at(text, caret);
    let part = &text[offers.part.clone()];
    if let Some(first) = offers.first() {
        assert!(first.to_ascii_lowercase().starts_with(&part.to_ascii_lowercase()), "{part:?} {first:?}");
    }
}

/// A few images and what is known of them.
struct Known {
    images: Images,
    usage: Usage,
    details: BTreeMap<ImageName, Dated<Image>>,
    tags: BTreeMap<ImageName, Dated<TagSet>>,
}

impl Known {
    fn of_some_images() -> Self {
        let mut known = Self {
            images: Images::default(),
            usage: Usage::default(),
            details: BTreeMap::new(),
            tags: BTreeMap::new(),
        };
        let all = [
            ("pytorch-2.4-gpu", "PyTorch 2.4 (GPU)", "Training image for the vision team", "CREATED"),
            ("sklearn-base", "", "Either this or that", "UPDATE_FAILED"),
            ("Über.日本語", "\u{3a3}\u{3c2} e\u{301} ﬁ İ", "an ß and \u{1f468}\u{200d}\u{1f469}", "UPDATING"),
            ("a", "a", "", "DELETE_FAILED"),
        ];
        known.images.merge(all.into_iter().enumerate().map(image).collect());
        for (at, (name, ..)) in all.into_iter().enumerate().skip(1) {
            let image = image((at, all[at]));
            let mut tags = TagSet::none(image.name.clone(), "arn".into());
            tags.tags.insert("team".into(), name.into());
            let value = Remote::Ready(tags);
            known.tags.insert(image.name.clone(), Dated { value, read_at: Some(now()) });
            let role = Some(RoleArn::received("arn:aws:iam::123456789012:role/SageMaker"));
            let value = Remote::Ready(Image { role, ..image.clone() });
            known.details.insert(image.name, Dated { value, read_at: Some(now()) });
        }
        known
    }

    fn facts(&self) -> Facts<'_> {
        Facts { usage: &self.usage, details: &self.details, tags: &self.tags, now: now() }
    }

    fn texts(&self) -> Vec<(String, Within)> {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let of = |image: ListedImage<'_>| {
            [
                (image.name_str().to_owned(), Within::Names),
                (text(image.display_name()), Within::Names),
                (text(image.description()), Within::Description),
            ]
        };
        self.images.rows().iter().flat_map(of).collect()
    }
}

fn now() -> Timestamp {
    Timestamp::from_second(1_790_000_000).expect("a time")
}

fn image((at, (name, display_name, description, status)): (usize, (&str, &str, &str, &str))) -> Image {
    let text = |text: &str| (!text.is_empty()).then(|| Text::clean(text));
    let age = SignedDuration::from_hours(24 * 30 * i64::try_from(at).expect("a few"));
    Image {
        display_name: text(display_name),
        description: text(description),
        status: Some(ImageStatus::from_word(status)),
        modified: Some(now() - age),
        ..Image::named(ImageName::received(name))
    }
}
