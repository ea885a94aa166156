//! Certificates: those of a company's own authority are believed where the configuration says so.

use std::fs;
use std::net::SocketAddr;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use super::child::{assert_says, home, service, told};

/// An authority that nobody knows, in PEM form, and a door with its certificate: what comes in by TLS
/// goes on to `inner` without.
async fn door(inner: SocketAddr) -> (String, u16) {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(vec!["localhost".into()]).unwrap().signed_by(&key, &authority).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                // Who does not believe the certificate goes away.
                let Ok(mut outer) = acceptor.accept(stream).await else { return };
                let mut inner = TcpStream::connect(inner).await.unwrap();
                let _ = tokio::io::copy_bidirectional(&mut outer, &mut inner).await;
            });
        }
    });
    (authority.pem(), port)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_is_believed_and_nothing_else_is() {
    let service = service().await;
    let inner = service.endpoint_url().trim_start_matches("http://").parse().unwrap();
    let (pem, port) = door(inner).await;
    let keys = "aws_access_key_id = AKIA\naws_secret_access_key = S3CRET\n";
    let home = home(&format!("[default]\nregion = us-east-1\n{keys}"));
    let bundle = home.path().join("company.pem");
    fs::write(&bundle, pem).unwrap();
    let bundle = bundle.to_str().unwrap();
    let ask = format!("endpoint:https://localhost:{port} describe");

    let unknown = told(home.path(), &[], &ask);
    assert_says(&unknown, &["Unreachable", "certificate"]);
    assert_says(&told(home.path(), &[("AWS_CA_BUNDLE", bundle)], &ask), &["NotFound"]);
    let setting = format!("[default]\nregion = us-east-1\nca_bundle = {bundle}\n{keys}");
    fs::write(home.path().join(".aws/config"), setting).unwrap();
    assert_says(&told(home.path(), &[], &ask), &["NotFound"]);
}
