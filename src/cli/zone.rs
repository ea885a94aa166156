//! The time zone of this machine.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use crate::domain::Text;

/// Most bytes of a file that describes a time zone; real ones have some thousand.
const MOST: u64 = 1024 * 1024;

/// Where the rules of the zones are, in the system's own folders.
const RULES: &str = "zoneinfo/";

/// The rules of the system's zone, mostly a link into those.
const LOCAL_TIME: &str = "/etc/localtime";

/// The zone that `TZ` or the system says. UTC, with a sentence for the person, where something stands
/// in the place of its rules that would be waited for, or never ends.
#[must_use]
pub fn local() -> (TimeZone, Option<String>) {
    let variable = env::var_os("TZ");
    let (named, source) = match &variable {
        Some(value) => (Path::new(OsStr::from_bytes(bare(value.as_bytes()))).to_owned(), "TZ"),
        None => (PathBuf::from(LOCAL_TIME), LOCAL_TIME),
    };
    match candidates(&named).find(|path| is_in_the_way(path)) {
        None if variable.is_none() => (of_system().unwrap_or_else(TimeZone::system), None),
        None => (TimeZone::system(), None),
        Some(path) => {
            let path = Text::clean(&path.to_string_lossy());
            let words = format!("Times are in UTC: {path}, set by {source}, is not a time zone file.");
            (TimeZone::UTC, Some(words))
        }
    }
}

/// The zone that the system's link leads to. Its rules are read where they are: to look its name up, all folders of
/// zones would be read first.
fn of_system() -> Option<TimeZone> {
    let target = fs::read_link(LOCAL_TIME).ok()?;
    let (_, name) = target.to_str()?.rsplit_once(RULES)?;
    TimeZone::tzif(name, &fs::read(LOCAL_TIME).ok()?).ok()
}

/// A colon says that no rule follows but a name.
fn bare(value: &[u8]) -> &[u8] {
    value.strip_prefix(b":").unwrap_or(value)
}

/// The files in which the rules of `named` may be looked for.
fn candidates(named: &Path) -> impl Iterator<Item = PathBuf> {
    let leads_to = fs::read_link(named).ok();
    let written = [Some(named.to_owned()), leads_to].into_iter().flatten();
    let folder = env::var_os("TZDIR").map(PathBuf::from);
    written.flat_map(move |name| {
        let text = name.to_string_lossy();
        let short = text.rsplit_once(RULES).map_or(&*text, |(_, name)| name);
        let in_folder = folder.as_ref().map(|folder| folder.join(short));
        [Some(name.clone()), in_folder].into_iter().flatten()
    })
}

/// Whether reading `path` might never end.
fn is_in_the_way(path: &Path) -> bool {
    let Ok(found) = fs::metadata(path) else { return false };
    !found.is_dir() && (!found.is_file() || found.len() > MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_of_the_system_is_the_one_that_its_name_leads_to() {
        // Not each machine that tests has a link.
        let Some(zone) = of_system() else { return };
        let named = TimeZone::get(zone.iana_name().unwrap()).unwrap();
        let offset = |zone: &TimeZone, year: i64| {
            zone.to_offset(jiff::Timestamp::from_second(year * 31_556_952).unwrap())
        };
        for year in 0..60_i64 {
            assert_eq!(offset(&zone, year), offset(&named, year), "{zone:?}");
        }
    }
}
