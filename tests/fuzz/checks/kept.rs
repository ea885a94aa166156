//! A state folder that holds what some program may have left there.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use sagescope::disk::{Disk, Folders, PlaceRecords};
use sagescope::domain::PlaceKey;
use tempfile::TempDir;

use super::is_harmless;

/// The place that all of it is about, as in `tests/fixtures/disk`.
pub fn place() -> PlaceKey {
    PlaceKey { account: "123456789012".into(), region: "us-east-1".into() }
}

/// One folder for all tries; what a try leaves there is removed by the next.
static FOLDER: Mutex<Option<TempDir>> = Mutex::new(None);

/// Opens the disk on a folder that `prepare` has put something into.
pub fn with_disk(prepare: impl FnOnce(&Path), then: impl FnOnce(&Disk)) {
    let mut folder = FOLDER.lock().unwrap_or_else(PoisonError::into_inner);
    let home = folder.get_or_insert_with(|| TempDir::new().expect("a temporary folder")).path();
    let (state, config) = (home.join("state"), home.join("config"));
    let _ = std::fs::remove_dir_all(&state);
    std::fs::create_dir_all(&state).expect("a folder of its own");
    prepare(&state);
    let disk = Disk::open(Folders { state, config }).expect("a folder that can be written");
    then(&disk);
}

/// What is found there, in words that can be drawn.
pub fn recall(disk: &Disk) -> PlaceRecords {
    let found = disk.recall(&place());
    for trouble in &found.troubles {
        assert!(is_harmless(&trouble.to_string()), "{trouble}");
    }
    found
}
