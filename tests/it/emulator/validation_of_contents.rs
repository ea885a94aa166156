//! The embedded service's validation of what is asked of versions, aliases and tags.

use serde_json::{Value, json};

use super::{
    validation::{NAME_PATTERN, broken, check, null},
    wire::{ONE, ask, ok, service_of_versions},
};

const ALIAS_PATTERN: &str = "Member must satisfy regular expression pattern: (?!^[.-])^([a-zA-Z0-9-_.]+)";
const ALIASES_RULE: &str = "Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length \
     greater than or equal to 1, Member must satisfy regular expression pattern: (?!^[.-])^([a-zA-Z0-9-_.]+)]";
const NUMBERED: &str = r"Member must satisfy regular expression pattern: [a-zA-Z]+ ?\d+\.\d+(\.\d+)?";
const TAG_PATTERN: &str = r"Member must satisfy regular expression pattern: ([\p{L}\p{Z}\p{N}_.:/=+\-@]*)";
const TOO_SHORT: &str = "Member must have length greater than or equal to 1";

fn at_most(length: usize) -> String {
    format!("Member must have length less than or equal to {length}")
}

/// An update of version 2 that sets one member.
fn update(member: &str, value: impl Into<Value>) -> Value {
    json!({ "ImageName": "one", "Version": 2, member: value.into() })
}

#[tokio::test]
async fn every_operation_wants_to_know_what_it_is_about() {
    for operation in ["ListImageVersions", "DescribeImageVersion", "UpdateImageVersion", "ListAliases"] {
        check(operation, json!({}), &[null("imageName")]).await;
        check(operation, json!({ "ImageName": "a_b" }), &[broken("a_b", "imageName", NAME_PATTERN)]).await;
    }
    check("ListTags", json!({}), &[null("resourceArn")]).await;
    check("AddTags", json!({}), &[null("resourceArn"), null("tags")]).await;
    check("DeleteTags", json!({}), &[null("resourceArn"), null("tagKeys")]).await;
    let pattern =
        "Member must satisfy regular expression pattern: arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+";
    for arn in ["", "one", "arn:aws:s3:us-east-1:123456789012:x", "arn:aws:sagemaker:us-east-1:123:image/one"]
    {
        check("ListTags", json!({ "ResourceArn": arn }), &[broken(arn, "resourceArn", pattern)]).await;
    }
}

#[tokio::test]
async fn a_version_is_named_by_number_or_alias() {
    let operations = ["DescribeImageVersion", "UpdateImageVersion", "ListAliases"];
    for operation in operations {
        let body = json!({ "ImageName": "one", "Version": -1, "Alias": ".a" });
        let rules = [
            broken(".a", "alias", ALIAS_PATTERN),
            broken("-1", "version", "Member must have value greater than or equal to 0"),
        ];
        check(operation, body, &rules).await;
        let body = json!({ "ImageName": "one", "Alias": "" });
        check(operation, body, &[broken("", "alias", TOO_SHORT), broken("", "alias", ALIAS_PATTERN)]).await;
    }
    let emulator = service_of_versions().await;
    for operation in operations {
        let body = json!({ "ImageName": "one", "Version": 2, "Alias": "prod" });
        let told = ask(&emulator, operation, &body).await.refusal();
        let words = "Version and Alias cannot both be specified in the same request.";
        assert_eq!(told, (400, "ValidationException".to_owned(), words.to_owned()), "{operation}");
    }
    let told = ask(&emulator, "UpdateImageVersion", &json!({ "ImageName": "one", "ReleaseNotes": "x" }))
        .await
        .refusal();
    let words = "Either Version or Alias must be specified.";
    assert_eq!(told, (400, "ValidationException".to_owned(), words.to_owned()));
}

