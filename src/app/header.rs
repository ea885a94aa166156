//! The words that say where we are, for one row or two. Which they are depends on the width alone,
//! so that `update` knows how many rows are left for the rest; `view` gives them their styles.

use super::cells::{middled, shortened, width};
use super::{App, LoadStage, Place, Remote};
use crate::domain::Text;

/// All of it, as it fits the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// One row or two.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// From the left.
    pub parts: Vec<Part>,
    /// What stands between two of them.
    pub joint: &'static str,
    /// At the right edge.
    pub badges: Vec<&'static str>,
}

/// A part of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The program's name.
    Brand,
    /// Whose keys are used.
    Profile {
        /// What goes before the name.
        lead: &'static str,
        /// The name; empty where there is room for the word alone.
        name: String,
        /// The word that marks it.
        word: Option<String>,
    },
    /// The account.
    Account(String),
    /// The region.
    Region(String),
    /// The endpoint, where it is not AWS's own.
    Endpoint(String),
}

impl Part {
    /// How many cells it takes. The word stands between blanks, a blank behind the name.
    #[must_use]
    pub fn width(&self) -> usize {
        match self {
            Self::Brand => BRAND.len(),
            Self::Profile { lead, name, word } => {
                let word = word.as_ref().map_or(0, |word| width(word) + 2);
                width(lead) + width(name) + word + usize::from(word > 0 && !name.is_empty())
            }
            Self::Account(words) | Self::Region(words) | Self::Endpoint(words) => width(words),
        }
    }
}

impl Row {
    /// The least that it takes, with a blank before, behind, and before each badge.
    #[must_use]
    pub fn width(&self) -> usize {
        let parts: usize = self.parts.iter().map(Part::width).sum();
        parts + self.parts.len().saturating_sub(1) * width(self.joint) + 2 + self.badges_width()
    }

    /// The badges, each with the blank that goes with it.
    #[must_use]
    pub fn badges_width(&self) -> usize {
        self.badges.iter().map(|badge| badge.len() + 1).sum()
    }
}

/// The program's name.
pub const BRAND: &str = "sagescope";
/// On a screen with fewer rows, a second row is only taken where account, region or the word that
/// marks the profile would be cut otherwise.
const LOW: u16 = 10;
/// A longer word would push the account away.
const LONGEST_WORD: usize = 16;
const WIDE_JOINT: &str = " ─ ";

/// Whether words go with the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    /// `profile research`, `endpoint https://…`; where keys of the environment are used all the same,
    /// the profile too.
    All,
    /// Without that profile.
    Some,
    /// Names only.
    None,
}

/// How much is said.
#[derive(Debug, Clone, Copy)]
struct Terms {
    brand: bool,
    words: Words,
    badge_words: bool,
    joint: &'static str,
    /// At most so many cells of the profile's name.
    profile: usize,
    /// At most so many of the endpoint; without limit, the scheme is said too.
    endpoint: usize,
}

const ALL: usize = usize::MAX;
const WHOLE: Terms = Terms {
    brand: true,
    words: Words::All,
    badge_words: true,
    joint: WIDE_JOINT,
    profile: ALL,
    endpoint: ALL,
};
const TERSE: Terms = Terms { brand: false, words: Words::None, joint: " ", badge_words: false, ..WHOLE };

/// For one row. Nothing that tells two places apart is cut, except a long host.
const ONE_ROW: [Terms; 7] = [
    WHOLE,
    Terms { endpoint: 30, ..WHOLE },
    Terms { endpoint: 16, ..WHOLE },
    Terms { endpoint: 16, brand: false, ..WHOLE },
    Terms { endpoint: 16, brand: false, words: Words::Some, ..WHOLE },
    Terms { endpoint: 16, brand: false, words: Words::None, ..WHOLE },
    Terms { endpoint: 16, badge_words: true, ..TERSE },
];

/// For one row where there can't be two.
const ONE_LOW_ROW: [Terms; 4] = [
    Terms { endpoint: 8, profile: 12, badge_words: true, ..TERSE },
    Terms { endpoint: 8, profile: 8, ..TERSE },
    Terms { endpoint: 4, profile: 4, ..TERSE },
    Terms { endpoint: 4, profile: 0, ..TERSE },
];

/// Where we are, as it fits.
#[must_use]
pub fn of(app: &App) -> Header {
    let room = usize::from(app.size.width);
    let fits = |row: &Row| row.width() <= room;
    let is_low = app.size.height < LOW;
    let low = if is_low { &ONE_LOW_ROW[..] } else { &[] };
    let one = ONE_ROW.iter().chain(low).map(|terms| one_row(app, *terms)).find(fits);
    Header { rows: one.map_or_else(|| two_rows(app, room), |row| vec![row]) }
}

fn one_row(app: &App, terms: Terms) -> Row {
    let brand = terms.brand.then_some(Part::Brand);
    let parts = brand.into_iter().chain(profile(app, terms)).chain(place(app)).chain(endpoint(app, terms));
    Row { parts: parts.collect(), joint: terms.joint, badges: badges(app, terms) }
}

