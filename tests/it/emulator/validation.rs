//! The embedded service's validation: the limits of the service's model, in the service's words.

use serde_json::{Value, json};

use super::wire::{ask, ok, refused, service_of_one};

pub const NAME_PATTERN: &str =
    "Member must satisfy regular expression pattern: ^[a-zA-Z0-9]([-.]?[a-zA-Z0-9]){0,62}$";
const TITLE_PATTERN: &str = r"Member must satisfy regular expression pattern: ^\S(.*\S)?$";
const ROLE_PATTERN: &str = r"Member must satisfy regular expression pattern: ^arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$";
const LIST_RULE: &str = "Member must satisfy constraint: [Member must have length less than or equal to 11, Member must have length \
     greater than or equal to 1, Member must satisfy regular expression pattern: (^DisplayName$)|(^Description$)]";

pub fn broken(value: &str, member: &str, rule: &str) -> String {
    format!("Value '{value}' at '{member}' failed to satisfy constraint: {rule}")
}

pub fn null(member: &str) -> String {
    format!("Value null at '{member}' failed to satisfy constraint: Member must not be null")
}

/// Every refusal is a `ValidationException` with just these broken rules.
pub async fn check(operation: &str, body: Value, rules: &[String]) {
    let emulator = service_of_one().await;
    let (code, message) = refused(&emulator, operation, body.clone()).await;
    let count = match rules.len() {
        1 => "1 validation error detected".to_owned(),
        count => format!("{count} validation errors detected"),
    };
    assert_eq!(code, "ValidationException", "{body}");
    assert_eq!(message, format!("{count}: {}", rules.join("; ")), "{body}");
}

async fn accepts(body: Value) -> Value {
    let emulator = service_of_one().await;
    let mut body = body;
    body["ImageName"] = json!("one");
    ok(&emulator, "UpdateImage", body).await;
    emulator.describe("one").unwrap()
}

#[tokio::test]
async fn image_name() {
    let null = null("imageName");
    let long = "a".repeat(64);
    for operation in ["DescribeImage", "UpdateImage"] {
        check(operation, json!({}), std::slice::from_ref(&null)).await;
        check(operation, json!({ "ImageName": null }), std::slice::from_ref(&null)).await;
        let rules = [
            broken("", "imageName", "Member must have length greater than or equal to 1"),
            broken("", "imageName", NAME_PATTERN),
        ];
        check(operation, json!({ "ImageName": "" }), &rules).await;
        let rules = [
            broken(&long, "imageName", "Member must have length less than or equal to 63"),
            broken(&long, "imageName", NAME_PATTERN),
        ];
        check(operation, json!({ "ImageName": long }), &rules).await;
    }
    for name in ["a_b", "a--b", "a..b", "-a", "a-", "a.", "é", "a b", "a-.b"] {
        check("DescribeImage", json!({ "ImageName": name }), &[broken(name, "imageName", NAME_PATTERN)])
            .await;
    }
    let emulator = service_of_one().await;
    for name in ["a", "A.b-C", &"a".repeat(63), &format!("{}a", "a-".repeat(31))] {
        let (code, message) = refused(&emulator, "DescribeImage", json!({ "ImageName": name })).await;
        assert_eq!(
            (code.as_str(), message),
            ("ResourceNotFound", format!("No Image with the name {name} found."))
        );
    }
}

#[tokio::test]
async fn display_name() {
    let body = |text: &str| json!({ "ImageName": "one", "DisplayName": text });
    let long = "é".repeat(129);
    let rule = broken(&long, "displayName", "Member must have length less than or equal to 128");
    check("UpdateImage", body(&long), &[rule]).await;
    let rules = [
        broken("", "displayName", "Member must have length greater than or equal to 1"),
        broken("", "displayName", TITLE_PATTERN),
    ];
    check("UpdateImage", body(""), &rules).await;
    for text in [" a", "a ", "a\nb", "\ta", " ", "a\u{2028}b", "a\u{85}b", "a\r\nb"] {
        check("UpdateImage", body(text), &[broken(text, "displayName", TITLE_PATTERN)]).await;
    }
    // Lengths count scalar values, whatever they weigh in bytes or cells; \S knows ASCII blanks only.
    for text in ["x", "a b", &"日".repeat(128), &"🧪".repeat(128), "\u{a0}a"] {
        assert_eq!(accepts(json!({ "DisplayName": text })).await["DisplayName"], text);
    }
}

