//! The answer of the service as it came, laid out: what `checks::answer` says of any input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sagescope_fuzz::checks::answer::check;

fuzz_target!(|data: &[u8]| check(data));