/// Whose keys above, where to below; what is long is cut to what there is room for.
fn two_rows(app: &App, room: usize) -> Vec<Row> {
    let above = |terms: Terms| {
        let brand = terms.brand.then_some(Part::Brand);
        let parts = brand.into_iter().chain(profile(app, terms)).collect();
        Row { parts, joint: terms.joint, badges: badges(app, terms) }
    };
    let below = |terms: Terms| {
        let parts = place(app).into_iter().chain(endpoint(app, terms)).collect();
        Row { parts, joint: terms.joint, badges: Vec::new() }
    };
    let plain = Terms { brand: false, ..WHOLE };
    let below = fitting(room, 4, [plain, TERSE], below, |terms, endpoint| Terms { endpoint, ..terms });
    let cut = |terms, profile| Terms { profile, ..terms };
    let tight = Terms { joint: " ", ..plain };
    let short = Terms { words: Words::None, ..tight };
    if let Some(below) = below {
        let row = fitting(room, 4, [WHOLE, plain, short, TERSE], above, cut);
        return vec![row.unwrap_or_else(|| above(Terms { profile: 0, ..TERSE })), below];
    }
    // Account and region leave nothing to the endpoint.
    let above = |terms: Terms| {
        let mut row = above(terms);
        row.parts.extend(endpoint(app, Terms { endpoint: 4, ..terms }));
        row
    };
    let row = fitting(room, 4, [TERSE], above, cut);
    let below = Row { parts: place(app).into(), joint: " ", badges: Vec::new() };
    vec![row.unwrap_or_else(|| above(Terms { profile: 0, ..TERSE })), below]
}

/// The first of the terms on which `make` fits whole; else the first on which it fits with what is
/// long cut to what there is room for, but not below `least`.
fn fitting<const N: usize>(
    room: usize,
    least: usize,
    terms: [Terms; N],
    make: impl Fn(Terms) -> Row,
    cut: impl Fn(Terms, usize) -> Terms,
) -> Option<Row> {
    let fits = |row: &Row| row.width() <= room;
    if let Some(whole) = terms.into_iter().map(&make).find(fits) {
        return Some(whole);
    }
    for terms in terms {
        let bare = make(cut(terms, least)).width();
        if bare <= room {
            return Some(make(cut(terms, least + room - bare)));
        }
    }
    None
}

fn profile(app: &App, terms: Terms) -> Option<Part> {
    let place = app.place();
    let named = place.location.profile.as_ref().or(place.aim.profile.as_ref()).map(Text::as_str);
    let has_words = terms.words != Words::None;
    let (lead, name) = match (place.location.environment_keys, named) {
        (true, Some(named)) if terms.words == Words::All => ("", format!("{ENVIRONMENT}, profile {named}")),
        (true, _) if has_words => ("", ENVIRONMENT.to_owned()),
        (true, _) => ("", "env keys".to_owned()),
        (false, Some(named)) => (if has_words { "profile " } else { "" }, named.to_owned()),
        (false, None) if has_words => ("", "default credentials".to_owned()),
        (false, None) => ("", "default".to_owned()),
    };
    let word = app.mark_of(place).and_then(|mark| mark.word.as_ref());
    let word = word.map(|word| shortened(word.as_str(), LONGEST_WORD));
    let name = middled(&name, terms.profile);
    (!name.is_empty() || word.is_some()).then_some(Part::Profile { lead, name, word })
}

const ENVIRONMENT: &str = "keys of the environment";

fn place(app: &App) -> [Part; 2] {
    [Part::Account(account(app.place())), Part::Region(region(app.place()))]
}

/// The account in words: its id, with `…` while it is asked for anew.
#[must_use]
pub fn account(place: &Place) -> String {
    let has_failed = matches!(place.images.load.stage, LoadStage::Failed { .. });
    match &place.account {
        Remote::Ready(id) => id.to_string(),
        Remote::Loading { old: Some(id) } => format!("{id} …"),
        Remote::Failed { .. } => "account unknown".into(),
        Remote::Idle if has_failed => "account unknown".into(),
        Remote::Idle | Remote::Loading { old: None } => "account …".into(),
    }
}

/// The region in words.
#[must_use]
pub fn region(place: &Place) -> String {
    let unknown = if place.is_lost { "no region" } else { "region …" };
    place.location.region.as_ref().map_or(unknown, Text::as_str).to_owned()
}

fn endpoint(app: &App, terms: Terms) -> Option<Part> {
    let endpoint = app.place().location.endpoint.as_ref()?.as_str();
    let host = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    let is_whole = terms.endpoint == ALL && terms.words != Words::None;
    let words = if is_whole { format!("endpoint {endpoint}") } else { shortened(host, terms.endpoint) };
    Some(Part::Endpoint(words))
}

fn badges(app: &App, terms: Terms) -> Vec<&'static str> {
    let read_only = if terms.badge_words { "READ-ONLY" } else { "RO" };
    let badges = [(app.is_read_only(), read_only), (app.mode.demo, "DEMO")];
    badges.into_iter().filter_map(|(is_on, badge)| is_on.then_some(badge)).collect()
}
