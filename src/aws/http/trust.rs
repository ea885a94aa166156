//! Whose certificates are believed.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use aws_config::profile::ProfileSet;
use aws_smithy_http_client::tls::{TlsContext, TrustStore};
use aws_types::os_shim_internal::Env;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use tracing::warn;

use crate::aws::environment::{
    FileSystem, variable,
    written_path::{self, NoHome},
};
use crate::domain::{Failure, FailureClass};

/// Most bytes of a bundle; that of Mozilla has a quarter of a million.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// The system's certificates, or those of a bundle instead, as with the AWS CLI.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::aws) enum Trust {
    /// What the system trusts.
    #[default]
    System,
    /// The certificates of a bundle, each a PEM block that was found good.
    Bundle(Arc<[String]>),
}

impl Trust {
    /// What `AWS_CA_BUNDLE`, the profile's `ca_bundle` or `REQUESTS_CA_BUNDLE` say, the first that is set.
    ///
    /// # Errors
    ///
    /// [`FailureClass::BadConfig`], naming the file, where it can't be read or holds no certificate.
    pub(in crate::aws) async fn configured(
        env: &Env,
        fs: &FileSystem,
        profiles: &ProfileSet,
    ) -> Result<Self, Failure> {
        let setting = profiles.get("ca_bundle").map(str::to_owned);
        let (name, written) = if let Some(path) = variable::read(env, "AWS_CA_BUNDLE")? {
            ("AWS_CA_BUNDLE", path)
        } else if let Some(path) = setting {
            ("ca_bundle", path)
        } else if let Some(path) = variable::read(env, "REQUESTS_CA_BUNDLE")? {
            ("REQUESTS_CA_BUNDLE", path)
        } else {
            return system(env);
        };
        let refused = |said: &str| Failure::new(FailureClass::BadConfig, said);
        if written.trim().is_empty() {
            let said = format!("{name} is set but empty. Unset it, or let it name a file of certificates.");
            return Err(refused(&said));
        }
        let bad = |why: &str| refused(&format!("The CA bundle {written} (from {name}) {why}."));
        let path = written_path::at_home(&written, env).map_err(|no_home| match no_home {
            NoHome::Unset => bad("can't be found, because HOME is not set"),
            NoHome::Unusable(said) => refused(&said),
        })?;
        let pem = fs.read(&path, MAX_BYTES).await.map_err(|error| match error.kind() {
            ErrorKind::InvalidInput => bad("is not a file"),
            _ => bad(&format!("can't be read: {error}")),
        })?;
        let good: Arc<[String]> = blocks(&String::from_utf8_lossy(&pem)).collect();
        if good.is_empty() {
            return Err(bad("contains no usable PEM certificate"));
        }
        Ok(Self::Bundle(good))
    }

    /// The same for the HTTP client.
    pub(in crate::aws) fn context(&self) -> TlsContext {
        let store = match self {
            Self::System => TrustStore::default(),
            Self::Bundle(blocks) => blocks
                .iter()
                .fold(TrustStore::empty(), |store, block| store.with_pem_certificate(block.as_bytes())),
        };
        // The builder has no way to fail today; the system's certificates are the safe side.
        TlsContext::builder().with_trust_store(store).build().unwrap_or_default()
    }
}

/// What the system trusts. Its certificates are read by a library, which waits for what is no file.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where it would.
fn system(env: &Env) -> Result<Trust, Failure> {
    match env.get("SSL_CERT_FILE").ok().filter(|path| FileSystem::is_waited_for(Path::new(path))) {
        Some(path) => {
            let said = format!("SSL_CERT_FILE names {path}, which is not a file. Fix it, or unset it.");
            Err(Failure::new(FailureClass::BadConfig, &said))
        }
        None => Ok(Trust::System),
    }
}

/// The PEM blocks of `pem` that rustls takes as certificates. The HTTP client panics at any other,
/// and bundles of whole companies hold odd ones.
fn blocks(pem: &str) -> impl Iterator<Item = String> + '_ {
    const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
    const END: &str = "-----END CERTIFICATE-----";
    pem.split(BEGIN).skip(1).filter_map(|rest| {
        let good = rest.split_once(END).map(|(body, _)| format!("{BEGIN}{body}{END}\n")).filter(|block| {
            let parsed = CertificateDer::from_pem_slice(block.as_bytes());
            parsed.is_ok_and(|certificate| RootCertStore::empty().add(certificate).is_ok())
        });
        if good.is_none() {
            warn!("a certificate of the CA bundle can't be used and is left out");
        }
        good
    })
}

