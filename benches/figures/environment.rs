//! What a measured program finds around it: nothing of the person who measures.

use tempfile::TempDir;

/// The variables, with `home` as the home folder.
pub fn variables(home: &TempDir) -> [(&'static str, String); 9] {
    let in_home = |name: &str| home.path().join(name).display().to_string();
    [
        ("HOME", in_home("")),
        ("TERM", "xterm-256color".into()),
        ("LANG", "C.UTF-8".into()),
        ("AWS_CONFIG_FILE", in_home("no-config")),
        ("AWS_SHARED_CREDENTIALS_FILE", in_home("no-credentials")),
        ("AWS_EC2_METADATA_DISABLED", "true".into()),
        ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE".into()),
        ("AWS_SECRET_ACCESS_KEY", "not-a-secret".into()),
        ("AWS_REGION", "us-east-1".into()),
    ]
}
