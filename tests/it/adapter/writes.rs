//! What holds for every call that changes something, whichever it is.

use std::sync::Arc;

use sagescope::edit::kind::aliases::UpdateAliases;
use sagescope::edit::kind::tags::{AddTags, DeleteTags};
use sagescope::edit::kind::version::{self, UpdateVersion};
use sagescope::edit::{Changes, FieldKey, NO, Shape, YES};

use super::*;

fn calls() -> Vec<Call> {
    Call::one_of_each(&name())
}

/// An answer without members may come with nothing in it.
fn is_answer(call: &Call, fault: &str) -> bool {
    matches!(call, Call::DeleteTags(_)) && fault == "empty"
}

#[tokio::test]
async fn a_write_arrives_once_however_it_goes() {
    let unsure = ["lost-answer", "reset", "fault-500", "html", "empty", "truncated"];
    let sure = ["throttle", "denied", "expired", "in-use", "bad-key", "skew"];
    for (call, fault) in
        calls().iter().flat_map(|call| unsure.into_iter().chain(sure).map(move |f| (call, f)))
    {
        let operation = call.operation();
        let service = service_with_image().await;
        let (writer, reader) = (client(&service), client(&service));
        // The second write goes over a connection that was used before, the first over a new one.
        for count in 1..=2 {
            service.inject(format!("{operation}={fault}x1").parse().unwrap());
            let reply = writer.perform(Request::Write(call.clone())).await;
            if is_answer(call, fault) {
                assert_eq!(reply, Ok(Answer::Accepted));
            } else {
                let failure = reply.expect_err(fault);
                assert_eq!(failure.leaves_write_unknown(), unsure.contains(&fault), "{fault}: {failure:?}");
            }
            assert_eq!(arrived(&service, operation).len(), count, "{operation}={fault}");
            image(reader.perform(Request::Read(Read::Describe(name()))).await);
            service.settle_now();
        }
    }
}

/// The second write goes over a connection that was used before, the first over a new one. Tells
/// whether there was time for each of them.
async fn two_writes_that_hang(call: &Call, limit: Duration) -> bool {
    let operation = call.operation();
    let service = service_with_image().await;
    let (writer, reader) = (client_giving(limit, &service), client(&service));
    for count in 1..=2 {
        service.inject(format!("{operation}=hangx1").parse().unwrap());
        let failure = writer.perform(Request::Write(call.clone())).await.unwrap_err();
        let arrived = arrived(&service, operation).len();
        assert!(arrived <= count, "{operation} arrived {arrived} times");
        if arrived < count {
            return false;
        }
        assert!(failure.leaves_write_unknown(), "{failure:?}");
        image(reader.perform(Request::Read(Read::Describe(name()))).await);
    }
    true
}

#[tokio::test]
async fn a_write_that_hangs_arrives_once() {
    'calls: for call in calls() {
        for limit in EVER_MORE {
            if two_writes_that_hang(&call, limit).await {
                continue 'calls;
            }
        }
        panic!("{} never arrives", call.operation());
    }
}

#[tokio::test]
async fn read_only_sends_no_write() {
    let service = service_with_image().await;
    let client = Client::new(Connection { read_only: true, ..connection(service.endpoint_url()) });
    for call in calls() {
        let operation = call.operation();
        let failure = client.perform(Request::Write(call)).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::ReadOnly);
        assert!(failure.message.as_str().starts_with(operation), "{failure:?}");
        assert_eq!(service.arrivals(), []);
    }
    image(client.perform(Request::Read(Read::Describe(name()))).await);
}

#[tokio::test]
async fn a_profile_that_is_read_only_sends_no_write_whichever_way_it_came_to_be_in_force() {
    let read_only_profiles = Arc::new(["prod".to_owned(), "default".to_owned()].into());
    for call in calls() {
        let service = service_with_image().await;
        for (profile, is_refused) in [(Some("prod"), true), (None, true), (Some("other"), false)] {
            let client = Client::new(Connection {
                profile: profile.map(str::to_owned),
                read_only_profiles: Arc::clone(&read_only_profiles),
                ..connection(service.endpoint_url())
            });
            let class = client.perform(Request::Write(call.clone())).await.err().map(|failure| failure.class);
            assert_eq!(class == Some(FailureClass::ReadOnly), is_refused, "{profile:?}");
            image(client.perform(Request::Read(Read::Describe(name()))).await);
        }
        assert_eq!(arrived(&service, call.operation()).len(), 1);
    }
}

/// Sends `call`, and gives the body that arrived.
async fn body_of(service: &Emulator, call: Call) -> Value {
    let (operation, promised) = (call.operation(), call.to_json());
    assert_eq!(client(service).perform(Request::Write(call)).await, Ok(Answer::Accepted));
    let bodies: Vec<_> = arrived(service, operation).into_iter().map(|arrival| arrival.body).collect();
    assert_eq!(bodies.last(), Some(&promised), "what the review shows is what arrives");
    promised
}

