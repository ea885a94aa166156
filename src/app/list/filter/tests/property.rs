//! Whatever is typed.

use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

use crate::app::list::filter::needle::fold;
use crate::app::list::filter::{Filter, Verdict, Within, matcher};
use crate::domain::Image;

use super::{image, judge_with, passes};

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

pub fn images() -> impl Strategy<Value = Image> {
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
            let offers = crate::app::list::filter::Offers::at(&text, caret);
            prop_assert!(text.get(offers.part).is_some());
        }
    }

    #[test]
    fn words_that_are_not_understood_keep_nothing_out(text in typed(), of in images()) {
        let filter = Filter::new(&text);
        let understood: Vec<_> = crate::app::list::filter::words::split(&text)
            .into_iter()
            .filter(|word| crate::app::list::filter::parse::term(word).is_ok())
            .map(|word| word.whole.to_owned())
            .collect();
        prop_assert_eq!(filter.problems().is_empty(), understood.len() == crate::app::list::filter::words::split(&text).len());
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
        for word in crate::app::list::filter::words::split(&text).into_iter().filter(|word| !word.negated) {
            let Ok(Some(_)) = crate::app::list::filter::parse::term(&word) else { continue };
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
