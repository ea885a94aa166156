//! What a program said that may hold secrets.

use std::fmt;

use super::Text;

/// Lines that are shown to a person who asks for them, and to nobody else: no log, no file.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Withheld(Vec<Text>);

/// Most lines that are kept; the last ones say what went wrong.
const KEPT: usize = 200;

impl Withheld {
    /// The lines of `said`, cleaned; the last ones where there are many.
    #[must_use]
    pub fn of(said: &str) -> Self {
        let lines: Vec<&str> = said.trim_end().lines().collect();
        let first = lines.len().saturating_sub(KEPT);
        Self(lines[first..].iter().map(|line| Text::clean(line.trim_end())).collect())
    }

    /// The lines.
    #[must_use]
    pub fn lines(&self) -> &[Text] {
        &self.0
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Withheld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Withheld({} lines)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_withheld_is_cleaned_and_never_printed() {
        let withheld = Withheld::of("token: S3CRET\u{1b}[31m\r\n\nagain\n\n");
        let lines: Vec<_> = withheld.lines().iter().map(Text::as_str).collect();
        assert_eq!(lines, ["token: S3CRET\u{fffd}", "", "again"]);
        assert_eq!(format!("{withheld:?}"), "Withheld(3 lines)");
        assert!(Withheld::of(" \n").is_empty());
        let many = "x\n".repeat(KEPT) + "last";
        let kept = Withheld::of(&many);
        assert_eq!((kept.lines().len(), kept.lines().last().unwrap().as_str()), (KEPT, "last"));
    }
}
