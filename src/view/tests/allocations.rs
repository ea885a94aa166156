//! How often a frame asks for memory.

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

#[test]
fn a_frame_asks_for_memory_only_for_what_it_shows() {
    for size in [(80, 24), (120, 40), (200, 50)] {
        let (few, many) = (allocations(&sized(browsing(), size)), allocations(&sized(crowded(), size)));
        // What has to be cut is put together anew: a few texts of each row.
        let cut = 4 * u64::from(size.1);
        assert!(many <= few + cut, "{size:?}: {few} with few images, {many} with many");
    }
}
