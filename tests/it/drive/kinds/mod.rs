//! What can go wrong around a change of a version, of aliases and of tags. In every case no word is lost,
//! no request goes out twice, and nothing is claimed that was not read back.

mod aliases;
mod aliases_by_half;
mod aliases_by_name;
mod aliases_refused;
mod drafts;
mod hands;
mod read_only;
mod tags;
mod tags_by_half;
mod tags_limits;
mod tags_of_several;
mod version;

use sagescope::domain::Mode;
use sagescope::emulator::{CatalogueImage, CatalogueVersion, Emulator};
use serde_json::Value;

use super::Drive;

/// What a request may meet, and what is said of it then: whether the service refused it or never got it.
const FAILS_AND_COUNTS_AS: [(&str, &str); 5] = [
    ("denied", "rejected"),
    ("throttle", "rejected"),
    ("in-use", "rejected"),
    ("reset", "not sent"),
    ("fault-500", "not sent"),
];

/// The image that is edited.
const IMAGE: &str = "subject";

/// Its ARN.
const ARN: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/subject";

/// A service whose image has three versions, two aliases and three tags, one of them of AWS.
async fn service() -> Emulator {
    let service = super::service().await;
    furnish(&service, IMAGE);
    service
}

/// Gives an image versions, aliases and tags.
fn furnish(service: &Emulator, image: &str) {
    for number in 1..=3 {
        let version = CatalogueVersion {
            vendor_guidance: Some("STABLE".into()),
            release_notes: Some(format!("Notes {number}")),
            ..CatalogueVersion::numbered(number)
        };
        assert!(service.add_version(image, version));
    }
    assert!(service.set_alias(image, "latest", 3));
    assert!(service.set_alias(image, "stable", 2));
    for (key, value) in
        [("aws:cloudformation:stack-name", "images"), ("cost-center", "4711"), ("team", "vision")]
    {
        assert!(service.set_tag(image, key, value));
    }
}

/// The program before that image; its detail has the keys.
async fn drive() -> Drive {
    Drive::open_on(service().await, Mode::default()).await
}

/// Several images `subject`, `subject-2`…, each furnished alike; all are marked.
async fn marked(count: usize) -> Drive {
    let service = service().await;
    for number in 2..=count {
        let name = format!("{IMAGE}-{number}");
        service.add(CatalogueImage::named(name.as_str()));
        furnish(&service, &name);
    }
    let mut drive = Drive::open_on(service, Mode::default()).await;
    drive.press("esc *");
    drive
}

/// A change of a version, of aliases or of tags that reached the service.
fn is_change(operation: &str) -> bool {
    matches!(operation, "UpdateImage" | "UpdateImageVersion" | "AddTags" | "DeleteTags")
}

impl Drive {
    /// Opens the form of a kind and waits until it has been read.
    async fn open_kind(&mut self, keys: &str) {
        self.press(keys);
        self.settle().await;
        assert_eq!(self.top(), "form", "{}", self.said());
    }

    /// Goes to the field of that key; `added-name`, `added-value` is the row in which an entry is added.
    #[track_caller]
    fn go_to(&mut self, key: &str) {
        let is_there = |drive: &Self| {
            let focus = drive.app.form().unwrap().focus.as_str().to_owned();
            focus == key || key.starts_with("added") && focus.starts_with(key)
        };
        for _ in 0..120 {
            if is_there(self) {
                return;
            }
            self.press("tab");
        }
        panic!("no such field: {key}\n{}", self.screen());
    }

    /// Adds an entry.
    fn adds(&mut self, name: &str, value: &str) {
        self.go_to("added-name");
        self.type_text(name);
        self.go_to("added-value");
        self.type_text(value);
    }

    /// Takes an entry away, or not after all.
    fn takes_away(&mut self, name: &str) {
        self.go_to(&format!("entry:{name}"));
        self.press("ctrl-x");
    }

    /// Types another value of an entry, or in another field.
    fn sets(&mut self, key: &str, value: &str) {
        self.go_to(key);
        self.fill(value);
    }

    /// Every change that reached the service, in order: its operation and its body.
    fn changes(&self) -> Vec<(String, Value)> {
        let arrivals = self.service.arrivals().into_iter();
        let changes = arrivals.filter(|arrival| is_change(&arrival.operation));
        changes.map(|arrival| (arrival.operation, arrival.body)).collect()
    }

    /// How many of them.
    fn sent(&self) -> usize {
        self.changes().len()
    }

    /// Lets something go wrong.
    fn fails(&self, fault: &str) {
        self.service.inject(fault.parse().unwrap());
    }

    /// Sends what the form holds, and waits for what becomes of it.
    async fn send_and_settle(&mut self) {
        self.send();
        self.settle().await;
    }

    /// Goes on with the rest from the history.
    async fn go_on(&mut self) {
        self.press("H a c");
        self.settle().await;
        self.send_and_settle().await;
    }

    /// Whether that is on the screen, wherever lines were broken.
    fn shows(&self, words: &str) -> bool {
        let unframed = self.screen().replace(['│', '▌', '\n'], " ");
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        flat(&unframed).contains(&flat(words))
    }

    #[track_caller]
    fn must_show(&self, words: &str) {
        assert!(self.shows(words), "not on the screen: {words}\n{}", self.screen());
    }

    #[track_caller]
    fn must_say(&mut self, words: &str) {
        let told = self.told();
        assert!(told.contains(words), "not said: {words}\nsaid: {told}\n{}", self.screen());
    }
}

/// The changes that are expected: each operation with its body.
fn changes<const COUNT: usize>(all: [(&str, Value); COUNT]) -> Vec<(String, Value)> {
    all.into_iter().map(|(operation, body)| (operation.to_owned(), body)).collect()
}
