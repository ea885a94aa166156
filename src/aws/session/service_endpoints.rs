//! Where the services of a place are.

use aws_config::profile::ProfileSet;
use aws_types::os_shim_internal::Env;

use crate::aws::Connection;
use crate::aws::http::endpoint::{self, AwsService, Endpoint};
use crate::domain::Failure;

/// Where the services are, as far as that is not AWS's own place.
pub(super) struct ServiceEndpoints {
    pub(super) sagemaker: Option<Endpoint>,
    /// Where it is asked whose the keys are.
    pub(super) sts: Option<Endpoint>,
    /// Where roles are assumed.
    pub(super) roles: Option<Endpoint>,
}

impl ServiceEndpoints {
    /// `--endpoint-url` holds for STS too, so that nothing leaves for AWS where a local endpoint was named; only
    /// `AWS_ENDPOINT_URL_STS` is more exact. Roles are assumed there where it is on this machine; any other is
    /// SageMaker's own, as behind a VPC endpoint, and has no STS.
    pub(super) fn configured(
        connection: &Connection,
        env: &Env,
        profile: &ProfileSet,
    ) -> Result<Self, Failure> {
        let configured = |service| endpoint::configured(service, env, profile);
        let Some(flag) = endpoint_flag(connection)? else {
            let sts = configured(AwsService::Sts)?;
            return Ok(Self { sagemaker: configured(AwsService::SageMaker)?, roles: sts.clone(), sts });
        };
        let sts = endpoint::own(AwsService::Sts, env)?.unwrap_or_else(|| flag.clone());
        let roles = if flag.is_near() { Some(sts.clone()) } else { configured(AwsService::Sts)? };
        Ok(Self { sagemaker: Some(flag), sts: Some(sts), roles })
    }

    /// All of them where `--endpoint-url` says, or at AWS's own place.
    ///
    /// # Errors
    ///
    /// [`crate::domain::FailureClass::BadConfig`] where it can't be used.
    pub(super) fn all_at_flag(connection: &Connection) -> Result<Self, Failure> {
        let endpoint = endpoint_flag(connection)?;
        Ok(Self { sagemaker: endpoint.clone(), sts: endpoint.clone(), roles: endpoint })
    }
}

fn endpoint_flag(connection: &Connection) -> Result<Option<Endpoint>, Failure> {
    connection.endpoint_url.as_ref().map(|url| Endpoint::of(url, "--endpoint-url")).transpose()
}
