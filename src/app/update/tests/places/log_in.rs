//! Logging in, in the middle of something.

use crate::app::play::{Asked, Play, Refused, asked, image, reply};
use crate::app::{Handed, LogInStage, Msg, PlaceId};
use crate::domain::{Code, Failure, FailureClass, LogIn, Withheld};

const SAID: &str = "The SSO login of profile research has expired.";

fn expired() -> Failure {
    let log_in = Some(LogIn::Sso { profile: "research".into() });
    Failure { log_in, ..Failure::new(FailureClass::Expired, SAID) }
}

fn code_wanted(said: &str) -> Failure {
    let device = "arn:aws:iam::123456789012:mfa/jo".into();
    let log_in = Some(LogIn::Mfa { device, role: "arn:aws:iam::210987654321:role/Admin".into() });
    Failure { log_in, ..Failure::new(FailureClass::CodeWanted, said) }
}

impl Play {
    /// All that is asked fails like this.
    fn all_fail(&mut self, failure: &Failure) {
        while let Some((ticket, _)) = self.calls.pop() {
            self.reply(ticket, Err(failure.clone()));
        }
    }

    /// The code that was sent.
    fn code(&self) -> Option<Code> {
        self.out().into_iter().find_map(|(_, asked)| match asked {
            Asked::LogIn(code) => Some(code),
            _ => None,
        })
    }
}

#[test]
fn what_a_process_wrote_is_shown_to_a_person_who_asks() {
    let mut play = Play::with(&["a"]);
    play.press("! o");
    assert!(!play.app.errors.shows_process_output(), "there is none yet");
    play.press("esc r");
    let process_said = Withheld::of("a touch is wanted");
    play.all_fail(&Failure { process_said, ..Failure::new(FailureClass::NoCredentials, "It failed.") });
    play.press("!");
    for shows in [true, false, true] {
        play.press("o");
        assert_eq!(play.app.errors.shows_process_output(), shows);
    }
    play.press("esc !");
    assert!(!play.app.errors.shows_process_output(), "it is asked for anew");
}

#[test]
fn one_key_logs_in_and_everything_goes_on_where_it_was() {
    let mut play = Play::with(&["a", "b"]);
    play.press("j");
    play.open_form(image("b"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.all_fail(&expired());
    assert!(matches!(play.refusal(), Some(Refused::Failure(_))));
    assert!(play.said().contains(SAID) && play.said().contains("Press L to log in"), "{}", play.said());
    play.press("L");
    assert_eq!(play.handed, [["aws", "sso", "login", "--profile", "research"].map(str::to_owned)]);
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    assert!(!play.said().contains("logs in"), "{}", play.said());
    assert_eq!(play.refusal(), None);
    assert_eq!(play.typed("display name"), "Mine");
    // Nothing goes out before it is known whose keys these are.
    play.paint();
    play.press("enter");
    assert_eq!(play.sent.len(), 0);
    play.locate();
    play.press("enter");
    play.describe(image("b"));
    assert_eq!(play.sent.len(), 1);
}

#[test]
fn without_a_browser_the_command_is_seen_before_it_is_run() {
    let console = Some(LogIn::Console { profile: "research".into() });
    let console = Failure { log_in: console, ..Failure::new(FailureClass::Expired, "It has expired.") };
    let remote = ["aws", "login", "--profile", "research", "--remote"].map(str::to_owned).to_vec();
    let plain = remote[..4].to_vec();
    let mut play = Play::begin();
    play.app.reach.is_over_ssh = true;
    play.all_fail(&console);
    play.press("L");
    assert_eq!((play.log_in_stage(), play.handed.len()), (Some(LogInStage::Asked), 0));
    play.press("enter");
    assert_eq!(play.handed, std::slice::from_ref(&remote));
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Failed("it failed with 1".into()) });
    // What was chosen stays chosen.
    play.press("b y enter");
    assert_eq!(play.copied, ["aws login --profile research"]);
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Failed("it failed with 1".into()) });
    play.press("enter b enter");
    assert_eq!(play.handed, [remote.clone(), plain.clone(), plain, remote]);
}

#[test]
fn in_a_form_where_letters_are_typed_f2_logs_in() {
    let mut play = Play::with(&["a"]);
    play.press("e");
    play.all_fail(&expired());
    assert!(play.said().contains("Press F2 to log in"), "{}", play.said());
    play.type_text("L");
    assert!(play.handed.is_empty() && play.typed("display name").ends_with('L'));
    play.press("f2");
    assert_eq!(play.handed.len(), 1);
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    assert_eq!(play.asked(asked::read), 2, "detail and form");
    play.describe(image("a"));
    assert!(play.form().base().is_some());
    assert!(play.typed("display name").ends_with('L'));
}

