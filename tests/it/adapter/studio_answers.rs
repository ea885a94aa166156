//! Odd answers about Studio.

use sagescope::domain::{
    ImageReference, ImageRole, Pin, ReferredImage, StudioApp, StudioDomain, StudioStatus,
};

use super::scripted::{Scripted, good};
use super::*;

const ODD: &str = "a\u{1b}[31mb\u{202e}";

async fn answered(body: Value, read: Read) -> Reply {
    Scripted::open(move |_, _| good(&body)).await.client().perform(Request::Read(read)).await
}

async fn domain(body: Value) -> StudioDomain {
    match answered(body, Read::Domain(domain_id())).await.unwrap() {
        Answer::Domain(domain) => *domain,
        other => panic!("no domain: {other:?}"),
    }
}

async fn apps(list: Value) -> Vec<StudioApp> {
    match answered(json!({ "Apps": list }), Read::Apps { after: None }).await.unwrap() {
        Answer::Apps { apps, next: None } => apps,
        other => panic!("no apps: {other:?}"),
    }
}

#[tokio::test]
async fn each_is_asked_for_as_the_service_wants_it() {
    let service = Scripted::open(|_, _| good(&json!({}))).await;
    for (_, read, _) in reads_of_studio() {
        // An empty answer is none, whatever was asked.
        let failure = service.client().perform(Request::Read(read)).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Unreadable);
        assert!(failure.message.as_str().contains(" has no "), "{failure:?}");
    }
    let page = json!({ "MaxResults": 100 });
    let expected = [
        ("ListDomains", page.clone()),
        ("DescribeDomain", json!({ "DomainId": "d-one" })),
        ("ListUserProfiles", page.clone()),
        ("DescribeUserProfile", json!({ "DomainId": "d-one", "UserProfileName": "mira" })),
        ("ListSpaces", page.clone()),
        ("DescribeSpace", json!({ "DomainId": "d-one", "SpaceName": "lab" })),
        ("ListApps", page),
        (
            "DescribeApp",
            json!({ "DomainId": "d-one", "SpaceName": "lab", "AppType": "JupyterLab", "AppName": "default" }),
        ),
    ];
    // Once more, since the next answer may be one.
    let twice = expected.into_iter().flat_map(|(operation, body)| {
        let asked = (operation.to_owned(), body);
        [asked.clone(), asked]
    });
    assert_eq!(service.asked(), twice.collect::<Vec<_>>());
}

#[tokio::test]
async fn what_can_not_be_looked_up_is_left_out_of_lists() {
    let nameless = json!([
        { "DomainId": "d-one", "UserProfileName": "mira", "SpaceName": "lab", "Surprise": [1], "Status": "Dozing" },
        { "DomainId": "d-one" },
        { "UserProfileName": "x", "SpaceName": "x" },
        { "DomainId": "", "UserProfileName": "x", "SpaceName": "" },
        {},
    ]);
    let reply =
        answered(json!({ "Domains": nameless, "NextToken": "" }), Read::Domains { after: None }).await;
    let Ok(Answer::Domains { domains, next: None }) = reply else { panic!("{reply:?}") };
    assert_eq!(domains.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["d-one", "d-one"]);
    assert_eq!(domains[0].status.as_ref().map(StudioStatus::word), Some("Dozing"));
    assert_eq!((&domains[0].uses, domains[0].is_unified), (&None, None), "a list does not tell");
    let reply = answered(json!({ "UserProfiles": nameless }), Read::UserProfiles { after: None }).await;
    let Ok(Answer::UserProfiles { profiles, next: None }) = reply else { panic!("{reply:?}") };
    assert_eq!(profiles.iter().map(|it| &it.key).collect::<Vec<_>>(), [&user_profile_key()]);
    let reply = answered(json!({ "Spaces": nameless }), Read::Spaces { after: None }).await;
    let Ok(Answer::Spaces { spaces, next: None }) = reply else { panic!("{reply:?}") };
    assert_eq!(spaces.iter().map(|it| &it.key).collect::<Vec<_>>(), [&space_key()]);
    let whole =
        json!({ "DomainId": "d-one", "AppType": "JupyterLab", "AppName": "default", "SpaceName": "lab" });
    let mut list = vec![whole.clone()];
    for member in ["DomainId", "AppType", "AppName", "SpaceName"] {
        let mut part = whole.clone();
        part[member] = Value::Null;
        list.push(part);
    }
    assert_eq!(apps(json!(list)).await, [StudioApp::of(app_key())]);
}

