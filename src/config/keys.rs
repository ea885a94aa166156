//! The section `keys`.

use std::str::FromStr;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use super::profiles::{Wrong, table};
use super::values::{Entry, entries, kind};
use crate::domain::did_you_mean;
use crate::keys::{Action, Chord, Fault, Keymap, Rebinding, Scope, Sequence};

/// What keys are bound to that are to do nothing.
pub const NONE: &str = "none";

/// A person's own keys, each with where it stands in the file.
type Own = Vec<(usize, Rebinding)>;

/// The key table with the person's own keys; the one that comes with the program, where anything in
/// the section is wrong.
pub fn read(section: &Spanned<DeValue<'_>>, wrong: &mut Vec<Wrong>) -> Arc<Keymap> {
    let builtin = Keymap::builtin();
    let (mut own, mut here): (Own, Vec<Wrong>) = (Vec::new(), Vec::new());
    for Entry { name, at, value } in table(section, "keys", &mut here).map(entries).unwrap_or_default() {
        let Some(scope) = Scope::ALL.iter().copied().find(|scope| scope.name() == name) else {
            let names: Vec<_> = Scope::ALL.iter().map(|scope| scope.name()).collect();
            let meant = did_you_mean(name, names.iter().map(String::as_str));
            here.push((at.start, format!("there is no scope “{name}”{meant}")));
            continue;
        };
        let full = format!("keys.{name}");
        for entry in table(value, &full, &mut here).map(entries).unwrap_or_default() {
            match rebinding(scope, &entry, &own) {
                Ok(rebinding) => own.push((entry.at.start, rebinding)),
                Err(found) => here.push(found),
            }
        }
    }
    let all: Vec<_> = own.iter().map(|(_, rebinding)| rebinding.clone()).collect();
    let keymap = builtin.rebound(&all);
    if here.is_empty() {
        here.extend(keymap.faults().into_iter().map(|fault| placed(fault, &own)));
    }
    if here.is_empty() {
        return Arc::new(keymap);
    }
    wrong.append(&mut here);
    Arc::clone(builtin)
}

/// A fault of the table, at the key of the person's that is the likeliest cause.
fn placed(fault: Fault, own: &Own) -> Wrong {
    let of = |(scope, keys): &(Scope, Sequence)| {
        own.iter().find(|(_, it)| it.scope == *scope && it.keys == *keys).map(|(at, _)| *at)
    };
    let first = own.first().map_or(0, |(at, _)| *at);
    (fault.at.iter().find_map(of).unwrap_or(first), fault.words)
}

fn rebinding(scope: Scope, entry: &Entry<'_>, own: &Own) -> Result<Rebinding, Wrong> {
    let keys = keys(scope, entry.name).map_err(|words| (entry.at.start, words))?;
    if own.iter().any(|(_, it)| it.scope == scope && it.keys == keys) {
        return Err((
            entry.at.start,
            format!("“{}” is set twice in [keys.{}]", keys.written(), scope.name()),
        ));
    }
    let actions = match entry.value.get_ref() {
        DeValue::String(name) if name == NONE => Vec::new(),
        DeValue::Array(names) if !names.is_empty() => {
            names.iter().map(|name| action(scope, name)).collect::<Result<_, _>>()?
        }
        _ => vec![action(scope, entry.value)?],
    };
    Ok(Rebinding { scope, keys, actions })
}

/// Keys that a terminal sends, and that are not typed where they are bound.
fn keys(scope: Scope, written: &str) -> Result<Sequence, String> {
    let blanks = "separate keys by one space, such as \"g g\", and write the space key as \"space\"";
    if written.split(' ').any(str::is_empty) {
        return Err(format!("“{written}” is not a key: {blanks}"));
    }
    for chord in written.split(' ') {
        let read =
            Chord::from_str(chord).map_err(|_| format!("there is no key “{chord}”{}", meant(chord)))?;
        if let Some(why) = read.unsendable() {
            return Err(format!("“{chord}” can't be distinguished from other keys: {why}"));
        }
    }
    let keys = Sequence::from_str(written)?;
    if keys.is_several() && keys.iter().any(|chord| chord.written() == "esc") {
        return Err(format!("“{written}” can't be typed: “esc” ends a sequence"));
    }
    let mut stacks = Scope::STACKS.iter().filter(|stack| stack.contains(&scope));
    if keys.types() && stacks.all(|stack| stack.contains(&Scope::Text)) {
        let words = "types text there: use ctrl- or alt- with it, or a key that types nothing";
        return Err(format!("“{written}” {words}"));
    }
    Ok(keys)
}

/// The key that was meant: what stands behind the last hyphen is its name.
fn meant(chord: &str) -> String {
    let (modifier, name) = chord.rsplit_once('-').unwrap_or_default();
    let names = Chord::names().map(str::to_owned);
    let with = ["ctrl-", "alt-"].map(|known| format!("{known}{name}"));
    let full: Vec<String> = match modifier {
        "ctrl" | "alt" => Chord::names().map(|known| format!("{modifier}-{known}")).collect(),
        _ => names.chain(with.into_iter().filter(|it| Chord::from_str(it).is_ok())).collect(),
    };
    did_you_mean(chord, full.iter().map(String::as_str))
}

fn action(scope: Scope, value: &Spanned<DeValue<'_>>) -> Result<Action, Wrong> {
    let at = value.span().start;
    let DeValue::String(name) = value.get_ref() else {
        let words = format!(
            "a key takes an action such as \"down\", a list of actions, or \"{NONE}\", not {}",
            kind(value.get_ref())
        );
        return Err((at, words));
    };
    let keymap = Keymap::builtin();
    let Ok(action) = Action::try_from(name.to_string()) else {
        let names: Vec<_> =
            Action::all().filter(|it| keymap.has_place_for(*it, scope)).map(Action::name).collect();
        let all: Vec<_> = Action::all().map(Action::name).collect();
        let near = did_you_mean(name, names.iter().map(String::as_str).chain([NONE]));
        let meant = if near.is_empty() { did_you_mean(name, all.iter().map(String::as_str)) } else { near };
        return Err((at, format!("there is no action “{name}”{meant}")));
    };
    if keymap.has_place_for(action, scope) {
        return Ok(action);
    }
    let scopes: Vec<_> = keymap
        .all()
        .filter(|row| row.action == action)
        .map(|row| format!("“{}”", row.scope.name()))
        .collect();
    Err((at, format!("“{name}” can't be used in “{}”, only in {}", scope.name(), scopes.join(", "))))
}