fn changes<const COUNT: usize>(changes: [(&str, Option<&str>); COUNT]) -> Changes {
    changes
        .map(|(name, value)| {
            let change = value.map_or(Change::Clear, |value| Change::Set(value.to_owned()));
            (FieldKey::entry(name), change)
        })
        .into()
}

#[tokio::test]
async fn each_kind_of_call_arrives_as_the_review_shows_it() {
    let service = service_with_image().await;
    for call in calls() {
        body_of(&service, call).await;
        service.settle_now();
    }
}

#[tokio::test]
async fn each_field_of_a_version_arrives_as_its_own_member() {
    for field in version::FIELDS {
        let values: &[&str] = match &field.shape {
            Shape::Choice(words) => words,
            Shape::Flag => &[YES, NO],
            Shape::Line { .. } | Shape::Words { .. } => &["Python 3.11"],
        };
        for value in values {
            let service = service_with_image().await;
            let changes = [(field.key.clone(), Change::Set((*value).to_owned()))].into();
            let body =
                body_of(&service, Call::UpdateVersion(UpdateVersion { image: name(), version: 2, changes }));
            let sent = if field.shape == Shape::Flag { json!(*value == YES) } else { json!(value) };
            assert_eq!(body.await, json!({"ImageName": IMAGE, "Version": 2, field.member: sent}));
            assert_eq!(service.describe_version(IMAGE, 2).unwrap()[field.member], sent);
            assert_eq!(service.describe_version(IMAGE, 1).unwrap()[field.member], Value::Null);
        }
    }
    let service = service_with_image().await;
    let all = version::FIELDS.iter().fold(Changes::default(), |mut all, field| {
        let value = match &field.shape {
            Shape::Choice(words) => words[0],
            Shape::Flag => NO,
            Shape::Line { .. } | Shape::Words { .. } => "Python 3.11",
        };
        all.set(field.key.clone(), Change::Set(value.to_owned()));
        all
    });
    let body =
        body_of(&service, Call::UpdateVersion(UpdateVersion { image: name(), version: 1, changes: all }));
    assert_eq!(body.await.as_object().unwrap().len(), 2 + version::FIELDS.len());
}

#[tokio::test]
async fn aliases_are_added_moved_and_taken_away() {
    let service = service_with_image().await;
    let all = changes([("latest", Some("1")), ("new", Some("1")), ("stable", None)]);
    let body =
        body_of(&service, Call::UpdateAliases(UpdateAliases { image: name(), version: 1, changes: all }));
    assert_eq!(
        body.await,
        json!({
            "ImageName": IMAGE, "Version": 1,
            "AliasesToAdd": ["latest", "new"], "AliasesToDelete": ["stable"],
        })
    );
    assert_eq!(service.aliases(IMAGE), [("latest".to_owned(), 1), ("new".to_owned(), 1)].into());
    let one = changes([("new", None)]);
    let body =
        body_of(&service, Call::UpdateAliases(UpdateAliases { image: name(), version: 1, changes: one }));
    assert_eq!(body.await, json!({"ImageName": IMAGE, "Version": 1, "AliasesToDelete": ["new"]}));
}

#[tokio::test]
async fn tags_are_added_changed_and_taken_away() {
    let service = service_with_image().await;
    let all = changes([("team", Some("")), ("Équipe 1", Some("vision = 2")), ("a:b/c", Some("x@y"))]);
    let add = Call::AddTags(AddTags { image: name(), arn: arn(), changes: all });
    assert_eq!(
        body_of(&service, add).await,
        json!({"ResourceArn": arn().as_str(), "Tags": [
            {"Key": "a:b/c", "Value": "x@y"},
            {"Key": "team", "Value": ""},
            {"Key": "Équipe 1", "Value": "vision = 2"},
        ]})
    );
    let all = changes([("team", None), ("a:b/c", None), ("never there", None)]);
    let delete = Call::DeleteTags(DeleteTags { image: name(), arn: arn(), changes: all });
    assert_eq!(
        body_of(&service, delete).await,
        json!({"ResourceArn": arn().as_str(), "TagKeys": ["a:b/c", "never there", "team"]})
    );
    assert_eq!(service.tags(IMAGE), [("Équipe 1".to_owned(), "vision = 2".to_owned())].into());
}

#[tokio::test]
async fn a_version_that_can_not_be_is_never_written_to() {
    let service = service_with_image().await;
    for version in [1 << 31, u32::MAX] {
        let (image, notes) = (name(), [(version::RELEASE_NOTES, Change::Set("x".into()))].into());
        for call in [
            Call::UpdateVersion(UpdateVersion { image: image.clone(), version, changes: notes }),
            Call::UpdateAliases(UpdateAliases { image, version, changes: changes([("new", Some("1"))]) }),
        ] {
            let failure = client(&service).perform(Request::Write(call)).await.unwrap_err();
            assert_eq!(failure.class, FailureClass::Invalid);
            assert!(failure.message.as_str().contains(&version.to_string()), "{failure:?}");
        }
    }
    assert_eq!(service.arrivals(), []);
}
