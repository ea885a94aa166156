//! What may follow a command.

use nucleo_matcher::Matcher;

use crate::app::{App, Filter, Input, LoadStage, Offer, Offers, Pick, Picker};
use crate::domain::{
    Column, ImageArn, ImageName, KeySource, Profile, Sort, Text, check_region, did_you_mean,
};

use super::{Command, PaletteChoice, PaletteItem, PaletteRow, ranking};

/// So many images are listed.
const MOST_IMAGES: usize = 200;
/// Among so many names the one that may have been meant is looked for: each is compared letter by letter.
const MOST_COMPARED: usize = 5_000;

/// Rows of what may follow `command`, as far as it is known; what fits `argument` is left to the caller
/// but for places and filters.
pub fn rows(
    app: &App,
    command: Command,
    argument: &str,
    start: usize,
    matcher: &mut Matcher,
) -> Vec<PaletteRow> {
    match command {
        Command::Region => places(app, Pick::Region, argument),
        Command::Profile => places(app, Pick::Profile, argument),
        Command::Image => images(app, argument.trim(), matcher),
        Command::Filter => filters(argument, start),
        Command::Sort => sorts(app),
    }
}

/// Why nothing may follow: a sentence.
pub fn nothing(app: &App, command: Command, argument: &str) -> String {
    let text = Text::clean(argument.trim());
    match command {
        Command::Region => {
            let why = check_region(text.as_str()).err().unwrap_or_default();
            format!("No region matches “{text}”: {why}.")
        }
        Command::Profile => {
            let Some(found) = app.aws_setup.value() else {
                return "Still reading the AWS configuration.".into();
            };
            let names = found.profiles.iter().map(|profile| profile.name.as_str());
            ended(format!("No profile “{text}”"), &did_you_mean(text.as_str(), names))
        }
        Command::Image => {
            let rows = app.place().images.rows().iter().take(MOST_COMPARED);
            let names = rows.map(|listed| listed.name_str());
            ended(format!("No image “{text}” here"), &did_you_mean(text.as_str(), names))
        }
        Command::Filter => String::new(),
        Command::Sort => {
            let columns = Column::ALL.map(written);
            let hint = did_you_mean(text.as_str(), columns.iter().map(String::as_str));
            ended(format!("No column “{text}”"), &hint)
        }
    }
}

/// A sentence with a hint behind it, if there is one.
pub fn ended(said: String, hint: &str) -> String {
    if hint.is_empty() { said + "." } else { said + hint }
}

fn places(app: &App, pick: Pick, argument: &str) -> Vec<PaletteRow> {
    let picker = Picker { input: Input::new(argument.trim()), ..Picker::new(pick) };
    let row = |offer: Offer| {
        let here = if offer.is_here(app) { "here  " } else { "" };
        let (help, obstacle) = match &offer {
            Offer::Chain => {
                ("the environment, the default profile, the container or the instance".into(), None)
            }
            Offer::Profile(profile) => {
                let trouble = profile.trouble.as_ref();
                (of_profile(profile), trouble.map(|trouble| format!("Can't be used: {trouble}")))
            }
            Offer::Region { at, .. } => ((*at).to_owned(), None),
            Offer::Typed(_) => ("as typed".into(), None),
        };
        let name = offer.name().to_owned();
        let item = PaletteItem::Choice(PaletteChoice::Place(offer));
        PaletteRow { obstacle, ..PaletteRow::new(item, name, format!("{here}{help}")) }
    };
    picker.offers(app).into_iter().map(row).collect()
}

fn of_profile(profile: &Profile) -> String {
    let known = [&profile.region, &profile.account].into_iter().flatten().map(Text::as_str);
    known.chain([KeySource::word(profile.source)]).collect::<Vec<_>>().join("  ")
}

/// Those of the list; one that is not in it, where the list may be incomplete.
fn images(app: &App, argument: &str, matcher: &mut Matcher) -> Vec<PaletteRow> {
    if let Some(arn) = ImageArn::typed(argument) {
        let (name, home) = (argument.to_owned(), &arn.home);
        let help = format!("in account {}, {}", home.account, home.region);
        return vec![PaletteRow::new(PaletteItem::Choice(PaletteChoice::Arn(arn)), name, help)];
    }
    let images = &app.place().images;
    let row = |name: &ImageName, help: String| {
        PaletteRow::new(PaletteItem::Choice(PaletteChoice::Image(name.clone())), name.to_string(), help)
    };
    let names = images.rows().iter().map(|listed| listed.name_str());
    let found = ranking::names(names, argument, MOST_IMAGES, matcher);
    let found = found.into_iter().filter_map(|at| images.rows().get(u32::try_from(at).ok()?));
    let mut rows: Vec<_> =
        found.map(|it| row(&it.name(), it.display_name().unwrap_or_default().to_owned())).collect();
    let is_whole = images.load.stage == LoadStage::Idle && images.load.whole_at.is_some();
    let is_listed = rows.first().is_some_and(|row| row.name == argument);
    if !is_whole
        && !is_listed
        && let Ok(name) = ImageName::parse(argument)
    {
        rows.push(row(&name, "not in the list so far".into()));
    }
    rows
}

/// The filter as it is typed, then what its last word may go on with.
fn filters(argument: &str, start: usize) -> Vec<PaletteRow> {
    let text = argument.trim();
    let problem = Filter::new(text).problems().first().cloned();
    let help = problem.unwrap_or_else(|| {
        if text.is_empty() { "show all images" } else { "show the images that match" }.into()
    });
    let name = if text.is_empty() { "no filter".to_owned() } else { text.to_owned() };
    let whole = PaletteRow::new(PaletteItem::Choice(PaletteChoice::Filter(text.to_owned())), name, help);
    let offers = Offers::at(argument, argument.len());
    let part = start + offers.part.start..start + offers.part.end;
    let parts = offers
        .values
        .into_iter()
        .map(|value| PaletteRow::new(PaletteItem::Part(part.clone()), value, "completes the filter".into()));
    std::iter::once(whole).chain(parts).collect()
}

/// A column as it is typed.
fn written(column: Column) -> String {
    column.label().replace(' ', "-")
}

fn sorts(app: &App) -> Vec<PaletteRow> {
    let has_usage = !app.place().usage.is_idle();
    let row = |reversed| {
        move |column: Column| {
            let (behind, order) = if reversed { (" reversed", ", reversed") } else { ("", "") };
            let item = PaletteItem::Choice(PaletteChoice::Sort(Sort { column, reversed }));
            let help = format!("by {}{order}", column.label());
            let lacks_usage = column == Column::UsedBy && !has_usage;
            let obstacle = lacks_usage.then(|| "Usage hasn't been looked up yet.".to_owned());
            PaletteRow { obstacle, ..PaletteRow::new(item, written(column) + behind, help) }
        }
    };
    Column::ALL.into_iter().map(row(false)).chain(Column::ALL.into_iter().map(row(true))).collect()
}
