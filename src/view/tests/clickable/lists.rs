//! Lists of things that are called as they like.

use crate::app::play::Play;
use crate::app::{App, Pick, Remote, Target};
use crate::domain::{Image, KeySource, Profile, Text};
use crate::view::tests::furnish::{
    Furnish, form, open_drafts, open_history, put_form, put_history, with_image,
};
use crate::view::tests::scene::now;
use crate::view::tests::{places, scene, trust};

use super::judge::{check, numbered_rows, text};
use super::{SIZES, areas};

/// A name that begins with its number and goes on as it likes.
fn hostile_name(at: usize) -> String {
    let rest = [
        "-plain",
        "-機械学習のイメージ",
        "e\u{301}\u{323}x",
        "👩\u{200d}🚀🇩🇪",
        "שלום",
        "\u{200b}กำ ☰",
        "-with-a-name-that-is-longer-than-any-column-has-room-for-it-to-be",
    ];
    format!("n{at:02}{}", rest[at % rest.len()])
}

fn hostile_images() -> Vec<Image> {
    (0..60).map(|at| scene::image(&hostile_name(at), Some("a display name"), "CREATED", 5)).collect()
}

pub fn listing(cursor: usize) -> App {
    let mut app = scene::located();
    let place = app.place_for_tests();
    place.images.merge(hostile_images());
    place.images.load.whole_at = Some(now());
    place.location.profile = Some(Text::clean("n98機械-profile"));
    place.location.region = Some(Text::clean("n99-קצת-region"));
    scene::select(&mut app, &hostile_name(cursor));
    app
}

pub fn history(at: usize) -> App {
    let mut app = listing(0);
    let entries = trust::entries().into_iter().enumerate();
    put_history(&mut app, entries.map(|(at, entry)| with_image(entry, &hostile_name(at))).collect());
    open_history(&mut app, None, at);
    app
}

fn drafts(at: usize) -> App {
    let mut app = listing(0);
    for (at, image) in hostile_images().into_iter().enumerate().step_by(3) {
        let mut form = form(&image);
        form.type_over("display name", &format!("typed {at}"));
        put_form(&mut app, form);
    }
    open_drafts(&mut app, at);
    app
}

pub fn picking(pick: Pick, at: usize) -> App {
    let mut app = places::picking(listing(0), pick, "", at);
    let Remote::Ready(found) = &mut app.aws_setup else { return app };
    found.profiles = (0..30)
        .map(|at| Profile {
            name: Text::clean(&hostile_name(at)),
            region: None,
            source: KeySource::Sso,
            account: None,
            trouble: None,
        })
        .collect();
    app
}

#[test]
fn every_row_of_a_list_can_be_clicked_whatever_it_is_called() {
    let is_row = |target: &Target| {
        matches!(target, Target::Image(_) | Target::Entry(_) | Target::Draft(_) | Target::Offer(_))
    };
    for make in [
        || listing(0),
        || listing(31),
        || listing(59),
        || history(0),
        || history(8),
        || drafts(0),
        || drafts(17),
        || picking(Pick::Profile, 0),
        || picking(Pick::Profile, 29),
    ] as [fn() -> App; 9]
    {
        for size in SIZES {
            let app = scene::sized(make(), size);
            let (buffer, shown) = check(&app);
            let within = areas(&shown, |target| matches!(target, Target::List | Target::PageList));
            let rows = areas(&shown, is_row);
            assert_eq!(within.len(), 1);
            let chain = areas(&shown, |target| *target == Target::Offer(None)).len();
            assert_eq!(
                rows.len(),
                numbered_rows(&buffer, within[0]) + chain,
                "{}",
                crate::view::tests::picture::text(&buffer)
            );
            assert!(!rows.is_empty());
            for row in rows {
                let found = row.positions().map(|at| shown.clickables.at(at)).collect::<Vec<_>>();
                assert!(found.iter().all(|target| target.is_some_and(is_row)), "{row}");
            }
        }
    }
}

/// Rows that stand below one another in a list of a page, and those that can be clicked, are the same.
#[test]
fn every_command_and_every_text_that_can_be_copied_can_be_clicked() {
    for (what, keys) in [
        ("all commands", ":"),
        ("words of a command", ": s o r t space"),
        ("parts of a filter", ": f i l t e r space s t"),
        ("regions", ": r e g i o n space u s"),
        ("texts", "y"),
    ] {
        for size in SIZES {
            let mut play = Play::with(&["alpha", "bravo"]);
            play.press(keys);
            let app = scene::sized(play.app, size);
            let (buffer, shown) = check(&app);
            let list = areas(&shown, |target| *target == Target::PageList)[0];
            let rows = areas(&shown, |target| matches!(target, Target::Command(_) | Target::Copy(_)));
            let written = list.rows().filter(|row| !text(&buffer, *row).trim().is_empty()).count();
            assert_eq!(rows.len(), written, "{what}\n{}", crate::view::tests::picture::text(&buffer));
        }
    }
}
