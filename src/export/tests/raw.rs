//! Answers as they came: what a reader makes of what is laid out, and that nothing in it is lost or hidden.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::domain::{Image, ImageName, RawBody, invisible};

use super::super::{RawFormat, RawText, json, members_of_image, raw_text};

fn laid(body: &str, format: RawFormat) -> RawText {
    raw_text(&RawBody::received(body.as_bytes()), format, &TimeZone::UTC)
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e9..1e9_f64).prop_map(|number| json!((number * 64.0).round() / 64.0)),
        "(\\PC|[\\x00-\\xff]|[\u{202e}\u{2066}\u{200f}\u{e0041}\\\\\"]){0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec(("(\\PC|[\\x00-\\x1f]){0,8}", inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn hides_nothing(text: &str) -> bool {
    text.split('\n').all(|line| !line.contains(invisible::is_invisible))
}

/// Takes the escapes out that were put in; of a text that had no backslash.
fn unescaped(text: &str) -> String {
    let quoted = text.replace('"', "\\\"").replace('\n', "\\n");
    serde_json::from_str(&format!("\"{quoted}\"")).unwrap()
}

proptest! {
    #[test]
    fn what_is_laid_out_is_read_as_what_came(value in any_json(), pretty in any::<bool>()) {
        let body = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        let json = laid(&body, RawFormat::Json);
        prop_assert_eq!(json.flaw, None);
        prop_assert!(hides_nothing(&json.text), "{:?}", json.text);
        prop_assert_eq!(&serde_json::from_str::<Value>(&json.text).unwrap(), &value);
        // Laid out again, it is the same.
        prop_assert_eq!(&laid(&json.text, RawFormat::Json).text, &json.text);
        let yaml = laid(&body, RawFormat::Yaml);
        prop_assert!(hides_nothing(&yaml.text), "{:?}", yaml.text);
        let read: Value = serde_saphyr::from_str(&yaml.text).unwrap();
        prop_assert_eq!(read.to_string(), value.to_string(), "{}", yaml.text);
    }

    /// What is copied of what is known, and what stands in the answer, is the same time.
    #[test]
    fn times_are_written_alike_wherever_they_come_from(milliseconds in 100_000_000_000_i64..4_102_444_800_000) {
        let body = format!("{{\"LastModifiedTime\":{}.{:03}}}", milliseconds / 1000, milliseconds % 1000);
        let known = Image {
            modified: Timestamp::from_millisecond(milliseconds).ok(),
            ..Image::named(ImageName::received("a"))
        };
        let known = json(&members_of_image(&known, &TimeZone::UTC));
        let answer = laid(&body, RawFormat::Json).text;
        let row = answer.lines().nth(1).unwrap().trim();
        prop_assert!(known.contains(row), "{known}\n{answer}");
    }

    #[test]
    fn what_is_not_json_stands_as_it_came(body in "([^\\\\{\\[\"0-9]|\u{202e}|\u{1b}){0,40}") {
        let body = format!("<{body}");
        let laid = laid(&body, RawFormat::Yaml);
        prop_assert!(laid.flaw.is_some());
        prop_assert!(hides_nothing(&laid.text), "{:?}", laid.text);
        prop_assert_eq!(unescaped(&laid.text), body);
    }

    #[test]
    fn a_cut_answer_is_never_taken_for_a_whole_one(value in any_json(), at in any::<proptest::sample::Index>()) {
        let body = json!({ "a": value }).to_string();
        let begin: String = body.chars().take(at.index(body.chars().count())).collect();
        let cut = laid(&begin, RawFormat::Json);
        let says = if begin.is_empty() { "empty" } else { "cut off" };
        prop_assert!(cut.flaw.is_some_and(|flaw| flaw.contains(says)));
        prop_assert!(hides_nothing(&cut.text));
    }

    #[test]
    fn any_bytes_at_all_are_shown(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let laid = raw_text(&RawBody::received(&bytes), RawFormat::Json, &TimeZone::UTC);
        prop_assert!(hides_nothing(&laid.text));
    }
}

