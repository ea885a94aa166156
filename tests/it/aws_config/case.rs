//! One case: what a person has configured, and what the AWS CLI did with it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::os::unix::ffi::OsStringExt;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize};

/// Files, environment and command line, as a report has them.
///
/// `@URL@`, `@PORT@`, `@CA@` and `@HOME@` stand for the stand-in, the certificate of its authority and
/// the home folder.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    /// By their paths below the home folder; what ends in `.sh` can be run.
    pub files: BTreeMap<String, Content>,
    /// Nothing: a variable that is usually there is not.
    pub env: BTreeMap<String, Option<Word>>,
    #[serde(default)]
    pub args: Vec<Word>,
    /// The current folder, below the home folder.
    #[serde(default)]
    pub cwd: String,
    /// How the stand-in behaves.
    #[serde(default)]
    pub service: Behaviour,
    /// Whether `AWS_CA_BUNDLE` is left out.
    #[serde(default)]
    pub no_ca: bool,
    /// What the AWS CLI did.
    pub cli: Recorded,
}

/// The content of a file.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Content {
    Text(String),
    Bytes { base64: String },
}

/// How the stand-in behaves.
#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behaviour {
    /// It fails so many times before it lists.
    #[serde(default)]
    pub fail_list: usize,
}

/// What was seen of a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// Its first `ListImages`; nothing where it refused.
    pub sends: Option<Sent>,
    /// The requests for keys that went before, each once.
    pub before: Vec<String>,
    /// Why it refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
}

/// What identifies a request: where it goes, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    pub host: String,
    pub path: String,
    pub access_key: String,
    pub region: String,
    pub session_token: Option<String>,
}

impl Recorded {
    /// Whether `self` leads to the same place with the same keys, in the same way.
    pub fn is_like(&self, other: &Self) -> bool {
        match (&self.sends, &other.sends) {
            (None, None) => true,
            (Some(one), Some(two)) => one.plain() == two.plain() && self.before == other.before,
            _ => false,
        }
    }
}

impl Sent {
    /// Without what means nothing: a slash at the end of the path, an empty token.
    fn plain(&self) -> Self {
        Self {
            path: self.path.trim_end_matches('/').to_owned(),
            session_token: self.session_token.clone().filter(|token| !token.is_empty()),
            ..self.clone()
        }
    }
}

/// A word of the command line or the environment: any bytes. JSON has no bytes, so that those that are not
/// UTF-8 stand there as Python writes them: `\udcff` for 0xFF.
pub struct Word(pub Vec<u8>);

impl Word {
    /// With `fill` done to its text.
    pub fn filled(&self, fill: impl Fn(&str) -> String) -> OsString {
        let filled = match str::from_utf8(&self.0) {
            Ok(text) => fill(text).into_bytes(),
            Err(_) => self.0.clone(),
        };
        OsString::from_vec(filled)
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&String::from_utf8_lossy(&self.0), f)
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Word;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Word, E> {
                let mut word = Vec::new();
                let mut rest = bytes;
                while let Some((&first, after)) = rest.split_first() {
                    // U+DC80 to U+DCFF in three bytes.
                    let odd = match rest {
                        [0xed, high @ 0xb2..=0xb3, low @ 0x80..=0xbf, ..] => {
                            Some(((high & 3) << 6) | (low & 0x3f))
                        }
                        _ => None,
                    };
                    word.push(odd.unwrap_or(first));
                    rest = if odd.is_some() { &rest[3..] } else { after };
                }
                Ok(Word(word))
            }
        }
        from.deserialize_bytes(Bytes)
    }
}

#[test]
fn words_hold_any_bytes() {
    let word: Word = serde_json::from_str(r#""a\udcff\udc80é""#).unwrap();
    assert_eq!(word.0, b"a\xff\x80\xc3\xa9");
}
