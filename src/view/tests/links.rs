//! What leads to the console, and where.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Links, Remote};
use crate::domain::{RoleArn, Text};
use crate::view::{Look, Theme, view};

use super::scene;

const IMAGE: &str =
    "https://us-east-1.console.aws.amazon.com/sagemaker/home?region=us-east-1#/images/pytorch";
const ROLE: &str = "https://console.aws.amazon.com/iam/home#/roles/details/SageMakerImages";

/// The detail of an image with such a role.
fn detail(role: &str, size: (u16, u16)) -> App {
    let mut app = scene::located();
    app.size = crate::app::Size { width: size.0, height: size.1 };
    let place = app.place_for_tests();
    place.location.region = Some("us-east-1".into());
    let mut image = scene::image("pytorch", Some("PyTorch"), "CREATED", 5);
    image.arn = Some("arn:aws:sagemaker:us-east-1:123456789012:image/pytorch".into());
    image.role = Some(RoleArn::received(role));
    let (name, listed) = (image.name.clone(), image.clone());
    place.images.merge(vec![listed]);
    // A list does not tell the role.
    place.details.entry(name).or_default().value = Remote::Ready(image);
    scene::select(&mut app, "pytorch");
    app
}

/// What leads where, its rows together.
fn linked(app: &App) -> Vec<(String, String)> {
    let (links, buffer) = drawn(app);
    let mut all: Vec<(String, String)> = Vec::new();
    for link in links.iter() {
        let cells = (link.area.left()..link.area.right()).map(|x| buffer[(x, link.area.y)].symbol());
        let words: String = cells.collect();
        match all.last_mut().filter(|(_, address)| **address == *link.address) {
            Some((before, _)) => before.push_str(&words),
            None => all.push((words, link.address.to_string())),
        }
    }
    all
}

fn drawn(app: &App) -> (Links, Buffer) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    let look = Look { theme: Theme::new(true), zone: jiff::tz::TimeZone::UTC };
    let shown = view(app, &look, &mut buffer);
    (shown.links, buffer)
}

#[test]
fn arns_lead_to_their_pages_in_the_console_also_where_they_are_broken_over_rows() {
    let role = "arn:aws:iam::123456789012:role/SageMakerImages";
    let image = "arn:aws:sagemaker:us-east-1:123456789012:image/pytorch";
    let wanted = [(role.to_owned(), ROLE.to_owned()), (image.to_owned(), IMAGE.to_owned())];
    assert_eq!(linked(&detail(role, (200, 50))), wanted);
    assert_eq!(linked(&detail(role, (120, 40))), wanted);
    assert_eq!(linked(&detail(role, (100, 30))), wanted);
}

#[test]
fn nothing_leads_out_of_the_demo_nor_from_what_is_no_arn() {
    let role = "arn:aws:iam::123456789012:role/SageMakerImages";
    let mut demo = detail(role, (120, 40));
    demo.mode.demo = true;
    assert_eq!(linked(&demo), []);
    let hostile = detail("arn:aws:iam::1:role/\u{1b}]8;;https://evil.example\u{7}", (200, 50));
    assert!(linked(&hostile).iter().all(|(_, address)| address == IMAGE));
    let mut elsewhere = detail(role, (200, 50));
    elsewhere.place_for_tests().location.region = Some(Text::clean("evil.example/"));
    assert!(linked(&elsewhere).iter().all(|(_, address)| address == ROLE));
}

#[test]
fn what_lies_over_a_link_is_none() {
    let mut app = detail("arn:aws:iam::123456789012:role/SageMakerImages", (80, 24));
    app.place_for_tests().overlays.push(crate::app::Overlay::AskQuit);
    assert_eq!(linked(&app), []);
}
