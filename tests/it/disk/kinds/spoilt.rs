//! What was kept, and is damaged, or of a newer program.

use std::collections::BTreeSet;
use std::fs;

use sagescope::edit::FieldKey;
use sagescope::edit::kind::version::RELEASE_NOTES;

use crate::disk::*;

use super::{aliases, draft_from, draft_of_tags_of, one_of_each, sorted, tags, version};

/// Replaces the one draft of a program that is gone by what is made of it.
fn spoilt(draft: &Draft, from: &str, to: &str) -> (Home, PathBuf, String) {
    let home = Home::new();
    home.start().keep(draft).unwrap();
    let file = only_file(&home.drafts());
    let good = fs::read_to_string(&file).unwrap();
    let bad = good.replacen(from, to, 1);
    assert_ne!(bad, good, "{from}");
    fs::write(&file, &bad).unwrap();
    (home, file, bad)
}

#[test]
fn a_damaged_one_is_set_aside_and_named() {
    let [of_version, of_aliases, of_tags, of_several] = one_of_each(1, "words");
    let of_7 = r#"{"version":{"image":"geospatial","number":7}}"#;
    let (tags, two) = (r#""subject":{"tags":"geospatial"}"#, r#"{"tags-of":["geospatial","jupyter"]}"#);
    for (draft, from, to) in [
        // Cut short, and of another shape.
        (&of_version, "}", ""),
        (&of_version, r#""typed":{"#, r#""typed":[{"#),
        (&of_version, r#""horovod":false"#, r#""horovod":"no""#),
        (&of_aliases, r#""latest":6"#, r#""latest":"6""#),
        (&of_aliases, r#""asked":["#, r#""asked":[7,"#),
        (&of_aliases, r#""moves":"in-two""#, r#""moves":"in-three""#),
        (&of_aliases, r#""removed":["#, r#""removed":[null,"#),
        (&of_tags, r#""team":"vision""#, r#""team":null"#),
        // Numbers that no version has.
        (&of_version, r#""number":7"#, r#""number":-7"#),
        (&of_version, r#""number":7"#, r#""number":7.5"#),
        (&of_version, r#""number":7"#, r#""number":4294967296"#),
        (&of_version, r#""number":7"#, r#""number":1e400"#),
        (&of_aliases, r#""latest":6"#, r#""latest":99999999999999999999"#),
        (&of_aliases, r#""versions":["#, r#""versions":[-1,"#),
        // Of another subject than the file says, or than the edit began from.
        (&of_version, of_7, r#"{"version":{"image":"geospatial","number":8}}"#),
        (&of_version, of_7, r#"{"version":{"image":"another","number":7}}"#),
        (&of_version, of_7, r#"{"version":"geospatial"}"#),
        (&of_version, of_7, r#"{"image":"geospatial"}"#),
        (&of_version, of_7, r#"{"image":"geospatial+v7"}"#),
        (&of_version, of_7, r#"{"snapshot":"geospatial"}"#),
        (
            &of_version,
            r#""base":{"version":{"image":"geospatial""#,
            r#""base":{"version":{"image":"another""#,
        ),
        (&of_tags, tags, r#""subject":{"aliases":"geospatial"}"#),
        (&of_tags, tags, r#""subject":{"tags":"Geospatial"}"#),
        (&of_tags, tags, r#""subject":{"tags":"../geospatial"}"#),
        (&of_tags, tags, r#""subject":{"tags":"geospatial\u001b[2J"}"#),
        (&of_tags, tags, r#""subject":{"tags":["geospatial"]}"#),
        (&of_tags, r#""base":{"tags":{"#, r#""base":{"aliases":{"#),
        (&of_several, two, r#"{"tags-of":["geospatial","another"]}"#),
        (&of_several, two, r#"{"tags-of":["geospatial"]}"#),
        (&of_several, two, r#"{"tags-of":[]}"#),
        (&of_several, two, r#"{"images":["geospatial","jupyter"]}"#),
        (&of_several, r#"[{"image":"geospatial""#, r#"[{"image":"jupyter""#),
        (&of_several, r#""subject":{"tags":"geospatial"}"#, r#""subject":{"tags":"another"}"#),
        (&of_several, "us-east-1", "eu-west-1"),
        // What would be lost of it: one of two that become the same, or what no row can have.
        (&of_tags, r#""team":"vision""#, r#""team":"vision","te\u001b[2Jam":"","te\ufffdam":"""#),
        (&of_tags, r#""team":"vision""#, r#""team":"vision","team":"speech""#),
        (&of_tags, r#""typed":{"#, r#""typed":{"entry:team":"lost","#),
        (&of_tags, r#""typed":{"#, r#""typed":{"entry:te\u001b[2Jam":"words","#),
        (&of_tags, r#""removed":["#, r#""removed":["entry:te\u202eam","#),
        (&of_tags, r#""removed":["#, r#""removed":["added-name:1","#),
        (&of_version, r#""kept_at""#, r#""removed":["release-notes"],"kept_at""#),
    ] {
        let (home, file, bad) = spoilt(draft, from, to);
        let said = trouble(&home.start());
        let aside = only_file(&home.drafts());
        assert_eq!(aside.to_str().unwrap(), format!("{}.damaged", file.display()), "{to}");
        assert!(said.contains("damaged draft") && said.contains(aside.to_str().unwrap()), "{to}: {said}");
        assert!(!said.contains(char::is_control), "{said}");
        assert_eq!(fs::read_to_string(&aside).unwrap(), bad);
    }
}

/// A field that this sagescope has not got, or a row that it would write otherwise; more images than it
/// takes at once.
#[test]
fn one_that_no_form_could_take_in_whole_is_a_newer_ones_and_is_left() {
    let [of_version, of_aliases, of_tags, of_several] = one_of_each(1, "words");
    for (draft, from, to) in [
        (&of_version, r#""typed":{"#, r#""typed":{"owner":"me","#),
        (&of_version, r#""typed":{"#, r#""typed":{"entry:team":"me","#),
        (&of_version, r#""kept_at""#, r#""stashed":{"owner":["me"]},"kept_at""#),
        (&of_aliases, r#""typed":{"#, r#""typed":{"release-notes":"me","#),
        (&of_tags, r#""typed":{"#, r#""typed":{"added-name:+1":"me","#),
        (&of_tags, r#""typed":{"#, r#""typed":{"added-name:01":"me","#),
        (&of_tags, r#""typed":{"#, r#""typed":{"added-name:4294967296":"me","#),
        (&of_tags, r#""typed":{"#, r#""typed":{"added-note:1":"me","#),
        (&of_several, r#""version":3,"#, r#""version":4,"#),
        (&of_several, r#""version":3,"#, r#""version":18446744073709551615,"#),
    ] {
        let (home, file, bad) = spoilt(draft, from, to);
        for _ in 0..2 {
            let program = home.start();
            let said = trouble(&program);
            assert!(
                said.contains("newer sagescope") && said.contains(file.to_str().unwrap()),
                "{to}: {said}"
            );
            program.keep(draft).unwrap();
            program.forget(&place(), &draft.subject).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), bad);
        }
    }
    let home = Home::new();
    let names: Vec<_> = (0..=Subject::MOST_IMAGES).map(|number| number.to_string()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    home.start().keep(&draft_of_tags_of(&names, 1, "words")).unwrap();
    assert!(trouble(&home.start()).contains("newer sagescope"));
    only_file(&home.drafts());
}

#[test]
fn what_a_file_holds_is_cleaned_and_members_that_are_not_known_are_passed_over() {
    let [of_version, of_aliases, of_tags, _] = one_of_each(1, "words");
    let wild = r#""what":[{"is":1e9}],"#;
    let read = |draft: &Draft, from: &str, to: &str| {
        let (home, ..) = spoilt(draft, from, to);
        found(&home.start()).remove(0)
    };
    for (draft, before) in [
        (&of_version, r#""typed""#),
        (&of_version, r#""number":7,"arn""#),
        (&of_aliases, r#""holders""#),
        (&of_tags, r#""unclean""#),
    ] {
        let wild = if before.starts_with("\"number") {
            format!("\"number\":7,{wild}\"arn\"")
        } else {
            format!("{wild}{before}")
        };
        assert_eq!(read(draft, before, &wild), *draft, "{before}");
    }
    let typed = read(&of_version, "words", r"wo\u001b[31mrds\r\nnext").wanted.typed;
    assert_eq!(typed[&RELEASE_NOTES], "wo\u{fffd}rds next");
    let base = read(&of_tags, r#""team":"vision""#, r#""team":"vi\u001b[2Jsion""#).base.unwrap();
    assert_eq!(base.value(&FieldKey::entry("team")), Some("vi\u{fffd}sion"));
    let preset = draft_of_tags_of(&["a", "b"], 1, "words");
    let presets = read(&preset, "\"here\"", r#""he\u0007re""#).wanted.presets;
    assert_eq!(presets[&Subject::Tags(name("a"))][&FieldKey::entry("was")], Some("he\u{fffd}re".into()));
}

/// Images of which the service would have no such name are a name like others: the words stay.
#[test]
fn names_that_no_image_has_keep_their_words() {
    for odd in ["", "..", "a/b", "a+tags", "a~b", "A", &"é".repeat(300)] {
        let home = Home::new();
        let of = |snapshot: Snapshot| draft_from(snapshot, 1);
        let kept = [of(version(odd, 1).into()), of(aliases(odd).into()), of(tags(odd).into())];
        for it in &kept {
            home.start().keep(it).unwrap();
        }
        assert_eq!(found(&home.start()), sorted(kept), "{odd}");
        let files: BTreeSet<_> = below(&home.drafts()).into_iter().collect();
        assert!(files.len() == 3 && files.iter().all(|file| file.len() <= 143), "{files:?}");
    }
}
