//! The program on a wire that breaks: whatever befalls a request, a person is told in a sentence, what was known
//! stays, nothing hangs or spins, and a write goes out once.
//!
//! ```text
//! http      requests and answers as bytes
//! wire      the way to the embedded service, on which things break
//! fault     the ways in which it breaks
//! garbage   HTTP that is broken, or odd
//! refusals  answers in good HTTP that are none, or that refuse
//! spoiled   answers whose members are not what they should be
//! asks      what is asked for
//! row       what is known of one fault
//! table     what a person is told of each, and what becomes of a write
//! cell      one fault and one request
//! matrix    each fault with each operation
//! members   answers whose members are absent, unknown, hostile or endless
//! opened    the whole program on such a wire
//! known     what was read stays on the screen
//! writes    a write is sent once, and no word of it is lost
//! keys      where keys come from breaks
//! tokens    lists that go round in a circle, and later pages that fail
//! ```

mod asks;
mod cell;
mod fault;
mod garbage;
mod http;
mod keys;
mod known;
mod matrix;
mod members;
mod opened;
mod refusals;
pub mod row;
mod spoiled;
pub mod table;
mod tokens;
mod wire;
mod writes;
