//! Whatever there is to show, at every size.

use proptest::prelude::*;

use crate::view::tests::hostile::{scenes, spoilt_scenes};
use crate::view::tests::scene;

use super::judge::{check, judge};
use super::{SIZES, drawn};

#[test]
fn each_clickable_holds_what_it_stands_for() {
    for mut app in scenes() {
        for size in SIZES {
            app = scene::sized(app, size);
            check(&app);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_lies_on_anything_else_whatever_there_is_to_show(
        width in 0u16..=200,
        height in 0u16..=60,
        words in "[ -~]{0,9}(機械|e\u{301}|👩\u{200d}🚀|🇩🇪|\u{200b}|ﷺ|กำ|\\PC){0,9}",
        scroll in 0usize..90,
    ) {
        for app in spoilt_scenes(&words, scroll) {
            let app = scene::sized(app, (width, height));
            let (_, shown) = drawn(&app);
            prop_assert_eq!(judge(&app, &shown), Ok(()));
        }
    }
}
