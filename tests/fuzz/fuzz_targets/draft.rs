//! Draft files: what `checks::draft` says of any input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sagescope_fuzz::checks::draft::check;

fuzz_target!(|data: &[u8]| check(data));
