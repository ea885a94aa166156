//! A service that never answers.

use std::time::{Duration, Instant};

use super::{Service, Start};

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
    let asked = Instant::now();
    window.press("q");
    window.ends_with(0);
    // The client itself would wait far longer for the service.
    assert!(asked.elapsed() < Duration::from_secs(5), "it took {:?}", asked.elapsed());
}
