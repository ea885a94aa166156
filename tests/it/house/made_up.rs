//! The checks themselves, on small crates that are made up.

use std::fs;
use std::panic;

use tempfile::TempDir;

use super::circles::{self, Edge};
use super::rooms;
use super::tree::Tree;
use super::uses::{self, Uses};

/// Reads a crate of these files, each with what it holds.
fn read(files: &[(&str, &str)]) -> Result<Uses, Vec<String>> {
    let home = TempDir::new().unwrap();
    for (file, text) in files {
        let path = home.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    uses::uses(&Tree::read(home.path(), "lib.rs"))
}

/// As `a.rs > b.rs: name, name`, in order.
fn shown(uses: &Uses) -> Vec<String> {
    let names = |names: &std::collections::BTreeSet<String>| {
        names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    uses.iter().map(|((from, to), used)| format!("{from} > {to}: {}", names(used))).collect()
}

/// What a crate uses in which `user.rs` holds `code`, beside `room` (that re-exports), `room/deep.rs`
/// (that defines) and `other.rs`.
fn used_by(code: &str) -> Vec<String> {
    let files = [
        ("lib.rs", "mod made; mod other; mod room; mod user; pub use room::Thing as Top;"),
        ("made.rs", "macro_rules! made { ($n:ident) => { pub struct $n; } } made!(Hidden);"),
        ("other.rs", "pub enum Kind { One, Two } pub fn other() {} pub trait Helps { fn help(&self) {} }"),
        ("room/mod.rs", "mod deep; pub mod side; pub use deep::{Thing, act as do_it}; pub use side::*;"),
        ("room/deep.rs", "pub struct Thing; impl Thing { pub fn new() -> Self { Self } } pub fn act() {}"),
        ("room/side.rs", "pub const SIDE: u8 = 1; pub fn room() {}"),
        ("user.rs", code),
    ];
    shown(&read(&files).unwrap())
}

#[test]
fn a_use_leads_to_the_file_that_defines() {
    const DEEP: &str = "user.rs > room/deep.rs: Thing";
    for (code, uses) in [
        // In a `use`.
        ("use crate::room::Thing;", &[DEEP][..]),
        ("use super::room::Thing;", &[DEEP]),
        ("use crate::Top;", &[DEEP]),
        ("use crate::{room::{self, Thing as That}, other::Kind};", &["user.rs > other.rs: Kind", DEEP]),
        ("use crate::room::do_it;", &["user.rs > room/deep.rs: act"]),
        ("use crate::room::SIDE;", &["user.rs > room/side.rs: SIDE"]),
        ("use crate::other::Kind::*;", &["user.rs > other.rs: Kind"]),
        ("use crate::made::Hidden;", &["user.rs > made.rs: Hidden"]),
        ("use crate::other::Helps as _;", &["user.rs > other.rs: Helps"]),
        ("fn f() { use crate::room::Thing; }", &[DEEP]),
        // In code.
        ("fn f() { crate::room::Thing::new(); }", &[DEEP]),
        ("fn f() -> Vec<Option<super::room::Thing>> { Vec::new() }", &[DEEP]),
        ("use crate::room; fn f() { room::do_it(); }", &["user.rs > room/deep.rs: act"]),
        ("use crate::room as hall; const N: u8 = hall::SIDE;", &["user.rs > room/side.rs: SIDE"]),
        ("use crate::room::*; fn f(_: Thing) {}", &[DEEP]),
        ("fn f() { use crate::room; room::side::room(); }", &["user.rs > room/side.rs: room"]),
        ("fn f() { println!(\"{}\", [crate::room::SIDE][0]); }", &["user.rs > room/side.rs: SIDE"]),
        ("fn f(k: u8) { if let Some(crate::other::Kind::One) = None {} }", &["user.rs > other.rs: Kind"]),
        ("struct S; impl crate::other::Helps for S {}", &["user.rs > other.rs: Helps"]),
        ("mod inner { fn f() { super::super::other::other(); } }", &["user.rs > other.rs: other"]),
        // Nothing of another file.
        ("use crate::room; use crate::room::side;", &[]),
        ("struct Thing; fn f(_: Thing) { self::f(Thing) }", &[]),
        ("use std::fmt; fn f(other: u8) -> u8 { other + fmt::width() }", &[]),
        ("pub use crate::room::Thing;", &[]),
        ("/// See [`crate::room::Thing`].\nfn f() {} // crate::other::other()", &[]),
        ("pub(in crate::user) fn f() { \"crate::other::other()\"; }", &[]),
        ("#[cfg(test)] mod tests { use crate::room::Thing; }", &[]),
        ("#[cfg(test)] use crate::room::Thing;", &[]),
        ("struct S; impl S { #[cfg(test)] fn f() { crate::other::other() } }", &[]),
    ] {
        assert_eq!(used_by(code), uses, "{code}");
    }
}

#[test]
fn a_module_that_re_exports_and_uses_is_a_user() {
    let files = [
        ("lib.rs", "mod room;"),
        ("room/mod.rs", "mod a; pub use a::A; pub struct B(A);"),
        ("room/a.rs", "pub struct A(Option<Box<super::B>>);"),
    ];
    assert_eq!(shown(&read(&files).unwrap()), ["room/a.rs > room/mod.rs: B", "room/mod.rs > room/a.rs: A"]);
}

#[test]
fn a_function_of_a_type_counts_where_it_is_defined() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", "pub struct A; impl A { pub fn beside(&self) {} }"),
        ("b.rs", "impl crate::a::A { pub fn apart(&self) {} pub fn made() {} pub fn beside_too(&self) {} }"),
        ("c.rs", "fn f(a: &crate::a::A) { a.beside(); a.apart(); crate::a::A::made(); }"),
        ("d.rs", "struct D; impl D { fn beside_too(&self) {} } fn f(d: D) { d.beside_too() }"),
    ];
    let uses = shown(&read(&files).unwrap());
    assert_eq!(uses, ["b.rs > a.rs: A", "c.rs > a.rs: A", "c.rs > b.rs: A::apart, A::made"]);
}

