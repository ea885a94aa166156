//! Programs that run for it when it ends.

use rustix::process::Signal;

use crate::terminal::Start;
use crate::terminal::rig::process::waited_until;

/// One that asks in a window of its own, say, which nobody would close any more.
#[test]
fn a_program_that_was_to_give_keys_is_ended_too() {
    for signal in [None, Some(Signal::TERM)] {
        let script =
            r#"trap "echo > $HOME/ended; exit" TERM; echo > $HOME/begun; while :; do sleep 0.1; done"#;
        let config = format!("[default]\nregion = eu-west-1\ncredential_process = sh -c '{script}'\n");
        let mut window = Start::at_home(&config).open();
        let home = window.home.path().to_owned();
        waited_until("the program begins", || home.join("begun").exists());
        match signal {
            Some(signal) => window.signal(signal),
            None => window.press("q"),
        }
        window.ends_with(if signal.is_some() { 143 } else { 0 });
        waited_until("it is asked to end", || home.join("ended").exists());
    }
}
