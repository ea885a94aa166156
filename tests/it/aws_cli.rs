//! The embedded service as an independent client sees it: the AWS CLI, where it is installed.

use std::{
    env, fs,
    path::PathBuf,
    process::{Command, Output},
};

use sagescope::domain::{ImageName, invisible};
use sagescope::edit::kind::image::{DESCRIPTION, DISPLAY_NAME, FIELDS, UpdateImage};
use sagescope::edit::{Call, Change, Changes};
use sagescope::emulator::{Catalogue, Emulator, Options};
use serde_json::{Value, json};

/// An AWS CLI with a home of its own, pointed at a service.
struct Cli {
    home: PathBuf,
    endpoint: String,
}

impl Cli {
    /// None where there is no `aws` on the PATH.
    fn new(test: &str, emulator: &Emulator) -> Option<Self> {
        if Command::new("aws").arg("--version").output().is_err() {
            println!("skipped: there is no aws on the PATH");
            return None;
        }
        let home = env::temp_dir().join(format!("sagescope-aws-{}-{test}", std::process::id()));
        fs::create_dir_all(&home).unwrap();
        // The service is to refuse, not the client.
        fs::write(home.join("config"), "[default]\nparameter_validation = false\n").unwrap();
        Some(Self { home, endpoint: emulator.endpoint_url() })
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = self.at_home("aws");
        command.args(["--endpoint-url", &self.endpoint, "--output", "json"]).args(arguments);
        command.output().unwrap()
    }