#[tokio::test]
async fn texts_of_a_version() {
    let long = "é".repeat(256);
    let rules = [broken(&long, "releaseNotes", &at_most(255))];
    check("UpdateImageVersion", update("ReleaseNotes", long.clone()), &rules).await;
    check("UpdateImageVersion", update("ReleaseNotes", ""), &[broken("", "releaseNotes", TOO_SHORT)]).await;
    let pattern = "Member must satisfy regular expression pattern: .*";
    for text in ["a\nb", "a\rb", "\u{85}", "a\u{2028}", "\u{2029}b"] {
        check("UpdateImageVersion", update("ReleaseNotes", text), &[broken(text, "releaseNotes", pattern)])
            .await;
    }
    for (sent, named) in [("MLFramework", "mLFramework"), ("ProgrammingLang", "programmingLang")] {
        for text in [
            "PyTorch",
            "2.4",
            "PyTorch 2",
            "PyTorch  2.4",
            "PyTorch 2.4.1.0",
            "PyTorch 2.4 ",
            "scikit-learn 1.5",
            "é 1.0",
            "a ٣.٤",
        ] {
            check("UpdateImageVersion", update(sent, text), &[broken(text, named, NUMBERED)]).await;
        }
        let rules = [broken("", named, TOO_SHORT), broken("", named, NUMBERED)];
        check("UpdateImageVersion", update(sent, ""), &rules).await;
        let long = format!("{} 1.0", "a".repeat(125));
        check("UpdateImageVersion", update(sent, long.clone()), &[broken(&long, named, &at_most(128))]).await;
    }
    let emulator = service_of_versions().await;
    for (member, text) in [
        ("ReleaseNotes", " ".to_owned()),
        ("ReleaseNotes", "界".repeat(255)),
        ("ReleaseNotes", "\u{1b}[31m\t\u{202e}".to_owned()),
        ("MLFramework", "PyTorch2.4".to_owned()),
        ("MLFramework", format!("{} 1.0", "a".repeat(124))),
        ("ProgrammingLang", "R 4.4.1".to_owned()),
    ] {
        ok(&emulator, "UpdateImageVersion", update(member, text.clone())).await;
        assert_eq!(emulator.describe_version("one", 2).unwrap()[member], text);
    }
}

#[tokio::test]
async fn words_of_a_version() {
    for (member, named, words) in [
        ("VendorGuidance", "vendorGuidance", "NOT_PROVIDED, STABLE, TO_BE_ARCHIVED, ARCHIVED"),
        ("JobType", "jobType", "TRAINING, INFERENCE, NOTEBOOK_KERNEL"),
        ("Processor", "processor", "CPU, GPU"),
    ] {
        for word in ["", "Stable", "gpu", "TRAINING "] {
            let rule = broken(word, named, &format!("Member must satisfy enum value set: [{words}]"));
            check("UpdateImageVersion", update(member, word), &[rule]).await;
        }
        let emulator = service_of_versions().await;
        for word in words.split(", ") {
            ok(&emulator, "UpdateImageVersion", update(member, word)).await;
            assert_eq!(emulator.describe_version("one", 2).unwrap()[member], word);
        }
    }
}

#[tokio::test]
async fn lists_of_aliases() {
    let long = "a".repeat(129);
    for (member, named) in [("AliasesToAdd", "aliasesToAdd"), ("AliasesToDelete", "aliasesToDelete")] {
        for alias in ["", ".a", "-a", "a b", "a/b", "é", "a:b", &long] {
            let rule = broken(&format!("[good, {alias}]"), named, ALIASES_RULE);
            check("UpdateImageVersion", update(member, json!(["good", alias])), &[rule]).await;
        }
        check("UpdateImageVersion", update(member, json!([null])), &[broken("[null]", named, ALIASES_RULE)])
            .await;
    }
    let emulator = service_of_versions().await;
    let aliases = ["_", "1", "v2.4.1", "a-", "a..b", &"a".repeat(128)];
    ok(&emulator, "UpdateImageVersion", update("AliasesToAdd", json!(aliases))).await;
    assert_eq!(emulator.aliases("one").len(), 9);
}

