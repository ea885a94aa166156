//! The chain of causes of an error, in words.

use std::error::Error;

/// Words of the SDK's layers that tell a person nothing.
const NOISE: [&str; 20] = [
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
    "failed to construct request",
    "an unexpected error occurred",
    "an error occurred while loading credentials",
    "an error occurred while loading an access token",
    "the credentials provider was not properly configured",
    "the credential provider was not enabled",
    "no providers in chain provided credentials",
    "unhandled error (error)",
];

/// All causes from the outermost to the innermost, without noise and without saying a thing twice;
/// empty where they are nothing but noise.
pub(in crate::aws) fn chain(error: &(dyn Error + 'static)) -> String {
    let mut said: Vec<String> = Vec::new();
    for error in causes(error) {
        let words = plain(&error.to_string()).trim().to_owned();
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
    words.split_once(" { ").map_or(words, |(words, _)| words)
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
    }
}