#[test]
fn where_the_cli_is_not_installed_its_command_can_be_copied() {
    let mut play = Play::begin();
    play.all_fail(&expired());
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Missing });
    assert_eq!(play.log_in_stage(), Some(LogInStage::NoCli));
    play.press("y");
    assert_eq!(play.copied, ["aws sso login --profile research"]);
    play.press("esc r");
    play.locate();
    play.page(&["a"], None);
    assert_eq!(play.names(), ["a"]);
    assert!(!play.said().contains("logs in"));
}

#[test]
fn a_log_in_that_fails_says_how_and_can_be_tried_again() {
    let mut play = Play::begin();
    play.all_fail(&expired());
    play.press("L");
    play.tell(Msg::HandedBack {
        place: PlaceId(0),
        handed: Handed::Failed("the command ended with exit code 3".into()),
    });
    let Some(LogInStage::Failed(words)) = play.log_in_stage() else { panic!("{:?}", play.log_in_stage()) };
    assert!(words.contains("exit code 3"));
    play.press("enter");
    assert_eq!(play.handed.len(), 2);
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    assert_eq!(play.log_in_stage(), None);
}

#[test]
fn without_a_failure_there_is_nothing_to_log_in_to() {
    let mut play = Play::with(&["a"]);
    play.press("L f2");
    assert!(play.handed.is_empty() && play.pages().is_empty());
}

#[test]
fn a_code_is_asked_for_by_itself_used_once_and_never_kept() {
    let mut play = Play::begin();
    play.all_fail(&code_wanted("The role Admin wants an MFA code."));
    assert_eq!(play.log_in_stage(), Some(LogInStage::Asked));
    for bad in ["12345", "1234567", "12a456"] {
        play.press("ctrl-u");
        play.type_text(bad);
        play.press("enter");
        assert!(matches!(play.log_in_stage(), Some(LogInStage::Failed(_))), "{bad}");
        assert!(play.code().is_none());
    }
    play.press("ctrl-u");
    play.type_text("314159");
    play.press("enter enter");
    assert_eq!(play.log_in_stage(), Some(LogInStage::Checking));
    assert_eq!(play.code(), Some(Code("314159".into())));
    assert_eq!(play.calls.len(), 1);
    assert!(!format!("{:?} {:?}", play.app, play.calls).contains("314159"));
    let wrong = code_wanted("MultiFactorAuthentication failed with invalid MFA one time pass code.");
    play.all_fail(&wrong);
    let Some(LogInStage::Failed(words)) = play.log_in_stage() else { panic!() };
    assert!(words.contains("invalid MFA"));
    play.tell(Msg::Paste(" 271 828\n".into()));
    play.press("enter");
    assert_eq!(play.code(), Some(Code("271828".into())));
    play.answer(asked::log_in, reply::logged_in());
    assert_eq!(play.log_in_stage(), None);
    play.locate();
    play.page(&["a"], None);
    assert_eq!(play.names(), ["a"]);
}

#[test]
fn a_code_is_not_asked_for_over_something_else() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.all_fail(&code_wanted("The role Admin wants an MFA code."));
    assert_eq!(play.log_in_stage(), None);
    play.press("L");
    play.type_text("314159");
    play.press("enter");
    play.answer(asked::log_in, reply::logged_in());
    assert_eq!(play.top(), "review");
    assert_eq!(play.typed("display name"), "Mine");
}

#[test]
fn the_demo_is_offered_where_there_is_nothing_else() {
    let mut play = Play::with(&["a"]);
    play.press("T");
    assert!(!play.demo);
    let mut play = Play::begin();
    play.all_fail(&Failure::new(FailureClass::NoCredentials, "No credentials were found."));
    assert!(play.is_unusable());
    play.press("T");
    assert!(play.demo);
}

#[test]
fn a_log_in_is_only_believed_when_there_are_keys() {
    let mut play = Play::begin();
    play.all_fail(&expired());
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    assert!(!play.said().contains("You are logged in"));
    play.all_fail(&expired());
    assert!(!play.said().contains("You are logged in"));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    play.locate();
    assert!(play.said().contains("You are logged in"), "{}", play.said());
}