#[tokio::test]
async fn description() {
    let body = |text: &str| json!({ "ImageName": "one", "Description": text });
    let long = "d".repeat(513);
    let rule = broken(&long, "description", "Member must have length less than or equal to 512");
    check("UpdateImage", body(&long), &[rule]).await;
    let rule = broken("", "description", "Member must have length greater than or equal to 1");
    check("UpdateImage", body(""), &[rule]).await;
    for text in ["a\nb", "a\rb", "\u{85}", "a\u{2028}", "\u{2029}b"] {
        let rule = broken(text, "description", "Member must satisfy regular expression pattern: .*");
        check("UpdateImage", body(text), &[rule]).await;
    }
    for text in [" ", "\t", "\u{1b}[31m", &"界".repeat(512)] {
        assert_eq!(accepts(json!({ "Description": text })).await["Description"], text);
    }
}

#[tokio::test]
async fn role_arn() {
    let body = |text: &str| json!({ "ImageName": "one", "RoleArn": text });
    let rules = [
        broken("arn", "roleArn", "Member must have length greater than or equal to 20"),
        broken("arn", "roleArn", ROLE_PATTERN),
    ];
    check("UpdateImage", body("arn"), &rules).await;
    let long = format!("arn:aws:iam::123456789012:role/{}", "r".repeat(2018));
    let rule = broken(&long, "roleArn", "Member must have length less than or equal to 2048");
    check("UpdateImage", body(&long), &[rule]).await;
    for text in [
        "arn:aws:iam::12345678901:role/Short",
        "arn:aws:iam::123456789012:user/NotARole",
        "arn:aws:iam::123456789012:role",
        "arn:aws:iam::123456789012:role/with space",
        "arn:AWS:iam::123456789012:role/Upper",
        "arn:aws:iam:us-east-1:123456789012:role/X",
    ] {
        check("UpdateImage", body(text), &[broken(text, "roleArn", ROLE_PATTERN)]).await;
    }
    for text in [
        "arn:aws:iam::123456789012:role/service-role/A_b+c=d,e.f@g-h",
        "arn:aws-us-gov:iam::123456789012:role/",
        "arn:aws:iam::123456789012:roleNoSlash",
    ] {
        assert_eq!(accepts(json!({ "RoleArn": text })).await["RoleArn"], text);
    }
}

#[tokio::test]
async fn delete_properties() {
    let body = |list: Value| json!({ "ImageName": "one", "DeleteProperties": list });
    let role = broken("[RoleArn]", "deleteProperties", LIST_RULE);
    check("UpdateImage", body(json!(["RoleArn"])), &[role]).await;
    let mixed = broken("[DisplayName, x]", "deleteProperties", LIST_RULE);
    check("UpdateImage", body(json!(["DisplayName", "x"])), &[mixed]).await;
    check("UpdateImage", body(json!([null])), &[broken("[null]", "deleteProperties", LIST_RULE)]).await;
    let three = "[DisplayName, Description, Description]";
    let count = broken(three, "deleteProperties", "Member must have length less than or equal to 2");
    check("UpdateImage", body(json!(["DisplayName", "Description", "Description"])), &[count]).await;

    let cleared = accepts(json!({ "DeleteProperties": ["Description", "DisplayName"] })).await;
    assert!(cleared.get("Description").is_none() && cleared.get("DisplayName").is_none());
    assert_eq!(accepts(json!({ "DeleteProperties": [] })).await["DisplayName"], "One");
}

#[tokio::test]
async fn a_property_is_not_both_set_and_deleted() {
    let emulator = service_of_one().await;
    for property in ["DisplayName", "Description"] {
        let body = json!({ "ImageName": "one", property: "x", "DeleteProperties": [property] });
        let (code, message) = refused(&emulator, "UpdateImage", body).await;
        let words =
            format!("{property} cannot be both set and named in DeleteProperties in the same request.");
        assert_eq!((code.as_str(), message), ("ValidationException", words));
    }
    assert_eq!(emulator.describe("one").unwrap()["DisplayName"], "One");
    // One set and the other deleted is what most edits are.
    let body = json!({ "ImageName": "one", "DisplayName": "x", "DeleteProperties": ["Description"] });
    ok(&emulator, "UpdateImage", body).await;
}