#[test]
fn what_leads_nowhere_is_said() {
    for code in ["use crate::b::Nothing;", "fn f() { super::b::nothing(); }", "use super::super::b::B;"] {
        let missing = read(&[("lib.rs", "mod a; mod b;"), ("a.rs", code), ("b.rs", "pub struct B;")]);
        assert_eq!(missing.unwrap_err().len(), 1, "{code}");
    }
}

fn edge(from: &str, to: &str) -> Edge {
    (from.to_owned(), to.to_owned())
}

/// The uses that these say, as `"a b: name"`.
fn made(uses: &[&str]) -> Uses {
    let one = |said: &&str| {
        let (edge_said, names) = said.split_once(": ").unwrap();
        let (from, to) = edge_said.split_once(' ').unwrap();
        (edge(from, to), names.split(", ").map(str::to_owned).collect())
    };
    uses.iter().map(one).collect()
}

#[test]
fn the_shortest_circle_is_said_with_the_names_that_make_it() {
    // A long one, and a short one in it.
    let uses = made(&["a b: B", "b c: C, D", "c d: E", "d a: A", "c b: F", "x a: A", "d y: Y"]);
    let said = circles::complaints(&uses, &[]);
    let short = "These files import one another in a circle:\n    b uses of c: C, D\n    c uses of b: F";
    assert_eq!(said.len(), 2, "{said:#?}");
    assert_eq!(said[0], short);
    for step in ["a uses of b: B", "b uses of c: C, D", "c uses of d: E", "d uses of a: A"] {
        assert!(said[1].contains(step), "{}", said[1]);
    }
    assert_eq!(circles::complaints(&made(&["a b: B", "b c: C", "a c: C", "d c: C"]), &[]), [""; 0]);
}

#[test]
fn known_circles_pass_and_only_as_long_as_they_are_there() {
    let uses = made(&["a b: B", "b a: A", "b c: C", "c d: D", "d c: C"]);
    assert_eq!(circles::complaints(&uses, &[edge("b", "a"), edge("d", "c")]), [""; 0]);
    // A new one.
    assert!(circles::complaints(&uses, &[edge("b", "a")])[0].contains("c uses of d: D"));
    // One that is gone; a use in no circle; a file that is gone; a line more than is needed.
    for gone in [edge("b", "d"), edge("b", "c"), edge("e", "a"), edge("a", "b")] {
        let said = circles::complaints(&uses, &[edge("b", "a"), edge("d", "c"), gone.clone()]);
        let line = format!("(\"{}\", \"{}\"),", gone.0, gone.1);
        assert!(said.iter().any(|said| said.contains(&line)), "{line}: {said:#?}");
    }
}

#[test]
fn a_room_knows_those_below_it() {
    for (from, to, may) in [
        ("view/a.rs", "app/b.rs", true),
        ("app/b.rs", "view/a.rs", false),
        ("aws/a.rs", "disk/b.rs", false),
        ("disk/a.rs", "aws/b.rs", false),
        ("shell/a.rs", "domain/deep/b.rs", true),
        ("domain/a.rs", "domain/b.rs", true),
        ("domain/a.rs", "plain_file.rs", true),
        ("clients.rs", "shell/a.rs", true),
        ("cli/a.rs", "emulator/b.rs", true),
        ("aws/a.rs", "emulator/b.rs", false),
        ("emulator/a.rs", "domain/b.rs", false),
        ("emulator/a.rs", "emulator/b.rs", true),
    ] {
        let uses = made(&[&format!("{from} {to}: Name, other")]);
        let said = rooms::complaints(&uses, &[]);
        assert_eq!(said.is_empty(), may, "{from} {to}");
        assert!(may || said[0].contains(&format!("{from} uses of {to}: Name, other")), "{said:?}");
        // A known one passes; one that is well is not known.
        assert_eq!(rooms::complaints(&uses, &[edge(from, to)]).is_empty(), !may, "{from} {to}");
    }
    assert!(
        rooms::complaints(&made(&["view/a.rs app/b.rs: B"]), &[edge("app/b.rs", "view/a.rs")]).len() == 1
    );
    let new_room = panic::catch_unwind(|| rooms::complaints(&made(&["attic/a.rs app/b.rs: B"]), &[]));
    assert!(new_room.is_err());
}
