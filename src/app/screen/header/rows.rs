//! The header in as many rows as it takes.

use crate::app::App;

use super::brevity::{Brevity, ONE_LOW_ROW, ONE_ROW, TERSE, WHOLE, Wording};
use super::line::{Header, HeaderPart, HeaderRow};
use super::parts::{badges, endpoint, place, profile};

/// On a screen with fewer rows, a second row is only taken where account, region or the word that
/// marks the profile would be cut otherwise.
const LOW: u16 = 10;

/// Where we are, as it fits.
#[must_use]
pub fn of(app: &App) -> Header<'_> {
    let room = usize::from(app.size.width);
    let fits = |row: &HeaderRow<'_>| row.width() <= room;
    let is_low = app.size.height < LOW;
    let low = if is_low { &ONE_LOW_ROW[..] } else { &[] };
    let one = ONE_ROW.iter().chain(low).map(|brevity| one_row(app, *brevity)).find(fits);
    one.map_or_else(|| two_rows(app, room), |first| Header { first, second: None })
}

fn one_row(app: &App, brevity: Brevity) -> HeaderRow<'_> {
    let brand = brevity.brand.then_some(HeaderPart::Brand);
    let [account, region] = place(app).map(Some);
    let parts = [brand, profile(app, brevity), account, region, endpoint(app, brevity)];
    HeaderRow { parts, joint: brevity.joint, badges: badges(app, brevity) }
}

/// Whose keys above, where to below; what is long is cut to what there is room for.
fn two_rows(app: &App, room: usize) -> Header<'_> {
    let above = |brevity: Brevity| {
        let brand = brevity.brand.then_some(HeaderPart::Brand);
        let parts = [brand, profile(app, brevity), None, None, None];
        HeaderRow { parts, joint: brevity.joint, badges: badges(app, brevity) }
    };
    let below = |brevity: Brevity| {
        let [account, region] = place(app).map(Some);
        let parts = [None, None, account, region, endpoint(app, brevity)];
        HeaderRow { parts, joint: brevity.joint, badges: [None, None] }
    };
    let plain = Brevity { brand: false, ..WHOLE };
    let below = fitting(room, 4, [plain, TERSE], below, |brevity, endpoint| Brevity { endpoint, ..brevity });
    let cut = |brevity, profile| Brevity { profile, ..brevity };
    let tight = Brevity { joint: " ", ..plain };
    let short = Brevity { words: Wording::None, ..tight };
    if let Some(below) = below {
        let row = fitting(room, 4, [WHOLE, plain, short, TERSE], above, cut);
        let first = row.unwrap_or_else(|| above(Brevity { profile: 0, ..TERSE }));
        return Header { first, second: Some(below) };
    }
    // Account and region leave nothing to the endpoint.
    let above = |brevity: Brevity| {
        let mut row = above(brevity);
        row.parts[4] = endpoint(app, Brevity { endpoint: 4, ..brevity });
        row
    };
    let row = fitting(room, 4, [TERSE], above, cut);
    let [account, region] = place(app).map(Some);
    let parts = [None, None, account, region, None];
    let below = HeaderRow { parts, joint: " ", badges: [None, None] };
    let first = row.unwrap_or_else(|| above(Brevity { profile: 0, ..TERSE }));
    Header { first, second: Some(below) }
}

/// The first of them in which `make` fits whole; else the first in which it fits with what is
/// long cut to what there is room for, but not below `least`.
fn fitting<'a, const N: usize>(
    room: usize,
    least: usize,
    brevity: [Brevity; N],
    make: impl Fn(Brevity) -> HeaderRow<'a>,
    cut: impl Fn(Brevity, usize) -> Brevity,
) -> Option<HeaderRow<'a>> {
    let fits = |row: &HeaderRow<'_>| row.width() <= room;
    if let Some(whole) = brevity.into_iter().map(&make).find(fits) {
        return Some(whole);
    }
    for brevity in brevity {
        let bare = make(cut(brevity, least)).width();
        if bare <= room {
            return Some(make(cut(brevity, least + room - bare)));
        }
    }
    None
}
