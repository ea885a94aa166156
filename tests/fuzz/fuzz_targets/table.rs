//! The table of images that is edited as text: what `checks::table` says of any input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sagescope_fuzz::checks::table::check;

fuzz_target!(|data: &[u8]| check(data));
