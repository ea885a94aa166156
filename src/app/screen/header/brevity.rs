//! How much the header says: the less room there is, the less.

const WIDE_JOINT: &str = " ─ ";

/// Whether words go with the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
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
pub struct Brevity {
    pub brand: bool,
    pub words: Wording,
    pub badge_words: bool,
    pub joint: &'static str,
    /// At most so many cells of the profile's name.
    pub profile: usize,
    /// At most so many of the endpoint; without limit, the scheme is said too.
    pub endpoint: usize,
}

pub const ALL: usize = usize::MAX;
pub const WHOLE: Brevity = Brevity {
    brand: true,
    words: Wording::All,
    badge_words: true,
    joint: WIDE_JOINT,
    profile: ALL,
    endpoint: ALL,
};
pub const TERSE: Brevity =
    Brevity { brand: false, words: Wording::None, joint: " ", badge_words: false, ..WHOLE };

/// For one row. Nothing that tells two places apart is cut, except a long host.
pub const ONE_ROW: [Brevity; 7] = [
    WHOLE,
    Brevity { endpoint: 30, ..WHOLE },
    Brevity { endpoint: 16, ..WHOLE },
    Brevity { endpoint: 16, brand: false, ..WHOLE },
    Brevity { endpoint: 16, brand: false, words: Wording::Some, ..WHOLE },
    Brevity { endpoint: 16, brand: false, words: Wording::None, ..WHOLE },
    Brevity { endpoint: 16, badge_words: true, ..TERSE },
];

/// For one row where there can't be two.
pub const ONE_LOW_ROW: [Brevity; 4] = [
    Brevity { endpoint: 8, profile: 12, badge_words: true, ..TERSE },
    Brevity { endpoint: 8, profile: 8, ..TERSE },
    Brevity { endpoint: 4, profile: 4, ..TERSE },
    Brevity { endpoint: 4, profile: 0, ..TERSE },
];
