//! Links lead somewhere.

use super::markdown::{headings, links};
use super::{documents, top};

/// Whether a link leads out of the repository. Nothing is asked for here, so such a link is not tried.
fn leads_out(link: &str) -> bool {
    link.starts_with("https://")
}

#[test]
fn every_link_leads_to_a_file_and_to_a_heading_in_it() {
    let documents = documents();
    let mut broken = Vec::new();
    let mut tried = 0;
    for document in &documents {
        let folder = document.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in links(&document.text).into_iter().filter(|link| !leads_out(link)) {
            tried += 1;
            let (file, heading) = link.split_once('#').map_or((&*link, None), |(file, at)| (file, Some(at)));
            let path = match file {
                "" => document.path.clone(),
                file if folder.is_empty() => file.into(),
                file => file.strip_prefix("../").map_or_else(|| format!("{folder}/{file}"), String::from),
            };
            let there = documents.iter().find(|it| it.path == path);
            let is_whole = match (heading, there) {
                (None, _) => top().join(&path).is_file(),
                (Some(heading), Some(there)) => headings(&there.text).iter().any(|it| it.anchor == heading),
                (Some(_), None) => false,
            };
            if !is_whole {
                broken.push(format!("{}: {link}", document.path));
            }
        }
    }
    assert!(broken.is_empty(), "these lead nowhere: {broken:#?}");
    assert!(tried > 50, "only {tried} links were found");
}

#[test]
fn every_document_can_be_reached_from_the_readme() {
    let documents = documents();
    let readme = documents.iter().find(|it| it.path == "README.md").unwrap();
    let linked = links(&readme.text);
    for document in &documents {
        let is_linked = linked.iter().any(|link| link.split('#').next() == Some(&document.path));
        assert!(is_linked || document.path == "README.md", "the README has no link to {}", document.path);
    }
}
