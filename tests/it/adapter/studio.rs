//! What is read of Studio, against the embedded service.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use sagescope::domain::{
    Denied, ImageArn, ImageReference, ImageRole, ImageUse, Pin, SettingsOf, Space, StudioApp, StudioDomain,
    UserProfile,
};
use sagescope::emulator::InStudio;
use sagescope::export::{RawFormat, raw_text};

use super::*;

async fn read(service: &Emulator, read: Read) -> Answer {
    client(service).perform(Request::Read(read)).await.unwrap()
}

async fn domain(service: &Emulator, id: &str) -> StudioDomain {
    match read(service, Read::Domain(DomainId::received(id))).await {
        Answer::Domain(domain) => *domain,
        other => panic!("no domain: {other:?}"),
    }
}

async fn profile(service: &Emulator, domain: &str, name: &str) -> UserProfile {
    let key = UserProfileKey { domain: DomainId::received(domain), name: name.into() };
    match read(service, Read::UserProfile(key)).await {
        Answer::UserProfile(profile) => *profile,
        other => panic!("no user profile: {other:?}"),
    }
}

async fn space(service: &Emulator, domain: &str, name: &str) -> Space {
    let key = SpaceKey { domain: DomainId::received(domain), name: name.into() };
    match read(service, Read::Space(key)).await {
        Answer::Space(space) => *space,
        other => panic!("no space: {other:?}"),
    }
}

async fn apps(service: &Emulator) -> Vec<StudioApp> {
    match read(service, Read::Apps { after: None }).await {
        Answer::Apps { apps, next: None } => apps,
        other => panic!("not all apps: {other:?}"),
    }
}

/// The uses of an image, each as a line of its own.
fn uses(of: Option<Vec<ImageUse>>, image: &str) -> Vec<String> {
    let home = arn_of(image).home;
    let of = of.expect("a description").into_iter();
    let of_image = of.filter(|it| it.reference.is_to(&ImageName::received(image), &home));
    of_image
        .map(|it| {
            let settings = match it.settings {
                SettingsOf::Itself => "itself",
                SettingsOf::Users => "users",
                SettingsOf::Spaces => "spaces",
                SettingsOf::RStudio => "rstudio",
            };
            let role = match it.role {
                ImageRole::Custom { config } => format!("custom {config}"),
                ImageRole::Default => "default".to_owned(),
            };
            format!("{settings} {} {role} {}", it.app_type, pin(&it.reference))
        })
        .collect()
}

fn pin(reference: &ImageReference) -> String {
    match &reference.pin {
        Pin::Latest => "latest".to_owned(),
        Pin::Version(number) => format!("v{number}"),
        Pin::Alias(alias) => format!("@{alias}"),
        Pin::Unreadable(text) => format!("?{text}"),
    }
}

fn arn_of(image: &str) -> ImageArn {
    ImageArn::parse(&format!("arn:aws:sagemaker:us-east-1:123456789012:image/{image}")).unwrap()
}

async fn built_in() -> Emulator {
    Emulator::start(Options::default()).await.unwrap()
}

#[tokio::test]
async fn every_use_in_a_domain_is_found() {
    let service = built_in().await;
    let vision = domain(&service, "d-8xk2m1q0zzst").await;
    assert_eq!(vision.name.as_ref().map(Text::as_str), Some("vision-and-language"));
    assert_eq!(vision.is_unified, Some(false));
    assert_eq!(
        uses(vision.uses.clone(), IMAGE),
        [
            "users KernelGateway custom python-kernel v39",
            "users JupyterLab custom lab-4 latest",
            "users JupyterLab default @2.4",
            "users CodeEditor custom code-editor v41",
            "spaces KernelGateway custom python-kernel v36",
            "spaces JupyterLab default v40",
        ]
    );
    assert_eq!(uses(vision.uses.clone(), "tf-2.17-cpu"), ["users TensorBoard default latest"]);
    // Those of AWS's own are at home elsewhere; the text `None` points to nothing.
    assert_eq!(uses(vision.uses.clone(), "jupyter-server-3"), [""; 0]);
    let away = |it: &ImageUse| it.reference.name_at(&arn_of(IMAGE).home).is_none();
    assert_eq!(vision.uses.unwrap().iter().filter(|it| away(it)).count(), 2);
    let risk = domain(&service, "d-p4v7c9e3ruio").await;
    assert_eq!(uses(risk.uses, "r-4.4-tidyverse"), ["rstudio RStudioServerPro default v2"]);
    let unified = domain(&service, "d-uniq7studio0ne").await;
    assert_eq!(unified.is_unified, Some(true));
    assert!(domain(&service, "d-0ldw0rksh0p24").await.status.unwrap().is_deleting());
}

