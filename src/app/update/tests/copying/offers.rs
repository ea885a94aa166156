//! The menu of what can be copied.

use crate::app::play::{Play, image};
use crate::domain::Image;

use super::{ARN, menu, on_a_version};

/// What one row of a table copies.
enum Copies {
    Just(&'static str),
    /// Text of several lines, or with more options behind.
    From(&'static str),
}

impl Copies {
    #[track_caller]
    fn are(&self, copied: &[String]) {
        let [copied] = copied else { panic!("{copied:?}") };
        match self {
            Self::Just(text) => assert_eq!(copied, text),
            Self::From(text) => assert!(copied.starts_with(text), "{copied}"),
        }
    }
}

#[test]
fn each_key_of_the_menu_copies_what_it_says_and_closes_it() {
    use Copies::{From, Just};
    for (key, what, copies) in [
        ("n", "name", Just("a")),
        ("a", "ARN", Just(ARN)),
        ("d", "display name", Just("a shown")),
        ("r", "role ARN", Just(crate::app::play::ROLE)),
        ("j", "JSON", From("{\n  \"CreationTime\": \"2026-09-20T")),
        ("y", "YAML", From("CreationTime: \"2026-09-20T")),
        (
            "c",
            "AWS CLI command",
            From("aws sagemaker describe-image --image-name a --profile research --region us-east-1"),
        ),
        (
            "t",
            "Terraform block",
            From(
                "resource \"aws_sagemaker_image\" \"a\" {\n  image_name   = \"a\"\n  role_arn     = \"arn:aws:iam::",
            ),
        ),
        (
            "k",
            "CloudFormation template",
            From(
                "# Its tags were not loaded.\nResources:\n  A:\n    Type: AWS::SageMaker::Image\n    \
                 Properties:\n      ImageName: a\n",
            ),
        ),
        (
            "l",
            "console address",
            Just("https://us-east-1.console.aws.amazon.com/sagemaker/home?region=us-east-1#/images/a"),
        ),
    ] {
        for from in ["", "enter "] {
            let mut play = Play::with(&["a"]);
            play.press(&format!("{from}y"));
            assert_eq!(play.top(), "copy");
            play.press(key);
            assert_eq!(play.top(), "browser", "{key}");
            copies.are(&play.copied);
            assert_eq!(play.said(), format!("Copied the {what} of a: Terminal."));
        }
    }
}

#[test]
fn the_menu_is_gone_over_and_enter_copies() {
    let mut play = Play::with(&["a"]);
    play.press("y down down up enter");
    assert_eq!(play.copied, [ARN]);
    play.press("y esc y q");
    assert_eq!((play.top(), play.copied.len(), play.quit), ("browser", 1, false));
}

#[test]
fn one_key_copies_the_arn() {
    let mut play = Play::with(&["a"]);
    play.press("Y");
    assert_eq!(play.copied, [ARN]);
    let mut play = on_a_version();
    play.press("Y");
    assert_eq!(play.copied, ["arn:aws:sagemaker:us-east-1:123456789012:image-version/a/3"]);
}

#[test]
fn of_a_version_in_focus_the_menu_is_about_that_and_says_where_it_means_the_image() {
    use Copies::{From, Just};
    let all = [
        "n image name",
        "a ARN",
        "d image display name",
        "r image role ARN",
        "f failure reason",
        "i container image",
        "j JSON",
        "y YAML",
        "c AWS CLI command",
        "t image Terraform block",
        "k image CloudFormation template",
        "l image console address",
    ];
    let mut play = on_a_version();
    play.press("y");
    assert_eq!(menu(&play), all);
    for (key, copies, said) in [
        ("n", Just("a"), "the name of a:"),
        ("a", Just("arn:aws:sagemaker:us-east-1:123456789012:image-version/a/3"), "the ARN of a version 3:"),
        ("d", Just("a shown"), "the display name of a:"),
        ("f", Just("It could not be pulled."), "the failure reason of a version 3:"),
        ("i", Just("registry/ml@sha256:9f86"), "the container image of a version 3:"),
        ("j", From("{\n  \"BaseImage\": \"base:3\",\n"), "the JSON of a version 3:"),
        (
            "c",
            From("aws sagemaker describe-image-version --image-name a --version-number 3 --profile research"),
            "the AWS CLI command of a version 3:",
        ),
        ("t", From("resource"), "the Terraform block of a:"),
        ("l", From("https://"), "the console address of a:"),
    ] {
        let mut play = on_a_version();
        play.press("y");
        play.press(key);
        copies.are(&play.copied);
        assert_eq!(play.said(), format!("Copied {said} Terminal."));
    }
}

#[test]
fn where_the_service_s_own_answer_is_known_that_is_copied() {
    let raw = |second: u32| format!(r#"{{"ImageName":"a","LastModifiedTime":{second}.5,"Later":["new"]}}"#);
    let modified = u32::try_from(image("a").modified.unwrap().as_second()).unwrap();
    for (second, is_raw) in [(modified + 1, true), (modified, true), (modified - 1, false)] {
        let mut play = Play::with(&["a"]);
        play.press("5");
        play.answer_raw("a", &raw(second));
        play.press("1 y");
        let label = if is_raw { "raw " } else { "" };
        for row in [format!("j {label}JSON"), format!("y {label}YAML")] {
            assert!(menu(&play).contains(&row), "{row}");
        }
        play.press("j y y");
        assert_eq!(play.copied[0].contains("\"Later\": [\n    \"new\"\n  ]"), is_raw, "{}", play.copied[0]);
        assert_eq!(play.copied[1].contains("Later:\n  - new"), is_raw, "{}", play.copied[1]);
        assert!(play.copied[0].contains("\"LastModifiedTime\": \"2026-"), "{}", play.copied[0]);
    }
    // What breaks off is no answer.
    let mut play = Play::with(&["a"]);
    play.press("5");
    play.answer_raw("a", &raw(modified)[..20]);
    play.press("1 y j");
    assert!(play.copied[0].contains("\"DisplayName\": \"a shown\""), "{}", play.copied[0]);

    let mut play = on_a_version();
    play.press("5 i");
    play.answer_raw("version 3 of a", r#"{"Version":3,"Later":true}"#);
    play.press("2 y j");
    assert_eq!(play.copied, ["{\n  \"Version\": 3,\n  \"Later\": true\n}"]);
    assert!(play.said().starts_with("Copied the raw JSON of a version 3: "), "{}", play.said());
}

#[test]
fn what_is_not_known_is_not_offered() {
    let mut play = Play::begin();
    play.locate();
    play.page(&["a"], None);
    play.press("y");
    // ListImages gives no role, and so there is no resource.
    let known =
        ["n name", "a ARN", "d display name", "j JSON", "y YAML", "c AWS CLI command", "l console address"];
    assert_eq!(menu(&play), known);
    play.press("t k r f i");
    assert!(play.copied.is_empty() && play.top() == "copy");
    let mut play = Play::with(&["a"]);
    play.press("r");
    play.describe(Image { failure_reason: Some("Gone.".into()), ..image("a") });
    play.press("y f");
    assert_eq!(play.copied, ["Gone."]);
    play.press("/ x x enter y Y");
    assert_eq!((play.top(), play.copied.len()), ("browser", 1), "there is no image to copy of");
}

#[test]
fn of_marked_images_there_are_names_arns_and_a_table() {
    let mut play = Play::with(&["a", "b", "c"]);
    play.press("space space y");
    assert_eq!(menu(&play), ["n names", "a ARNs", "s table (TSV)"]);
    play.press("n");
    play.press("y a");
    play.press("y s");
    assert_eq!(play.copied[0], "a\nb");
    assert_eq!(play.copied[1], format!("{ARN}\n{}b", ARN.trim_end_matches('a')));
    let rows: Vec<_> = play.copied[2].lines().map(|row| row.split('\t').next().unwrap().to_owned()).collect();
    assert_eq!(rows, ["ImageName", "a", "b"]);
    assert!(play.said().contains("Copied the table (TSV) of 2 marked images"), "{}", play.said());
}
