//! Texts alone, and commands.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::{hcl, json::Json, yaml};
use super::{any_text, hides_nothing};

proptest! {
    #[test]
    fn a_reader_of_yaml_reads_a_text(given in any_text()) {
        let scalar = yaml::scalar(&given);
        prop_assert!(hides_nothing(&scalar) && !scalar.contains('\n'), "{scalar:?}");
        let read: Value = serde_saphyr::from_str(&format!("a: {scalar}\n")).unwrap();
        prop_assert_eq!(read, json!({ "a": given }), "{}", scalar);
    }

    #[test]
    fn a_reader_of_yaml_reads_the_whole_tree(a in any_text(), b in any_text(), key in any_text()) {
        let tree = json!({
            "x": { &key: a, "list": [b, { "p": a, "q": [[1, b], {}] }, []] }, "n": null, "t": true, "i": -3
        });
        let written = yaml::document(&Json::from(&tree));
        let read: Value = serde_saphyr::from_str(&written).unwrap();
        prop_assert_eq!(read, tree, "{}", written);
    }

    #[test]
    fn a_reader_of_hcl_reads_a_text_and_no_template(given in any_text()) {
        let quoted = hcl::quoted(&given);
        prop_assert!(hides_nothing(&quoted) && !quoted.contains('\n'), "{quoted:?}");
        let read: ::hcl::Body = ::hcl::from_str(&format!("a = {quoted}\n")).unwrap();
        let attribute = read.attributes().next().unwrap();
        prop_assert_eq!(attribute.expr(), &::hcl::Expression::String(given), "{}", quoted);
    }
}
