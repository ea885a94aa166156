//! What is said of a version: each word in its own place.

use crate::domain::{ImageName, ImageVersion};
use crate::edit::Snapshot;
use crate::edit::kind::version::{self, ML_FRAMEWORK, PROGRAMMING_LANG};

use super::key;

/// A version with something else in each field.
fn full() -> ImageVersion {
    ImageVersion {
        vendor_guidance: Some("STABLE".into()),
        job_type: Some("TRAINING".into()),
        ml_framework: Some("PyTorch 2.4".into()),
        programming_lang: Some("Python 3.11".into()),
        processor: Some("GPU".into()),
        horovod: Some(true),
        release_notes: Some("Of old".into()),
        ..ImageVersion::numbered(ImageName::parse("a").unwrap(), 7)
    }
}

#[test]
fn the_form_shows_what_was_read_under_its_label() {
    let read = Snapshot::from(full());
    let rows: Vec<_> = read
        .fields()
        .iter()
        .map(|field| format!("{}: {}", field.label, read.value(&field.key).unwrap_or("nothing")))
        .collect();
    assert_eq!(
        rows,
        [
            "Vendor guidance: STABLE",
            "Job type: TRAINING",
            "ML framework: PyTorch 2.4",
            "Programming language: Python 3.11",
            "Processor: GPU",
            "Horovod: yes",
            "Release notes: Of old",
        ]
    );
    let without = Snapshot::from(ImageVersion { horovod: Some(false), ..full() });
    assert_eq!(without.value(&version::HOROVOD), Some("no"));
    assert_eq!(read.value(&key("colour")), None, "a field that no table has");
}

#[test]
fn each_field_is_set_in_its_own_place() {
    let set = |name: &str, value| {
        let mut version = full();
        let field = version::FIELDS.iter().find(|field| field.key.as_str() == name).unwrap();
        version::set(&mut version, &field.key, value);
        version
    };
    for (name, value, expected) in [
        ("vendor-guidance", "ARCHIVED", ImageVersion { vendor_guidance: Some("ARCHIVED".into()), ..full() }),
        ("job-type", "INFERENCE", ImageVersion { job_type: Some("INFERENCE".into()), ..full() }),
        ("ml-framework", "JAX 0.4", ImageVersion { ml_framework: Some("JAX 0.4".into()), ..full() }),
        (
            "programming-lang",
            "Julia 1.10",
            ImageVersion { programming_lang: Some("Julia 1.10".into()), ..full() },
        ),
        ("processor", "CPU", ImageVersion { processor: Some("CPU".into()), ..full() }),
        ("horovod", "yes", full()),
        ("horovod", "no", ImageVersion { horovod: Some(false), ..full() }),
        ("release-notes", "New", ImageVersion { release_notes: Some("New".into()), ..full() }),
    ] {
        assert_eq!(set(name, Some(value)), expected, "{name}");
    }
    assert_eq!(set("horovod", None).horovod, None, "not said is not no");
}

#[test]
fn a_framework_and_a_language_are_letters_and_a_version() {
    for (value, is_taken) in [
        ("PyTorch 2.4", true),
        ("PyTorch2.4", true),
        ("PyTorch 2.4.1", true),
        ("PyTorch 2", false),
        ("PyTorch 2.4.1.0", false),
        ("PyTorch 2.", false),
        ("PyTorch .4", false),
        ("PyTorch 2.x", false),
        ("PyTorch 2.4rc1", false),
        ("PyTorch  2.4", false),
        ("2.4", false),
        (" 2.4", false),
        ("PyTorch", false),
    ] {
        for (key, example) in
            [(ML_FRAMEWORK, "such as PyTorch 2.4"), (PROGRAMMING_LANG, "such as Python 3.11")]
        {
            let field = version::FIELDS.iter().find(|field| field.key == key).unwrap();
            let said = field.problem(value).map(|problem| problem.0);
            assert_eq!(said.is_none(), is_taken, "{value:?}: {said:?}");
            assert!(said.is_none_or(|said| said.ends_with(example)), "{value:?}");
        }
    }
}
