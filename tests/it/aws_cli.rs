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
use sagescope::export;
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
async fn it_reads_versions_aliases_and_tags_to_the_end() {
    let emulator = service().await;
    let Some(cli) = Cli::new("contents", &emulator) else { return };
    let image = "pytorch-2.4-gpu";
    let of_image = |operation: &'static str| ["sagemaker", operation, "--image-name", image];
    let all = cli.ok(&[&of_image("list-image-versions")[..], &["--page-size", "7"]].concat());
    let numbers: Vec<u64> = all["ImageVersions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| version["Version"].as_u64().unwrap())
        .collect();
    assert_eq!((numbers.len(), numbers[0], numbers[39]), (40, 43, 1));
    assert_eq!(emulator.arrivals().len(), 6);
    let all = cli.ok(&[&of_image("list-aliases")[..], &["--page-size", "3"]].concat());
    assert_eq!(
        all["SageMakerImageVersionAliases"],
        json!(emulator.aliases(image).into_keys().collect::<Vec<_>>())
    );
    let some = cli.ok(&[&of_image("list-aliases")[..], &["--version-number", "39"]].concat());
    assert_eq!(some["SageMakerImageVersionAliases"], json!(["2.4", "prod", "stable", "v2.4.1"]));
    let one = cli.ok(&[&of_image("describe-image-version")[..], &["--alias", "prod"]].concat());
    assert_eq!(one, emulator.describe_version(image, 39).unwrap());
    let arn = "arn:aws:sagemaker:us-east-1:123456789012:image/spark-3.5-processing";
    let tags = cli.ok(&["sagemaker", "list-tags", "--resource-arn", arn]);
    assert_eq!(tags["Tags"].as_array().unwrap().len(), 53);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_changes_versions_aliases_and_tags() {
    let emulator = service().await;
    let Some(cli) = Cli::new("changes", &emulator) else { return };
    let update =
        ["sagemaker", "update-image-version", "--image-name", "fraud-scoring", "--version-number", "4"];
    let members = ["--release-notes", "Betrug – 詐欺", "--horovod", "--vendor-guidance", "TO_BE_ARCHIVED"];
    let aliases = ["--aliases-to-add", "rollback", "next", "--aliases-to-delete", "v2"];
    let answer = cli.ok(&[&update[..], &members, &aliases].concat());
    let arn = "arn:aws:sagemaker:us-east-1:123456789012:image-version/fraud-scoring/4";
    assert_eq!(answer, json!({ "ImageVersionArn": arn }));
    let version = emulator.describe_version("fraud-scoring", 4).unwrap();
    assert_eq!((&version["ReleaseNotes"], &version["Horovod"]), (&json!("Betrug – 詐欺"), &json!(true)));
    assert_eq!(version["VendorGuidance"], "TO_BE_ARCHIVED");
    let held: Vec<String> = emulator
        .aliases("fraud-scoring")
        .into_iter()
        .filter(|(_, number)| *number == 4)
        .map(|(alias, _)| alias)
        .collect();
    assert_eq!(held, ["latest", "next", "prod", "rollback"]);
    let told = cli.refused(&[&update[..], &["--aliases-to-delete", "nobody"]].concat());
    assert!(told.contains("(ResourceNotFound) when calling the UpdateImageVersion operation"), "{told}");

    let arn = "arn:aws:sagemaker:us-east-1:123456789012:image/fraud-scoring";
    let tags = ["Key=stage,Value=", "Key=チーム,Value=不正 検知"];
    cli.ok(&[&["sagemaker", "add-tags", "--resource-arn", arn, "--tags"][..], &tags].concat());
    let output =
        cli.run(&["sagemaker", "delete-tags", "--resource-arn", arn, "--tag-keys", "team", "nobody"]);
    assert!(output.status.success() && output.stdout.is_empty());
    let after = emulator.tags("fraud-scoring");
    assert_eq!(
        (after["stage"].as_str(), after["チーム"].as_str(), after.get("team")),
        ("", "不正 検知", None)
    );
    let told = cli.refused(&["sagemaker", "add-tags", "--resource-arn", arn, "--tags", "Key=aws:x,Value=y"]);
    assert!(
        told.contains("(ValidationException) when calling the AddTags operation: aws: prefixed"),
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
    let told = cli.refused(&["sagemaker", "list-models"]);
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_copied_command_describes_what_it_was_copied_from() {
    let emulator = service().await;
    let Some(cli) = Cli::new("described", &emulator) else { return };
    let endpoint = emulator.endpoint_url();
    let place = [("--region", "us-east-1"), ("--endpoint-url", endpoint.as_str())];
    for name in ["fraud-scoring", "--query", "file:///etc/hostname", "It's $HOME `id`", "א\u{200f}"] {
        let image = ImageName::received(name);
        for (command, body) in [
            (export::describe_image(&image, &place), json!({ "ImageName": name })),
            (export::describe_version(&image, 1, &place), json!({ "ImageName": name, "Version": 1 })),
        ] {
            let before = emulator.arrivals().len();
            let output = cli.at_home("sh").args(["-c", &command]).output().unwrap();
            let arrivals = emulator.arrivals();
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(arrivals.len(), before + 1, "{command}: {said}");
            assert_eq!(arrivals[before].body, body, "{command}: {said}");
        }
    }
}
