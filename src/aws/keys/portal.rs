//! Keys of IAM Identity Center, by the log-in that the AWS CLI keeps.

use std::fmt;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use aws_config::identity::IdentityCache;
use aws_credential_types::Credentials;
use aws_sdk_sso::types::RoleCredentials;
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;
use aws_types::region::Region;
use tracing::warn;

use super::key_config::KeyConfig;
use super::no_keys::{self, NoKeys};
use super::sendable::{self, Names};
use super::sso_token::{self, Renewal, Token, Unusable};
use crate::aws::failure;
use crate::aws::files::SsoSettings;
use crate::aws::http::endpoint::{self, AwsService, Endpoint};
use crate::aws::http::query;
use crate::domain::{Failure, FailureClass, Text};

/// The portal that gives the keys of a profile, and the service that renews its token.
pub(super) struct Portal {
    profile: String,
    login: SsoSettings,
    /// Where the token is, or why that can't be known.
    file: Result<PathBuf, String>,
    sso: aws_sdk_sso::Client,
    oidc: aws_sdk_ssooidc::Client,
}

/// Where they are, if that is not AWS's own place.
pub(super) struct PortalEndpoints {
    portal: Option<Endpoint>,
    renewal: Option<Endpoint>,
}

impl PortalEndpoints {
    /// What the configuration says of them.
    ///
    /// # Errors
    ///
    /// [`FailureClass::BadConfig`] where one can't be used.
    pub(super) fn configured(config: &KeyConfig) -> Result<Self, Failure> {
        let configured = |service| endpoint::configured(service, config.env, config.files);
        Ok(Self { portal: configured(AwsService::Sso)?, renewal: configured(AwsService::SsoOidc)? })
    }
}

impl Portal {
    /// The portal of `login`, by which `profile` has its keys; `cache` is the folder of the tokens.
    pub(super) fn new(
        profile: &str,
        login: SsoSettings,
        cache: Result<PathBuf, String>,
        shared: &SdkConfig,
        endpoints: PortalEndpoints,
    ) -> Self {
        let shared = shared
            .to_builder()
            .region(Region::new(login.region.clone()))
            .identity_cache(IdentityCache::no_cache())
            .build();
        let mut sso = aws_sdk_sso::config::Builder::from(&shared);
        query::interceptor(endpoints.portal.as_ref()).map(|interceptor| sso.push_interceptor(interceptor));
        sso.set_endpoint_url(endpoints.portal.map(|endpoint| endpoint.url));
        let mut oidc = aws_sdk_ssooidc::config::Builder::from(&shared);
        query::interceptor(endpoints.renewal.as_ref()).map(|interceptor| oidc.push_interceptor(interceptor));
        oidc.set_endpoint_url(endpoints.renewal.map(|endpoint| endpoint.url));
        // A refresh token is good for one answer.
        oidc.set_retry_config(Some(RetryConfig::disabled()));
        let key = login.session.as_ref().unwrap_or(&login.start_url);
        Self {
            profile: profile.into(),
            file: cache.map(|cache| sso_token::file(&cache, key)),
            sso: aws_sdk_sso::Client::from_conf(sso.build()),
            oidc: aws_sdk_ssooidc::Client::from_conf(oidc.build()),
            login,
        }
    }

    /// What is tried, for people.
    pub(super) fn words(&self) -> String {
        format!("the SSO portal for profile {}", self.profile)
    }

    /// The keys. The token is read each time: a log-in in another terminal helps at once.
    pub(super) async fn keys(&self) -> Result<Credentials, NoKeys> {
        let token = self.token().await?;
        let request = self
            .sso
            .get_role_credentials()
            .role_name(&self.login.role)
            .account_id(&self.login.account)
            .access_token(token);
        let answer = request.send().await.map_err(|error| self.refused(failure::of_call(&error)))?;
        let keys = answer.role_credentials.and_then(credentials).ok_or_else(|| {
            self.failure(FailureClass::NoCredentials, "The SSO portal returned no credentials for", ".")
        })?;
        if keys.expiry().is_some_and(|end| end <= SystemTime::now()) {
            let said = "The SSO portal returned expired credentials for";
            return Err(self.failure(FailureClass::Expired, said, ". Is the clock right?").into());
        }
        sendable::checked(keys, &Names::of("the SSO portal"))
    }

