//! All that Studio has.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    in_studio::InStudio, studio_kind::StudioKind, studio_record::StudioRecord, unix_millis::UnixMillis,
};

/// All domains with what is in them, and all app image configs.
#[derive(Debug, Default)]
pub(in crate::emulator) struct StudioStore(BTreeMap<(StudioKind, Arc<str>), StudioRecord>);

impl StudioStore {
    pub(in crate::emulator) fn get(&self, what: InStudio) -> Option<&StudioRecord> {
        self.0.get(&key(what))
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
    pub(in crate::emulator) fn remove(&mut self, what: InStudio) -> bool {
        let found = self.0.remove(&key(what)).is_some();
        let inside = format!("{}/", what.path());
        self.0.retain(|_, record| !(record.path.starts_with(&inside) && holds(what, record)));
        found
    }

    /// Changes one and moves its `LastModifiedTime` on; false where there is none.
    pub(in crate::emulator) fn amend(
        &mut self,
        what: InStudio,
        now: UnixMillis,
        change: impl FnOnce(&mut StudioRecord),
    ) -> bool {
        let Some(record) = self.0.get_mut(&key(what)) else { return false };
        change(record);
        record.modified = now.after(record.modified);
        true
    }
}

fn key(what: InStudio) -> (StudioKind, Arc<str>) {
    (what.kind(), what.path().into())
}

/// Whether what lies below its path is in it: a user profile and a space can have the same name.
fn holds(what: InStudio, record: &StudioRecord) -> bool {
    match what {
        InStudio::Domain(_) => record.kind != StudioKind::AppImageConfig,
        InStudio::UserProfile(_, name) => {
            record.kind == StudioKind::App && record.text("UserProfileName") == name
        }
        InStudio::Space(_, name) => record.kind == StudioKind::App && record.text("SpaceName") == name,
        InStudio::App(..) | InStudio::AppImageConfig(_) => false,
    }
}
