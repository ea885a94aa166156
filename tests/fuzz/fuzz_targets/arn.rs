//! ARNs and names: what `checks::arn` says of any input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sagescope_fuzz::checks::arn::check;

fuzz_target!(|data: &[u8]| check(data));
