//! Where the divider between list and detail was put.

use std::fs;

use sagescope::domain::ListShare;

use super::*;

#[test]
fn the_divider_is_kept_and_what_a_newer_sagescope_wrote_is_left() {
    let home = Home::new();
    let program = home.start();
    let path = home.state().join("divider.json");
    assert_eq!(program.divider(), None, "it was never moved");
    let share = ListShare::of(50, 120);
    program.keep_divider(Some(share)).unwrap();
    assert_eq!((home.start().divider(), mode(&path)), (Some(share), 0o600));
    assert_eq!(fs::read_to_string(&path).unwrap(), r#"{"version":1,"list_thousandths":417}"#);
    program.keep_divider(None).unwrap();
    assert_eq!(home.start().divider(), None);
    for damaged in
        ["", "{", r#"{"version":1,"list_thousandths":"x"}"#, r#"{"version":1,"list_thousandths":-4}"#]
    {
        fs::write(&path, damaged).unwrap();
        assert_eq!(program.divider(), None, "{damaged}");
    }
    program.keep_divider(Some(share)).unwrap();
    assert_eq!(program.divider(), Some(share), "what is damaged is replaced");
    let newer = r#"{"version":9,"panes":3}"#;
    fs::write(&path, newer).unwrap();
    program.keep_divider(Some(share)).unwrap();
    assert_eq!((program.divider(), fs::read_to_string(&path).unwrap().as_str()), (None, newer));
    assert!(!home.folders().config.join("config.toml").exists(), "state is no setting");
}
