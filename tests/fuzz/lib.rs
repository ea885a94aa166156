//! What holds of any input, for the fuzzers that look for one of which it does not.

pub mod checks;
