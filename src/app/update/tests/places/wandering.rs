//! However a person wanders between places while answers come and go: nothing of one is ever seen,
//! kept or sent at another.

use proptest::prelude::*;

use crate::app::play::{
    Asked, Draft, Play, aliases, asked, draft, failure, image, reply, second, studio, tags, version,
};
use crate::app::{Answer, Handed, Msg, PlaceId, Size};
use crate::domain::{
    AliasMap, Failure, FailureClass, Image, ImageVersion, LogIn, Mode, PlaceKey, TagSet, Text,
};
use crate::edit::Snapshot;

use super::aws_setup;

/// Profile, region and account of the places; two lead to the same account and region.
const PLACES: [(&str, &str, &str); 3] = [
    ("research", "us-east-1", "123456789012"),
    ("production", "eu-west-1", "210987654321"),
    ("admin", "us-east-1", "123456789012"),
];

#[derive(Debug, Clone)]
pub enum Step {
    Go(usize),
    Key(&'static str),
    Type(char),
    Timer(usize),
    Reply {
        which: usize,
        fails: Option<FailureClass>,
    },
    LoggedIn,
    /// The disk answers what an earlier session left.
    Recalled(usize),
    Noise(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let keys = prop::sample::select(vec![
        "j", "k", "enter", "esc", "tab", "e", "r", "ctrl-s", "ctrl-u", "u", "H", "D", "w", "m", "/", "q",
        "n", "L", "1", "2", "3", "4", "5", "i",
    ]);
    let class = prop::sample::select(vec![
        FailureClass::Expired,
        FailureClass::TimedOut,
        FailureClass::Denied,
        FailureClass::NoCredentials,
    ]);
    prop_oneof![
        3 => (0..PLACES.len()).prop_map(Step::Go),
        8 => keys.prop_map(Step::Key),
        2 => "[a-z]".prop_map(|text| Step::Type(text.chars().next().unwrap())),
        3 => any::<usize>().prop_map(Step::Timer),
        9 => (any::<usize>(), prop::option::weighted(0.1, class))
            .prop_map(|(which, fails)| Step::Reply { which, fails }),
        1 => Just(Step::LoggedIn),
        1 => any::<usize>().prop_map(Step::Recalled),
        1 => any::<usize>().prop_map(Step::Noise),
    ]
}

/// Which of [`PLACES`] a place is: only that which it was opened as.
pub fn which(play: &Play, place: PlaceId) -> usize {
    let aim = play.opened.iter().find(|(id, _)| *id == place).map(|(_, aim)| aim);
    let profile = aim.and_then(|aim| aim.profile.clone());
    profile.map_or(0, |profile| PLACES.iter().position(|it| it.0 == profile.as_str()).unwrap())
}

fn image_at(place: usize, name: &str, clock: i64) -> Image {
    let (_, region, account) = PLACES[place];
    let arn = format!("arn:aws:sagemaker:{region}:{account}:image/{name}");
    Image { arn: Some(arn.as_str().into()), modified: Some(second(clock)), ..image(name) }
}

fn version_at(place: usize, of: &str, number: u32) -> ImageVersion {
    ImageVersion { arn: image_at(place, of, 0).arn, ..version(of, number) }
}

fn answer(place: usize, asked: &Asked, clock: &mut i64) -> Answer {
    let (profile, region, account) = PLACES[place];
    match asked {
        Asked::Location => reply::location(profile, region),
        Asked::Setup => reply::setup(aws_setup()),
        Asked::LogIn(_) => reply::logged_in(),
        Asked::Account => reply::account(account),
        Asked::Page | Asked::Changed => {
            reply::page(["a", "b"].map(|name| image_at(place, name, *clock)).to_vec(), None)
        }
        Asked::Image(name) => reply::image(image_at(place, name, *clock)),
        Asked::Versions(of) => reply::versions(vec![version_at(place, of, 2)], None),
        Asked::Version(of, number) => reply::version(version_at(place, of, *number)),
        Asked::Aliases(of) => {
            let image_arn = image_at(place, of, 0).arn;
            Answer::Aliases(Box::new(AliasMap { image_arn, ..aliases(of, &[("latest", 2)]) }))
        }
        Asked::Tags(of) => {
            let arn = image_at(place, of, 0).arn.unwrap();
            Answer::Tags(Box::new(TagSet { arn, ..tags(of, &[("team", "vision")]) }))
        }
        Asked::Studio(read) => studio::studio(read, (region, account), "a").unwrap(),
        Asked::Raw(of) => {
            // Of a version, the name stands last.
            let image = of.rsplit(' ').next().unwrap();
            let arn = image_at(place, image, 0).arn.unwrap();
            reply::raw(&format!("{{\"ImageArn\":\"{arn}\"}}"))
        }
        Asked::Write(_) => {
            *clock += 1;
            reply::accepted()
        }
    }
}

/// Whether an image may be at that place.
fn is_of(image: &Image, place: usize) -> bool {
    is_known_of(image.arn.as_ref(), place)
}

fn is_known_of(arn: Option<&Text>, place: usize) -> bool {
    arn.is_none_or(|arn| is_arn_of(arn, place))
}

fn is_arn_of(arn: &Text, place: usize) -> bool {
    let (_, region, account) = PLACES[place];
    arn.as_str().contains(&format!(":{region}:{account}:"))
}

/// What an earlier session left there.
fn words_of(key: &PlaceKey) -> String {
    format!("DraftText of an earlier session in {} {}", key.account, key.region)
}

/// Lets the disk answer, once for each key, with a draft of an earlier session.
fn recall(play: &mut Play, at: usize, answered: &mut Vec<PlaceKey>) {
    let (place, key) = (play.recall_places[at], play.recalls[at].clone());
    if answered.contains(&key) {
        return;
    }
    answered.push(key.clone());
    let base = image_at(which(play, place), "a", 0);
    let draft = draft(&key, "a", Some(base), &[("description", &words_of(&key))]);
    play.recall(place, &key, vec![draft]);
}

/// Killed at any time, the program leaves on the disk what an earlier session left, as long as that is in
/// a form.
fn check_disk(play: &Play, answered: &[PlaceKey]) -> Result<(), TestCaseError> {
    let forms = play.forms_everywhere();
    for words in answered.iter().map(words_of) {
        let is_in_a_form = forms.iter().any(|(_, form)| form.holds("description", &words));
        let is_on_disk = play.on_disk().any(|(_, draft)| draft.holds("description", &words));
        prop_assert!(is_on_disk || !is_in_a_form, "{words} is in a form and not on the disk");
    }
    Ok(())
}

fn check(play: &Play) -> Result<(), TestCaseError> {
    for (id, shown) in play.shown_everywhere() {
        prop_assert!(is_of(&shown, which(play, PlaceId(id))), "{id} shows {:?}", shown.arn);
    }
    for (id, arn) in play.tabs_everywhere() {
        prop_assert!(is_arn_of(&arn, which(play, PlaceId(id))), "{id} shows a tab of {arn}");
    }
    for (id, place) in play.app.places().enumerate() {
        let (_, region, account) = PLACES[which(play, PlaceId(id))];
        if let Some(scan) = place.usage.shown() {
            let home = scan.found().home();
            prop_assert_eq!((home.region.as_str(), home.account.as_str()), (region, account));
        }
    }
    for (id, account) in play.accounts_everywhere() {
        prop_assert!(account == PLACES[which(play, PlaceId(id))].2);
    }
    for (id, form) in play.forms_everywhere() {
        let arn = form.0.base.value().and_then(Snapshot::identity);
        prop_assert!(is_known_of(arn, which(play, PlaceId(id))), "{id} edits {arn:?}");
    }
    for (id, entry) in play.history_everywhere() {
        let arn = entry.identity();
        prop_assert!(is_known_of(arn, which(play, PlaceId(id))), "{id} remembers {arn:?}");
    }
    for entry in &play.journal {
        let at = PLACES.iter().position(|it| it.2 == entry.place().account.as_str());
        prop_assert!(at.is_none_or(|at| is_known_of(entry.identity(), at)), "{entry:?}");
    }
    for (ticket, asked) in play.out() {
        if asked::write(&asked) {
            let noted = play.journal.iter().rfind(|entry| entry.verdict().is_none()).unwrap();
            prop_assert!(is_known_of(noted.identity(), which(play, play.places[&ticket])), "{noted:?}");
        }
    }
    Ok(())
}

/// Takes the steps one after the other; at the end nothing is lost.
pub fn wander(steps: Vec<Step>) -> Result<(), TestCaseError> {
    // List and detail side by side, and little to draw.
    let mut play = Play::begin_at(Size { width: 100, height: 16 }, Mode::default(), None);
    let mut clock = 0;
    let (mut late, mut answered) = (Vec::new(), Vec::new());
    for step in steps {
        match step {
            Step::Go(to) => {
                play.press("ctrl-p");
                if play.top() == "picker" {
                    while play.asked(asked::setup) > 0 {
                        play.survey(aws_setup());
                    }
                    play.press("ctrl-u");
                    play.type_text(PLACES[to].0);
                    play.press("enter");
                }
            }
            Step::Key(key) => play.press(key),
            Step::Type(c) => play.type_text(&c.to_string()),
            Step::Timer(at) => {
                if let Some(timer) = play.take_timer(at) {
                    play.tell(Msg::Timer(timer));
                }
            }
            Step::Reply { which: at, fails } => {
                if let Some((ticket, asked)) = play.take_call(at) {
                    let place = which(&play, play.places[&ticket]);
                    let reply = match fails {
                        Some(class) => Err(Failure {
                            log_in: Some(LogIn::Sso { profile: "p".into() }),
                            ..failure(class)
                        }),
                        None => Ok(answer(place, &asked, &mut clock)),
                    };
                    late.push((ticket, asked, place));
                    play.reply(ticket, reply);
                }
            }
            Step::Recalled(at) => {
                let asked = play.recalls.len();
                if asked > 0 {
                    recall(&mut play, at % asked, &mut answered);
                }
            }
            Step::LoggedIn => {
                let place = play.app.here();
                play.tell(Msg::HandedBack { place, handed: Handed::Done });
            }
            // An answer that comes twice, or after it was called off.
            Step::Noise(at) => {
                if !late.is_empty() {
                    let (ticket, asked, place) = &late[at % late.len()];
                    let reply = answer(*place, asked, &mut clock);
                    play.reply(*ticket, reply);
                }
            }
        }
        check(&play)?;
        check_disk(&play, &answered)?;
        if play.quit {
            break;
        }
    }
    // However it ends, every word that was not sent is on the disk: under its account and region, or
    // as nobody's where that was not known.
    play.tell(Msg::Leaving);
    for (id, form) in play.drafts_everywhere() {
        let (_, region, account) = PLACES[which(&play, PlaceId(id))];
        let is_it = |((key, image), draft): (&(PlaceKey, String), &Draft)| {
            let is_its = key.account.as_str() == account || key.account.as_str().starts_with("unknown-");
            let is_there = is_its && (key.region.as_str() == region || key.region.as_str() == "unknown");
            is_there
                && *image == form.image()
                && form.0.typed().iter().all(|(key, text)| draft.holds_at(key, text))
        };
        prop_assert!(play.on_disk().any(is_it), "{id}: {:?} is not in {:?}", form.0.typed(), play.kept);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_wandering_keeps_the_places_apart(steps in prop::collection::vec(step(), 1..140)) {
        wander(steps)?;
    }
}