    /// A token that is good now.
    async fn token(&self) -> Result<String, Failure> {
        let file = self.file.as_ref().map_err(|why| Failure::new(FailureClass::BadConfig, why))?;
        let mut token = self.read(file.clone()).await?;
        if let (Some(renewal), true) = (token.renewal(), self.login.session.is_some()) {
            match self.renew(&token, renewal).await {
                Ok(renewed) => {
                    token = renewed;
                    self.keep(token.clone(), file.clone()).await;
                }
                Err(failure) if token.is_over() => return Err(failure),
                Err(failure) => {
                    warn!(class = ?failure.class, "the SSO token was not renewed; it is still good");
                }
            }
        }
        if token.is_over() {
            return Err(self.is_over());
        }
        let bad = token.access.chars().any(|c| c.is_control() || !c.is_ascii());
        if bad {
            return Err(self.unusable(
                "the accessToken in its token file contains characters that can't be \
                                      sent",
            ));
        }
        Ok(token.access)
    }

    async fn read(&self, file: PathBuf) -> Result<Token, Failure> {
        let read = tokio::task::spawn_blocking(move || Token::read(&file)).await;
        match read {
            Ok(Ok(token)) => Ok(token),
            Ok(Err(Unusable::Missing)) => {
                Err(self.failure(FailureClass::Expired, "You haven't logged in to SSO with", " yet."))
            }
            Ok(Err(Unusable::NoFile(path))) => {
                let said = format!(
                    "{path}, where the SSO token of profile {} should be, is not a file. Remove it.",
                    self.profile
                );
                Err(Failure::new(FailureClass::BadConfig, &said))
            }
            Ok(Err(Unusable::Broken(why))) => Err(self.unusable(&why)),
            Err(_) => Err(self.unusable("its token file can't be read")),
        }
    }

    /// Other programs have the new token too; where it can't be kept they have to log in again.
    async fn keep(&self, token: Token, file: PathBuf) {
        let kept = tokio::task::spawn_blocking(move || token.write(&file)).await;
        if !matches!(kept, Ok(Ok(()))) {
            warn!("the renewed SSO token can't be kept");
        }
    }

    async fn renew(&self, token: &Token, renewal: Renewal) -> Result<Token, Failure> {
        let Renewal { client_id, client_secret, refresh_token } = renewal;
        let request = self
            .oidc
            .create_token()
            .client_id(client_id)
            .client_secret(client_secret)
            .refresh_token(refresh_token)
            .grant_type("refresh_token");
        let answer = request.send().await.map_err(|error| {
            let failure = failure::of_call(&error);
            match failure.http_status {
                Some(400..500) => self.is_over(),
                _ => Failure { class: no_keys::class(failure.class), ..failure },
            }
        })?;
        let lasting = Duration::from_secs(u64::try_from(answer.expires_in).unwrap_or_default());
        let access_token = answer.access_token.ok_or_else(|| self.is_over())?;
        Ok(token.renewed(access_token, lasting, answer.refresh_token))
    }

    fn refused(&self, failure: Failure) -> Failure {
        let said = failure.message.as_str();
        let code = failure.code.as_ref().map(Text::as_str).unwrap_or_default();
        let refused = match code {
            "UnauthorizedException" if said.is_empty() => self.is_over(),
            "UnauthorizedException" => {
                let rest = format!(" has expired. The portal says: {said}");
                self.failure(FailureClass::Expired, "The SSO login of", &rest)
            }
            "ForbiddenException" => self.failure(
                FailureClass::Denied,
                "The SSO portal gives no credentials to",
                &format!(". It says: {said}"),
            ),
            _ => {
                let said = format!("The SSO portal gave no credentials to profile {}: {said}", self.profile);
                Failure {
                    message: Text::clean(&said),
                    class: no_keys::class(failure.class),
                    ..failure.clone()
                }
            }
        };
        Failure { http_status: failure.http_status, request_id: failure.request_id, ..refused }
    }

    fn is_over(&self) -> Failure {
        self.failure(FailureClass::Expired, "The SSO login of", " has expired.")
    }

    fn unusable(&self, why: &str) -> Failure {
        self.failure(FailureClass::Expired, "The SSO login of", &format!(" can't be used: {why}."))
    }

    /// A failure that names the profile.
    fn failure(&self, class: FailureClass, before: &str, after: &str) -> Failure {
        Failure::new(class, format!("{before} profile {}{after}", self.profile).trim())
    }
}

impl fmt::Debug for Portal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Portal")
            .field("profile", &self.profile)
            .field("login", &self.login)
            .finish_non_exhaustive()
    }
}

fn credentials(keys: RoleCredentials) -> Option<Credentials> {
    let end = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(keys.expiration).ok()?);
    let (id, secret) = (keys.access_key_id?, keys.secret_access_key?);
    Some(Credentials::new(id, secret, keys.session_token, Some(end), "sso"))
}
