//! Several images, marked in the list and changed by one form.

use serde_json::{Value, json};

use crate::terminal::{NARROW, Service, Start, WIDE, Window};

#[test]
fn five_marked_images_are_changed_once_each_in_order() {
    for (size, marks) in [(WIDE, "*"), (NARROW, "     ")] {
        let service = Service::of(5);
        let mut window = Start::on(&service).size(size).open();
        window.shows(&["1/5", "PyTorch 2.4"]);
        window.type_text(marks);
        window.shows(&["5 marked"]);
        window.press("e");
        window.shows(&["Edit 5 images", "different values; unchanged unless you type"]);
        window.press("Tab");
        window.type_text("For every team");
        window.shows(&["For every team"]);
        window.press("Ctrl-S");
        window.shows(&["Review"]);
        assert_eq!(service.arrived("UpdateImage"), [] as [Value; 0]);
        read_to_its_end(&mut window);
        window.press("Enter");
        window.shows(&["5 images: verified"]);
        let body = |name| json!({"ImageName": name, "Description": "For every team"});
        let all: Vec<_> = service.names().into_iter().map(body).collect();
        assert_eq!(service.arrived("UpdateImage"), all);
        window.press("q");
        window.ends_with(0);
    }
}

/// Turns the pages of the review until nothing more is below.
pub fn read_to_its_end(window: &mut Window) {
    let below = |contents: &str| {
        let (_, below) = contents.lines().rfind(|row| row.contains(" more ─"))?.split_once('↓')?;
        Some(format!("↓{} more", below.split_once(" more")?.0))
    };
    while let Some(more) = below(&window.contents()) {
        window.press("PgDn");
        window.hides(&[&more]);
    }
}
