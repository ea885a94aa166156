//! Queries of the filter: what `checks::filter` says of any input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sagescope_fuzz::checks::filter::check;

fuzz_target!(|data: &[u8]| check(data));
