//! Pages that lie over the browser.

use ratatui::layout::Rect;

pub use crate::app::Overlay as Page;
use crate::app::play::{called, field};
use crate::app::{
    App, AskElsewhere, AskUnnoted, Conflict, CopyMenu, DraftsPage, ErrorsPage, HelpPage, HistoryPage,
    LogInPage, LogInStage, Picker, Review, Target, Viewing, layout,
};
use crate::domain::{Aim, ImageArn};
use crate::edit::Subject;
use crate::edit::kind::image::FIELDS;
use crate::flow::Stop;

use super::super::scene::name;
use super::{Form, put_form};

fn open(app: &mut App, page: Page) {
    app.place_for_tests().overlays.push(page);
}

/// Opens a form.
pub fn open_form(app: &mut App, form: Form) {
    let subject = form.subject.clone();
    put_form(app, form);
    open(app, Page::Form(subject));
}

/// Opens the review of an image's form, which was not sent for that reason.
pub fn open_review(app: &mut App, image: &str, stop: Option<Stop>) {
    let mut review = Review::open(Subject::Image(name(image)), Viewing::default());
    review.stop = stop;
    open(app, Page::Review(Box::new(review)));
}

/// Opens the page on which the clashes of an image's form are decided, at a field.
pub fn open_conflict(app: &mut App, image: &str, focus: &str) {
    open(app, Page::Conflict(Conflict { subject: Subject::Image(name(image)), focus: field(focus) }));
}

/// Opens the help page.
pub fn open_help(app: &mut App, scroll: usize) {
    open(app, Page::Help(Box::new(HelpPage { scroll, ..HelpPage::default() })));
}

/// Opens the history of an image, or of all.
pub fn open_history(app: &mut App, image: Option<&str>, at: usize) {
    open(app, Page::History(HistoryPage { image: image.map(name), at }));
}

/// Opens the list of drafts.
pub fn open_drafts(app: &mut App, at: usize) {
    open(app, Page::Drafts(DraftsPage { at }));
}

/// Opens the errors of this session.
pub fn open_errors(app: &mut App) {
    open(app, Page::Errors(ErrorsPage::default()));
}

/// Opens the list from which a profile or a region is picked.
pub fn open_picker(app: &mut App, picker: Picker) {
    open(app, Page::Picker(Box::new(picker)));
}

/// Opens the copy menu of what the keys are on.
pub fn open_copy_menu(app: &mut App, at: usize) {
    let menu = CopyMenu { at, ..app.copy_menu().unwrap() };
    open(app, Page::CopyMenu(Box::new(menu)));
}

/// Asks whether to go where the image of an ARN is.
pub fn ask_elsewhere(app: &mut App, arn: &str, profile: Option<&str>) {
    let arn = ImageArn::typed(arn).unwrap();
    let aim = Aim { profile: profile.map(Into::into), region: Some(arn.home.region.clone()) };
    open(app, Page::AskElsewhere(Box::new(AskElsewhere { arn, aim })));
}

/// Opens a log-in.
pub fn open_log_in(app: &mut App, page: LogInPage) {
    open(app, Page::LogIn(Box::new(page)));
}

/// Asks whether to quit.
pub fn ask_to_quit(app: &mut App) {
    open(app, Page::AskQuit);
}

/// Asks whether to throw the draft of an image away.
pub fn ask_to_discard(app: &mut App, image: &str) {
    open(app, Page::AskDiscard(Subject::Image(name(image))));
}

/// Asks whether to send the change to an image without a note.
pub fn ask_to_send_unnoted(app: &mut App, image: &str) {
    let question =
        AskUnnoted { subject: Subject::Image(name(image)), viewing: Viewing::default(), is_seen: false };
    open(app, Page::AskUnnoted(question));
}

/// Closes all pages.
pub fn close_all(app: &mut App) {
    app.place_for_tests().overlays.clear();
}

/// The pages, the topmost last.
pub fn pages(app: &mut App) -> impl Iterator<Item = &mut Page> {
    app.place_for_tests().overlays.iter_mut()
}

/// The review that is open.
pub fn review(app: &mut App) -> &mut Review {
    let mut reviews = pages(app).filter_map(|page| match page {
        Page::Review(review) => Some(&mut **review),
        _ => None,
    });
    reviews.next().unwrap()
}

/// The log-in that is open.
pub fn log_in(app: &mut App) -> &mut LogInPage {
    let mut log_ins = pages(app).filter_map(|page| match page {
        Page::LogIn(page) => Some(&mut **page),
        _ => None,
    });
    log_ins.next().unwrap()
}

/// Whether a code that was typed is being tried.
pub fn is_checking_a_code(app: &App) -> bool {
    matches!(app.place().overlays.last(), Some(Page::LogIn(page)) if page.stage == LogInStage::Checking)
}

/// Where the topmost page lies.
pub fn top_area(app: &App) -> Rect {
    layout::overlay_area(app, app.place().overlays.last().unwrap())
}

/// Whether the topmost page, if there is one, wants a yes or a no.
pub fn asks(app: &App) -> Option<bool> {
    app.place().overlays.last().map(Page::is_question)
}

/// Whether the topmost page is the history of all images.
pub fn shows_all_history(app: &App) -> bool {
    matches!(app.place().overlays.last(), Some(Page::History(page)) if page.image.is_none())
}

/// The field that a click there is meant for.
pub fn field_of(target: &Target) -> Option<&'static str> {
    match target {
        Target::Field(field) => Some(called(field)),
        _ => None,
    }
}

/// What a person reads before a field.
pub fn label(named: &str) -> &'static str {
    &FIELDS.iter().find(|row| row.key == field(named)).unwrap().label
}
