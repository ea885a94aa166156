//! The catalogues of the embedded service.

use std::collections::{BTreeSet, HashSet};

use sagescope::emulator::{
    Catalogue, CatalogueError, CatalogueImage, CatalogueVersion, Emulator, ImageStatus, Options,
};
use serde_json::json;

use super::wire::ok;

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
fn what_the_built_in_catalogue_has_of_studio_obeys_them_too() {
    let catalogue = Catalogue::built_in();
    for domain in &catalogue.domains {
        assert_eq!(domain.broken_rules(), Vec::<String>::new(), "{}", domain.id);
    }
    for config in &catalogue.app_image_configs {
        assert_eq!(config.broken_rules(), Vec::<String>::new(), "{}", config.name);
    }
    let made = Catalogue::made(30).with_made_domains(40);
    assert_eq!((made.domains.len(), made.app_image_configs.len()), (40, 3));
    for domain in &made.domains {
        assert_eq!(domain.broken_rules(), Vec::<String>::new(), "{}", domain.id);
        assert_eq!((domain.profiles.len(), domain.spaces.len()), (10, 10));
    }
    assert_eq!(made, Catalogue::made(30).with_made_domains(40), "always the same");
    let none = Catalogue::empty().with_made_domains(5000);
    assert_eq!(none.domains.len(), Catalogue::MADE_DOMAINS_AT_MOST);
    assert!(!format!("{none:?}").contains("ImageName"), "there is no image to use");
}

