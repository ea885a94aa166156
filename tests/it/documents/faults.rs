//! What breaks between here and the service, and what is said of it.

use super::document;
use crate::faults::row::Row;
use crate::faults::table::ROWS;

/// A row of the table in `docs/faults.md`.
fn written(row: &Row) -> String {
    let said = row.told.first().map_or("nothing: it goes well".into(), |told| format!("“{told}”"));
    let tries = match row.tries {
        0 | 1 => "once".to_owned(),
        2 => "twice".to_owned(),
        tries => format!("{tries} times"),
    };
    let (sent, becomes) = row.write.words();
    format!("| {} | {said} | {tries} | {sent} | {becomes} |\n", row.named)
}

#[test]
fn the_table_of_what_breaks_is_what_the_tests_saw() {
    let rows: String = ROWS.iter().map(written).collect();
    let head = "| what breaks | what you are told | a read is tried | a write is sent | and |\n|---|---|---|---|---|\n";
    let table = format!("{head}{rows}");
    let page = document("docs/faults.md");
    assert_eq!(page.part("faults"), table, "put this in docs/faults.md:\n{table}");
}
