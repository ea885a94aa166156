//! The JSON schema of the config file, for editors.

use serde_json::{Map, Value, json};

use super::keys::NONE;
use super::profile_key::{LONGEST_WORD, ProfileKey};
use super::theme::{GROUNDS, INHERITS, SETTINGS};
use crate::domain::{Colour, Hyperlinks, Named, Notify, Setting};
use crate::keys::{Action, Keymap, Scope};
use crate::theme::{Depth, Ground, Role, Shade, Symbols, Themes};

/// The schema.
#[must_use]
pub fn schema() -> Value {
    let scopes: Map<_, _> = Scope::ALL.iter().map(|scope| (scope.name(), keys(*scope))).collect();
    let profile: Map<_, _> = ProfileKey::ALL.into_iter().flat_map(profile_key).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sagescope config.toml",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "version": { "const": 1, "description": "the version of this format" },
            "refresh": {
                "type": "string",
                "pattern": "^(off|[0-9]+[smh])$",
                "default": "30s",
                "description": "how often to refresh automatically",
            },
            "mouse": {
                "type": "boolean",
                "default": false,
                "description": "whether to use the mouse",
            },
            "notify": {
                "enum": Setting::<Notify>::names().collect::<Vec<_>>(),
                "default": "auto",
                "description": "how to tell that a change has settled while the terminal is out of focus",
            },
            "links": {
                "enum": Setting::<Hyperlinks>::names().collect::<Vec<_>>(),
                "default": "auto",
                "description": "whether ARNs are links to the console",
            },
            "theme": {
                "description": "how the screen looks",
                "anyOf": [
                    { "type": "string", "description": "a theme" },
                    { "type": "object", "additionalProperties": false, "properties": theme() },
                ],
            },
            "themes": {
                "type": "object",
                "description": "your own themes",
                "additionalProperties": own_theme(),
            },
            "profiles": {
                "type": "object",
                "description": "how AWS profiles are marked",
                "additionalProperties": {
                    "type": "object", "additionalProperties": false, "properties": profile
                },
            },
            "keys": {
                "type": "object",
                "description": "keys, by where they work",
                "additionalProperties": false,
                "properties": scopes,
            },
        },
    })
}

/// What can be set of the theme.
fn theme() -> Map<String, Value> {
    let one = |(name, help): (&str, &str)| {
        let mut of = match name {
            "background" => one_of::<Ground>(),
            "colors" => one_of::<Depth>(),
            "symbols" => one_of::<Symbols>(),
            _ => json!({ "type": "string", "default": Themes::DEFAULT }),
        };
        of["description"] = help.into();
        (name.to_owned(), of)
    };
    SETTINGS.into_iter().map(one).collect()
}

fn one_of<T: Named>() -> Value {
    json!({ "enum": Setting::<T>::names().collect::<Vec<_>>(), "default": "auto" })
}

/// A theme of one's own: colours, and what it begins with.
fn own_theme() -> Value {
    let colours = || {
        let one = |role: &Role| {
            let of = json!({
                "anyOf": [
                    { "type": "string", "pattern": Shade::pattern() },
                    { "type": "integer", "minimum": 0, "maximum": 255 },
                ],
                "description": role.help(),
            });
            (role.name().to_owned(), of)
        };
        Role::ALL.iter().map(one).collect::<Map<_, _>>()
    };
    let mut all = colours();
    let names: Vec<_> = Themes::default().names().map(str::to_owned).collect();
    all.insert(INHERITS.into(), json!({ "enum": names, "default": Themes::DEFAULT }));
    for (name, _) in GROUNDS {
        let of = json!({ "type": "object", "additionalProperties": false, "properties": colours() });
        all.insert(name.into(), of);
    }
    json!({ "type": "object", "additionalProperties": false, "properties": all })
}

fn profile_key(key: ProfileKey) -> Vec<(String, Value)> {
    let mut of = match key {
        ProfileKey::ReadOnly => json!({ "type": "boolean", "default": false }),
        ProfileKey::Word => json!({ "type": "string", "minLength": 1, "maxLength": LONGEST_WORD }),
        ProfileKey::Colour => json!({ "enum": Colour::ALL.map(|(name, _)| name) }),
    };
    of["description"] = key.help().into();
    key.names().iter().map(|name| ((*name).to_owned(), of.clone())).collect()
}

/// What keys may do in one scope.
fn keys(scope: Scope) -> Value {
    let keymap = Keymap::builtin();
    let can: Vec<_> = Action::all().filter(|it| keymap.has_place_for(*it, scope)).map(Action::name).collect();
    let one: Vec<_> = can.iter().map(String::as_str).chain([NONE]).collect();
    json!({
        "type": "object",
        "description": scope.title(),
        "additionalProperties": {
            "anyOf": [
                { "enum": one },
                { "type": "array", "minItems": 1, "items": { "enum": can } },
            ],
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::file::SECTIONS;

    #[test]
    fn the_schema_knows_all_that_can_be_set_and_nothing_else() {
        let schema = schema();
        let names = |at: &Value| at["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        let of = &schema["properties"];
        assert_eq!(names(&schema), SECTIONS);
        assert_eq!(names(&of["theme"]["anyOf"][1]), SETTINGS.map(|(name, _)| name));
        let own = &of["themes"]["additionalProperties"];
        let roles: Vec<_> = Role::ALL.iter().map(|role| role.name()).collect();
        assert_eq!(names(own), [&roles[..], &[INHERITS, "light", "dark"]].concat());
        assert_eq!(names(&own["properties"]["light"]), roles);
        assert_eq!(names(&of["profiles"]["additionalProperties"]), ["read_only", "word", "colour", "color"]);
        assert_eq!(names(&of["keys"]), Scope::ALL.iter().map(|it| it.name()).collect::<Vec<_>>());
        for row in Keymap::builtin().all() {
            let values =
                &of["keys"]["properties"][row.scope.name()]["additionalProperties"]["anyOf"][0]["enum"];
            let name: Value = row.action.name().into();
            assert!(values.as_array().unwrap().contains(&name), "{name} in {:?}", row.scope);
        }
    }
}
