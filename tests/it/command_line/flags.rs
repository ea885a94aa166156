//! What counts where a flag, a variable and another flag meet.

use crate::terminal::rig::start::Start;

/// What is said of a command line that can't be followed, with these variables set. Without a terminal none can: so it
/// is seen how far it gets.
fn refused(args: &[&str], variables: &[(&str, &str)]) -> String {
    let start = variables.iter().fold(Start::with(args), |start, (name, value)| start.env(name, value));
    let told = start.piped().output().unwrap();
    assert_eq!((told.status.code(), told.stdout.len()), (Some(2), 0), "{args:?}");
    String::from_utf8(told.stderr).unwrap()
}

const NO_TERMINAL: &str = "standard output is not a terminal";

#[test]
fn what_needs_the_demo_or_stands_against_it_is_told_and_a_variable_that_is_off_is_none() {
    for (args, variables, said) in [
        (&["--tour"] as &[&str], &[] as &[_], "add --demo"),
        (&["--tour"], &[("SAGESCOPE_DEMO", "0")], "add --demo"),
        (&["--tour"], &[("SAGESCOPE_DEMO", "1")], NO_TERMINAL),
        (&["--tour", "--demo", "--read-only"], &[], "leave out --read-only"),
        (&["--demo", "--images", "5", "--tour"], &[], "leave out --images"),
        (&["--images", "5"], &[], "add --demo"),
        (&["--region", "eu-west-1"], &[("SAGESCOPE_DEMO", "0")], NO_TERMINAL),
        (&["--region", "eu-west-1"], &[("SAGESCOPE_DEMO", "1")], "can't be used with --demo"),
        (&["--demo", "--endpoint-url", "http://u:SECRET@h"], &[], "can't be used with --demo"),
        (&["--mouse=maybe"], &[], "[possible values: on, off]"),
        (&["--colors", "4"], &[], "[possible values: auto, none, 16, 256, true]"),
        (&["--background", "drak"], &[], "'dark'"),
        (&["--notify", "osc8"], &[], "[possible values: auto, osc9, osc777, bell, off]"),
        (&["--theme", "modos"], &[], NO_TERMINAL),
    ] {
        let told = refused(args, variables);
        assert!(told.contains(said) && !told.contains("SECRET"), "{args:?} {variables:?}: {told}");
    }
}

/// Also where it stands before `pick`, and whatever else is set.
#[test]
fn a_flag_counts_before_its_variable() {
    for args in [
        &["--colors", "256", "pick", "--demo"] as &[&str],
        &["pick", "--colors", "256", "--demo"],
        &["--colors", "256", "--demo"],
    ] {
        // It is looked at before any terminal is.
        let told = refused(args, &[("SAGESCOPE_COLORS", "4"), ("TERM", "dumb")]);
        assert!(told.contains("terminal"), "{args:?}: {told}");
    }
    let told = refused(&["pick", "--demo"], &[("SAGESCOPE_COLORS", "4"), ("TERM", "dumb")]);
    assert!(told.contains("the environment variable SAGESCOPE_COLORS"), "{told}");
    // What is of no use to a command does not stop it.
    for args in [&["keys"] as &[&str], &["man"], &["completions", "bash"]] {
        let told = Start::with(args).env("SAGESCOPE_COLORS", "4").piped().output().unwrap();
        assert!(told.status.success() && told.stderr.is_empty(), "{args:?}: {told:?}");
    }
}
