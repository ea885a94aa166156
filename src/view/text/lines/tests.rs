//! Rows that are put together, and what of them can be clicked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::app::{Clickables, Links};
use crate::keys::Action;

#[test]
fn what_can_be_clicked_moves_with_its_rows() {
    let target = || Target::Action(Action::Help);
    let part = |lines: &mut Lines| {
        let runs = [("go 機械 on and on".to_owned(), Style::new())];
        lines.runs_with("> ".into(), &runs, Break::Blanks, &[(3..12, target())]);
    };
    let shown = |lines: &Lines, area: Rect, scroll: usize| {
        let (mut clickables, mut buffer) = (Clickables::default(), Buffer::empty(Rect::new(0, 0, 30, 6)));
        lines.draw_clickable(area, scroll, &mut clickables, &mut buffer);
        clickables.iter().map(|it| it.area).collect::<Vec<_>>()
    };
    let mut lines = Lines::new(20);
    part(&mut lines);
    let area = Rect::new(3, 1, 20, 5);
    assert_eq!(shown(&lines, area, 0), [Rect::new(8, 1, 7, 1)]);
    // Broken over rows, a part each; the blank at which it was broken is none of it.
    let mut narrow = Lines::new(9);
    part(&mut narrow);
    assert_eq!(shown(&narrow, area, 0), [Rect::new(8, 1, 4, 1), Rect::new(5, 2, 2, 1)]);
    let mut below = Lines::new(20);
    below.text(0, "one", Style::new());
    below.behind(&"| ".into(), narrow);
    below.take(lines, 1);
    below.mark_from(3, target());
    let all = [Rect::new(10, 2, 4, 1), Rect::new(7, 3, 2, 1), Rect::new(3, 4, 20, 2), Rect::new(8, 5, 7, 1)];
    assert_eq!(shown(&below, area, 0), all);
    // What is out of the window can't be clicked, and what is clipped only where it is seen.
    let low = Rect { width: 6, height: 2, ..area };
    assert_eq!(shown(&below, low, 2), [Rect::new(7, 1, 2, 1), Rect::new(3, 2, 6, 1)]);
}

#[test]
fn links_move_with_their_rows_and_are_as_long_as_what_stands_there() {
    let address: Arc<str> = "https://console.aws.amazon.com/".into();
    let mut inner = Lines::new(9);
    inner.runs("> ".into(), &[("go 機械 on".to_owned(), Style::new())], Break::Blanks);
    inner.link_from(0, 2, &address);
    let mut lines = Lines::new(20);
    lines.text(0, "one", Style::new());
    lines.behind(&"| ".into(), inner);
    let area = Rect::new(3, 1, 20, 5);
    let shown = |lines: &Lines, area: Rect, scroll: usize| {
        let mut found = Links::default();
        let viewport = lines.draw(area, scroll, &mut Buffer::empty(Rect::new(0, 0, 30, 6)));
        lines.tell_links(area, viewport, &mut found);
        found.iter().map(|link| link.area).collect::<Vec<_>>()
    };
    assert_eq!(shown(&lines, area, 0), [Rect::new(7, 2, 7, 1), Rect::new(7, 3, 2, 1)]);
    let low = Rect { width: 6, height: 2, ..area };
    assert_eq!(shown(&lines, low, 1), [Rect::new(7, 1, 2, 1), Rect::new(7, 2, 2, 1)]);
    assert_eq!(shown(&lines, Rect { height: 1, ..low }, 2), [Rect::new(7, 1, 2, 1)]);
}

#[test]
fn rows_that_are_left_out_take_what_can_be_clicked_with_them() {
    let mut long = Lines::new(20);
    for _ in 0..4 {
        let begin = long.len();
        long.text(0, "row", Style::new());
        long.mark_from(begin, Target::Page);
    }
    let (mut lines, mut clickables) = (Lines::new(20), Clickables::default());
    lines.take(long, 2);
    let area = Rect::new(0, 0, 20, 6);
    lines.draw_clickable(area, 0, &mut clickables, &mut Buffer::empty(area));
    assert_eq!(clickables.iter().count(), 2);
}