#[tokio::test]
async fn every_use_in_user_profiles_and_spaces_is_found() {
    let service = built_in().await;
    let mira = profile(&service, "d-8xk2m1q0zzst", "mira-lindqvist").await;
    assert_eq!(
        uses(mira.uses, IMAGE),
        ["itself KernelGateway custom python-kernel v2", "itself JupyterLab default v41"]
    );
    let tomas = profile(&service, "d-8xk2m1q0zzst", "tomas-okafor").await;
    assert_eq!(
        uses(tomas.uses, "r-4.4-tidyverse"),
        ["itself RSessionGateway custom python-kernel latest", "itself RSessionGateway default latest"]
    );
    let dead = profile(&service, "d-p4v7c9e3ruio", "fraud-oncall").await;
    assert_eq!(
        uses(dead.uses, "fraud-scoring-canary"),
        ["itself KernelGateway custom python-kernel v3", "itself CodeEditor custom gone-config v9"]
    );
    let failed = profile(&service, "d-8xk2m1q0zzst", "intern-2026").await;
    assert!(failed.status.unwrap().is_failed() && failed.failure_reason.is_some());
    let jax = space(&service, "d-8xk2m1q0zzst", "jax-reading-group").await;
    assert_eq!(uses(jax.uses, "jax-0.4-gpu"), ["itself KernelGateway custom python-kernel v2"]);
    let lab = space(&service, "d-8xk2m1q0zzst", "mira-lab").await;
    assert_eq!(uses(lab.uses, IMAGE), ["itself JupyterLab default latest"]);
    let texts =
        [lab.display_name, lab.owner, lab.sharing, lab.app_type].map(|text| text.unwrap().to_string());
    assert_eq!(texts, ["Mira's lab", "mira-lindqvist", "Private", "JupyterLab"]);
    let editor = space(&service, "d-8xk2m1q0zzst", "wei-editor").await;
    assert_eq!(editor.uses.unwrap().len(), 1, "one of AWS's own");
}

#[tokio::test]
async fn apps_tell_what_they_run_on_until_they_are_no_more() {
    let service = built_in().await;
    let apps = apps(&service).await;
    let home = arn_of(IMAGE).home;
    let mut of_image: Vec<_> = apps
        .iter()
        .filter_map(|app| {
            let reference = app.used().filter(|it| it.is_to(&name(), &home))?;
            Some(format!("{} {} {}", app.key.name, app.status.as_ref()?, pin(reference)))
        })
        .collect();
    of_image.sort();
    let expected = ["default Pending @2.4.0", "ml-g5-xlarge InService v2", "weekly-ml-g5-2xlarge Failed v22"];
    assert_eq!(of_image, expected);
    let deleted = apps.iter().find(|app| app.key.name.as_str() == "yesterday").unwrap();
    assert!(deleted.reference.is_some() && deleted.used().is_none());
    let shared = apps.iter().find(|app| app.key.app_type.as_str() == "RStudioServerPro").unwrap();
    assert_eq!(shared.key.owner, AppOwner::UserProfile("domain-shared".into()));
    // A list does not say why one failed.
    let failed = apps.into_iter().find(|app| app.key.name.as_str() == "weekly-ml-g5-2xlarge").unwrap();
    assert_eq!((failed.failure_reason, &failed.key.owner), (None, &AppOwner::Space("vision-weekly".into())));
    let Answer::App(failed) = read(&service, Read::App(failed.key)).await else { panic!() };
    assert!(failed.failure_reason.unwrap().as_str().contains("CUDA 12.4"));
    assert_eq!(failed.instance_type.as_ref().map(Text::as_str), Some("ml.g5.2xlarge"));
}

