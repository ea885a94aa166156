//! From words to terms.

use crate::domain::{ImageArn, ImageStatus};

use super::field::Field;
use super::fuzzy::Fuzzy;
use super::needle::Needle;
use super::prepared::Within;
use super::span;
use super::term::{Ask, Member, StatusAsk, Term, TextAsk};
use super::words::Word;

/// The groups of statuses that have a name of their own.
const GROUPS: [&str; 2] = ["failed", "busy"];

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
        Field::Status => Ok(Ask::Status(status(value))),
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
    let mut statuses = GROUPS.into_iter().chain(ImageStatus::KNOWN.iter().map(ImageStatus::word));
    let may_be_status = within == Within::All && !word.quoted;
    let is_status = may_be_status && statuses.any(|known| known.eq_ignore_ascii_case(word.value));
    let status = is_status.then(|| status(word.value));
    Ask::Text(Box::new(TextAsk { within, needle: Needle::new(word.value), fuzzy, status }))
}

fn status(value: &str) -> StatusAsk {
    let group = "busy";
    let busy = group.get(..value.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(value));
    StatusAsk { needle: Needle::new(value), busy }
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
