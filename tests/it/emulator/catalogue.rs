//! The catalogues of the embedded service.

use std::collections::HashSet;

use sagescope::emulator::{Catalogue, CatalogueError, CatalogueImage, ImageStatus};

fn longest(catalogue: &Catalogue, text: impl Fn(&CatalogueImage) -> Option<&String>) -> usize {
    catalogue.images.iter().filter_map(text).map(|text| text.chars().count()).max().unwrap()
}

#[test]
fn the_built_in_catalogue_obeys_the_services_own_rules() {
    let catalogue = Catalogue::built_in();
    let names: HashSet<&str> = catalogue.images.iter().map(|image| image.name.as_str()).collect();
    assert_eq!(names.len(), catalogue.images.len());
    for image in &catalogue.images {
        assert_eq!(image.broken_rules(), Vec::<String>::new(), "{}", image.name);
    }
}

#[test]
fn the_built_in_catalogue_shows_everything() {
    let catalogue = Catalogue::built_in();
    let images = &catalogue.images;
    assert!((38..60).contains(&images.len()), "{}", images.len());
    for status in ImageStatus::ALL {
        assert!(images.iter().any(|image| image.status == status), "{status}");
    }
    assert!(images.iter().any(|image| image.display_name.is_none()));
    assert!(images.iter().any(|image| image.description.is_none()));
    assert!(images.iter().any(|image| image.role.is_none()));
    assert_eq!(longest(&catalogue, |image| image.display_name.as_ref()), 128);
    assert_eq!(longest(&catalogue, |image| image.description.as_ref()), 512);
    assert!(longest(&catalogue, |image| image.failure_reason.as_ref()) > 960);
    assert!(images.iter().any(|image| image.name.len() == 63));
    let texts: Vec<&String> =
        images.iter().flat_map(|image| [&image.display_name, &image.description]).flatten().collect();
    for letters in ["\u{1b}[", "\u{202e}", "\u{9b}", "語", "العربية", "זיהוי", "e\u{301}", "👩🏽\u{200d}🔬"]
    {
        assert!(texts.iter().any(|text| text.contains(letters)), "{letters:?}");
    }
}

#[test]
fn made_images_are_valid_distinct_and_always_the_same() {
    let catalogue = Catalogue::made(100_000);
    let names: HashSet<&str> = catalogue.images.iter().map(|image| image.name.as_str()).collect();
    assert_eq!(names.len(), 100_000);
    for image in &catalogue.images {
        assert!(image.broken_rules().is_empty(), "{image:?}");
    }
    assert_eq!(catalogue.images[..50], Catalogue::made(50).images);
    assert_eq!(Catalogue::made(100_001).images.len(), Catalogue::MADE_AT_MOST);
}

#[test]
fn a_catalogue_is_refused_with_the_reason() {
    let refusals = [
        ("[[image]]\nname = \"a\"\n", "missing field"),
        ("[[image]]\nname = \"a_b\"\ncreated_days_ago = 1.0\n", "'imageName' failed to satisfy constraint"),
        ("[[image]]\nname = \"a\"\ncolour = \"red\"\ncreated_days_ago = 1.0\n", "unknown field `colour`"),
        ("[[image]]\nname = \"a\"\ncreated_days_ago = -1.0\n", "negative"),
        (
            "[[image]]\nname = \"a\"\ncreated_days_ago = 1.0\nmodified_days_ago = 2.0\n",
            "modified before it was created",
        ),
        (
            "[[image]]\nname = \"a\"\ncreated_days_ago = 1.0\nstatus = \"UPDATE_FAILED\"\n",
            "A failure reason belongs",
        ),
        ("[[image]]\nname = \"a\"\ncreated_days_ago = 1.0\nstatus = \"DONE\"\n", "unknown variant"),
    ];
    for (text, words) in refusals {
        let error = Catalogue::from_toml(text).unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
    }
    let twice = "[[image]]\nname = \"a\"\ncreated_days_ago = 1.0\n".repeat(2);
    assert_eq!(Catalogue::from_toml(&twice), Err(CatalogueError::Twice("a".to_owned())));
}
