//! What is copied, and what is said of it.

use crate::app::{Copied, Msg, Reach};
use crate::domain::{Image, ImageVersion, Mode};

use super::play::{Asked, Play, asked, image, reply, version};

const ARN: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/a";

/// The labels of what the menu offers, each with its key.
fn menu(play: &Play) -> Vec<String> {
    let key = |copy| {
        let action = crate::keys::Action::Copy(copy);
        crate::keys::Keymap::builtin().first_key_in(crate::keys::Scope::Copy, action)
    };
    play.app
        .open_copy_menu()
        .unwrap()
        .offers
        .iter()
        .map(|offer| format!("{} {}", key(offer.action), offer.label))
        .collect()
}

/// The versions of `a`, the newest in focus, which was described.
fn on_a_version() -> Play {
    let mut play = Play::with(&["a"]);
    play.press("enter 2");
    play.answer_versions("a", [3, 2]);
    let described = ImageVersion {
        container_image: Some("registry/ml@sha256:9f86".into()),
        failure_reason: Some("It could not be pulled.".into()),
        ..version("a", 3)
    };
    play.answer(|asked| *asked == Asked::Version("a".into(), 3), reply::version(described));
    play
}

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
        ("r", "role ARN", Just(super::play::ROLE)),
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
fn what_is_shown_is_what_is_copied_whatever_comes_in_meanwhile() {
    for key in ["d", "down down enter"] {
        let mut play = Play::with(&["a"]);
        play.press("r y");
        let before = play.screen();
        let later = Image { display_name: Some("Later".into()), role: None, ..image("a") };
        play.describe(Image { failure_reason: Some("Gone.".into()), ..later });
        for row in menu(&play) {
            assert!(before.contains(&row), "{row}");
        }
        play.press(key);
        assert_eq!(play.copied, ["a shown"]);
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

#[test]
fn what_cleaning_replaced_in_what_is_copied_is_said() {
    const SAID: &str = "Unprintable characters were replaced.";
    let with = |texts: [&str; 2]| {
        let mut play = Play::with(&["a", "b"]);
        play.press("r");
        let [display_name, description] = texts.map(|text| Some(text.into()));
        play.describe(Image { display_name, description, ..image("a") });
        play
    };
    for hostile in ["x\u{1b}[1my", "x\u{7}", "x\u{202e}y", "x\ty", "x\ny"] {
        for (keys, texts, says) in [
            ("y j", ["plain", hostile], true),
            ("y y", [hostile, "plain"], true),
            ("y d", [hostile, "plain"], true),
            ("y t", [hostile, "plain"], true),
            ("y k", ["plain", hostile], true),
            ("space y s", [hostile, "plain"], true),
            ("y d", ["plain", hostile], false),
            ("y n", [hostile, hostile], false),
            ("Y", [hostile, hostile], false),
        ] {
            let mut play = with(texts);
            play.press(keys);
            let said = play.said();
            assert!(said.starts_with("Copied ") && said.ends_with('.'), "{said}");
            assert_eq!(said.contains(SAID), says, "{keys} {texts:?}: {said}");
        }
    }
    // These came so.
    for text in ["x\u{fffd}y", "x\u{200b}y"] {
        let mut play = with([text, text]);
        play.press("y j");
        assert_eq!(play.said(), "Copied the JSON of a: Terminal.");
    }
    let mut play = with(["x\u{7}y", "plain"]);
    let modified = image("a").modified.unwrap().as_second();
    play.press("5");
    play.answer_raw("a", &format!(r#"{{"DisplayName":"x\u0007y","LastModifiedTime":{modified}}}"#));
    play.press("1 y j");
    assert_eq!(play.said(), "Copied the raw JSON of a: Terminal.");
    // What did not arrive holds nothing.
    let mut play = Play::with(&["a"]);
    let nothing = Copied {
        what: "the JSON of a".into(),
        troubles: vec!["Not by OSC 52: gone.".into()],
        is_altered: true,
        ..Copied::default()
    };
    play.tell(Msg::Copied(nothing));
    assert_eq!(play.said(), "Not copied: the JSON of a. Not by OSC 52: gone.");

    let mut play = Play::with(&["a"]);
    play.press("enter 2");
    play.answer_versions("a", [3]);
    let notes = ImageVersion { release_notes: Some("x\u{1b}[1m".into()), ..version("a", 3) };
    play.answer(|asked| *asked == Asked::Version("a".into(), 3), reply::version(notes));
    play.press("y j");
    assert_eq!(play.said(), format!("Copied the JSON of a version 3: Terminal. {SAID}"));
}

#[test]
fn marked_images_that_the_filter_hides_are_counted_before_they_are_copied() {
    for (filter, title) in [
        ("", "2 marked images"),
        ("c", "2 marked images, 2 hidden by the filter"),
        ("b", "2 marked images, 1 hidden by the filter"),
        ("-c", "2 marked images"),
    ] {
        let mut play = Play::with(&["a", "b", "c"]);
        play.press("space space /");
        play.type_text(filter);
        play.press("enter y");
        let shown = play.screen();
        assert!(shown.contains(&format!("Copy {title} ─")), "{filter}: {shown}");
        play.press("n");
        assert_eq!(play.said(), format!("Copied the names of {title}: Terminal."));
        play.press("Y");
        assert!(
            play.said().starts_with(&format!("Copied the ARNs of {title}: Terminal.")),
            "{}",
            play.said()
        );
    }
    let mut play = Play::with(&["a", "b"]);
    play.press("space /");
    play.type_text("b");
    play.press("enter y");
    assert!(play.screen().contains("Copy 1 marked image, hidden by the filter ─"), "{}", play.screen());
}

#[test]
fn tags_that_were_not_read_are_not_taken_for_none() {
    const SAYS: &str = "# Its tags were not loaded.\n";
    let mut play = Play::with(&["a"]);
    play.press("y t y k");
    assert!(play.copied[0].ends_with("\n\n  # Its tags were not loaded.\n}\n"), "{}", play.copied[0]);
    assert!(play.copied[1].starts_with("# Its tags were not loaded.\nResources:\n"), "{}", play.copied[1]);
    for held in [vec![], vec![("team", "x")], vec![("aws:owner", "x")]] {
        let mut play = Play::with(&["a"]);
        play.press("3");
        play.answer(asked::tags, reply::tags("a", &held));
        play.press("y t y k");
        assert!(
            play.copied.iter().all(|text| !text.contains('#') && !text.contains(SAYS)),
            "{:?}",
            play.copied
        );
    }
}

#[test]
fn tags_that_are_known_are_in_the_resources() {
    let mut play = Play::with(&["a"]);
    play.press("3");
    let held = [("team", "${var.x}"), ("aws:owner", "x")];
    play.answer(asked::tags, reply::tags("a", &held));
    play.press("y t y k");
    assert!(play.copied[0].contains("\"team\" = \"$${var.x}\"") && !play.copied[0].contains("aws:owner"));
    assert!(play.copied[1].contains("Value: \"${var.x}\""), "{}", play.copied[1]);
}

#[test]
fn it_goes_every_way_that_may_lead_to_the_person() {
    let at = |is_over_ssh, is_in_tmux, has_desktop| Reach { is_over_ssh, is_in_tmux, has_desktop };
    for (reach, by) in [
        (at(false, false, false), "Terminal."),
        (at(false, false, true), "Terminal, Desktop."),
        (at(false, true, true), "Terminal, Tmux, Desktop."),
        // The desktop of this machine is not the person's.
        (at(true, true, true), "Terminal, Tmux."),
        (at(true, false, true), "Terminal."),
    ] {
        let mut play = Play::with(&["a"]);
        play.app.reach = reach;
        play.press("Y");
        assert_eq!(play.said(), format!("Copied the ARN of a: {by}"));
    }
}

#[test]
fn what_did_not_arrive_is_said() {
    let copied = |by: &[&str], troubles: &[&str]| {
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let mut play = Play::with(&["a"]);
        play.tell(Msg::Copied(Copied {
            what: "the name of a".into(),
            by: own(by),
            troubles: own(troubles),
            ..Copied::default()
        }));
        play.said()
    };
    assert_eq!(copied(&["OSC 52", "tmux"], &[]), "Copied the name of a: OSC 52, tmux.");
    assert_eq!(
        copied(&["OSC 52"], &["Not by tmux: no server."]),
        "Copied the name of a: OSC 52. Not by tmux: no server."
    );
    assert_eq!(copied(&[], &["Not by OSC 52: gone."]), "Not copied: the name of a. Not by OSC 52: gone.");
}

#[test]
fn the_console_is_opened_where_a_browser_is_and_else_its_address_is_copied() {
    const ADDRESS: &str =
        "https://us-east-1.console.aws.amazon.com/sagemaker/home?region=us-east-1#/images/a";
    let desktop = Reach { has_desktop: true, ..Reach::default() };
    let open = |reach: Reach| {
        let mut play = Play::with(&["a"]);
        play.app.reach = reach;
        play.press("o");
        play
    };
    let mut play = open(desktop);
    assert_eq!(play.browsed, [ADDRESS]);
    play.tell(Msg::Browsed { address: ADDRESS.into(), trouble: None });
    assert!(play.said().contains("account 123456789012") && play.copied.is_empty(), "{}", play.said());
    play.tell(Msg::Browsed { address: ADDRESS.into(), trouble: Some("xdg-open ended with 3".into()) });
    assert_eq!(play.copied, [ADDRESS]);
    for reach in [Reach::default(), Reach { is_over_ssh: true, ..desktop }] {
        let play = open(reach);
        assert!(play.browsed.is_empty());
        assert_eq!(play.copied, [ADDRESS]);
        assert!(play.said().contains("no browser: ") && play.said().contains(ADDRESS), "{}", play.said());
    }
}

#[test]
fn where_no_console_is_published_that_is_said() {
    let size = crate::app::Size { width: 120, height: 40 };
    for (region, mode, words) in [
        ("eusc-de-east-1", Mode::default(), "partition aws-eusc"),
        ("us-iso-east-1", Mode::default(), "partition aws-iso"),
        ("us-east-1", Mode { demo: true, read_only: false }, "Demo images"),
    ] {
        let mut play = Play::begin_at(size, mode, None);
        play.resolve("research", region, "123456789012");
        play.page(&["a"], None);
        play.app.reach.has_desktop = true;
        play.press("o");
        assert!(
            play.browsed.is_empty() && play.copied.is_empty() && play.said().contains(words),
            "{}",
            play.said()
        );
        play.press("y");
        let menu = menu(&play);
        assert!(menu.iter().any(|row| row == "n name"), "{menu:?}");
        assert!(!menu.iter().any(|row| row.contains("console")), "{menu:?}");
    }
}

#[test]
fn what_was_only_listed_is_said_to_be() {
    let mut play = Play::begin();
    play.locate();
    play.page(&["a", "b"], None);
    for (keys, what) in [("y j", "JSON"), ("y y", "YAML")] {
        play.press(keys);
        assert_eq!(
            play.said(),
            format!("Copied the {what} of a (from the list: the role isn't loaded): Terminal.")
        );
    }
    play.rest();
    play.describe(image("a"));
    play.press("y j");
    assert_eq!(play.said(), "Copied the JSON of a: Terminal.");
    // One that has no role has none.
    play.press("r");
    play.describe(Image { role: None, ..image("a") });
    play.press("y j");
    assert_eq!(play.said(), "Copied the JSON of a: Terminal.");
    // Nothing of a table is missing in the list.
    play.press("space space y s");
    assert_eq!(play.said(), "Copied the table (TSV) of 2 marked images: Terminal.");

    let mut play = Play::with(&["a"]);
    play.press("enter 2");
    play.answer_versions("a", [3, 2]);
    play.press("y j");
    assert_eq!(
        play.said(),
        "Copied the JSON of a version 3 (from the list: details aren't loaded): Terminal."
    );
}

#[test]
fn what_was_copied_last_is_what_is_said() {
    let mut play = Play::with(&["a"]);
    for keys in ["Y", "y n", "y j", "y c"] {
        play.press(keys);
        assert!(!play.said().contains("more message"), "{}", play.said());
    }
    // One that went wrong stays until it was read.
    let nothing =
        Copied { what: "the name of a".into(), troubles: vec!["Gone.".into()], ..Copied::default() };
    play.tell(Msg::Copied(nothing));
    assert_eq!(play.said(), "Not copied: the name of a. Gone.");
    play.press("Y");
    assert_eq!(play.said(), "Copied the ARN of a: Terminal. · 1 more message");
}