#[test]
fn members_keep_their_order_and_numbers_their_digits() {
    let body = r#"{"Zulu":1e400,"Alpha":12345678901234567890123,"Alpha":0.10,"n":-0,"e":1E3,"s":"\u001b[2Jaé\/\ud83d\ude00","l":[{},[],[1,{"a":null}]]}"#;
    let json = laid(body, RawFormat::Json);
    insta::assert_snapshot!(json.text, @r#"
    {
      "Zulu": 1e400,
      "Alpha": 12345678901234567890123,
      "Alpha": 0.10,
      "n": -0,
      "e": 1E3,
      "s": "\u001b[2Jaé/😀",
      "l": [
        {},
        [],
        [
          1,
          {
            "a": null
          }
        ]
      ]
    }
    "#);
    let yaml = laid(body, RawFormat::Yaml);
    insta::assert_snapshot!(yaml.text, @r#"
    Zulu: 1.0e+400
    Alpha: 12345678901234567890123
    Alpha: 0.10
    "n": -0
    e: 1.0e+3
    s: "\u001b[2Jaé/😀"
    l:
      - {}
      - []
      - - 1
        - a: null
    "#);
}

#[test]
fn a_key_that_is_longer_than_readers_look_for_is_read() {
    let value = json!({ "k".repeat(2000): { "a": [1, { "b".repeat(1025): "c" }] } });
    let read: Value = serde_saphyr::from_str(&laid(&value.to_string(), RawFormat::Yaml).text).unwrap();
    assert_eq!(read, value);
}

#[test]
fn times_are_as_the_aws_cli_writes_them() {
    let east = TimeZone::fixed(Offset::from_seconds(2 * 3600 + 1800).unwrap());
    for (member, number, written) in [
        ("CreationTime", "1790000000", Some("2026-09-21T16:43:20+02:30")),
        ("LastModifiedTime", "1790000000.123", Some("2026-09-21T16:43:20.123000+02:30")),
        ("LastModifiedTime", "1790000000.1234567", Some("2026-09-21T16:43:20.123457+02:30")),
        ("LastUserActivityTimestamp", "1.79E9", Some("2026-09-21T16:43:20+02:30")),
        ("CreationTime", "1.790000000123E9", Some("2026-09-21T16:43:20.123000+02:30")),
        // Others are what they are.
        ("Version", "1790000000", None),
        ("CreationTime", "30", None),
        ("CreationTime", "1790000000000", None),
        ("CreationTime", "1e99", None),
        ("CreationTime", "-1", None),
        ("CreationTime", "null", None),
    ] {
        let body = RawBody::received(format!("{{\"a\":[{{\"{member}\":{number}}}]}}").as_bytes());
        let laid = raw_text(&body, RawFormat::Json, &east);
        assert_eq!(laid.has_times, written.is_some(), "{member}: {number}");
        let written = written.map_or(number.to_owned(), |written| format!("\"{written}\""));
        assert!(laid.text.contains(&format!("\"{member}\": {written}\n")), "{}", laid.text);
    }
}

#[test]
fn what_can_not_be_laid_out_says_why() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let long = format!("[\"{}\"]", "x".repeat(1 << 20));
    for (body, says) in [
        (&b""[..], "empty body"),
        (b" \n", "empty body"),
        (b"{\"ImageName\": \"a", "cut off"),
        (b"<html>", "not JSON"),
        (b"{} {}", "not JSON"),
        (b"{\"a\":-", "cut off"),
        (b"{\"a\":1}-", "not JSON"),
        (b"\"\\ud800\"", "not JSON"),
        (b"\"\xff\"", "not UTF-8"),
        (deep.as_bytes(), "nested too deeply"),
        (long.as_bytes(), "longer than 1 MiB"),
    ] {
        for format in [RawFormat::Json, RawFormat::Yaml] {
            let laid = raw_text(&RawBody::received(body), format, &TimeZone::UTC);
            assert!(laid.flaw.is_some_and(|flaw| flaw.contains(says)), "{says}: {:?}", laid.flaw);
        }
    }
}
