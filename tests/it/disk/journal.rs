//! The journal of writes.

use std::fs::{self, OpenOptions};
use std::io::{BufWriter, Write};
use std::thread;

use sagescope::edit::{EntryId, Verdict};

use super::*;

fn append(home: &Home, raw: &[u8]) {
    OpenOptions::new().create(true).append(true).open(home.journal()).unwrap().write_all(raw).unwrap();
}

fn ids(disk: &Disk) -> Vec<EntryId> {
    disk.recall(&place()).entries.into_iter().map(|entry| entry.id).collect()
}

#[test]
fn the_newest_line_of_a_write_counts_and_the_newest_write_comes_first() {
    let home = Home::new();
    let program = home.start();
    let first = entry("subject", 1);
    let second = Entry { undoes: Some(first.id.clone()), ..entry("subject", 2) };
    let known = Entry { verdict: Some(Verdict::Failed(Some("no role".into()))), ..first.clone() };
    for noted in [&first, &second, &known] {
        program.note(&step(noted)).unwrap();
    }
    assert_eq!(program.recall(&place()).entries, [second.clone(), known.clone()]);
    assert_eq!(home.start().recall(&place()).entries, [second, known]);
    let elsewhere = PlaceKey { account: "210987654321".into(), ..place() };
    assert_eq!(program.recall(&elsewhere).entries, []);
}

