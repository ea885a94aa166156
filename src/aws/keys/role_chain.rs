//! Which roles a profile goes through, as the shared files say.

use aws_config::profile::{Profile, ProfileSet};
use aws_credential_types::Credentials;

use super::hop::Hop;

/// Roles, each assumed with the keys before it, and the keys that are the first.
pub(super) struct RoleChain {
    pub base: Base,
    /// In the order in which they are assumed; at least one.
    pub hops: Vec<Hop>,
}

/// Whose keys assume the first role. It is never printed: commands can hold secrets.
#[derive(PartialEq)]
pub(super) enum Base {
    /// Keys that stand in the profile of this name.
    Static(String, Credentials),
    /// A profile that is no role itself.
    Profile(String),
    /// A `credential_source`.
    Named(String),
    /// The `credential_process` of the profile of this name, where it is its own source.
    Process(String, String),
}

impl RoleChain {
    /// The chain of the selected profile. Nothing where that is no role, or where the files make no sense:
    /// the SDK says what is wrong with them.
    pub(super) fn of(files: &ProfileSet) -> Option<Self> {
        let mut hops = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        let mut name = files.selected_profile();
        let base = loop {
            let profile = files.get_profile(name).filter(|_| !seen.contains(&name))?;
            // Keys of a source win over its role, as with the AWS CLI.
            let own = static_keys(profile).filter(|_| !seen.is_empty());
            if let Some(keys) = own {
                break Base::Static(name.to_owned(), keys);
            }
            seen.push(name);
            let Some(hop) = Hop::of(profile) else { break Base::Profile(name.to_owned()) };
            hops.push(hop);
            match (profile.get("source_profile"), profile.get("credential_source")) {
                (Some(source), None) if source == name => break of_itself(profile)?,
                (Some(source), None) => name = source,
                (None, Some(source)) => break Base::Named(source.to_owned()),
                _ => return None,
            }
        };
        hops.reverse();
        (!hops.is_empty()).then_some(Self { base, hops })
    }
}

/// A profile that is its own source, without its role.
fn of_itself(profile: &Profile) -> Option<Base> {
    let name = profile.name().to_owned();
    match profile.get("credential_process") {
        Some(command) => Some(Base::Process(name, command.to_owned())),
        None => static_keys(profile).map(|keys| Base::Static(name, keys)),
    }
}

fn static_keys(profile: &Profile) -> Option<Credentials> {
    let (id, secret) = (profile.get("aws_access_key_id")?, profile.get("aws_secret_access_key")?);
    let token = profile.get("aws_session_token").map(str::to_owned);
    Some(Credentials::new(id, secret, token, None, "profile"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_config::profile;
    use aws_types::os_shim_internal::{Env, Fs};

    async fn chain(config: &str) -> Option<RoleChain> {
        let env = Env::from_slice(&[("HOME", "/home")]);
        let fs = Fs::from_slice(&[("/home/.aws/config", config)]);
        let files = profile::load(&fs, &env, &<_>::default(), Some("a".into())).await.unwrap();
        RoleChain::of(&files)
    }

    #[tokio::test]
    async fn roles_are_followed_to_the_keys_before_them() {
        let keys = "aws_access_key_id = AKIA\naws_secret_access_key = s\n";
        let chained = format!(
            "[profile a]\nrole_arn = A\nsource_profile = b\nmfa_serial = M\n\
             [profile b]\nrole_arn = B\nsource_profile = c\n[profile c]\nrole_arn = C\n{keys}"
        );
        let chained = chain(&chained).await.unwrap();
        assert!(matches!(chained.base, Base::Static(name, _) if name == "c"));
        let devices: Vec<_> = chained.hops.iter().map(|hop| hop.device.as_deref()).collect();
        assert_eq!(devices, [None, Some("M")]);

        let itself = format!("[profile a]\nrole_arn = A\nsource_profile = a\n{keys}");
        assert!(matches!(chain(&itself).await.unwrap().base, Base::Static(..)));
        let process = "[profile a]\nrole_arn = A\nsource_profile = a\ncredential_process = p\n";
        assert!(chain(process).await.unwrap().base == Base::Process("a".into(), "p".into()));
        let named = "[profile a]\nrole_arn = A\ncredential_source = Environment\n";
        assert!(chain(named).await.unwrap().base == Base::Named("Environment".into()));
        let plain = "[profile a]\nrole_arn = A\nsource_profile = b\n[profile b]\nsso_session = s\n";
        assert!(chain(plain).await.unwrap().base == Base::Profile("b".into()));
    }

    #[tokio::test]
    async fn what_is_no_chain_is_left_to_the_sdk() {
        for config in [
            "[profile a]\nregion = r\n",
            "[profile a]\nrole_arn = A\n",
            "[profile a]\nrole_arn = A\nsource_profile = b\n[profile b]\nrole_arn = B\nsource_profile = a\n",
            "[profile a]\nrole_arn = A\nweb_identity_token_file = f\n",
            "[profile a]\nrole_arn = A\nsource_profile = b\ncredential_source = Environment\n",
        ] {
            assert!(chain(config).await.is_none(), "{config}");
        }
    }
}
