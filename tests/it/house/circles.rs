//! Circles of files.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::uses::Uses;

/// A file that uses another.
pub type Edge = (String, String);

/// What is wrong with the circles, a paragraph each; nothing where `known`, and only that, makes all of
/// them.
pub fn complaints(uses: &Uses, known: &[Edge]) -> Vec<String> {
    let mut rest: BTreeSet<Edge> = uses.keys().cloned().collect();
    rest.retain(|edge| !known.contains(edge));
    let mut said = Vec::new();
    // Each circle is said once, then taken as broken where least is used.
    let mut unsaid = rest.clone();
    while let Some(circle) = shortest_circle(&mut unsaid) {
        said.push(new_circle(uses, &circle));
        let least = circle.iter().min_by_key(|edge| uses[edge].len());
        unsaid.retain(|edge| Some(edge) != least);
    }
    for (from, to) in known {
        let is_there = uses.contains_key(&(from.clone(), to.clone()));
        if !is_there || way(&rest, to, from).is_none() {
            said.push(format!(
                "This makes no circle any more. Take it off the list of known circles:\n    \
                 (\"{from}\", \"{to}\"),"
            ));
        }
    }
    said
}

fn new_circle(uses: &Uses, circle: &[Edge]) -> String {
    let step = |edge: &Edge| {
        let names: Vec<_> = uses[edge].iter().map(String::as_str).collect();
        format!("\n    {} uses of {}: {}", edge.0, edge.1, names.join(", "))
    };
    let steps: String = circle.iter().map(step).collect();
    format!("These files import one another in a circle:{steps}")
}

/// The shortest circle there is. Edges that can be in none are dropped.
fn shortest_circle(edges: &mut BTreeSet<Edge>) -> Option<Vec<Edge>> {
    loop {
        let users: BTreeSet<_> = edges.iter().map(|(from, _)| from.clone()).collect();
        let used: BTreeSet<_> = edges.iter().map(|(_, to)| to.clone()).collect();
        let before = edges.len();
        edges.retain(|(from, to)| used.contains(from) && users.contains(to));
        if edges.len() == before {
            break;
        }
    }
    let closed = |edge: &Edge| {
        let mut circle = vec![edge.clone()];
        circle.extend(way(edges, &edge.1, &edge.0)?);
        Some(circle)
    };
    edges.iter().filter_map(closed).min_by_key(Vec::len)
}

/// The shortest way from one file to another.
fn way(edges: &BTreeSet<Edge>, from: &str, to: &str) -> Option<Vec<Edge>> {
    let mut ways = BTreeMap::from([(from, Vec::new())]);
    let mut next = VecDeque::from([from]);
    while let Some(file) = next.pop_front() {
        if file == to {
            return ways.remove(file);
        }
        let begin = (file.to_owned(), String::new());
        for edge in edges.range(begin..).take_while(|(user, _)| user == file) {
            if !ways.contains_key(edge.1.as_str()) {
                let longer = [&ways[file][..], std::slice::from_ref(edge)].concat();
                ways.insert(&edge.1, longer);
                next.push_back(&edge.1);
            }
        }
    }
    None
}