#[cfg(test)]
mod tests {
    use aws_types::os_shim_internal::Fs;

    use super::*;

    async fn read(pem: &str) -> Result<Trust, Failure> {
        let env = Env::from_slice(&[("AWS_CA_BUNDLE", "/ca.pem")]);
        Trust::configured(&env, &Fs::from_slice(&[("/ca.pem", pem)]).into(), &ProfileSet::default()).await
    }

    #[tokio::test]
    async fn a_bundle_that_cannot_be_used_is_named() {
        let odd = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for pem in ["", "not a certificate", odd, "-----BEGIN CERTIFICATE-----\n%%%"] {
            let failure = read(pem).await.unwrap_err();
            assert_eq!(failure.class, FailureClass::BadConfig, "{pem:?}");
            assert!(failure.message.as_str().contains("/ca.pem"), "{}", failure.message);
        }
        let env = Env::from_slice(&[("AWS_CA_BUNDLE", "/nowhere.pem")]);
        let failure =
            Trust::configured(&env, &Fs::from_slice(&[]).into(), &ProfileSet::default()).await.unwrap_err();
        assert!(failure.message.as_str().contains("can't be read"), "{}", failure.message);
    }

    #[tokio::test]
    async fn the_bundle_is_looked_for_where_the_cli_looks() {
        let good = include_str!("../../../tests/fixtures/ca.pem");
        let fs =
            Fs::from_slice(&[("/h/ca.pem", good), ("/h/.aws/config", "[default]\nca_bundle = ~/ca.pem\n")]);
        let home = ("HOME", "/h");
        let profile =
            async |env: &Env| aws_config::profile::load(&fs, env, &<_>::default(), None).await.unwrap();
        for (variables, in_profile, says) in [
            (&[home][..], false, None),
            (&[home], true, Some("")),
            (&[home, ("AWS_CA_BUNDLE", "~/ca.pem")], false, Some("")),
            (&[home, ("REQUESTS_CA_BUNDLE", "~/ca.pem")], false, Some("")),
            (&[home, ("REQUESTS_CA_BUNDLE", "/none.pem")], true, Some("")),
            (
                &[home, ("AWS_CA_BUNDLE", "/none.pem")],
                true,
                Some("/none.pem (from AWS_CA_BUNDLE) can't be read"),
            ),
            (
                &[home, ("AWS_CA_BUNDLE", "$HOME/ca.pem")],
                false,
                Some("$HOME/ca.pem (from AWS_CA_BUNDLE) can't"),
            ),
            (&[home, ("AWS_CA_BUNDLE", "")], true, Some("AWS_CA_BUNDLE is set but empty")),
            (&[home, ("REQUESTS_CA_BUNDLE", " ")], false, Some("REQUESTS_CA_BUNDLE is set but empty")),
            (&[("AWS_CA_BUNDLE", "~/ca.pem")], false, Some("HOME is not set")),
        ] {
            let env = Env::from_slice(variables);
            let profile = if in_profile { profile(&env).await } else { ProfileSet::default() };
            match (Trust::configured(&env, &fs.clone().into(), &profile).await, says) {
                (Ok(Trust::System), None) | (Ok(Trust::Bundle(_)), Some("")) => {}
                (Err(failure), Some(says)) if !says.is_empty() => {
                    assert!(failure.message.as_str().contains(says), "{}", failure.message);
                }
                (other, says) => panic!("{variables:?}: {other:?} is not {says:?}"),
            }
        }
    }

    #[tokio::test]
    async fn the_good_certificates_of_a_bundle_are_kept() {
        let good = include_str!("../../../tests/fixtures/ca.pem");
        let odd = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        let Ok(Trust::Bundle(kept)) = read(&format!("a comment\n{odd}{good}")).await else {
            panic!("the bundle has a good certificate")
        };
        assert_eq!(kept.len(), 1);
        // Building a connector from it must not panic.
        let trust = Trust::Bundle(kept);
        let settings = aws_smithy_runtime_api::client::http::HttpConnectorSettings::builder().build();
        let uri = "https://localhost/".parse().unwrap();
        let proxies = crate::aws::http::proxy::Proxies::default();
        let route = crate::aws::http::route::Route::to(&uri, &proxies).unwrap();
        route.connector(settings, &proxies, || trust.context());
    }

    #[tokio::test]
    async fn without_a_bundle_the_system_is_trusted() {
        let none =
            Trust::configured(&Env::from_slice(&[]), &Fs::from_slice(&[]).into(), &ProfileSet::default())
                .await;
        assert_eq!(none.unwrap(), Trust::System);
    }
}
