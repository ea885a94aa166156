//! Read-only: what is there is shown, and nothing of it can be changed.

use sagescope::domain::Mode;

use super::{Drive, service};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_form_opens_and_nothing_is_sent() {
    let mode = Mode { read_only: true, demo: false };
    let mut drive = Drive::open_on(service().await, mode).await;
    for keys in ["T", "A", "3 e", "2 e"] {
        for key in keys.split_whitespace() {
            drive.press(key);
            drive.settle().await;
        }
        assert_eq!(drive.top(), "browser", "{keys}");
        assert!(drive.said().contains("Read-only"), "{keys}: {}", drive.said());
    }
    assert!(drive.changes().is_empty() && drive.has_no_form());
}
