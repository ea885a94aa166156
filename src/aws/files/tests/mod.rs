//! What the files together say of their profiles.

mod faults;
mod garbage;
mod merging;
mod order;

use std::collections::HashMap;

use aws_types::os_shim_internal::{Env, Fs};

use super::SharedFiles;

const SECRET: &str = "wJalrXUtnFEMI";

async fn files(config: &[u8], credentials: &[u8]) -> SharedFiles {
    let fs = Fs::from_map(HashMap::from([
        ("/h/.aws/config".to_owned(), config.to_vec()),
        ("/h/.aws/credentials".to_owned(), credentials.to_vec()),
    ]));
    SharedFiles::read(&Env::from_slice(&[("HOME", "/h")]), &fs.into()).await
}

const SSO: &str = "sso_account_id = 123456789012\nsso_role_name = r\n";
const SESSION: &str = "[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x.invalid/start\n";
