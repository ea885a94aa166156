//! Every operation in the table of the embedded service, asked over the wire.

use sagescope::emulator::Operation;
use serde_json::json;

use super::wire::{Ask, Reply, service_of_one};

/// Names an image, a version and a resource; a domain, and what is in it: of an app's two owners the space counts.
fn body() -> String {
    let body = json!({
        "ImageName": "one", "Version": 7, "ResourceArn": "arn:aws:sagemaker:us-east-1:123456789012:image/two",
        "DomainId": "d-one", "UserProfileName": "mira", "SpaceName": "lab", "AppType": "JupyterLab", "AppName": "default",
        "AppImageConfigName": "kernel",
    });
    body.to_string()
}

/// How the service answers where it is asked in JSON, and in a form.
async fn answers(operation: Operation) -> [Reply; 2] {
    let emulator = service_of_one().await;
    let form = format!("Action={operation}&Version=2011-06-15");
    let json = Ask::sagemaker(operation.as_str(), "{}").send(emulator.address()).await;
    let form = Ask::sts(&form).send(emulator.address()).await;
    [json, form].map(|reply| reply.expect("an answer"))
}

#[tokio::test]
async fn each_is_known_in_one_protocol() {
    for operation in Operation::ALL {
        let [json, form] = answers(operation).await;
        let known = [
            !json.body.contains("UnknownOperationException"),
            !form.body.contains("<Code>InvalidAction</Code>"),
        ];
        assert!(known[0] != known[1], "{operation}: {json:?} {form:?}");
        assert_eq!(Operation::named(operation.as_str()), Some(operation));
    }
}

#[tokio::test]
async fn each_is_denied_by_the_name_that_policies_know() {
    let rows = [
        ("ListImages", "sagemaker:ListImages", "arn:aws:sagemaker:us-east-1:123456789012:image/*"),
        ("DescribeImage", "sagemaker:DescribeImage", "arn:aws:sagemaker:us-east-1:123456789012:image/one"),
        ("UpdateImage", "sagemaker:UpdateImage", "arn:aws:sagemaker:us-east-1:123456789012:image/one"),
        (
            "ListImageVersions",
            "sagemaker:ListImageVersions",
            "arn:aws:sagemaker:us-east-1:123456789012:image/one",
        ),
        (
            "DescribeImageVersion",
            "sagemaker:DescribeImageVersion",
            "arn:aws:sagemaker:us-east-1:123456789012:image-version/one/7",
        ),
        (
            "UpdateImageVersion",
            "sagemaker:UpdateImageVersion",
            "arn:aws:sagemaker:us-east-1:123456789012:image-version/one/7",
        ),
        (
            "ListAliases",
            "sagemaker:ListAliases",
            "arn:aws:sagemaker:us-east-1:123456789012:image-version/one/7",
        ),
        ("ListTags", "sagemaker:ListTags", "arn:aws:sagemaker:us-east-1:123456789012:image/two"),
        ("AddTags", "sagemaker:AddTags", "arn:aws:sagemaker:us-east-1:123456789012:image/two"),
        ("DeleteTags", "sagemaker:DeleteTags", "arn:aws:sagemaker:us-east-1:123456789012:image/two"),
        ("ListDomains", "sagemaker:ListDomains", "arn:aws:sagemaker:us-east-1:123456789012:domain/*"),
        (
            "DescribeDomain",
            "sagemaker:DescribeDomain",
            "arn:aws:sagemaker:us-east-1:123456789012:domain/d-one",
        ),
        (
            "ListUserProfiles",
            "sagemaker:ListUserProfiles",
            "arn:aws:sagemaker:us-east-1:123456789012:user-profile/*",
        ),
        (
            "DescribeUserProfile",
            "sagemaker:DescribeUserProfile",
            "arn:aws:sagemaker:us-east-1:123456789012:user-profile/d-one/mira",
        ),
        ("ListSpaces", "sagemaker:ListSpaces", "arn:aws:sagemaker:us-east-1:123456789012:space/*"),
        (
            "DescribeSpace",
            "sagemaker:DescribeSpace",
            "arn:aws:sagemaker:us-east-1:123456789012:space/d-one/lab",
        ),
        ("ListApps", "sagemaker:ListApps", "arn:aws:sagemaker:us-east-1:123456789012:app/*"),
        (
            "DescribeApp",
            "sagemaker:DescribeApp",
            "arn:aws:sagemaker:us-east-1:123456789012:app/d-one/lab/JupyterLab/default",
        ),
        (
            "DescribeAppImageConfig",
            "sagemaker:DescribeAppImageConfig",
            "arn:aws:sagemaker:us-east-1:123456789012:app-image-config/kernel",
        ),
        ("GetCallerIdentity", "sts:GetCallerIdentity", "*"),
        ("AssumeRole", "sts:AssumeRole", "arn:aws:iam::123456789012:role/Good"),
    ];
    assert_eq!(rows.map(|(operation, _, _)| operation), Operation::ALL.map(Operation::as_str));
    for (operation, action, resource) in rows {
        let emulator = service_of_one().await;
        emulator.inject(format!("{operation}=denied").parse().unwrap());
        let form =
            format!("Action={operation}&Version=2011-06-15&RoleArn=arn:aws:iam::123456789012:role/Good");
        let ask = match action.split_once(':') {
            Some(("sts", _)) => Ask::sts(&form),
            _ => Ask::sagemaker(operation, body()),
        };
        let reply = ask.send(emulator.address()).await.expect("an answer");
        let words = format!("perform: {action} on resource: {resource} because");
        assert!(reply.body.contains(&words), "{operation}: {}", reply.body);
    }
}
