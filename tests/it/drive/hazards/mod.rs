//! What can go wrong around a write. In every case no word is lost, no second write goes out, and
//! nothing is claimed that was not read back.

mod ends;
mod hands;
mod refused;
mod undoing;

use super::Drive;

/// Opens the form and types a display name.
async fn typing() -> Drive {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.fill("Mine");
    drive
}

async fn reviewed() -> Drive {
    let mut drive = typing().await;
    drive.press("ctrl-s");
    drive
}

async fn verified() -> Drive {
    let mut drive = reviewed().await;
    drive.press("enter");
    drive.settle().await;
    assert!(drive.said().contains("verified"), "{}", drive.said());
    drive
}
