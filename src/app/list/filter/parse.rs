//! From words to terms.

use crate::domain::{ImageArn, ImageStatus, did_you_mean};

use super::field::Field;
use super::fuzzy::Fuzzy;
use super::needle::Needle;
use super::span;
use super::term::{Ask, Member, StatusAsk, Term, TextAsk};
use super::texts::Within;
use super::words::Word;

/// The groups of statuses that have a name of their own.
const GROUPS: [&str; 2] = ["failed", BUSY];
/// What is changing.
const BUSY: &str = "busy";
/// So many letters of a group stand for it while it is typed.
const LEAST_OF_GROUP: usize = 3;

/// The term that a word says; nothing where it asks for nothing yet.
///
/// # Errors
///
/// What is wrong with it, as a sentence, where it is not understood.
pub fn term(word: &Word<'_>) -> Result<Option<Term>, String> {
    let ask = ask(word)?;
    Ok(ask.map(|ask| Term { negated: word.negated, ask }))
}

fn ask(word: &Word<'_>) -> Result<Option<Ask>, String> {
    if let Some(arn) = pasted_arn(word) {
        return Ok(Some(ask_for(&arn)));
    }
    let Some(written) = word.field else {
        return Ok((!word.value.is_empty()).then(|| text(word, Within::All)));
    };
    let body = word.whole.trim_start_matches(['!', '-']);
    if !word.quoted && ImageArn::is_begun(body) {
        let why = "Not a complete ARN of an image or image version, so it isn't used as a filter";
        return Err(why.into());
    }
    let Some(field) = Field::read(written) else {
        let quoted = body.replace('"', "");
        return Err(format!(
            "There is no filter ‘{written}:’. To search for the text, put it in quotes: \"{quoted}\""
        ));
    };
    if word.value.is_empty() && !field.stands_alone() {
        return Ok(None);
    }
    value(field, word).map(Some)
}

fn value(field: Field, word: &Word<'_>) -> Result<Ask, String> {
    let value = word.value;
    match field {
        Field::Status => match misspelt_status(value) {
            None => Ok(Ask::Status(status(value))),
            Some(hint) => Err(format!("No image has the status ‘{value}’{hint}")),
        },
        Field::Name => Ok(text(word, Within::Names)),
        Field::Description => Ok(text(word, Within::Description)),
        Field::Older | Field::Newer => match span::read(value) {
            Some(ago) => Ok(Ask::Changed { before: field == Field::Older, ago }),
            None => Err(format!(
                "‘{value}’ is not a duration. Use a number and m, h, d, w, mo or y, such as {}:90d",
                field.written()
            )),
        },
        Field::Unset => member(value).map(Ask::Unset),
        Field::Role => Ok(Ask::Role(Needle::new(value))),
        Field::Tag => Ok(Ask::Tag(Needle::new(value))),
        Field::Used | Field::Unused if value.is_empty() => Ok(Ask::Used(field == Field::Used)),
        Field::Used | Field::Unused => {
            Err(format!("‘{}:’ takes no value: remove ‘{value}’", field.written()))
        }
    }
}

/// A word in quotes, and one that is turned around, is searched for as it stands.
fn text(word: &Word<'_>, within: Within) -> Ask {
    let fuzzy = if word.quoted || word.negated { None } else { Fuzzy::new(word.value) };
    // A word that is a status, or a group of them, finds those also where nothing says that one is meant.
    let may_be_status = within == Within::All && !word.quoted;
    let is_status = may_be_status && statuses().any(|known| known.eq_ignore_ascii_case(word.value));
    let is_group = may_be_status && word.value.len() >= LEAST_OF_GROUP && begins_a_group(word.value);
    let status = (is_status || is_group).then(|| status(word.value));
    Ask::Text(Box::new(TextAsk { within, needle: Needle::new(word.value), fuzzy, status }))
}

fn status(value: &str) -> StatusAsk {
    StatusAsk { needle: Needle::new(value), busy: begins(BUSY, value) }
}

/// The words that are a status, or a group of them.
fn statuses() -> impl Iterator<Item = &'static str> {
    const KNOWN: &[ImageStatus] = &ImageStatus::KNOWN;
    GROUPS.into_iter().chain(KNOWN.iter().map(ImageStatus::word))
}

fn begins_a_group(value: &str) -> bool {
    GROUPS.iter().any(|group| begins(group, value))
}

fn begins(word: &str, value: &str) -> bool {
    word.get(..value.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(value))
}

/// The status that was meant, where what is typed is in none and is nearly one. The service may have others
/// than those that are known here.
fn misspelt_status(value: &str) -> Option<String> {
    let typed = value.to_lowercase();
    let known: Vec<String> = statuses().map(str::to_lowercase).collect();
    if known.iter().any(|word| word.contains(&typed)) {
        return None;
    }
    let hint = did_you_mean(&typed, known.iter().map(String::as_str));
    (!hint.is_empty()).then_some(hint)
}

/// The ARN of an image that a word is, also in the quotes that stood around it where it was copied from.
pub fn pasted_arn(word: &Word<'_>) -> Option<ImageArn> {
    const AROUND: [char; 9] = ['"', '\'', '`', '‘', '’', '“', '”', ',', ';'];
    ImageArn::typed(word.whole.trim_start_matches(['!', '-']).trim_matches(AROUND))
}

fn ask_for(arn: &ImageArn) -> Ask {
    let ImageArn { home, name, .. } = arn;
    Ask::Arn(Needle::new(&format!(":{}:{}:image/{name}", home.region, home.account)))
}

fn member(value: &str) -> Result<Member, String> {
    match value.to_lowercase().as_str() {
        "description" | "desc" => Ok(Member::Description),
        "display-name" | "displayname" => Ok(Member::DisplayName),
        "role" => Ok(Member::Role),
        _ => Err(format!(
            "unset: can't find ‘{value}’. Use unset:description, unset:display-name or unset:role"
        )),
    }
}
