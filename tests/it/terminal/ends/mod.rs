//! How it ends, and what outlives it.

mod amid;
mod blocked;
mod left;
mod panics;
mod programs;
mod suspend;
mod trust;
mod ways;
