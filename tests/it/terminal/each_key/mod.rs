//! Each key of the default table, pressed in a terminal, and its effect seen.
//!
//! The key table says which keys there are; `table` says for every row of it where it is pressed and what
//! is to be seen then. A row without an expectation fails the test, so that no key is forgotten.
//!
//! ```text
//! table     where each action is done, and what is to be seen
//! places    where keys are pressed, and what leads there
//! expected  what is to be seen of a key, and how it is pressed
//! world     the program and the service that it stands before
//! script    what is pressed and waited for, as it is written in the table
//! ```

mod expected;
mod places;
mod script;
mod table;
mod world;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

use sagescope::keys::{Binding, Keymap, Scope, Sequence};

use expected::Expected;
use table::expected;
use world::World;

/// So many programs run side by side.
const AT_ONCE: usize = 3;

/// One key of one row.
struct Press {
    binding: &'static Binding,
    keys: Sequence,
}

fn all() -> Vec<Press> {
    let rows = Keymap::builtin().all();
    rows.flat_map(|binding| binding.keys.iter().map(|keys| Press { binding, keys: keys.clone() })).collect()
}

/// Those that begin where another has ended share a program.
#[test]
fn each_key_of_the_table_does_what_it_says() {
    let lacking: Vec<_> = Keymap::builtin()
        .all()
        .filter(|row| expected(row.scope, row.action).is_none())
        .map(|row| format!("{:?} in {:?}", row.action, row.scope))
        .collect();
    assert!(
        lacking.is_empty(),
        "say in tests/it/terminal/each_key/table what is to be seen of: {lacking:#?}"
    );
    // What begins alike is done by one program after the other.
    let mut groups: BTreeMap<(Scope, String), Vec<(Press, Expected)>> = BTreeMap::new();
    for press in all() {
        let of = expected(press.binding.scope, press.binding.action).unwrap();
        groups.entry((press.binding.scope, of.place())).or_default().push((press, of));
    }
    let queue = Mutex::new(groups.into_values().collect::<Vec<_>>());
    let failed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let Some(group) = queue.lock().unwrap().pop() else { return };
                    let mut world: Option<World> = None;
                    for (press, of) in group {
                        let done = catch_unwind(AssertUnwindSafe(|| {
                            let mut at = world.take().unwrap_or_else(|| of.open());
                            of.press(&mut at, &press.keys);
                            of.goes_back(&mut at).then_some(at)
                        }));
                        match done {
                            Ok(left) => world = left,
                            Err(_) => failed
                                .lock()
                                .unwrap()
                                .push(format!("{} in {:?}", press.keys, press.binding.scope)),
                        }
                    }
                }
            });
        }
    });
    let failed: Vec<_> = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "not seen (each is told above): {failed:#?}");
}