#[test]
fn writes_of_the_same_moment_stand_in_the_order_they_were_noted() {
    let home = Home::new();
    let program = home.start();
    let entries: Vec<_> = (0..5).map(|_| entry("subject", 1)).collect();
    for noted in entries.iter().chain(&entries) {
        program.note(&step(noted)).unwrap();
    }
    assert_eq!(program.recall(&place()).entries, entries.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn a_line_can_be_read_by_other_programs() {
    let home = Home::new();
    let program = home.start();
    let noted = entry("subject", 1);
    program.note(&step(&noted)).unwrap();
    program.note(&step(&Entry { verdict: Some(Verdict::Verified), ..noted.clone() })).unwrap();
    let text = fs::read_to_string(home.journal()).unwrap();
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(text.starts_with(&format!("{{\"version\":1,\"id\":\"{}\",\"at\":\"2023-", noted.id.0)), "{text}");
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["verdict"], serde_json::Value::Null);
    assert_eq!(lines[1]["verdict"]["verdict"], "verified");
    assert_eq!(lines[1]["place"]["region"], "us-east-1");
    assert_eq!(lines[1]["after"]["description"], "After");
}

#[test]
fn a_half_written_last_line_does_no_harm() {
    let home = Home::new();
    let program = home.start();
    let (first, second) = (entry("subject", 1), entry("subject", 2));
    program.note(&step(&first)).unwrap();
    append(&home, b"{\"version\":1,\"id\":\"ha");
    let said = trouble(&program);
    assert!(said.contains("journal.jsonl") && said.contains("line 2 is damaged"), "{said}");
    assert_eq!(ids(&program), std::slice::from_ref(&first.id));
    program.note(&step(&second)).unwrap();
    assert_eq!(ids(&program), [second.id, first.id]);
    assert_eq!(fs::read_to_string(home.journal()).unwrap().lines().count(), 3);
}

#[test]
fn a_last_line_that_lacks_only_its_end_counts() {
    let home = Home::new();
    let program = home.start();
    let (first, second) = (entry("subject", 1), entry("subject", 2));
    program.note(&step(&first)).unwrap();
    let text = fs::read_to_string(home.journal()).unwrap();
    fs::write(home.journal(), text.trim_end()).unwrap();
    assert_eq!(ids(&program), std::slice::from_ref(&first.id));
    program.note(&step(&second)).unwrap();
    assert_eq!(ids(&program), [second.id, first.id]);
    assert_eq!(program.recall(&place()).troubles, []);
}

#[test]
fn bad_lines_are_passed_over_and_told_once() {
    let home = Home::new();
    let program = home.start();
    let noted = entry("subject", 1);
    append(&home, b"\nno json\n{\"version\":4,\"id\":7}\n\xff\xfe\n{\"version\":1}\n[]\n\n");
    append(&home, &vec![b'x'; 3 * 1024 * 1024]);
    append(&home, b"\n");
    program.note(&step(&noted)).unwrap();
    let before = fs::read(home.journal()).unwrap();
    let said = trouble(&program);
    assert!(said.contains("5 lines are damaged, the first is line 2"), "{said}");
    assert!(said.contains("line 3 is from a newer sagescope"), "{said}");
    assert_eq!(ids(&program), [noted.id]);
    assert_eq!(fs::read(home.journal()).unwrap(), before);
    assert!(!said.contains('\u{fffd}'));
}

#[test]
fn what_a_line_holds_is_cleaned() {
    let home = Home::new();
    let program = home.start();
    let noted = Entry { id: EntryId("i\u{1b}[2Jd".into()), ..entry("subject", 1) };
    program.note(&step(&noted)).unwrap();
    assert_eq!(ids(&program), [EntryId("i\u{fffd}d".into())]);
}

#[test]
fn of_many_writes_the_last_are_recalled() {
    let home = Home::new();
    let program = home.start();
    let template = entry("subject", 0);
    program.note(&step(&template)).unwrap();
    let line = fs::read_to_string(home.journal()).unwrap();
    let mut file = BufWriter::new(OpenOptions::new().append(true).open(home.journal()).unwrap());
    let most = i64::try_from(PlaceRecords::MOST_ENTRIES).unwrap();
    for second in 1..most + 50 {
        let line = line.replace(&template.id.0, &format!("id-{second}"));
        let at = |second| moment(second).to_string();
        file.write_all(line.replace(&at(0), &at(second)).as_bytes()).unwrap();
    }
    // An outcome that comes late does not make an old write new.
    file.write_all(line.as_bytes()).unwrap();
    file.flush().unwrap();
    let ids = ids(&program);
    assert_eq!(ids.len(), PlaceRecords::MOST_ENTRIES);
    assert_eq!(ids[0].0, format!("id-{}", most + 49));
    assert_eq!(ids[ids.len() - 1].0, "id-50");
}

#[test]
fn programs_and_threads_that_write_at_once_keep_every_line_whole() {
    let home = Home::new();
    let programs: Vec<_> = (0..3).map(|_| home.start()).collect();
    thread::scope(|scope| {
        for program in programs.iter().chain(&programs) {
            scope.spawn(move || {
                for second in 0..20 {
                    let mut noted = entry("subject", second);
                    noted.after.set(&DESCRIPTION, Some(&"é".repeat(5000)));
                    program.note(&step(&noted)).unwrap();
                }
            });
        }
    });
    let recalled = programs[0].recall(&place());
    assert_eq!(recalled.troubles, []);
    assert_eq!(recalled.entries.len(), 120);
}

#[test]
fn a_write_that_no_reader_would_take_is_refused() {
    let home = Home::new();
    let program = home.start();
    let mut before = kinds::tags("subject");
    let value = Text::clean(&"x".repeat(10_000));
    before.tags = (0..200).map(|number| (Text::clean(&number.to_string()), value.clone())).collect();
    let after = Snapshot::Tags(kinds::tags("subject"));
    let noted = Entry { before: Snapshot::Tags(before), after, ..entry("subject", 1) };
    let said = program.note(&step(&noted)).unwrap_err().to_string();
    assert!(said.contains("too large") && said.contains("journal.jsonl"), "{said}");
    assert!(!home.journal().exists());
}

#[test]
fn a_journal_that_is_no_file_is_named_and_the_drafts_are_found() {
    let home = Home::new();
    let program = home.start();
    program.keep(&draft("subject", 1, "words")).unwrap();
    fs::create_dir(home.journal()).unwrap();
    let note = program.note(&step(&entry("subject", 1))).unwrap_err().to_string();
    for said in [note, trouble(&program)] {
        assert!(said.contains("journal.jsonl: there is a folder where a file should be"), "{said}");
    }
    assert_eq!(program.recall(&place()).drafts.len(), 1);
}
