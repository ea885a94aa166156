//! The commands that the person ran by name.

use jiff::Timestamp;

use super::Text;

/// How often a command was run by name, and when last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandUse {
    /// Its name.
    pub name: Text,
    /// How often.
    pub count: u32,
    /// When last.
    pub last: Timestamp,
}

/// The commands that were run by name, and the lines that were typed for them, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommandHistory {
    /// Each command once.
    pub uses: Vec<CommandUse>,
    /// Each line once.
    pub lines: Vec<Text>,
}

impl CommandHistory {
    /// So many commands are remembered.
    pub const MOST_USES: usize = 200;
    /// So many lines are.
    pub const MOST_LINES: usize = 100;
    /// A longer line, in bytes, is not.
    pub const LONGEST_LINE: usize = 1000;

    /// Notes that a command was run, and by which line.
    pub fn note(&mut self, name: &Text, line: &Text, now: Timestamp) {
        let known = self.uses.iter().position(|used| used.name == *name);
        let count = known.map_or(0, |at| self.uses.remove(at).count);
        self.uses.insert(0, CommandUse { name: name.clone(), count: count.saturating_add(1), last: now });
        self.keep_line(line);
        self.bound();
    }

    /// Notes a line that was typed, without anything being run.
    pub fn keep_line(&mut self, line: &Text) {
        if !line.as_str().trim().is_empty() && line.as_str().len() <= Self::LONGEST_LINE {
            self.lines.retain(|kept| kept != line);
            self.lines.insert(0, line.clone());
        }
        self.bound();
    }

    /// Lets go of what is more than is remembered.
    pub fn bound(&mut self) {
        self.uses.truncate(Self::MOST_USES);
        self.lines.retain(|line| line.as_str().len() <= Self::LONGEST_LINE);
        self.lines.truncate(Self::MOST_LINES);
    }

    /// How much a command is used, often and lately: 0 for one that never was. Of those that weigh the same
    /// the latest is the greater by its second number.
    #[must_use]
    pub fn weight(&self, name: &str, now: Timestamp) -> (u64, usize) {
        let at = self.uses.iter().position(|used| used.name.as_str() == name);
        let Some((at, used)) = at.and_then(|at| Some((at, self.uses.get(at)?))) else { return (0, 0) };
        let hours = now.duration_since(used.last).as_hours();
        let lately = match hours {
            ..1 => 16,
            1..24 => 8,
            24..168 => 2,
            168.. => 1,
        };
        (u64::from(used.count) * lately, self.uses.len() - at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(at: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + at * 3600).unwrap()
    }

    #[test]
    fn what_is_used_often_and_lately_weighs_most() {
        let mut history = CommandHistory::default();
        for at in 0..5 {
            history.note(&"often".into(), &"often".into(), hour(at));
        }
        history.note(&"lately".into(), &"lately".into(), hour(400));
        let weight = |name: &str, at| history.weight(name, hour(at));
        assert!(weight("often", 5) > weight("lately", 400), "five times within a day");
        assert!(weight("lately", 400) > weight("often", 400), "weeks later");
        assert_eq!(weight("never", 400), (0, 0));
        // A clock that was put back.
        assert_eq!(weight("lately", 0).0, 16);
    }

    #[test]
    fn the_latest_is_first_nothing_is_there_twice_and_all_is_bounded() {
        let mut history = CommandHistory::default();
        for line in ["a", "b", "a", " "] {
            history.note(&"x".into(), &line.into(), hour(0));
        }
        history.keep_line(&"x".repeat(CommandHistory::LONGEST_LINE + 1).as_str().into());
        assert_eq!(history.lines, ["a".into(), "b".into()]);
        assert_eq!((history.uses.len(), history.uses[0].count), (1, 4));
        for number in 0..300 {
            let name = format!("c{number}").as_str().into();
            history.note(&name, &name, hour(1));
        }
        assert_eq!(history.uses.len(), CommandHistory::MOST_USES);
        assert_eq!((history.lines.len(), history.lines[0].as_str()), (CommandHistory::MOST_LINES, "c299"));
    }
}
