//! Actions by their names.

use super::*;

#[test]
fn actions_go_by_their_names_in_kebab_case() {
    let read = |name: &str| Action::try_from(name.to_owned());
    for (name, action) in [
        ("open-detail", Action::OpenDetail),
        ("close", Action::Close),
        ("half-down", Action::Move(Motion::HalfDown)),
        ("text-delete-to-blank", Action::Text(TextEdit::DeleteToBlank)),
        ("raw-next-match", Action::Raw(RawAction::NextMatch)),
        ("copy-display-name", Action::Copy(CopyAction::DisplayName)),
        ("copy-menu", Action::CopyMenu),
    ] {
        assert_eq!(read(name), Ok(action));
    }
    for action in Action::all() {
        assert_eq!(read(&action.name()), Ok(action));
    }
    for name in
        ["", "Close", "clos", "close-", "text-", "text-close", "raw-", "raw-end", "copy-", "halfdown", "move"]
    {
        assert_eq!(read(name), Err(format!("there is no action {name:?}")));
    }
}
