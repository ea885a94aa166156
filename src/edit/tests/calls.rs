//! What is sent, in the words of the service and of the AWS CLI.

use serde_json::{Value, json};

use crate::domain::{Image, ImageName};
use crate::edit::kind::aliases::UpdateAliases;
use crate::edit::{Call, Change, Changes, FieldKey, Snapshot};

use super::{OF_OTHERS, image, key, three};

/// As `UpdateImage` becomes `update-image`.
fn in_kebab_case(operation: &str) -> String {
    let mut kebab = String::new();
    for letter in operation.chars() {
        if letter.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.extend(letter.to_lowercase());
    }
    kebab
}

#[test]
fn each_kind_has_a_command_and_a_body() {
    let name = ImageName::parse("pytorch-2.4-gpu").unwrap();
    for call in Call::one_of_each(&name) {
        let command = call.to_command(&[("--profile", "my team"), ("--region", "us-east-1")]);
        let begins = format!("aws sagemaker {} --", in_kebab_case(call.operation()));
        assert!(command.starts_with(&begins), "{command}");
        assert!(command.contains(name.as_str()), "{command}");
        assert!(command.ends_with(" --profile 'my team' --region us-east-1"), "{command}");
        assert!(call.subject().touches(&name), "{call:?}");
        for pretty in [false, true] {
            let back: Value = serde_json::from_str(&call.to_json_text(pretty)).unwrap();
            assert_eq!(back, call.to_json(), "{call:?}");
        }
        assert!(!call.changes().is_empty() && !call.changed().is_empty(), "{call:?}");
    }
}

fn update(changes: &[(&str, Change<&str>)]) -> Call {
    let mut all = Changes::default();
    for (field, change) in changes {
        let change = match change {
            Change::Keep => Change::Keep,
            Change::Set(value) => Change::Set((*value).to_owned()),
            Change::Clear => Change::Clear,
        };
        all.set(key(field), change);
    }
    Call::of(&Snapshot::Image(image("a")), &all).unwrap()
}

#[test]
fn each_field_has_its_member_and_its_option() {
    for (changes, body, options) in [
        (vec![("display-name", Change::Set("Mine"))], json!({"DisplayName": "Mine"}), "--display-name=Mine"),
        (
            vec![("display-name", Change::Clear)],
            json!({"DeleteProperties": ["DisplayName"]}),
            "--delete-properties DisplayName",
        ),
        (
            vec![("description", Change::Set("It's new"))],
            json!({"Description": "It's new"}),
            r"--description='It'\''s new'",
        ),
        (
            vec![("description", Change::Clear), ("display-name", Change::Clear)],
            json!({"DeleteProperties": ["DisplayName", "Description"]}),
            "--delete-properties DisplayName Description",
        ),
        (
            vec![("role", Change::Set(OF_OTHERS))],
            json!({"RoleArn": OF_OTHERS}),
            "--role-arn=arn:aws:iam::123456789012:role/Others",
        ),
        (
            vec![
                ("role", Change::Set(OF_OTHERS)),
                ("description", Change::Clear),
                ("display-name", Change::Set("-x")),
            ],
            json!({"DisplayName": "-x", "RoleArn": OF_OTHERS, "DeleteProperties": ["Description"]}),
            "--display-name=-x --role-arn=arn:aws:iam::123456789012:role/Others --delete-properties Description",
        ),
        // What stays is not in it.
        (
            vec![("display-name", Change::Keep), ("description", Change::Set("x"))],
            json!({"Description": "x"}),
            "--description=x",
        ),
    ] {
        let call = update(&changes);
        let mut whole = json!({"ImageName": "a"});
        whole.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
        assert_eq!(call.to_json(), whole, "{changes:?}");
        let command = format!("aws sagemaker update-image --image-name a {options} --region us-east-1");
        assert_eq!(call.to_command(&[("--region", "us-east-1")]), command, "{changes:?}");
    }
}

#[test]
fn a_profile_that_looks_like_an_option_is_not_read_as_one() {
    let call = update(&[("display-name", Change::Set("Mine"))]);
    for (profile, written) in
        [("-dev", "--profile=-dev"), ("it's", r"--profile 'it'\''s'"), ("dev", "--profile dev")]
    {
        let command = call.to_command(&[("--profile", profile)]);
        assert!(command.ends_with(&format!(" {written}")), "{command}");
    }
}

#[test]
fn nothing_that_is_given_is_read_as_an_option() {
    for odd in ["-a", "--query", "--"] {
        let aliases = |add: bool| {
            let change = if add { Change::Set("1".into()) } else { Change::Clear };
            let changes = [(FieldKey::entry(odd), change)].into();
            Call::UpdateAliases(UpdateAliases { image: ImageName::received("a"), version: 1, changes })
        };
        let all =
            Call::one_of_each(&ImageName::received(odd)).into_iter().chain([aliases(true), aliases(false)]);
        for command in all.map(|call| call.to_command(&[("--profile", odd)])) {
            let words = shell_words::split(&command).unwrap();
            assert!(!words.contains(&odd.to_owned()), "{command}");
        }
    }
}

#[test]
fn a_refusal_names_a_field_only_if_the_call_changes_it() {
    let call = update(&[("display-name", Change::Set("Mine")), ("description", Change::Clear)]);
    for (message, field) in [
        ("1 validation error detected: Value 'Mine' at 'displayName' failed", Some("display-name")),
        ("Value '' at 'description' failed to satisfy constraint", Some("description")),
        ("Value 'x' at 'roleArn' failed", None),
        ("Value 'x' at 'imageName' failed", None),
        ("displayName", None),
        ("", None),
    ] {
        let named = call.named_field(message).map(|field| field.key.as_str().to_owned());
        assert_eq!(named.as_deref(), field, "{message}");
    }
}

#[test]
fn no_call_changes_several_at_once() {
    let changes = Changes::from([(key("display-name"), Change::Set("Mine".into()))]);
    assert_eq!(Call::of(&three(), &changes), None);
    assert!(three().parts().iter().all(|part| Call::of(part, &changes).is_some()));
}

#[test]
fn changes_lead_from_before_to_after() {
    let bare = Image { display_name: None, description: None, ..image("a") };
    let other = Image { display_name: Some("Mine".into()), ..image("a") };
    for (before, after, fields) in [
        (image("a"), image("a"), vec![]),
        (image("a"), bare.clone(), vec!["description", "display-name"]),
        (bare, image("a"), vec!["description", "display-name"]),
        (image("a"), other, vec!["display-name"]),
    ] {
        let (before, after) = (Snapshot::Image(before), Snapshot::Image(after));
        let changes = before.changes_to(&after);
        assert_eq!(changes.all().map(|(key, _)| key).map(FieldKey::as_str).collect::<Vec<_>>(), fields);
        assert_eq!(before.after(&changes), after);
        assert_eq!(changes.is_empty(), fields.is_empty());
    }
}
