//! The answer of the service as it came, laid out for a person.

use jiff::tz::{Offset, TimeZone};
use sagescope::app::{Laying, RawPage};
use sagescope::domain::RawBody;
use sagescope::domain::invisible::is_invisible;
use sagescope::export::{RawFormat, RawText, raw_answer, raw_text};
use serde_json::Value;

/// Any body is shown, laid out or as it came, without anything that can't be seen. What is laid out means the same.
/// The first byte says how wide the page is, and in which zone its times are.
pub fn check(data: &[u8]) {
    let (first, came) = data.split_first().unwrap_or((&0, &[]));
    let body = RawBody::received(came);
    let zone = TimeZone::fixed(Offset::constant(if *first < 128 { 0 } else { 5 }));
    for format in [RawFormat::Json, RawFormat::Yaml] {
        let laid = raw_text(&body, format, &zone);
        check_text(&laid);
        let answer = raw_answer(&body, format, &zone, None);
        assert_eq!(answer.as_deref(), laid.flaw.is_none().then_some(laid.text.as_str()));
        for width in [None, Some(usize::from(*first % 64))] {
            let laying = Laying { format, width, zone: zone.clone() };
            check_page(&RawPage::of(&body, laying, &wanted(came)), &laid);
        }
    }
    check_meaning(came, &body);
}

fn check_text(laid: &RawText) {
    assert!(!laid.text.chars().any(|c| is_invisible(c) && c != '\n'), "{:?}", laid.text);
    assert!(laid.begins.is_sorted() && laid.begins.iter().all(|at| laid.text.is_char_boundary(*at)));
    assert!(laid.flaw.is_none() || laid.begins.is_empty());
}

/// Something that is in the body, to be searched for.
fn wanted(came: &[u8]) -> String {
    String::from_utf8_lossy(came).chars().skip(3).take(2).collect()
}

fn check_page(page: &RawPage, laid: &RawText) {
    assert_eq!((page.text(), page.flaw()), (laid.text.as_str(), laid.flaw));
    let joined: String = page.rows().iter().map(|row| &page.text()[row.clone()]).collect();
    assert_eq!(joined, page.text().replace('\n', ""));
    for (member, begin) in laid.begins.iter().enumerate().take(50) {
        let row = page.row_of_member(member).expect("a row for each member");
        assert!(page.rows()[row].start <= *begin);
        assert!(page.member_in(row).is_some());
    }
    if let Some(columns) = page.columns_of_match() {
        assert!(columns.start <= columns.end);
    }
}

/// JSON that is laid out as JSON is the same, where no time was written otherwise.
fn check_meaning(came: &[u8], body: &RawBody) {
    let laid = raw_text(body, RawFormat::Json, &TimeZone::UTC);
    if laid.flaw.is_some() || laid.has_times {
        return;
    }
    let came: Result<Value, _> = serde_json::from_slice(came);
    let shown: Result<Value, _> = serde_json::from_str(&laid.text);
    assert_eq!(came.ok(), shown.ok());
}
