//! The chain of causes of an error, in words.

use std::error::Error;

/// Words of the SDK's layers that tell a person nothing.
const NOISE: [&str; 25] = [
    "dispatch failure",
    "service error",
    "response error",
    "unhandled error",
    "error",
    "timeout",
    "io error",
    "user error",
    "other",
    "request has timed out",
    "client error (Connect)",
    "client error (SendRequest)",
    "connection error",
    "tcp connect error",
    "error reading a body from connection",
    "length limit exceeded",
    "unexpected credentials error",
    "failed to construct request",
    "an unexpected error occurred",
    "an error occurred while loading credentials",
    "an error occurred while loading an access token",
    "the credentials provider was not properly configured",
    "the credential provider was not enabled",
    "no providers in chain provided credentials",
    "unhandled error (error)",
];

/// Words of the HTTP client, and what a person reads instead.
const PLAINER: [(&str, &str); 4] = [
    ("connection closed before message completed", "it was closed"),
    ("end of file before message length reached", "it ended too early"),
    ("message head is too large", "the headers are too large"),
    ("invalid content-length parsed", "invalid Content-Length"),
];

/// All causes from the outermost to the innermost, without noise and without saying a thing twice;
/// empty where they are nothing but noise.
pub(in crate::aws) fn chain(error: &(dyn Error + 'static)) -> String {
    let mut said: Vec<String> = Vec::new();
    for error in causes(error) {
        let words = plain(&error.to_string()).trim().trim_end_matches(':').to_owned();
        let known = said.iter().any(|before| before.contains(&words));
        if words.is_empty() || known || NOISE.contains(&words.as_str()) {
            continue;
        }
        said.push(words);
    }
    said.join(": ")
}

/// The first cause of type `E`.
pub(in crate::aws) fn find<'a, E: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a E> {
    causes(error).find_map(|error| error.downcast_ref())
}

fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| error.source())
}

/// `Connection refused (os error 111)` without its number, `Unsupported { id: 1 }` without its insides.
fn plain(words: &str) -> &str {
    let words = words.split_once(" (os error").map_or(words, |(words, _)| words);
    let words = words.split_once(" { ").map_or(words, |(words, _)| words);
    // Where a parser stood is of no use to a person.
    let words = words.split_once("Error at offset ").map_or(words, |(words, _)| words);
    let plainer = PLAINER.iter().find(|(theirs, _)| *theirs == words);
    plainer.map_or(words.strip_suffix(" parsed").unwrap_or(words), |(_, ours)| ours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt;

    #[derive(Debug)]
    struct Layer(&'static str, Option<Box<Layer>>);

    impl fmt::Display for Layer {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    impl Error for Layer {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.1.as_ref().map(|inner| inner as &(dyn Error + 'static))
        }
    }

    #[test]
    fn causes_are_said_once_and_plainly() {
        let inner = Layer("refused (os error 111)", None);
        let twice = Layer("no connection: refused", Some(Box::new(inner)));
        let noise = Layer("io error", Some(Box::new(twice)));
        let top = Layer("dispatch failure", Some(Box::new(noise)));
        assert_eq!(chain(&top), "no connection: refused");
        assert_eq!(chain(&Layer("other", None)), "");
        let parser = Layer("Error at offset 3: unexpected token '<'", None);
        let of_process = Layer("invalid JSON in response", Some(Box::new(parser)));
        let keys = Layer("unexpected credentials error", Some(Box::new(of_process)));
        assert_eq!(chain(&keys), "invalid JSON in response");
        let closed = Layer("connection closed before message completed", None);
        assert_eq!(chain(&closed), "it was closed");
        assert_eq!(chain(&Layer("invalid HTTP version parsed", None)), "invalid HTTP version");
    }
}