    /// A program in the CLI's surroundings.
    fn at_home(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", env::var_os("PATH").unwrap_or_default()).env("HOME", &self.home);
        command
            .env("AWS_CONFIG_FILE", self.home.join("config"))
            .env("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        command.env("AWS_ACCESS_KEY_ID", "AKIDCLI").env("AWS_SECRET_ACCESS_KEY", "secret");
        command.env("AWS_DEFAULT_REGION", "us-east-1").env("AWS_EC2_METADATA_DISABLED", "true");
        command.env("AWS_MAX_ATTEMPTS", "1").env("AWS_PAGER", "").env("LC_ALL", "C.UTF-8");
        command
    }

    fn ok(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }
}

impl Drop for Cli {
    fn drop(&mut self) {
        // Left in the temporary folder at worst.
        let _ = fs::remove_dir_all(&self.home);
    }
}

async fn service() -> Emulator {
    Emulator::start(Options { catalogue: Catalogue::built_in(), ..Options::default() }).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_lists_and_describes() {
    let emulator = service().await;
    let Some(cli) = Cli::new("lists", &emulator) else { return };
    let all = cli.ok(&["sagemaker", "list-images", "--page-size", "7"]);
    let names: Vec<&str> =
        all["Images"].as_array().unwrap().iter().map(|image| image["ImageName"].as_str().unwrap()).collect();
    let count = Catalogue::built_in().images.len();
    assert_eq!(names.len(), count);
    let pages = emulator.arrivals();
    assert_eq!(pages.len(), count.div_ceil(7));
    assert!(
        pages
            .iter()
            .all(|page| page.body["MaxResults"] == 7 && page.access_key.as_deref() == Some("AKIDCLI"))
    );

    let some = cli.ok(&[
        "sagemaker",
        "list-images",
        "--max-items",
        "3",
        "--page-size",
        "2",
        "--sort-by",
        "IMAGE_NAME",
        "--name-contains",
        "gpu",
    ]);
    assert_eq!(some["Images"].as_array().unwrap().len(), 3);
    assert!(some["NextToken"].is_string());

    let one = cli.ok(&["sagemaker", "describe-image", "--image-name", "nihongo-nlp"]);
    assert_eq!(one, emulator.describe("nihongo-nlp").unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn it_updates() {
    let emulator = service().await;
    let Some(cli) = Cli::new("updates", &emulator) else { return };
    let name = "fraud-scoring";
    let update = ["sagemaker", "update-image", "--image-name", name];
    let answer =
        cli.ok(&[&update[..], &["--display-name", "Betrug – 詐欺", "--delete-properties", "Description"]]
            .concat());
    assert_eq!(answer, json!({ "ImageArn": "arn:aws:sagemaker:us-east-1:123456789012:image/fraud-scoring" }));
    let image = emulator.describe(name).unwrap();
    assert_eq!(image["DisplayName"], "Betrug – 詐欺");
    assert!(image.get("Description").is_none());

    // The first update may have settled by itself while the next client started.
    let _ = emulator.set_status(name, sagescope::emulator::ImageStatus::Updating, None);
    let told = cli.refused(&[&update[..], &["--display-name", "x"]].concat());
    assert!(
        told.contains("An error occurred (ResourceInUse) when calling the UpdateImage operation"),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_refused() {
    let emulator = service().await;
    let Some(cli) = Cli::new("refused", &emulator) else { return };
    let long = "x".repeat(129);
    let told = cli.refused(&["sagemaker", "update-image", "--image-name", "base", "--display-name", &long]);
    let words = format!(
        "(ValidationException) when calling the UpdateImage operation: 1 validation error detected: Value '{long}' at \
         'displayName' failed to satisfy constraint: Member must have length less than or equal to 128"
    );
    assert!(told.contains(&words), "{told}");
    let told = cli.refused(&["sagemaker", "describe-image", "--image-name", "nobody"]);
    assert!(told.contains("(ResourceNotFound) when calling the DescribeImage operation"), "{told}");
    let told = cli.refused(&["--no-sign-request", "sagemaker", "list-images"]);
    assert!(told.contains("(MissingAuthenticationTokenException)"), "{told}");
    let told = cli.refused(&["sagemaker", "list-apps"]);
    assert!(told.contains("(UnknownOperationException)"), "{told}");
    let told = cli.refused(&["sts", "get-session-token"]);
    assert!(told.contains("(InvalidAction)"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_learns_who_it_is() {
    let emulator = service().await;
    let Some(cli) = Cli::new("identity", &emulator) else { return };
    let identity = cli.ok(&["sts", "get-caller-identity"]);
    assert_eq!(identity["Account"], "123456789012");
    assert_eq!(identity["Arn"], "arn:aws:iam::123456789012:user/sagescope-demo");
}

/// Values that the CLI reads a file or an address for, takes for options, or that a shell or a
/// person could mistake.
const AWKWARD: [&str; 14] = [
    "file:///etc/hostname",
    "fileb:///etc/hostname",
    "file://~/.aws/config",
    "https://example.invalid/x",
    "http://example.invalid/x",
    "-x --profile y",
    "--delete-properties",
    "@/etc/hostname",
    "{\"a\": [1]}",
    "a=b,c=[d,e]",
    "~/x $HOME `id` \\ \"q\" It's !1",
    "א\u{200f}ב\u{61c} soft\u{ad}hyphen \u{a0}x",
    "👩\u{200d}🚀 \u{fe0f}\u{e0041} 詐欺",
    "[x]",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_copied_command_is_the_very_same_request() {
    let emulator = service().await;
    let Some(cli) = Cli::new("copied", &emulator) else { return };
    for values in AWKWARD.chunks(3) {
        let mut changes = Changes::default();
        for (field, value) in FIELDS.iter().zip(values) {
            changes.set(field.key.clone(), Change::Set((*value).into()));
        }
        arrives(&cli, &emulator, changes);
    }
    let set = Change::Set(AWKWARD[0].into());
    arrives(&cli, &emulator, [(DISPLAY_NAME, set), (DESCRIPTION, Change::Clear)].into());
}

/// Runs the command of these changes in a shell: what arrives is that request.
fn arrives(cli: &Cli, emulator: &Emulator, changes: Changes) {
    let image = ImageName::parse("fraud-scoring").unwrap();
    let update = Call::UpdateImage(UpdateImage::new(image, changes));
    let endpoint = emulator.endpoint_url();
    let command = update.to_command(&[("--region", "us-east-1"), ("--endpoint-url", &endpoint)]);
    assert!(!command.contains(invisible::is_invisible), "{command:?}");
    let before = emulator.arrivals().len();
    // What the service thinks of it is of no interest here.
    let output = cli.at_home("sh").args(["-c", &command]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let arrivals = emulator.arrivals();
    assert_eq!(arrivals.len(), before + 1, "{command}: {said}");
    assert_eq!(arrivals[before].operation, "UpdateImage");
    assert_eq!(arrivals[before].body, update.to_json(), "{command}: {said}");
}
