//! Names of keys: what `checks::key` says of any input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sagescope_fuzz::checks::key::check;

fuzz_target!(|data: &[u8]| check(data));
