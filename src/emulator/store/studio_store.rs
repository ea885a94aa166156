//! All that Studio has.

use std::{collections::BTreeMap, sync::Arc};

use super::{studio_kind::StudioKind, studio_record::StudioRecord, unix_millis::UnixMillis};

/// All domains with what is in them, and all app image configs.
#[derive(Debug, Default)]
pub(in crate::emulator) struct StudioStore(BTreeMap<(StudioKind, Arc<str>), StudioRecord>);

impl StudioStore {
    pub(in crate::emulator) fn get(&self, kind: StudioKind, path: &str) -> Option<&StudioRecord> {
        self.0.get(&(kind, path.into()))
    }

    /// All of a kind, by their paths.
    pub(in crate::emulator) fn of_kind(&self, kind: StudioKind) -> impl Iterator<Item = &StudioRecord> {
        self.0.range((kind, Arc::from(""))..).map(|(_, record)| record).take_while(move |it| it.kind == kind)
    }

    /// Puts one in, in place of one of the same kind and path.
    pub(in crate::emulator) fn insert(&mut self, record: StudioRecord) {
        self.0.insert((record.kind, Arc::clone(&record.path)), record);
    }

    /// Takes one out, and with it what is in it; false where there is none.
    pub(in crate::emulator) fn remove(&mut self, kind: StudioKind, path: &str) -> bool {
        let found = self.0.remove(&(kind, path.into())).is_some();
        let inside = format!("{path}/");
        let holds = |of: StudioKind| match kind {
            StudioKind::Domain => of != StudioKind::AppImageConfig,
            StudioKind::UserProfile | StudioKind::Space => of == StudioKind::App,
            StudioKind::App | StudioKind::AppImageConfig => false,
        };
        self.0.retain(|(of, path), _| !(holds(*of) && path.starts_with(&inside)));
        found
    }

    /// Changes one and moves its `LastModifiedTime` on; false where there is none.
    pub(in crate::emulator) fn amend(
        &mut self,
        kind: StudioKind,
        path: &str,
        now: UnixMillis,
        change: impl FnOnce(&mut StudioRecord),
    ) -> bool {
        let Some(record) = self.0.get_mut(&(kind, path.into())) else { return false };
        change(record);
        record.modified = now.after(record.modified);
        true
    }
}
