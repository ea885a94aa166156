//! The cleaner: what `checks::cleaner` says of any input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sagescope_fuzz::checks::cleaner::check;

fuzz_target!(|data: &[u8]| check(data));
