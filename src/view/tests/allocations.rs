//! How often a frame asks for memory.

use jiff::SignedDuration;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::scene::{browsing, crowded, sized};
use crate::app::App;
use crate::view::{Look, view};

/// How often memory is asked for while a frame is drawn.
fn allocations(app: &App) -> u64 {
    let (look, area) = (Look::of(app), Rect::new(0, 0, app.size.width, app.size.height));
    let mut buffer = Buffer::empty(area);
    // What is made once is there then.
    let _ = view(app, &look, &mut buffer);
    buffer.reset();
    allocation_counter::measure(|| drop(view(app, &look, &mut buffer))).count_total
}

/// Where nothing changes from one frame to the next.
#[test]
fn a_frame_asks_for_little_memory() {
    // Beside a detail, the rows of that are wrapped, and the addresses of links are put together.
    for (size, most) in [((80, 24), 4), ((120, 40), 28), ((200, 50), 28)] {
        for (app, kind) in [(browsing(), "few"), (crowded(), "many")] {
            let asked = allocations(&sized(app, size));
            assert!(asked <= most, "{size:?}: {asked} with {kind} images");
        }
    }
}

#[test]
fn a_list_that_tells_its_age_asks_for_little_more() {
    let mut app = sized(browsing(), (80, 24));
    app.now += SignedDuration::from_mins(5);
    assert!(allocations(&app) <= 8, "{}", allocations(&app));
}
