//! How fast the program acts by itself.

use std::time::Duration;

use crate::domain::AutoRefresh;

/// How fast the program acts by itself. Tests shorten it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How long the selection rests before its detail is read.
    pub selection_rest: Duration,
    /// How long what is read then may take before it is said that it is being loaded.
    pub patience: Duration,
    /// The wait before a write is read back the first time; later waits are multiples.
    pub read_back: Duration,
    /// How often the image of an open form is read.
    pub glance: Duration,
    /// How long until a journal is tried again that could not be written.
    pub journal: Duration,
    /// How long a passing notice stays.
    pub notice: Duration,
    /// For so long an Enter does nothing in a review that has come back to the screen.
    pub second_key: Duration,
    /// A click so soon after another at the same cell makes a double click. For so long a question or a review that
    /// has come to the screen is not answered by a click: that was meant for what stood there before.
    pub double_click: Duration,
    /// How often the list is asked for changes by itself.
    pub refresh: AutoRefresh,
    /// How long until the whole list is read again by itself, for what was deleted.
    pub whole_list: Duration,
    /// How soon an image on the screen that is changing is read again by itself; later waits are multiples.
    pub changing: Duration,
    /// Nothing is read by itself once nobody has typed for so long, where the terminal does not tell whether it
    /// has the focus.
    pub absence: Duration,
    /// How long a person who looks elsewhere is not told that a change has settled: what settles meanwhile is
    /// told with it.
    pub alert: Duration,
    /// A tenth of a second of the tour.
    pub tour: Duration,
    /// How long what changed by itself is marked.
    pub mark: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            selection_rest: Duration::from_millis(120),
            patience: Duration::from_millis(150),
            read_back: Duration::from_secs(1),
            glance: Duration::from_secs(20),
            journal: Duration::from_secs(10),
            notice: Duration::from_secs(6),
            second_key: Duration::from_millis(700),
            double_click: Duration::from_millis(500),
            refresh: AutoRefresh::default(),
            whole_list: Duration::from_mins(10),
            changing: Duration::from_secs(1),
            absence: Duration::from_mins(10),
            alert: Duration::from_secs(1),
            tour: Duration::from_millis(100),
            mark: Duration::from_secs(10),
        }
    }
}