#[tokio::test]
async fn a_page_that_leads_to_itself_is_not_followed() {
    let page = json!({ "Domains": [], "UserProfiles": [], "Spaces": [], "Apps": [], "NextToken": "here" });
    let after = || Some(PageToken("here".into()));
    for read in [
        Read::Domains { after: after() },
        Read::UserProfiles { after: after() },
        Read::Spaces { after: after() },
        Read::Apps { after: after() },
    ] {
        let failure = answered(page.clone(), read).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Unreadable);
    }
}

#[tokio::test]
async fn odd_references_are_taken_as_far_as_they_go() {
    let custom = json!([
        { "ImageName": "a", "AppImageConfigName": "k" },
        { "ImageName": "b", "ImageVersionNumber": -1, "AppImageConfigName": ODD },
        { "ImageName": "", "AppImageConfigName": "k" },
        { "AppImageConfigName": "k" },
        { "ImageName": ODD },
    ]);
    let settings = json!({
        "KernelGatewayAppSettings": {
            "CustomImages": custom,
            "DefaultResourceSpec": { "SageMakerImageArn": "no ARN", "SageMakerImageVersionAlias": ODD },
            "LaterMember": { "CustomImages": [{ "ImageName": "x" }] },
        },
        "LaterAppSettings": { "CustomImages": [{ "ImageName": "x" }] },
        "JupyterLabAppSettings": { "DefaultResourceSpec": {
            "SageMakerImageVersionArn": format!("arn:aws:sagemaker:us-east-1:123456789012:image-version/{ODD}/x"),
        } },
    });
    let domain = domain(json!({ "DomainId": "d-one", "DefaultUserSettings": settings })).await;
    let uses = domain.uses.unwrap();
    let told: Vec<_> = uses.iter().map(|it| (&it.reference.pin, &it.role)).collect();
    let config = |name: &str| ImageRole::Custom { config: name.into() };
    assert_eq!(
        told,
        [
            (&Pin::Latest, &config("k")),
            (&Pin::Unreadable("-1".into()), &config("a\u{fffd}b\u{fffd}")),
            (&Pin::Latest, &config("")),
            (&Pin::Unreadable("x".into()), &ImageRole::Default),
        ]
    );
    let ReferredImage::At(arn) = &uses[3].reference.image else { panic!("{uses:?}") };
    assert_eq!(arn.name.as_str(), "a\u{fffd}b\u{fffd}");
    assert_eq!(uses[2].reference, ImageReference::by_name(ODD, None));
}

#[tokio::test]
async fn foreign_text_is_cleaned_in_every_member() {
    let clean = || Some(Text::clean(ODD));
    let of_domain = domain(
        json!({ "DomainId": ODD, "DomainName": ODD, "DomainArn": ODD, "Status": ODD, "FailureReason": ODD }),
    )
    .await;
    assert_eq!(of_domain.id, domain_id(), "what was asked for");
    let status = of_domain.status.map(|status| Text::from(status.word()));
    assert_eq!(
        [of_domain.name, of_domain.arn, status, of_domain.failure_reason],
        [clean(), clean(), clean(), clean()]
    );
    let body = json!({
        "SpaceName": ODD, "SpaceArn": ODD, "SpaceDisplayName": ODD, "Status": ODD, "FailureReason": ODD,
        "OwnershipSettings": { "OwnerUserProfileName": ODD }, "SpaceSharingSettings": { "SharingType": ODD },
        "SpaceSettings": { "AppType": ODD },
    });
    let reply = answered(body, Read::Space(space_key())).await;
    let Ok(Answer::Space(space)) = reply else { panic!("{reply:?}") };
    for text in
        [space.arn, space.display_name, space.owner, space.sharing, space.app_type, space.failure_reason]
    {
        assert_eq!(text, clean());
    }
    let list = json!([{
        "DomainId": ODD, "UserProfileName": ODD, "AppType": ODD, "AppName": ODD, "Status": ODD,
        "ResourceSpec": { "InstanceType": ODD },
    }]);
    let app = apps(list).await.remove(0);
    assert_eq!(app.key.domain, DomainId::received(ODD));
    assert_eq!(app.key.owner, AppOwner::UserProfile(Text::clean(ODD)));
    assert_eq!([Some(app.key.app_type), Some(app.key.name), app.instance_type], [clean(), clean(), clean()]);
}
