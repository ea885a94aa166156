//! What was meant.

/// Words less alike than this have nothing to do with one another.
const ALIKE: f64 = 0.75;

/// `; did you mean “…”?` with the name that is most like `written`, if one is alike; else nothing.
#[must_use]
pub fn did_you_mean<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    nearest(written, names).map(|name| format!("; did you mean “{name}”?")).unwrap_or_default()
}

/// The name that is most like `written`, if one is alike.
#[must_use]
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let small = written.to_lowercase();
    let alike = names.into_iter().map(|name| (strsim::jaro_winkler(&small, name), name));
    let best = alike.filter(|(alike, _)| *alike > ALIKE).max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.map(|(_, name)| name)
}
