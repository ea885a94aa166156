//! Reports of the mouse.

use std::time::Duration;

use proptest::prelude::*;

use super::{Play, sent_at_once};

#[test]
fn the_mouse_is_reported_in_the_encoding_that_was_asked_for() {
    for (sent, reported) in [
        ("\x1b[<0;5;3M", "down-left(4,2)"),
        ("\x1b[<0;5;3m", "up-left(4,2)"),
        ("\x1b[<32;6;3M", "drag-left(5,2)"),
        ("\x1b[<1;1;1M", "down-middle(0,0)"),
        ("\x1b[<2;1;1m", "up-right(0,0)"),
        ("\x1b[<64;120;40M", "scrollup(119,39)"),
        ("\x1b[<65;120;40M", "scrolldown(119,39)"),
        ("\x1b[<66;1;1M", "scrollleft(0,0)"),
        ("\x1b[<4;2;2M", "+down-left(1,1)"),
        ("\x1b[<0;65535;65535M", "down-left(65534,65534)"),
        ("\x1b[<0;0005;3M", "down-left(4,2)"),
        // A key that came close before it.
        ("\x1b\x1b[<0;5;3M", "Esc down-left(4,2)"),
        ("j\x1b[<65;1;1Mk", "j scrolldown(0,0) k"),
    ] {
        assert_eq!(sent_at_once(sent.as_bytes()), reported, "{sent:?}");
    }
}

#[test]
fn a_report_of_the_mouse_that_makes_no_sense_is_nothing_and_types_nothing() {
    for sent in [
        // Cells count from 1, and end somewhere.
        "\x1b[<0;0;3M",
        "\x1b[<0;3;0M",
        "\x1b[<0;00;3M",
        "\x1b[<0;65536;3M",
        "\x1b[<0;99999999999999999999;3M",
        "\x1b[<999;1;1M",
        "\x1b[<255;1;1M",
        "\x1b[<128;1;1M",
        // Motion that nobody asked for, and releases of what can't be held.
        "\x1b[<35;1;1M",
        "\x1b[<3;1;1M",
        "\x1b[<64;1;1m",
        "\x1b[<32;1;1m",
        // Too little, too much, or something else.
        "\x1b[<M",
        "\x1b[<0M",
        "\x1b[<0;1M",
        "\x1b[<;1;1M",
        "\x1b[<0;;1M",
        "\x1b[<0;1;M",
        "\x1b[<0;1;1;1M",
        "\x1b[<-1;1;1M",
        "\x1b[<0;1:2;1M",
        "\x1b[<0;1;1x",
        "\x1b[<0;1;1~",
        // Older encodings: X10, and that of rxvt.
        "\x1b[M !!",
        "\x1b[M#!!",
        "\x1b[M`!!",
        "\x1b[M~~~",
        "\x1b[32;1;1M",
        "\x1b[35;10;10M",
        "\x1b[96;10;10M",
    ] {
        assert_eq!(sent_at_once(sent.as_bytes()), "", "{sent:?}");
        assert_eq!(sent_at_once(format!("{sent}j").as_bytes()), "j", "{sent:?}");
    }
    // Bytes of X10 that are no text.
    assert_eq!(sent_at_once(b"\x1b[M\x20\xff\xfej"), "j");
}

#[test]
fn a_report_of_the_mouse_that_is_cut_types_nothing() {
    for whole in ["\x1b[<0;15;13M", "\x1b[M !!"] {
        // From the third byte on it can be nothing else.
        for cut in 3..whole.len() {
            let (first, rest) = whole.as_bytes().split_at(cut);
            let mut play = Play::new();
            play.send(first);
            assert_eq!(play.words(), "", "{whole:?} up to {cut}");
            // Its rest comes late.
            let mut play = Play::new();
            play.send(first);
            play.wait(Duration::from_millis(800));
            play.send(rest);
            let late = play.words();
            assert_eq!(late, sent_at_once(whole.as_bytes()), "{whole:?} at {cut}");
            // Who presses Ctrl-C meanwhile wants out.
            let mut play = Play::new();
            play.send(first);
            play.send(b"\x03");
            assert_eq!(play.words(), "Ctrl-c", "{whole:?} up to {cut}");
        }
    }
}

proptest! {
    #[test]
    fn numbers_in_a_report_of_the_mouse_may_be_any(
        button in any::<u32>(),
        column in any::<u64>(),
        row in any::<u64>(),
        is_release in any::<bool>(),
        cut in 0usize..40,
    ) {
        let end = if is_release { 'm' } else { 'M' };
        let whole = format!("\x1b[<{button};{column};{row}{end}");
        let words = sent_at_once(whole.as_bytes());
        prop_assert!(words.is_empty() || words.contains('('), "{words}");
        // Cut anywhere behind its beginning, it types nothing.
        let cut = cut.clamp(3, whole.len());
        let words = sent_at_once(&whole.as_bytes()[..cut]);
        prop_assert!(words.is_empty() || words.contains('('), "{words}");
    }
}
