//! A service that never answers.

use crate::terminal::{Service, Start};

#[test]
fn keys_work_and_quitting_does_not_wait_while_the_service_hangs() {
    let service = Service::of(3);
    service.inject("*=hang");
    let mut window = Start::on(&service).open();
    window.shows(&["sagescope", "q quit"]);
    service.waits_for("ListImages");
    window.press("?");
    window.shows(&["one image down"]);
    window.press("Esc");
    window.hides(&["one image down"]);
    let asked = service.arrived("ListImages").len();
    window.press("q");
    window.ends_with(0);
    // The client itself would have waited, and asked again.
    assert_eq!(service.arrived("ListImages").len(), asked);
}
