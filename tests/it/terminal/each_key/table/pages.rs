//! What is to be seen on the pages over it.

use sagescope::keys::{Action, CopyAction};

use crate::terminal::each_key::expected::{At, Expected};
use crate::terminal::each_key::places::{CHOICES, CONFLICT, COPY, FORM, PALETTE, REVIEW, TAGS};
use crate::terminal::each_key::world::Kind;

pub fn in_form(action: Action) -> Option<Expected> {
    Some(match action {
        Action::NextField => FORM.sees("shows ▌ Description"),
        Action::PreviousField => FORM.sees("shows ▌ Display name").after("press tab; shows ▌ Description"),
        Action::Review => FORM.sees("shows Review").after("type !; shows 12/128"),
        Action::PutBack => FORM.sees("shows 11/128").after("type !; shows 12/128"),
        Action::Close => FORM.sees("hides 11/128").back("press e; shows 11/128; loaded"),
        Action::OpenEditor | Action::EditTable => FORM.sees("shows There is no editor"),
        Action::CopyField => FORM.sees("shows Copied"),
        Action::RemoveEntry | Action::NextRow => TAGS.sees("changed"),
        Action::PreviousRow => TAGS.sees("changed").after("changes down"),
        Action::NextChoice | Action::PreviousChoice => CHOICES.sees("hides ● STABLE"),
        _ => return None,
    })
}

pub fn in_review(action: Action) -> Option<Expected> {
    const CHANGING: At = At(
        Kind::High,
        "shows 123456789012:role/; other updating; press e; shows 11/128; loaded; type !; shows 12/128; press ctrl-s; shows Review; \
         shows }",
    );
    const NOT_NOTED: At = At(
        Kind::NoJournal,
        "shows 123456789012:role/; press e; shows 11/128; loaded; type !; shows 12/128; press ctrl-s; shows Review; shows }; \
         press enter; shows N send unrecorded",
    );
    Some(match action {
        Action::Send => REVIEW.sees("shows : verified"),
        Action::Close => REVIEW.sees("hides Review").back("press ctrl-s; shows Review"),
        Action::CopyCommand => REVIEW.sees("shows Copied the command"),
        Action::SendWhenSettled => CHANGING.sees("changed").after("shows w send later"),
        Action::SendUnnoted => NOT_NOTED.sees("shows y yes"),
        _ => return None,
    })
}

pub fn in_conflict(action: Action) -> Option<Expected> {
    Some(match action {
        Action::TakeMine | Action::TakeTheirs | Action::NextField | Action::PreviousField => {
            CONFLICT.sees("changed")
        }
        Action::EditClash => CONFLICT.sees("shows Edit atlas; hides m mine"),
        Action::Decided => CONFLICT.sees("shows Review").after("changes m; changes m"),
        Action::Close => CONFLICT.sees("hides m mine").back("press ctrl-s; shows m mine"),
        _ => return None,
    })
}

pub fn in_copy_menu(action: Action) -> Option<Expected> {
    const OF_VERSION: At = At(
        Kind::Image,
        "shows 123456789012:role/; press 2; shows latest; shows STABLE; shows ecr; press y; shows Copy atlas",
    );
    const OF_MARKED: At = At(
        Kind::List,
        "shows Images 1/120; shows CREATED; press *; shows 120 marked; press y; shows Copy 120",
    );
    const OF_FAILED: At = At(
        Kind::Wide,
        "shows 123456789012:role/; other failed; press r; shows The role is gone; press y; shows Copy atlas",
    );
    Some(match action {
        Action::Copy(CopyAction::ContainerImage) => OF_VERSION.sees("shows Copied"),
        Action::Copy(CopyAction::Table) => OF_MARKED.sees("shows Copied"),
        Action::Copy(CopyAction::Failure) => OF_FAILED.sees("shows Copied"),
        Action::CopyChosen | Action::Copy(_) => COPY.sees("hides Copy atlas; shows Copied"),
        Action::Close => COPY.sees("hides Copy atlas").back("press y; shows Copy atlas"),
        _ => return None,
    })
}

pub fn in_palette(action: Action) -> Option<Expected> {
    Some(match action {
        Action::RunCommand => PALETTE.sees("shows Edit ").after("type edit; shows :edit"),
        Action::CompleteCommand => PALETTE.sees("shows :region ").after("type regio; shows :regio"),
        Action::EarlierCommand => PALETTE
            .sees("shows :half a line")
            .after("type half a line; shows :half; press esc; hides Commands; press :; shows Commands"),
        Action::LaterCommand => PALETTE.sees("hides :half a line").after(
            "type half a line; shows :half; press esc; hides Commands; press :; shows Commands; press up; shows :half",
        ),
        Action::Close => PALETTE.sees("hides Commands").back("press :; shows Commands"),
        _ => return None,
    })
}
