//! The config file: what `checks::config` says of any input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sagescope_fuzz::checks::config::check;

fuzz_target!(|data: &[u8]| check(data));
