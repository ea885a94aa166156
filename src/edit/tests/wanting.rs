//! From what a person wants to what is sent, of one and of several.

use crate::domain::ImageName;
use crate::edit::{Snapshot, Subject, Wanted};

use super::{OF_OTHERS, OF_TEAM, image, key, three, words};

fn subject(name: &str) -> Subject {
    ImageName::parse(name).unwrap().into()
}

/// What is typed: a field and its text. What is preset: an image, a field and what it is to hold.
fn wanted(typed: &[(&str, &str)], presets: &[(&str, &str, Option<&str>)]) -> Wanted {
    let mut wanted = Wanted::default();
    for (field, text) in typed {
        wanted.typed.insert(key(field), (*text).to_owned());
    }
    for (name, field, value) in presets {
        let of_image = wanted.presets.entry(subject(name)).or_default();
        of_image.insert(key(field), value.map(str::to_owned));
    }
    wanted
}

#[test]
fn each_part_changes_where_it_does_not_hold_what_is_wanted() {
    let no_presets: &[(&str, &str, Option<&str>)] = &[];
    for (typed, presets, changes) in [
        (vec![], no_presets, ["", "", ""]),
        (vec![("display-name", "Mine")], no_presets, ["display-name=Mine"; 3]),
        (vec![("display-name", "a shown")], no_presets, ["", "display-name=a shown", "display-name=a shown"]),
        (vec![("display-name", "")], no_presets, ["display-name cleared", "display-name cleared", ""]),
        (
            vec![("display-name", "Mine"), ("description", "")],
            no_presets,
            [
                "description cleared, display-name=Mine",
                "description cleared, display-name=Mine",
                "display-name=Mine",
            ],
        ),
        (
            vec![("description", "An image for the vision team")],
            no_presets,
            ["", "", "description=An image for the vision team"],
        ),
        (vec![("role", OF_TEAM)], no_presets, [""; 3]),
        (vec![("role", OF_OTHERS)], no_presets, ["role=arn:aws:iam::123456789012:role/Others"; 3]),
        // The service has no way to do it.
        (vec![("role", "")], no_presets, [""; 3]),
        // A field that no table has.
        (vec![("colour", "red")], no_presets, [""; 3]),
        // What is right and what is not is told elsewhere: nothing typed is lost.
        (vec![("display-name", " ")], no_presets, ["display-name= "; 3]),
        // Each its own, as when a change of several is undone.
        (
            vec![],
            &[("a", "display-name", Some("Old")), ("b", "display-name", None), ("c", "display-name", None)],
            ["display-name=Old", "display-name cleared", ""],
        ),
        (
            vec![],
            &[("a", "display-name", Some("a shown")), ("c", "display-name", Some("c shown"))],
            ["", "", "display-name=c shown"],
        ),
        (
            vec![],
            &[("a", "role", None), ("b", "role", Some(OF_OTHERS))],
            ["", "role=arn:aws:iam::123456789012:role/Others", ""],
        ),
        // What is typed wins over what is preset, and what else is preset holds.
        (
            vec![("display-name", "Mine")],
            &[("a", "display-name", Some("Old")), ("a", "description", None)],
            ["description cleared, display-name=Mine", "display-name=Mine", "display-name=Mine"],
        ),
        (
            vec![("display-name", "b shown")],
            &[("b", "display-name", Some("Old"))],
            ["display-name=b shown", "", "display-name=b shown"],
        ),
        (vec![], &[("elsewhere", "display-name", Some("Old"))], [""; 3]),
    ] {
        let wanted = wanted(&typed, presets);
        let found: Vec<_> = three().parts().iter().map(|part| words(&wanted.changes(part))).collect();
        assert_eq!(found, changes, "{typed:?} {presets:?}");

        let plan = wanted.plan(&three());
        let steps: Vec<_> =
            plan.steps.iter().map(|step| (step.subject(), words(step.call.changes()))).collect();
        let named = ["a", "b", "c"].into_iter().zip(changes);
        let expected: Vec<_> = named
            .filter(|(_, changes)| !changes.is_empty())
            .map(|(name, changes)| (subject(name), changes.to_owned()))
            .collect();
        assert_eq!(steps, expected, "{typed:?} {presets:?}: a step for each that changes, in order");
        assert_eq!(plan.is_empty(), steps.is_empty());
        assert!(plan.steps.iter().all(|step| step.undoes.is_none()));
        for step in &plan.steps {
            let part = three().parts().into_iter().find(|part| part.subject() == step.subject());
            assert_eq!(Some(&step.base), part.as_ref(), "each begins from what was read of it");
            assert!(step.missed(&step.after()).is_empty() && step.shows_in(&step.after()));
            assert!(!step.shows_in(&step.base), "what it changes is not there yet");
            let back = step.after().changes_to(&step.base);
            assert_eq!(step.after().after(&back), step.base, "and can be taken back");
        }
    }
}

#[test]
fn the_plan_of_one_image_has_one_step_or_none() {
    for (typed, presets, steps) in [
        (vec![("display-name", "Mine")], vec![], 1),
        (vec![("display-name", "Mine"), ("description", ""), ("role", OF_OTHERS)], vec![], 1),
        (vec![("display-name", "a shown"), ("role", "")], vec![], 0),
        (vec![], vec![("a", "display-name", Some("Old"))], 1),
        (vec![], vec![("b", "display-name", Some("Old"))], 0),
    ] {
        let plan = wanted(&typed, &presets).plan(&Snapshot::Image(image("a")));
        assert_eq!(plan.steps.len(), steps, "{typed:?} {presets:?}");
    }
}
