//! Messages that are explained.

use std::collections::BTreeSet;

use super::document;
use super::literals::{Literal, literals};
use super::markdown::headings;

const PAGE: &str = "docs/troubleshooting.md";

/// Whether the program has a text with these words in this order; `…` is whatever it puts in between.
fn is_said(message: &str, said: &[Literal]) -> bool {
    let parts: Vec<_> = message.split('…').map(str::trim).filter(|part| !part.is_empty()).collect();
    said.iter().any(|literal| {
        let mut rest = &*literal.text;
        parts.iter().all(|part| match rest.split_once(part) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    })
}

#[test]
fn every_message_that_is_explained_is_one_of_the_programs() {
    let said = literals();
    let page = document(PAGE);
    let messages: Vec<_> = headings(&page.text).into_iter().filter(|it| it.level == 3).collect();
    assert!(messages.len() > 40, "{} messages", messages.len());
    let unknown: Vec<_> = messages.iter().map(|it| &it.text).filter(|it| !is_said(it, &said)).collect();
    assert!(unknown.is_empty(), "the program never says {unknown:#?}");
    let names: BTreeSet<_> = messages.iter().map(|it| &it.text).collect();
    assert_eq!(names.len(), messages.len(), "one is explained twice");
}

#[test]
fn every_kind_of_failure_is_explained() {
    let page = headings(&document(PAGE).text);
    let headlines = headlines();
    assert!(headlines.len() > 20, "{headlines:?}");
    for headline in headlines {
        assert!(page.iter().any(|it| it.text == headline), "{PAGE} does not explain “{headline}”");
    }
}

/// The texts in `Failure::headline`, which says what happened in a few words.
fn headlines() -> Vec<String> {
    use syn::visit::Visit;

    struct Headlines(bool, Vec<String>);
    impl Visit<'_> for Headlines {
        fn visit_impl_item_fn(&mut self, function: &syn::ImplItemFn) {
            self.0 = function.sig.ident == "headline";
            syn::visit::visit_block(self, &function.block);
            self.0 = false;
        }

        fn visit_lit_str(&mut self, text: &syn::LitStr) {
            if self.0 {
                self.1.push(text.value());
            }
        }
    }
    let mut found = Headlines(false, Vec::new());
    found.visit_file(&syn::parse_file(&document("src/domain/failure.rs").text).unwrap());
    found.1
}
