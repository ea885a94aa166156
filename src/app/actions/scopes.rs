//! Which keys are in force.

use crate::app::{App, Overlay, Typed};
use crate::keys::{Chord, Found, Scope};

impl App {
    /// The page that lies topmost, if one does.
    #[must_use]
    pub fn top(&self) -> Option<&Overlay> {
        self.place().overlays.last()
    }

    /// The scopes in force, innermost first, and whether text is typed.
    #[must_use]
    pub fn scopes(&self) -> (&'static [Scope], bool) {
        if self.tour().is_some() {
            return (&[Scope::Tour], false);
        }
        let scopes = self.scopes_of(self.top());
        let scopes = if self.selection().is_some() { Scope::with_selection(scopes) } else { scopes };
        (scopes, self.typed().is_some())
    }

    /// What is selected of the text that is typed, if something is. A code is nobody's to copy.
    #[must_use]
    pub fn selection(&self) -> Option<&str> {
        let input = match (self.typed()?, self.top()) {
            (Typed::Filter, _) => self.browser().typing.as_ref()?,
            (Typed::Search, _) => self.browser().raw.typing.as_ref()?,
            (Typed::Field, Some(Overlay::Form(subject))) => {
                let form = self.place().forms.get(subject)?;
                form.input(&form.focus)?
            }
            (Typed::Command, Some(Overlay::Palette(palette))) => &palette.input,
            (Typed::Pick, Some(Overlay::Picker(picker))) => &picker.input,
            (Typed::Help, Some(Overlay::Help(page))) => &page.search,
            (Typed::Code | Typed::Field | Typed::Command | Typed::Pick | Typed::Help, _) => return None,
        };
        input.selection().map(|part| &input.text()[part])
    }

    /// What takes the keys that type, if something does.
    #[must_use]
    pub fn typed(&self) -> Option<Typed> {
        self.typed_in(self.top())
    }

    /// The same as [`Self::scopes`] where the help page was called.
    #[must_use]
    pub fn scopes_below_help(&self) -> (&'static [Scope], bool) {
        let mut below = self.place().overlays.iter().rev();
        let below = below.find(|overlay| !matches!(overlay, Overlay::Help(_)));
        (self.scopes_of(below), self.typed_in(below).is_some())
    }

    /// The scopes in force where the palette was called.
    #[must_use]
    pub fn scopes_below_palette(&self) -> &'static [Scope] {
        self.scopes_of(self.acted_on())
    }

    /// What the keys that were pressed do here and now.
    #[must_use]
    pub fn find_keys(&self, pressed: &[Chord]) -> Found<'_> {
        self.keymap.find(self.scopes().0, pressed, |action| self.can(action))
    }

    /// The keys of the sequence that is begun. One that leads nowhere any more, where something else
    /// is on the screen by now, is over.
    #[must_use]
    pub fn begun(&self) -> &[Chord] {
        let leads_on = !self.begun.is_empty() && matches!(self.find_keys(&self.begun), Found::Begun);
        if leads_on { &self.begun } else { &[] }
    }

    fn scopes_of(&self, overlay: Option<&Overlay>) -> &'static [Scope] {
        let below = || self.scopes_of_pick().map_or_else(|| self.browser().scopes(), |(scopes, _)| scopes);
        overlay.map_or_else(below, |overlay| overlay.page().scopes)
    }

    fn typed_in(&self, overlay: Option<&Overlay>) -> Option<Typed> {
        let below = || self.scopes_of_pick().map_or_else(|| self.browser().typed(), |(_, typed)| typed);
        overlay.map_or_else(below, |overlay| overlay.page().typed)
    }
}
