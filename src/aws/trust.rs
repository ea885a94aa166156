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

use super::file_system::FileSystem;
use crate::domain::{Failure, FailureClass};

/// Most bytes of a bundle; that of Mozilla has a quarter of a million.
const MOST: u64 = 16 * 1024 * 1024;

/// The system's certificates, or those of a bundle instead, as with the AWS CLI.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Trust {
    /// What the system trusts.
    #[default]
    System,
    /// The certificates of a bundle, each a PEM block that was found good.
    Bundle(Arc<[String]>),
}

impl Trust {
    /// What `AWS_CA_BUNDLE` or the profile's `ca_bundle` say.
    ///
    /// # Errors
    ///
    /// [`FailureClass::BadConfig`], naming the file, where it can't be read or holds no certificate.
    pub(super) async fn configured(
        env: &Env,
        fs: &FileSystem,
        profiles: &ProfileSet,
    ) -> Result<Self, Failure> {
        let variable = env.get("AWS_CA_BUNDLE").ok().map(|path| ("AWS_CA_BUNDLE", path));
        let setting = profiles.get("ca_bundle").map(|path| ("ca_bundle", path.to_owned()));
        let Some((name, path)) = [variable, setting].into_iter().flatten().find(|(_, path)| !path.is_empty())
        else {
            return system(env);
        };
        let bad = |why: &str| {
            let said = format!("The CA bundle {path} (from {name}) {why}.");
            Failure::new(FailureClass::BadConfig, &said)
        };
        let pem = fs.read(Path::new(&path), MOST).await.map_err(|error| match error.kind() {
            ErrorKind::InvalidInput => bad("is not a file"),
            _ => bad(&format!("can't be read: {error}")),
        })?;
        let good: Arc<[String]> = blocks(&String::from_utf8_lossy(&pem)).collect();
        if good.is_empty() {
            return Err(bad("holds no usable certificate in PEM form"));
        }
        Ok(Self::Bundle(good))
    }

    /// The same for the HTTP client.
    pub(super) fn context(&self) -> TlsContext {
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
            let said = format!("SSL_CERT_FILE names {path}, which is not a file. Correct it, or unset it.");
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
    async fn the_good_certificates_of_a_bundle_are_kept() {
        let good = include_str!("../../tests/fixtures/ca.pem");
        let odd = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        let Ok(Trust::Bundle(kept)) = read(&format!("a comment\n{odd}{good}")).await else {
            panic!("the bundle has a good certificate")
        };
        assert_eq!(kept.len(), 1);
        // Building a connector from it must not panic.
        let trust = Trust::Bundle(kept);
        let settings = aws_smithy_runtime_api::client::http::HttpConnectorSettings::builder().build();
        let uri = "https://localhost/".parse().unwrap();
        crate::aws::route::Route::to(&uri).connector(settings, || trust.context());
    }

    #[tokio::test]
    async fn without_a_bundle_the_system_is_trusted() {
        let none =
            Trust::configured(&Env::from_slice(&[]), &Fs::from_slice(&[]).into(), &ProfileSet::default())
                .await;
        assert_eq!(none.unwrap(), Trust::System);
    }
}
