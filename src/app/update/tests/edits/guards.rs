//! What holds for whatever would change something, also for what nobody has thought of yet.

use crate::app::play::{Play, Refused, image, name};
use crate::app::{Effect, Effects, Msg, PlaceId, Purpose, Request, StepId};
use crate::domain::{Failure, FailureClass, Mark};
use crate::edit::Call;
use crate::flow::FlowId;

/// What is asked of the service when `call` is to go out, and why nothing was.
fn asked(play: &mut Play, call: &Call) -> (Vec<Request>, Option<Failure>) {
    let mut fx = Effects { list: Vec::new(), draw: false };
    let purpose = Purpose::Send(call.subject(), StepId { flow: FlowId(0), at: 0 });
    let refused = play.app.send_call(&mut fx, PlaceId(0), purpose, call.clone()).err();
    let calls = fx.list.into_iter().filter_map(|effect| match effect {
        Effect::Call { request, .. } => Some(request),
        _ => None,
    });
    (calls.collect(), refused)
}

#[test]
fn no_write_of_any_kind_goes_out_where_it_is_read_only() {
    let mark = Mark { read_only: true, ..Mark::default() };
    let everywhere = || Msg::ReadOnly("The settings can't be read.".into());
    let for_the_profile = || Msg::Marks([("research".to_owned(), mark.clone())].into());
    for call in Call::one_of_each(&name("a")) {
        let mut free = Play::with(&["a"]);
        assert_eq!(asked(&mut free, &call), (vec![Request::Write(call.clone())], None));
        for why in [everywhere(), for_the_profile()] {
            let mut play = Play::with(&["a"]);
            play.tell(why);
            let (calls, failure) = asked(&mut play, &call);
            assert_eq!(calls, []);
            let failure = failure.expect("it was not refused");
            assert_eq!(failure.class, FailureClass::ReadOnly);
            assert!(failure.message.as_str().starts_with(call.operation()), "{failure:?}");
        }
    }
}

#[test]
fn what_becomes_read_only_under_way_is_not_sent_and_the_review_says_why() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.tell(Msg::ReadOnly("The settings can't be read.".into()));
    play.describe(image("a"));
    assert_eq!(play.sent, Vec::<serde_json::Value>::new());
    assert!(play.writes_out().is_empty());
    let Some(Refused::Failure(failure)) = play.refusal() else { panic!("{}", play.said()) };
    assert_eq!(failure.class, FailureClass::ReadOnly);
    assert!(play.find_form("a").is_some(), "what was typed is kept");
}