#[test]
fn a_domain_that_breaks_a_rule_is_refused_with_it() {
    let domain = "[[domain]]\nid = \"d-a\"\nname = \"a\"\ncreated_days_ago = 1\n";
    Catalogue::from_toml(domain).unwrap();
    for (more, says) in [
        (domain, "two domains named \"d-a\""),
        (
            "status = \"Asleep\"",
            "at 'status' failed to satisfy constraint: Member must satisfy enum value set",
        ),
        ("status = \"Failed\"", "A failure reason belongs to what has failed"),
        ("failure_reason = \"x\"", "A failure reason belongs to what has failed"),
        ("modified_days_ago = 2", "It was modified before it was created"),
        ("AuthMode = 5", "The value at 'authMode' is of the wrong type"),
        ("Surprise = 1", "Unknown member: surprise"),
        ("DefaultUserSettings = { Surprise = 1 }", "Unknown member: defaultUserSettings.surprise"),
        (
            "[domain.DefaultUserSettings.JupyterLabAppSettings]\nCustomImages = [{ ImageName = \"a\" }]",
            "'defaultUserSettings.jupyterLabAppSettings.customImages.1.member.appImageConfigName' must not be null",
        ),
        (
            "[domain.DefaultUserSettings.JupyterServerAppSettings]\nCustomImages = []",
            "Unknown member: defaultUserSettings.jupyterServerAppSettings.customImages",
        ),
        (
            "[domain.DefaultUserSettings.JupyterLabAppSettings.DefaultResourceSpec]\nSageMakerImageArn = \"None\"",
            "Member must satisfy regular expression pattern: ^arn:aws",
        ),
        (
            "[[domain.app]]\nprofile = \"p\"\ntype = \"JupyterLab\"\nname = \"x\"\ncreated_days_ago = 1",
            "The app x belongs to no user profile and no space of the domain",
        ),
        (
            "[[domain.space]]\nname = \"x\"\ncreated_days_ago = 1\n[[domain.space]]\nname = \"x\"\ncreated_days_ago = 1",
            "There are two of Space d-a/x",
        ),
        (
            "[[app_image_config]]\nname = \"a b\"\ncreated_days_ago = 1",
            "app image config \"a b\" breaks a rule",
        ),
        (
            "[[app_image_config]]\nname = \"a\"\ncreated_days_ago = 1\nKernelGatewayImageConfig = { KernelSpecs = [] }",
            "The value at 'kernelGatewayImageConfig.kernelSpecs' has 0 items, and 1 is the least",
        ),
    ] {
        let said = Catalogue::from_toml(&format!("{domain}{more}")).expect_err(more).to_string();
        assert!(said.contains(says), "{more}: {said}");
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
fn the_built_in_catalogue_shows_every_kind_of_version() {
    let catalogue = Catalogue::built_in();
    let images = &catalogue.images;
    let versions: Vec<&CatalogueVersion> = images.iter().flat_map(|image| &image.versions).collect();
    assert!(images.iter().any(|image| image.versions.len() == 40));
    assert!(images.iter().any(|image| image.versions.is_empty() && image.status == ImageStatus::Created));
    let statuses: BTreeSet<&str> = versions.iter().map(|version| version.status.as_str()).collect();
    assert!(statuses.into_iter().eq(["CREATED", "CREATE_FAILED", "CREATING", "DELETE_FAILED", "DELETING"]));
    let words = |word: fn(&CatalogueVersion) -> Option<&String>| -> BTreeSet<Option<&str>> {
        versions.iter().map(|version| word(version).map(String::as_str)).collect()
    };
    assert_eq!(words(|version| version.vendor_guidance.as_ref()).len(), 5, "four words, and none");
    assert_eq!(words(|version| version.job_type.as_ref()).len(), 4, "three words, and none");
    assert_eq!(words(|version| version.processor.as_ref()).len(), 3, "two words, and none");
    for horovod in [None, Some(false), Some(true)] {
        assert!(versions.iter().any(|version| version.horovod == horovod));
    }
    let notes: Vec<&String> = versions.iter().filter_map(|version| version.release_notes.as_ref()).collect();
    assert_eq!(notes.iter().map(|notes| notes.chars().count()).max(), Some(255));
    for letters in ["\u{1b}]52;", "\u{202e}", "\u{9b}", "辞書", "الإصدار", "גרסה", "e\u{301}", "👩🏽\u{200d}🔬"]
    {
        assert!(notes.iter().any(|notes| notes.contains(letters)), "{letters:?}");
    }
    let aliases: Vec<&String> = versions.iter().flat_map(|version| &version.aliases).collect();
    assert_eq!(aliases.iter().map(|alias| alias.len()).max(), Some(128));
    for alias in ["latest", "stable", "prod", "canary", "v2.4.1", "2.4"] {
        assert!(aliases.iter().any(|held| *held == alias), "{alias}");
    }
}

#[test]
fn the_built_in_catalogue_shows_every_kind_of_tag() {
    let catalogue = Catalogue::built_in();
    let own = |image: &CatalogueImage| image.tags.keys().filter(|key| !key.starts_with("aws:")).count();
    assert!(catalogue.images.iter().any(|image| own(image) == 50 && image.tags.len() > 50));
    assert!(catalogue.images.iter().any(|image| image.tags.is_empty()));
    let tags: Vec<(&String, &String)> = catalogue.images.iter().flat_map(|image| &image.tags).collect();
    assert!(tags.iter().any(|(key, _)| key.starts_with("aws:cloudformation:")));
    assert!(tags.iter().any(|(_, value)| value.is_empty()));
    assert_eq!(tags.iter().map(|(key, _)| key.chars().count()).max(), Some(128));
    assert_eq!(tags.iter().map(|(_, value)| value.chars().count()).max(), Some(256));
    for letters in ["チーム", "فريق", "צוות", "\u{2028}", "\u{3000}"] {
        assert!(
            tags.iter().any(|(key, value)| key.contains(letters) || value.contains(letters)),
            "{letters:?}"
        );
    }
}

#[tokio::test]
async fn what_belongs_to_a_made_image_stays_the_same_until_it_is_changed() {
    let catalogue = Catalogue::made(60);
    let names: Vec<String> = catalogue.images.iter().map(|image| image.name.clone()).collect();
    let emulator = Emulator::start(Options { catalogue, ..Options::default() }).await.unwrap();
    let (count, name) = names.iter().map(|name| (emulator.versions(name).len(), name)).max().unwrap();
    let query = json!({ "ImageName": name, "MaxResults": 100 });
    let before = ok(&emulator, "ListImageVersions", query.clone()).await;
    assert_eq!((before["ImageVersions"].as_array().unwrap().len(), count), (6, 6));
    assert!(emulator.edit_as_someone_else(name, sagescope::emulator::Edit::display_name("Changed")));
    assert_eq!(ok(&emulator, "ListImageVersions", query.clone()).await, before);
    assert!(emulator.aliases(name).contains_key("latest") && emulator.tags(name).contains_key("team"));

    assert!(emulator.set_tag(name, "team", "ours") && emulator.remove_version(name, 1));
    assert_eq!(emulator.tags(name)["team"], "ours");
    assert_eq!(emulator.versions(name), [2, 3, 4, 5, 6]);
    let mut rest = before;
    rest["ImageVersions"].as_array_mut().unwrap().pop();
    assert_eq!(ok(&emulator, "ListImageVersions", query).await, rest);
}

#[tokio::test]
async fn a_made_image_that_is_added_has_what_belongs_to_it() {
    let catalogue = Catalogue::made(60);
    let emulator =
        Emulator::start(Options { catalogue: catalogue.clone(), ..Options::default() }).await.unwrap();
    let name =
        catalogue.images.iter().map(|image| &image.name).max_by_key(|name| emulator.versions(name).len());
    let name = name.unwrap().as_str();
    let (versions, tags) = (emulator.versions(name), emulator.tags(name));
    assert!(emulator.remove(name) && emulator.tags(name).is_empty());
    let image = catalogue.images.iter().find(|image| image.name == name).unwrap();
    emulator.add(image.clone());
    assert_eq!((emulator.versions(name), emulator.tags(name)), (versions, tags));
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
    assert_eq!(Catalogue::from_toml(&twice), Err(CatalogueError::Twice("image", "a".to_owned())));
}

#[test]
fn what_belongs_to_an_image_is_refused_with_the_reason() {
    let version = |members: &str| {
        format!("[[image.version]]\nbase_image = \"a/b:1\"\ncreated_days_ago = 1.0\n{members}\n")
    };
    let tags =
        |count: usize| (0..count).map(|number| format!("key-{number} = \"\"")).collect::<Vec<_>>().join("\n");
    let refusals = [
        (version("number = 7") + &version("number = 7"), "two versions numbered 7"),
        (version("aliases = [\"a\"]") + &version("aliases = [\"b\", \"a\"]"), "The alias a belongs to two"),
        (version("aliases = [\".a\"]"), "Version 1: Value '.a' at 'aliases'"),
        (version("") + &version("vendor_guidance = \"GOOD\""), "Version 2: Value 'GOOD' at 'vendorGuidance'"),
        (version("ml_framework = \"PyTorch\""), "at 'mLFramework'"),
        (version("release_notes = \"\""), "at 'releaseNotes'"),
        (version("status = \"UPDATING\""), "A version is never UPDATING"),
        (version("status = \"CREATE_FAILED\""), "A failure reason belongs to a failed version"),
        (version("modified_days_ago = 2.0"), "Version 1: It was modified before it was created"),
        (version("horovod = \"yes\""), "invalid type"),
        (version("colour = \"red\""), "unknown field `colour`"),
        ("[[image.version]]\ncreated_days_ago = 1.0\n".to_owned(), "missing field `base_image`"),
        (format!("[image.tags]\n{}", tags(51)), "It has 51 tags, and 50 is the most"),
        ("[image.tags]\n\"a,b\" = \"\"\n".to_owned(), "Value 'a,b' at 'key'"),
        ("[image.tags]\na = 1\n".to_owned(), "invalid type"),
    ];
    let image = "[[image]]\nname = \"a\"\ncreated_days_ago = 1.0\n";
    for (text, words) in refusals {
        let error = Catalogue::from_toml(&format!("{image}{text}")).unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
    }
    // Those of AWS do not count.
    let text = format!("{image}[image.tags]\n\"aws:a\" = \"\"\n{}", tags(50));
    assert_eq!(Catalogue::from_toml(&text).unwrap().images[0].tags.len(), 51);
    let text = format!("{image}{}{}{}", version(""), version("number = 5"), version(""));
    let numbers: Vec<u32> = Catalogue::from_toml(&text).unwrap().images[0]
        .versions
        .iter()
        .map(|version| version.number)
        .collect();
    assert_eq!(numbers, [1, 5, 6]);
}
