//! JSON that says which version of its format it is.

use serde::{Deserialize, Serialize};

/// The format of one kind of file or line: how each of its versions is read, from the first on. What
/// a version wrote is read for ever, so a reader is never changed; the next one is put behind it.
#[derive(Debug)]
pub struct Format<T: 'static>(pub &'static [Reader<T>]);

/// Reads a whole file or line of one version.
pub type Reader<T> = fn(&[u8]) -> serde_json::Result<T>;

/// Why something can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON, or not of the shape that its version has.
    Damaged,
    /// A newer sagescope wrote it.
    Newer,
}

#[derive(Deserialize)]
struct Head {
    version: u64,
}

impl<T> Format<T> {
    /// Reads what any version up to the newest wrote. Members that the version does not know are passed
    /// over.
    pub fn read(&self, raw: &[u8]) -> Result<T, Unreadable> {
        let head: Head = serde_json::from_slice(raw).map_err(|_| Unreadable::Damaged)?;
        // A number too large to count readers with is a newer version too.
        let readers_before = head.version.checked_sub(1).ok_or(Unreadable::Damaged)?;
        let reader = usize::try_from(readers_before).ok().and_then(|at| self.0.get(at));
        reader.ok_or(Unreadable::Newer)?(raw).map_err(|_| Unreadable::Damaged)
    }
}

#[derive(Serialize)]
struct Written<'a, T> {
    version: u64,
    #[serde(flatten)]
    body: &'a T,
}

/// `body`, which has the shape of that version, on one line without a line break.
pub fn to_line<T: Serialize>(version: u64, body: &T) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Written { version, body })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct First {
        word: String,
    }

    #[derive(Deserialize)]
    struct Second {
        words: Vec<String>,
    }

    const FORMAT: Format<String> = Format(&[
        |raw| serde_json::from_slice(raw).map(|First { word }| word),
        |raw| serde_json::from_slice(raw).map(|Second { words }| words.join(" ")),
    ]);

    #[test]
    fn each_version_is_read_by_its_own_reader() {
        let damaged = Err(Unreadable::Damaged);
        for (raw, read) in [
            (r#"{"version":1,"word":"a"}"#, Ok("a")),
            (r#"{"word":"a","version":1,"words":["b"],"more":1e400}"#, Ok("a")),
            (r#"{"version":2,"words":["a","b"]}"#, Ok("a b")),
            (r#"{"version":2,"word":"a"}"#, damaged),
            (r#"{"version":1,"words":["a"]}"#, damaged),
            (r#"{"version":3,"words":7}"#, Err(Unreadable::Newer)),
            (r#"{"version":18446744073709551615}"#, Err(Unreadable::Newer)),
            (r#"{"version":"1","word":"a"}"#, damaged),
            (r#"{"version":"x","word":"a"}"#, damaged),
            (r#"{"version":0,"word":"a"}"#, damaged),
            (r#"{"version":-1,"word":"a"}"#, damaged),
            (r#"{"version":1.0,"word":"a"}"#, damaged),
            (r#"{"version":1.5,"word":"a"}"#, damaged),
            (r#"{"version":1e400,"word":"a"}"#, damaged),
            (r#"{"version":null,"word":"a"}"#, damaged),
            (r#"{"version":[1],"word":"a"}"#, damaged),
            (r#"{"version":1,"version":1,"word":"a"}"#, damaged),
            (r#"{"word":"a"}"#, damaged),
            ("[1]", damaged),
            ("", damaged),
        ] {
            assert_eq!(FORMAT.read(raw.as_bytes()).as_deref(), read.as_ref().copied(), "{raw}");
        }
    }

    #[test]
    fn what_is_written_is_on_one_line_and_begins_with_its_version() {
        #[derive(Serialize)]
        struct Body {
            word: &'static str,
        }
        let line = to_line(2, &Body { word: "a\nb" }).unwrap();
        assert_eq!(line, br#"{"version":2,"word":"a\nb"}"#);
    }
}
