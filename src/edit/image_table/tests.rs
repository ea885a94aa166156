use proptest::prelude::*;

use super::*;

/// These images, that hold nothing.
fn names(all: &[&str]) -> Rows {
    rows(&all.iter().map(|name| (*name, None, None)).collect::<Vec<_>>())
}

fn rows(all: &[(&str, Option<&str>, Option<&str>)]) -> Rows {
    let values = |display: Option<&str>, description: Option<&str>| {
        [(DISPLAY_NAME, display.map(str::to_owned)), (DESCRIPTION, description.map(str::to_owned))].into()
    };
    all.iter().map(|(name, a, b)| (ImageName::parse(name).unwrap(), values(*a, *b))).collect()
}

#[test]
fn a_table_is_written_in_columns_and_says_its_rules() {
    let all = rows(&[
        ("pytorch-2-4-gpu", Some("PyTorch 2.4 (GPU)"), Some("For the vision team")),
        ("sklearn", None, Some(r"this | or \that")),
        ("tf", Some("機械学習"), None),
    ]);
    let text = write(&["Two fields of 3 images.".into()], &all);
    assert!(
        text.starts_with("# Two fields of 3 images.\n#\n# name | display name | description\n#\n# A line is")
    );
    let table: Vec<_> = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert_eq!(
        table,
        [
            "pytorch-2-4-gpu | PyTorch 2.4 (GPU) | For the vision team",
            r"sklearn         |                   | this \| or \\that",
            "tf              | 機械学習          |",
        ]
    );
    assert_eq!(read(&text, &names(&["pytorch-2-4-gpu", "sklearn", "tf"])), Ok(all));
}

#[test]
fn a_line_is_an_image_and_what_is_not_there_stays_as_it_is() {
    for (text, expected) in [
        ("", rows(&[])),
        ("# a | x | y\n\n \t\n  # b", rows(&[])),
        ("a | x | y", rows(&[("a", Some("x"), Some("y"))])),
        ("  a|x|y  ", rows(&[("a", Some("x"), Some("y"))])),
        ("a\t|\tx\t|\ty", rows(&[("a", Some("x"), Some("y"))])),
        ("b | | \na||", rows(&[("a", None, None), ("b", None, None)])),
        (r"a | one  two | \ y\ ", rows(&[("a", Some("one  two"), Some(" y "))])),
        (r"a | \\\| | # no comment", rows(&[("a", Some(r"\|"), Some("# no comment"))])),
        ("#! line 7: of old\na | x | y", rows(&[("a", Some("x"), Some("y"))])),
    ] {
        assert_eq!(read(text, &names(&["a", "b"])), Ok(expected), "{text:?}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_line_at_the_top() {
    let long = format!("a | {} | y", "x".repeat(129));
    for (text, says) in [
        (
            "a | x | y\nc | x | y",
            vec!["line 4: ‘c’ is not one of the images of this table; names can't be changed"],
        ),
        ("A | x | y", vec!["line 3: ‘A’ is not one of the images"]),
        ("a | x | y\n\na | x | y", vec!["line 5: a is on line 3 already"]),
        ("a", vec!["line 3: 1 cell, not 3: name | display name | description"]),
        ("a | x", vec!["line 3: 2 cells, not 3"]),
        (
            "a | x | y | z",
            vec![r"line 3: 4 cells, not 3: name | display name | description; write a | in a value as \|"],
        ),
        (r"a | x\n | y", vec![r"line 3: ‘\n’ means nothing; write a \ in a value as \\"]),
        (r"a | x | y\", vec![r"line 3: a \ stands at its end"]),
        (r"a | x\  | y", vec!["line 3: Display name can't begin or end with a space"]),
        ("a | x\ty | z", vec!["line 3: Display name can't contain a control character: '\\t'"]),
        (&long, vec!["line 3: Display name too long: 129 characters, 1 over the limit of 128"]),
        ("c | |\n# rules\nb | x\na | x | y", vec!["line 4: ‘c’", "line 6: 2 cells"]),
        ("#! of old\n#! of old\nc | x | y", vec!["line 3: ‘c’"]),
    ] {
        let Err(Refused { text: noted, problems }) = read(text, &names(&["a", "b"])) else {
            panic!("{text:?} was taken")
        };
        assert_eq!(problems.len(), says.len(), "{problems:?}");
        let lines: Vec<_> = noted.lines().collect();
        assert_eq!(lines[0], "#! This table was not taken:");
        for (at, (problem, says)) in problems.iter().zip(says).enumerate() {
            assert!(problem.starts_with(says), "{problem}");
            assert_eq!(lines[at + 1], format!("#! {problem}"));
            // The line that it names is the one that it is about.
            let number: usize = problem["line ".len()..].split(':').next().unwrap().parse().unwrap();
            assert!(text.lines().any(|line| line == lines[number - 1]), "{noted}");
        }
        // What was typed is all there, and the problems are not noted twice.
        let again = read(&noted, &names(&["a", "b"])).unwrap_err();
        assert_eq!(again.text, format!("{noted}\n"), "only the line break at its end was taken off");
    }
}

fn value() -> impl Strategy<Value = Option<String>> {
    let text = prop_oneof![r"[ |\\#a-z!]{1,12}", r"\PC{1,12}", Just(" ".to_owned()), Just("  ".to_owned())];
    prop::option::of(text)
}

#[test]
fn what_an_image_holds_already_is_never_wrong() {
    let held = rows(&[("a", Some(" of old "), Some("x\ty"))]);
    assert_eq!(read(&write(&[], &held), &held), Ok(held.clone()));
    let said = read(r"a | \ of new | x", &held).unwrap_err().problems;
    assert_eq!(said, ["line 3: Display name can't begin or end with a space"]);
}

proptest! {
    /// Whatever an image holds comes back as it was.
    #[test]
    fn what_was_written_is_read(values in prop::collection::vec(value(), 4)) {
        let [a, b, c, d] = [0, 1, 2, 3].map(|at| values[at].as_deref());
        let all = rows(&[("a", a, b), ("b", c, d)]);
        prop_assert_eq!(read(&write(&[], &all), &all), Ok(all));
    }
}