#[tokio::test]
async fn an_app_image_config_says_what_it_is_for() {
    let service = built_in().await;
    for (name, told) in [
        ("python-kernel", vec![":app-image-config/python-kernel", "Python 3 (team image)", "R 4.4"]),
        ("lab-4", vec!["JupyterLabAppImageConfig"]),
        ("code-editor", vec!["CodeEditorAppImageConfig"]),
    ] {
        let Answer::Raw(body) = read(&service, Read::Raw(RawOf::AppImageConfig(name.into()))).await else {
            panic!("no app image config {name}")
        };
        for words in told {
            let text = raw_text(&body, RawFormat::Json, &TimeZone::UTC).text;
            assert!(text.contains(words), "{name}: {words}\n{text}");
        }
    }
}

#[tokio::test]
async fn every_list_goes_on_until_it_ends() {
    let catalogue = Catalogue::made(20).with_made_domains(101);
    let service = Emulator::start(Options { catalogue, ..Options::default() }).await.unwrap();
    let client = client(&service);
    let (mut counts, mut domains) = ([0; 4], BTreeSet::new());
    for (at, count) in counts.iter_mut().enumerate() {
        let mut after = None;
        loop {
            let read = match at {
                0 => Read::Domains { after },
                1 => Read::UserProfiles { after },
                2 => Read::Spaces { after },
                _ => Read::Apps { after },
            };
            let (size, next) = match client.perform(Request::Read(read)).await.unwrap() {
                Answer::Domains { domains: page, next } => {
                    let size = page.len();
                    domains.extend(page.into_iter().map(|domain| domain.id));
                    (size, next)
                }
                Answer::UserProfiles { profiles, next } => (profiles.len(), next),
                Answer::Spaces { spaces, next } => (spaces.len(), next),
                Answer::Apps { apps, next } => (apps.len(), next),
                other => panic!("no page: {other:?}"),
            };
            *count += size;
            assert!(size == 100 || next.is_none(), "{at}: {size}");
            after = next;
            if after.is_none() {
                break;
            }
        }
    }
    assert_eq!((counts[..3].to_vec(), domains.len()), (vec![101, 1010, 1010], 101));
    assert!(counts[3] > 200, "{counts:?}");
}

#[tokio::test]
async fn what_vanishes_while_it_is_read_is_not_found() {
    let service = service_with_studio().await;
    for (what, read) in [
        (InStudio::App(DOMAIN, "lab", "JupyterLab", "default"), Read::App(app_key())),
        (InStudio::Space(DOMAIN, "lab"), Read::Space(space_key())),
        (InStudio::UserProfile(DOMAIN, "mira"), Read::UserProfile(user_profile_key())),
        (InStudio::Domain(DOMAIN), Read::Domain(domain_id())),
        (InStudio::AppImageConfig("kernel"), Read::Raw(RawOf::AppImageConfig("kernel".into()))),
    ] {
        client(&service).perform(Request::Read(read.clone())).await.unwrap();
        assert!(service.remove_from_studio(what), "{what:?}");
        let failure = client(&service).perform(Request::Read(read)).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::NotFound, "{what:?}");
        assert!(!service.remove_from_studio(what), "{what:?}");
    }
}

#[tokio::test]
async fn a_denial_names_what_it_was_to_be_done_to() {
    for (operation, read, resource) in reads_of_studio() {
        let service = service_with_studio().await;
        service.inject(format!("{operation}=denied").parse().unwrap());
        let failure = client(&service).perform(Request::Read(read)).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Denied, "{operation}");
        let denied = Denied::read(failure.message.as_str()).expect(operation);
        assert_eq!(denied.action, format!("sagemaker:{operation}"));
        let resource = format!("arn:aws:sagemaker:us-east-1:123456789012:{resource}");
        assert_eq!(denied.resource, Some(resource), "{operation}");
    }
}

#[tokio::test]
async fn a_token_that_is_refused_is_a_failure_of_that_list() {
    let service = service_with_studio().await;
    let after = || Some(PageToken("made up".into()));
    for read in [
        Read::Domains { after: after() },
        Read::UserProfiles { after: after() },
        Read::Spaces { after: after() },
        Read::Apps { after: after() },
    ] {
        let failure = client(&service).perform(Request::Read(read)).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Invalid);
        assert!(failure.message.as_str().contains("NextToken"), "{failure:?}");
    }
}