#[tokio::test]
async fn pages_and_orders() {
    let size = |size: i64, end: &str| {
        broken(&size.to_string(), "maxResults", &format!("Member must have value {end}"))
    };
    for operation in ["ListImageVersions", "ListAliases"] {
        let body = |size: i64| json!({ "ImageName": "one", "MaxResults": size });
        check(operation, body(101), &[size(101, "less than or equal to 100")]).await;
        check(operation, body(0), &[size(0, "greater than or equal to 1")]).await;
    }
    let body = json!({ "ResourceArn": ONE, "MaxResults": 49 });
    check("ListTags", body, &[size(49, "greater than or equal to 50")]).await;
    let long = "t".repeat(8193);
    let rule = broken(&long, "nextToken", &at_most(8192));
    let rules = std::slice::from_ref(&rule);
    check("ListImageVersions", json!({ "ImageName": "one", "NextToken": long }), rules).await;
    check("ListAliases", json!({ "ImageName": "one", "NextToken": long }), rules).await;
    check("ListTags", json!({ "ResourceArn": ONE, "NextToken": long }), rules).await;
    let words = "Member must satisfy enum value set: [CREATION_TIME, LAST_MODIFIED_TIME, VERSION]";
    let orders = "Member must satisfy enum value set: [ASCENDING, DESCENDING]";
    let rules = [broken("IMAGE_NAME", "sortBy", words), broken("UP", "sortOrder", orders)];
    let body = json!({ "ImageName": "one", "SortBy": "IMAGE_NAME", "SortOrder": "UP" });
    check("ListImageVersions", body, &rules).await;
}

#[tokio::test]
async fn tags_that_are_added() {
    let body =
        |key: Value, value: Value| json!({ "ResourceArn": ONE, "Tags": [{ "Key": key, "Value": value }] });
    let (key, value) = ("tags.1.member.key", "tags.1.member.value");
    let (long_key, long_value) = ("k".repeat(129), "é".repeat(257));
    for (sent, rules) in [
        (body(Value::Null, json!("")), vec![null(key)]),
        (body(json!("a"), Value::Null), vec![null(value)]),
        (body(json!(""), json!("")), vec![broken("", key, TOO_SHORT)]),
        (body(json!(long_key), json!("")), vec![broken(&long_key, key, &at_most(128))]),
        (body(json!("a"), json!(long_value)), vec![broken(&long_value, value, &at_most(256))]),
        (json!({ "ResourceArn": ONE, "Tags": [null] }), vec![null(key), null(value)]),
    ] {
        check("AddTags", sent, &rules).await;
    }
    for text in ["a,b", "a\tb", "a;b", "(a)", "🧪", "e\u{301}", "\u{1b}", "\u{200b}", "#a", "a&b"] {
        check("AddTags", body(json!(text), json!("")), &[broken(text, key, TAG_PATTERN)]).await;
        check("AddTags", body(json!("a"), json!(text)), &[broken(text, value, TAG_PATTERN)]).await;
    }
    let two =
        json!({ "ResourceArn": ONE, "Tags": [{ "Key": "a", "Value": "" }, { "Key": "?", "Value": "" }] });
    check("AddTags", two, &[broken("?", "tags.2.member.key", TAG_PATTERN)]).await;
    let many: Vec<Value> =
        (0..51).map(|number| json!({ "Key": format!("k{number}"), "Value": "" })).collect();
    let shown: Vec<String> = (0..51).map(|number| format!("Tag(key=k{number}, value=)")).collect();
    let rule = broken(&format!("[{}]", shown.join(", ")), "tags", &at_most(50));
    check("AddTags", json!({ "ResourceArn": ONE, "Tags": many }), &[rule]).await;
    let emulator = service_of_versions().await;
    for (key, value) in [
        ("k".repeat(128), "界".repeat(256)),
        ("_.:/=+-@ \u{a0}\u{3000}½Ⅷé".to_owned(), "\u{2028}".to_owned()),
    ] {
        ok(&emulator, "AddTags", body(json!(key), json!(value))).await;
        assert_eq!(emulator.tags("one")[&key], value);
    }
}

