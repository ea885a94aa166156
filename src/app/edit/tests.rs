//! Whose value is wanted, back and forth, for every kind of field.

use crate::app::play::{aliases, field, image, second, tags, version};
use crate::domain::ImageVersion;
use crate::edit::kind::version::{RELEASE_NOTES, VENDOR_GUIDANCE};
use crate::edit::{Changes, FieldKey, Snapshot};

use super::{Choice, FieldState, Form};

/// What the person does in the field that has the keys.
#[derive(Debug, Clone, Copy)]
enum Does {
    Types(&'static str),
    Empties,
    Removes,
}

/// What two hands do to one field.
struct Case {
    what: &'static str,
    base: Snapshot,
    theirs: Snapshot,
    key: FieldKey,
    does: Does,
}

fn of_image(named: &str, theirs: Option<&str>, does: Does) -> Case {
    let base = Snapshot::Image(image("a"));
    let key = field(named);
    let mut now = base.clone();
    now.set(&key, theirs);
    Case { what: "image", base, theirs: now, key, does }
}

fn of_version(key: FieldKey, theirs: &str, does: Does) -> Case {
    let base = ImageVersion {
        vendor_guidance: Some("STABLE".into()),
        release_notes: Some("Notes".into()),
        ..version("a", 1)
    };
    let base = Snapshot::from(base);
    let mut now = base.clone();
    now.set(&key, Some(theirs));
    Case { what: "version", base, theirs: now, key, does }
}

fn of_tags(theirs: &[(&str, &str)], does: Does) -> Case {
    let base = tags("a", &[("owner", "ana"), ("team", "vision")]).into();
    Case { what: "tags", base, theirs: tags("a", theirs).into(), key: FieldKey::entry("owner"), does }
}

fn of_aliases(theirs: &[(&str, u32)], does: Does) -> Case {
    let all = |held: &[(&str, u32)]| {
        let mut all = aliases("a", held);
        all.versions = [1, 2, 3].into();
        Snapshot::from(all)
    };
    let base = all(&[("latest", 2), ("stable", 1)]);
    Case { what: "aliases", base, theirs: all(theirs), key: FieldKey::entry("latest"), does }
}

fn cases() -> Vec<Case> {
    use Does::{Empties, Removes, Types};
    let role = "arn:aws:iam::123456789012:role/Theirs";
    vec![
        of_image("display name", Some("Theirs"), Types("Mine")),
        of_image("display name", None, Types("Mine")),
        of_image("display name", Some("Theirs"), Empties),
        of_image("description", Some("Theirs"), Types("Mine")),
        of_image("role", Some(role), Types("arn:aws:iam::123456789012:role/Mine")),
        of_version(RELEASE_NOTES, "Theirs", Types("Mine")),
        of_version(VENDOR_GUIDANCE, "ARCHIVED", Types("TO_BE_ARCHIVED")),
        of_tags(&[("owner", "theirs"), ("team", "vision")], Types("mine")),
        of_tags(&[("owner", "theirs"), ("team", "vision")], Empties),
        of_tags(&[("owner", ""), ("team", "vision")], Types("mine")),
        of_tags(&[("owner", "theirs"), ("team", "vision")], Removes),
        of_tags(&[("owner", ""), ("team", "vision")], Removes),
        of_tags(&[("team", "vision")], Types("mine")),
        of_tags(&[("team", "vision")], Empties),
        of_aliases(&[("latest", 3), ("stable", 1)], Types("1")),
        of_aliases(&[("latest", 3), ("stable", 1)], Removes),
        of_aliases(&[("stable", 1)], Types("1")),
    ]
}

impl Case {
    /// The form in which both hands have been, where the person had typed and put back other words before.
    fn met(&self, has_older: bool) -> Form {
        let mut form = Form::open(self.base.subject(), None, second(0));
        form.resolve(Ok(self.base.clone()));
        form.focus = self.key.clone();
        if has_older {
            form.type_in(|input| input.replace("older"));
            form.put_back();
        }
        match self.does {
            Does::Types(text) => form.type_in(|input| input.replace(text)),
            Does::Empties => form.type_in(|input| input.replace("")),
            Does::Removes => form.toggle_removed(),
        }
        form.resolve(Ok(self.theirs.clone()));
        form
    }

