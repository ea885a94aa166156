//! What is said at the foot of the screen, wherever the person is.

use super::{App, Tone, Write, WriteStage};

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// How it is meant.
    pub tone: Tone,
    /// The words.
    pub words: String,
}

impl App {
    /// The writes that are under way, and the newest notice; most important last.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        let mut messages: Vec<_> = self.place().writes.values().filter_map(under_way).collect();
        if let Some((notice, more)) = self.notices.newest() {
            let more = if more > 0 { format!(" (and {more} more)") } else { String::new() };
            messages.push(Message { tone: notice.tone, words: format!("{}{more}", notice.words) });
        }
        messages
    }
}

fn under_way(write: &Write) -> Option<Message> {
    let image = &write.update.image;
    let (tone, words) = match &write.stage {
        // The review is on the screen and says it.
        WriteStage::Checking | WriteStage::Noting => return None,
        WriteStage::Sending => (Tone::Plain, format!("{image}: sending the change")),
        WriteStage::Settling => match &write.trouble {
            None => (Tone::Plain, format!("{image}: accepted; waiting until the image settles")),
            Some(failure) => {
                (Tone::Plain, format!("{image}: accepted; reading it back fails ({})", failure.headline()))
            }
        },
        WriteStage::Unknown(failure) => (
            Tone::Bad,
            format!(
                "{image}: outcome unknown ({}); the image is read back to learn it. Nothing is sent again",
                failure.headline()
            ),
        ),
    };
    Some(Message { tone, words })
}