#[tokio::test]
async fn broken_rules_of_several_members_are_named_together() {
    let rules = [
        broken("", "description", "Member must have length greater than or equal to 1"),
        broken(" ", "displayName", TITLE_PATTERN),
        "Value null at 'imageName' failed to satisfy constraint: Member must not be null".to_owned(),
    ];
    check("UpdateImage", json!({ "DisplayName": " ", "Description": "" }), &rules).await;
}

#[tokio::test]
async fn list_images() {
    let rule = |size: &str, end: &str| [broken(size, "maxResults", &format!("Member must have value {end}"))];
    check("ListImages", json!({ "MaxResults": 101 }), &rule("101", "less than or equal to 100")).await;
    check("ListImages", json!({ "MaxResults": 0 }), &rule("0", "greater than or equal to 1")).await;
    let part = "Member must satisfy regular expression pattern: [a-zA-Z0-9\\-.]+";
    check("ListImages", json!({ "NameContains": "" }), &[broken("", "nameContains", part)]).await;
    check("ListImages", json!({ "NameContains": "a_b" }), &[broken("a_b", "nameContains", part)]).await;
    let long = "a".repeat(64);
    let rule = broken(&long, "nameContains", "Member must have length less than or equal to 63");
    check("ListImages", json!({ "NameContains": long }), &[rule]).await;
    let long = "t".repeat(8193);
    let rule = broken(&long, "nextToken", "Member must have length less than or equal to 8192");
    check("ListImages", json!({ "NextToken": long }), &[rule]).await;
    let rules = [
        broken(
            "NAME",
            "sortBy",
            "Member must satisfy enum value set: [CREATION_TIME, LAST_MODIFIED_TIME, IMAGE_NAME]",
        ),
        broken("Ascending", "sortOrder", "Member must satisfy enum value set: [ASCENDING, DESCENDING]"),
    ];
    check("ListImages", json!({ "SortBy": "NAME", "SortOrder": "Ascending" }), &rules).await;
}

#[tokio::test]
async fn wrong_types_and_unknown_members_are_not_read() {
    let emulator = service_of_one().await;
    let refusals = [
        ("UpdateImage", json!({ "ImageName": 1 }), "NUMBER_VALUE can not be converted to a String"),
        ("UpdateImage", json!({ "DisplayName": ["x"] }), "START_ARRAY can not be converted to a String"),
        ("UpdateImage", json!({ "DeleteProperties": "x" }), "Expected list or null, but found STRING_VALUE"),
        ("UpdateImage", json!({ "DeleteProperties": [1] }), "NUMBER_VALUE can not be converted to a String"),
        ("UpdateImage", json!({ "ImageName": "one", "Tags": [] }), "Unknown member: Tags"),
        ("DescribeImage", json!({ "imageName": "one" }), "Unknown member: imageName"),
        ("ListImages", json!({ "MaxResults": "5" }), "STRING_VALUE can not be converted to an Integer"),
        ("ListImages", json!({ "MaxResults": 5.5 }), "NUMBER_VALUE can not be converted to an Integer"),
        (
            "ListImages",
            json!({ "CreationTimeAfter": "2026-01-01" }),
            "STRING_VALUE can not be converted to milliseconds since epoch",
        ),
        ("ListImages", json!([]), "Start of structure expected."),
        ("ListImages", json!(null), "Start of structure expected."),
    ];
    for (operation, body, words) in refusals {
        let (status, code, message) = ask(&emulator, operation, &body).await.refusal();
        assert_eq!(
            (status, code.as_str(), message.as_str()),
            (400, "SerializationException", words),
            "{body}"
        );
    }
}

#[tokio::test]
async fn null_counts_as_absent() {
    let image = accepts(json!({ "DisplayName": null, "DeleteProperties": null, "RoleArn": null })).await;
    assert_eq!((&image["DisplayName"], &image["ImageStatus"]), (&json!("One"), &json!("UPDATING")));
}
