//! The list of pages: what lies over the browser, one at a time.

use crate::edit::Subject;

use super::{
    AskElsewhere, AskUnnoted, Conflict, CopyMenu, DraftsPage, ErrorsPage, HelpPage, HistoryPage, LogInPage,
    Page, Palette, Picker, Position, Review, ThemesPage, conflict, copy_menu, discard, drafts, elsewhere,
    errors, form, help, history, log_in, palette, picker, quit, review, themes, unnoted,
};

/// Declares the pages together with the file that each of them has, so that none can be forgotten.
macro_rules! pages {
    ($($(#[doc = $words:literal])* $name:ident $(($state:ident: $type:ty))? in $file:ident,)*) => {
        /// What lies over the browser.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Overlay {
            $($(#[doc = $words])* $name $(($type))?,)*
        }

        impl Overlay {
            /// The names of all pages in the code, for tests that none may escape.
            #[cfg(test)]
            pub(crate) const NAMES: &[&str] = &[$(stringify!($name),)*];

            /// Its name in the code.
            #[cfg(test)]
            pub(crate) fn name(&self) -> &'static str {
                match self {
                    $(Self::$name $(($state))? => { $(let _ = $state;)? stringify!($name) })*
                }
            }

            /// What there is to know of the page.
            #[must_use]
            pub fn page(&self) -> Page<'_> {
                match self {
                    $(Self::$name $(($state))? => $file::page($($state)?),)*
                }
            }

            fn stands(&mut self) -> Position<'_> {
                match self {
                    $(Self::$name $(($state))? => $file::position($($state)?),)*
                }
            }
        }
    };
}

pages! {
    /// The form of a subject.
    Form(subject: Subject) in form,
    /// The review of what the form stands for.
    Review(review: Box<Review>) in review,
    /// The page of all keys.
    Help(help: Box<HelpPage>) in help,
    /// The clashes of a form, each to be decided.
    Conflict(conflict: Conflict) in conflict,
    /// The journal.
    History(history: HistoryPage) in history,
    /// The drafts.
    Drafts(drafts: DraftsPage) in drafts,
    /// Where a command is found by its name.
    Palette(palette: Box<Palette>) in palette,
    /// The list from which a profile or a region is picked.
    Picker(picker: Box<Picker>) in picker,
    /// The menu of what can be copied.
    CopyMenu(menu: Box<CopyMenu>) in copy_menu,
    /// The list from which a theme is picked.
    Themes(themes: ThemesPage) in themes,
    /// A log-in.
    LogIn(page: Box<LogInPage>) in log_in,
    /// The session's errors.
    Errors(errors: ErrorsPage) in errors,
    /// Whether to throw the draft of a subject away.
    AskDiscard(subject: Subject) in discard,
    /// Whether to send what can't be noted.
    AskUnnoted(question: AskUnnoted) in unnoted,
    /// Whether to go where an image is.
    AskElsewhere(question: Box<AskElsewhere>) in elsewhere,
    /// Whether to quit all the same.
    AskQuit in quit,
}

impl Overlay {
    /// The subject whose edit it is about, if it is about one.
    #[must_use]
    pub fn subject(&self) -> Option<&Subject> {
        self.page().subject
    }

    /// How far the page is scrolled, or where its cursor stands, if something moves in it.
    pub fn position(&mut self) -> Option<&mut usize> {
        match self.stands() {
            Position::At(position) => Some(position),
            Position::Fixed => None,
        }
    }

    /// Whether it wants a yes or a no.
    #[must_use]
    pub fn is_question(&self) -> bool {
        self.page().question.is_some()
    }
}