    /// The words that the person typed.
    fn typed(&self, has_older: bool) -> impl Iterator<Item = &'static str> {
        let typed = match self.does {
            Does::Types(text) => Some(text),
            Does::Empties | Does::Removes => None,
        };
        typed.into_iter().chain(has_older.then_some("older"))
    }

    fn words(&self, has_older: bool) -> String {
        let Self { what, theirs, key, does, .. } = self;
        format!("{what} {key:?} {does:?}, theirs {:?}, older words: {has_older}", theirs.value(key))
    }
}

/// What a person would see of a field and send of the form.
fn seen(form: &Form, case: &Case) -> (String, bool, FieldState, Option<String>, Changes) {
    let changes = form.wanted().changes(&case.theirs);
    let mine = form.mine(&case.key).map(str::to_owned);
    (form.text(&case.key).into(), form.is_removed(&case.key), form.state(&case.key), mine, changes)
}

#[test]
fn mine_and_theirs_come_back_however_often_one_is_chosen() {
    for case in cases() {
        for has_older in [false, true] {
            let words = case.words(has_older);
            let mut form = case.met(has_older);
            assert!(form.is_undecided(), "{words}");
            let (mine, kept) = (seen(&form, &case), form.words());
            for choices in ["t", "m", "t", "t", "m", "m", "t"] {
                let choice = if choices == "t" { Choice::Theirs } else { Choice::Mine };
                form.choose(&case.key, choice);
                assert!(!form.is_undecided(), "{words}");
                assert_eq!(form.mine(&case.key).map(str::to_owned), mine.3, "{words}");
                match choice {
                    Choice::Theirs => {
                        let theirs = case.theirs.value(&case.key);
                        assert_eq!(form.text(&case.key), theirs.unwrap_or_default(), "{words}");
                        assert_eq!(form.state(&case.key), FieldState::Unchanged, "{words}");
                        assert_eq!(form.wanted().changes(&case.theirs), Changes::default(), "{words}");
                    }
                    Choice::Mine => assert_eq!(
                        (seen(&form, &case), form.words()),
                        (mine.clone(), kept.clone()),
                        "{words}"
                    ),
                }
                for text in case.typed(has_older) {
                    assert!(
                        form.words().all().any(|it| it == (&case.key, text)),
                        "{text:?} is lost: {words}"
                    );
                }
            }
        }
    }
}

/// What is done in the field where theirs was chosen is the person's again, and what stood there before is
/// behind it.
#[test]
fn what_is_typed_where_theirs_was_chosen_is_mine() {
    for case in cases() {
        let words = case.words(true);
        let mut form = case.met(true);
        form.choose(&case.key, Choice::Theirs);
        form.focus = case.key.clone();
        form.type_in(|input| input.replace("newer"));
        form.choose(&case.key, Choice::Mine);
        assert_eq!((form.text(&case.key), form.mine(&case.key)), ("newer", Some("newer")), "{words}");
        form.choose(&case.key, Choice::Theirs);
        form.choose(&case.key, Choice::Mine);
        assert_eq!(form.text(&case.key), "newer", "{words}");
        for text in case.typed(true) {
            assert!(form.words().all().any(|it| it == (&case.key, text)), "{text:?} is lost: {words}");
        }
    }
}

/// The key that puts a field back goes round all words, with a clash too.
#[test]
fn putting_back_brings_every_word_back_where_two_hands_were() {
    for case in cases() {
        let words = case.words(true);
        let mut form = case.met(true);
        form.focus = case.key.clone();
        let mine = form.text(&case.key).to_owned();
        let mut seen = Vec::new();
        for _ in 0..8 {
            form.put_back();
            seen.push(form.text(&case.key).to_owned());
        }
        let theirs = case.theirs.value(&case.key).unwrap_or_default();
        for text in ["older", mine.as_str(), theirs] {
            assert!(seen.iter().any(|it| it == text), "{text:?} of {seen:?}: {words}");
        }
    }
}
