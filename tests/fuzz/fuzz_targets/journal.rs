//! The journal: what `checks::journal` says of any input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sagescope_fuzz::checks::journal::check;

fuzz_target!(|data: &[u8]| check(data));
