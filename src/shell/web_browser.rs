//! The person's browser: what `$BROWSER` names, else what the system opens addresses with.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::timeout;
use tracing::warn;

use crate::domain::Text;

/// So long a program may take to say that it can't open an address; one that still runs then has opened it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Browsers that draw in the terminal, which is in use.
const IN_TERMINAL: [&str; 7] = ["browsh", "elinks", "links", "links2", "lynx", "w3m", "www-browser"];

/// Gives an address to the first program that opens it: those that `named`, the value of `$BROWSER`, names,
/// then those of the system.
///
/// # Errors
///
/// Why none did, in words that go behind a colon.
pub async fn browse(address: &str, named: &str) -> Result<(), String> {
    let mut why = None;
    for line in named.split(':').filter(|line| !line.trim().is_empty()) {
        match open_with(line, address).await {
            Ok(()) => return Ok(()),
            Err(trouble) => why = why.or(Some(trouble)),
        }
    }
    let mut is_there = false;
    for command in open::commands(address) {
        match run(Command::from(command)).await {
            Ended::Opened => return Ok(()),
            Ended::Failed => is_there = true,
            Ended::NotRun => {}
        }
    }
    let of_system = if is_there {
        "no program here could open the address"
    } else {
        "there is no program here to open it"
    };
    Err(why.unwrap_or_else(|| of_system.into()))
}

/// Opens it with one of the command lines of `$BROWSER`; where that fails, tells why.
async fn open_with(line: &str, address: &str) -> Result<(), String> {
    let shown = Text::clean(line.trim());
    let words =
        words(line, address).ok_or_else(|| format!("$BROWSER is ‘{shown}’, which is not a command"))?;
    let (program, arguments) = words.split_first().ok_or("$BROWSER names no program")?;
    let name = Text::clean(program);
    let is_in_terminal =
        Path::new(program).file_name().is_some_and(|name| IN_TERMINAL.iter().any(|it| name == *it));
    if is_in_terminal {
        return Err(format!("$BROWSER names {name}, which needs the terminal for itself"));
    }
    let mut command = Command::new(program);
    command.args(arguments);
    match run(command).await {
        Ended::Opened => Ok(()),
        Ended::Failed => Err(format!("$BROWSER names {name}, which could not open the address")),
        Ended::NotRun => Err(format!("$BROWSER names {name}, which can't be run here")),
    }
}

/// The words of a command line of `$BROWSER`: `%s` stands for the address, which else goes behind them, and `%%`
/// for a percent sign. Nothing where its quotes are not closed, or no word is in it.
fn words(line: &str, address: &str) -> Option<Vec<String>> {
    let mut words = shell_words::split(line).ok()?;
    // As some write it for shells; nothing waits for it here.
    words.pop_if(|word| word == "&");
    let has_place = words.iter().skip(1).any(|word| word.replace("%%", "").contains("%s"));
    let put = |word: &String| {
        let parts: Vec<_> = word.split("%%").map(|part| part.replace("%s", address)).collect();
        parts.join("%")
    };
    let (program, arguments) = words.split_first()?;
    let all = std::iter::once(program.clone()).chain(arguments.iter().map(put));
    Some(all.chain((!has_place).then(|| address.to_owned())).collect())
}

/// What became of a program.
enum Ended {
    /// It went well so far.
    Opened,
    /// It ran, and says that it did not.
    Failed,
    /// It did not run.
    NotRun,
}

/// Runs a program; never by a shell.
async fn run(mut command: Command) -> Ended {
    // It may be the browser itself, which goes on for longer than this program.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let Ok(mut child) = command.spawn() else { return Ended::NotRun };
    match timeout(PATIENCE, child.wait()).await {
        Ok(Ok(status)) if !status.success() => {
            warn!(program = ?command.as_std().get_program(), %status, "an address was not opened");
            Ended::Failed
        }
        Ok(Err(error)) => {
            warn!(program = ?command.as_std().get_program(), %error, "an address was not opened");
            Ended::Failed
        }
        Ok(Ok(_)) | Err(_) => Ended::Opened,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_variable_is_a_command_with_the_address_in_it() {
        let address = "https://a.example/#/x?y=1&z=$(id)";
        for (line, expected) in [
            ("firefox", Some(vec!["firefox", address])),
            (" firefox --new-tab ", Some(vec!["firefox", "--new-tab", address])),
            ("firefox %s &", Some(vec!["firefox", address])),
            ("x --url=%s -n", Some(vec!["x", "--url=https://a.example/#/x?y=1&z=$(id)", "-n"])),
            ("'/opt/my browser/x' 100%% %s", Some(vec!["/opt/my browser/x", "100%", address])),
            ("x 5%%s", Some(vec!["x", "5%s", address])),
            ("x; rm -rf / #", Some(vec!["x;", "rm", "-rf", "/", address])),
            ("x 'y", None),
            ("&", None),
        ] {
            let words = words(line, address);
            let words = words.as_ref().map(|words| words.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(words, expected, "{line}");
        }
    }
}
