//! The AWS CLI's words for what this program does.

use crate::app::App;
use crate::domain::Text;
use crate::edit::Call;

impl App {
    /// The command that sends `call` to the place on the screen, ready to be pasted in a shell.
    #[must_use]
    pub fn command_of(&self, call: &Call) -> String {
        let options = self.place_options();
        let options: Vec<_> = options.iter().map(|(option, value)| (*option, value.as_str())).collect();
        call.to_command(&options)
    }

    /// The options that lead the AWS CLI to the place on the screen, in order.
    pub(in crate::app) fn place_options(&self) -> Vec<(&'static str, String)> {
        let location = &self.place().location;
        // The AWS CLI would take the profile's keys, which are not those that are used here; and it
        // knows no profile of the demo.
        let is_its_own = !location.environment_keys && !self.mode.demo;
        let profile = location.profile.clone().filter(|_| is_its_own);
        let options =
            [("--profile", &profile), ("--region", &location.region), ("--endpoint-url", &location.endpoint)];
        let known = |(option, value): &(&'static str, &'_ Option<Text>)| {
            value.as_ref().map(|value| (*option, value.as_str().to_owned()))
        };
        options.iter().filter_map(known).collect()
    }
}
