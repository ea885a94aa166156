//! Terms, and what they mean together.

use crate::app::list::filter::{Filter, Verdict};
use crate::domain::Image;

use super::{image, judge_with, passes};

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
