//! Who may not do what, read out of the words in which AWS denies it.

/// What an access-denied message says.
///
/// ```text
/// User: arn:aws:sts::… is not authorized to perform: sagemaker:UpdateImage on resource: arn:… because …
///       who                                          action                             resource  why
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denied {
    /// The ARN of who asked.
    pub who: String,
    /// The action that is not allowed, as `sagemaker:UpdateImage`.
    pub action: String,
    /// The ARN on which it is not allowed, where the message names one.
    pub resource: Option<String>,
    /// Why, in the words of the service, where it says so.
    pub why: Option<String>,
}

impl Denied {
    /// Reads `message`; nothing unless all of it is understood.
    #[must_use]
    pub fn read(message: &str) -> Option<Self> {
        let (who, rest) =
            message.trim().strip_prefix("User: ")?.split_once(" is not authorized to perform: ")?;
        let (action, rest) = first_word(rest);
        let (resource, rest) = match rest.strip_prefix("on resource:") {
            Some(rest) => {
                let (resource, rest) = first_word(rest.trim_start());
                (Some(resource), rest)
            }
            None => (None, rest),
        };
        let is_word = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace);
        if !is_word(who) || !action.contains(':') || resource.is_some_and(str::is_empty) {
            return None;
        }
        let why = rest.strip_prefix("because ").unwrap_or(rest);
        Some(Self {
            who: who.to_owned(),
            action: action.to_owned(),
            resource: resource.map(str::to_owned),
            why: (!why.is_empty()).then(|| why.to_owned()),
        })
    }
}

/// The first word, without the full stop that may end it, and what follows.
fn first_word(text: &str) -> (&str, &str) {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    (word.trim_end_matches(['.', ',', ';']), rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_found_and_no_word_is_lost() {
        let me = "arn:aws:sts::123456789012:assumed-role/Reader/jo";
        let image = "arn:aws:sagemaker:us-east-1:123456789012:image/a";
        let read = |rest: &str| {
            let message = format!("User: {me} is not authorized to perform: {rest}");
            let denied = Denied::read(&message).expect(&message);
            assert_eq!(denied.who, me);
            (denied.action, denied.resource.unwrap_or_default(), denied.why.unwrap_or_default())
        };
        let parts = |a: &str, r: &str, w: &str| (a.to_owned(), r.to_owned(), w.to_owned());
        let update = "sagemaker:UpdateImage";
        assert_eq!(read(update), parts(update, "", ""));
        assert_eq!(
            read("sagemaker:ListImages because no policy"),
            parts("sagemaker:ListImages", "", "no policy")
        );
        assert_eq!(read(&format!("{update} on resource: {image}.")), parts(update, image, ""));
        assert_eq!(
            read(&format!("{update} on resource: {image} because no identity-based policy allows it")),
            parts(update, image, "no identity-based policy allows it")
        );
        assert_eq!(
            read(&format!("iam:PassRole on resource: {image} with an explicit deny in a policy")),
            parts("iam:PassRole", image, "with an explicit deny in a policy")
        );
        assert_eq!(read("sagemaker:ListImages on resource: *"), parts("sagemaker:ListImages", "*", ""));
    }

    #[test]
    fn other_words_are_left_alone() {
        for message in [
            "",
            "Access denied",
            "User: ",
            "User: me is not authorized to perform: ",
            "User: me is not authorized to perform: everything",
            "User: me is not authorized to perform: a:b on resource: ",
            "User: me and you is not authorized to perform: a:b",
            "Sorry. User: me is not authorized to perform: a:b",
        ] {
            assert_eq!(Denied::read(message), None, "{message:?}");
        }
    }
}
