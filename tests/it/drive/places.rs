//! The worst mistake: the right change at the wrong place. With the real SDK, so that each request
//! says by its signature where it was meant to go.

use super::Drive;

impl Drive {
    /// Goes to a region, by its name.
    fn go(&mut self, region: &str) {
        self.press("R");
        for c in region.chars() {
            self.press(&c.to_string());
        }
        self.press("enter");
    }

    /// Where the requests for `operation` were signed for, in order.
    fn regions(&self, operation: &str) -> Vec<String> {
        let arrivals = self.service.arrivals().into_iter().filter(|arrival| arrival.operation == operation);
        arrivals.filter_map(|arrival| arrival.region).collect()
    }
}

#[tokio::test]
async fn after_a_switch_everything_is_asked_of_the_new_place() {
    let mut drive = Drive::open().await;
    let before = drive.regions("ListImages").len();
    drive.go("eu-west-1");
    assert_eq!(drive.region(), "eu-west-1");
    assert!(drive.lists_nothing() && drive.app.current().is_none());
    drive.settle().await;
    assert!(!drive.lists_nothing());
    assert!(drive.regions("ListImages")[before..].iter().all(|region| region == "eu-west-1"));
    assert_eq!(drive.regions("GetCallerIdentity").last().map(String::as_str), Some("eu-west-1"));
}

#[tokio::test]
async fn a_review_left_open_sends_to_the_place_that_it_was_opened_in() {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.fill("Meant for us-east-1");
    drive.press("ctrl-s");
    drive.go("eu-west-1");
    drive.settle().await;
    assert!(drive.top() == "browser");
    // The image of the same name here is edited apart from it.
    drive.open_form().await;
    assert_eq!(drive.typed("display name"), "Subject");
    drive.press("esc");
    drive.go("us-east-1");
    drive.settle().await;
    assert_eq!(drive.top(), "review");
    drive.press("enter");
    drive.settle().await;
    assert!(drive.said().contains("verified"), "{}", drive.said());
    assert_eq!(drive.regions("UpdateImage"), ["us-east-1"]);
}

#[tokio::test]
async fn a_switch_while_a_write_is_out_takes_it_nowhere_else() {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.fill("Meant for us-east-1");
    drive.press("ctrl-s enter");
    drive.go("eu-west-1");
    drive.settle().await;
    assert_eq!(drive.regions("UpdateImage"), ["us-east-1"]);
    assert!(drive.said().contains("us-east-1: subject: verified"), "{}", drive.said());
    drive.go("us-east-1");
    drive.settle().await;
    drive.press("u");
    drive.settle().await;
    assert_eq!(drive.top(), "review");
}

#[tokio::test]
async fn a_draft_comes_back_at_its_place_alone() {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.fill("Meant for us-east-1");
    drive.press("esc");
    drive.settle().await;
    let mut drive = drive.killed_and_opened_again().await;
    drive.go("eu-west-1");
    drive.settle().await;
    assert!(drive.drafts() == 0);
    drive.open_form().await;
    assert_eq!(drive.typed("display name"), "Subject");
    drive.press("esc");
    drive.go("us-east-1");
    drive.settle().await;
    drive.open_form().await;
    assert_eq!(drive.typed("display name"), "Meant for us-east-1");
    assert!(drive.arrived().is_empty());
}