#[tokio::test]
async fn keys_of_tags_that_are_deleted() {
    let body = |keys: Value| json!({ "ResourceArn": ONE, "TagKeys": keys });
    check("DeleteTags", body(json!([])), &[broken("[]", "tagKeys", TOO_SHORT)]).await;
    let keys: Vec<String> = (0..51).map(|number| format!("k{number}")).collect();
    let rule = broken(&format!("[{}]", keys.join(", ")), "tagKeys", &at_most(50));
    check("DeleteTags", body(json!(keys)), &[rule]).await;
    let rule = format!("Member must satisfy constraint: [{}, {TOO_SHORT}, {TAG_PATTERN}]", at_most(128));
    for key in ["", "a,b", &"k".repeat(129)] {
        check("DeleteTags", body(json!([key])), &[broken(&format!("[{key}]"), "tagKeys", &rule)]).await;
    }
}

#[tokio::test]
async fn broken_rules_of_several_members_are_named_together() {
    let body = json!({
        "Version": -1, "AliasesToAdd": [".a"], "JobType": "x", "Processor": "y", "ReleaseNotes": "", "MLFramework": "z",
    });
    let rules = [
        broken("[.a]", "aliasesToAdd", ALIASES_RULE),
        null("imageName"),
        broken("x", "jobType", "Member must satisfy enum value set: [TRAINING, INFERENCE, NOTEBOOK_KERNEL]"),
        broken("z", "mLFramework", NUMBERED),
        broken("y", "processor", "Member must satisfy enum value set: [CPU, GPU]"),
        broken("", "releaseNotes", TOO_SHORT),
        broken("-1", "version", "Member must have value greater than or equal to 0"),
    ];
    check("UpdateImageVersion", body, &rules).await;
}

#[tokio::test]
async fn wrong_types_and_unknown_members_are_not_read() {
    let emulator = service_of_versions().await;
    let version = |value: Value| json!({ "ImageName": "one", "Version": value });
    let tags = |tags: Value| json!({ "ResourceArn": ONE, "Tags": tags });
    for (operation, body, words) in [
        ("DescribeImageVersion", version(json!("2")), "STRING_VALUE can not be converted to an Integer"),
        ("DescribeImageVersion", version(json!(2.5)), "NUMBER_VALUE can not be converted to an Integer"),
        ("ListAliases", version(json!(true)), "TRUE_VALUE can not be converted to an Integer"),
        ("UpdateImageVersion", update("Horovod", "true"), "STRING_VALUE can not be converted to a Boolean"),
        ("UpdateImageVersion", update("Horovod", 0), "NUMBER_VALUE can not be converted to a Boolean"),
        ("UpdateImageVersion", update("ReleaseNotes", true), "TRUE_VALUE can not be converted to a String"),
        ("UpdateImageVersion", update("AliasesToAdd", "a"), "Expected list or null, but found STRING_VALUE"),
        (
            "UpdateImageVersion",
            update("AliasesToAdd", json!([1])),
            "NUMBER_VALUE can not be converted to a String",
        ),
        ("UpdateImageVersion", update("BaseImage", "x"), "Unknown member: BaseImage"),
        ("UpdateImageVersion", update("DeleteProperties", json!([])), "Unknown member: DeleteProperties"),
        ("ListImageVersions", json!({ "ImageName": "one", "Version": 1 }), "Unknown member: Version"),
        ("ListTags", json!({ "ResourceArn": ONE, "ImageName": "one" }), "Unknown member: ImageName"),
        ("AddTags", tags(json!({ "a": "b" })), "Expected list or null, but found START_OBJECT"),
        ("AddTags", tags(json!(["a"])), "Start of structure expected."),
        (
            "AddTags",
            tags(json!([{ "Key": "a", "Value": 1 }])),
            "NUMBER_VALUE can not be converted to a String",
        ),
        ("AddTags", tags(json!([{ "Key": "a", "Value": "", "x": 1 }])), "Unknown member: x"),
        (
            "DeleteTags",
            json!({ "ResourceArn": ONE, "TagKeys": "a" }),
            "Expected list or null, but found STRING_VALUE",
        ),
    ] {
        let told = ask(&emulator, operation, &body).await.refusal();
        assert_eq!(told, (400, "SerializationException".to_owned(), words.to_owned()), "{operation} {body}");
    }
}
