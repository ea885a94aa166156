//! The browser: header, list, detail, footer.

use ratatui::layout::Rect;

use crate::app::layout::Frame;
use crate::app::{App, Pane, Pick, Tab, Target};
use crate::view::tests::hostile::scenes;
use crate::view::tests::{places, scene};

use super::judge::{check, text};
use super::lists::{listing, picking};
use super::{SIZES, areas, drawn};

#[test]
fn regions_are_told_by_their_names() {
    for size in SIZES {
        let app = scene::sized(picking(Pick::Region, 7), size);
        let (buffer, shown) = check(&app);
        for clickable in shown.clickables.iter() {
            if let Target::Offer(name) = &clickable.target {
                let name = name.as_ref().unwrap().as_str();
                assert!(text(&buffer, clickable.area).contains(name), "{name}");
            }
        }
    }
}

#[test]
fn the_footer_is_made_of_what_can_be_clicked() {
    for mut app in scenes() {
        for size in SIZES {
            app = scene::sized(app, size);
            let (buffer, shown) = drawn(&app);
            let footer = Frame::of(&app).footer;
            let in_footer = shown.clickables.iter().filter(|it| it.area.intersects(footer));
            let words: Vec<_> = in_footer.map(|it| text(&buffer, it.area).trim_end().to_owned()).collect();
            assert_eq!(words.join("  "), text(&buffer, footer).trim());
        }
    }
}

#[test]
fn every_tab_whose_name_stands_there_can_be_clicked() {
    for mut app in scenes() {
        for size in SIZES {
            app = scene::sized(app, size);
            let (buffer, shown) = drawn(&app);
            let Some(detail) = areas(&shown, |target| *target == Target::Detail).first().copied() else {
                continue;
            };
            let bar = text(&buffer, Rect { y: detail.y + 1, height: 1, ..detail });
            let tabs = areas(&shown, |target| matches!(target, Target::Tab(_)));
            for tab in Tab::ALL.iter().filter(|tab| bar.contains(tab.title()) && bar.contains('[')) {
                let is_there = shown.clickables.iter().any(|it| it.target == Target::Tab(*tab));
                assert!(is_there, "{tab:?}\n{}", crate::view::tests::picture::text(&buffer));
            }
            assert!(tabs.iter().all(|area| area.y == detail.y + 1));
        }
    }
}

#[test]
fn the_divider_lies_between_list_and_detail() {
    for size in SIZES {
        let app = scene::sized(listing(4), size);
        let (_, shown) = check(&app);
        let divider = areas(&shown, |target| *target == Target::Divider);
        if app.is_wide() {
            let [left, right] = divider[..] else { panic!("{divider:?}") };
            assert_eq!((left.right(), left.height, right.height), (right.x, left.height, left.height));
        } else {
            assert_eq!(divider, []);
        }
    }
}

#[test]
fn the_browser_is_all_of_list_and_detail() {
    for pane in [Pane::List, Pane::Detail] {
        for size in SIZES {
            let mut app = scene::sized(listing(4), size);
            app.browser_for_tests().1.pane = pane;
            let (_, shown) = check(&app);
            let detail = areas(&shown, |target| *target == Target::Detail);
            for at in Frame::of(&app).body.positions() {
                let is_detail = detail.iter().any(|area| area.contains(at));
                let expected = if is_detail { Target::Detail } else { Target::List };
                assert_eq!(shown.clickables.container_at(at), Some(&expected), "{at}");
            }
            assert_eq!(detail.len(), usize::from(app.is_wide() || pane == Pane::Detail));
        }
    }
}

#[test]
fn where_to_is_asked_by_a_click_on_where_we_are() {
    for make in
        [|| listing(0), places::crowded, || places::environment(None), scene::in_detail] as [fn() -> App; 4]
    {
        for width in 30..=160 {
            let (_, shown) = check(&scene::sized(make(), (width, 24)));
            let region = areas(&shown, |target| *target == Target::Region);
            assert_eq!(region.len(), 1, "{width}");
            assert!(region[0].y < 2);
        }
    }
}
